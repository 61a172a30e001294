package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf16"
)

// readFont is a font as far as reading text takes it: what each code stands
// for, and how wide its glyph is.
type readFont struct {
	bytes   int // of a code: 1 or 2
	text    map[int]string
	width   map[int]float64 // in sizes of the font
	other   float64         // width of a code without one
	ownCode bool            // has no table of characters: codes are taken for ASCII
	hash    string          // of the font's file and its table of characters
}

// font reads a font of the resources.
func (f *file) font(v pdfValue) (*readFont, error) {
	d, err := f.dict(v)
	if err != nil {
		return nil, err
	}
	r := &readFont{bytes: 1, text: map[int]string{}, width: map[int]float64{}}
	var table, program []byte
	if d["ToUnicode"] != nil {
		if _, table, err = f.stream(d["ToUnicode"]); err != nil {
			return nil, err
		}
		r.text = unicodeTable(table)
	} else {
		r.ownCode = true
	}
	descriptor := d
	if d["Subtype"] == pdfName("Type0") {
		r.bytes = 2
		list, err := f.list(d["DescendantFonts"])
		if err != nil || len(list) == 0 {
			return nil, damaged("font")
		}
		if descriptor, err = f.dict(list[0]); err != nil {
			return nil, err
		}
		if err := f.wideWidths(r, descriptor); err != nil {
			return nil, err
		}
	} else if err := f.widths(r, d); err != nil {
		return nil, err
	}
	if of, err := f.dict(descriptor["FontDescriptor"]); err == nil && of["FontFile2"] != nil {
		if _, program, err = f.stream(of["FontFile2"]); err != nil {
			return nil, err
		}
	}
	r.hash = fontHash(fmt.Sprintf("%v %v", d["Encoding"], descriptor["CIDToGIDMap"]), table, program)
	return r, nil
}

// ownCoding is how the codes of our fonts lead to glyphs.
const ownCoding = "Identity-H Identity"

// fontHash is the name by which a font is known again: by its file, by how
// codes lead to its glyphs, and by its table of characters.
func fontHash(coding string, table, program []byte) string {
	sum := sha256.New()
	sum.Write([]byte(coding))
	sum.Write(table)
	sum.Write(program)
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

// wideWidths reads the widths of a font with many glyphs (ISO 32000-1,
// 9.7.4.3): "1 [500 600] 5 9 550".
func (f *file) wideWidths(r *readFont, d pdfDict) error {
	r.other = 1
	if v, ok := d["DW"].(float64); ok {
		r.other = v / 1000
	}
	list, err := f.list(d["W"])
	if err != nil {
		return err
	}
	for i := 0; i+1 < len(list); {
		first, _ := list[i].(float64)
		if each, ok := list[i+1].(pdfArray); ok {
			for k, v := range each {
				w, _ := v.(float64)
				r.width[int(first)+k] = w / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return damaged("widths of a font")
		}
		last, _ := list[i+1].(float64)
		w, _ := list[i+2].(float64)
		for c := int(first); c <= int(last) && c-int(first) < 1<<16; c++ {
			r.width[c] = w / 1000
		}
		i += 3
	}
	return nil
}

func (f *file) widths(r *readFont, d pdfDict) error {
	unit := 1.0 / 1000
	if m, ok := d["FontMatrix"].(pdfArray); ok && len(m) == 6 {
		unit, _ = m[0].(float64)
	}
	first, _ := d["FirstChar"].(float64)
	list, err := f.list(d["Widths"])
	for i, v := range list {
		w, _ := v.(float64)
		r.width[int(first)+i] = w * unit
	}
	return err
}

// codes cuts a string into codes, and returns what each stands for.
func (r *readFont) codes(s pdfString) []int {
	var all []int
	for i := 0; i+r.bytes <= len(s); i += r.bytes {
		all = append(all, bigEndian(s[i:i+r.bytes]))
	}
	return all
}

// character returns what a code stands for; U+FFFD if nothing tells.
func (r *readFont) character(code int) string {
	text, ok := r.text[code]
	switch {
	case ok:
		return glyphText(text)
	case r.ownCode && r.bytes == 1 && code >= ' ' && code <= '~':
		return string(rune(code))
	}
	return "\uFFFD"
}

func (r *readFont) advance(code int) float64 {
	if w, ok := r.width[code]; ok {
		return w
	}
	return r.other
}

// unicodeTable reads what the codes of a font stand for (ISO 32000-1,
// 9.10.3): one by one between beginbfchar and endbfchar, in ranges between
// beginbfrange and endbfrange.
func unicodeTable(data []byte) map[int]string {
	m := map[int]string{}
	s := &scanner{data: data}
	var stack []pdfValue
	for {
		v, err := s.next(0)
		if err != nil {
			return m
		}
		word, ok := v.(pdfKeyword)
		if !ok {
			stack = append(stack, v)
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				code, ok1 := stack[i].(pdfString)
				text, ok2 := stack[i+1].(pdfString)
				if ok1 && ok2 {
					m[bigEndian(code)] = utf16Text(text)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				addRange(m, stack[i], stack[i+1], stack[i+2])
			}
		}
		stack = stack[:0]
	}
}

func addRange(m map[int]string, from, to, text pdfValue) {
	a, ok1 := from.(pdfString)
	b, ok2 := to.(pdfString)
	if !ok1 || !ok2 || bigEndian(b)-bigEndian(a) > 1<<16 {
		return
	}
	first := bigEndian(a)
	for code := first; code <= bigEndian(b); code++ {
		switch t := text.(type) {
		case pdfArray:
			if code-first < len(t) {
				if s, ok := t[code-first].(pdfString); ok {
					m[code] = utf16Text(s)
				}
			}
		case pdfString:
			r := []rune(utf16Text(t))
			if len(r) > 0 {
				r[len(r)-1] += rune(code - first)
				m[code] = string(r)
			}
		}
	}
}

func utf16Text(s pdfString) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = be16(s, 2*i)
	}
	return string(utf16.Decode(units))
}

// documentText reads a string of the document: UTF-16 with its mark, UTF-8 with its
// own, or PDFDocEncoding as far as that is Latin 1.
func documentText(s pdfString) string {
	switch {
	case bytes.HasPrefix(s, []byte{0xFE, 0xFF}):
		return utf16Text(s[2:])
	case bytes.HasPrefix(s, []byte{0xEF, 0xBB, 0xBF}):
		return string(s[3:])
	}
	var b strings.Builder
	for _, c := range s {
		b.WriteRune(rune(c))
	}
	return b.String()
}
