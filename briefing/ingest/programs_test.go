package ingest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Files that other programs wrote, of one text of our own: LibreOffice 7.4,
// pandoc 2.17, Python 3.11's mailbox and Info-ZIP 3.0.
func TestFilesOfOtherPrograms(t *testing.T) {
	const title = "Harbour towns sign a tide accord"
	for _, tt := range []struct {
		name   string
		titles []string
		byline string // of the first article
		day    string
	}{
		{"libreoffice.docx", []string{title}, "", ""},
		{"libreoffice.odt", []string{title}, "", ""},
		{"libreoffice.rtf", []string{title}, "", ""},
		{"libreoffice.pdf", []string{title}, "", ""},
		{"pandoc.docx", []string{title}, "", ""}, // whose name a document keeps is often whoever typed it
		{"pandoc.odt", []string{title}, "", ""},
		{"pandoc.epub", []string{title}, "Mira Solberg", ""},
		{"pandoc.rtf", []string{title}, "", ""},
		{"pandoc.md", []string{title}, "Mira Solberg", ""},
		{"python.mbox", []string{title, "Ferry crews call off their strike"}, "Harbour Courier", "2023-03-14"},
		{"zip.zip", []string{title, title}, "Mira Solberg", "2023-03-14"},
	} {
		data, err := os.ReadFile(filepath.Join("testdata/programs", tt.name))
		if err != nil {
			t.Fatal(err)
		}
		held, err := ReadAll(tt.name, bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if len(held) != len(tt.titles) {
			t.Errorf("%s: %d articles, want %d", tt.name, len(held), len(tt.titles))
			continue
		}
		for i, h := range held {
			if h.Article.Title != tt.titles[i] && !strings.HasPrefix(h.Article.Text, tt.titles[i]) {
				t.Errorf("%s: article %d is %q, want %q", tt.name, i, h.Article.Title, tt.titles[i])
			}
			for _, words := range []string{"joint office of six people", "Port Denn"} {
				if !strings.Contains(strings.Join(strings.Fields(h.Article.Text), " "), words) {
					t.Errorf("%s: article %d has lost %q", tt.name, i, words)
				}
			}
		}
		if a := held[0].Article; a.Byline != tt.byline || a.Published.String() != tt.day {
			t.Errorf("%s: by %q on %q, want %q on %q", tt.name, a.Byline, a.Published, tt.byline, tt.day)
		}
	}
}
