package briefing

import "unicode/utf8"

// Span is the half-open byte range [Start, End) of an article's Text. Both
// ends lie on rune edges.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Valid reports whether s is a non-empty range of text on rune edges.
func (s Span) Valid(text string) bool {
	return 0 <= s.Start && s.Start < s.End && s.End <= len(text) &&
		utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
}

// Of returns the bytes of text that s covers, or "" where s is not valid.
func (s Span) Of(text string) string {
	if !s.Valid(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Evidence says where a fact stands: a span of one article.
type Evidence struct {
	Article ArticleID `json:"article"`
	Span
}
