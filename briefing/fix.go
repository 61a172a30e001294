package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FixKind says what a fix is about.
type FixKind string

// The kinds of fixes.
const (
	NameFix  FixKind = "name"  // who is called From is the person called To
	ApartFix FixKind = "apart" // who is called From is not the person called To
	TitleFix FixKind = "title" // Person's title is To where the rules read From
	SideFix  FixKind = "side"  // the side From is called To; with Person, for that member only
)

// FixKinds lists the kinds in the order they are applied: a title goes by the
// name that a line has by then.
var FixKinds = []FixKind{ApartFix, NameFix, TitleFix, SideFix}

// Fix is a correction that an analyst made once, to be made again in the
// briefings of later articles that read the same.
type Fix struct {
	Kind   FixKind `json:"kind"`
	Person string  `json:"person,omitempty"` // whose title or side; "" is a side wherever it is named
	From   string  `json:"from"`             // as the rules read it
	To     string  `json:"to"`
	Origin string  `json:"origin,omitempty"` // what it was learnt from: a briefing's headline, a file's name
	On     Date    `json:"on,omitzero"`      // the day it was learnt
}

// Key tells fixes apart: a fix with the same key takes the place of another.
func (f Fix) Key() string {
	key := []string{string(f.Kind), f.Person, f.From}
	if f.Kind == ApartFix { // of two names, in either order
		pair := []string{f.From, f.To}
		slices.Sort(pair)
		key = append(key[:1], pair...)
	}
	return strings.Join(key, "|")
}

// Valid reports whether the fix says something.
func (f Fix) Valid() bool {
	switch f.Kind {
	case NameFix, ApartFix:
		return f.From != "" && f.To != "" && f.From != f.To
	case TitleFix:
		return f.Person != "" && f.To != "" && f.From != f.To
	case SideFix:
		return f.To != "" && f.From != f.To && (f.From != "" || f.Person != "")
	}
	return false
}

// Learn returns the edit that has the fix remembered.
func Learn(f Fix) Edit { return Edit{Op: LearnFix, Name: "Learn", Fix: &f} }

// Forget returns the edit that has the fix forgotten.
func Forget(f Fix) Edit { return Edit{Op: LearnFix, Name: "Forget", Was: &f} }

// Lessons returns what is to be remembered of an edit of the line's name,
// title or side: edits for the same batch. A name is learnt only as another
// form of the same name; that a quotation is somebody else's says nothing of
// later articles. What the rules read is the line's suggested wording, so a
// second edit takes the place of the first, and going back forgets it.
func (b Briefing) Lessons(id LineID, w Wording) []Edit {
	l, section, _, ok := b.Find(id)
	if !ok || l.Kind == AnalystLine {
		return nil
	}
	read := l.Suggested
	was, now := person(section, read), person(section, w)
	var lessons []Edit
	note := func(f Fix, changed bool) {
		switch {
		case changed && f.Valid():
			lessons = append(lessons, Learn(f))
		case changed && f.From == f.To:
			lessons = append(lessons, Forget(f))
		}
	}
	if sameBearer(was, now) && !b.bothTakePart(was, now) {
		note(Fix{Kind: NameFix, From: was, To: now}, now != person(section, l.Wording))
	}
	if now != "" {
		note(Fix{Kind: TitleFix, Person: now, From: read.Title, To: w.Title}, w.Title != l.Title)
	}
	if section == DelegationsSection {
		note(Fix{Kind: SideFix, Person: now, From: read.Side, To: w.Side}, w.Side != l.Side)
	}
	return lessons
}

// bothTakePart reports whether the delegations list two people of these names.
func (b Briefing) bothTakePart(x, y string) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(b.Section(DelegationsSection).Lines, func(l Line) bool { return l.Text == name })
	}
	return x != y && has(x) && has(y)
}

// sameBearer reports whether two wordings may name one person: they share a
// name, or one is the other spelt otherwise. A pronoun, or a description such
// as "the ministry", names nobody.
func sameBearer(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, p := range x {
		for _, q := range y {
			if p == q || min(len(p), len(q)) > 3 && Distance(p, q) <= 2 {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a name with a capital, or none if s does not
// begin with one or is a pronoun.
func nameWords(s string) []string {
	r, _ := utf8.DecodeRuneInString(s)
	switch s {
	case "He", "She", "They", "It", "We", "I", "Who":
		return nil
	}
	if !unicode.IsUpper(r) || strings.HasPrefix(s, "The ") || strings.HasPrefix(s, "A ") || strings.HasPrefix(s, "An ") {
		return nil
	}
	var words []string
	for _, w := range wordSpans(s) {
		if r, _ := utf8.DecodeRuneInString(w.Of(s)); unicode.IsUpper(r) {
			words = append(words, w.Of(s))
		}
	}
	return words
}

// Distance returns how many letters have to be put in, taken out or changed to
// make b of a: the distance of Levenshtein, from 0 to the length of the longer.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
