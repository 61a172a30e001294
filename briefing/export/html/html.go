// Package html writes a briefing beside its sources as one HTML file, the
// evidence annex, and reads back what such a file shows. It owns the elements,
// the style and the policy of the file; what is shown, and in which order, is
// export.Content's.
package html

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

//go:embed page.css
var style string

// Write writes the briefing beside its sources: every line is linked to its
// words in the articles, which light up. The file holds no script and loads
// nothing; a Content Security Policy says so too. An article that is not given
// is named and not shown.
func Write(w io.Writer, b briefing.Briefing, articles []*briefing.Article, o export.Options) error {
	d := &document{c: export.NewContent(b, o), articles: map[briefing.ArticleID]*briefing.Article{}}
	for _, a := range articles {
		if a != nil {
			d.articles[a.ID] = a
		}
	}
	d.number()
	d.brief()
	d.evidence()
	head, err := d.head()
	if err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	if _, err := io.WriteString(w, head+d.out.String()+"</html>\n"); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// document writes the file.
type document struct {
	c        export.Content
	articles map[briefing.ArticleID]*briefing.Article
	anchors  []anchor
	traced   []tracedLine
	index    map[anchorKey]int       // into anchors
	lines    map[briefing.LineID]int // number of a line in its anchors
	rows     []trace.Row             // what is shown
	out      strings.Builder
}

// traceName is the name under which the record stands in the head.
const traceName = "attache-trace"

// head returns everything before the body. The style is written last, as the
// policy names it by its hash.
func (d *document) head() (string, error) {
	style := strings.TrimSpace(style) + "\n" + d.lights()
	sum := sha256.Sum256([]byte(style))
	hash := base64.StdEncoding.EncodeToString(sum[:])
	policy := "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'"
	s := "<!doctype html>\n<html lang=\"" + d.c.Labels.Language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="` + policy + `">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n" +
		`<meta name="referrer" content="no-referrer">` + "\n" +
		`<meta name="schema" content="` + export.BriefingSchema + `">` + "\n"
	meta := func(name, content string) {
		if content = text(content); content != "" {
			s += `<meta name="` + name + `" content="` + content + `">` + "\n"
		}
	}
	meta("generator", d.c.Options.Generator)
	if at := d.c.Options.Created; !at.IsZero() {
		meta("date", at.Format("2006-01-02"))
	}
	meta("author", d.c.Author())
	if d.c.Options.Trace {
		record, err := d.record(hash, linksOf(d.out.String()))
		if err != nil {
			return "", err
		}
		meta(traceName, record)
	}
	return s + "<title>" + text(d.c.Title()) + "</title>\n<style>" + style + "</style>\n</head>\n", nil
}

// record returns the record of the file: JSON, deflated, in base64.
func (d *document) record(look ...string) (string, error) {
	record := trace.New(d.c, false, briefing.Sources{})
	record.Look = look
	data, err := record.Sealed(d.rows).Bytes()
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write(data) // a bytes.Buffer takes everything
	_ = z.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// text returns s as text of HTML, or as the value of a quoted attribute, on
// one line.
func text(s string) string { return html.EscapeString(export.Printable(export.OneLine(s))) }

// span returns s in an element of a class, or "".
func span(class, s string) string {
	if s = text(s); s == "" {
		return ""
	}
	return `<span class="` + class + `">` + s + `</span>`
}

// join puts the parts that are not empty together, with a space between.
func join(parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

func (d *document) brief() {
	blocks := d.c.Blocks()
	for i, b := range blocks { // the list itself counts the sources
		blocks[i].Spans = slices.DeleteFunc(b.Spans, func(s export.Span) bool { return s.Part == page.NumberPart })
	}
	d.rows = trace.RowsOf(blocks)
	d.out.WriteString("<body>\n")
	if len(blocks) > 0 && blocks[0].Kind == export.Banner {
		d.banner(blocks[0])
		blocks = blocks[1 : len(blocks)-1]
		d.rows = d.rows[:len(d.rows)-1] // the one below comes behind the evidence
	}
	d.out.WriteString("<div class=\"sides\">\n<main class=\"brief\" tabindex=\"0\">\n")
	var open frame
	for _, b := range blocks {
		d.out.WriteString(open.to(b))
		d.block(b)
	}
	d.out.WriteString(open.close() + "</main>\n")
}

// element is how a kind of block is written.
type element struct {
	list       string // the element around all of the kind that follow one another
	tag, class string
}

var elements = map[export.BlockKind]element{
	export.Notice:     {"", "p", "note"},
	export.Title:      {"", "h1", "line"},
	export.Deck:       {"", "p", "line"},
	export.Fact:       {`dl class="facts"`, "dd", "line"},
	export.Heading:    {"", "h2", ""},
	export.Bottom:     {"", "p", "line bottom"},
	export.SideName:   {"", "h3", ""},
	export.Member:     {"ul", "li", "line"},
	export.Item:       {"ul", "li", "line"},
	export.Numbered:   {"ol", "li", "line"},
	export.Quotation:  {"", "p", "line"},
	export.QuotedFrom: {"", "p", ""},
	export.Comment:    {"", "p", "line"},
	export.Held:       {"", "p", "note"},
	export.Source:     {`ol class="sources"`, "li", ""},
	export.Summary:    {"", "p", "note"},
}

// frame is the elements that are open around the blocks.
type frame struct{ tags []string }

// to closes and opens what the next block needs around it: a section for each
// heading, a column for each side, one list for items that follow one another.
func (f *frame) to(b export.Block) string {
	want := f.around(b)
	keep := 0
	fresh := b.Kind == export.Heading || b.Kind == export.SideName || b.Kind == export.Quotation
	for keep < len(f.tags) && keep < len(want) && f.tags[keep] == want[keep] {
		keep++
	}
	if fresh && keep == len(want) && keep > 0 {
		keep-- // another section, side or quotation, not more of the same
	}
	s := f.closeTo(keep)
	for _, t := range want[keep:] {
		s += "<" + t + ">\n"
	}
	f.tags = want
	return s
}

func (f *frame) around(b export.Block) []string {
	var tags []string
	inSection := b.Kind == export.Heading || len(f.tags) > 0 && f.tags[0] == "section"
	if inSection && b.Kind != export.Held {
		tags = append(tags, "section")
	}
	switch b.Kind {
	case export.SideName, export.Member:
		tags = append(tags, `div class="members"`, "div")
	case export.Quotation, export.QuotedFrom:
		tags = append(tags, "blockquote")
	}
	if l := elements[b.Kind].list; l != "" {
		tags = append(tags, l)
	}
	return tags
}

func (f *frame) close() string { return f.closeTo(0) }

func (f *frame) closeTo(keep int) string {
	s := ""
	for i := len(f.tags) - 1; i >= keep; i-- {
		tag, _, _ := strings.Cut(f.tags[i], " ")
		s += "</" + tag + ">\n"
	}
	f.tags = f.tags[:keep]
	return s
}

// block writes a block in its own element.
func (d *document) block(b export.Block) {
	e := elements[b.Kind]
	var parts []string
	for _, s := range b.Spans {
		parts = append(parts, d.span(b, s))
	}
	attributes := ""
	if b.Line != nil && b.Kind != export.QuotedFrom {
		attributes = ` class="` + e.class + `" id="` + d.lineID(*b.Line) + `"`
	} else if b.Line == nil && e.class == "note" {
		attributes = ` class="note"`
	}
	if b.Kind == export.Fact {
		d.out.WriteString("<dt>" + parts[0] + "</dt>")
		parts = parts[1:]
	}
	d.out.WriteString("<" + e.tag + attributes + ">" + join(parts...) + "</" + e.tag + ">\n")
}

// span writes a span by its role.
func (d *document) span(b export.Block, s export.Span) string {
	switch s.Part {
	case page.TextPart:
		words := d.words(*b.Line, s)
		if b.Kind == export.Member {
			return "<b>" + words + "</b>"
		}
		return words
	case page.OwnPart:
		return "<b>" + text(s.Text) + "</b>"
	case page.SpeakerPart:
		if s.Sign == "" && b.Kind != export.QuotedFrom {
			return "<b>" + text(s.Text) + "</b>"
		}
	case page.PortionPart, page.HeadPart, page.StatusPart:
		return span("tag", s.Text)
	case page.ModePart:
		if s.Sign == "" {
			return span("tag", s.Text)
		}
	case page.ReferencePart:
		return d.reference(*b.Line, s)
	case page.SourcePart:
		if a := d.c.Articles[s.Article-1]; d.articles[a.ID] != nil {
			return `<a href="#a` + strconv.Itoa(s.Article) + `">` + text(s.Text) + "</a>"
		}
		return text(s.Text)
	case page.AddressPart:
		return webLink(s.URL, s.Text)
	case page.LabelPart, page.HeadingPart, page.FixedPart, page.AuthorPart, page.SidePart:
		if s.Sign == "" {
			return text(s.Text)
		}
	}
	if b.Kind == export.SideName {
		return text(s.String())
	}
	return span("said", s.String())
}

// webLink returns a link to the web.
func webLink(address, shown string) string {
	return `<a href="` + text(address) + `" rel="noreferrer noopener">` + text(shown) + "</a>"
}

// banner writes the marking.
func (d *document) banner(b export.Block) {
	marking := ""
	for _, s := range b.Spans {
		if colour, ok := page.TLPColour(s.Text); ok && s.Part == page.TLPPart {
			marking += fmt.Sprintf(`<span class="tlp tlp-%06X">%s</span>`, uint32(colour), text(s.Text))
		} else {
			marking += span("marking", s.Text)
		}
		marking += " "
	}
	d.out.WriteString(`<div class="banner">` + strings.TrimSpace(marking) + "</div>\n")
}
