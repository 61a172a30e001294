package briefing

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Loss is a word or phrase that governs the words a line keeps and that the
// line leaves out, so that it says another thing than its source: "not" of
// "agreed not to raise the tariff".
type Loss struct {
	Kind  GovernorKind
	Words string   // as the source has them
	At    Evidence // where they stand
	// Label holds if it is the line's label or its place on the page that the
	// words deny: "reached no agreement" under "agreed", a topic that "was not
	// discussed". To give the words back mends nothing.
	Label  bool
	extent Span // what has to stay with them, in the article
}

// Losses is the part of the referee that knows no rule. From a line, its
// section and its evidence it tells every negation, denial, doubt, condition,
// figure and hearsay that governs words the line keeps and that it has taken
// out; none is a line that may be shown. What counts depends on the section: a
// topic is no less discussed for being only possible, and a member is seated
// unless the sentence that names him denies that he was there. It knows
// English words only and reads clauses by their marks and conjunctions: a
// scope that is not sure reaches too far rather than too short.
func Losses(section SectionKind, l Line, src Sources) []Loss {
	if l.Kind == AnalystLine || len(l.From) == 0 {
		return nil
	}
	switch {
	case section == MeetingSection:
		return absences(section, l, src)
	case section == DelegationsSection:
		return append(absences(section, l, src), titleLosses(l, src)...)
	case l.Kind == QuoteLine:
		return quoteLosses(l, src)
	}
	var all []Loss
	for _, k := range keptClauses(l, src) {
		if section == AgendaSection {
			all = append(all, k.untold()...)
			continue
		}
		all = append(all, k.losses(l)...)
		if contrary, ok := k.contrary(l); ok {
			all = append(all, contrary)
		}
	}
	return all
}

// heeds reports whether a line with the label may not lose such a governor.
func heeds(kind GovernorKind, mode string) bool {
	switch kind {
	case Former:
		return false // of offices only
	case Negation, Denial:
		return mode != string(Rejected) // the label says it
	}
	return true
}

// keptClause is a sentence some of whose words a line keeps.
type keptClause struct {
	clause
	article ArticleID
	text    string // of the article
	span    Span   // of the sentence
	kept    []bool // by word
}

// keptClauses returns the sentences that the words of a line's text stand in.
func keptClauses(l Line, src Sources) []*keptClause {
	var all []*keptClause
	keep := func(e Evidence) {
		a := src.article(e.Article)
		if a == nil || !e.Span.Valid(a.Text) {
			return
		}
		i := slices.IndexFunc(all, func(k *keptClause) bool { return k.article == e.Article && k.span.Contains(e.Span) })
		if i < 0 {
			s := sentenceAround(a.Text, e.Span)
			c := readClause(a.Text, s)
			i, all = len(all), append(all, &keptClause{c, e.Article, a.Text, s, make([]bool, len(c.words))})
		}
		k := all[i]
		for n, w := range k.words {
			if w.Span.Overlaps(e.Span) {
				k.kept[n] = true
			}
		}
	}
	if e, ok := verbatim(l, src); ok {
		keep(e)
		return all
	}
	for _, w := range traceField(l, field{TextField, 0, l.Text}, l.evidenceWords(src), src) {
		if w.From.Article != "" && w.From.Len() > 0 {
			keep(w.From)
		}
	}
	return all
}

// verbatim returns where the line's text stands as it is in its first
// evidence, the first letter apart.
func verbatim(l Line, src Sources) (Evidence, bool) {
	e := l.From[0]
	a := src.article(e.Article)
	if a == nil || l.Text == "" {
		return Evidence{}, false
	}
	text := e.Span.Of(a.Text)
	_, size := utf8.DecodeRuneInString(l.Text)
	for from := 0; ; {
		i := strings.Index(text[from:], l.Text[size:])
		if i < 0 {
			return Evidence{}, false
		}
		i += from - size
		if i >= 0 && strings.EqualFold(text[i:i+size], l.Text[:size]) && !splitsWord(text, i) {
			if at := (Span{e.Start + i, e.Start + i + len(l.Text)}); strings.Count(text, l.Text[size:]) == 1 {
				return Evidence{e.Article, at}, true
			}
			return Evidence{}, false // stands there twice: by its neighbours
		}
		from = i + size + 1
		if from > len(text) {
			return Evidence{}, false
		}
	}
}

// losses returns the governors that govern kept words and are not kept.
func (k *keptClause) losses(l Line) []Loss {
	var all []Loss
	for _, g := range k.governors {
		if !heeds(g.kind, l.Mode) || k.keeps(g, l) {
			continue
		}
		if k.governsKept(g) && !k.doubled(g) {
			all = append(all, k.loss(g))
		}
	}
	return all
}

// governsKept reports whether a word that is kept is in the scope of g.
func (k *keptClause) governsKept(g governor) bool {
	for _, r := range g.scope {
		for i := r.from; i < min(r.to, len(k.kept)); i++ {
			if k.kept[i] && !k.words[i].mark {
				return true
			}
		}
	}
	return false
}

// doubled reports whether what g takes away is said by a word that is kept:
// the "nor" of "neither … nor", when the line keeps what follows it.
func (k *keptClause) doubled(g governor) bool {
	if g.kind != Negation {
		return false
	}
	for i, kept := range k.kept {
		if !kept || k.words[i].mark || !g.governs(i) {
			continue
		}
		if !slices.ContainsFunc(k.governors, func(h governor) bool {
			return h.words != g.words && h.kind == Negation && h.words.from > g.words.from && k.words[h.words.from].low == "nor" && k.kept[h.words.from] && (h.governs(i) || h.words.has(i))
		}) {
			return false
		}
	}
	return true
}

func (k *keptClause) keeps(g governor, l Line) bool {
	if g.kind == Question {
		return strings.Contains(l.Text, "?")
	}
	for i := g.words.from; i < g.words.to; i++ {
		if !k.words[i].mark && !k.kept[i] {
			return false
		}
	}
	return true
}

func (k *keptClause) loss(g governor) Loss {
	at, extent := k.bytes(g.words), k.bytes(g.extent)
	return Loss{Kind: g.kind, Words: at.Of(k.text), At: Evidence{k.article, at}, extent: extent}
}

// bytes returns the bytes of a run of words, without marks behind them.
func (k *keptClause) bytes(r run) Span {
	for r.to > r.from+1 && k.words[r.to-1].mark && k.words[r.to-1].low != "?" {
		r.to--
	}
	return Span{k.words[r.from].Start, k.words[max(r.from, r.to-1)].End}
}
