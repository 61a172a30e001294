package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/story"
)

// attribution is what is known of one quotation's speaker.
type attribution struct {
	voice   voice
	found   bool
	speaker speaker
	at      *passage // where the quotation ends
}

// speakers works through the quotations of a document.
type speakers struct {
	*Document
	by    []attribution // by index of the quotation
	spots [][]spot      // the pieces that are the quotation, first to last
	// told is the speaker that each passage reports, quotations aside.
	told    map[*passage]speaker
	gender  map[*mention.Person]byte
	offices map[string][]holding
	sole    map[string]*mention.Person // by noun: the only one who holds such an office
	inert   map[string]bool            // see things
	bodies  []*body                    // see named
}

// spot is one piece of one passage.
type spot struct {
	p *passage
	i int
}

// FindSpeakers fills Findings.Quotes.
func FindSpeakers(d *Document) {
	d.passages = cutPassages(d)
	s := &speakers{Document: d, by: make([]attribution, len(d.Quotations)), spots: make([][]spot, len(d.Quotations)), told: map[*passage]speaker{}}
	for _, p := range d.passages {
		for i, pc := range p.pieces {
			if pc.quote >= 0 {
				s.spots[pc.quote] = append(s.spots[pc.quote], spot{p, i})
			}
		}
	}
	d.speakers = s
	s.gender = d.genders(d.passages)
	for n := range d.Quotations {
		s.attribute(n)
	}
	for n := range d.Quotations {
		s.resolveOne(n)
	}
	s.matchPulled()
	for n, q := range d.Quotations {
		if q.Words >= story.LeastWords && s.said(n) {
			d.Findings.Quotes = append(d.Findings.Quotes, s.quote(n))
		}
	}
}

// attribute finds the voice of quotation n by the words around it.
func (s *speakers) attribute(n int) {
	spots := s.spots[n]
	if len(spots) == 0 {
		return
	}
	a := &s.by[n]
	first, last := spots[0], spots[len(spots)-1]
	a.at = last.p
	right, after := s.right(last.p, last.i)
	if after && !s.passesOn(right) {
		a.voice, a.found = right, true
		return
	}
	if !after {
		if a.voice, a.found = s.anyVerb(last.p, last.i); a.found {
			return
		}
	}
	if a.voice, a.found = s.left(first.p, first.i); a.found && a.voice.from < a.voice.to && !nominal(a.voice.p, a.voice.from, a.voice.to) {
		a.voice, a.found = voice{}, false
	}
	if a.found && (!after || first.i-a.voice.cue < 12) {
		return
	}
	if after {
		a.voice, a.found = right, true
		return
	}
	if a.voice, a.found = s.farRight(last.p, last.i); a.found {
		return
	}
	if a.voice, a.found = s.signed(last.p, last.i); a.found {
		return
	}
	if s.alone(n) {
		if a.voice, a.found = s.tail(last.p); a.found {
			return
		}
	}
	a.voice, a.found = s.embedded(last.p, last.i)
}

// passesOn reports whether a voice behind a quotation may be one that only tells
// what the one before it said: "Roe said he saw “…,” according to Reuters", "Roe
// told Lee that “…”, sources said".
func (s *speakers) passesOn(v voice) bool {
	if v.rule == "quote.according-to" {
		return true
	}
	cu := v.p.cue(v.cue)
	if cu == nil || s.personAt(v.p, v.to-1) != nil || v.p.pronoun(v.from) {
		return false
	}
	return cu.verb == "report" || passingOn.Has(v.p.pieces[headOf(v.p, v.from, v.to)-1].Lower)
}

// alone reports whether the quotation's passage holds nothing but quotations.
func (s *speakers) alone(n int) bool {
	spots := s.spots[n]
	for _, sp := range []spot{spots[0], spots[len(spots)-1]} {
		for i, pc := range sp.p.pieces {
			if i < sp.p.label() {
				continue
			}
			if pc.quote < 0 && !sp.p.punct(i) {
				return false
			}
		}
	}
	return true
}

