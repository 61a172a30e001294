package trace

import (
	"example.org/attache/briefing/page"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Word is a word as a file shows it: what stands between white space.
type Word struct {
	Text string
	Part page.Part // where the format tells, or ""
	// Row is the line of the file, from 1; 0 where a format has none.
	Row int
	// Placed says that X and Y, in points from the top left of the page, are
	// where the word begins.
	Placed bool
	X, Y   float64
	Pale   bool // in a colour that does not show on white
	Begins bool // a paragraph, where the format tells
}

// Words cuts a paragraph into words; it begins on a row of the file.
func Words(text string, part page.Part, row int) []Word {
	var words []Word
	for _, f := range strings.FieldsFunc(text, separates) {
		if f = plain(f); f != "" {
			words = append(words, Word{Text: f, Part: part, Row: row, Begins: len(words) == 0})
		}
	}
	return words
}

// separates reports white space, the no-break spaces among it: programs put
// one for the other.
func separates(r rune) bool { return unicode.IsSpace(r) || r == '\u2007' }

// plain takes out what has no width, which programs add and take at will.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u2060', '\ufeff', '\u200e', '\u200f':
			return -1
		}
		return r
	}, word)
}

// expected is a word of the record, and where it stands there.
type expected struct {
	Word
	row, part int
}

// expect returns the words of rows in order. A word that reaches over two
// joined parts belongs to the one it begins in.
func expect(rows []Row) []expected {
	var all []expected
	for i, r := range rows {
		places := strings.Fields(r.At)
		n, open := 0, false
		for j, p := range r.Parts {
			pieces := strings.FieldsFunc(p.Text, separates)
			goesOn := p.Joined && open && len(pieces) > 0 && !separates(firstRune(p.Text))
			for k, f := range pieces {
				if f = plain(f); f == "" {
					continue
				}
				if k == 0 && goesOn {
					all[len(all)-1].Text += f
					continue
				}
				e := expected{Word: Word{Text: f, Part: p.Name}, row: i, part: j}
				if n < len(places) {
					e.X, e.Y, e.Placed = place(places[n])
				}
				n++
				all = append(all, e)
			}
			if p.Text != "" {
				open = n > 0 && !separates(lastRune(p.Text))
			}
		}
	}
	return all
}

func firstRune(s string) rune { return []rune(s)[0] }

func lastRune(s string) rune { r := []rune(s); return r[len(r)-1] }

// Place writes where a word begins, for Row.At.
func Place(x, y float64) string {
	return fmt.Sprintf("%s,%s", tenth(x), tenth(y))
}

func tenth(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

func place(s string) (x, y float64, ok bool) {
	a, b, _ := strings.Cut(s, ",")
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return x, y, err == nil && err2 == nil
}
