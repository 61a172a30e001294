package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// relation is what two lines are to each other.
type relation uint8

// The relations.
const (
	apart    relation = iota // they tell two things
	same                     // they tell one thing: one line, with the references of both
	contrary                 // two articles tell one thing in ways that cannot both be so
)

// told gives the relation of two tellings that share their words: one article
// that tells them otherwise tells two things; two articles contradict each
// other. Neither is picked: the analyst settles it.
func told(a, b briefing.Line, otherwise bool) relation {
	switch {
	case !otherwise:
		return same
	case a.From[0].Article == b.From[0].Article:
		return apart
	}
	return contrary
}

// stance is what turns a wording into another although it shares its words:
// that it denies, that it hangs on a condition, on an exception or on hearsay.
type stance struct{ denies, condition, exception, hearsay bool }

func stanceOf(l briefing.Line) stance {
	s := stance{denies: l.Mode == string(briefing.Rejected)}
	for _, kind := range briefing.Governors(l.Text) {
		switch kind {
		case briefing.Negation, briefing.Denial:
			s.denies = true
		case briefing.Condition:
			s.condition = true
		case briefing.Exception:
			s.exception = true
		case briefing.Hearsay:
			s.hearsay = true
		}
	}
	return s
}

// sameAgreement relates two commitments. What is signed and what is only
// announced are never one line; what one article tells as agreed and another
// as refused, proposed, or agreed by others, is contested.
func (c *composer) sameAgreement(a, b briefing.Line) relation {
	if a.Meeting != b.Meeting || !similar(a.Text, b.Text) {
		return apart
	}
	x, y := firm(a.Mode), firm(b.Mode)
	offered := string(briefing.Proposed)
	refused := string(briefing.Rejected)
	if x != y && x != offered && y != offered && x != refused && y != refused && stanceOf(a) == stanceOf(b) {
		return apart
	}
	return told(a, b, x != y && !(x == refused && stanceOf(b).denies) && !(y == refused && stanceOf(a).denies) ||
		stanceOf(a) != stanceOf(b) || figuresDiffer(a.Text, b.Text) || exchanged(a.Text, b.Text) || partiesDiffer(a.Parties, b.Parties))
}

// exchanged reports whether two wordings differ in one word, or in names, of
// which each has its own: "raise the tariff on timber" and "lower the tariff on
// timber", "meet again in Strelsau" and "meet again in Zenda". Where only one of
// them has more words, it only says more.
func exchanged(a, b string) bool {
	x, y := content(a), content(b)
	own := func(x, y []string) []string {
		return slices.DeleteFunc(slices.Clone(x), func(w string) bool { _, both := slices.BinarySearch(y, w); return both })
	}
	mine, theirs := own(x, y), own(y, x)
	if len(mine) == 0 || len(theirs) == 0 {
		return false
	}
	return len(mine) == 1 && len(theirs) == 1 || anyName(a, mine) && anyName(b, theirs)
}

// anyName reports whether one of the words stands in the text with a capital,
// behind its first word.
func anyName(text string, words []string) bool {
	for _, w := range strings.Fields(text)[1:] {
		for _, c := range content(w) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && slices.Contains(words, c) {
				return true
			}
		}
	}
	return false
}

// partiesDiffer reports whether each of two articles names a party that the
// other has not. Where only one of them has it, it only says more.
func partiesDiffer(a, b []string) bool {
	in := func(x, y []string) bool {
		return !slices.ContainsFunc(x, func(p string) bool { return !slices.Contains(y, p) })
	}
	return !in(a, b) && !in(b, a)
}

// samePosition relates what two sides, or one, offered, asked or refused. Two
// articles that give one offer to two sides contradict each other if its words
// have a figure in them, by which it is known again.
func (c *composer) samePosition(a, b briefing.Line) relation {
	if a.Meeting != b.Meeting || !similar(bare(a.Text), bare(b.Text)) {
		return apart
	}
	holder := sameHolder(a.Speaker, b.Speaker) || c.sideOf(a.Speaker) != "" && c.sideOf(a.Speaker) == c.sideOf(b.Speaker)
	switch {
	case !holder && (a.Mode != b.Mode || c.sideOf(a.Speaker) == "" || c.sideOf(b.Speaker) == "" || len(figures(a.Text)) == 0 || c.tells(a.From[0].Article, b)):
		return apart
	case holder && !opposed(a.Mode, b.Mode) && a.Mode != b.Mode:
		return apart
	}
	return told(a, b, !holder || a.Mode != b.Mode || stanceOf(a) != stanceOf(b) || figuresDiffer(a.Text, b.Text) || exchanged(bare(a.Text), bare(b.Text)))
}

