package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing/ingest/letters"
)

// A hyphen at the end of a line may be the typesetter's ("nego-tiations") or
// the word's own ("cross-border"). The document's other words tell.

// hyphens are the characters that end a divided line. PDFium takes some of
// them away and leaves a mark of its own, see row.broken.
const hyphens = "-‐\u00AD"

// divided reports whether a line ends with a hyphen.
func (l *row) divided() bool {
	return l.broken || strings.TrimRight(l.text, hyphens) != l.text
}

// vocabulary are the words of a document, in lower case, that stand whole on a
// line.
type vocabulary map[string]bool

func (l *layout) words() vocabulary {
	known := vocabulary{}
	divided := false
	for _, line := range l.lines {
		fields := strings.Fields(strings.ToLower(line.text))
		if divided && len(fields) > 0 {
			fields = fields[1:]
		}
		if divided = line.divided(); divided && len(fields) > 0 {
			fields = fields[:len(fields)-1]
		}
		for _, w := range fields {
			known[strings.TrimFunc(w, func(r rune) bool { return !letters.Readable(r) })] = true
		}
	}
	return known
}

// text returns the text of lines and how many divided words it joined.
func (known vocabulary) text(lines []laidLine) (text string, joined int) {
	var b strings.Builder
	last := "" // the piece of a word at the end of b, if it was divided
	for i, line := range lines {
		words := line.text
		switch {
		case i == 0:
		case last == "":
			b.WriteByte(' ')
		default:
			next, _, _ := strings.Cut(words, " ")
			if known.keepsHyphen(last, next) {
				b.WriteByte('-')
			} else {
				joined++
			}
		}
		last = ""
		cut := strings.TrimRight(words, hyphens)
		r, _ := utf8.DecodeLastRuneInString(cut)
		if i+1 < len(lines) && (line.broken || cut != words) && unicode.IsLetter(r) {
			words = cut
			last = words[strings.LastIndexAny(words, " —–")+1:]
		} else if line.broken {
			words += "-"
		}
		b.WriteString(words)
	}
	return b.String(), joined
}

// keepsHyphen reports whether the hyphen between two pieces of a word is the
// word's own.
func (known vocabulary) keepsHyphen(a, b string) bool {
	trim := func(s string) string {
		return strings.TrimFunc(strings.ToLower(s), func(r rune) bool { return !letters.Readable(r) })
	}
	first, _ := utf8.DecodeRuneInString(b)
	if unicode.IsUpper(first) || unicode.IsDigit(first) {
		return true // Franco-German
	}
	x, y := trim(a), trim(b)
	switch {
	case known[x+y]:
		return false
	case known[x+"-"+y], strings.Contains(x, "-"):
		return true
	}
	switch x {
	case "self", "vice", "cross", "long", "short", "half", "non":
		return true
	}
	const whole = 4 // letters of a word that is no syllable
	return len(x) >= whole && len(y) >= whole && known[x] && known[y]
}
