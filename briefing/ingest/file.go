package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/language"
	"example.org/attache/briefing/ingest/letters"
)

// parse reads data as a file of kind k and hands on its articles, at least
// one, each as soon as it is read.
func (k kind) parse(name string, data []byte, o draft.Options, each func(Held)) error {
	f := &draft.File{Name: name, Data: data, Options: o}
	sum := sha256.Sum256(data)
	f.Article.Source = briefing.Source{
		Name:      strings.ToValidUTF8(name, "\uFFFD"),
		MediaType: k.mediaType,
		Hash:      "sha256:" + hex.EncodeToString(sum[:]),
		Reader:    k.reader,
		Size:      int64(len(data)),
	}
	if err := k.read(f); err != nil {
		return err
	}
	split(f)
	if f.Held != nil {
		return handOn(f, each)
	}
	if err := finish(f); err != nil {
		return err
	}
	each(Held{&f.Article, f.Notes})
	return nil
}

// finish makes the article whole that a kind's read has begun.
func finish(f *draft.File) error {
	a := &f.Article
	if len(a.Text) > MaxText {
		return fmt.Errorf("%w: its text has %.1f MB, an article may have %d MB: split it and add the parts",
			briefing.ErrTooLarge, float64(len(a.Text))/(1<<20), MaxText>>20)
	}
	if !strings.ContainsFunc(a.Text, letters.Readable) {
		return briefing.ErrEmpty
	}
	a.ID = briefing.IDOf(a.Text)
	if a.Language == "" {
		a.Language = language.Of(a)
	}
	takeHead(f)
	if !a.Published.Known() {
		f.Note(draft.NoDate, "no date found")
	}
	return nil
}
