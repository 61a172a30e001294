package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// blocks puts lines together to paragraphs. What stands around the text comes
// after the paragraph that it interrupts. joined counts the words that were
// divided at the end of a line.
func (l *layout) blocks() (blocks []cutting.Block, joined int) {
	edges := l.edges()
	words := l.words()
	var open, pulled []laidLine
	var around []string
	flush := func() {
		if len(open) > 0 {
			text, n := words.text(open)
			joined += n
			if b := l.block(text, open); b.Text != "" {
				blocks = append(blocks, b)
			}
		}
		if len(pulled) > 0 {
			text, n := words.text(pulled)
			joined += n
			if b := l.block(text, pulled); b.Text != "" {
				blocks = append(blocks, b)
			}
		}
		if len(around) > 0 {
			if text := plain(around...); text != "" {
				blocks = append(blocks, cutting.Block{Text: text, Kind: briefing.Furniture})
			}
		}
		open, pulled, around = nil, nil, nil
	}
	for _, line := range l.lines {
		if line.out {
			around = append(around, line.text)
			continue
		}
		if line.pull {
			pulled = append(pulled, line)
			continue
		}
		if len(open) > 0 && !l.goesOn(open, line, edges) {
			flush()
		}
		open = append(open, line)
		if len(open) == 1 && (len(around) > 0 || len(pulled) > 0) {
			open = nil
			flush()
			open = append(open, line)
		}
	}
	flush()
	return blocks, joined
}

// block is the paragraph of the lines.
func (l *layout) block(text string, lines []laidLine) cutting.Block {
	kind := briefing.Body
	first := lines[0]
	switch {
	case letters.Bullet(text):
		kind = briefing.ListItem
	case len(lines) <= 4 && utf8.RuneCountInString(text) <= 200 && strings.ContainsFunc(text, unicode.IsLetter) && (first.height > 1.12*l.body || first.bold && !endsSentence(text)):
		kind = briefing.Heading
	}
	return cutting.Block{Text: plain(text), Kind: kind}
}

// plain returns lines with their blanks collapsed, without empty ones and
// without characters of no width, which readers never see.
func plain(lines ...string) string {
	var all []string
	for _, s := range lines {
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\u200B' || r == '\u2060' || r == '\uFEFF' || r == '\u00AD':
				return -1
			case unicode.IsControl(r):
				return ' '
			}
			return r
		}, s)
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n")
}

// span is the left and right edge of the text of a flow.
type span struct{ left, right float64 }

// edges returns the edges of every flow, those of its headings aside. Flows
// that begin at the same edge end at the same one, as columns of one width do.
func (l *layout) edges() map[int]span {
	all := map[int]span{}
	for _, line := range l.lines {
		if line.out || line.height > 1.12*l.body {
			continue
		}
		e, ok := all[line.flow]
		if !ok {
			e = span{line.x0, line.x1}
		}
		all[line.flow] = span{min(e.left, line.x0), max(e.right, line.x1)}
	}
	rights := map[int]float64{}
	place := func(e span) int { return int(math.Round(e.left / 4)) }
	for _, e := range all {
		rights[place(e)] = max(rights[place(e)], e.right)
	}
	for flow, e := range all {
		e.right = rights[place(e)]
		all[flow] = e
	}
	return all
}

// goesOn reports whether the paragraph of the open lines goes on in line b.
func (l *layout) goesOn(open []laidLine, b laidLine, edges map[int]span) bool {
	a := open[len(open)-1]
	h := max(a.height, b.height)
	if math.Abs(a.height-b.height) > 0.12*h && math.Abs(a.first-b.first) > 0.12*h || a.bold != b.bold && (a.bold || len(open) == 1) || letters.Bullet(b.text) {
		return false
	}
	e := edges[a.flow]
	if a.divided() && lower(b.text) {
		return true
	}
	full := l.full(a, b, e)
	if a.flow != b.flow {
		to := edges[b.flow]
		switch {
		case a.page == b.page && b.base < a.base+h: // no column has ended here
			return false
		case a.height > 1.12*l.body, b.x0 > to.left+0.8*h && to.right > to.left:
			return false
		case full:
			// Few paragraphs end at the very end of a line.
			return true
		}
		return !endsSentence(a.text) && lower(b.text)
	}
	gap := (a.base - b.base) / h
	if l.pulls && a.page == b.page && l.pulledBetween(a, b) {
		return true
	}
	listed := letters.Bullet(open[0].text)
	switch {
	case gap > 1.3*l.lead && gap > 1.05:
		return false
	case a.height > 1.12*l.body: // lines of a heading are centred or end where they like
		return true
	case b.x0 > a.x0+0.8*h && !listed: // the first line of a paragraph is set in
		return false
	case b.x0 < a.x0-0.8*h && len(open) > 1: // a passage that is set in ends
		return false
	case listed && !lower(b.text) && (!full || b.x0 < open[0].x0-0.5*h):
		return false
	case !full && (endsSentence(a.text) || e.right-a.x1 > 0.3*(e.right-e.left) && !lower(b.text)):
		return false
	}
	return true
}

// pulledBetween reports whether a pull quote stands between two lines.
func (l *layout) pulledBetween(a, b laidLine) bool {
	for _, line := range l.lines {
		if line.pull && line.page == a.page && line.base < a.base && line.base > b.base {
			return true
		}
	}
	return false
}

// full reports whether the first word of b would not have fitted behind a.
func (l *layout) full(a, b laidLine, e span) bool {
	word, _, _ := strings.Cut(b.text, " ")
	width := (b.x1 - b.x0) * float64(utf8.RuneCountInString(word)) / float64(max(1, utf8.RuneCountInString(b.text)))
	return a.x1+width+0.15*a.height > e.right-0.3*a.height
}

// endsSentence reports whether a text ends as sentences do.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)]*`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r)
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
