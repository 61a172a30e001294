package page

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// The labels of the Traffic Light Protocol, version 2.0 (FIRST, August 2022),
// from the widest to the narrowest circle.
const (
	TLPClear       = "TLP:CLEAR"
	TLPGreen       = "TLP:GREEN"
	TLPAmber       = "TLP:AMBER"
	TLPAmberStrict = "TLP:AMBER+STRICT"
	TLPRed         = "TLP:RED"
)

// TLPs lists the labels of the Traffic Light Protocol from the widest circle
// to the narrowest.
func TLPs() []string { return []string{TLPClear, TLPGreen, TLPAmber, TLPAmberStrict, TLPRed} }

// TLPLevel returns the place of the first such label in mark, from 0 for
// TLP:CLEAR (or TLP:WHITE, as version 1 has it) to 4 for TLP:RED. It reports
// false if there is none. Case and spaces do not count.
func TLPLevel(mark string) (level int, ok bool) {
	s := strings.ReplaceAll(strings.ToUpper(mark), " ", "")
	_, s, ok = strings.Cut(s, "TLP:")
	if !ok {
		return 0, false
	}
	for i, name := range []string{"RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR", "WHITE"} {
		if strings.HasPrefix(s, name) {
			return max(0, 4-i), true
		}
	}
	return 0, false
}

// classifications are the words of national and NATO markings by level, from
// 0 (unclassified) to 5 (top secret), with their portion marks. Levels are
// those at which states and NATO take one another's marks as equal, which
// puts Spain's SECRETO with TOP SECRET; the UK's OFFICIAL stands between
// unclassified and restricted.
var classifications = [...]struct {
	level int
	words []string // in the banner
	marks []string // alone in brackets
}{
	{5, []string{"TOP SECRET", "TRÈS SECRET", "TRES SECRET", "ULTRASECRETO", "ALTO SECRETO", "SECRETO"}, []string{"TS", "TSD"}},
	{4, []string{"SECRET DÉFENSE", "SECRET DEFENSE", "SECRET", "RESERVADO", "RESERVADA"}, []string{"S", "SD"}},
	{3, []string{"CONFIDENTIAL", "CONFIDENTIEL", "CONFIDENCIAL"}, []string{"C", "CD"}},
	{2, []string{"OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE", "RESTRICTED", "DIFFUSION RESTREINTE", "DIFUSIÓN LIMITADA", "DIFUSION LIMITADA"}, []string{"R", "OS", "DR", "DL"}},
	{1, []string{"OFFICIAL"}, []string{"O"}},
	{0, []string{"UNCLASSIFIED", "NON CLASSIFIÉ", "NON CLASSIFIE", "NON PROTÉGÉ", "NO CLASIFICADO", "SIN CLASIFICAR"}, []string{"U", "NP", "NC", "SC"}},
}

// ClassificationLevel returns the level of a marking, from 0 for unclassified
// to 5 for top secret, and the word that says so. The marking may be a banner
// ("CONFIDENTIAL // REL TO…") or a portion mark ("(C)"); its highest word
// counts. It reports false for words it does not know.
func ClassificationLevel(mark string) (level int, word string, ok bool) {
	s := " " + strings.Join(strings.FieldsFunc(strings.ToUpper(mark), func(r rune) bool {
		return strings.ContainsRune(" \t()[]/,;:·|", r)
	}), " ") + " "
	portion := strings.Trim(s, " ")
	if first, _, more := strings.Cut(portion, " "); more && strings.ContainsAny(mark, "([") {
		portion = first // "(C//REL)"
	}
	for _, c := range classifications {
		for _, w := range c.words {
			if strings.Contains(s, " "+w+" ") {
				return c.level, w, true
			}
		}
		if slices.Contains(c.marks, portion) {
			return c.level, portion, true
		}
	}
	return 0, "", false
}

// MarkingError names the first line that is marked above the page. It wraps
// briefing.ErrMarking.
type MarkingError struct {
	Line   briefing.LineID
	Number int    // among the lines that are not left out, from 1
	Mark   string // of the line
	Page   string // what the page is marked, "" for nothing
	More   int    // further such lines
}

func (e *MarkingError) Error() string {
	s := fmt.Sprintf("%s on line %d is above the page marking %s", e.Mark, e.Number, e.Page)
	if e.Page == "" {
		s = fmt.Sprintf("%s on line %d: the page has no such marking", e.Mark, e.Number)
	}
	if e.More > 0 {
		s += fmt.Sprintf(", and so are %d more", e.More)
	}
	return s
}

func (e *MarkingError) Unwrap() error { return briefing.ErrMarking }

// CheckMarking reports a line that is marked above the page: a TLP label
// above Details.TLP, or a classification above the one in Details.Marking. A
// page without a marking counts as TLP:CLEAR and as unclassified. Marks in
// words it does not know are not compared. The error is a *MarkingError.
func CheckMarking(b briefing.Briefing) error {
	var first *MarkingError
	number := 0
	for _, l := range b.Lines() {
		if !l.OnPage() {
			continue
		}
		number++
		page, above := markedAbove(l.Marking, b.Details)
		switch {
		case !above:
		case first == nil:
			first = &MarkingError{Line: l.ID, Number: number, Mark: l.Marking, Page: page}
		default:
			first.More++
		}
	}
	if first == nil {
		return nil
	}
	return first
}

// markedAbove reports whether a line's mark is above the page's, and which
// marking of the page it was held against.
func markedAbove(mark string, d briefing.Details) (page string, above bool) {
	if mark == "" {
		return "", false
	}
	if level, ok := TLPLevel(mark); ok {
		banner := d.TLP
		if banner == "" {
			banner = d.Marking
		}
		if of, known := TLPLevel(banner); level > of {
			if !known {
				banner = ""
			}
			return banner, true
		}
	}
	if level, _, ok := ClassificationLevel(mark); ok {
		of, _, known := ClassificationLevel(d.Marking)
		if level > of {
			if !known {
				return "", true
			}
			return d.Marking, true
		}
	}
	return "", false
}
