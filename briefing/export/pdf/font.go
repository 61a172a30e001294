package pdf

import (
	"crypto/sha256"
	"fmt"
	"math"
	"strings"

	"example.org/attache/briefing/page"
)

// pdfFont is a font as far as the page uses it. Glyphs are numbered anew in
// the order of use. A glyph that stands for different characters gets a number
// for each, so that copied text is always right.
type pdfFont struct {
	*page.Font
	number   int
	object   int
	numbers  map[usedGlyph]uint16
	glyphs   []usedGlyph // by new number
	hmtx     []byte
	nmetrics int
}

type usedGlyph struct {
	id   uint16 // in the original font
	text string
}

// font returns the PDF's version of a font.
func (d *document) font(f *page.Font) *pdfFont {
	if p, ok := d.fontOf[f]; ok {
		return p
	}
	p := &pdfFont{
		Font: f, number: len(d.fonts) + 1, numbers: map[usedGlyph]uint16{},
		hmtx: f.Table("hmtx"), nmetrics: int(be16(f.Table("hhea"), 34)),
		glyphs: []usedGlyph{{}}, // number 0 is the sign for no glyph, as the format asks
	}
	d.fontOf[f] = p
	d.fonts = append(d.fonts, p)
	return p
}

// use returns the new number of a glyph.
func (f *pdfFont) use(g page.Glyph) uint16 {
	u := usedGlyph{g.ID, g.Text}
	n, ok := f.numbers[u]
	if !ok {
		n = uint16(len(f.glyphs))
		f.numbers[u] = n
		f.glyphs = append(f.glyphs, u)
	}
	return n
}

func (f *pdfFont) advance(glyph uint16) uint16 {
	return be16(f.hmtx, 4*min(int(glyph), f.nmetrics-1))
}

// writeFonts writes the fonts and returns the entries of the resources.
func (d *document) writeFonts() string {
	var resources []string
	for _, f := range d.fonts {
		f.object = d.alloc()
		resources = append(resources, fmt.Sprintf("/F%d %s", f.number, ref(f.object)))
		d.writeFont(f)
	}
	return strings.Join(resources, " ")
}

func (d *document) writeFont(f *pdfFont) {
	descendant, descriptor, file, unicode := d.alloc(), d.alloc(), d.alloc(), d.alloc()
	used := len(f.glyphs) // what text uses; parts of accented letters come after
	data := f.subset()
	name := subsetTag(data) + "+" + f.Name
	d.object(f.object, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>",
		name, ref(descendant), ref(unicode)))
	var widths strings.Builder
	for i, g := range f.glyphs {
		if i > 0 {
			widths.WriteByte(' ')
		}
		widths.WriteString(number(float64(f.advance(g.id)) * 1000 / float64(f.UnitsPerEm)))
	}
	d.object(descendant, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %s /CIDToGIDMap /Identity /DW 0 /W [0 [%s]]>>",
		name, ref(descriptor), widths.String()))
	unit := func(v int) int { return int(math.Round(float64(v) * 1000 / float64(f.UnitsPerEm))) }
	const symbolic = 4 // glyphs are chosen by number, not by a standard encoding
	flags := symbolic
	if f.ItalicAngle != 0 {
		flags |= 64
	}
	stem := 88
	if strings.Contains(f.Name, "Semibold") {
		stem = 120
	}
	d.object(descriptor, fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %s /Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV %d /FontFile2 %s>>",
		name, flags, unit(f.BBox[0]), unit(f.BBox[1]), unit(f.BBox[2]), unit(f.BBox[3]), number(f.ItalicAngle),
		f.Ascent*1000, -f.Descent*1000, f.CapHeight*1000, stem, ref(file)))
	d.stream(file, fmt.Sprintf(" /Length1 %d", len(data)), data)
	table := f.toUnicode(used)
	d.stream(unicode, "", table)
	d.looks = append(d.looks, fontHash(ownCoding, table, data))
}

// subsetTag is the six letters that tell subsets of one font apart (ISO
// 32000-1, 9.6.4).
func subsetTag(data []byte) string {
	sum := sha256.Sum256(data)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode says which characters each glyph stands for (ISO 32000-1, 9.10.3).
// A glyph that only completes the one before it, such as an accent, maps to
// a joiner of no width, since PDF/A wants a character for every glyph.
func (f *pdfFont) toUnicode(used int) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const perBlock = 100 // the most a block may hold
	for from := 1; from < used; from += perBlock {
		to := min(used, from+perBlock)
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for i, g := range f.glyphs[from:to] {
			text := g.text
			if text == "" {
				text = wordJoiner
			}
			fmt.Fprintf(&b, "<%04X> <%s>\n", from+i, utf16Hex(text))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(b.String())
}

const wordJoiner = "\u2060"
