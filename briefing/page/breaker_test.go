package page

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
)

// setLines breaks text set in the serif at 10 points.
func setLines(t *testing.T, text string, measure float64, balance bool) []string {
	t.Helper()
	l, err := NewLayouter()
	if err != nil {
		t.Fatal(err)
	}
	set := l.l.paragraph([]span{{text: text, style: style{font: l.l.serif, size: 10}}}, measure, balance)
	var out []string
	for i, pieces := range set.lines {
		line := ""
		for _, p := range pieces {
			line += p.text
		}
		if set.widths[i] > measure+epsilon {
			t.Errorf("line %q is %.1f wide, want at most %.1f", line, set.widths[i], measure)
		}
		out = append(out, strings.TrimSuffix(line, " "))
	}
	return out
}

func TestBreaks(t *testing.T) {
	tests := []struct {
		name, text string
		measure    float64
		balance    bool
		want       []string
	}{
		{"one line", "the water level", 200, false, []string{"the water level"}},
		{"no break after an abbreviation", "The talks were led by the U.S. media envoy", 138, false,
			[]string{"The talks were led by the", "U.S. media envoy"}},
		{"no break between number and unit", "they agreed to measure 25 metres of the bank", 128, false,
			[]string{"they agreed to measure", "25 metres of the bank"}},
		{"no lone last word", "both governments will follow up on the soundings together", 240, false,
			[]string{"both governments will follow up on the", "soundings together"}},
		{"headlines are balanced", "Ministers agree on the river commission and its office", 220, true,
			[]string{"Ministers agree on the river", "commission and its office"}},
		{"a long word is broken", strings.Repeat("donau", 7), 88, false,
			[]string{"donaudonaudonau", "donaudonaudonau", "donau"}},
		{"hard spaces hold", "pages 1 and\u00a02 of the\u00a0report", 50, false,
			[]string{"pages 1", "and\u00a02 of", "the\u00a0report"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, setLines(t, tt.text, tt.measure, tt.balance)); diff != "" {
				t.Errorf("lines of %q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "plain text", "plain text"},
		{"white space", "  a\t\tb\r\nc\u2028d ", "a b c d"},
		{"hard space stays", "a\u00a0b", "a\u00a0b"},
		{"no shape", "a\u00adb\u200bc\u202ed\ufefff\x00g\x07", "abcdfg"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"accents stay", "José “Đặng” Їжакевич", "José “Đặng” Їжакевич"},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("%s: clean(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// No text may take more than a moment, whatever it is made of.
func TestHostileTextIsQuick(t *testing.T) {
	for _, unit := range []string{"a", "a ", "\u0301", "e\u0301", ".", "-", "中", "א", "…", "\u00a0", "U.S. ", "👩", "ffi", "(", "1 "} {
		l, err := NewLayouter()
		if err != nil {
			t.Fatal(err)
		}
		m := newMaker()
		m.text(briefing.AgendaSection, strings.Repeat(unit, maxText/len(unit)))
		start := time.Now()
		_, _, _ = l.Fit(m.b, A4)
		if took := time.Since(start); took > 15*time.Second { // under .3 s; the race detector on a busy machine takes 20 times that
			t.Errorf("%q repeated took %v", unit, took)
		} else {
			t.Logf("%q repeated took %v", unit, took)
		}
	}
}

func TestKerningWithoutLigatures(t *testing.T) {
	l, err := NewLayouter()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*Font{l.l.sans, l.l.sansBold, l.l.serif, l.l.serifBold, l.l.italic, l.l.display} {
		for _, g := range l.l.shape(f, "officeffifjordfl").parts[0].glyphs {
			if len(g.Text) != 1 {
				t.Errorf("%s: a glyph stands for %q, want one letter each", f.Name, g.Text)
			}
		}
	}
	pair := l.l.shape(l.l.serif, "AV").parts[0].width
	if apart := l.l.shape(l.l.serif, "A").parts[0].width + l.l.shape(l.l.serif, "V").parts[0].width; pair >= apart {
		t.Errorf("AV is %.3f wide, want less than %.3f: no kerning", pair, apart)
	}
}
