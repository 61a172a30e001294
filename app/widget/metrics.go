package widget

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// metrics knows how wide runes are. Lines are broken by the sum of advances,
// which is linear whatever the words are; only what is drawn is measured with
// kerning. Kerning widens next to never, and then by a hair.
type metrics struct {
	tables map[metricsKey]*advances
}

type metricsKey struct {
	style fyne.TextStyle
	size  float32
}

// advances are the widths of one face at one size.
type advances struct {
	key    metricsKey
	latin  [0x180]float32 // 0 where not measured yet
	others map[rune]float32
	line   float32 // height of a line box
}

func (m *metrics) of(style fyne.TextStyle, size float32) *advances {
	style.Underline, style.Strikethrough = false, false
	k := metricsKey{style, size}
	a := m.tables[k]
	if a == nil {
		if m.tables == nil {
			m.tables = map[metricsKey]*advances{}
		}
		a = &advances{key: k, others: map[rune]float32{}, line: fyne.MeasureText("Åg", size, style).Height}
		m.tables[k] = a
	}
	return a
}

func (a *advances) rune(r rune) float32 {
	if r < 0x20 {
		r = ' '
	}
	if int(r) < len(a.latin) {
		if a.latin[r] == 0 {
			a.latin[r] = a.measure(r)
		}
		return a.latin[r]
	}
	w, ok := a.others[r]
	if !ok {
		w = a.measure(r)
		a.others[r] = w
	}
	return w
}

func (a *advances) measure(r rune) float32 {
	if unicode.Is(unicode.Mn, r) {
		return 0 // stands over or under a letter; alone it would be drawn with a stand-in for one
	}
	return fyne.MeasureText(string(r), a.key.size, a.key.style).Width
}

// width returns the sum of the advances of s.
func (a *advances) width(s string) (w float32) {
	for _, r := range s {
		w += a.rune(r)
	}
	return w
}

// elide cuts s to fit width, with an ellipsis where it does not.
func (a *advances) elide(s string, width float32) string {
	room := width - a.rune('…')
	x := float32(0)
	cut := 0
	for i, r := range s {
		x += a.rune(r)
		if x <= room {
			cut = i + utf8.RuneLen(r)
		}
		if x > width {
			return s[:cut] + "…"
		}
	}
	return s
}

// offsetAt returns the byte offset in s, drawn with its left edge at 0, whose
// left edge is nearest to x.
func offsetAt(s string, style fyne.TextStyle, size, x float32) int {
	if x <= 0 || s == "" {
		return 0
	}
	edges := make([]int, 0, len(s)+1)
	for i := range s {
		edges = append(edges, i)
	}
	edges = append(edges, len(s))
	at := func(i int) float32 { return fyne.MeasureText(s[:edges[i]], size, style).Width }
	i := sort.Search(len(edges), func(i int) bool { return at(i) >= x })
	if i == len(edges) {
		return len(s)
	}
	if i > 0 && x-at(i-1) < at(i)-x {
		i--
	}
	return edges[i]
}
