package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// Kind is the shape of a token.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, with the hyphens, dots and apostrophes inside them
	Number             // begins with a digit: "27th", "1,200", "$" is apart
	Clitic             // the 's of a possessive, or an apostrophe that stands for it
	Punct              // a mark, or a run of the same mark
)

// Token is a word, number or mark of a text.
type Token struct {
	briefing.Span
	Text  string // the bytes of Span
	Lower string // Text folded; see Fold
	Kind  Kind
}

// Capital reports whether the token is a word that begins with an upper-case
// letter.
func (t Token) Capital() bool {
	if t.Kind != Word {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// Is reports whether the folded token is one of words.
func (t Token) Is(words ...string) bool {
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Tokenize returns the tokens of the part of text that span covers.
//
// Marks stand apart from words, save for what belongs to the word: the stops
// of "U.S." and of listed abbreviations, hyphens ("Tae-hyo"), apostrophes
// inside a name ("O'Malley", "al-Rifa'i"). A possessive 's is a token of its own.
func Tokenize(text string, span briefing.Span) []Token {
	if !span.Valid(text) {
		return nil
	}
	tokens := make([]Token, 0, span.Len()/5+1)
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:span.End])
		switch {
		case unicode.IsSpace(r) || invisible(r):
			i += size
		case wordRune(r):
			j := wordEnd(text, i, span.End)
			tokens = appendWord(tokens, text, i, j)
			i = j
		default:
			j := i + size
			for r != utf8.RuneError && strings.HasPrefix(text[j:span.End], text[i:i+size]) && (r == '.' || r == '-' || r == '\'' || r == '`') {
				j += size
			}
			tokens = append(tokens, Token{Span: briefing.Span{Start: i, End: j}, Text: text[i:j], Lower: text[i:j], Kind: Punct})
			i = j
		}
	}
	return tokens
}

// invisible reports whether a rune is a mark that nobody sees: directions,
// joiners, soft hyphens, the mark of a file's byte order.
func invisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x2066 && r <= 0x2069 || r >= 0x202A && r <= 0x202E || r == 0x2060 || r == 0xAD || r == 0xFEFF
}

// visible returns a word without the marks in it that nobody sees.
func visible(word string) string {
	if strings.IndexFunc(word, invisible) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, word)
}

func wordRune(r rune) bool {
	return r < utf8.RuneSelf && ('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(text string, i, end int) int {
	start := i
	digits := text[i] >= '0' && text[i] <= '9'
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if wordRune(r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size : end])
		switch {
		case invisible(r) && i+size < end && wordRune(next):
			i += size // "minis\u00ADter"
		case (r == '-' || r == '‑' || r == '\'' || r == '’' || r == '&' || r == '/' || r == '_' || r == '@') && i+size < end && wordRune(next):
			if (r == '\'' || r == '’') && text[i-1] == 's' && unicode.IsUpper(next) {
				return i // a quotation closed without a space: "cars'The"
			}
			i += size
		case r == '.' && i+size < end && wordRune(next):
			if !digits && missingSpace(text[start:i], text[i+size:end]) {
				return i
			}
			i += size
		case r == ',' && i+size < end && next >= '0' && next <= '9' && text[i-1] >= '0' && text[i-1] <= '9':
			i += size
		case r == '.' && abbreviated(text[start:i]) && (i+size < end || stopClassOf(text[start:i])&month == 0):
			return i + size
		default:
			return i
		}
	}
	return i
}

// missingSpace reports whether the full stop between before and after ends a
// sentence whose space was lost: "strengthened Gruport.They agreed".
func missingSpace(before, after string) bool {
	if len(before) < 3 || strings.ContainsAny(before, "./@") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, size := utf8.DecodeRuneInString(after)
	second, _ := utf8.DecodeRuneInString(after[size:])
	return unicode.IsLower(last) && unicode.IsUpper(first) && (unicode.IsLower(second) || !wordRune(second))
}

// appendWord adds the word [i, j), with a possessive or a contraction split off.
func appendWord(tokens []Token, text string, i, j int) []Token {
	word := text[i:j]
	cut := j
	if k := strings.LastIndexAny(word, "'’"); k > 0 {
		switch Fold(word[k:]) {
		case "'s", "'re", "'ve", "'ll", "'m", "'d":
			cut = i + k
		case "'t":
			if k > 1 && word[k-1] == 'n' {
				cut = i + k - 1
			}
		}
	}
	add := func(a, b int, clitic bool) {
		t := Token{Span: briefing.Span{Start: a, End: b}, Text: text[a:b], Lower: Fold(visible(text[a:b]))}
		switch {
		case clitic:
			t.Kind = Clitic
		case text[a] >= '0' && text[a] <= '9':
			t.Kind = Number
		}
		tokens = append(tokens, t)
	}
	add(i, cut, false)
	if cut < j {
		add(cut, j, true)
	}
	return tokens
}
