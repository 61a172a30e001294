package page

import (
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// missingMark stands on the page for a character that no face has. Every sans
// face has it.
const missingMark = '◊'

// stretch is a shaped run of one font.
type stretch struct {
	font   *Font
	glyphs []Glyph
	width  float64 // ems, without tracking
}

// shaped is a word, or a part of one between two styles, in one or more fonts.
type shaped struct {
	parts   []stretch
	missing []rune
}

type wordKey struct {
	font *Font
	text string
}

// shaper turns text into glyphs, with kerning and without ligatures, and remembers
// words. It is not safe for concurrent use.
type shaper struct {
	*faces
	harfbuzz shaping.HarfbuzzShaper
	face     map[*Font]*font.Face
	words    map[wordKey]shaped
}

// maxWords bounds the memory of the shaper: about 300 bytes a word.
const maxWords = 40_000

func newShaper(f *faces) *shaper {
	s := &shaper{faces: f, face: map[*Font]*font.Face{}, words: map[wordKey]shaped{}}
	for _, f := range []*Font{f.sans, f.sansBold, f.serif, f.serifBold, f.italic, f.display} {
		s.face[f] = font.NewFace(f.font)
	}
	return s
}

// shape returns the glyphs of a word in f, or in another face where f lacks a
// character: the whole word if one face has all of it, since a word in two
// faces looks like a mistake.
func (s *shaper) shape(f *Font, text string) shaped {
	key := wordKey{f, text}
	if w, ok := s.words[key]; ok {
		return w
	}
	if len(s.words) >= maxWords {
		clear(s.words)
	}
	w := s.shapeNew(f, []rune(text))
	s.words[key] = w
	return w
}

func (s *shaper) shapeNew(f *Font, text []rune) shaped {
	for _, g := range append([]*Font{f}, s.others(f)...) {
		if hasAll(g, text) {
			return shaped{parts: []stretch{s.run(g, text)}}
		}
	}
	var w shaped
	for i := 0; i < len(text); {
		g := s.faceOf(f, text[i])
		j := i + 1
		for j < len(text) && s.faceOf(f, text[j]) == g {
			j++
		}
		if g != nil {
			w.parts = append(w.parts, s.run(g, text[i:j]))
		} else {
			w.parts = append(w.parts, s.marks(text[i:j]))
			w.missing = append(w.missing, text[i:j]...)
		}
		i = j
	}
	return w
}

func hasAll(f *Font, text []rune) bool {
	for _, r := range text {
		if !f.has(r) {
			return false
		}
	}
	return true
}

// faceOf returns the face for a character that is set by itself, nil if there
// is none.
func (s *shaper) faceOf(f *Font, r rune) *Font {
	if f.has(r) {
		return f
	}
	for _, g := range s.others(f) {
		if g.has(r) {
			return g
		}
	}
	return nil
}

// marks sets a lozenge for each character. The glyph still carries the
// character, so that copying the text gives it.
func (s *shaper) marks(text []rune) stretch {
	one := s.run(s.sans, []rune{missingMark})
	out := stretch{font: s.sans}
	for _, r := range text {
		g := one.glyphs[0]
		g.Text = string(r)
		out.glyphs = append(out.glyphs, g)
		out.width += g.Advance
	}
	return out
}

// noLigatures keeps a glyph to a letter: Ghostscript 10.00 reads the second
// letter of "ffi" and its like wrong when it makes PDF/A or text of a PDF.
var noLigatures = []shaping.FontFeature{
	{Tag: opentype.MustNewTag("liga")}, {Tag: opentype.MustNewTag("clig")}, {Tag: opentype.MustNewTag("dlig")}, {Tag: opentype.MustNewTag("rlig")},
}

// run shapes text that f has all characters of. Everything is set from left
// to right: no face has a script that runs the other way.
func (s *shaper) run(f *Font, text []rune) stretch {
	const unit = 1000 // shape at this size, so that an advance of 64·unit is one em
	out := s.harfbuzz.Shape(shaping.Input{
		Text: text, RunEnd: len(text), Direction: di.DirectionLTR,
		Face: s.face[f], Size: fixed.I(unit), Script: scriptOf(text), Language: "en", FontFeatures: noLigatures,
	})
	em := func(v fixed.Int26_6) float64 { return float64(v) / (64 * unit) }
	w := stretch{font: f, glyphs: make([]Glyph, len(out.Glyphs))}
	for i, g := range out.Glyphs {
		w.glyphs[i] = Glyph{ID: uint16(g.GlyphID), Advance: em(g.Advance), DX: em(g.XOffset), DY: em(g.YOffset)}
		if i == 0 || out.Glyphs[i-1].TextIndex() != g.TextIndex() {
			w.glyphs[i].Text = string(text[g.TextIndex() : g.TextIndex()+g.RunesCount()])
		}
		w.width += w.glyphs[i].Advance
	}
	return w
}

func scriptOf(text []rune) language.Script {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return language.LookupScript(r)
		}
	}
	return language.Latin
}