// resolveOne settles who spoke quotation n, after all before it.
func (s *speakers) resolveOne(n int) {
	a := &s.by[n]
	if a.at == nil {
		return
	}
	if s.Quotations[n].Answer {
		a.speaker = s.interviewed()
		return
	}
	if s.Quotations[n].Apart || s.setOff(n) {
		a.speaker = s.setApart(n)
		return
	}
	if a.found {
		a.speaker = s.resolve(a.voice, n)
		if s.mute(a.speaker) {
			if sp, ok := s.outer(n); ok {
				a.speaker = sp
			}
		}
		return
	}
	if s.alone(n) {
		if sp, ok := s.saidNext(n); ok {
			a.speaker = sp
			return
		}
	}
	if s.alone(n) {
		a.speaker = s.continued(n)
		return
	}
	// A phrase in a sentence of its own, amid what somebody says.
	if n > 0 && s.Quotations[n-1].Last == s.Quotations[n].First {
		a.speaker = s.by[n-1].speaker.goOn("quote.continued", .6)
	}
}

// before returns the passage before p, or nil.
func (s *speakers) before(p *passage) *passage {
	if p.index == 0 {
		return nil
	}
	return s.passages[p.index-1]
}

// reports returns the speaker whose words passage p reports, or nobody.
func (s *speakers) reports(p *passage) speaker {
	if sp, ok := s.told[p]; ok {
		return sp
	}
	var sp speaker
	for c := range p.pieces {
		cu := p.finite(c)
		if cu == nil && p.is(c-1, "to") {
			cu = p.cue(c)
		}
		if cu != nil && (cu.quotation || cu.clause || cu.description) && !tellsNothing.Has(cu.verb) {
			if f := s.subject(p, c); !f.empty() {
				sp = s.resolve(voice{phrase: f, cue: c, rule: "quote.continued", sure: .75}, -1)
				if !s.mute(sp) {
					break
				}
				sp = speaker{} // "The talks also stressed trade, said the ministry"
			}
		}
	}
	s.told[p] = sp
	return sp
}

// quote makes the finding of quotation n.
func (s *speakers) quote(n int) briefing.Quote {
	q, a := s.Quotations[n], s.by[n]
	out := briefing.Quote{
		Text:             q.Of(s.Text),
		Span:             q.Span,
		Speaker:          a.speaker.text,
		SpeakerAsWritten: a.speaker.written,
	}
	from, to := q.Outer.Start, q.Outer.End
	out.Basis = briefing.Basis{Rule: "quote.open", Reason: "speaker not named", Confidence: .5}
	var spans []briefing.Span
	if a.speaker.text != "" {
		out.Rule, out.Reason, out.Confidence = a.speaker.rule, a.speaker.reason, a.speaker.sure
		v := a.speaker.span
		if near(v, q.Outer, s.Text) {
			from, to = min(from, v.Start), max(to, v.End)
		} else {
			spans = append(spans, s.around(v))
		}
		if a.voice.p != nil && a.voice.cue >= 0 {
			c := a.voice.p.pieces[a.voice.cue]
			from, to = min(from, c.Start), max(to, c.End)
			out.Channel = s.channel(a.voice)
		}
	}
	out.Evidence = append([]briefing.Span{s.sentencesOf(from, to)}, spans...)
	if v := a.speaker.named; v.End > 0 {
		out.Evidence = append(out.Evidence, s.around(v))
	}
	if p := a.speaker.person; p != nil {
		if !holdsWords(s.Text, out.Evidence, out.Speaker) {
			out.Evidence = append(out.Evidence, s.around(p.NameSpan))
		}
		if p.Title != "" {
			for _, t := range p.Titled {
				if !holdsWords(s.Text, out.Evidence, p.Title) {
					out.Evidence = append(out.Evidence, s.around(t))
				}
			}
			if holdsWords(s.Text, out.Evidence, p.Title) {
				out.Title = p.Title
			}
		}
	}
	return out
}

