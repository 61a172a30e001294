package store

import "strings"

// sought is a word or a phrase that a query looks for.
type sought struct {
	words  []token
	rows   [][]string // the ways in which the words may stand in a row
	prefix bool       // the last word may be only begun
}

// soughtIn cuts the value of a term into the words of the index. last says
// that the term ends the query: it may be typed on, unless it is a quotation.
func soughtIn(t term, last bool) sought {
	var s sought
	tokens(t.value, func(w token) { s.words = append(s.words, w) })
	s.rows = rowsOf(s.words)
	if len(s.words) == 0 || t.quoted {
		return s
	}
	end := s.words[len(s.words)-1]
	star := strings.HasPrefix(t.value[end.End:], "*")
	begun := last && end.End == len(t.value) && len([]rune(end.word)) >= leastBegun && !s.isAcronym()
	s.prefix = (star || begun) && !unspaced(firstRune(end.word))
	return s
}

// isAcronym reports whether the words are one that is meant as an acronym:
// written with points, or as two capitals. "US" is not to find "us".
func (s sought) isAcronym() bool {
	return len(s.words) == 1 && s.words[0].acronym && (len(s.words[0].word) == 2 || s.words[0].Span.End-s.words[0].Span.Start > len(s.words[0].word))
}

// rowsOf returns the ways in which words may stand in a row: compounds in
// their parts and, if there are any, in one word.
func rowsOf(words []token) [][]string {
	var parted, whole []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w.compound == "" {
			parted, whole = append(parted, w.word), append(whole, w.word)
			continue
		}
		for _, part := range words[i : i+w.parts] {
			parted = append(parted, part.word)
		}
		whole = append(whole, w.compound)
		i += w.parts - 1
	}
	if len(whole) == len(parted) {
		return [][]string{parted}
	}
	return [][]string{parted, whole}
}

// phrase returns the words as an expression of the index.
func (s sought) phrase() string {
	var either []string
	for _, row := range s.rows {
		e := `"` + strings.Join(row, " ") + `"`
		if s.prefix {
			e += " *"
		}
		either = append(either, e)
	}
	if len(either) == 1 {
		return either[0]
	}
	return "(" + strings.Join(either, " OR ") + ")"
}

// expression returns what finds the words in any column.
func (s sought) expression() string {
	if s.isAcronym() && !s.prefix {
		return `more : "` + s.words[0].word + acronymMark + `"`
	}
	return s.phrase()
}
