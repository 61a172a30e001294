package export

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"example.org/attache/briefing"
)

// maxPDF is the largest file ReadPDF takes; ours are about 100 kB.
const maxPDF = 64 << 20

// ReadPDF reads back a PDF that PDF wrote: its text in reading order, one
// paragraph to a line, and the attached trace, nil if there is none. A file of
// another program, or one of ours that another program wrote anew, is
// ErrUnsupported; a damaged one of ours is ErrDamaged.
func ReadPDF(r io.Reader) (text string, trace []byte, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxPDF+1))
	if err != nil {
		return "", nil, fmt.Errorf("read pdf: %w", err)
	}
	if len(data) > maxPDF {
		return "", nil, fmt.Errorf("read pdf: %w", briefing.ErrTooLarge)
	}
	text, trace, err = readPDF(data)
	if err != nil {
		return "", nil, fmt.Errorf("read pdf: %w", err)
	}
	return text, trace, nil
}

func readPDF(data []byte) (string, []byte, error) {
	switch {
	case !bytes.HasPrefix(data, []byte("%PDF-")):
		return "", nil, fmt.Errorf("%w: not a PDF", briefing.ErrUnsupported)
	case !bytes.HasPrefix(data, []byte(pdfHeader)):
		return "", nil, fmt.Errorf("%w: not a PDF as %s writes it", briefing.ErrUnsupported, producer)
	}
	f, err := openPDF(data)
	if err != nil {
		return "", nil, err
	}
	text, err := f.text()
	if err != nil {
		return "", nil, err
	}
	trace, err := f.trace()
	return text, trace, err
}

// pdfReader finds objects by the table at the end of the file.
type pdfReader struct {
	data    []byte
	offsets []int // of object n; 0 is none
	catalog pdfDict
}

func damaged(what string) error { return fmt.Errorf("%w: %s", briefing.ErrDamaged, what) }

func openPDF(data []byte) (*pdfReader, error) {
	f := &pdfReader{data: data}
	if !bytes.HasSuffix(bytes.TrimRight(data, "\r\n "), []byte("%%EOF")) {
		return nil, damaged("the file ends early")
	}
	at := bytes.LastIndex(data, []byte("\nstartxref\n"))
	if at < 0 {
		return nil, damaged("no table of objects")
	}
	number, _, _ := bytes.Cut(data[at+len("\nstartxref\n"):], []byte("\n"))
	start, err := strconv.Atoi(string(number))
	if err != nil || start <= 0 || start >= len(data) || !bytes.HasPrefix(data[start:], []byte("xref\n0 ")) {
		return nil, damaged("no table of objects")
	}
	table := data[start+len("xref\n0 "):]
	count, table, _ := bytes.Cut(table, []byte("\n"))
	const row = 20 // bytes, fixed by the format
	n, err := strconv.Atoi(string(count))
	if err != nil || n < 1 || n > len(table)/row {
		return nil, damaged("table of objects")
	}
	f.offsets = make([]int, n)
	for i := 1; i < n; i++ {
		o, err := strconv.Atoi(string(table[i*row : i*row+10]))
		if err != nil || o < 0 || o >= len(data) {
			return nil, damaged("table of objects")
		}
		f.offsets[i] = o
	}
	rest, ok := bytes.CutPrefix(table[n*row:], []byte("trailer\n"))
	if !ok {
		return nil, damaged("no trailer")
	}
	v, err := (&scanner{data: rest}).next(0)
	trailer, isDict := v.(pdfDict)
	if err != nil || !isDict {
		return nil, damaged("trailer")
	}
	f.catalog, err = f.dict(trailer["Root"])
	return f, err
}

// object reads the object that v refers to, or v itself, and the bytes after
// it.
func (f *pdfReader) object(v pdfValue) (pdfValue, []byte, error) {
	r, ok := v.(pdfRef)
	if !ok {
		return v, nil, nil
	}
	if int(r) <= 0 || int(r) >= len(f.offsets) {
		return nil, nil, damaged("reference to no object")
	}
	head := fmt.Sprintf("%d 0 obj\n", r)
	body, ok := bytes.CutPrefix(f.data[f.offsets[r]:], []byte(head))
	if !ok {
		return nil, nil, damaged(fmt.Sprintf("object %d is not where it should be", r))
	}
	s := &scanner{data: body}
	out, err := s.next(0)
	if err != nil {
		return nil, nil, damaged(fmt.Sprintf("object %d", r))
	}
	return out, body[s.at:], nil
}

func (f *pdfReader) dict(v pdfValue) (pdfDict, error) {
	out, _, err := f.object(v)
	if err != nil {
		return nil, err
	}
	d, ok := out.(pdfDict)
	if !ok {
		return nil, damaged("dictionary missing")
	}
	return d, nil
}

// stream returns the decompressed bytes of a stream.
func (f *pdfReader) stream(v pdfValue) ([]byte, error) {
	out, rest, err := f.object(v)
	if err != nil {
		return nil, err
	}
	d, _ := out.(pdfDict)
	length, ok := d["Length"].(float64)
	rest, found := bytes.CutPrefix(rest, []byte("\nstream\n"))
	if !ok || !found || length < 0 || int(length) > len(rest) {
		return nil, damaged("stream")
	}
	if d["Filter"] != pdfName("FlateDecode") {
		return nil, damaged("stream of an unknown kind")
	}
	return inflate(rest[:int(length)])
}

