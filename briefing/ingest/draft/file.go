// Package draft is one file on its way to an article: its bytes, its letters
// decoded, the blocks of text that were found in it, what it states of itself
// and the notes on what was left out. The readers of kinds of files fill a
// File in; package ingest makes articles of it. It knows no kind of file.
package draft

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
)

// File is one file on its way to an article. A kind's read fills in the
// article's Text and Paragraphs and what metadata there is; or Held, if there
// are several articles in the file.
type File struct {
	Name    string
	Data    []byte
	Options Options
	Article briefing.Article
	Notes   []Note
	Held    []cutting.Cutting
	Depth   int // of files inside files

	// Of a part of another file:
	Declared string // the encoding that the file states for it
	Address  string // the address the file states for it
}

// Note adds a note on how the file was read.
func (f *File) Note(code NoteCode, format string, args ...any) {
	f.Notes = append(f.Notes, Note{code, fmt.Sprintf(format, args...)})
}

// LayOut sets the article's text: one paragraph a block, with an empty line
// between.
func (f *File) LayOut(blocks []Block) {
	blocks, numbers := Numbered(blocks)
	out := -numbers // are told of apart
	for _, b := range blocks {
		if b.Text != "" && b.Kind == briefing.Furniture {
			out++
		}
	}
	f.append(blocks)
	if out > 0 {
		f.Note(BlocksOut, "%s left out", Count(out, "block", "blocks"))
	}
	if numbers > 0 {
		f.Note(NumbersOut, "%s left out", Count(numbers, "list number", "list numbers"))
	}
}

// LayBehind puts furniture behind the article's text, as far as an article can
// hold it. It is told of elsewhere.
func (f *File) LayBehind(furniture []Block) {
	room := cutting.MaxText - len(f.Article.Text)
	for i, b := range furniture {
		if room -= len(b.Text) + len(between); room < 0 {
			furniture = furniture[:i]
			break
		}
	}
	f.append(furniture)
}

const between = "\n\n" // paragraphs

// append adds a paragraph for each block.
func (f *File) append(blocks []Block) {
	var b strings.Builder
	b.WriteString(f.Article.Text)
	for _, bl := range blocks {
		if bl.Text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(between)
		}
		start := b.Len()
		b.WriteString(bl.Text)
		f.Article.Paragraphs = append(f.Article.Paragraphs, briefing.Paragraph{
			Span: briefing.Span{Start: start, End: b.Len()}, Kind: bl.Kind,
		})
	}
	f.Article.Text = b.String()
}

// DropNotes takes notes back that hold no longer.
func (f *File) DropNotes(codes ...NoteCode) {
	var kept []Note
	for _, n := range f.Notes {
		drop := false
		for _, c := range codes {
			drop = drop || n.Code == c
		}
		if !drop {
			kept = append(kept, n)
		}
	}
	f.Notes = kept
}

// Within returns a file for a part of f, such as a text of a message.
func (f *File) Within(data []byte, mediaType, charset string) *File {
	return &File{Name: f.Name, Data: data, Options: f.Options, Declared: charset,
		Article: briefing.Article{Source: briefing.Source{MediaType: mediaType}}}
}

// Took takes over what the decoding of a part found out. The encoding is that
// of the first part.
func (f *File) Took(part *File) {
	if f.Article.Source.Encoding == "" {
		f.Article.Source.Encoding = part.Article.Source.Encoding
		f.Notes = append(f.Notes, part.Notes...)
	}
}
