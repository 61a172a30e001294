// Package database reads what the databases of the press hand out: Factiva,
// Nexis, Europresse and ProQuest put the articles of a search into one file,
// between a list of what is in it and lines about the licence.
//
// Each has its grammar: what parts one article from the next, and where in an
// article its title, outlet, day and author stand. The grammars work on lines,
// wherever these come from: a text, a document, a page, a PDF. What is no part
// of an article's body stays in its place as furniture.
package database

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/cutting"
)

// line is a line of a file.
type line struct {
	text  string
	kind  briefing.ParagraphKind
	block int  // number of the block it is of, or of the run of lines
	gap   bool // an empty line, or the end of a block, stands before it
}

// article is a run of lines that is one article.
type article struct {
	cutting.Cutting
	lines []line
	title span
	body  []span // in order
}

// span is a run of lines, half-open.
type span struct{ from, to int }

func (s span) has(i int) bool { return s.from <= i && i < s.to }

// grammar takes the lines of a file apart; nil if they are of another kind.
type grammar func([]line) []article

// FromBlocks returns the articles of a document, or nil if it comes from no
// database.
func FromBlocks(blocks []cutting.Block) []cutting.Cutting {
	return read(linesOf(blocks), grouped)
}

// FromText returns the articles of a plain text, or nil if it comes from no
// database. paragraphs divides the body of an article.
func FromText(text string, paragraphs func(string) []cutting.Block) []cutting.Cutting {
	if !MayBe(text) {
		return nil
	}
	var lines []line
	gap, block := true, 0
	for raw := range strings.Lines(text) {
		words := strings.TrimSpace(strings.TrimPrefix(raw, "\uFEFF"))
		if words == "" {
			gap = true
			continue
		}
		if gap {
			block++
		}
		lines = append(lines, line{words, briefing.Body, block, gap})
		gap = false
	}
	return read(lines, func(body []line) []cutting.Block {
		var b strings.Builder
		for i, l := range body {
			switch {
			case i == 0:
			case l.gap:
				b.WriteString("\n\n")
			default:
				b.WriteByte('\n')
			}
			b.WriteString(l.text)
		}
		return paragraphs(b.String())
	})
}

// MayBe reports whether a text has a mark of any database: most have none,
// and are not looked at line by line.
func MayBe(text string) bool {
	for _, mark := range []string{" DOCUMENTS", " DOKUMENT", "nd of Document", "nde des Dokuments", "in du document", "in del document", "im do documento", "ine del documento", "inde van ", "Document ", "Dokument ", "Documento ", "Документ ", "文件 ", "文書 ", "____________", "Full text:"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

func read(lines []line, paragraphs func([]line) []cutting.Block) []cutting.Cutting {
	for _, g := range []grammar{nexisUni, nexisOld, factiva, factivaCodes, proquest} {
		articles := g(lines)
		if articles == nil {
			continue
		}
		var all []cutting.Cutting
		for _, a := range articles {
			all = append(all, a.whole(paragraphs))
		}
		return all
	}
	return nil
}

// whole returns the article with all of its lines: the title as a heading, the
// body in paragraphs, the rest as furniture.
func (a article) whole(paragraphs func([]line) []cutting.Block) cutting.Cutting {
	c := a.Cutting
	var around []string
	flush := func() {
		if len(around) > 0 {
			c.Blocks = append(c.Blocks, cutting.Block{Text: strings.Join(around, "\n"), Kind: briefing.Furniture})
			around = nil
		}
	}
	bodies := a.body
	for i := 0; i < len(a.lines); {
		switch {
		case a.title.has(i):
			flush()
			var words []string
			for ; a.title.has(i); i++ {
				words = append(words, a.lines[i].text)
			}
			c.Blocks = append(c.Blocks, cutting.Block{Text: strings.Join(words, " "), Kind: briefing.Heading})
		case len(bodies) > 0 && bodies[0].has(i):
			flush()
			c.Blocks = append(c.Blocks, paragraphs(a.lines[i:bodies[0].to])...)
			i = bodies[0].to
			bodies = bodies[1:]
		default:
			around = append(around, a.lines[i].text)
			i++
		}
	}
	flush()
	return c
}

// cutter takes lines apart where a grammar says that an article ends. Every
// line is looked at once: lines that are no article go to the one before.
type cutter struct {
	lines []line
	from  int // first line that is of no article yet
	all   []article
	start int // of the last article
}

// cut ends an article before line to, if read finds one in the lines.
func (c *cutter) cut(to int, read func([]line) (article, bool)) {
	if to <= c.from {
		return
	}
	a, ok := read(c.lines[c.from:to])
	switch {
	case ok:
		c.start = c.from
		c.all = append(c.all, a)
	case len(c.all) > 0:
		c.all[len(c.all)-1].lines = c.lines[c.start:to]
	}
	c.from = to
}

// end returns the articles; what stands behind the last one goes to it.
func (c *cutter) end() []article {
	if n := len(c.all); n > 0 && c.from < len(c.lines) {
		c.all[n-1].lines = c.lines[c.start:]
	}
	return c.all
}

// say takes lines as the title.
func (a *article) say(title span) {
	a.title = title
	var words []string
	for _, l := range a.lines[title.from:title.to] {
		words = append(words, l.text)
	}
	a.Title = strings.Join(words, " ")
}

// isDate reports whether a line is a day and little else: the day of the week,
// the hour, an edition.
func isDate(s string) bool {
	const most = 70 // bytes
	if len(s) > most || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	found := dates.Find(s, "")
	if len(found) == 0 {
		d := dates.Stated(s, "") // of a magazine
		return d.Known() && d.Month > 0
	}
	if len(found) != 1 || !found[0].Date.Known() {
		return false
	}
	rest := s[:found[0].Start] + " " + s[found[0].End:]
	return len(strings.Fields(rest)) <= 4
}

// until returns the number of the first line from a place on that ends
// reports true for, or of the end.
func until(lines []line, from int, ends func(string) bool) int {
	for i := from; i < len(lines); i++ {
		if ends(lines[i].text) {
			return i
		}
	}
	return len(lines)
}

// byline takes the word "By" off the name of an author.
func byline(s string) string {
	for _, by := range []string{"By ", "BY ", "by ", "Par ", "PAR ", "Von ", "VON ", "Por ", "POR ", "Di ", "von ", "par ", "por "} {
		if rest, ok := strings.CutPrefix(s, by); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}
