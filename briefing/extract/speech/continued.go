package speech

import (
	"strings"

	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/story"
)

// This part of the stage finds who speaks a quotation that stands by itself:
//
//	Roe was short. “No.”                 whom the sentence before it tells of
//	“No,” said Roe. “Never.”             who spoke before, also across a crosshead
//	“No.” “Never,” said Roe.             who is named behind the next one
//	Roe wrote: ¶ “No.”                   before a colon
//	The minutes tell more. “Roe said no.”  a writing
//
// Nobody it is not told of is guessed at.

// farthestSpeaker is how many sentences may stand between a quotation and the
// one it goes on from, if all but the first name nobody.
const farthestSpeaker = 3

// continued returns the speaker of a quotation that stands by itself.
func (s *speakers) continued(n int) speaker {
	first, here := s.spots[n][0].p, s.Quotations[n].First
	last := s.lastQuotation(n)
	if last >= 0 && s.by[last].at == first && s.by[last].speaker.text != "" {
		return s.by[last].speaker.goOn("quote.continued", .95)
	}
	above := s.above(first)
	if above != nil && above.is(len(above.pieces)-1, ":") {
		if sp, ok := s.beforeColon(above, n); ok {
			return sp
		}
	}
	if sp, ok := s.saidBehind(n); ok {
		return sp
	}
	named := false
	for k, p := 0, above; p != nil && k < farthestSpeaker; k, p = k+1, s.above(p) {
		if last >= 0 && s.by[last].at == p && s.by[last].speaker.text != "" {
			sure := .7
			switch at := s.Quotations[last].Last; {
			case at == here:
				sure = .95
			case k == 0:
				sure = .85
			case named && at < above.paragraph:
				return s.announced(above, n)
			}
			return s.by[last].speaker.goOn("quote.continued", sure)
		}
		if sp, ok := s.handsOver(p, n); ok && (k == 0 || sp.person != nil) {
			return sp
		}
		named = named || s.namesAnybody(p)
	}
	if above == nil {
		return s.introducedNext(n)
	}
	return s.announced(above, n)
}

// lastQuotation returns the quotation before n, or -1. A crosshead is none.
func (s *speakers) lastQuotation(n int) int {
	n--
	for stop := n - mostLines; n > stop && n >= 0 && s.by[n].at != nil && s.line(s.by[n].at); {
		n--
	}
	return n
}

// above returns the passage before p, or nil. Lines that are no sentence, such
// as a crosshead or "Related", do not count.
func (s *speakers) above(p *passage) *passage {
	p = s.before(p)
	for k := 0; p != nil && k < mostLines && s.line(p); k++ {
		p = s.before(p)
	}
	return p
}

// mostLines is how many lines in a row are passed over, so that a text of nothing
// else costs no more.
const mostLines = 20

// longestLine is the length, in pieces, of the longest line that is passed over.
const longestLine = 10

// line reports whether passage p is a paragraph that is no sentence: a
// crosshead, a link, the label of an advertisement.
func (s *speakers) line(p *passage) bool {
	whole, at := s.Paragraphs[p.paragraph], p.span()
	if len(p.pieces) > longestLine || at.Start > whole.Start || at.End < whole.End {
		return false
	}
	if p.quoted(0) {
		return len(p.pieces) == 1 && s.Quotations[p.pieces[0].quote].Words < story.LeastWords
	}
	for i := range p.pieces {
		if p.quoted(i) || p.finite(i) != nil {
			return false
		}
	}
	return !p.is(len(p.pieces)-1, ".", "!", "?", ":", ";", ",", ")")
}

// beforeColon returns who speaks what the colon at the end of passage p opens.
func (s *speakers) beforeColon(p *passage, n int) (speaker, bool) {
	end := len(p.pieces) - 1
	f := s.firstSubject(p, end)
	if f.empty() {
		return speaker{}, false
	}
	v := voice{phrase: f, cue: -1, rule: "quote.colon", sure: .8}
	for c := end - 1; c >= 0; c-- {
		if p.finite(c) != nil {
			if g := s.subject(p, c); !g.empty() {
				v = voice{phrase: g, cue: c, rule: "quote.colon", sure: .9}
			}
			break
		}
	}
	return s.resolve(v, n), true
}

// saidBehind returns the speaker that is named behind one of the quotations that
// follow n in its paragraph, with nothing between them: “No.” “Never,” he said.
func (s *speakers) saidBehind(n int) (speaker, bool) {
	for m := n + 1; m < len(s.Quotations) && m < n+4 && s.Quotations[m].First == s.Quotations[n].First; m++ {
		spot := s.spots[m][0]
		if spot.i > 0 && !spot.p.quoted(spot.i-1) || spot.p.index > s.by[m-1].at.index+1 {
			break
		}
		if v := s.by[m].voice; s.by[m].found && v.p == s.by[m].at && v.from > s.spots[m][len(s.spots[m])-1].i {
			return s.resolve(v, m).goOn("quote.continued", .9), true
		}
	}
	return speaker{}, false
}

