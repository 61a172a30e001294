package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"regexp"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"golang.org/x/net/html"
)

func htmlOf(t testing.TB, b briefing.Briefing, o export.Options) string {
	t.Helper()
	var w bytes.Buffer
	if err := Write(&w, b, exporttest.Articles(), o); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// checkHTML looks at every element and attribute of a file: nothing that
// runs, loads or leads where it should not, every link within it leads
// somewhere, no id twice. It returns the text.
func checkHTML(t *testing.T, text string) string {
	t.Helper()
	elements := map[string]bool{}
	for _, e := range strings.Fields("html head meta title style body div main section h1 h2 h3 p ul ol li dl dt dd b a span blockquote aside article mark") {
		elements[e] = true
	}
	ids, links := map[string]bool{}, []string{}
	var words strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	raw := ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				t.Fatal(z.Err())
			}
			break
		}
		tok := z.Token()
		switch kind {
		case html.CommentToken:
			t.Errorf("the file holds the comment %q", tok.Data)
		case html.TextToken:
			if raw == "style" {
				sum := sha256.Sum256([]byte(tok.Data))
				if !strings.Contains(text, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
					t.Error("the policy does not allow the style")
				}
			} else {
				words.WriteString(tok.Data)
			}
		case html.EndTagToken:
			raw = ""
		case html.StartTagToken, html.SelfClosingTagToken:
			raw = tok.Data
			if !elements[tok.Data] {
				t.Errorf("the file holds the element %s", tok.Data)
			}
			for _, a := range tok.Attr {
				switch a.Key {
				case "href":
					if rest, ok := strings.CutPrefix(a.Val, "#"); ok {
						links = append(links, rest)
					} else if !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
						t.Errorf("a link leads to %q", a.Val)
					}
				case "id":
					if ids[a.Val] {
						t.Errorf("the id %q comes twice", a.Val)
					}
					ids[a.Val] = true
				case "class", "lang", "dir", "charset", "name", "content", "http-equiv", "rel", "tabindex", "aria-label":
				default:
					t.Errorf("%s has the attribute %s=%q", tok.Data, a.Key, a.Val)
				}
			}
		}
	}
	for _, l := range links {
		if !ids[l] {
			t.Errorf("a link leads to #%s, which is nowhere", l)
		}
	}
	return words.String()
}

func TestHTML(t *testing.T) {
	o := exporttest.Options()
	text := htmlOf(t, exporttest.Briefing(), o)
	exporttest.Golden(t, "zenda.html", []byte(text))
	words := checkHTML(t, text)
	for _, want := range []string{"“The bridge belongs to those who cross it,”", "1 further line on file", "TLP:GREEN", "Prepared by", "tolls <for lorries>"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in the file", want)
		}
	}
	if text != htmlOf(t, exporttest.Briefing(), o) {
		t.Error("twice the same briefing gives different bytes")
	}
	o.Author = false
	if strings.Contains(htmlOf(t, exporttest.Briefing(), o), "Rassendyll") {
		t.Error("the author is named without being chosen")
	}
}

// TestHTMLMarksTheEvidence looks whether a line leads to the very words of
// its evidence.
func TestHTMLMarksTheEvidence(t *testing.T) {
	text := htmlOf(t, exporttest.Briefing(), exporttest.Options())
	for line, want := range map[string]string{
		"Castle of Zenda": "the Castle of Zenda",
		"reopen the Zenda bridge &amp; its customs post": "agreed on Tuesday to reopen the Zenda bridge & its customs post",
		"“We shall see about the half,”":                 "“We shall see about the half,” von Strelsau",
	} {
		m := regexp.MustCompile(`href="#(w\d+)">` + regexp.QuoteMeta(line) + `</a>`).FindStringSubmatch(text)
		if m == nil {
			t.Errorf("%q has no link", line)
			continue
		}
		got := ""
		for _, piece := range regexp.MustCompile(`<mark class="([^"]*)">([^<]*)</mark>`).FindAllStringSubmatch(text, -1) {
			for _, class := range strings.Fields(piece[1]) {
				if class == m[1] {
					got += html.UnescapeString(piece[2])
				}
			}
		}
		if got != want {
			t.Errorf("%q lights up %q, want %q", line, got, want)
		}
	}
}

func TestHTMLHoldsAnyWords(t *testing.T) {
	for _, words := range append(exporttest.Injections, `"><img src=x onerror=alert(1)>`, "</title><script>", "</style>", "' onclick='x", "javascript:alert(1)", "data:text/html,x") {
		b := exporttest.Briefing()
		for i := range b.Sections {
			b.Sections[i].Label = words
			for j := range b.Sections[i].Lines {
				l := &b.Sections[i].Lines[j]
				l.Text, l.Title, l.Side, l.Speaker, l.Marking, l.Parties = words, words, words, words, words, []string{words}
			}
		}
		b.Details = briefing.Details{Marking: words, TLP: words, Author: words}
		b.Articles[0].Title, b.Articles[0].URL = words, words
		o := exporttest.Options()
		o.Generator = words
		a := exporttest.Article(1)
		a.Language = words
		var w bytes.Buffer
		if err := Write(&w, b, []*briefing.Article{a, nil}, o); err != nil {
			t.Fatal(err)
		}
		if got := checkHTML(t, w.String()); !strings.Contains(got, export.Printable(export.OneLine(words))) {
			t.Errorf("%q is not in the text of the file", words)
		}
	}
}

func TestHTMLWithBadEvidence(t *testing.T) {
	b := exporttest.Briefing()
	for i := range b.Sections {
		for j := range b.Sections[i].Lines {
			l := &b.Sections[i].Lines[j]
			l.From = append(l.From, briefing.Evidence{Article: b.Articles[0].ID, Span: briefing.Span{Start: -5, End: 1 << 40}},
				briefing.Evidence{Article: "sha256:gone", Span: briefing.Span{Start: 1, End: 2}},
				briefing.Evidence{Article: b.Articles[0].ID, Span: briefing.Span{Start: 10, End: 300}})
		}
	}
	checkHTML(t, htmlOf(t, b, exporttest.Options()))
}

func BenchmarkHTML(b *testing.B) {
	br, articles, o := exporttest.Briefing(), exporttest.Articles(), exporttest.Options()
	for b.Loop() {
		if err := Write(io.Discard, br, articles, o); err != nil {
			b.Fatal(err)
		}
	}
}
