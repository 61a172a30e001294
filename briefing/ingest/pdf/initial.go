package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing/ingest/letters"
)

// great is how many times as large as the text an initial is set, at least.
const great = 1.5

// joinInitials joins the great first letter of a paragraph, which is a line of
// its own, to its word. It stands beside two lines or more, which begin at its
// left edge then, as the lines below it do.
func joinInitials(lines []row, body float64) []row {
	lines = slices.Clone(lines)
	for i := 0; i < len(lines); i++ {
		initial := lines[i]
		if initial.turned || initial.first < great*body || body <= 0 {
			continue
		}
		alone := isInitial(initial.text)
		if !alone && initial.height >= great*body { // a heading
			continue
		}
		first := -1 // the line of its word
		for k := range lines {
			if k != i && initial.reaches(lines[k], body) && (first < 0 || lines[k].base > lines[first].base) {
				first = k
			}
		}
		if first < 0 {
			continue
		}
		named := beginsName(lines[first].text)
		if alone && named && !isWord(initial.text) { // the letter over names in a list
			continue
		}
		for k := range lines {
			if k != i && initial.reaches(lines[k], body) && (k != first || !alone) {
				lines[k].x0 = initial.x0
			}
		}
		if alone {
			between := ""
			if isWord(initial.text) && (named || hasWord(lines, first)) {
				between = " "
			}
			lines[first].begin(initial, between)
			lines = slices.Delete(lines, i, i+1)
			i--
		}
	}
	return lines
}

// isInitial reports whether a text is a single capital, perhaps with the marks
// that open a quotation before it.
func isInitial(s string) bool {
	r := []rune(unquoted(s))
	return len(r) == 1 && unicode.IsLetter(r[0]) && !unicode.IsLower(r[0])
}

// unquoted returns a text without the marks that open a quotation before it.
func unquoted(s string) string { return strings.TrimLeft(s, "\"'“‘„«»‹›¡¿ ") }

// reaches reports whether line b stands beside the initial that line a is or
// begins with.
func (a *row) reaches(b row, body float64) bool {
	// In parts of a letter's size: how high a capital is, how wide it may be,
	// and a mark before it.
	const capital, wide, mark = 0.72, 1.1, 0.5
	if b.turned || b.height >= great*body {
		return false
	}
	if a.height < great*body { // the line goes on behind it: its foot and its right edge are not known
		marks := float64(utf8.RuneCountInString(a.text) - utf8.RuneCountInString(unquoted(a.text)))
		foot, right := a.base+capital*(a.height-a.first), a.x0+(wide+mark*marks)*a.first
		return b.base < a.base && b.base > foot-0.3*body && b.x0 > a.x0+0.3*body && b.x0 < min(right, a.x1)
	}
	return b.base < a.base+capital*a.first && b.base > a.base-0.3*body && b.x0 > a.x1-0.3*body && b.x0 < a.x1+1.5*body
}

// begin puts an initial before the line.
func (b *row) begin(initial row, between string) {
	before := initial.text + between
	for i := range b.gaps {
		b.gaps[i].at += len(before)
	}
	b.text, b.x0, b.first = before+b.text, initial.x0, initial.first
}

// isWord reports whether an initial may be a whole word: "A", "I", "Y".
func isWord(initial string) bool {
	return strings.ContainsAny(unquoted(initial), "AIOEYUÀÉÓВИСУКО")
}

// beginsName reports whether a text begins with a word that has one capital,
// its first letter: no end of a word has.
func beginsName(s string) bool {
	r := []rune(s)
	return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1])
}

// hasWord reports whether the first word of a line stands on another line too:
// then it is whole without the initial.
func hasWord(lines []row, at int) bool {
	bare := func(w string) string {
		return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !letters.Readable(r) }))
	}
	word, _, _ := strings.Cut(lines[at].text, " ")
	if word = bare(word); word == "" {
		return false
	}
	for i, line := range lines {
		fields := strings.Fields(line.text)
		if i == at {
			fields = fields[1:]
		}
		if slices.ContainsFunc(fields, func(w string) bool { return bare(w) == word }) {
			return true
		}
	}
	return false
}
