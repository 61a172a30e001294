package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The named normalisations: the only ways a source word may change its form
// on its way to the page. Each has an id that shows in the trace.
const (
	// NormTypography: curly or straight apostrophes, kinds of hyphen,
	// doubled spaces inside a word.
	NormTypography = "norm.typography"
	// NormLineCapital: the first letter of a line, "how to tackle" as "How to".
	NormLineCapital = "norm.line-capital"
	// NormPossessive: a name without its possessive, "Biden’s" as "Biden".
	NormPossessive = "norm.possessive"
	// NormPluralTitle: a title given to several people, for one of them:
	// "Secretaries of State" as "Secretary of State".
	NormPluralTitle = "norm.plural-title"
	// NormSide: a side by its usual name, "Mexican" as "Mexico", "U.S." as
	// "United States".
	NormSide = "norm.side"
)

// normalised reports under which rule the source word may stand on the page
// as word: "" for the same bytes.
func normalised(word, source string, titleField, first bool) (rule string, ok bool) {
	if word == source {
		return "", true
	}
	w, s := plainTypography(word), plainTypography(source)
	if w == s {
		return NormTypography, true
	}
	if first && capitalised(w) == capitalised(s) {
		return NormLineCapital, true
	}
	if bare, had := strings.CutSuffix(s, "'s"); had && (bare == w || first && capitalised(bare) == capitalised(w)) {
		return NormPossessive, true
	}
	if bare, had := strings.CutSuffix(s, "s'"); had && bare+"s" == w {
		return NormPossessive, true
	}
	if titleField && singular(s) == w || titleField && first && capitalised(singular(s)) == capitalised(w) {
		return NormPluralTitle, true
	}
	return "", false
}

var typography = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "‐", "-", "‑", "-", "\u00ad", "", "\u200b", "")

func plainTypography(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return typography.Replace(s)
		}
	}
	return s
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// Singular returns the singular of an English plural as titles use it:
// "Secretaries" gives "Secretary", "Ministers" gives "Minister". A word that
// is not such a plural comes back as it is.
func Singular(word string) string { return singular(word) }

func singular(s string) string {
	switch {
	case len(s) > 4 && strings.HasSuffix(s, "ies"):
		return s[:len(s)-3] + "y"
	case len(s) > 4 && strings.HasSuffix(s, "men"):
		return s[:len(s)-2] + "an"
	case len(s) > 3 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us"):
		return s[:len(s)-1]
	}
	return s
}
