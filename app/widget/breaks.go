package widget

import "github.com/go-text/typesetting/segmenter"

// breaks are the places in a text where a line may end, for scripts that set no
// blanks between words. One nil stands for a text that has such blanks.
type breaks []breakMark // by byte

type breakMark uint8

const (
	mayBreak breakMark = 1 << iota // a line may end before the byte
	grapheme                       // what a reader takes for one letter begins at it
)

// breaksOf finds the breaks of a text (UAX #14). Thai, Lao and Khmer would need
// a dictionary: they break at blanks, and in need between letters.
func breaksOf(s string) breaks {
	if !blankless(s) {
		return nil
	}
	b := make(breaks, len(s)+1)
	var seg segmenter.Segmenter
	seg.InitWithString(s)
	at := 0
	for it := seg.LineIterator(); it.Next(); {
		at += len(string(it.Line().Text))
		b.set(at, mayBreak)
	}
	at = 0
	for it := seg.GraphemeIterator(); it.Next(); {
		b.set(at, grapheme)
		at += len(string(it.Grapheme().Text))
	}
	return b
}

func (b breaks) set(at int, m breakMark) {
	if at < len(b) {
		b[at] |= m
	}
}

// has reports whether a mark stands at a byte; of a text with blanks, none but
// every letter begins one.
func (b breaks) has(at int, m breakMark) bool {
	if b == nil {
		return m == grapheme
	}
	return b[at]&m != 0
}

// blankless reports whether a text has letters of a script without blanks
// between words: those of South-East Asia, China and Japan, and full-width ones.
func blankless(s string) bool {
	for _, r := range s {
		switch {
		case r < 0xE00:
		case r < 0x1100, r >= 0x1780 && r < 0x1800, r >= 0x2E80 && r < 0xA4D0, r >= 0xF900 && r < 0xFB00, r >= 0xFF00 && r < 0xFFF0, r >= 0x20000 && r < 0x40000:
			return true
		}
	}
	return false
}
