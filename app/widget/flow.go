package widget

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// Run is a stretch of text in one style.
type Run struct {
	Text   string
	Style  fyne.TextStyle
	Size   float32 // relative to the theme's text size; 0 is 1
	Colour fyne.ThemeColorName
	Back   fyne.ThemeColorName // behind the words, "" for nothing
	Keep   bool                // never broken inside
}

func (r Run) size() float32 {
	if r.Size == 0 {
		return textSize()
	}
	return textSize() * r.Size
}

// piece is a part of a run on one line.
type piece struct {
	run        int
	start, end int // bytes of the run's text
	x, y, w    float32
	last       bool // of its line
	rtl, plain bool // see stretch
}

// flow breaks runs into lines of at most width, at spaces, and inside a word
// only where the word alone is too long. It returns the pieces, with y the top
// of their line, and the height of all lines.
func (m *metrics) flow(runs []Run, width float32) ([]piece, float32) {
	width -= width / 400 // what kerning may widen a line by
	var (
		pieces []piece
		x, y   float32
		line   float32 // height of the current line
		first  int     // first piece of the current line
	)
	newline := func() {
		if line == 0 && len(runs) > 0 {
			line = m.of(runs[0].Style, runs[0].size()).line
		}
		for i := first; i < len(pieces); i++ { // sit all sizes on one baseline, near enough
			r := runs[pieces[i].run]
			pieces[i].y = y + (line-m.of(r.Style, r.size()).line)*0.78
		}
		y += line
		x, line, first = 0, 0, len(pieces)
	}
	put := func(run, start, end int, w float32) {
		a := m.of(runs[run].Style, runs[run].size())
		line = max(line, a.line)
		if n := len(pieces); n > first && pieces[n-1].run == run && pieces[n-1].end == start {
			pieces[n-1].end = end
			pieces[n-1].w += w
		} else {
			pieces = append(pieces, piece{run: run, start: start, end: end, x: x, w: w})
		}
		x += w
	}
	for i, r := range runs {
		a := m.of(r.Style, r.size())
		marks := breaksOf(r.Text)
		for pos := 0; pos < len(r.Text); {
			if r.Text[pos] == '\n' {
				newline()
				pos++
				continue
			}
			// A word with the spaces after it; only the word must fit.
			end, next := wordEnd(r.Text, pos, r.Keep, marks)
			w := a.width(r.Text[pos:end])
			blank := strings.Trim(r.Text[pos:end], " ") == "" // hangs over the edge, and sets nothing in
			if x > 0 && x+w > width && startsWord(runs, i, pos) && !blank {
				newline()
			}
			for w > width && !blank && end-pos > utf8.UTFMax { // a word longer than a line
				cut, cw := a.fit(r.Text[pos:end], width-x)
				if cut == 0 {
					if x > 0 {
						newline()
						continue
					}
					_, cut = utf8.DecodeRuneInString(r.Text[pos:end])
					cw = a.width(r.Text[pos : pos+cut])
				}
				put(i, pos, pos+cut, cw)
				newline()
				pos += cut
				w = a.width(r.Text[pos:end])
			}
			put(i, pos, next, a.width(r.Text[pos:next]))
			pos = next
		}
	}
	if len(pieces) > first || len(pieces) == 0 {
		newline()
	}
	return m.place(runs, pieces), y
}

// place sets the pieces of each line in the order they are read in, and moves
// them together by their true, kerned widths.
func (m *metrics) place(runs []Run, pieces []piece) []piece {
	if slices.ContainsFunc(runs, func(r Run) bool { return leftward(r.Text) }) {
		rtl := beginsLeftward(allOf(runs))
		var all []piece
		for from := 0; from < len(pieces); {
			to := from + 1
			for to < len(pieces) && pieces[to].x > 0 {
				to++
			}
			all = append(all, reorder(runs, pieces[from:to], rtl)...)
			all[len(all)-1].last = true
			from = to
		}
		pieces = all
	} else {
		for i := range pieces {
			pieces[i].last = i+1 == len(pieces) || pieces[i+1].x == 0
		}
	}
	x := float32(0)
	for i := range pieces {
		p := &pieces[i]
		r := runs[p.run]
		p.x = x
		p.w = fyne.MeasureText(p.of(r.Text), r.size(), r.Style).Width
		if x += p.w; p.last {
			x = 0
		}
	}
	return pieces
}

// allOf are the words of all runs.
func allOf(runs []Run) string {
	var text strings.Builder
	for _, r := range runs {
		text.WriteString(r.Text)
	}
	return text.String()
}

// of is the piece's part of its run, as it is drawn.
func (p piece) of(text string) string {
	return stretch{start: p.start, end: p.end, rtl: p.rtl, plain: p.plain}.directed(text)
}

// fit returns how many bytes of s fit in width, and how wide they are.
func (a *advances) fit(s string, width float32) (n int, w float32) {
	for i, r := range s {
		rw := a.rune(r)
		if w+rw > width {
			return i, w
		}
		w += rw
	}
	return len(s), w
}

// wordEnd returns the end of the word at pos and the end of the blanks after.
func wordEnd(s string, pos int, keep bool, marks breaks) (end, next int) {
	if keep {
		return len(s), len(s)
	}
	end = pos
	for end < len(s) && s[end] == ' ' { // leading blanks belong to the word
		end++
	}
	if i := strings.IndexAny(s[end:], " \n"); i >= 0 {
		end += i
	} else {
		end = len(s)
	}
	for i := pos + 1; marks != nil && i < end; i++ {
		if marks.has(i, mayBreak) {
			return i, i
		}
	}
	next = end
	for next < len(s) && s[next] == ' ' {
		next++
	}
	return end, next
}

// startsWord reports whether a line may break before byte pos of run i.
func startsWord(runs []Run, i, pos int) bool {
	if pos > 0 {
		return true // pos is always behind blanks or a line end
	}
	if strings.HasPrefix(runs[i].Text, " ") {
		return true
	}
	return i == 0 || strings.HasSuffix(runs[i-1].Text, " ") || runs[i-1].Text == ""
}
