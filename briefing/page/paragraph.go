package page

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/go-text/typesetting/segmenter"
)

// setting is a paragraph broken into lines. It depends only on the text, the
// styles and the measure, so the same setting serves every layout.
type setting struct {
	lines   [][]piece // each line's pieces; every line but the last ends in its space
	widths  []float64 // of each line, points
	missing []rune
	tooLong bool // more than maxText; lines are missing
}

// layouter sets paragraphs and remembers them, so that a page that changes in
// one line costs little more than that line. It is not safe for concurrent
// use; see Layouter.
type layouter struct {
	*shaper
	segmenter segmenter.Segmenter
	set       map[string]*setting
	key       []byte
}

// maxSettings bounds the memory of the layouter: about 4 kB a paragraph.
const maxSettings = 6_000

// paragraph sets text to a measure. With balance the lines are made about
// equally long, as suits headlines.
func (l *layouter) paragraph(spans []span, measure float64, balance bool) *setting {
	spans = slices.DeleteFunc(slices.Clone(spans), func(s span) bool { return s.text == "" })
	key := l.keyOf(spans, measure, balance)
	if s, ok := l.set[string(key)]; ok {
		return s
	}
	if len(l.set) >= maxSettings {
		clear(l.set)
	}
	s := l.breakParagraph(spans, measure, balance)
	l.set[string(key)] = s
	return s
}

// keyOf writes what a setting depends on. Fonts are told apart by name.
func (l *layouter) keyOf(spans []span, measure float64, balance bool) []byte {
	k := l.key[:0]
	k = binary.LittleEndian.AppendUint64(k, math.Float64bits(measure))
	if balance {
		k = append(k, 1)
	}
	for _, s := range spans {
		k = append(k, 0)
		k = append(k, s.style.font.Name...)
		k = append(k, 0)
		k = binary.LittleEndian.AppendUint64(k, math.Float64bits(s.style.size))
		k = binary.LittleEndian.AppendUint64(k, math.Float64bits(s.style.track))
		k = binary.LittleEndian.AppendUint32(k, uint32(len(s.text)))
		k = append(k, s.text...)
	}
	l.key = k
	return k
}

func (l *layouter) breakParagraph(spans []span, measure float64, balance bool) *setting {
	if length(spans) > maxText {
		return &setting{tooLong: true}
	}
	words, missing := l.words(spans)
	words = split(words, spans, measure)
	out := &setting{missing: missing}
	start := 0
	for _, end := range breakLines(words, measure, balance) {
		line, width := l.line(words[start:end], spans)
		out.lines = append(out.lines, line)
		out.widths = append(out.widths, width)
		start = end
	}
	return out
}

// line joins the pieces of a line's words, with a space glyph between words
// and at the end, so that extracted text keeps its spaces across lines.
func (l *layouter) line(words []word, spans []span) (pieces []piece, width float64) {
	add := func(p piece) {
		if n := len(pieces); n > 0 && pieces[n-1].span == p.span && pieces[n-1].font == p.font {
			last := &pieces[n-1]
			last.glyphs = append(last.glyphs, p.glyphs...)
			last.text += p.text
			last.w += p.w
			return
		}
		p.glyphs = slices.Clone(p.glyphs)
		pieces = append(pieces, p)
	}
	x := 0.0
	for _, w := range words {
		for _, p := range w.pieces {
			add(p)
			x += p.w
		}
		width = x
		if w.space > 0 {
			st := spans[w.at].style
			sp := l.shape(st.font, " ").parts[0]
			add(piece{span: w.at, font: sp.font, glyphs: sp.glyphs, text: " ", w: w.space})
			x += w.space
		}
	}
	return pieces, width
}

func length(spans []span) int {
	n := 0
	for _, s := range spans {
		n += len(s.text)
	}
	return n
}
