package plain

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/web"
	"example.org/attache/briefing/pattern"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	xhtml "golang.org/x/net/html"
)

// IsMarkdown goes by the extension: Markdown is meant to look like text.
func IsMarkdown(head []byte, ext string) bool {
	return draft.KnownAs(ext, ".md", ".markdown", ".mdown") && letters.IsText(head, ext)
}

// Markdown reads Markdown (CommonMark with GitHub's tables) and its front
// matter. The article's text is without the markup.
func Markdown(f *draft.File) error {
	text, err := f.Decode()
	if err != nil {
		return err
	}
	front, body := frontMatter(text)
	head, body, fields := clippingHead(body)
	blocks := markdownBlocks(f, body)
	f.LayOut(append(head, blocks...))

	a := &f.Article
	front.apply(f)
	fields.apply(f)
	if a.Title == "" && len(blocks) > 0 && blocks[0].Kind == briefing.Heading {
		a.Title = letters.Clean(blocks[0].Text)
	}
	return nil
}

// clippingHead divides a text from the head that the program which clipped it
// wrote above it, and returns the head as furniture. A title in it stays.
func clippingHead(text string) (head []draft.Block, body string, fields statedFields) {
	lines := strings.SplitAfter(text, "\n")
	n, fields := statedHead(lines)
	var title strings.Builder
	for _, line := range lines[:n] {
		s := strings.TrimSpace(line)
		if strings.HasPrefix(s, "# ") && len(head) == 0 {
			title.WriteString(line + "\n")
			continue
		}
		if s = strings.Trim(s, "#> \t"); strings.IndexFunc(s, letters.Readable) >= 0 && !strings.HasPrefix(s, "![") {
			head = append(head, draft.Block{Text: s, Kind: briefing.Furniture})
		}
	}
	return head, title.String() + strings.Join(lines[n:], ""), fields
}

// markdownBlocks returns the blocks of a text without its markup.
func markdownBlocks(f *draft.File, text string) []draft.Block {
	// HTML blocks are let through because they come out as text again.
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	var page bytes.Buffer
	if err := md.Convert([]byte(withoutNoteMarkup(text)), &page); err != nil {
		f.Note(draft.PlainReading, "the text could not be read as Markdown: it was taken as it stands")
		return draft.BlocksFrom(draft.CuttingBlocks(text, Paragraphs(text)))
	}
	var blocks []draft.Block
	if doc, err := xhtml.Parse(bytes.NewReader(page.Bytes())); err == nil {
		blocks = web.Blocks(doc)
	} else {
		f.Note(draft.PlainReading, "the text is too deeply nested: headings, lists and quotations were not told apart")
		blocks = web.PlainBlocks(page.String())
	}
	for i := range blocks {
		if strings.IndexFunc(blocks[i].Text, letters.Readable) < 0 {
			blocks[i].Kind = briefing.Body // a rule or a row of stars is part of the text
		}
	}
	return blocks
}

// withoutNoteMarkup takes out what note programs add to Markdown: names in
// double brackets, ==marked words==, the kind of a [!note], numbers of
// footnotes. The footnotes themselves stay.
func withoutNoteMarkup(text string) string {
	text = unwiki(text)
	text = markedWords().ReplaceAllString(text, "$1")
	text = calloutKind().ReplaceAllString(text, "$1")
	text = footnoteText().ReplaceAllString(text, "")
	return footnoteNumber().ReplaceAllString(text, "")
}

var (
	markedWords    = pattern.New(`==([^=\n]+)==`)
	calloutKind    = pattern.New(`(?m)^((?:>\s*)+)\[![\w-]+\][+-]?`)
	footnoteText   = pattern.New(`(?m)^\[\^[^\]\s]+\]:[ \t]*`)
	footnoteNumber = pattern.New(`\[\^[^\]\s]+\]`)
)

// frontMatter divides a text into what its front matter states and the rest. It knows the part of YAML ("---") and TOML
// ("+++") that front matter uses for plain fields and lists.
func frontMatter(text string) (stated statedFields, body string) {
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
	fields, order, last := map[string]string{}, []string(nil), ""
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
		order = append(order, last)
	}
	slices.SortStableFunc(order, func(a, b string) int { // "date" can be that of clipping
		return strings.Index(b, "pub") - strings.Index(a, "pub")
	})
	stated = statedFields{}
	for _, name := range order {
		stated.add(name, fields[name])
	}
	return stated, body
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
