package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// Open reads what Write wrote, to hold it against what was written: the words
// that a reader of CommonMark shows. The record has no rows if the file is of
// an older version or was written without one; File.Rows then says how the
// lines read by themselves. It fails as Read does.
func Open(r io.Reader) (trace.File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMarkdown+1))
	if err != nil {
		return trace.File{}, fmt.Errorf("read markdown: %w", err)
	}
	f, err := parse(bytes.NewReader(data))
	if err != nil {
		return trace.File{}, fmt.Errorf("read markdown: %w", err)
	}
	b, err := f.briefing()
	if err != nil {
		return trace.File{}, fmt.Errorf("read markdown: %w: %w", briefing.ErrDamaged, err)
	}
	out := trace.File{}
	if f.record != nil {
		out.Record = *f.record
		out.Seen = f.view(data)
		return out, nil
	}
	out.Record = trace.New(export.NewContent(b, export.Options{}), true, briefing.Sources{})
	for _, pl := range f.lines {
		row := trace.Row{Block: export.Item, Section: pl.place.section, Kind: briefing.ExtractLine, Parts: []trace.Part{{Name: page.TextPart, Text: pl.words}}}
		if pl.place.side != "" {
			row.Parts = append(row.Parts, trace.Part{Name: page.SidePart, Text: pl.place.side})
		}
		if pl.comment != nil {
			row.Line = pl.comment.ID
		}
		if pl.seen.own(f.g.labels) {
			row.Kind, row.Status = briefing.AnalystLine, briefing.Edited
		}
		out.Rows = append(out.Rows, row)
		for _, w := range trace.WordsOf([]trace.Row{row}) {
			w.Row = pl.block.row
			out.Seen.Words = append(out.Seen.Words, w)
		}
	}
	return out, nil
}

// view returns the words of the file as it is shown, its front matter first.
func (f *file) view(data []byte) trace.Seen {
	v := &viewer{source: data, known: map[string]bool{}}
	for _, a := range f.articles {
		v.known[page.WebAddress(a.URL)] = true
	}
	v.seen.Words = trace.WordsOf([]trace.Row{f.front.row()})
	rows := strings.SplitAfter(string(data), "\n")
	_, n := readFront(strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"))
	v.first = n
	v.source = []byte(strings.Join(rows[min(n, len(rows)):], ""))
	v.walk(goldmark.DefaultParser().Parse(text.NewReader(v.source)))
	return v.seen
}

// viewer notes what a reader sees of a file.
type viewer struct {
	source []byte
	first  int             // rows before the source
	known  map[string]bool // addresses of the sources
	seen   trace.Seen
}

// walk follows the blocks of a document.
func (v *viewer) walk(n ast.Node) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch {
		case k.Kind() == ast.KindHTMLBlock:
			v.html(k)
		case k.Type() == ast.TypeBlock && (!k.HasChildren() || k.FirstChild().Type() == ast.TypeInline):
			v.paragraph(k)
		default:
			v.walk(k)
		}
	}
}

// html notes markup that no export has; the record and comments, which hide
// nothing that was printed, are none.
func (v *viewer) html(n ast.Node) {
	raw := ""
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		raw += string(s.Value(v.source))
	}
	if !strings.HasPrefix(strings.TrimSpace(raw), "<!--") {
		v.seen.Added = append(v.seen.Added, fmt.Sprintf("markup of HTML (%.40s)", strings.TrimSpace(raw)))
	}
}

// paragraph notes the words of a block as they are shown.
func (v *viewer) paragraph(n ast.Node) {
	v.inline(n)
	var out bytes.Buffer
	if err := goldmark.DefaultRenderer().Render(&out, v.source, n); err != nil {
		v.seen.Added = append(v.seen.Added, "text that cannot be shown")
		return
	}
	row := 0
	if n.Lines().Len() > 0 {
		row = v.first + 1 + bytes.Count(v.source[:n.Lines().At(0).Start], []byte("\n"))
	}
	v.seen.Words = append(v.seen.Words, trace.Words(shownText(out.String()), "", row)...)
}

// inline notes the links, pictures and markup within a block.
func (v *viewer) inline(n ast.Node) {
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			v.seen.Added = append(v.seen.Added, fmt.Sprintf("a picture (%.60s)", n.Destination))
		case *ast.Link:
			if to := string(n.Destination); !strings.HasPrefix(to, "#") && !v.known[to] {
				v.seen.Added = append(v.seen.Added, fmt.Sprintf("a link to %.100s", to))
			}
		case *ast.AutoLink:
			if to := string(n.URL(v.source)); !v.known[to] {
				v.seen.Added = append(v.seen.Added, fmt.Sprintf("a link to %.100s", to))
			}
		case *ast.RawHTML:
			var raw string
			for i := range n.Segments.Len() {
				s := n.Segments.At(i)
				raw += string(s.Value(v.source))
			}
			if !strings.HasPrefix(raw, "<!--") {
				v.seen.Added = append(v.seen.Added, fmt.Sprintf("markup of HTML (%.40s)", raw))
			}
		}
		return ast.WalkContinue, nil
	})
}

// shownText returns the text of a piece of HTML.
func shownText(source string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			if name, _ := z.TagName(); string(name) == "br" {
				b.WriteByte(' ')
			}
		}
	}
}
