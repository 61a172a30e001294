package docx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// docx writes the paragraphs of the document.
type docx struct {
	c     export.Content
	paper page.Paper
	size  float64 // of the text, in points
	// The blocks in the order in which the document is read: the header, the
	// body and the footer.
	header, footer []export.Block
	blocks         []export.Block
	out            strings.Builder
	links          strings.Builder // relationships of the links to the web
	count          int             // of those links
}

// divide sorts the blocks into header, body and footer.
func (d *docx) divide() {
	for _, b := range d.c.Blocks() {
		switch {
		case b.Kind == export.Banner && len(d.blocks) == 0 && len(d.header) == 0:
			d.header = append(d.header, b)
		case b.Kind == export.Banner, b.Kind == export.Held:
			d.footer = append(d.footer, b)
		default:
			d.blocks = append(d.blocks, b)
		}
	}
}

// rows returns what the document shows, the number of the page at its foot
// among it.
func (d *docx) rows() []trace.Row {
	foot := trace.Row{Block: export.Banner, Parts: []trace.Part{{Name: page.FixedPart, Text: d.c.Labels.PageOf}}}
	for _, b := range d.footer {
		for _, p := range trace.RowOf(b).Parts {
			if b.Kind == export.Held {
				p.Text = "· " + p.Text
			}
			foot.Parts = append(foot.Parts, p)
		}
	}
	return append(append(trace.RowsOf(d.header), trace.RowsOf(d.blocks)...), foot)
}

// xmlText returns s as text of XML. Characters that XML cannot hold become
// U+FFFD.
func xmlText(s string) string { return escaped(export.OneLine(s)) }

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// para writes a paragraph of the runs that are not empty.
func (d *docx) para(style string, runs ...string) {
	d.out.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + joined(runs) + `</w:p>`)
}

// joined puts the runs that are not empty together, with a space between.
func joined(runs []string) string {
	kept := runs[:0:0]
	for _, r := range runs {
		if r != "" {
			kept = append(kept, r)
		}
	}
	return strings.Join(kept, space)
}

const space = `<w:r><w:t xml:space="preserve"> </w:t></w:r>`

// run returns text in a character style, "" for the paragraph's own.
func run(style, text string) string {
	if text = xmlText(text); text == "" {
		return ""
	}
	if style != "" {
		style = `<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`
	}
	return `<w:r>` + style + `<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

// paragraphs are the styles of the blocks.
var paragraphs = map[export.BlockKind]string{
	export.Notice: "Notice", export.Title: "Title", export.Deck: "Subtitle", export.Fact: "Fact", export.Heading: "Heading2",
	export.Bottom: "BottomLine", export.SideName: "Heading3", export.Member: "Member", export.Item: "ListBullet",
	export.Numbered: "ListNumber", export.Quotation: "Quote", export.QuotedFrom: "QuoteSource", export.Comment: "Normal",
	export.Source: "Source", export.Summary: "Source",
}

// body writes the blocks; those of the delegations stand side by side.
func (d *docx) body() {
	for i := 0; i < len(d.blocks); {
		if d.blocks[i].Kind != export.SideName {
			d.block(d.blocks[i])
			i++
			continue
		}
		sides, next := sidesAt(d.blocks, i)
		d.delegations(sides)
		i = next
	}
}

// sidesAt returns the sides that begin at block i, each with its members, and
// the index behind them.
func sidesAt(blocks []export.Block, i int) (sides [][]export.Block, next int) {
	for next = i; next < len(blocks); next++ {
		switch blocks[next].Kind {
		case export.SideName:
			sides = append(sides, nil)
		case export.Member:
		default:
			return sides, next
		}
		last := len(sides) - 1
		sides[last] = append(sides[last], blocks[next])
	}
	return sides, next
}

func (d *docx) block(b export.Block) {
	var runs []string
	for _, s := range b.Spans {
		runs = append(runs, d.span(b, s))
	}
	d.para(paragraphs[b.Kind], runs...)
}

// span returns a span in the style of its role.
func (d *docx) span(b export.Block, s export.Span) string {
	switch s.Part {
	case page.PortionPart, page.HeadPart, page.StatusPart:
		return run("Tag", s.Text)
	case page.OwnPart, page.LabelPart:
		return run("Label", s.Text)
	case page.ReferencePart:
		return fmt.Sprintf(`<w:hyperlink w:anchor="source%d">%s</w:hyperlink>`, s.Article, run("Reference", s.Text))
	case page.NumberPart:
		return fmt.Sprintf(`<w:bookmarkStart w:id="%[1]d" w:name="source%[1]d"/>%[2]s<w:bookmarkEnd w:id="%[1]d"/>`, s.Article, run("Strong", s.Text))
	case page.AddressPart:
		d.count++
		fmt.Fprintf(&d.links, `<Relationship Id="rLink%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, d.count, relationships, xmlText(s.URL))
		return fmt.Sprintf(`<w:hyperlink r:id="rLink%d">%s</w:hyperlink>`, d.count, run("Hyperlink", s.Text))
	case page.NotePart:
		return run("Office", s.Text)
	case page.TextPart:
		if b.Kind == export.Member {
			return run("Strong", s.Text)
		}
		return run("", s.Text)
	case page.SpeakerPart, page.ModePart:
		if s.Sign == "" && s.Part == page.ModePart {
			return run("Tag", s.Text)
		}
		if s.Sign == "" {
			return run("Strong", s.Text)
		}
	}
	switch {
	case b.Kind == export.QuotedFrom || b.Line == nil:
		return run("", s.String())
	}
	return run("Office", s.String())
}