// handsOver returns the one whose words the sentence p above quotation n
// reports, or of whom it tells where that is likely to be the speaker: in the
// quotation's own paragraph, or if it is one who has spoken.
func (s *speakers) handsOver(p *passage, n int) (speaker, bool) {
	here := p.paragraph == s.Quotations[n].First || s.spots[n][0].p.label() > 0
	if here {
		if sp, ok := s.shownBy(p, n); ok {
			return sp, true
		}
	}
	if sp := s.reports(p); sp.person != nil || !here && sp.text != "" && !openPronouns[strings.ToLower(sp.text)] {
		return sp.goOn("quote.continued", .75), true
	}
	if f := s.agent(p); !f.empty() {
		sp := s.resolve(voice{phrase: f, cue: -1, rule: "quote.introduced", sure: .65}, n)
		sp.reason = "speaker from the sentence before"
		return sp, true
	}
	sp, ok := s.introduced(p, n)
	return sp, ok && (here || s.spokeBefore(sp.person, n))
}

// agent returns the person by whom the sentence p says last that something was
// done: "The result was welcomed by Ann Roe."
func (s *speakers) agent(p *passage) phrase {
	for k := len(p.pieces) - 1; k > 1; k-- {
		if !p.is(k, "by") {
			continue
		}
		f := s.ahead(p, k+1)
		if f.empty() || !p.verbIn(0, k) || max(f.to, f.asideTo) < len(p.pieces)-1 || s.personAt(p, f.to-1) == nil && s.inAside(f) == nil {
			break
		}
		return f
	}
	return phrase{}
}

// shownBy returns the writing that the sentence p says shows something, as the
// speaker of what follows: "The minutes tell how it ended. “Roe said no.”"
func (s *speakers) shownBy(p *passage, n int) (speaker, bool) {
	f := s.firstSubject(p, len(p.pieces))
	if f.empty() {
		return speaker{}, false
	}
	head := headOf(p, f.from, f.to)
	if !p.any(head-1, writings) {
		return speaker{}, false
	}
	for k := head; k < len(p.pieces) && k < head+longestLine && !p.punct(k); k++ {
		if p.any(k, showing) {
			f.to = k
			sp := s.resolve(voice{phrase: f, cue: k, rule: "quote.introduced", sure: .7}, n)
			sp.reason = "speaker from the sentence before"
			return sp, sp.text != ""
		}
	}
	return speaker{}, false
}

// introducedNext returns the one of whom the paragraph behind quotation n tells,
// where the article opens with the quotation.
func (s *speakers) introducedNext(n int) speaker {
	at := s.by[n].at
	if at.index+1 >= len(s.passages) {
		return speaker{}
	}
	next := s.passages[at.index+1]
	f := s.firstSubject(next, len(next.pieces))
	if next.paragraph == at.paragraph || f.empty() || f.from > 0 {
		return speaker{}
	}
	m := s.personAt(next, headOf(next, f.from, f.to)-1)
	if m == nil || m.Last-m.First < 2 {
		return speaker{}
	}
	sp := s.resolve(voice{phrase: f, cue: -1, rule: "quote.introduced", sure: .6}, -1)
	sp.reason = "speaker from the sentence behind"
	return sp
}

// announced returns the one with whom the paragraph before a quotation that
// fills its own is concerned, as press releases have it: "Ann Roe, the director
// of the museum, will lead the tour. ¶ “…”" It is whoever is named there for the
// first time, in full, where nobody has spoken since.
func (s *speakers) announced(before *passage, n int) speaker {
	if last := s.lastQuotation(n); last >= 0 && s.Quotations[last].Last >= before.paragraph {
		return speaker{}
	}
	f := s.firstSubject(before, len(before.pieces))
	if f.empty() {
		return speaker{}
	}
	m := s.personAt(before, headOf(before, f.from, f.to)-1)
	if m == nil || m.Person.Mentions[0] != m || m.Last-m.First < 2 || m.Person.Title == "" {
		return speaker{}
	}
	sp := s.resolve(voice{phrase: f, cue: -1, rule: "quote.introduced", sure: .6}, -1)
	sp.reason = "speaker from the sentence before"
	return sp
}

// spoken reports whether somebody shown by the one word has spoken one of the
// last quotations before n.
func (s *speakers) spoken(name string, n int) bool {
	if strings.Contains(name, " ") || openPronouns[strings.ToLower(name)] {
		return false
	}
	for _, a := range s.by[max(0, n-12):n] {
		if a.speaker.text == name {
			return true
		}
	}
	return false
}

// spokeBefore reports whether q has spoken one of the last quotations before n.
func (s *speakers) spokeBefore(q *mention.Person, n int) bool {
	for m := n - 1; m >= 0 && m >= n-4; m-- {
		if q != nil && s.by[m].speaker.person == q {
			return true
		}
	}
	return false
}

// introduced returns the one with whom the sentence before a quotation is
// concerned: "Roe's lawyer, Ann Lee, had a short answer. “No.”" Whoever spoke
// before does not go on then, even where nobody can be named.
func (s *speakers) introduced(p *passage, n int) (speaker, bool) {
	f := s.firstSubject(p, len(p.pieces))
	if f.empty() {
		return speaker{}, false
	}
	sp := s.resolve(voice{phrase: f, cue: -1, rule: "quote.introduced", sure: .65}, -1)
	if sp.person == nil && (sp.text == "" || !s.spoken(sp.text, n) && !(p.paragraph == s.Quotations[n].First && s.newName(p, f))) {
		return speaker{}, false
	}
	sp.reason = "speaker from the sentence before"
	return sp, true
}

// newName reports whether the subject f of passage p is the full name of somebody
// of whom the article tells no more.
func (s *speakers) newName(p *passage, f phrase) bool {
	m := s.MentionAt(p.pieces[headOf(p, f.from, f.to)-1].Start)
	if m == nil {
		return false
	}
	_, _, ok := plainName(m)
	return ok
}
