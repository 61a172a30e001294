package ingest

import (
	"bytes"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
)

// isMarkdown goes by the extension: Markdown is meant to look like text.
func isMarkdown(head []byte, ext string) bool {
	return knownAs(ext, ".md", ".markdown", ".mdown") && isText(head, ext)
}

// readMarkdown reads Markdown (CommonMark with GitHub's tables) and its front
// matter. The article's text is without the markup.
func readMarkdown(f *file) error {
	text, err := f.decode()
	if err != nil {
		return err
	}
	front, body := frontMatter(text)
	// HTML blocks are let through because they come out as text again.
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	var page bytes.Buffer
	if err := md.Convert([]byte(body), &page); err != nil {
		return err
	}
	var blocks []block
	if doc, err := xhtml.Parse(bytes.NewReader(page.Bytes())); err == nil {
		blocks = blocksOf(doc)
	} else {
		f.note(PlainReading, "the text is too deeply nested: headings, lists and quotations were not told apart")
		blocks = plainBlocks(page.String())
	}
	for i := range blocks {
		if strings.IndexFunc(blocks[i].text, readable) < 0 {
			blocks[i].kind = briefing.Body // a rule or a row of stars is part of the text
		}
	}
	f.layOut(blocks)

	a := &f.article
	a.Title = clean(front["title"])
	if a.Title == "" && len(blocks) > 0 && blocks[0].kind == briefing.Heading {
		a.Title = clean(blocks[0].text)
	}
	a.Published = dates.Stated(or(front["date"], front["published"], front["pubdate"]), "")
	a.Byline = person(or(front["author"], front["authors"], front["byline"]))
	a.URL = webAddress(front["url"], front["source"], front["link"], front["canonical"])
	a.Outlet = clean(or(front["outlet"], front["publication"], front["publisher"], front["site"]))
	a.Language = declaredLanguage(or(front["lang"], front["language"]))
	return nil
}

// frontMatter divides a text into the fields of its front matter, names in
// lower case, and the rest. It knows the part of YAML ("---") and TOML
// ("+++") that front matter uses for plain fields and lists.
func frontMatter(text string) (fields map[string]string, body string) {
	fence, sep := "---", ":"
	if strings.HasPrefix(text, "+++\n") {
		fence, sep = "+++", "="
	} else if !strings.HasPrefix(text, "---\n") {
		return nil, text
	}
	inside, body, ok := strings.Cut(text[4:], "\n"+fence+"\n")
	if !ok {
		if inside, ok = strings.CutSuffix(text[4:], "\n"+fence); !ok {
			return nil, text
		}
		body = ""
	}
	fields = map[string]string{}
	last := ""
	for line := range strings.Lines(inside) {
		trimmed := strings.TrimSpace(line)
		if value, ok := strings.CutPrefix(trimmed, "- "); ok && last != "" {
			fields[last] = strings.TrimPrefix(fields[last]+", "+unquote(value), ", ")
			continue
		}
		key, value, ok := strings.Cut(trimmed, sep)
		if !ok || line != strings.TrimLeft(line, " \t") || strings.HasPrefix(trimmed, "#") {
			continue
		}
		last = strings.ToLower(strings.TrimSpace(key))
		fields[last] = unquote(value)
	}
	return fields, body
}

// unquote takes off the quotes of a value, or the brackets of a list.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && s[0] == '[' && s[len(s)-1] == ']' {
		var all []string
		for part := range strings.SplitSeq(s[1:len(s)-1], ",") {
			all = append(all, unquote(part))
		}
		return strings.Join(all, ", ")
	}
	for _, q := range []string{`"`, `'`} {
		if len(s) >= 2 && strings.HasPrefix(s, q) && strings.HasSuffix(s, q) {
			return s[1 : len(s)-1]
		}
	}
	return s
}
