// Package markdown writes a briefing as Markdown that a person could have
// written: YAML front matter, a heading for each section, quotations as block
// quotes, one list of sources that every reference leads to, and the record,
// if it is wanted, once at the end. It reads the file back, also after a person
// edited it. It owns that grammar, both ways; what is shown, and in which
// order, is export.Content's.
package markdown

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
)

// Write writes the briefing. Every word is escaped, so that none is read as
// markup. With Options.Trace the file ends in a comment with what Read needs
// to give back the printed lines as they are, and Open to tell what was
// changed; lines that are held back or left out are not in the file.
func Write(w io.Writer, b briefing.Briefing, o export.Options) error {
	c := export.NewContent(b, o)
	m := &writer{c: c, g: grammar{c.Labels}}
	if err := m.file(); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	if _, err := io.WriteString(w, m.out.String()); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

// writer writes the file.
type writer struct {
	c      export.Content
	g      grammar
	number int // of the last item of a numbered list
	out    strings.Builder
}

func (m *writer) file() error {
	front := newFront(m.c)
	m.out.WriteString(front.String())
	blocks := adapted(m.c.Blocks())
	for i, b := range blocks {
		m.block(b, i > 0 && inList(b.Kind) && blocks[i-1].Kind == b.Kind)
	}
	if !m.c.Options.Trace {
		return nil
	}
	record := trace.New(m.c, true, briefing.Sources{}).Sealed(append([]trace.Row{front.row()}, trace.RowsOf(blocks)...))
	text, err := spread(record)
	if err != nil {
		return err
	}
	m.out.WriteString("\n" + recordBegin + "\n" + text + "\n" + recordEnd + "\n")
	return nil
}

// inList reports whether blocks of a kind that follow one another are one
// list.
func inList(kind export.BlockKind) bool {
	switch kind {
	case export.Fact, export.Member, export.Item, export.Numbered, export.Source, export.QuotedFrom:
		return true
	}
	return false
}

// block writes a block behind a blank row, but for one that goes on with a
// list.
func (m *writer) block(b export.Block, goesOn bool) {
	source := m.g.source(b)
	if !goesOn && b.Kind != export.QuotedFrom {
		m.out.WriteByte('\n')
	}
	mark := ""
	switch b.Kind {
	case export.Title:
		mark = "#"
	case export.Heading:
		mark = "##"
	case export.SideName:
		mark = "###"
	case export.Fact, export.Member, export.Item:
		mark = "-"
	case export.Numbered, export.Source:
		if !goesOn {
			m.number = 0
		}
		m.number++
		mark = fmt.Sprint(m.number) + "."
	case export.Quotation:
		mark = ">"
	case export.QuotedFrom:
		mark = ">"
		m.out.WriteString(">\n")
	}
	m.out.WriteString(strings.TrimSpace(mark+" "+source) + "\n")
}

const (
	recordBegin = "<!-- attache-trace"
	recordEnd   = "-->"
)

// spread writes the record as JSON that a comment can hold, a row of the file
// for each line and each row of it.
func spread(d trace.Document) (string, error) {
	lines, printed := make([]string, len(d.Lines)), make([]string, len(d.Printed))
	for i, l := range d.Lines {
		data, err := json.Marshal(l)
		if err != nil {
			return "", fmt.Errorf("line %s: %w", l.ID, err)
		}
		lines[i] = string(data)
	}
	for i, r := range d.Printed {
		data, err := json.Marshal(r)
		if err != nil {
			return "", err
		}
		printed[i] = string(data)
	}
	type plain trace.Document
	head, err := json.Marshal(struct { // hides the two lists
		plain
		Lines   string `json:"lines"`
		Printed string `json:"printed"`
	}{plain(d), "@lines", "@printed"})
	if err != nil {
		return "", err
	}
	list := func(rows []string) string { return "[\n" + strings.Join(rows, ",\n") + "]" }
	// Marshal escapes <, > and &, so no text of the record ends the comment;
	// two dashes some programs mind.
	return strings.ReplaceAll(strings.NewReplacer(`"@lines"`, list(lines), `"@printed"`, list(printed)).Replace(string(head)), "--", `-\u002d`), nil
}
