package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
)

// page is a page as rows of characters. Lengths are in points, from the
// lower left corner.
type page struct {
	lines       []row   // in the order of the file
	bottom, top float64 // of the page
	size        int     // bytes of text
	letters     int
	unknown     int
	noteNumbers int // that were left out
	left, right float64
}

// row is a row of characters.
type row struct {
	text   string
	gaps   []lineGap // between its words
	x0, x1 float64
	base   float64 // what its letters stand on
	height float64 // size of its letters
	first  float64 // size of the first letter
	bold   bool    // at both ends and in the middle
	broken bool    // it ends in the middle of a word: a hyphen was there
	turned bool    // runs in another direction than most of the page
	page   int
}

// lineGap is the room between two words: a blank, a tab or a gutter.
type lineGap struct {
	at     int     // byte of the line's text behind it
	char   int     // number of the character behind it, of those seen
	x0, x1 float64 // its edges
}

// page reads one page.
func (d *document) page(index int) (page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: index}}
	p := page{top: math.Inf(1), right: math.Inf(1), bottom: math.Inf(-1), left: math.Inf(-1)}
	if box, err := d.pdf.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: at}); err == nil && box.Rect.Top > box.Rect.Bottom {
		p.left, p.right = float64(box.Rect.Left), float64(box.Rect.Right)
		p.bottom, p.top = float64(box.Rect.Bottom), float64(box.Rect.Top)
	}
	text, err := d.pdf.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return p, err
	}
	fonts, err := d.pdf.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return p, err
	}
	defer d.pdf.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: fonts.TextPage})
	w := lineWriter{d: d, page: &p, fonts: fonts.TextPage, chars: text.Chars, index: index}
	w.main, w.em = direction(text.Chars), emOf(text.Chars)
	w.read()
	_, p.bottom, _, p.top = w.turn(responses.CharPosition{Left: p.left, Right: p.right, Bottom: p.bottom, Top: p.top})
	return p, nil
}

// quarter returns the direction of a character in quarters of a turn, -1 for
// slanted ones.
func quarter(angle float64) int {
	q := angle / (math.Pi / 2)
	if n := math.Round(q); math.Abs(q-n) < 0.05 {
		return (int(n)%4 + 4) % 4
	}
	return -1
}

// direction returns the direction of most characters.
func direction(chars []*responses.GetPageTextStructuredChar) int {
	var n [4]int
	for _, c := range chars {
		if q := quarter(c.Angle); q >= 0 && c.PointPosition.Right > c.PointPosition.Left {
			n[q]++
		}
	}
	best := 0
	for q := range n {
		if n[q] > n[best] {
			best = q
		}
	}
	return best
}

// emOf estimates the size of a page's letters by the taller ones.
func emOf(chars []*responses.GetPageTextStructuredChar) float64 {
	var tall []float64
	for _, c := range chars {
		if h := c.PointPosition.Top - c.PointPosition.Bottom; h > 0 {
			tall = append(tall, h)
		}
	}
	if len(tall) == 0 {
		return 10
	}
	slices.Sort(tall)
	return tall[len(tall)*85/100] / 0.73 // capitals are that part of it
}

// lineWriter cuts a page's characters into lines.
type lineWriter struct {
	d     *document
	page  *page
	fonts references.FPDF_TEXTPAGE
	chars []*responses.GetPageTextStructuredChar
	index int
	main  int     // direction of the page
	em    float64 // size of most letters

	text     strings.Builder
	seen     []int // characters of the open line that have an extent
	box      row
	lastEdge float64
	inNumber bool // of a note
}

func (w *lineWriter) read() {
	for i, c := range w.chars {
		switch c.Text {
		case "":
			w.page.unknown++
			continue
		case "\r", "\n":
			w.end(false)
			continue
		case "\x02": // PDFium's mark of a hyphen at the end of a line
			w.end(true)
			continue
		}
		w.char(i, c)
	}
	w.end(false)
}

