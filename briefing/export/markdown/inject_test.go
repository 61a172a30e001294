package markdown

import (
	"bytes"
	"html"
	"math/rand"
	"regexp"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

var markdownRenderer = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

var anyTag = regexp.MustCompile(`<[^>]*>`)

// rendered returns the text and the tags that goldmark makes of source.
func rendered(t testing.TB, source string) (text string, tags []string) {
	t.Helper()
	var w bytes.Buffer
	if err := markdownRenderer.Convert([]byte(source), &w); err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(anyTag.ReplaceAllString(w.String(), "")), anyTag.FindAllString(w.String(), -1)
}

// shown is what a reader is to see of s.
func shown(s string) string {
	s = export.OneLine(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return 0xFFFD
		}
		return r
	}, s)
}

func randomWords(r *rand.Rand) string {
	letters := []rune("ab1 .)*_`[]()<>!#-+=~|:/\\&;^$%@{}\"'wWhttps:1é“”\n> —·¶,x\t\u00a0")
	s := make([]rune, 1+r.Intn(14))
	for i := range s {
		s[i] = letters[r.Intn(len(letters))]
	}
	return string(s)
}

func TestEscapeIsInert(t *testing.T) {
	var frames = []struct{ before, after string }{
		{"", ""}, {"- ", ""}, {"1. ", ""}, {"> ", ""}, {"## ", ""}, {"- **", "**"}, {"- x — *", "*"}, {"", " [^1] ¶2"}, {"[^1]: ", "."},
	}
	allowed := regexp.MustCompile(`^</?(p|ul|ol|li|ol start="\d+"|blockquote|h2|h2 id="[^"]*"|strong|em|hr|div|div class="footnotes" role="doc-endnotes"|li id="fn:1"|sup|sup id="fnref:1"|a|a href="#sources"|a href="#fn(ref)?:1" class="footnote-(ref|backref)" role="doc-(noteref|backlink)")>$`)
	check := func(s string) {
		want := shown(s)
		if want == "" {
			return
		}
		for i, f := range frames {
			if i == 8 && !strings.Contains(s, "x") { // a footnote needs a reference; seldom is enough
				continue
			}
			source := f.before + escape(s) + f.after
			ref := "\n\n[^1]: note\n"
			if i == 8 {
				ref = "\n\nnote[^1]\n"
			}
			text, tags := rendered(t, source+ref)
			for _, tag := range tags {
				if !allowed.MatchString(tag) {
					t.Fatalf("%q as %q makes the tag %s", s, source, tag)
				}
			}
			if !strings.Contains(export.OneLine(text), want) {
				t.Fatalf("%q as %q is shown as %q", want, source, export.OneLine(text))
			}
		}
	}
	for _, s := range exporttest.Injections {
		check(s)
	}
	n := 100_000 / len(frames)
	if testing.Short() {
		n = 500
	}
	r := rand.New(rand.NewSource(1))
	for range n {
		check(randomWords(r))
	}
}

// TestMarkdownHoldsAnyWords puts random words everywhere in a briefing and
// looks whether the file reads back the same and renders as what it is.
func TestMarkdownHoldsAnyWords(t *testing.T) {
	n := 3000
	if testing.Short() {
		n = 100
	}
	r := rand.New(rand.NewSource(2))
	pick := func() string {
		if r.Intn(2) == 0 {
			return exporttest.Injections[r.Intn(len(exporttest.Injections))]
		}
		return randomWords(r)
	}
	allowed := regexp.MustCompile(`^</?(p|ul|ol|li|blockquote|h[123]|h[123] id="[^"]*"|strong|em|code|hr|div|div class="footnotes" role="doc-endnotes"|li id="fn:\d+"|sup|sup id="fnref\d*:\d+"|!-- raw HTML omitted --|a|a href="#sources"|a href="#fn(ref\d*)?:\d+" class="footnote-(ref|backref)" role="doc-(noteref|backlink)"|a href="https://courier[^"]*")>$|^<!-- raw HTML omitted -->$`)
	for range n {
		b := exporttest.Briefing()
		for i := range b.Sections {
			if r.Intn(4) == 0 {
				b.Sections[i].Label = pick()
			}
			for j := range b.Sections[i].Lines {
				l := &b.Sections[i].Lines[j]
				l.Wording = briefing.Wording{Text: pick(), Head: r.Intn(5) == 0}
				for _, field := range []*string{&l.Title, &l.Side, &l.Speaker, &l.Channel, &l.Mode, &l.Wording.Meeting, &l.Marking} {
					if r.Intn(3) == 0 {
						*field = pick()
					}
				}
				for range r.Intn(3) {
					l.Parties = append(l.Parties, pick())
				}
				l.Suggested = l.Wording
				l.Reason = pick()
			}
		}
		b.Articles[0].Title, b.Articles[1].Outlet, b.Details.Marking = pick(), pick(), pick()
		for i := range b.Sections { // JSON cannot hold other bytes; all ours are UTF-8
			for j := range b.Sections[i].Lines {
				if b.Sections[i].Lines[j].Kind == briefing.AnalystLine {
					b.Sections[i].Lines[j].Suggested = briefing.Wording{}
				}
			}
		}
		o := exporttest.Options()
		text := markdownOf(t, b, o)
		got, err := Read(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if d := cmp.Diff(onlyPrinted(b, o), got, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("not the same (-written +read):\n%s\n%s", d, text)
		}
		f, err := Open(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if changes := trace.Compare(f.Record.Printed, f.Seen); len(changes) > 0 {
			t.Fatalf("nobody changed the file, yet %v in\n%s", changes, text)
		}
		_, body, _ := strings.Cut(text, "\n---\n")
		_, tags := rendered(t, body)
		for _, tag := range tags {
			if !allowed.MatchString(tag) {
				t.Fatalf("the file makes the tag %s:\n%s", tag, text)
			}
		}
	}
}
