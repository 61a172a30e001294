package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"example.org/attache/briefing"
)

// Letters that go left are written here as their small Latin stand-ins: a is
// alef, b is bet, and so on; capitals stay what they are.
func hebrew(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return 'א' + (r - 'a')
		}
		return r
	}, s)
}

func TestStretchesStandInReadingOrder(t *testing.T) {
	for _, c := range []struct {
		name, line string
		rtl        bool
		want       []string // from left to right
	}{
		{"Latin alone", "THE DAM", false, []string{"THE DAM"}},
		{"Hebrew alone", "abc def", true, []string{"abc def"}},
		{"a year in Hebrew", "abc 2027 def", true, []string{"def", " ", "2027", " ", "abc"}},
		{"a Latin name in Hebrew", "abc PORT OFFICE def", true, []string{"def", " ", "PORT OFFICE", " ", "abc"}},
		{"Hebrew in Latin", "SAID abc TO", false, []string{"SAID ", "abc", " TO"}},
		{"Hebrew with a year, in Latin", "SAID abc 2027 def TO", false, []string{"SAID ", "def", " ", "2027", " ", "abc", " TO"}},
		{"two Hebrew names in Latin", "abc AND def", false, []string{"abc", " AND ", "def"}},
		{"a full stop ends on the left", "abc de.", true, []string{".", "abc de"}},
		{"a sign within a word", "ab'c (de)", true, []string{")", "de", " (", "c", "'", "ab"}},
		{"nothing", "", false, []string{""}},
	} {
		line := hebrew(c.line)
		var got []string
		covered := 0
		for _, p := range stretches(line, c.rtl) {
			got = append(got, line[p.start:p.end])
			covered += p.end - p.start
		}
		want := slices.Clone(c.want)
		for i := range want {
			want[i] = hebrew(want[i])
		}
		if !slices.Equal(got, want) || covered != len(line) {
			t.Errorf("%s: %q stands as %q, want %q", c.name, line, got, want)
		}
	}
}

// TestEveryByteIsWhereItIsClicked: the edge of each letter is told back as that
// letter, in lines of either direction.
func TestEveryByteIsWhereItIsClicked(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		line string
		rtl  bool
	}{{"The dam", false}, {hebrew("abc def"), true}, {hebrew("abc 2027 def."), true}, {hebrew("SAID abc TO"), false}} {
		l := shape(c.line, c.rtl, Sans, 14, 20, 400)
		for i, p := range l.parts {
			for at := range c.line[p.start:p.end] {
				if at == 0 && i > 0 {
					continue // an edge that two stretches share
				}
				x := l.edge(p, p.start+at)
				if got := l.offset(x); got != p.start+at && at > 0 {
					t.Errorf("%q: byte %d stands at %v, where a click finds %d", c.line, p.start+at, x, got)
				}
			}
		}
		width := float32(0)
		l.each(briefing.Span{End: len(c.line)}, func(_, w float32) { width += w })
		sum := float32(0)
		for _, p := range l.parts {
			sum += l.measure(p.directed(c.line))
		}
		if width < sum-1 || width > sum+1 {
			t.Errorf("%q: all of it is marked %v wide, it is %v", c.line, width, sum)
		}
		if last := l.parts[len(l.parts)-1]; c.rtl && (last.x+last.w < 419 || last.x+last.w > 421) {
			t.Errorf("%q ends at %v, want the right edge, 420", c.line, last.x+last.w)
		}
	}
}

func TestLinesBreakWhereTheScriptAllows(t *testing.T) {
	test.NewTempApp(t)
	var m metrics
	a := m.of(Sans, 14)
	for _, c := range []struct{ name, text, never string }{
		{"Chinese", "双方同意每年举行两次会议，并在三月以前交换名单。", "，。"},
		{"Japanese", "両国は年二回の会合で合意した。「海は隔てるものではない」と述べた。", "。」"},
		{"Thai", "ทั้งสองฝ่ายตกลงที่จะประชุมปีละสองครั้งและแลกเปลี่ยนรายชื่อ", "\u0e31\u0e49\u0e48\u0e34\u0e35\u0e37"},
	} {
		marks := breaksOf(c.text)
		if marks == nil {
			t.Fatalf("%s: no breaks", c.name)
		}
		for width := float32(40); width < 300; width += 7 {
			var lines []string
			for at := 0; at < len(c.text); {
				cut := a.breakLine(c.text, at, len(c.text), width, marks)
				if cut <= at {
					t.Fatalf("%s at %v: no way on from byte %d", c.name, width, at)
				}
				lines = append(lines, c.text[at:cut])
				at = cut
			}
			for _, line := range lines {
				if first := []rune(line)[0]; strings.ContainsRune(c.never, first) {
					t.Errorf("%s, %v wide: a line begins with %q: %q", c.name, width, first, lines)
				}
			}
			ps, _ := m.flow([]Run{{Text: c.text}}, width)
			said := ""
			for _, p := range ps {
				said += c.text[p.start:p.end]
			}
			if said != c.text {
				t.Errorf("%s, %v wide: flows as %q", c.name, width, said)
			}
		}
	}
}

// TestPiecesOfMixedLines: whatever the width, every word of a text in two
// directions is drawn once, and no piece over another.
func TestPiecesOfMixedLines(t *testing.T) {
	test.NewTempApp(t)
	var m metrics
	runs := []Run{{Text: "Where  ", Keep: true}, {Text: hebrew("abc def 2027 gh ijk AND MORE lmn")}, {Text: " [1 ¶3]", Style: SansBold}}
	for width := float32(60); width < 600; width += 13 {
		ps, height := m.flow(runs, width)
		bytes := 0
		for i, p := range ps {
			bytes += p.end - p.start
			if i > 0 && p.y == ps[i-1].y && p.x < ps[i-1].x+ps[i-1].w-0.5 {
				t.Errorf("%v wide: piece %d begins at %v, before the one before it ends at %v", width, i, p.x, ps[i-1].x+ps[i-1].w)
			}
			if p.y >= height {
				t.Errorf("%v wide: a piece stands at %v of %v", width, p.y, height)
			}
		}
		if want := len(allOf(runs)); bytes != want {
			t.Errorf("%v wide: %d bytes are drawn, want %d", width, bytes, want)
		}
	}
}