func (w *lineWriter) char(i int, c *responses.GetPageTextStructuredChar) {
	r := []rune(c.Text)[0]
	x0, y0, x1, y1 := w.turn(c.PointPosition)
	if r == ' ' || r == '\t' || r == '\u00A0' || x1 <= x0 {
		if w.text.Len() > 0 && r >= ' ' {
			w.text.WriteRune(r)
		}
		return
	}
	if w.outside(c.PointPosition) {
		return
	}
	turned := quarter(c.Angle) != w.main
	if len(w.seen) > 0 {
		if turned != w.box.turned || !turned && (x1 < w.box.x0-3*w.em || y0 > w.box.base+2*w.em+w.box.height) {
			w.end(false)
		}
	}
	if w.noteNumber(r, y0, y1) {
		w.lastEdge = x1
		return
	}
	if gap := x0 - w.lastEdge; len(w.seen) > 0 && gap > 0.1*w.em {
		w.box.gaps = append(w.box.gaps, lineGap{w.text.Len(), len(w.seen), w.lastEdge, x0})
	}
	if len(w.seen) == 0 {
		w.box = row{x0: x0, x1: x1, base: y0, height: y1 - y0, turned: turned, page: w.index}
	}
	w.box.x0, w.box.x1 = min(w.box.x0, x0), max(w.box.x1, x1)
	w.box.base = min(w.box.base, y0)
	w.lastEdge = x1
	w.seen = append(w.seen, i)
	switch {
	case r >= 0xFB00 && r <= 0xFB06: // letters joined for looks
		w.text.WriteString([]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00])
		w.page.letters++
	case r < ' ' || r == 0xFFFD || r == 0xFFFE || r >= 0xE000 && r <= 0xF8FF: // no letter is known by these
		w.page.unknown++
		w.text.WriteRune('\uFFFD')
	default:
		w.text.WriteRune(r)
		if letters.Readable(r) {
			w.page.letters++
		}
	}
}

// noteNumber reports whether a character, with its lower and upper edge, is
// of the number of a note: small, raised, and behind a word or a sentence. A
// square metre is none.
func (w *lineWriter) noteNumber(r rune, y0, y1 float64) bool {
	if len(w.seen) == 0 || !unicode.IsDigit(r) && r != ',' && r != '*' && r != '†' ||
		y0 < w.box.base+0.25*w.em || y1-y0 > 0.55*w.em {
		w.inNumber = false
		return false
	}
	if w.inNumber {
		return true
	}
	before := strings.TrimRight(w.text.String()[max(0, w.text.Len()-20):], "”’\"')")
	word := before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]
	if r == ',' || before == "" || word == "" && !strings.ContainsAny(before[len(before)-1:], ".,;:!?") || word != "" && len(word) < 3 {
		return false
	}
	w.inNumber = true
	w.page.noteNumbers++
	return true
}

// turn returns a box as it stands when the page is turned so that most of its
// text runs to the right.
func (w *lineWriter) turn(b responses.CharPosition) (x0, y0, x1, y1 float64) {
	switch w.main {
	case 1: // upwards
		return b.Bottom, -b.Right, b.Top, -b.Left
	case 2:
		return -b.Right, -b.Top, -b.Left, -b.Bottom
	case 3: // downwards
		return -b.Top, b.Left, -b.Bottom, b.Right
	}
	return b.Left, b.Bottom, b.Right, b.Top
}

// outside reports whether a character lies off the page: nobody sees it.
func (w *lineWriter) outside(b responses.CharPosition) bool {
	return b.Right < w.page.left || b.Left > w.page.right || b.Top < w.page.bottom || b.Bottom > w.page.top
}

// end closes the open line. Where it has a gap much wider than its others, it
// is two: what is stretched to fill a column is stretched everywhere.
func (w *lineWriter) end(broken bool) {
	text, seen, line := w.text.String(), w.seen, w.box
	w.text.Reset()
	w.seen, w.inNumber = nil, false
	if len(seen) == 0 {
		return
	}
	from, char, usual := 0, 0, usualGap(line.gaps)
	var gaps []lineGap
	for _, g := range line.gaps {
		if width := g.x1 - g.x0; usual == 0 || width < 1.8*w.em || width < 2.5*usual {
			g.at, g.char = g.at-from, g.char-char
			gaps = append(gaps, g)
			continue
		}
		part := line
		part.text, part.gaps, part.x1 = text[from:g.at], gaps, g.x0
		w.add(part, seen[char:g.char])
		line.x0, from, char, gaps = g.x1, g.at, g.char, nil
	}
	line.text, line.gaps, line.broken = text[from:], gaps, broken
	w.add(line, seen[char:])
}

// usualGap returns the width of most gaps of a line, 0 if it has too few.
func usualGap(gaps []lineGap) float64 {
	if len(gaps) < 3 {
		return 0
	}
	var widths []float64
	for _, g := range gaps {
		widths = append(widths, g.x1-g.x0)
	}
	slices.Sort(widths)
	return widths[len(widths)/2]
}

