package plain

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"

	"example.org/attache/briefing/ingest/web"
)

// TestGithubIsGoldmarks reads texts thrown together from what tables and
// struck-out words are made of, with goldmark's extensions and with ours.
func TestGithubIsGoldmarks(t *testing.T) {
	theirs := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	ours := goldmark.New(goldmark.WithExtensions(github{}), goldmark.WithRendererOptions(html.WithUnsafe()))
	blocks := func(md goldmark.Markdown, text string) (blocks []string) {
		var page bytes.Buffer
		if err := md.Convert([]byte(text), &page); err != nil {
			t.Fatal(err)
		}
		doc, err := xhtml.Parse(&page)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range web.Blocks(doc) {
			blocks = append(blocks, string(b.Kind)+": "+b.Text)
		}
		return blocks
	}
	check := func(text string) (table bool) {
		want, got := blocks(theirs, text), blocks(ours, text)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q (-goldmark's +ours):\n%s", text, diff)
		}
		return len(want) > 0 && strings.Contains(text, "|-")
	}
	for _, text := range []string{
		"| port | ships |\n|:--|--:|\n| Sarn | 12 |\n| Orle |\n| Vell | 3 | 4 |\n",
		"Two ports:\n\nport | ships\n--- | :-:\nSarn | ~~12~~ 13\n\nAfter.",
		"Words before\nport | ships\n- | -\nSarn | `a \\| b \\| c` and \\| d",
		"a ~one~ and ~~two~~ and ~~~three~~~ and ~open",
		"> | a |\n> |---|\n> | b |\n\n- | c |\n  |---|\n  | d |",
		"a | b\n--- |\nc", "||\n|-|\n||", "a\n:-", "a\n-:-\nb",
	} {
		check(text)
	}
	pieces := []string{"Sarn", "|", "|", "|", "-", "--", ":", "\n", "\n", "\n", " ", "~", "~~", "\\|", "`", "*", "|---|---|\n", "| a | b |\n", "> ", "- ", "    ", "\n\n", "[x](y)", "<b>", "\t"}
	r, tables := rand.New(rand.NewPCG(1, 2)), 0
	for range 20000 {
		var text strings.Builder
		for range 4 + r.IntN(24) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		if check(text.String()) {
			tables++
		}
	}
	if tables < 1000 {
		t.Errorf("only %d texts have a table", tables)
	}
}
