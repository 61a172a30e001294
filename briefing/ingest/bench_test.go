package ingest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/briefing/ingest/draft"
)

func BenchmarkReadText(b *testing.B) {
	text := strings.Repeat(strings.Join(harbour, " ")+"\n\n", 25)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Read("a.txt", strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadHTML(b *testing.B) {
	data, err := os.ReadFile("testdata/linked-data.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Read("a.html", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadPages reads the saved pages of a folder, to compare with other
// readers of the same pages, each with one processor:
//
//	PAGES=folder go test -run '^$' -bench ReadPages ./briefing/ingest
func BenchmarkReadPages(b *testing.B) {
	names, err := filepath.Glob(filepath.Join(os.Getenv("PAGES"), "*.html"))
	if err != nil || os.Getenv("PAGES") == "" || len(names) == 0 {
		b.Skip("PAGES names no folder of saved pages")
	}
	pages := make([][]byte, len(names))
	for i, name := range names {
		if pages[i], err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	read := 0
	for b.Loop() {
		for i, name := range names {
			if _, _, err := Read(name, bytes.NewReader(pages[i])); err == nil {
				read++
			}
		}
	}
	b.ReportMetric(float64(read)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkReaderHTML has a child process read the page, kept from page to
// page.
func BenchmarkReaderHTML(b *testing.B) {
	r := NewReader(draft.Options{})
	defer r.Close()
	for b.Loop() {
		if _, err := r.File(b.Context(), "testdata/linked-data.html"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadFileHTML starts a child process for the page.
func BenchmarkReadFileHTML(b *testing.B) {
	for b.Loop() {
		if _, err := ReadFile(b.Context(), "testdata/linked-data.html", draft.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadPDF reads ten pages, with PDFium started.
func BenchmarkReadPDF(b *testing.B) {
	lines := make([]string, 35)
	for i := range lines {
		lines[i] = harbour[i%2]
	}
	data := drawn("", slicesOf(passage(30, 540, lines...), 10)...)
	if _, _, err := Read("a.pdf", bytes.NewReader(data)); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := Read("a.pdf", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadFilePDF starts a child process and PDFium for one page, from
// its kept translation.
func BenchmarkReadFilePDF(b *testing.B) {
	for b.Loop() {
		if _, err := ReadFile(b.Context(), "testdata/columns.pdf", draft.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadMail(b *testing.B) {
	data, err := os.ReadFile("testdata/forwarded.eml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Read("a.eml", bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}
