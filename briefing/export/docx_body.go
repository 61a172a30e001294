package export

import (
	"encoding/xml"
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// docx writes the paragraphs of the document.
type docx struct {
	p     printed
	o     Options
	paper page.Paper
	size  float64 // of the text, in points
	out   strings.Builder
	links strings.Builder // relationships of the links to the web
	count int             // of those links
}

// xmlText returns s as text of XML. Characters that XML cannot hold become
// U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(oneLine(s))) // a Builder takes everything
	return b.String()
}

// para writes a paragraph of the runs that are not empty.
func (d *docx) para(style string, runs ...string) {
	d.out.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	n := 0
	for _, r := range runs {
		if r == "" {
			continue
		}
		if n++; n > 1 {
			d.out.WriteString(docxSpace)
		}
		d.out.WriteString(r)
	}
	d.out.WriteString(`</w:p>`)
}

const docxSpace = `<w:r><w:t xml:space="preserve"> </w:t></w:r>`

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

func (d *docx) body() {
	h := d.p.head()
	if d.p.unverified {
		d.para("Notice", run("", d.p.labels.AllSuggested))
	}
	if h.title == nil {
		d.para("Title", run("", d.p.labels.Untitled))
	} else {
		d.para("Title", append([]string{d.portion(*h.title), run("", d.p.title())}, d.tail(*h.title)...)...)
	}
	for _, l := range h.deck {
		d.para("Subtitle", append([]string{d.portion(l), run("", quoted(l))}, d.tail(l)...)...)
	}
	for _, l := range h.facts {
		d.para("Fact", append([]string{d.portion(l), run("Label", d.p.labels.Line(l.Label)), run("", quoted(l)), run("Office", d.p.note(l))}, d.tail(l)...)...)
	}
	var of []string
	if a := run("", d.p.Details.Author); d.o.Author && a != "" {
		of = append(of, run("Label", d.p.labels.PreparedBy), a)
	}
	if d.p.Details.AsOf.Known() {
		of = append(of, run("Label", d.p.labels.AsOf), run("", d.p.labels.Date(d.p.Details.AsOf)))
	}
	if len(of) > 0 {
		d.para("Fact", of...)
	}
	for _, s := range d.p.body() {
		d.para("Heading2", run("", s.heading))
		d.section(s)
	}
	d.sources()
}

func (d *docx) section(s section) {
	style := "ListBullet"
	switch s.kind {
	case briefing.DelegationsSection:
		d.delegations(delegations(s.lines))
		return
	case briefing.QuotesSection:
		for _, l := range s.lines {
			d.quote(l)
		}
		return
	case briefing.BottomLine:
		style = "BottomLine"
	case briefing.CommentSection:
		style = "Normal"
	case briefing.AgreementsSection:
		style = "ListNumber"
	}
	for _, l := range s.lines {
		runs := []string{d.portion(l)}
		if l.Kind == briefing.AnalystLine && s.kind != briefing.CommentSection {
			runs = append(runs, run("Label", d.p.labels.Comment))
		}
		if s.kind == briefing.PositionsSection {
			runs = append(runs, run("Strong", l.Speaker), run("Tag", d.p.labels.Mode(l.Mode)))
			l.Speaker, l.Mode = "", ""
		}
		runs = append(runs, run("", quoted(l)))
		if said := d.p.said(l); said != "" {
			runs = append(runs, run("Office", "— "+said))
		}
		d.para(style, append(runs, d.tail(l)...)...)
	}
}

func (d *docx) quote(l briefing.Line) {
	own := ""
	if l.Kind == briefing.AnalystLine {
		own = run("Label", d.p.labels.Comment)
	}
	text := []string{d.portion(l), own, run("", quoted(l))}
	said := d.p.said(l)
	if said == "" {
		d.para("Quote", append(text, d.tail(l)...)...)
		return
	}
	d.para("Quote", text...)
	d.para("QuoteSource", append([]string{run("", said)}, d.tail(l)...)...)
}

// docxHairSpace is a paragraph of two points: tables need one between and
// behind them.
const docxHairSpace = `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/></w:pPr></w:p>`

// columns is how many sides stand side by side at most.
const columns = 3

