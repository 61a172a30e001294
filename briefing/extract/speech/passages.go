package speech

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// piece is a token outside quotation marks, or one whole quotation.
type piece struct {
	lang.Token
	quote int // index into document.quotations, or -1
}

// passage is a sentence in which every quotation counts as one piece, so that
// the full stops inside it end nothing:
//
//	[“We agree. We go on,”] [he] [said] [on] [Friday] [.]
type passage struct {
	pieces    []piece
	paragraph int
	index     int
}

// span returns the passage from its first piece to its last.
func (p *passage) span() briefing.Span {
	return briefing.Span{Start: p.pieces[0].Start, End: p.pieces[len(p.pieces)-1].End}
}

// between returns the text from piece from up to piece to.
func (p *passage) between(from, to int) briefing.Span {
	return briefing.Span{Start: p.pieces[from].Start, End: p.pieces[to-1].End}
}

// is reports whether piece i is one of the folded words.
func (p *passage) is(i int, words ...string) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && p.pieces[i].Is(words...)
}

// cue returns the cue at piece i, or nil.
func (p *passage) cue(i int) *cue {
	if i < 0 || i >= len(p.pieces) || p.pieces[i].quote >= 0 {
		return nil
	}
	c := cueOf(p.pieces[i].Token)
	if c != nil && p.idle(i, c) {
		return nil
	}
	return c
}

// cutPassages returns the passages of the body. A quotation that runs over
// several paragraphs is a piece of each.
func cutPassages(d *Document) []*passage {
	var out []*passage
	next := 0 // the first quotation that may reach into the paragraph
	for n, p := range d.Paragraphs {
		if p.Furniture() {
			continue
		}
		pieces := make([]piece, 0, p.Len()/bytesAPiece+1)
		at := p.Start
		for next < len(d.Quotations) && d.Quotations[next].Outer.End <= p.Start {
			next++
		}
		for i := next; i < len(d.Quotations) && d.Quotations[i].Outer.Start < p.End; i++ {
			outer := d.Quotations[i].Outer
			pieces = appendWords(pieces, d.Text, at, max(at, outer.Start))
			end := min(outer.End, p.End)
			span := briefing.Span{Start: max(outer.Start, p.Start), End: end}
			pieces = append(pieces, piece{Token: lang.Token{Span: span, Text: span.Of(d.Text), Kind: lang.Punct}, quote: i})
			at = end
		}
		pieces = appendWords(pieces, d.Text, at, p.End)
		start := 0
		for i := range pieces {
			if i+1 < len(pieces) && !endsPassage(d, pieces, i) && i-start < longestPassage {
				continue
			}
			out = append(out, &passage{pieces: pieces[start : i+1], paragraph: n, index: len(out)})
			start = i + 1
		}
	}
	return out
}

// longestPassage bounds a passage, in pieces: what a rule does may grow with
// the length of a passage, but never with that of the text.
const longestPassage = 300

// bytesAPiece is how many bytes a piece has at least, as a rule.
const bytesAPiece = 5

func appendWords(pieces []piece, text string, from, to int) []piece {
	if from >= to {
		return pieces
	}
	for _, t := range lang.Tokenize(text, briefing.Span{Start: from, End: to}) {
		pieces = append(pieces, piece{Token: t, quote: -1})
	}
	return pieces
}

// endsPassage reports whether a passage ends with piece i, which is not the
// last of its paragraph.
func endsPassage(d *Document, pieces []piece, i int) bool {
	p, next := pieces[i], pieces[i+1]
	begins := next.quote >= 0 || next.Capital() || next.Kind == lang.Number || next.Is("(", "[", "—", "–", "--", "-", "•", "*", "@", "#")
	if p.quote < 0 {
		switch p.Text[0] {
		case '.', '!', '?':
			return begins && next.Text != ")" && p.Kind == lang.Punct
		case ')', ']':
			return i > 0 && pieces[i-1].Is(".", "!", "?") && begins
		}
		return false
	}
	last := lastMark(d.Quotations[p.quote].Of(d.Text))
	if !strings.ContainsRune(".!?…", last) || !begins {
		return false
	}
	if next.quote >= 0 {
		return true
	}
	return !attributionFollows(pieces, i+1, last == '.')
}

// lastMark returns the last rune of a quotation, behind inner closing marks.
func lastMark(s string) rune {
	s = strings.TrimRight(s, "’'”\"»)] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// attributionFollows reports whether the pieces from i on are "Smith said"
// after a quotation that ends in a full stop, question or exclamation mark,
// and not the start of a new sentence: `“Why?” Smith said. “Why now?”`.
func attributionFollows(pieces []piece, i int, stop bool) bool {
	for k := i; k < len(pieces) && k < i+7; k++ {
		if pieces[k].quote >= 0 {
			return false
		}
		c := cueOf(pieces[k].Token)
		if c == nil || !c.quotation || c.form == ingForm || k == i {
			if !pieces[k].Capital() && !beforeCue.Has(pieces[k].Lower) {
				return false
			}
			continue
		}
		if k+1 >= len(pieces) {
			return true
		}
		after := pieces[k+1]
		if stop {
			return after.Is(".") && plainCues.Has(pieces[k].Lower)
		}
		return after.quote < 0 && !behindNoCue.Has(after.Lower)
	}
	return false
}
