package ingest

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Files that other programs wrote, of one text of our own: see
// testdata/programs/README.md.
func TestFilesOfOtherPrograms(t *testing.T) {
	const (
		title  = "Harbour towns sign a tide accord"
		strike = "Ferry crews call off their strike"
		mira   = "Mira Solberg"
		day    = "2023-03-14"
	)
	for _, tt := range []struct {
		name   string
		titles []string
		byline string // of the first article
		day    string
	}{
		{"libreoffice.docx", []string{title}, mira, day},
		{"libreoffice.odt", []string{title}, mira, day},
		{"libreoffice.rtf", []string{title}, mira, day},
		{"libreoffice.pdf", []string{title}, mira, day},
		{"pandoc.docx", []string{title}, mira, ""}, // in the style "Author"; the name in the properties is often whoever typed it
		{"pandoc.odt", []string{title}, mira, ""},
		{"pandoc.epub", []string{title}, mira, ""},
		{"pandoc.rtf", []string{title}, "", ""},
		{"pandoc.md", []string{title}, mira, ""},
		{"calibre.epub", []string{title}, mira, day},
		{"chromium.mhtml", []string{title}, mira, day},
		{"chromium.pdf", []string{title}, "", ""},
		{"singlefile.html", []string{title}, mira, day},
		{"wget.warc.gz", []string{title}, mira, day},
		{"qpdf.pdf", []string{title, title}, "", ""},
		{"feed.rss", []string{title, strike}, mira, day},
		{"feed.atom", []string{title, strike}, mira, day},
		{"python.mbox", []string{title, strike}, "Harbour Courier", day},
		{"python-digest.eml", []string{title, strike}, mira, day},
		{"python-forward.eml", []string{title, strike, title}, mira, day},
		{"python-flowed.eml", []string{title}, mira, day},
		{"zip.zip", []string{title, title}, mira, day},
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

// A page that Chromium shows has the paragraph of its shadow root too, in its
// place, in each form that keeps it. Others are taken from the page's source.
func TestShadowRootOfOtherPrograms(t *testing.T) {
	for _, name := range []string{"chromium.mhtml", "chromium.pdf", "singlefile.html"} {
		data, err := os.ReadFile(filepath.Join("testdata/programs", name))
		if err != nil {
			t.Fatal(err)
		}
		a, _, err := Read(name, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		at := func(words string) int { return strings.Index(a.Text, words) }
		if from, in, to := at("A joint office"), at("Either town may leave"), at("is to vote on the budget"); from < 0 || in < from || to < in {
			t.Errorf("%s: the paragraph of the shadow root is not in its place:\n%s", name, a.Text)
		}
	}
}

// Lists of references are refused by name, and tell what they know.
func TestReferencesOfOtherPrograms(t *testing.T) {
	for name, kind := range map[string]string{"pandoc.bib": "BibTeX", "pandoc-csl.json": "CSL-JSON"} { // the first writes no address
		data, err := os.ReadFile(filepath.Join("testdata/programs", name))
		if err != nil {
			t.Fatal(err)
		}
		_, err = ReadAll(name, bytes.NewReader(data))
		var f *ForeignError
		if !errors.As(err, &f) || !strings.Contains(f.Kind, kind) || len(f.References) != 1 {
			t.Errorf("%s: %v, want a refusal that names %s and one reference", name, err, kind)
			continue
		}
		if r := f.References[0]; !strings.EqualFold(r.Title, "Harbour towns sign a tide accord") || !strings.HasPrefix(r.Date, "2023") || strings.Contains(r.URL, "tide-accord") != (kind == "CSL-JSON") {
			t.Errorf("%s tells %+v", name, r)
		}
	}
}