// sheet returns the one page.
func (f *pdfReader) sheet() (pdfDict, error) {
	pages, err := f.dict(f.catalog["Pages"])
	if err != nil {
		return nil, err
	}
	kids, _ := pages["Kids"].(pdfArray)
	if len(kids) != 1 {
		return nil, damaged("not one page")
	}
	return f.dict(kids[0])
}

// trace returns the attachment, nil if there is none.
func (f *pdfReader) trace() ([]byte, error) {
	attached, ok := f.catalog["AF"].(pdfArray)
	if !ok || len(attached) == 0 {
		return nil, nil
	}
	spec, err := f.dict(attached[0])
	if err != nil {
		return nil, err
	}
	files, err := f.dict(spec["EF"])
	if err != nil {
		return nil, err
	}
	return f.stream(files["F"])
}

// text returns the text of the page in reading order. What belongs to one
// part of the structure is one line.
func (f *pdfReader) text() (string, error) {
	sheet, err := f.sheet()
	if err != nil {
		return "", err
	}
	fonts, err := f.unicodeMaps(sheet)
	if err != nil {
		return "", err
	}
	content, err := f.stream(sheet["Contents"])
	if err != nil {
		return "", err
	}
	return contentText(content, fonts)
}

// contentText reads the text that drawing commands show, in the fonts given
// by name. A command that this package never writes is refused: it could show
// text that would go unseen.
func contentText(content []byte, fonts map[string]map[uint16]string) (string, error) {
	var out strings.Builder
	var stack []pdfValue
	font := map[uint16]string{}
	s := &scanner{data: content}
	for {
		v, err := s.next(0)
		if err == io.EOF {
			return strings.TrimRight(out.String(), "\n"), nil
		}
		if err != nil {
			return "", damaged("content")
		}
		op, isOp := v.(pdfKeyword)
		if !isOp {
			if stack = append(stack, v); len(stack) > 1000 {
				return "", damaged("content")
			}
			continue
		}
		switch {
		case op == "Tf" && len(stack) >= 2:
			name, _ := stack[len(stack)-2].(pdfName)
			font = fonts[string(name)]
		case op == "TJ" && len(stack) >= 1:
			parts, _ := stack[len(stack)-1].(pdfArray)
			if err := showText(&out, parts, font); err != nil {
				return "", err
			}
		case op == "EMC":
			endParagraph(&out)
		case !silent[op]:
			return "", damaged(fmt.Sprintf("content changed by another program (%.10q)", string(op)))
		}
		stack = stack[:0]
	}
}

// silent are the drawing commands that show no text.
var silent = map[pdfKeyword]bool{
	"BMC": true, "BDC": true, "BT": true, "ET": true, "Tc": true, "Tm": true, "Ts": true,
	"rg": true, "re": true, "f": true,
}

// showText writes the characters of the glyphs shown.
func showText(out *strings.Builder, parts pdfArray, font map[uint16]string) error {
	for _, p := range parts {
		glyphs, ok := p.(pdfString)
		if !ok {
			continue
		}
		if len(glyphs)%2 != 0 {
			return damaged("text")
		}
		for i := 0; i < len(glyphs); i += 2 {
			text, ok := font[be16(glyphs, i)]
			if !ok {
				return damaged("glyph without a character")
			}
			if text != wordJoiner {
				out.WriteString(text)
			}
		}
	}
	return nil
}

func endParagraph(out *strings.Builder) {
	if s := out.String(); s != "" && !strings.HasSuffix(s, "\n") {
		out.WriteByte('\n')
	}
}

// unicodeMaps returns, by the name of each font in the sheet's resources, the
// characters of its glyphs.
func (f *pdfReader) unicodeMaps(sheet pdfDict) (map[string]map[uint16]string, error) {
	resources, err := f.dict(sheet["Resources"])
	if err != nil {
		return nil, err
	}
	fonts, err := f.dict(resources["Font"])
	if err != nil {
		return nil, err
	}
	maps := map[string]map[uint16]string{}
	for name, v := range fonts {
		font, err := f.dict(v)
		if err != nil {
			return nil, err
		}
		cmap, err := f.stream(font["ToUnicode"])
		if err != nil {
			return nil, err
		}
		maps[name] = parseUnicodeMap(cmap)
	}
	return maps, nil
}

// parseUnicodeMap reads the lines "<0001> <0041>" of our own maps.
func parseUnicodeMap(cmap []byte) map[uint16]string {
	m := map[uint16]string{}
	for line := range bytes.Lines(cmap) {
		s := &scanner{data: line}
		a, errA := s.next(0)
		b, errB := s.next(0)
		glyph, okA := a.(pdfString)
		text, okB := b.(pdfString)
		if errA != nil || errB != nil || !okA || !okB || len(glyph) != 2 || len(text)%2 != 0 {
			continue
		}
		if string(glyph) == "\x00\x00" && string(text) == "\xff\xff" {
			continue // the range of codes
		}
		units := make([]uint16, len(text)/2)
		for i := range units {
			units[i] = be16(text, 2*i)
		}
		m[be16(glyph, 0)] = string(utf16.Decode(units))
	}
	return m
}
