package pdf

import (
	"encoding/binary"
	"math"
)

// srgbProfile returns an ICC profile (version 2.1, matrix and curve) of sRGB,
// made from the numbers of IEC 61966-2-1: PDF/A wants to know what its colours
// mean.
func srgbProfile() []byte {
	white := [3]float64{.9642, 1, .8249} // D50, the reference of all profiles
	curve := srgbCurve()
	tags := []struct {
		name string
		data []byte // nil: shares the curve before it
	}{
		{"desc", iccDescription("sRGB")},
		{"cprt", []byte("text\x00\x00\x00\x00No copyright, use freely\x00")},
		{"wtpt", iccXYZ(white)},
		{"rXYZ", iccXYZ([3]float64{.43607, .22249, .01392})}, // adapted to D50
		{"gXYZ", iccXYZ([3]float64{.38515, .71687, .09708})},
		{"bXYZ", iccXYZ([3]float64{.14307, .06061, .7141})},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil},
	}
	const header = 128
	base := header + 4 + 12*len(tags)
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = base+len(body), len(t.data)
			body = append(body, t.data...)
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(size))
	}
	h := make([]byte, header)
	binary.BigEndian.PutUint32(h, uint32(base+len(body)))
	h[8], h[9] = 2, 0x10
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2024, 1, 1} { // fixed, for equal bytes
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(white)[8:])
	return append(append(h, table...), body...)
}

func iccXYZ(v [3]float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, x := range v {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(x*65536))))
	}
	return b
}

// iccDescription is a textDescriptionType: the ASCII name, then empty Unicode
// and Macintosh forms.
func iccDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(b, s...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}

func srgbCurve() []byte {
	const steps = 256
	b := []byte("curv\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= .04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