// opposed reports whether one article tells as put forward what the other
// tells as asked for or refused.
func opposed(a, b string) bool {
	put := func(mode string) bool {
		m := briefing.PositionMode(mode)
		return m == briefing.Offered || m == briefing.SupportedMode
	}
	return put(a) != put(b) && a != string(briefing.Expected) && b != string(briefing.Expected)
}

// tells reports whether the article itself gives the position of l to the
// holder of l: then it tells of two.
func (c *composer) tells(id briefing.ArticleID, l briefing.Line) bool {
	for _, in := range c.inputs {
		if in.Article.ID == id && slices.ContainsFunc(in.Findings.Positions, func(p briefing.Position) bool {
			return sameHolder(p.Holder, l.Speaker) && similar(bare(p.Text), bare(l.Text))
		}) {
			return true
		}
	}
	return false
}

// bare is a position without the verb it begins with: "offered", "asked for".
func bare(text string) string {
	first, rest, found := strings.Cut(text, " ")
	if found && strings.HasSuffix(strings.ToLower(first), "ed") {
		return rest
	}
	return text
}

// sideOf is the side that a holder of a position is, or stands for; "" if no
// article says.
func (c *composer) sideOf(holder string) string {
	for _, in := range c.inputs {
		for _, d := range in.Findings.Delegations {
			if d.Side == holder {
				return d.Side
			}
			for _, m := range d.Members {
				if sameName(m.Name, holder) {
					return d.Side
				}
			}
		}
	}
	return ""
}

// sameMember relates two members. One person with two sides, two titles or a
// name spelt in two ways is contested.
func (c *composer) sameMember(a, b briefing.Line) relation {
	if a.Meeting != b.Meeting || c.apart(a.Text, b.Text) {
		return apart
	}
	sides := a.Side != b.Side && a.Side != "" && b.Side != ""
	switch {
	case sameName(a.Text, b.Text):
		if sides && (len(nameParts(a.Text)) < 2 || len(nameParts(b.Text)) < 2 || a.From[0].Article == b.From[0].Article) {
			return apart
		}
		return told(a, b, sides || titlesDiffer(a, b) && a.From[0].Article != b.From[0].Article)
	case a.Side == b.Side && a.Side != "" && a.From[0].Article != b.From[0].Article && nearName(a.Text, b.Text) && a.Title != "" && b.Title != "" && !titlesDiffer(a, b) &&
		!c.names(a.From[0].Article, b.Text) && !c.names(b.From[0].Article, a.Text):
		return contrary
	}
	return apart
}

// names reports whether the article itself has the name.
func (c *composer) names(id briefing.ArticleID, name string) bool {
	for _, in := range c.inputs {
		if in.Article.ID == id {
			return mentions(in.Article.Text, name)
		}
	}
	return false
}

// titlesDiffer reports whether two articles give a member titles of which
// neither only says more: "Foreign Minister" and "Trade Minister", "Minister"
// and "Deputy Minister".
func titlesDiffer(a, b briefing.Line) bool {
	if a.Title == "" || b.Title == "" || a.Side == "" && b.Side == "" {
		return false
	}
	if briefing.Qualified(a.Title) != briefing.Qualified(b.Title) {
		return true
	}
	x, y := content(a.Title), content(b.Title)
	for _, side := range append(content(a.Side), content(b.Side)...) {
		x = slices.DeleteFunc(x, func(w string) bool { return w == side })
		y = slices.DeleteFunc(y, func(w string) bool { return w == side })
	}
	return !within(x, y) && !within(y, x)
}

// nearName reports whether two full names may be spellings of one: all parts
// alike but one, and that by a letter or two.
func nearName(a, b string) bool {
	x, y := nameParts(a), nameParts(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	off := 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		off++
		if n := briefing.Distance(x[i], y[i]); n > 2 || n > 1 && len(x[i]) < 6 {
			return false
		}
	}
	return off == 1
}
