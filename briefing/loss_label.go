package briefing

import (
	"slices"
	"strings"
)

// This file holds the losses that are not of words left out: a label or a
// place on the page says what the sentence denies.

// bargains reports whether a label says that something was undertaken.
func bargains(mode string) bool {
	switch AgreementStatus(mode) {
	case Signed, Agreed, Pledged, Announced:
		return true
	}
	return false
}

// puts reports whether a label says that something was offered or asked for.
func puts(mode string) bool {
	switch PositionMode(mode) {
	case Offered, Asked, Demanded, PositionMode(Proposed):
		return true
	}
	return false
}

// contrary tells whether the line's label is denied by its own sentence: the
// verb of bargaining before the words it keeps, or else the first among them,
// is under a governor.
//
//	did not agree to │ raise the tariff     reached no agreement on the canal
//	        ^^^^^ denied: no "agreed"                  ^^^^^^^^^ denied
func (k *keptClause) contrary(l Line) (Loss, bool) {
	if !bargains(l.Mode) && !puts(l.Mode) {
		return Loss{}, false
	}
	first := slices.Index(k.kept, true)
	if first < 0 {
		return Loss{}, false
	}
	for i := first - 1; i >= k.start(first); i-- {
		if k.words[i].low == "and" && k.finite(i+1) {
			break
		}
		if k.verbOf(i, l.Mode) {
			return k.denied(i, l.Mode, true)
		}
	}
	for i := first; i < len(k.kept); i++ {
		verb := k.verbOf(i, l.Mode)
		if !k.kept[i] || !verb && !k.is(i, "deal") {
			continue
		}
		if loss, ok := k.denied(i, l.Mode, false); ok {
			return loss, true
		}
		if verb && i+2 < len(k.words) && k.words[i+1].low == "no" {
			for d := i + 2; d < min(i+5, len(k.words)); d++ {
				if k.is(d, "deal") {
					return k.denied(d, l.Mode, false) // "signed no accord"
				}
			}
		}
		if verb {
			return Loss{}, false
		}
	}
	for _, g := range k.governors { // "denied that a fund will be set up"
		switch g.kind {
		case Denial, Doubt, Almost, CalledOff, Question:
			if (g.words.from == first || g.kind == Question) && k.governsKept(g) {
				loss := k.loss(g)
				loss.Label = true
				return loss, true
			}
		}
	}
	return Loss{}, false
}

// verbOf reports whether word i is a verb that the label may stand for.
func (k *keptClause) verbOf(i int, mode string) bool {
	return k.is(i, "commit") || puts(mode) && k.is(i, "put")
}

// denied returns what denies word i, a bargain under the label. Only what is
// left out of the line makes it merely possible.
func (k *keptClause) denied(i int, mode string, out bool) (Loss, bool) {
	for _, g := range k.governors {
		switch g.kind {
		case Negation, Denial, Doubt, Almost, CalledOff, Question:
		case Possible:
			if !out || mode == string(Announced) || !bargains(mode) {
				continue // what is announced is to come
			}
		case Condition:
			if g.extent.has(i) && !g.words.has(i) {
				loss := k.loss(g)
				loss.Label = true
				return loss, true
			}
			continue
		default:
			continue
		}
		if g.governs(i) {
			loss := k.loss(g)
			loss.Label = true
			return loss, true
		}
	}
	return Loss{}, false
}

// denies reports whether what g takes away is an act of the class: "did not
// attend", "denied that he had met", "no talks", "the summit was called off".
func (s *clause) denies(g governor, class string) bool {
	switch g.kind {
	case Negation, Denial, Doubt, Almost, CalledOff:
	case Question:
		return true
	default:
		return false
	}
	if g.scope[0].to <= g.words.from { // a predicate: its subject. Talks that collapsed were held.
		if g.kind == CalledOff && !s.behindBe(g.words.from) && s.words[g.words.from].low != "did" && s.words[g.words.from].low != "never" {
			return false
		}
		for i := g.scope[0].from; i < g.scope[0].to; i++ {
			if s.is(i, class) {
				return true
			}
		}
		return false
	}
	first := g.words.to // "nor Roe attended" tells its act behind its subject, "denied that he attended" behind "that"
	direct := (g.kind == Negation || g.kind == Denial) && !s.is(g.words.from, "no-one") && s.words[first-1].low != "that" &&
		!(first < len(s.words) && (s.words[first].name() || s.words[first].low == "that"))
	for i := g.scope[0].from; i < min(g.scope[0].to, g.scope[0].from+14); i++ {
		switch {
		case s.is(i, class):
			return true
		case s.words[i].mark || s.is(i, "be") || s.auxiliary(i) || adverb(s.words[i].low):
		case direct, s.finite(i):
			return false
		}
	}
	return false
}

func (s *clause) auxiliary(i int) bool {
	switch s.words[i].low {
	case "to", "have", "has", "had", "will", "would", "did", "do", "does", "even", "ever", "yet", "any", "the", "a":
		return true
	}
	return false
}

