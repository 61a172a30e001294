package plain

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing/ingest/letters"
)

// This file tells line ends that an editor or mail program made from line
// ends that mean something.
//
//	The ministers agreed on Thursday to meet again in    ← "October" did not fit:
//	October, the ministry said.                          ← soft end above, hard end here
//	They will discuss trade.

const (
	minWrap = 40  // narrower lines are lists and addresses
	maxWrap = 100 // wider lines are paragraphs
	slack   = 8   // columns an editor may leave free: hyphens, wide letters, stray rewrapping
)

// wrapWidth returns the column at which a text was wrapped, or 0 if it was
// not: most lines within blocks would have had to grow past the widest line
// to take the next word.
func wrapWidth(lines []textLine) int {
	width := 0
	for _, l := range lines {
		if !l.unwrappable() {
			width = max(width, l.width)
		}
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	soft, ends := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].block != lines[i-1].block || letters.Bullet(lines[i].words) || lines[i].unwrappable() {
			continue
		}
		ends++
		if wrapped(lines[i-1], lines[i], width) {
			soft++
		}
	}
	if ends == 0 || soft*10 < ends*6 {
		return 0
	}
	return width
}

// wrapped reports whether the line l was ended only because the first word of
// next did not fit into width.
func wrapped(l, next textLine, width int) bool {
	if width == 0 {
		return false
	}
	first, _, _ := strings.Cut(next.words, " ")
	return !next.unwrappable() && l.width+1+utf8.RuneCountInString(first) > width-slack
}

// unwrappable reports whether a line is one word that fits nowhere, such as a
// long address: it says nothing of where others were wrapped.
func (l textLine) unwrappable() bool { return l.width > maxWrap && !strings.Contains(l.words, " ") }
