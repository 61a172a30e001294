package ingest

import (
	"bytes"
	"os"
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
