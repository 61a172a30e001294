package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// bookOf is an e-book of chapters.
func bookOf(t *testing.T, chapters ...string) []byte {
	files := []string{"mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>`}
	manifest, spine := "", ""
	for i, c := range chapters {
		name := fmt.Sprintf("c%d.xhtml", i)
		manifest += fmt.Sprintf(`<item id="c%d" href="%s"/>`, i, name)
		spine += fmt.Sprintf(`<itemref idref="c%d"/>`, i)
		files = append(files, name, c)
	}
	opf := `<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Evening papers</dc:title><dc:language>en</dc:language></metadata><manifest>` + manifest + `</manifest><spine>` + spine + `</spine></package>`
	return zipped(t, append(files, "o.opf", opf)...)
}

const (
	damHead  = `<head><title>The dam is to be raised</title><meta property="og:site_name" content="Tessaly Herald"/><meta name="author" content="Ana Prado"/><meta property="article:published_time" content="2019-12-05"/></head>`
	boatHead = `<head><title>Boats stay in port</title><meta property="og:site_name" content="Norhaven Mail"/><meta name="author" content="Jon Vale"/><meta property="article:published_time" content="2019-12-06"/></head>`
	damText  = `<p>The ministers met in Strelsau on Thursday and agreed to raise the dam by four metres.</p>`
	boatText = `<p>The crews of Norhaven kept their boats in port on Friday and asked for a word with the minister.</p>`
)

// TestBooks: chapters that say the same are parts of one article, and those
// that say different things are articles of their own.
func TestBooks(t *testing.T) {
	for _, tt := range []struct {
		name string
		book []byte
		want []string // title|outlet|byline|day|text in the body
	}{
		{"a page in three parts", bookOf(t, `<html>`+damHead+`<body><nav><a href="/">Front page</a> <a href="/w">World</a></nav></body></html>`, `<html>`+damHead+`<body><h1>The dam is to be raised</h1>`+damText+`</body></html>`, `<html>`+damHead+`<body><p>Work is to begin in the spring.</p></body></html>`),
			[]string{"Evening papers|Tessaly Herald|Ana Prado|2019-12-05|The ministers met in Strelsau on Thursday and agreed to raise the dam by four metres. Work is to begin in the spring."}},
		{"two articles behind a cover", bookOf(t, `<html><body><p>All that was kept on Friday evening.</p></body></html>`, `<html>`+damHead+`<body>`+damText+`</body></html>`, `<html><body><p>Work is to begin in the spring.</p></body></html>`, `<html>`+boatHead+`<body>`+boatText+`</body></html>`),
			[]string{
				"The dam is to be raised|Tessaly Herald|Ana Prado|2019-12-05|The ministers met in Strelsau on Thursday and agreed to raise the dam by four metres. Work is to begin in the spring.",
				"Boats stay in port|Norhaven Mail|Jon Vale|2019-12-06|The crews of Norhaven kept their boats in port on Friday and asked for a word with the minister."}},
		{"chapters of one author", bookOf(t, `<html><head><title>One</title><meta name="author" content="Ana Prado"/></head><body>`+damText+`</body></html>`, `<html><head><title>Two</title><meta name="author" content="Ana Prado"/></head><body>`+boatText+`</body></html>`),
			[]string{"Evening papers||||The ministers met in Strelsau on Thursday and agreed to raise the dam by four metres. The crews of Norhaven kept their boats in port on Friday and asked for a word with the minister."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			held, err := ReadAll("a.epub", bytes.NewReader(tt.book))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range held {
				a := h.Article
				got = append(got, strings.Join([]string{a.Title, a.Outlet, a.Byline, a.Published.String(), strings.ReplaceAll(bodyOf(a), "\n", " ")}, "|"))
			}
			if a, b := strings.Join(got, "\n"), strings.Join(tt.want, "\n"); a != b {
				t.Errorf("got\n%s\nwant\n%s", a, b)
			}
		})
	}
}

// TestListNumbers: numbers that a browser makes stand before their elements,
// left out, and can be put back.
func TestListNumbers(t *testing.T) {
	const intro = `<p>The ministers met in Strelsau on Thursday. They agreed on what is to be done with the water of the upper valley, and on these points:</p>`
	page := func(list string) string {
		return `<html><body><article><h1>Talks on the water</h1>` + intro + list + `<p>The two states are to meet again in the spring, when the snow has gone from the passes of the upper valley.</p></article></body></html>`
	}
	one, two := `>The upper state opens the sluices in the month of May.`, `>The lower state pays for the new wall of the dam.`
	for _, tt := range []struct{ list, want string }{
		{`<ol><li` + one + `</li><li` + two + `</li></ol>`, "1. 2."},
		{`<ol start="4"><li` + one + `<li` + two + `</ol>`, "4. 5."},
		{`<ol reversed><li` + one + `</li><li` + two + `</li></ol>`, "2. 1."},
		{`<ol type="a"><li` + one + `</li><li value="5"` + two + `</li></ol>`, "a. e."},
		{`<ol type="I"><li><p` + one + `</p></li><li><p` + two + `</p><p>It has until June to do so, and no day longer.</p></li></ol>`, "I. II."},
		{`<ol style="list-style: none"><li` + one + `</li><li` + two + `</li></ol>`, ""},
		{`<ul><li` + one + `</li><li` + two + `</li></ul>`, ""},
		{`<ol><li` + one + `<ul><li` + two + `</li></ul></li></ol>`, "1."},
	} {
		for _, name := range []string{"a.html", "a.epub", "a.eml"} {
			data := []byte(page(tt.list))
			switch name {
			case "a.epub":
				data = bookOf(t, page(tt.list))
			case "a.eml":
				data = []byte("From: Ana Prado <ana@courier.example>\nSubject: Talks on the water\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page(tt.list))
			}
			a, notes, err := Read(name, bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			var numbers []string
			for i, p := range a.Paragraphs {
				if s := p.Of(a.Text); p.Kind == briefing.Furniture && len(s) < 5 && a.Paragraphs[i+1].Kind == briefing.ListItem {
					numbers = append(numbers, s)
				}
			}
			said := ""
			if n := len(numbers); n > 0 {
				said = draft.Count(n, "list number", "list numbers") + " left out"
			}
			if got := strings.Join(numbers, " "); got != tt.want || noteText(notes, draft.NumbersOut) != said || noteText(notes, draft.BlocksOut) != "" {
				t.Errorf("%s: %s: numbers %q, notes %v; want %q", name, tt.list, got, notes, tt.want)
			}
		}
	}
}

// TestHiddenInLetters: what is hidden in pages that are an article alone is
// furniture, and told of.
func TestHiddenInLetters(t *testing.T) {
	page := `<html><body>` + damText + `<p style="display:none">Two of the delegates had left the hall before the vote was taken.</p><p hidden>Click here</p></body></html>`
	for name, data := range map[string][]byte{
		"a.eml":  []byte("From: Ana Prado <ana@courier.example>\nSubject: The dam\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page),
		"a.epub": bookOf(t, page),
		"a.enex": []byte(`<?xml version="1.0"?><en-export><note><title>The dam</title><content><![CDATA[<en-note>` + page + `</en-note>]]></content></note></en-export>`),
	} {
		a, notes, err := Read(name, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		last := a.Paragraphs[len(a.Paragraphs)-1]
		if last.Kind != briefing.Furniture || !strings.HasPrefix(last.Of(a.Text), "Two of the delegates") || noteText(notes, draft.HiddenOut) != "1 hidden paragraph left out" {
			t.Errorf("%s: hidden paragraph %q is %s, notes %v", name, last.Of(a.Text), last.Kind, notes)
		}
	}
}
