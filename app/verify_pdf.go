package app

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// readExportedPDF reads the trace in a PDF, and holds the visible text against
// it, so that nothing is read past the trace: every field of every line has
// to stand on the page as the trace has it, and what else stands there is
// either a fixed label or has to stand in an article.
func readExportedPDF(contents []byte) (e exportedFile, err error) {
	text, trace, err := export.ReadPDF(bytes.NewReader(contents))
	if err != nil {
		return e, err
	}
	if trace == nil {
		return e, errNoTrace
	}
	d, err := export.ReadTrace(bytes.NewReader(trace))
	if err != nil {
		return e, err
	}
	e.briefing.Articles = d.Articles
	for _, l := range d.Lines {
		e.briefing.Sections = append(e.briefing.Sections, briefing.Section{Kind: l.Section, Lines: []briefing.Line{l.Line}})
	}
	if e.words, err = export.TraceWords(bytes.NewReader(trace)); err != nil {
		return e, err
	}
	rows := strings.Split(text, "\n")
	e.unaccounted(d, rows)
	e.notAsTraced(d, rows)
	return e, nil
}

// unaccounted adds the words of the page that no line of the trace has.
func (e *exportedFile) unaccounted(d export.TraceDocument, rows []string) {
	known := map[string]bool{}
	for _, w := range e.words {
		for _, f := range wordsOf(w.Text) {
			known[f] = true
		}
	}
	for _, l := range d.Lines {
		for _, f := range wordsOf(l.Marking) {
			known[f] = true
		}
	}
	fixed := fixedRows(d)
	for i, row := range rows {
		if slices.Contains(fixed, tokens(row)) {
			continue
		}
		name := fileNames(d, row)
		for _, f := range wordsOf(row) {
			if !known[f] && !slices.Contains(name, f) {
				e.words = append(e.words, export.Word{Text: f, Row: i + 1, Context: row})
			}
		}
	}
}

// fileNames returns the words of the names by which a row tells articles that
// have no title: the file may have another name now.
func fileNames(d export.TraceDocument, row string) []string {
	var words []string
	for _, a := range d.Articles {
		if a.File != "" && strings.Contains(tokens(row), tokens(a.File)) {
			words = append(words, wordsOf(a.File)...)
		}
	}
	return words
}

// fixedRows are the rows that hold what the analyst chose for the page as a
// whole: the marking, the name, and the headings of a template.
func fixedRows(d export.TraceDocument) []string {
	rows := append([]string{d.Fixed.Marking, d.Fixed.TLP, d.Fixed.Marking + " " + d.Fixed.TLP}, d.Fixed.Headings...)
	if d.Fixed.Author != "" {
		rows = append(rows, page.LabelsFor(d.Language).PreparedBy+" "+d.Fixed.Author)
	}
	for i, row := range rows {
		rows[i] = tokens(row)
	}
	return rows
}

// notAsTraced notes the lines that do not stand on the page word for word,
// numbers and all. What differs is told by the row that is most like it.
func (e *exportedFile) notAsTraced(d export.TraceDocument, rows []string) {
	page := make([]string, len(rows))
	for i, row := range rows {
		page[i] = tokens(row)
	}
	for _, l := range d.Lines {
		for _, field := range slices.Concat([]string{l.Text, l.Title, l.Side, l.Speaker, l.Channel}, l.Parties) {
			want := tokens(field)
			if want == "" || slices.ContainsFunc(page, func(row string) bool { return strings.Contains(row, want) }) {
				continue
			}
			words := strings.Fields(want)
			i := mostLike(page, words)
			e.altered = append(e.altered, UntracedWord{Word: firstOff(page[i], words), Context: rows[i], Line: i + 1, Why: notAsExported})
		}
	}
}

// mostLike returns the index of the row with the most of the words.
func mostLike(rows, words []string) int {
	best, most := 0, -1
	for i, row := range rows {
		n := 0
		for _, w := range words {
			if strings.Contains(row, " "+w+" ") {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// firstOff returns the first word of the row that is not the word due there,
// or the word that is missing.
func firstOff(row string, words []string) string {
	got := strings.Fields(row)
	best, off := -1, words[0]
	for from := range got {
		n := 0
		for n < len(words) && from+n < len(got) && got[from+n] == words[n] {
			n++
		}
		switch {
		case n <= best || n == len(words):
		case from+n < len(got):
			best, off = n, got[from+n]
		default:
			best, off = n, words[n]
		}
	}
	return off
}

// tokens returns the words and numbers of text in lower case, each between
// spaces, so that " a b " is found only as whole words.
func tokens(text string) string {
	text = strings.ToLower(strings.NewReplacer("\u00ad", "", "\u2060", "").Replace(text))
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}
