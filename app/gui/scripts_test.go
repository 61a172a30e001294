package gui

import (
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/fontscan"

	"example.org/attache/app"
)

// TestLettersThatCannotBeDrawn reads an article in Thai and Hebrew where no
// font is installed: the window says so in a word, and keeps the text. Where
// fonts are, it says nothing.
func TestLettersThatCannotBeDrawn(t *testing.T) {
	none := func() []fontscan.Footprint { return nil }
	s := openStage(t, app.Options{Library: t.TempDir() + "/library.db"}, Options{Fonts: none})
	s.adds(write(t, "both.txt", "รัฐมนตรีพบกัน\n\nהשרים נפגשו בנמל.\n"))
	s.showArticle(s.articleOf("both.txt"))
	s.settle()
	if got := s.reader.foot.Text(); !strings.Contains(got, "Hebrew, Thai letters") {
		t.Errorf("under the article stands %q", got)
	}
	s.adds(write(t, "plain.txt", "The ministers met in the harbour. Οι υπουργοί. Министры.\n"))
	s.showArticle(s.articleOf("plain.txt"))
	s.settle()
	if got := s.reader.foot.Text(); strings.Contains(got, "font") {
		t.Errorf("under an article that our own fonts can draw stands %q", got)
	}
}

func TestUndrawable(t *testing.T) {
	thai := fontscan.Footprint{}
	for r := rune(0xE01); r <= 0xE5B; r++ {
		thai.Runes.Add(r)
	}
	fonts := func() []fontscan.Footprint { return []fontscan.Footprint{thai} }
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The dam — “Δ”, Ж, é, ✓ … 12", nil},
		{"รัฐมนตรี", nil},
		{"รัฐมนตรี 大臣 장관", []string{"hang", "hani"}},
		{"وزير", []string{"arab"}},
	} {
		if got := undrawable(c.text, fonts); !slices.Equal(got, c.want) {
			t.Errorf("undrawable(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// adds adds a file and waits until it is in the library.
func (s *stage) adds(path string) {
	s.t.Helper()
	s.importPaths([]string{path})
	s.until("the import", func() bool { return !s.imports.running && len(s.imports.events) > 0 })
	s.settle()
}