// hairSpace is a paragraph of two points: tables need one between and behind
// them.
const hairSpace = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/></w:pPr></w:p>`

// columns is how many sides stand side by side at most.
const columns = 3

func (d *docx) delegations(all [][]export.Block) {
	for len(all) > 0 {
		n := min(columns, len(all))
		row := all[:n]
		all = all[n:]
		width := twips(d.paper.W-2*marginX) / n
		d.out.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>` +
			`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
		for range row {
			fmt.Fprintf(&d.out, `<w:gridCol w:w="%d"/>`, width)
		}
		d.out.WriteString(`</w:tblGrid><w:tr>`)
		for _, side := range row {
			fmt.Fprintf(&d.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
			for _, b := range side {
				d.block(b)
			}
			d.out.WriteString(`</w:tc>`)
		}
		d.out.WriteString(`</w:tr></w:tbl>` + hairSpace)
	}
}

// marking returns a paragraph with the marking of blocks, behind what stands
// before it.
func marking(style, before string, blocks []export.Block) string {
	var runs []string
	for _, b := range blocks {
		for _, s := range b.Spans {
			if b.Kind != export.Banner {
				continue
			}
			if colour, ok := page.TLPColour(s.Text); ok && s.Part == page.TLPPart {
				runs = append(runs, fmt.Sprintf(`<w:r><w:rPr><w:color w:val="%06X"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr>`+
					"<w:t xml:space=\"preserve\">\u00a0%s\u00a0</w:t></w:r>", uint32(colour), xmlText(s.Text)))
				continue
			}
			runs = append(runs, run("", s.Text))
		}
	}
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + before + joined(runs) + `</w:p>`
}

// foot returns the number of the page, how many lines are on file, and the
// marking.
func (d *docx) foot() string {
	// "Page 1 of 1" with fields for the figures, so that it cannot be wrong.
	words := strings.SplitN(d.c.Labels.PageOf, "1", 3)
	s := ""
	for i, w := range words {
		if w != "" {
			s += `<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t xml:space="preserve">` + spaced(w) + `</w:t></w:r>`
		}
		if i < len(words)-1 {
			s += `<w:fldSimple w:instr=" ` + []string{"PAGE", "NUMPAGES"}[i] + ` ">` + run("Note", "1") + `</w:fldSimple>`
		}
	}
	for _, b := range d.footer {
		if b.Kind == export.Held {
			s += space + space + run("Note", "· "+b.Spans[0].Text)
		}
	}
	return marking("Footer", s+`<w:r><w:tab/></w:r>`, d.footer)
}

// spaced returns text of XML with the spaces at its ends.
func spaced(s string) string {
	text := xmlText(s)
	if strings.HasPrefix(s, " ") {
		text = " " + text
	}
	if strings.HasSuffix(s, " ") {
		text += " "
	}
	return text
}
