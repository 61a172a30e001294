package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is part of a word: one style and one font.
type piece struct {
	span   int // index into the paragraph's spans
	font   *Font
	glyphs []Glyph
	text   string
	w      float64 // points
}

// word is what lies between two places where a line may break.
type word struct {
	pieces  []piece
	w       float64 // points, without the space after it
	space   float64 // width of the space after it, 0 if there is none
	at      int     // index of the space's span
	penalty float64 // of breaking the line after it
}

func (w word) text() string {
	var b strings.Builder
	for _, p := range w.pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// words cuts the text of all spans at the places where Unicode allows a line
// to break (UAX #14) and shapes what lies between.
func (l *layouter) words(spans []span) (words []word, missing []rune) {
	var all []rune
	var ends []int // of each span, in all
	for _, s := range spans {
		all = append(all, []rune(s.text)...)
		ends = append(ends, len(all))
	}
	l.segmenter.Init(all)
	at := 0 // the span that the next character is in
	for it := l.segmenter.LineIterator(); it.Next(); {
		segment := it.Line()
		end := segment.Offset + len(segment.Text)
		core := end
		for core > segment.Offset && all[core-1] == ' ' {
			core--
		}
		var w word
		for i := segment.Offset; i < core; {
			for ends[at] <= i {
				at++
			}
			j := min(core, ends[at])
			st := spans[at].style
			sh := l.shape(st.font, string(all[i:j]))
			missing = append(missing, sh.missing...)
			for _, part := range sh.parts {
				p := piece{span: at, font: part.font, glyphs: part.glyphs, w: part.width*st.size + float64(len(part.glyphs))*st.track}
				p.text = textOf(part.glyphs)
				w.pieces = append(w.pieces, p)
				w.w += p.w
			}
			i = j
		}
		if core < end {
			for ends[at] <= core {
				at++
			}
			w.at = at
			w.space = l.spaceWidth(spans[at].style)
		}
		words = append(words, w)
	}
	penalties(words)
	return words, missing
}

func (l *layouter) spaceWidth(st style) float64 {
	return l.shape(st.font, " ").parts[0].width*st.size + st.track
}

func textOf(glyphs []Glyph) string {
	if len(glyphs) == 1 {
		return glyphs[0].Text
	}
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// split cuts the words that are wider than the measure into pieces that are
// not, between clusters of glyphs.
func split(words []word, spans []span, measure float64) []word {
	if !slices.ContainsFunc(words, func(w word) bool { return w.w > measure }) {
		return words
	}
	var out []word
	for _, w := range words {
		if w.w <= measure {
			out = append(out, w)
			continue
		}
		cur := word{penalty: splitPenalty}
		for _, p := range w.pieces {
			st := spans[p.span].style
			for i := 0; i < len(p.glyphs); {
				j := i + 1
				for j < len(p.glyphs) && p.glyphs[j].Text == "" {
					j++
				}
				c := piece{span: p.span, font: p.font, glyphs: p.glyphs[i:j], text: p.glyphs[i].Text}
				for _, g := range c.glyphs {
					c.w += g.Advance*st.size + st.track
				}
				if cur.w+c.w > measure && len(cur.pieces) > 0 {
					out = append(out, cur)
					cur = word{penalty: splitPenalty}
				}
				if n := len(cur.pieces); n > 0 && cur.pieces[n-1].span == c.span && cur.pieces[n-1].font == c.font {
					last := &cur.pieces[n-1]
					last.glyphs = slices.Concat(last.glyphs, c.glyphs)
					last.text += c.text
					last.w += c.w
				} else {
					cur.pieces = append(cur.pieces, c)
				}
				cur.w += c.w
				i = j
			}
		}
		cur.space, cur.at, cur.penalty = w.space, w.at, w.penalty
		out = append(out, cur)
	}
	return out
}

// Penalties of a break, in the unit of the breaker: the square of the share of
// the line left empty. 0.04 is worth leaving a fifth of a line empty.
const (
	splitPenalty        = 0.5
	abbreviationPenalty = 0.06
	numberPenalty       = 0.05
	dashPenalty         = 0.06
	hyphenPenalty       = 0.03
	doubleNamePenalty   = 0.15
	shortPenalty        = 0.012
	namePenalty         = 0.008
)

// penalties says how bad it is to break after each word: after "U.S.", after
// a number and before its unit, before a dash, within a compound, after a
// lone "a" or "of", within a name.
func penalties(words []word) {
	next := ""
	for i := len(words) - 1; i >= 0; i-- {
		w := &words[i]
		t := w.text()
		first, _ := utf8.DecodeRuneInString(next)
		switch {
		case next == "":
		case w.space == 0 && (strings.HasSuffix(t, "-") || strings.HasSuffix(t, "‐")):
			if w.penalty = hyphenPenalty; unicode.IsUpper(first) {
				w.penalty = doubleNamePenalty // "Anna-Maria"
			}
		case strings.HasPrefix(next, "–") || strings.HasPrefix(next, "—"):
			w.penalty = dashPenalty
		case abbreviated(t), abbreviated(next) && capital(t):
			w.penalty = abbreviationPenalty
		case allDigits(t) && (unicode.IsLetter(first) || first == '%'):
			w.penalty = numberPenalty
		case startsWithDigit(next) && capital(t) && utf8.RuneCountInString(t) <= 9:
			w.penalty = numberPenalty // "August 27th"
		case utf8.RuneCountInString(strings.TrimLeft(t, "“‘(\"")) <= 2:
			w.penalty = shortPenalty
		case capital(t) && unicode.IsUpper(first):
			w.penalty = namePenalty
		}
		next = t
	}
}

// abbreviated reports whether a word is an initial or a short capitalised word
// with a full stop: "U.S.", "J.", "Gen.", "No.".
func abbreviated(t string) bool {
	t = strings.TrimLeft(t, "(“‘\"")
	return strings.HasSuffix(t, ".") && capital(t) &&
		(utf8.RuneCountInString(t) <= 4 || strings.Count(t, ".") > 1)
}

func capital(t string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, "(“‘\""))
	return unicode.IsUpper(r)
}

func allDigits(t string) bool {
	for _, r := range t {
		if !unicode.IsDigit(r) && r != '.' && r != ',' {
			return false
		}
	}
	return t != ""
}

func startsWithDigit(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsDigit(r)
}
