package page

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"example.org/attache/briefing"
)

func BenchmarkFitWarm(b *testing.B) {
	l, err := NewLayouter()
	if err != nil {
		b.Fatal(err)
	}
	br := samples()["held-back"]
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := l.Fit(br, A4); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFitEdit fits a briefing that changed in one line, as while typing.
func BenchmarkFitEdit(b *testing.B) {
	l, err := NewLayouter()
	if err != nil {
		b.Fatal(err)
	}
	br := samples()["reviewed"]
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		br.Sections[1].Lines[0].Text = fmt.Sprintf("agreement … to strengthen the High Level River Group, draft %d", n)
		if _, _, err := l.Fit(br, A4); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFitCold(b *testing.B) {
	br := samples()["held-back"]
	b.ReportAllocs()
	for b.Loop() {
		l, err := NewLayouter()
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := l.Fit(br, A4); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFitWorst fits 270 lines of words never seen before.
func BenchmarkFitWorst(b *testing.B) {
	b.ReportAllocs()
	for seed := uint64(0); b.Loop(); seed++ {
		b.StopTimer()
		r := rand.New(rand.NewPCG(seed, 2))
		br := briefing.Blank()
		for i := range br.Sections {
			for j := range 30 {
				br.Sections[i].Lines = append(br.Sections[i].Lines, randomLine(r, br, br.Sections[i].Kind, i*100+j))
			}
		}
		l, err := NewLayouter()
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		_, _, _ = l.Fit(br, A4)
	}
}

func BenchmarkRaster150(b *testing.B) {
	p, _, err := Fit(samples()["reviewed"], A4)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Raster(p, 150)
	}
}

// BenchmarkPreview is what one edit costs the window: Fit and Raster.
func BenchmarkPreview(b *testing.B) {
	l, err := NewLayouter()
	if err != nil {
		b.Fatal(err)
	}
	br := samples()["reviewed"]
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		br.Sections[1].Lines[0].Text = fmt.Sprintf("agreement … to strengthen the High Level River Group, draft %d", n)
		p, _, err := l.Fit(br, A4)
		if err != nil {
			b.Fatal(err)
		}
		Raster(p, 150)
	}
}
