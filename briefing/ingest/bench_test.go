package ingest

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func BenchmarkReadText(b *testing.B) {
	text := strings.Join(story(1, 60), "\n\n") // about 900 words
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
	r := NewReader(Options{})
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
		if _, err := ReadFile(b.Context(), "testdata/linked-data.html", Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkShared(b *testing.B) {
	x, y := article(b, strings.Join(story(1, 60), " ")), article(b, strings.Join(story(2, 60), " "))
	for b.Loop() {
		Shared(x, y)
	}
}
