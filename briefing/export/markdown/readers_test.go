package markdown

import (
	"os/exec"
	"strings"
	"testing"

	"example.org/attache/briefing/export/exporttest"
)

// TestPandocShowsEachSourceOnce has pandoc read a file: one list of sources,
// no notes, every reference leading to the list, and quotations apart.
func TestPandocShowsEachSourceOnce(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	for _, from := range []string{"markdown", "gfm", "commonmark_x"} {
		cmd := exec.Command("pandoc", "-f", from, "-t", "html")
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v: %s", from, err, out)
		}
		page, _, _ := strings.Cut(string(out), "<!--") // the record, which no browser shows
		for _, c := range []struct {
			what string
			want int
		}{{"Zenda Courier", 1}, {"notes.txt", 1}, {"footnote", 0}, {`href="#sources"`, strings.Count(text, "](#sources)")}, {`id="sources"`, 1}, {"<blockquote>", 2}, {"schema", 0}} {
			if got := strings.Count(page, c.what); got != c.want {
				t.Errorf("as %s, pandoc shows %q %d times, want %d:\n%s", from, c.what, got, c.want, page)
			}
		}
	}
}
