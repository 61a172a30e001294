package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// untraced returns the words that must stand in an article and do not.
func untraced(words []Word) []string {
	in := map[string]bool{"Ruritania": true, "Sylvania": true} // named there as Ruritanian and Sylvanian
	for _, a := range sampleArticles() {
		for _, s := range briefing.WordSpans(a.Text) {
			in[s.Of(a.Text)] = true
		}
	}
	var out []string
	for _, w := range words {
		if w.Class == "" && !in[w.Text] {
			out = append(out, fmt.Sprintf("%s (row %d, %q, line %s)", w.Text, w.Row, w.Context, w.Line))
		}
	}
	return out
}

func TestMarkdownWordsAreTraced(t *testing.T) {
	for _, lang := range []string{"en", "es", "fr"} {
		b := sampleBriefing()
		b.Details.Language = lang
		for _, trace := range []bool{true, false} {
			o := sampleOptions()
			o.Trace = trace
			text := markdownOf(t, b, o)
			words, err := MarkdownWords(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if len(words) < 60 {
				t.Errorf("%s: only %d words", lang, len(words))
			}
			if out := untraced(words); len(out) > 0 {
				t.Errorf("%s, trace %v: %q in no article:\n%s", lang, trace, out, text)
			}
		}
	}
}

func TestMarkdownWordsNamesTheForged(t *testing.T) {
	text := markdownOf(t, sampleBriefing(), sampleOptions())
	rows := strings.Split(text, "\n")
	for _, c := range []struct{ name, old, new, want string }{
		{"a word put in", "to reopen the Zenda bridge [^1]", "to reopen the historic Zenda bridge [^1]", "historic"},
		{"a quotation", "> “We shall see about the half,”", "> “We shall never see about the half,”", "never"},
		{"a title", "*Envoy*", "*Special Envoy*", "Special"},
		{"a side", "### Sylvania", "### Borduria", "Borduria"},
		{"a party", "*Ruritania, Sylvania · agreed*", "*Ruritania, Borduria · agreed*", "Borduria"},
		{"a line said to be the analyst's in its comment only", `\*night trains\* [^1] ¶3 ` + "`unverified`" + ` <!-- {"id":"trains",`,
			`invented trains [^1] ¶3 <!-- {"id":"trains","kind":"analyst",`, "invented"},
		{"a line put in", "## Agreements", "- sheer invention\n\n## Agreements", "sheer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			forged := strings.Replace(text, c.old, c.new, 1)
			if forged == text {
				t.Fatalf("%q is not in the file", c.old)
			}
			words, err := MarkdownWords(strings.NewReader(forged))
			if err != nil {
				t.Fatal(err)
			}
			row := 0
			for i, r := range strings.Split(forged, "\n") {
				if i < len(rows) && r != rows[i] {
					row = i + 1
					break
				}
			}
			out := strings.Join(untraced(words), "; ")
			if want := fmt.Sprintf("%s (row %d,", c.want, row); !strings.Contains(out, want) {
				t.Errorf("got %q, want %q in it", out, want)
			}
		})
	}
}

func TestJSONAndTraceWords(t *testing.T) {
	var trace bytes.Buffer
	if err := Trace(&trace, sampleBriefing(), briefing.Sources{}, sampleOptions()); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text, old, new string
		read                 func(io.Reader) ([]Word, error)
	}{
		{"JSON", jsonOf(t, sampleDocument()), `"text": "Castle of Zenda"`, `"text": "Castle of Elphberg Forged"`, JSONWords},
		{"trace", trace.String(), `"text":"Castle of Zenda"`, `"text":"Castle of Elphberg Forged"`, TraceWords},
	} {
		t.Run(c.name, func(t *testing.T) {
			words, err := c.read(strings.NewReader(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if out := untraced(words); len(out) > 0 || len(words) < 60 {
				t.Errorf("%d words, in no article: %q", len(words), out)
			}
			words, err = c.read(strings.NewReader(strings.Replace(c.text, c.old, c.new, 1)))
			if err != nil {
				t.Fatal(err)
			}
			if out := untraced(words); len(out) != 1 || !strings.HasPrefix(out[0], "Forged ") || !strings.HasSuffix(out[0], "line where)") {
				t.Errorf("got %q, want the word Forged in line where", out)
			}
		})
	}
}