func adverb(w string) bool { return len(w) > 4 && w[len(w)-2:] == "ly" }

// untold returns why the words kept were no topic: they are said not to have
// been talked about, or stand behind "rather than".
func (k *keptClause) untold() []Loss {
	var all []Loss
	for _, g := range k.governors {
		talked := g.kind != Exception && g.kind != Question && k.denies(g, "topic")
		from := g.words.to
		for from < len(k.words) && k.is(from, "pronoun") || from < len(k.words) && k.words[from].low == "to" {
			from++
		}
		close := g.kind == Negation && from < len(k.words) && k.kept[from] && g.governs(from)
		if !talked && !close && g.kind != Exception || k.keeps(g, Line{}) {
			continue
		}
		reach := g.scope
		if talked { // "the canal was not discussed"
			reach = append([]run{{k.start(g.words.from), g.words.from}}, reach...)
		}
		for i, kept := range k.kept {
			if kept && slices.ContainsFunc(reach, func(r run) bool { return r.has(i) }) {
				loss := k.loss(g)
				loss.Label = talked
				all = append(all, loss)
				break
			}
		}
	}
	return all
}

// absences returns why the one a line is about was not there, or why there
// was no meeting to be at, from the sentence that states it.
func absences(section SectionKind, l Line, src Sources) []Loss {
	e := l.From[0]
	a := src.article(e.Article)
	if a == nil || !e.Span.Valid(a.Text) {
		return nil
	}
	s := sentenceAround(a.Text, e.Span)
	k := &keptClause{readClause(a.Text, s), e.Article, a.Text, s, nil}
	var gone []governor
	for _, g := range k.governors {
		if k.denies(g, "presence") {
			gone = append(gone, g)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	free := false // somebody of the sentence was there all the same
	for i := range k.words {
		under := slices.ContainsFunc(gone, func(g governor) bool { return g.governs(i) })
		free = free || k.is(i, "presence") && k.finite(i) && !under
	}
	var all []Loss
	for _, g := range gone {
		reach := g.scope
		if !free {
			reach = append([]run{{k.start(g.words.from), len(k.words)}}, reach...)
		}
		if section == MeetingSection {
			if !free {
				all = append(all, k.loss(g))
			}
			continue
		}
		name := wordSpans(l.Text)
		for i := range k.words {
			if len(name) > 0 && k.words[i].Span.Of(a.Text) == name[len(name)-1].Of(l.Text) && slices.ContainsFunc(reach, func(r run) bool { return r.has(i) }) {
				all = append(all, k.loss(g))
				break
			}
		}
	}
	return all
}

// titleLosses returns what was cut off in front of an office: "deputy",
// "former".
func titleLosses(l Line, src Sources) []Loss {
	if l.Title == "" {
		return nil
	}
	words := traceField(l, field{TitleField, 0, l.Title}, l.evidenceWords(src), src)
	if len(words) == 0 || words[0].From.Len() == 0 {
		return nil
	}
	at := words[0].From
	a := src.article(at.Article)
	if a == nil || !at.Span.Valid(a.Text) {
		return nil
	}
	before := clauseWords(a.Text, Span{sentenceAround(a.Text, at.Span).Start, at.Start})
	if n := len(before); n > 0 && governorLexicon().classes[string(Former)][before[n-1].low] {
		return []Loss{{Kind: Former, Words: before[n-1].Of(a.Text), At: Evidence{at.Article, before[n-1].Span}, extent: before[n-1].Span}}
	}
	return nil
}

// quoteLosses returns what was cut out of a quotation, and who is said not to
// have said it.
func quoteLosses(l Line, src Sources) []Loss {
	e := l.From[0]
	a := src.article(e.Article)
	if a == nil || !e.Span.Valid(a.Text) {
		return nil
	}
	var all []Loss
	for _, k := range keptClauses(l, src) {
		for _, loss := range k.losses(l) {
			if e.Span.Contains(loss.At.Span) && loss.Kind != Question {
				all = append(all, loss)
			}
		}
	}
	before := Span{sentenceAround(a.Text, Span{e.Start, e.Start + 1}).Start, e.Start}
	s := readClause(a.Text, before)
	for _, g := range s.governors {
		if (g.kind == Negation || g.kind == Denial) && len(s.words)-g.words.to < 6 && g.words.to < len(s.words) && s.is(g.words.to, "speech") && g.governs(g.words.to) {
			k := keptClause{s, e.Article, a.Text, before, nil}
			all = append(all, k.loss(g))
		}
	}
	return all
}

// Qualified returns the word by which an office is less, or no longer, what
// its other words say: "deputy", "former"; "" if there is none.
func Qualified(title string) string {
	for _, w := range wordSpans(title) {
		if low := strings.ToLower(w.Of(title)); governorLexicon().classes[string(Former)][low] {
			return low
		}
	}
	return ""
}
