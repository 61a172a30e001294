package draft

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// Block is a run of a page's text that a reader sees as one paragraph.
type Block struct {
	Text    string
	Kind    briefing.ParagraphKind // what the tags around it say
	Hint    Hint                   // what the tags around it say of furniture
	Pieces  []Piece                // its text nodes
	At      int                    // the number of its first text node
	Letters int                    // letters and digits
	Linked  int                    // those inside links
	Bold    int                    // those in bold or slanted type
	Number  string                 // of a list's element, as a browser would print it: "2."; "" for none
}

// Piece is one of the text nodes of a block.
type Piece struct {
	At   int // its number
	Size int // bytes, without blanks around them
}

// Place is what the elements around a node say about it.
type Place struct {
	Kind   briefing.ParagraphKind
	Hint   Hint
	Linked bool
	Bold   bool
	Pre    bool
}

// Writer makes blocks of text that comes in pieces.
type Writer struct {
	Blocks []Block
	Open   Block
	Text   strings.Builder
	Space  rune // what is due before the next word: 0, ' ', '\t' or '\n'
	breaks int  // <br> in a row
	last   rune // written
	N      int  // text nodes
}

// Say adds text to the open block. Blanks are collapsed as a browser does;
// characters of no width, which readers never see, are left out.
func (w *Writer) Say(s string, at Place) {
	for _, r := range s {
		switch {
		case letters.Invisible(r) && !letters.Shaping(r, w.last):
			continue
		case at.Pre && r == '\n':
			w.Space = '\n'
			continue
		case unicode.IsSpace(r) || unicode.IsControl(r): // references such as &#7; name any
			if w.Space == 0 {
				w.Space = ' '
			}
			continue
		}
		if w.Text.Len() == 0 {
			w.Open.Kind, w.Open.Hint, w.Open.At = at.Kind, at.Hint, w.N-1
		} else if w.Space != 0 {
			w.Text.WriteRune(w.Space)
		}
		w.Open.Hint &= at.Hint // of a block, only what holds for all of it
		w.Space, w.breaks, w.last = 0, 0, r
		w.Text.WriteRune(r)
		if letters.Readable(r) {
			w.Open.Letters++
			if at.Linked {
				w.Open.Linked++
			}
			if at.Bold {
				w.Open.Bold++
			}
		}
	}
}

// LineBreak ends the line; two in a row end the block.
func (w *Writer) LineBreak() {
	if w.breaks++; w.breaks > 1 {
		w.End()
		return
	}
	w.Space = '\n'
}

// End closes the open block.
func (w *Writer) End() {
	if w.Text.Len() > 0 {
		w.Open.Text = w.Text.String()
		if b := &w.Open; b.Kind == briefing.Body && b.Bold == b.Letters && b.Letters > 0 && strings.HasSuffix(b.Text, "?") {
			b.Kind = briefing.Heading // the question of an interview
		}
		w.Blocks = append(w.Blocks, w.Open)
	}
	w.Text.Reset()
	w.Open, w.Space, w.breaks = Block{}, 0, 0
}

// BlocksFrom makes blocks of those that another package has read.
func BlocksFrom(read []cutting.Block) []Block {
	blocks := make([]Block, 0, len(read))
	for _, b := range read {
		if b.Text != "" {
			blocks = append(blocks, Block{Text: b.Text, Kind: b.Kind, Letters: letters.Count(b.Text)})
		}
	}
	return blocks
}

// Paragraph reports whether a block has the look of a paragraph: words enough
// and few links.
func (b *Block) Paragraph() bool { return b.Letters >= 40 && 3*b.Linked < b.Letters }

// Leave marks a block as no part of the body.
func (b *Block) Leave() {
	if b.Kind != briefing.Caption {
		b.Kind = briefing.Furniture
	}
}

// OnlyLink reports whether the block is nothing but a link, or an address:
// the way to another page.
func (b *Block) OnlyLink() bool {
	return b.Linked == b.Letters || !strings.Contains(b.Text, " ") && strings.Contains(b.Text, "://")
}

// InBody reports whether paragraphs of a kind are part of the article's text.
func InBody(k briefing.ParagraphKind) bool {
	return k == briefing.Body || k == briefing.Heading || k == briefing.ListItem || k == briefing.Quotation
}

// Hint is what an element's name, role and class say its text is for.
type Hint uint16

// The hints. Each holds for everything inside the element.
const (
	AsideHint    Hint = 1 << iota // beside the text: nav, aside, related, newsletter, advertisement
	BylineHint                    // who wrote it and when
	CaptionHint                   // of a picture
	QuotedHint                    // in a message: quoted from another
	CommentHint                   // what readers wrote
	AuthorHint                    // who wrote it
	HeadlineHint                  // the title
	LeadHint                      // the standfirst
	KickerHint                    // the words over the title
	PictureHint                   // about a picture
	TextHint                      // the article's text
	NotesHint                     // footnotes
	HiddenHint                    // not shown when the page was saved
	ApartHint                     // no part of the page's matter: menus, dialogs; AsideHint too
)

// Numbered puts the numbers of a list's elements before them, as furniture:
// the page does not hold them and may not show them. It returns how many there
// are, too.
func Numbered(blocks []Block) (all []Block, numbers int) {
	for _, b := range blocks {
		if b.Number != "" && InBody(b.Kind) && b.Text != "" {
			all = append(all, Block{Text: b.Number, Kind: briefing.Furniture})
			numbers++
		}
		all = append(all, b)
	}
	return all, numbers
}

// CuttingBlocks are the paragraphs of a text.
func CuttingBlocks(text string, paragraphs []briefing.Paragraph) []cutting.Block {
	all := make([]cutting.Block, len(paragraphs))
	for i, p := range paragraphs {
		all[i] = cutting.Block{Text: p.Of(text), Kind: p.Kind}
	}
	return all
}
