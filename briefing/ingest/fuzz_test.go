package ingest

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/briefing/ingest/draft"
	"github.com/google/go-cmp/cmp"
)

// FuzzRead checks what is promised of every article, whatever the bytes and
// the name: see checkArticle. A second reading must be the same, and a
// failure must be one that the faces of the program have words for.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		// PDFium is not fuzzed: nothing would end it here, and a child does.
		if filepath.Ext(path) != ".want" && filepath.Ext(path) != ".pdf" {
			f.Add(filepath.Base(path), data)
		}
	}
	f.Add("references.html", []byte("<p>One&#2;two&#128;three&#xD800;four&#0;"))
	f.Add("a.rtf", []byte(`{\rtf1\ansicpg1252\uc1 Jos\'e9 \u8212? said {\*\x silent}\par\bin2 xx\pard\ls1 one}`))
	f.Add("a.docx", zipped(f, "word/document.xml", wordStart+"<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"+wordEnd))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if isPDF(data[:min(len(data), draft.SniffLen)], "") || holdsPDF(data) {
			return // a mutated page can become one
		}
		a, notes, err := Read(name, bytes.NewReader(data))
		if err != nil {
			for _, s := range sentinels {
				if errors.Is(err, s) {
					return
				}
			}
			t.Fatalf("Read(%q, %q): unexpected error %v", name, data, err)
		}
		checkArticle(t, a)
		again, moreNotes, err := Read(name, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, again) + cmp.Diff(notes, moreNotes); diff != "" {
			t.Errorf("a second reading of %q differs:\n%s", data, diff)
		}
		if got := copies.Shared(a, a); got != 0 && got != 1 {
			t.Errorf("an article shares %v with itself", got)
		}
	})
}