// add adds a line that consists of the given characters.
func (w *lineWriter) add(line row, seen []int) {
	line.text = strings.TrimSpace(line.text)
	if line.text == "" || len(seen) == 0 {
		return
	}
	// Signs of a font of signs, such as Symbol, are bullets where they begin
	// a line.
	if rest, ok := strings.CutPrefix(line.text, "\uFFFD"); ok && strings.HasPrefix(rest, " ") {
		line.text = "•" + rest
		w.page.unknown--
	}
	// Of three letters the one of middle size: an initial is larger, a note's
	// number smaller.
	middle := seen[len(seen)/2]
	sizes := []letterSize{w.sizeOf(seen[0]), w.sizeOf(middle), w.sizeOf(seen[len(seen)-1])}
	line.first = sizes[0].em
	slices.SortStableFunc(sizes, func(a, b letterSize) int { return cmp.Compare(a.em, b.em) })
	if sizes[1].em > 0 {
		line.base, line.height = sizes[1].base, sizes[1].em
	}
	line.bold = w.bold(seen[0]) && w.bold(middle) && w.bold(seen[len(seen)-1])
	w.page.size += len(line.text) + 1
	if n := len(w.page.lines); n > 0 && w.page.lines[n-1].raises(line) {
		w.page.noteNumbers++
		w.page.lines[n-1].x1 = max(w.page.lines[n-1].x1, line.x1)
		return
	}
	if n := len(w.page.lines); n > 0 && w.page.lines[n-1].joins(line) {
		w.page.lines[n-1].join(line)
		return
	}
	w.page.lines = append(w.page.lines, line)
}

// raises reports whether line b is the number of a note behind line a, raised
// so high that PDFium takes it for a line of its own.
func (a *row) raises(b row) bool {
	em, gap := a.height, b.x0-a.x1
	if a.turned || b.turned || b.height > 0.8*em || b.base < a.base || b.base > a.base+1.2*em || gap < -0.3*em || gap > 0.4*em || !noteSign().MatchString(b.text) {
		return false
	}
	before := strings.TrimRight(a.text[max(0, len(a.text)-20):], "”’\"')")
	word := before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]
	return len(word) >= 3 || word == "" && before != "" && strings.ContainsAny(before[len(before)-1:], ".,;:!?")
}

var noteSign = pattern.New(`^(?:\d{1,3}(?:,\d{1,3})*|[*†‡]+)$`)

// joins reports whether line b goes on where a ends, in the same row: raised
// signs have PDFium end a line.
func (a *row) joins(b row) bool {
	const most = 1000 // bytes of a line
	em, gap := max(a.height, b.height), b.x0-a.x1
	return len(a.text) < most && !a.broken && !a.turned && !b.turned && math.Abs(a.base-b.base) < 0.15*em && -0.3*em < gap && gap < 0.8*em
}

func (a *row) join(b row) {
	if b.x0-a.x1 > 0.1*a.height {
		a.gaps = append(a.gaps, lineGap{at: len(a.text), x0: a.x1, x1: b.x0})
		a.text += " "
	}
	for _, g := range b.gaps {
		g.at += len(a.text)
		a.gaps = append(a.gaps, g)
	}
	a.text, a.x1, a.bold, a.broken = a.text+b.text, max(a.x1, b.x1), a.bold && b.bold, b.broken
}

// letterSize is how large a letter is set, and the line it stands on.
type letterSize struct{ em, base float64 }

// sizeOf returns the size of a character, the zero value if it is not known.
func (w *lineWriter) sizeOf(i int) letterSize {
	size, err := w.d.pdf.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: w.fonts, Index: i})
	if err != nil {
		return letterSize{}
	}
	matrix, err := w.d.pdf.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: w.fonts, Index: i})
	if err != nil {
		return letterSize{}
	}
	origin, err := w.d.pdf.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: w.fonts, Index: i})
	if err != nil {
		return letterSize{}
	}
	em := size.FontSize * math.Hypot(float64(matrix.Matrix.C), float64(matrix.Matrix.D))
	_, base, _, _ := w.turn(responses.CharPosition{Left: origin.X, Right: origin.X, Bottom: origin.Y, Top: origin.Y})
	if math.IsNaN(em) || math.IsInf(em, 0) || math.IsNaN(base) || math.IsInf(base, 0) {
		return letterSize{}
	}
	return letterSize{em, base}
}

// bold reports whether a character's font says that it is bold.
func (w *lineWriter) bold(i int) bool {
	font, err := w.d.pdf.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: w.fonts, Index: i})
	if err != nil {
		return false
	}
	const forced = 1 << 18 // ForceBold of a font descriptor's flags
	name := strings.ToLower(font.FontName)
	return font.Flags&forced != 0 && !strings.Contains(name, "regular") || strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy")
}
