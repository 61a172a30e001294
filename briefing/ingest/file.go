package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// file is one file on its way to an article. A kind's read fills in the
// article's Text and Paragraphs and what metadata there is; or held, if there
// are several articles in the file.
type file struct {
	name    string
	data    []byte
	options Options
	article briefing.Article
	notes   []Note
	held    []cutting.Cutting
	depth   int // of files inside files

	// Of a part of another file:
	declared string // the encoding that the file states for it
	address  string // the address the file states for it
}

func (f *file) note(code NoteCode, format string, args ...any) {
	f.notes = append(f.notes, Note{code, fmt.Sprintf(format, args...)})
}

// parse reads data as a file of kind k and hands on its articles, at least
// one, each as soon as it is read.
func (k kind) parse(name string, data []byte, o Options, each func(Held)) error {
	f := &file{name: name, data: data, options: o}
	sum := sha256.Sum256(data)
	f.article.Source = briefing.Source{
		Name:      strings.ToValidUTF8(name, "\uFFFD"),
		MediaType: k.mediaType,
		Hash:      "sha256:" + hex.EncodeToString(sum[:]),
		Reader:    k.reader,
		Size:      int64(len(data)),
	}
	if err := k.read(f); err != nil {
		return err
	}
	f.split()
	if f.held != nil {
		return f.handOn(each)
	}
	if err := f.finish(); err != nil {
		return err
	}
	each(Held{&f.article, f.notes})
	return nil
}

// finish makes the article whole that a kind's read has begun.
func (f *file) finish() error {
	a := &f.article
	if len(a.Text) > MaxText {
		return fmt.Errorf("%w: its text has %.1f MB, an article may have %d MB: split it and add the parts",
			briefing.ErrTooLarge, float64(len(a.Text))/(1<<20), MaxText>>20)
	}
	if !strings.ContainsFunc(a.Text, readable) {
		return briefing.ErrEmpty
	}
	a.ID = briefing.IDOf(a.Text)
	if a.Language == "" {
		a.Language = languageOf(a)
	}
	if !a.Published.Known() {
		f.note(NoDate, "no date found")
	}
	return nil
}

func readable(r rune) bool { return letters.Readable(r) }
