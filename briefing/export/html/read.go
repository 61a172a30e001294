package html

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// maxHTML is the longest file that is read: some hundred long articles.
const maxHTML = 64 << 20

// Open reads what Write wrote, to hold it against what was written. It fails
// with briefing.ErrUnsupported on a file of another program or one without a
// trace, with a *export.NewerError on one of a later version, with
// briefing.ErrDamaged on a trace that does not read, and with
// briefing.ErrTooLarge on one over 64 MB.
func Open(r io.Reader) (trace.File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxHTML+1))
	switch {
	case err != nil:
		return trace.File{}, fmt.Errorf("read html: %w", err)
	case len(data) > maxHTML:
		return trace.File{}, fmt.Errorf("read html: over %d MB: %w", maxHTML>>20, briefing.ErrTooLarge)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return trace.File{}, fmt.Errorf("read html: %w: %w", briefing.ErrDamaged, err)
	}
	v := &viewer{}
	v.node(root)
	v.end()
	if err := export.CheckSchema(v.schema, export.BriefingSchema); err != nil {
		return trace.File{}, fmt.Errorf("read html: %w", err)
	}
	if v.trace == "" {
		return trace.File{}, fmt.Errorf("read html: %w", trace.ErrNone)
	}
	record, err := readRecord(v.trace)
	if err != nil {
		return trace.File{}, fmt.Errorf("read html: %w", err)
	}
	v.compare(record)
	return trace.File{Record: record, Seen: v.seen}, nil
}

func readRecord(s string) (trace.Document, error) {
	packed, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return trace.Document{}, fmt.Errorf("trace: %w: %w", briefing.ErrDamaged, err)
	}
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return trace.Document{}, fmt.Errorf("trace: %w: %w", briefing.ErrDamaged, err)
	}
	return trace.Read(z)
}

// viewer walks a file and notes what a reader sees of it.
type viewer struct {
	schema, trace string
	style         []string
	links         []string // where the file leads on the web
	ways          []string // where lines lead within it, and what lights up
	seen          trace.Seen
	text          strings.Builder // of the paragraph that is open
}

// inline are the elements that do not begin a paragraph.
var inline = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.Span: true, atom.Mark: true}

func (v *viewer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		v.text.WriteString(n.Data)
		return
	case html.ElementNode:
		if v.furniture(n) {
			return
		}
		v.foreign(n)
	}
	breaks := n.Type == html.ElementNode && !inline[n.DataAtom]
	if breaks {
		v.end()
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		v.node(k)
	}
	if breaks {
		v.end()
	}
}

// end closes the paragraph that is open.
func (v *viewer) end() {
	v.seen.Words = append(v.seen.Words, trace.Words(v.text.String(), "", 0)...)
	v.text.Reset()
}

// furniture reads the elements that show no text of the briefing. It reports
// false for any other.
func (v *viewer) furniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Meta:
		switch attr(n, "name") {
		case "schema":
			v.schema = attr(n, "content")
		case traceName:
			v.trace = attr(n, "content")
		}
		return true
	case atom.Title:
		return true
	case atom.Style:
		v.style = append(v.style, textOf(n))
		return true
	case atom.A:
		// The way back from the evidence, shown where the way led there.
		return strings.HasPrefix(attr(n, "class"), "back ") && strings.HasPrefix(attr(n, "href"), "#") && textOf(n) == backSign
	}
	return false
}

// foreign notes an element or attribute that Write never writes.
func (v *viewer) foreign(n *html.Node) {
	if !slices.Contains(strings.Fields(elementNames), n.Data) {
		v.seen.Added = append(v.seen.Added, fmt.Sprintf("a <%.20s> element", n.Data))
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "style" || a.Key == "hidden" || strings.HasPrefix(a.Key, "on"):
			v.seen.Added = append(v.seen.Added, fmt.Sprintf("a %.20s attribute (%s)", a.Key, strings.TrimSpace(textOf(n))))
		case a.Key == "href" && !strings.HasPrefix(a.Val, "#"):
			v.links = append(v.links, a.Val)
		case a.Key == "href", a.Key == "id", a.Key == "class" && n.DataAtom == atom.Mark:
			v.ways = append(v.ways, n.Data+" "+a.Key+" "+a.Val)
		}
	}
}

// elementNames are the elements that Write uses and those that every file has.
const elementNames = "html head body div main section h1 h2 h3 p ul ol li dl dt dd b a span blockquote aside article mark"

// compare notes what differs from the record besides words.
func (v *viewer) compare(record trace.Document) {
	sum := sha256.Sum256([]byte(strings.Join(v.style, "")))
	if len(record.Look) > 0 && record.Look[0] != base64.StdEncoding.EncodeToString(sum[:]) {
		v.seen.Added = append(v.seen.Added, "another style sheet, which may hide or show things,")
	}
	if len(record.Look) > 1 && record.Look[1] != digest(v.ways) {
		v.seen.Added = append(v.seen.Added, "another link between a line and its evidence")
	}
	for _, l := range v.links {
		if !slices.ContainsFunc(record.Articles, func(a briefing.ArticleRef) bool { return page.WebAddress(a.URL) == l }) {
			v.seen.Added = append(v.seen.Added, fmt.Sprintf("a link to %.100s", l))
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	s := ""
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		s += textOf(k)
	}
	return s
}

// linksOf returns a hash of the links within a body, and of what they light
// up.
func linksOf(body string) string {
	v := &viewer{}
	if root, err := html.Parse(strings.NewReader(body)); err == nil { // a strings.Reader does not fail
		v.node(root)
	}
	return digest(v.ways)
}

// digest is a hash of links in any order: programs sort attributes.
func digest(ways []string) string {
	ways = slices.Sorted(slices.Values(ways))
	sum := sha256.Sum256([]byte(strings.Join(ways, "\n")))
	return base64.StdEncoding.EncodeToString(sum[:12])
}
