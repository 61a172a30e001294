package page

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"

	"example.org/attache/assets"
)

// Font is one of the faces the page is set in. It is safe for concurrent use.
type Font struct {
	Name        string // PostScript name
	Data        []byte // the TrueType file; read only
	UnitsPerEm  int
	Ascent      float64 // ems above the base line
	Descent     float64 // ems below it, positive
	CapHeight   float64 // ems
	ItalicAngle float64 // degrees anticlockwise from upright
	BBox        [4]int  // of all glyphs: left, bottom, right, top, in font units

	font    *font.Font
	outline outlines
}

// Table returns a table of the TrueType file, or nil.
func (f *Font) Table(tag string) []byte { return sfntTable(f.Data, tag) }

func (f *Font) has(r rune) bool {
	g, ok := f.font.NominalGlyph(r)
	return ok && g != 0
}

// faces are the fonts of the page by their use.
type faces struct {
	sans, sansBold, serif, serifBold, italic, display *Font
}

// loadFaces reads the embedded fonts once; they never change.
var loadFaces = sync.OnceValues(func() (*faces, error) {
	var f faces
	for face, to := range map[assets.Face]**Font{
		assets.Sans: &f.sans, assets.SansSemibold: &f.sansBold, assets.Serif: &f.serif,
		assets.SerifBold: &f.serifBold, assets.SerifItalic: &f.italic, assets.Display: &f.display,
	} {
		data, err := assets.Font(face)
		if err != nil {
			return nil, err
		}
		if *to, err = parseFont(string(face), data); err != nil {
			return nil, fmt.Errorf("font %s: %w", face, err)
		}
	}
	return &f, nil
})

// others returns the faces to try, in order, for a character that f lacks.
func (f *faces) others(of *Font) []*Font {
	switch of {
	case f.sans:
		return []*Font{f.serif, f.sansBold}
	case f.sansBold:
		return []*Font{f.serifBold, f.sans}
	case f.serifBold, f.display:
		return []*Font{f.sansBold, f.serif, f.sans}
	case f.italic:
		return []*Font{f.serif, f.sans}
	}
	return []*Font{f.sans}
}

func parseFont(name string, data []byte) (*Font, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	f := &Font{Name: name, Data: data, font: face.Font, UnitsPerEm: int(face.Upem())}
	head, hhea, os2, post := f.Table("head"), f.Table("hhea"), f.Table("OS/2"), f.Table("post")
	if len(head) < 54 || len(hhea) < 36 || len(os2) < 90 || len(post) < 8 {
		return nil, fmt.Errorf("table missing or short")
	}
	em := float64(f.UnitsPerEm)
	for i := range f.BBox {
		f.BBox[i] = int(int16(be16(head, 36+2*i)))
	}
	f.Ascent = float64(int16(be16(hhea, 4))) / em
	f.Descent = -float64(int16(be16(hhea, 6))) / em
	f.CapHeight = float64(int16(be16(os2, 88))) / em
	f.ItalicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / (1 << 16)
	return f, nil
}

// sfntTable finds a table in a font file by the directory at its start:
// 12 bytes, then per table tag, checksum, offset and length.
func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(be16(data, 4)) {
		entry := data[12+16*i:]
		if string(entry[:4]) != tag {
			continue
		}
		at, n := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		return data[at : at+n]
	}
	return nil
}

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
