package compose

import (
	"sync"

	"example.org/attache/briefing"
)

// Deal is an agreement, read to be held beside many others.
type Deal struct {
	firm    string
	parties []string
	*Wording
}

// ReadDeal reads an agreement.
func ReadDeal(a briefing.Agreement) Deal {
	return Deal{firm(string(a.Status)), a.Parties, ReadWording(a.Text)}
}

// Same reports whether two agreements are one commitment, told twice: as
// firmly, between sides that go together, in the same words.
func (d Deal) Same(o Deal) bool {
	return d.firm == o.firm && sidesAgree(d.parties, o.parties) && d.Wording.Same(o.Wording)
}

// Wording is a text, read to be held beside many others. Not safe for
// concurrent use: figures are looked for when they are first asked for.
type Wording struct {
	text    string
	words   []string // content
	figures func() []string
}

// ReadWording reads a text.
func ReadWording(text string) *Wording {
	return &Wording{text, content(text), sync.OnceValue(func() []string { return figures(text) })}
}

// Same reports whether two wordings tell the same thing.
func (w *Wording) Same(o *Wording) bool {
	if !similarIn(w.text, w.words, o.text, o.words) {
		return false
	}
	x, y := w.figures(), o.figures()
	return within(x, y) || within(y, x)
}

// SameWords reports whether two wordings tell the same thing.
func SameWords(a, b string) bool { return ReadWording(a).Same(ReadWording(b)) }

// SamePerson reports whether two names may be one person's: the same last
// name, and given names that do not contradict each other.
func SamePerson(a, b string) bool { return sameName(a, b) }

// sidesAgree reports whether one of two lists of sides is within the other.
func sidesAgree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, side := range a {
		found := false
		for _, other := range b {
			found = found || side == other
		}
		if !found {
			return false
		}
	}
	return true
}
