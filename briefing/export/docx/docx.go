// Package docx writes a briefing as a document for word processors, and reads
// back what such a document shows. It owns the parts, the styles and the size
// of type that keeps the document to one page; what is shown, and in which
// order, is export.Content's.
package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"slices"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// Write writes the briefing as WordprocessingML (ISO/IEC 29500) on one sheet
// of the paper: real styles and lists, the marking in header and footer, a
// link from every reference to its source. It is set in faces that every word
// processor has or replaces by ones of the same widths, in a size that keeps
// it to one page. The same input gives the same bytes.
func Write(w io.Writer, b briefing.Briefing, paper page.Paper, o export.Options) error {
	d := &docx{c: export.NewContent(b, o), paper: paper}
	d.divide()
	d.size = d.fittingSize()
	d.body()
	parts, err := d.parts()
	if err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	z := zip.NewWriter(w)
	for _, part := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return fmt.Errorf("write docx: %w", err)
		}
		if _, err := io.WriteString(f, xmlHead+part.text); err != nil {
			return fmt.Errorf("write docx: %s: %w", part.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	return nil
}

// epoch is when every part was made: the first day that zip can tell.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// part is a file in the package.
type part struct{ name, text string }

const (
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordNames     = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="` + relationships + `"`
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	wordCore      = "application/vnd.openxmlformats-package.core-properties+xml"
	packageRels   = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// parts returns the files of the package, sorted by name; the list of types
// comes first, as readers expect.
func (d *docx) parts() ([]part, error) {
	parts := []part{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			d.recordTypes() +
			`<Override PartName="/docProps/core.xml" ContentType="` + wordCore + `"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/>` +
			`<Override PartName="/word/footer1.xml" ContentType="` + wordType + `footer+xml"/>` +
			`<Override PartName="/word/header1.xml" ContentType="` + wordType + `header+xml"/>` +
			`<Override PartName="/word/numbering.xml" ContentType="` + wordType + `numbering+xml"/>` +
			`<Override PartName="/word/settings.xml" ContentType="` + wordType + `settings+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packageRels + `">` +
			`<Relationship Id="rId1" Type="` + relationships + `/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="` + packageRels + `/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", d.core()},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="` + packageRels + `">` +
			`<Relationship Id="rFooter" Type="` + relationships + `/footer" Target="footer1.xml"/>` +
			`<Relationship Id="rHeader" Type="` + relationships + `/header" Target="header1.xml"/>` +
			`<Relationship Id="rNumbering" Type="` + relationships + `/numbering" Target="numbering.xml"/>` +
			`<Relationship Id="rSettings" Type="` + relationships + `/settings" Target="settings.xml"/>` +
			`<Relationship Id="rStyles" Type="` + relationships + `/styles" Target="styles.xml"/>` +
			d.recordLink() + d.links.String() + `</Relationships>`},
		{"word/document.xml", `<w:document ` + wordNames + `><w:body>` + d.out.String() + d.sheet() + `</w:body></w:document>`},
		{"word/footer1.xml", `<w:ftr ` + wordNames + `>` + d.foot() + `</w:ftr>`},
		{"word/header1.xml", `<w:hdr ` + wordNames + `>` + marking("Header", "", d.header) + `</w:hdr>`},
		{"word/numbering.xml", numbering},
		{"word/settings.xml", `<w:settings ` + wordNames + `><w:compat><w:compatSetting w:name="compatibilityMode" ` +
			`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
		{"word/styles.xml", d.styles()},
	}
	if d.c.Options.Trace {
		record, err := trace.New(d.c, false, briefing.Sources{}).Sealed(d.rows()).Bytes()
		if err != nil {
			return nil, err
		}
		parts = slices.Insert(parts, 2, recordParts(record)...)
	}
	return parts, nil
}

// core returns the properties of the document. Nobody is named unless chosen.
func (d *docx) core() string {
	s := `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + xmlText(d.c.Title()) + `</dc:title>`
	if d.c.Author() != "" {
		s += `<dc:creator>` + xmlText(d.c.Author()) + `</dc:creator>`
	}
	s += `<dc:language>` + xmlText(d.c.Labels.Language) + `</dc:language>`
	if !d.c.Options.Created.IsZero() {
		at := d.c.Options.Created.UTC().Format(time.RFC3339)
		s += `<dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created>` +
			`<dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified>`
	}
	return s + `</cp:coreProperties>`
}

// sheet returns paper, margins, header and footer.
func (d *docx) sheet() string {
	return `<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:footerReference w:type="default" r:id="rFooter"/>` +
		fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, twips(d.paper.W), twips(d.paper.H)) +
		fmt.Sprintf(`<w:pgMar w:top="%[1]d" w:right="%[2]d" w:bottom="%[1]d" w:left="%[2]d" w:header="%[3]d" w:footer="%[3]d" w:gutter="0"/>`,
			twips(marginY), twips(marginX), twips(marginY/2)) + `</w:sectPr>`
}

// The margins of the sheet in points. Header and footer stand within the
// upper and the lower one.
const (
	marginX = 51
	marginY = 50
)

// twips returns points in twentieths of a point, the unit of the format.
func twips(points float64) int { return int(points*20 + .5) }
