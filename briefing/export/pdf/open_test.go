package pdf

import (
	"bytes"
	"errors"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

func TestOpen(t *testing.T) {
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		f, err := Open(bytes.NewReader(testPDF(t, paper, testOptions())))
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Seen.Words) < 100 || len(f.Record.Printed) < 30 {
			t.Errorf("%d words, %d rows: not the whole page", len(f.Seen.Words), len(f.Record.Printed))
		}
		for _, c := range trace.Compare(f.Record.Printed, f.Seen) {
			t.Errorf("%s: %v", paper.Name, c)
		}
		if len(f.Seen.Notes) > 0 {
			t.Errorf("%s: %v", paper.Name, f.Seen.Notes)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good := testPDF(t, page.A4, testOptions())
	bare := testPDF(t, page.A4, Options{})
	change := func(f func([]byte) []byte) []byte { return f(bytes.Clone(good)) }
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, briefing.ErrUnsupported},
		{"no PDF", []byte("<html>"), briefing.ErrUnsupported},
		{"cut short", good[:len(good)/2], briefing.ErrDamaged},
		{"end cut", good[:len(good)-20], briefing.ErrDamaged},
		{"another program's", bytes.ReplaceAll(bare, []byte("/Creator "+textString(producer)), []byte("/Creator <FEFF"+utf16Hex("Another")+">")), briefing.ErrUnsupported},
		{"without a trace", bare, trace.ErrNone},
		{"moved", change(func(b []byte) []byte { return append(b[:300:300], append([]byte("x"), b[300:]...)...) }), briefing.ErrDamaged},
		{"text changed", change(func(b []byte) []byte {
			i := bytes.Index(b, []byte("stream\n")) + 60
			b[i] ^= 0xFF
			return b
		}), briefing.ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Open(bytes.NewReader(tt.data)); !errors.Is(err, tt.want) {
				t.Errorf("Open = %v, want %v", err, tt.want)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	good := testPDF(f, page.A4, testOptions())
	f.Add(good)
	f.Add(good[:2000])
	f.Add([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3 attache 1\n\nstartxref\n10\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(bytes.NewReader(data))
		trace.Hold(file.Record.Printed, file.Seen)
		if err != nil && !errors.Is(err, briefing.ErrDamaged) && !errors.Is(err, briefing.ErrUnsupported) && !errors.Is(err, briefing.ErrTooLarge) {
			t.Errorf("Open(%.80q) = %v, want one of the known errors", data, err)
		}
	})
}