// near reports whether a and b stand in one paragraph.
func near(a, b briefing.Span, text string) bool {
	lo, hi := min(a.End, b.End), max(a.Start, b.Start)
	return lo >= hi || hi-lo < 2000 && !strings.Contains(text[lo:hi], "\n")
}

// around returns the sentence that holds the span, or the span itself.
func (d *Document) around(v briefing.Span) briefing.Span { return d.sentencesOf(v.Start, v.End) }

// sentencesOf returns the run of sentences that holds text[from:to].
func (d *Document) sentencesOf(from, to int) briefing.Span {
	if s := d.SentenceAt(from); s != nil {
		from = s.Start
	}
	if s := d.SentenceAt(to - 1); s != nil {
		to = max(to, s.End)
	}
	return briefing.Span{Start: from, End: to}
}

// holdsWords reports whether one of the spans holds the words in order.
func holdsWords(text string, spans []briefing.Span, phrase string) bool {
	for _, s := range spans {
		rest, ok := s.Of(text), true
		for _, w := range strings.Fields(phrase) {
			w = strings.Trim(w, ",.")
			k := strings.Index(rest, w)
			if k < 0 {
				ok = false
				break
			}
			rest = rest[k+len(w):]
		}
		if ok {
			return true
		}
	}
	return false
}

// channel returns where the voice speaks: "told Twitter", "said on Facebook".
func (d *Document) channel(v voice) string {
	p := v.p
	for k := v.cue + 1; k < len(p.pieces) && k < v.cue+14 && !p.is(k, "that", ":", ";"); k++ {
		if k != v.cue+1 && !p.is(k-1, "on", "via", "to", "with") && !(p.is(k-1, "the") && (p.is(k-2, "to", "with", "on") || k-2 == v.cue)) {
			continue
		}
		for n := 3; n > 0; n-- {
			if k+n > len(p.pieces) || p.quoted(k) {
				continue
			}
			words := p.between(k, k+n).Of(d.Text)
			if n == 1 {
				words = strings.TrimSuffix(words, ".") // "on X."
			}
			if kind := channels()[strings.ToLower(words)]; kind != "" && p.capital(k+n-1) {
				return words
			}
		}
	}
	return ""
}

// said reports whether quotation n is somebody's words, and not a phrase that
// is set apart, a slogan or the name of something.
func (s *speakers) said(n int) bool {
	a := s.by[n]
	if a.at == nil || s.Quotations[n].Apart && a.speaker.text == "" {
		return false
	}
	spots := s.spots[n]
	p, i := spots[0].p, spots[0].i
	e, j := spots[len(spots)-1].p, spots[len(spots)-1].i
	if e.is(j+1, "by") && e.capital(j+2) && (a.voice.p != p || a.voice.cue < i-2) || e.is(j+1, ",") && e.is(j+2, "by") {
		return false // the name of a book, a headline
	}
	if p.any(i-1, titled) && titleCase(s.Quotations[n].Of(s.Text)) {
		return false
	}
	if a.speaker.text != "" || s.alone(n) {
		return true
	}
	text := s.Quotations[n].Of(s.Text)
	first, _ := utf8.DecodeRuneInString(text)
	if unicode.IsLower(first) && s.Quotations[n].Words <= scareWords {
		return false
	}
	return !titleCase(text)
}

// scareWords is the number of words up to which a phrase that nobody is said
// to have spoken counts as set apart by the writer.
const scareWords = 6

// titleCase reports whether most long words of a text begin with a capital.
func titleCase(text string) bool {
	long, caps := 0, 0
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, "“”‘’'\"(),.!?")
		if len(w) < 4 {
			continue
		}
		long++
		if w[0] < 'a' || w[0] > 'z' {
			caps++
		}
	}
	return long > 0 && caps*4 >= long*3
}
