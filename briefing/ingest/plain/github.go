package plain

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// github is what GitHub adds to CommonMark, as far as articles hold it: tables
// and struck-out words. Goldmark's own extensions give the same, but their
// package compiles an expression for links as every program starts, which
// alone grew the stack to half a megabyte. A test holds the two side by side.
type github struct{}

func (github) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithParagraphTransformers(util.Prioritized(tables{}, 200)),
		parser.WithASTTransformers(util.Prioritized(pipesInCode{}, 0)),
		parser.WithInlineParsers(util.Prioritized(struckOut{}, 500)),
	)
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(githubElements{}, 500)))
}

// tables makes a table of a paragraph's lines from the one above its first row
// of dashes on.
type tables struct{}

func (tables) Transform(p *ast.Paragraph, reader text.Reader, _ parser.Context) {
	source, lines := reader.Source(), p.Lines()
	for i := 1; i < lines.Len(); i++ {
		dashes := lines.At(i)
		columns := columnsOf(dashes.Value(source))
		if columns == 0 {
			continue
		}
		header := tableRow(lines.At(i-1), source)
		if header.ChildCount() > columns {
			return // more is named than the dashes divide
		}
		fill(header, columns)
		table := xast.NewTable()
		table.AppendChild(table, xast.NewTableHeader(header))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, fill(tableRow(lines.At(j), source), columns))
		}
		p.Parent().InsertAfter(p.Parent(), p, table)
		p.Lines().SetSliced(0, i-1)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
		last := p.Lines().At(i - 2)
		last.Stop-- // without its line's end
		p.Lines().Set(i-2, last)
		return
	}
}

// columnsOf returns how many columns a row of dashes divides, 0 if a line is
// none.
func columnsOf(line []byte) int {
	if w, _ := util.IndentWidth(line, 0); w > 3 {
		return 0
	}
	if len(bytes.Trim(line, "-")) == 0 {
		return 0
	}
	line = bytes.TrimSpace(line)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	columns := bytes.Split(line, []byte("|"))
	for _, c := range columns {
		c = bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(c), []byte(":")), []byte(":"))
		if len(c) == 0 || len(bytes.Trim(c, "-")) > 0 {
			return 0
		}
	}
	return len(columns)
}

// tableRow returns a line's cells.
func tableRow(line text.Segment, source []byte) *xast.TableRow {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	value := line.Value(source)
	row := xast.NewTableRow(nil)
	at, end := 0, len(value)
	if end > 0 && value[0] == '|' {
		at++
	}
	if end > 0 && value[end-1] == '|' {
		end--
	}
	for ; at < end; at++ {
		from := at
		for at < end && (value[at] != '|' || at > 0 && value[at-1] == '\\') {
			at++
		}
		cell := text.NewSegment(line.Start+from, line.Start+at)
		cell = cell.TrimLeftSpace(source)
		cell = cell.TrimRightSpace(source)
		c := xast.NewTableCell()
		c.Lines().Append(cell)
		row.AppendChild(row, c)
	}
	return row
}

// fill gives a row as many cells as its table has columns, and returns it:
// what is over is left out.
func fill(row *xast.TableRow, columns int) *xast.TableRow {
	for row.ChildCount() > columns {
		row.RemoveChild(row, row.LastChild())
	}
	for row.ChildCount() < columns {
		row.AppendChild(row, xast.NewTableCell())
	}
	return row
}

// pipesInCode takes the backslash from the pipes in a cell's code, where
// CommonMark would keep it: without it they would have ended the cell.
type pipesInCode struct{}

func (pipesInCode) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	source, inCell := reader.Source(), false
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case n.Kind() == xast.KindTableCell:
			inCell = entering
		case n.Kind() == ast.KindCodeSpan && entering && inCell:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				t, ok := c.(*ast.Text)
				if !ok {
					continue
				}
				if i := bytes.Index(t.Segment.Value(source), []byte(`\|`)); i >= 0 {
					rest := t.Segment.WithStart(t.Segment.Start + i + 1)
					t.Segment = t.Segment.WithStop(t.Segment.Start + i)
					n.InsertAfter(n, t, ast.NewRawTextSegment(rest))
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

// struckOut reads ~words~ and ~~words~~.
type struckOut struct{}

func (struckOut) Trigger() []byte { return []byte{'~'} }

func (s struckOut) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, s)
	if d == nil || d.OriginalLength > 2 || before == '~' {
		return nil
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

func (struckOut) IsDelimiter(b byte) bool { return b == '~' }

func (struckOut) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}

func (struckOut) OnMatch(int) ast.Node { return xast.NewStrikethrough() }

// githubElements writes tables and struck-out words as HTML. How a column is
// set is left out: an article has no use for it.
type githubElements struct{}

func (githubElements) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, name := range map[ast.NodeKind]string{
		xast.KindTable:         "table",
		xast.KindTableHeader:   "tr",
		xast.KindTableRow:      "tr",
		xast.KindTableCell:     "td",
		xast.KindStrikethrough: "del",
	} {
		reg.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			name := name
			if name == "td" && n.Parent().Kind() == xast.KindTableHeader {
				name = "th"
			}
			open, end := "<", ">"
			if !entering {
				open = "</"
			}
			if name != "del" && (!entering || name == "table" || name == "tr") {
				end = ">\n"
			}
			_, err := w.WriteString(open + name + end)
			return ast.WalkContinue, err
		})
	}
}
