package docx

import (
	"fmt"
	"strings"
)

// The faces: every word processor has them, or others of the same widths.
const (
	serifFace = "Times New Roman"
	sansFace  = "Arial"
)

// The colours of the page, as the printed page has them.
const (
	ink  = "1A1C20"
	navy = "1B365D"
	grey = "56606E"
	hair = "C3CAD4"
	tint = "EEF2F7"
)

// small is the size of sources, references and marks, in points: well below
// the text, but for the smallest text.
func (d *docx) small() float64 { return max(6.5, d.size*.75) }

// style is one style of the document. Sizes are in points.
type style struct {
	id, name  string
	character bool
	based     string
	paragraph string // properties, in the order of the schema
	run       string
}

func (s style) xml() string {
	kind := "paragraph"
	if s.character {
		kind = "character"
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="%s" w:styleId="%s"`, kind, s.id)
	if s.id == "Normal" {
		b.WriteString(` w:default="1"`)
	}
	fmt.Fprintf(&b, `><w:name w:val="%s"/>`, s.name)
	if s.based != "" {
		fmt.Fprintf(&b, `<w:basedOn w:val="%s"/>`, s.based)
	}
	b.WriteString(`<w:qFormat/>`)
	if s.paragraph != "" {
		b.WriteString(`<w:pPr>` + s.paragraph + `</w:pPr>`)
	}
	if s.run != "" {
		b.WriteString(`<w:rPr>` + s.run + `</w:rPr>`)
	}
	b.WriteString(`</w:style>`)
	return b.String()
}

func font(name string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:eastAsia="%[1]s" w:cs="%[1]s"/>`, name)
}

// fontSize is a size of type; the format counts in half points.
func fontSize(points float64) string {
	half := int(points*2 + .5)
	return fmt.Sprintf(`<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, half)
}

// colour is a colour, before the size in the order of the schema.
func colour(rgb string) string { return `<w:color w:val="` + rgb + `"/>` }

// spacing is space above and below a paragraph, in points.
func spacing(before, after float64) string {
	return fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, twips(before), twips(after))
}

func border(side, colour string, eighths, space int) string {
	return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="%d" w:color="%s"/>`, side, eighths, space, colour)
}

// styles returns the styles for the size of type that fits.
func (d *docx) styles() string {
	size, gap := d.size, d.size/10
	sans, serif := font(sansFace), font(serifFace)
	rule := func(side string) string {
		return `<w:pBdr>` + border(side, hair, 12, 8) + `</w:pBdr>`
	}
	all := []style{
		{id: "Normal", name: "Normal"},
		{id: "Title", name: "Title", based: "Normal", paragraph: `<w:keepNext/>` + spacing(0, 2*gap),
			run: serif + `<w:b/>` + colour(navy) + fontSize(size+8)},
		{id: "Subtitle", name: "Subtitle", based: "Normal", paragraph: spacing(0, 2*gap), run: sans + colour(grey) + fontSize(size)},
		{id: "Notice", name: "Notice", based: "Normal", paragraph: spacing(0, 2*gap), run: sans + `<w:b/>` + colour(grey) + fontSize(d.small())},
		{id: "Fact", name: "Fact", based: "Normal", paragraph: spacing(0, gap), run: sans + fontSize(size-1)},
		{id: "Heading2", name: "heading 2", based: "Normal", paragraph: `<w:keepNext/>` + spacing(7*gap, 2*gap) + `<w:outlineLvl w:val="1"/>`,
			run: sans + `<w:b/><w:caps/>` + colour(navy) + `<w:spacing w:val="12"/>` + fontSize(size-2)},
		{id: "Heading3", name: "heading 3", based: "Normal", paragraph: `<w:keepNext/>` + spacing(0, gap) + `<w:outlineLvl w:val="2"/>`,
			run: sans + `<w:b/>` + colour(navy) + fontSize(size)},
		{id: "BottomLine", name: "Bottom Line", based: "Normal",
			paragraph: `<w:pBdr>` + border("left", navy, 24, 6) + `</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="` + tint + `"/>` +
				spacing(0, gap) + `<w:ind w:left="180"/>`, run: fontSize(size + 1)},
		{id: "Member", name: "Member", based: "Normal", paragraph: spacing(0, gap)},
		{id: "ListBullet", name: "List Bullet", based: "Normal", paragraph: `<w:numPr><w:numId w:val="1"/></w:numPr>` + spacing(0, gap) + `<w:ind w:left="320" w:hanging="320"/>`},
		{id: "ListNumber", name: "List Number", based: "Normal", paragraph: `<w:numPr><w:numId w:val="2"/></w:numPr>` + spacing(0, gap) + `<w:ind w:left="320" w:hanging="320"/>`},
		{id: "Quote", name: "Quote", based: "Normal", paragraph: `<w:keepNext/>` + rule("left") + spacing(0, 0) + `<w:ind w:left="220"/>`, run: `<w:i/>`},
		{id: "QuoteSource", name: "Quote Source", based: "Normal", paragraph: rule("left") + spacing(0, 4*gap) + `<w:ind w:left="220"/>`,
			run: sans + `<w:b/>` + colour(navy) + fontSize(size-1.5)},
		{id: "Source", name: "Source", based: "Normal", paragraph: spacing(0, 0), run: sans + colour(grey) + fontSize(d.small())},
		// A label of the Traffic Light Protocol 2.0 is at least twelve points,
		// in capitals, at the right.
		{id: "Header", name: "header", based: "Normal", paragraph: spacing(0, 0) + `<w:jc w:val="right"/>`, run: sans + `<w:b/><w:caps/>` + fontSize(12)},
		{id: "Footer", name: "footer", based: "Normal",
			paragraph: fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(d.paper.W-2*marginX)) + spacing(0, 0),
			run:       sans + `<w:b/><w:caps/>` + fontSize(12)},
		{id: "Strong", name: "Strong", character: true, run: `<w:b/>`},
		{id: "Office", name: "Office", character: true, run: sans + colour(grey) + fontSize(size-1)},
		{id: "Label", name: "Label", character: true, run: sans + `<w:b/>` + colour(grey) + fontSize(size-2)},
		{id: "Tag", name: "Tag", character: true, run: sans + `<w:b/><w:i w:val="0"/><w:caps/>` + colour(grey) + fontSize(d.small()-.5)},
		{id: "Reference", name: "Reference", character: true, run: sans + `<w:i w:val="0"/>` + colour(navy) + fontSize(d.small())},
		{id: "Note", name: "Note", character: true, run: sans + `<w:b w:val="0"/><w:caps w:val="0"/>` + colour(grey) + fontSize(d.small())},
		{id: "Hyperlink", name: "Hyperlink", character: true, run: colour(navy) + `<w:u w:val="single"/>`},
	}
	var s strings.Builder
	s.WriteString(`<w:styles ` + wordNames + `><w:docDefaults><w:rPrDefault><w:rPr>` + serif + colour(ink) + fontSize(size) +
		`<w:lang w:val="` + d.c.Labels.Language + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="` +
		fmt.Sprint(int(leading*240)) + `" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	for _, st := range all {
		s.WriteString(st.xml())
	}
	s.WriteString(`</w:styles>`)
	return s.String()
}

// leading is the space between lines, as a share of the face's own.
const leading = 1.05

const numbering = `<w:numbering ` + wordNames + `><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
