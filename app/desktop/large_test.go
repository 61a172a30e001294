//go:build cgo && !nogui && linux

package desktop_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// How large a library the window is tried on; CI has little time:
//
//	go test ./app/desktop -run Large -v -articles 100000 -files 500
var (
	articles = flag.Int("articles", 5_000, "articles in the library of TestLargeLibrary")
	files    = flag.Int("files", 100, "files TestLargeLibrary adds while it types")
)

// TestLargeLibrary opens a large library, scrolls and searches it, and types
// while files are added. It reports how long each took and every frame that
// came later than 50 ms, by a second goroutine that asks the window's every
// 5 ms. The limits it fails at are wide: machines of tests are slow and shared,
// and this one draws without a graphics card.
func TestLargeLibrary(t *testing.T) {
	const tooLate = time.Second
	home := needsScreen(t)
	s := prepare(t, home)
	large(t, filepath.Join(home, "library.db"), *articles)
	folder := page(t, home, *files)

	begun := time.Now()
	s.open()
	var first, usable time.Duration // in either order
	s.until("the whole library", func(e map[string]any) bool {
		switch {
		case e["event"] == "shown":
			first = time.Since(begun)
		case e["event"] == "found" && e["total"] == float64(*articles):
			usable = time.Since(begun)
		}
		return first > 0 && usable > 0
	})
	usable = max(first, usable)
	t.Logf("%d articles: first frame after %v, usable after %v", *articles, first.Round(time.Millisecond), usable.Round(time.Millisecond))
	if usable > 10*time.Second {
		t.Errorf("usable after %v", usable)
	}
	s.keyboard()
	s.late()

	report := func(what string) {
		t.Helper()
		late := s.late()
		if len(late) == 0 {
			t.Logf("%s: no frame later than 50 ms", what)
			return
		}
		t.Logf("%s: %d frames later than 50 ms, the latest %v", what, len(late), slices.Max(late))
		if slices.Max(late) > tooLate {
			t.Errorf("%s: a frame came %v late", what, slices.Max(late))
		}
	}
	s.key("Down")
	s.wait("article")
	s.key("End")
	s.wait("article")
	s.key("Home")
	s.wait("article")
	for range 30 {
		s.key("Next")
		s.wait("article")
	}
	report("scrolling by 30 pages, opening an article on each")

	s.key("ctrl+shift+f")
	for _, c := range "harbour treaty" {
		s.do("type", "--delay", "20", string(c))
	}
	s.until("what was searched", func(e map[string]any) bool { return e["event"] == "found" && e["query"] == "harbour treaty" })
	report("searching as typed")

	s.key("ctrl+o")
	s.wait("chooser")
	s.key("ctrl+a")
	s.do("type", "--delay", "5", folder)
	s.key("Return")
	s.until("the folder", func(e map[string]any) bool { return e["event"] == "chooser" && e["folder"] == folder })
	s.key("ctrl+a", "Return")
	s.wait("imported")
	s.key("ctrl+shift+f")
	for _, c := range "fish quota and more of it" {
		s.do("type", "--delay", "20", string(c))
	}
	s.until("all files added", func(e map[string]any) bool { return e["event"] == "import ended" })
	report(fmt.Sprintf("typing while %d files are added", *files))
	s.key("ctrl+q")
	s.ended()
}

// subjects are words that the articles of large libraries are made of.
var subjects = strings.Fields("harbour treaty minister talks border fish quota river grain port visit council water rail energy police court trade")

// wordy is the text of the nth article: 60 words that many have, and 60 that few
// have.
func wordy(n int) string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprint(&b, subjects[(n*7+i*i)%len(subjects)], n%(i+2), " ")
		b.WriteString(subjects[(n+i)%len(subjects)] + " ")
	}
	return b.String() + fmt.Sprint(n)
}

// large makes a library of articles of 60 words.
func large(t *testing.T, path string, n int) {
	t.Helper()
	l, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for done := 0; done < n; {
		var batch []store.NewArticle
		for range min(500, n-done) {
			text := wordy(done)
			batch = append(batch, store.NewArticle{Article: &briefing.Article{
				ID: briefing.IDOf(text), Title: fmt.Sprintf("Talks on %s, round %d", subjects[done%len(subjects)], done), Text: text, Language: "en",
				Outlet: fmt.Sprint("Wire ", done%40), Published: briefing.Date{Year: 2000 + done%20, Month: 1 + done%12, Day: 1 + done%28},
				Paragraphs: []briefing.Paragraph{{Span: briefing.Span{End: len(text)}, Kind: briefing.Body}},
				Source:     briefing.Source{Name: "a.txt", MediaType: "text/plain", Encoding: "utf-8", Size: int64(len(text))},
			}, Original: []byte(text)})
			done++
		}
		if _, err := l.Add(t.Context(), batch); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// page writes n saved pages into a folder and returns it.
func page(t *testing.T, home string, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(home, "saved")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "<!doctype html><title>Fish talks, day %d</title><article><h1>Fish talks, day %d</h1>", i, i)
		for p := range 12 {
			fmt.Fprintf(&b, "<p>On day %d the ministers met for the %dth time and discussed quota %d of the northern waters. "+
				"They agreed to meet again, a spokeswoman said, once boat %d of the fleet had come home with its catch.</p>", i, p, i*p, i+p)
		}
		b.WriteString("</article>")
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.html", i)), []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
