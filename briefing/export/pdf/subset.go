package pdf

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

func be16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func be32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// subset builds a TrueType font of the glyphs in use, in their new order. It
// holds only the tables that a PDF needs (ISO 32000-1, 9.9). Glyphs that used
// ones are made of, such as the accent of é, are added to f.glyphs.
func (f *pdfFont) subset() []byte {
	var glyf, loca, hmtx []byte
	parts := map[uint16]uint16{}
	for n := 0; n < len(f.glyphs); n++ { // grows as parts are found
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		id := f.glyphs[n].id
		glyf = append(glyf, f.renumbered(id, parts)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, f.advance(id))
		hmtx = binary.BigEndian.AppendUint16(hmtx, f.leftBearing(id))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	count := uint16(len(f.glyphs))
	head := bytes.Clone(f.Table("head"))
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum of the file, filled in below
	binary.BigEndian.PutUint16(head[50:], 1) // loca has 32-bit offsets
	hhea := bytes.Clone(f.Table("hhea"))
	binary.BigEndian.PutUint16(hhea[34:], count)
	maxp := bytes.Clone(f.Table("maxp"))
	binary.BigEndian.PutUint16(maxp[4:], count)
	return sfnt([]sfntTable{ // in the order of their tags
		{"cvt ", f.Table("cvt ")}, {"fpgm", f.Table("fpgm")}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", f.Table("prep")},
	})
}

func (f *pdfFont) leftBearing(glyph uint16) uint16 {
	if int(glyph) < f.nmetrics {
		return be16(f.hmtx, 4*int(glyph)+2)
	}
	return be16(f.hmtx, 4*f.nmetrics+2*(int(glyph)-f.nmetrics))
}

// outline returns a glyph's entry in the original font.
func (f *pdfFont) outline(glyph uint16) []byte {
	loca, glyf := f.Table("loca"), f.Table("glyf")
	if be16(f.Table("head"), 50) == 0 { // 16-bit offsets, halved
		return glyf[2*int(be16(loca, 2*int(glyph))) : 2*int(be16(loca, 2*int(glyph)+2))]
	}
	return glyf[be32(loca, 4*int(glyph)):be32(loca, 4*int(glyph)+4)]
}

// Flags of a part of a composite glyph (OpenType, glyf table).
const (
	wordArguments = 0x0001
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	fourScales    = 0x0080
)

// renumbered returns a glyph's outline, with the parts of a composite one
// numbered as in the subset.
func (f *pdfFont) renumbered(glyph uint16, parts map[uint16]uint16) []byte {
	data := bytes.Clone(f.outline(glyph))
	if len(data) < 10 || int16(be16(data, 0)) >= 0 {
		return data
	}
	for at := 10; ; {
		flags, part := be16(data, at), be16(data, at+2)
		n, ok := parts[part]
		if !ok {
			n = uint16(len(f.glyphs))
			parts[part] = n
			f.glyphs = append(f.glyphs, usedGlyph{id: part})
		}
		binary.BigEndian.PutUint16(data[at+2:], n)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return data
		}
	}
}

type sfntTable struct {
	tag  string
	data []byte
}

// sfnt puts tables, sorted by tag, in a font file. Empty ones are left out.
func sfnt(all []sfntTable) []byte {
	var tables []sfntTable
	for _, t := range all {
		if len(t.data) > 0 {
			tables = append(tables, t)
		}
	}
	n := len(tables)
	log := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up big-endian words; a short last one is filled with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for len(data) >= 4 {
		sum += be32(data, 0)
		data = data[4:]
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += be32(last[:], 0)
	}
	return sum
}