func (d *docx) delegations(all []delegation) {
	for len(all) > 0 {
		n := min(columns, len(all))
		row := all[:n]
		all = all[n:]
		width := twips(d.paper.W-2*docxMarginX) / n
		d.out.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>` +
			`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
		for range row {
			fmt.Fprintf(&d.out, `<w:gridCol w:w="%d"/>`, width)
		}
		d.out.WriteString(`</w:tblGrid><w:tr>`)
		for _, side := range row {
			fmt.Fprintf(&d.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
			d.side(side)
			d.out.WriteString(`</w:tc>`)
		}
		d.out.WriteString(`</w:tr></w:tbl>` + docxHairSpace)
	}
}

func (d *docx) side(side delegation) {
	heading := d.p.sideName(side.side)
	if m := d.p.labels.Meeting(side.meeting); m != "" {
		heading += " — " + m
	}
	d.para("Heading3", run("", heading))
	for _, l := range side.members {
		runs := []string{d.portion(l), run("Strong", name(l))}
		if l.Head {
			runs = append(runs, run("Tag", d.p.labels.Head))
		}
		runs = append(runs, run("Office", l.Title))
		d.para("Member", append(runs, d.tail(l)...)...)
	}
}

func (d *docx) portion(l briefing.Line) string { return run("Tag", portion(l.Marking)) }

// tail returns what follows a line: its references and its status.
func (d *docx) tail(l briefing.Line) []string {
	var runs []string
	refs := d.p.Refs(l)
	for i := 0; i < len(refs); {
		n := refs[i].Article
		text := fmt.Sprintf("[%d\u00a0¶%d", n, refs[i].Paragraph)
		for i++; i < len(refs) && refs[i].Article == n; i++ {
			text += fmt.Sprintf(", %d", refs[i].Paragraph)
		}
		runs = append(runs, fmt.Sprintf(`<w:hyperlink w:anchor="source%d">%s</w:hyperlink>`, n, run("Reference", text+"]")))
	}
	if status := d.p.mark(l); status != "" {
		runs = append(runs, run("Tag", status))
	}
	return runs
}

func (d *docx) sources() {
	if len(d.p.Articles) == 0 {
		return
	}
	d.para("Heading2", run("", d.p.labels.Sources))
	for i, a := range d.p.Articles {
		number := fmt.Sprintf(`<w:bookmarkStart w:id="%[1]d" w:name="source%[1]d"/>%[2]s<w:bookmarkEnd w:id="%[1]d"/>`,
			i+1, run("Strong", fmt.Sprint(i+1)))
		d.para("Source", number, run("", d.p.described(a)+"."), d.link(a.URL))
	}
	if len(d.p.Articles) > 1 {
		d.para("Source", run("", d.p.labels.SourceSummary(d.p.Articles)+"."))
	}
}

// link returns a link to the web, or "" for any other address.
func (d *docx) link(address string) string {
	u := link(address)
	if u == "" {
		return ""
	}
	d.count++
	fmt.Fprintf(&d.links, `<Relationship Id="rLink%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, d.count, relationships, xmlText(u))
	return fmt.Sprintf(`<w:hyperlink r:id="rLink%d">%s</w:hyperlink>`, d.count, run("Hyperlink", shownAddress(u)))
}

// tlpColours are the colours that TLP 2.0 gives the labels, on black.
var tlpColours = map[string]string{
	page.TLPClear: "FFFFFF", page.TLPGreen: "33FF00", page.TLPAmber: "FFC000", page.TLPAmberStrict: "FFC000", page.TLPRed: "FF2B2B",
}

// marking returns the marking line, behind what stands before it.
func (d *docx) marking(style, before string) string {
	marking, tlp := strings.ToUpper(d.p.Details.Marking), strings.ToUpper(strings.ReplaceAll(d.p.Details.TLP, " ", ""))
	s := `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + before
	s += run("", marking)
	if marking != "" && tlp != "" {
		s += docxSpace
	}
	if colour := tlpColours[tlp]; colour != "" {
		s += `<w:r><w:rPr><w:color w:val="` + colour + `"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:rPr>` +
			"<w:t xml:space=\"preserve\">\u00a0" + xmlText(tlp) + "\u00a0</w:t></w:r>"
	} else {
		s += run("", tlp)
	}
	return s + `</w:p>`
}

// footer returns the number of the page, how many lines are on file, and the
// marking.
func (d *docx) footer() string {
	// "Page 1 of 1" with fields for the figures, so that it cannot be wrong.
	words := strings.SplitN(d.p.labels.PageOf, "1", 3)
	s := ""
	for i, w := range words {
		if w != "" {
			s += `<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t xml:space="preserve">` + spaced(w) + `</w:t></w:r>`
		}
		if i < len(words)-1 {
			s += `<w:fldSimple w:instr=" ` + []string{"PAGE", "NUMPAGES"}[i] + ` ">` + run("Note", "1") + `</w:fldSimple>`
		}
	}
	if d.p.onFile > 0 {
		s += docxSpace + docxSpace + run("Note", "· "+d.p.labels.Held(d.p.onFile))
	}
	return d.marking("Footer", s+`<w:r><w:tab/></w:r>`)
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
