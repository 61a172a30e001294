package office

import (
	"encoding/xml"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/draft"
)

// ODT reads an OpenDocument text (ISO/IEC 26300), with the numbers of its
// lists, without comments and text that was deleted. Footnotes and the
// descriptions of pictures are furniture. Its author is not taken for the
// article's.
func ODT(f *draft.File) error {
	a, err := archive.Open(f.Data)
	if err != nil {
		return err
	}
	content, err := a.Member("content.xml")
	if err != nil {
		return err
	}
	d := odt{parents: map[string]string{}, numbers: listNumbers{levels: map[string][]listLevel{}}}
	if styles, err := a.Member("styles.xml"); err == nil {
		_ = elements(styles, d.openStyle, func(string) {}, func(string) {}) // a style that cannot be read says nothing
	}
	if err := elements(content, d.open, d.text, d.shut); err != nil {
		return err
	}
	title := ""
	if meta, err := a.Member("meta.xml"); err == nil {
		title = dublinCore(meta)["title"]
	}
	d.finish(f, title)
	return nil
}

// odt is an OpenDocument text being read.
type odt struct {
	office
	parents   map[string]string // of styles
	numbers   listNumbers
	listStyle string   // being read
	lists     []string // styles of the lists that are open
	due       bool     // the element of the list that is open has no paragraph yet

	depth, skip int // depth inside paragraphs, and inside what is not shown
	noteDepth   int // depth inside footnotes
}

func (d *odt) open(e xml.StartElement) {
	d.openStyle(e)
	switch e.Name.Local {
	case "h", "p":
		d.paragraph(e)
	case "table-row":
		d.beginRow()
	case "table-cell":
		d.beginCell()
	case "list":
		style := value(e, "style-name")
		if n := len(d.lists); style == "" && n > 0 {
			style = d.lists[n-1]
		}
		if len(d.lists) == 0 && value(e, "continue-numbering") != "true" && value(e, "continue-list") == "" {
			delete(d.numbers.counts, style)
		}
		d.lists = append(d.lists, style)
	case "list-item":
		d.due = true
		if n, err := strconv.Atoi(value(e, "start-value")); err == nil && len(d.lists) > 0 {
			d.numbers.begin(d.lists[len(d.lists)-1], len(d.lists)-1, n)
		}
	case "s":
		if n, _ := strconv.Atoi(value(e, "c")); n >= 0 && d.skip == 0 {
			d.blank(' ')
		}
	case "tab":
		d.blank('\t')
	case "line-break":
		d.blank('\n')
	case "note-body":
		if d.noteDepth++; d.noteDepth == 1 {
			d.beginAside()
		}
	case "title", "desc": // of a picture
		if d.noteDepth == 0 && d.skip == 0 && d.depth > 0 {
			d.beginAside()
		}
	case "annotation", "tracked-changes", "note-citation":
		d.skip++
	}
}

// Paragraph begins a paragraph or heading.
func (d *odt) paragraph(e xml.StartElement) {
	if d.skip > 0 {
		return
	}
	d.depth++
	if d.noteDepth > 0 {
		d.blank(' ')
		return
	}
	d.begin()
	style := value(e, "style-name")
	for range 10 { // automatic styles have the named one as parent
		if parent := d.parents[style]; parent != "" && kindOfStyle(style) == briefing.Body && !statesField(strings.ToLower(style)) {
			style = parent
		}
	}
	d.style(strings.ReplaceAll(style, "_20_", " "))
	if e.Name.Local == "h" {
		d.kind = briefing.Heading
	}
	if n := len(d.lists); n > 0 {
		number := ""
		if d.due {
			number, d.due = d.numbers.next(d.lists[n-1], n-1), false
		}
		d.item(number)
	}
}

func (d *odt) text(s string) {
	if (d.depth > 0 || d.aside != nil) && d.skip == 0 {
		d.say(s)
	}
}

func (d *odt) shut(name string) {
	switch name {
	case "h", "p":
		if d.skip > 0 {
			return
		}
		if d.depth--; d.noteDepth == 0 {
			d.end()
		}
	case "table-row":
		d.endRow()
	case "list":
		if n := len(d.lists); n > 0 {
			d.lists = d.lists[:n-1]
		}
	case "list-item":
		d.due = false
	case "note-body":
		if d.noteDepth--; d.noteDepth == 0 {
			if b := d.endAside(); b.Text != "" {
				d.notes = append(d.notes, b)
			}
		}
	case "title", "desc":
		if d.noteDepth == 0 && d.aside != nil {
			if b := d.endAside(); b.Text != "" {
				d.after = append(d.after, b)
			}
		}
	case "list-style":
		d.listStyle = ""
	case "annotation", "tracked-changes", "note-citation":
		d.skip--
	}
}

// openStyle reads what styles say: which is made of which, and how lists are
// numbered.
func (d *odt) openStyle(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		d.parents[value(e, "name")] = value(e, "parent-style-name")
	case "list-style":
		d.listStyle = value(e, "name")
		d.numbers.levels[d.listStyle] = nil
	case "list-level-style-number", "list-level-style-bullet", "list-level-style-image":
		n, err := strconv.Atoi(value(e, "level"))
		const most = 10 // levels of a list
		if err != nil || n < 1 || n > most || d.listStyle == "" {
			return
		}
		levels := d.numbers.levels[d.listStyle]
		for len(levels) < n {
			levels = append(levels, listLevel{start: 1})
		}
		l := &levels[n-1]
		if s, err := strconv.Atoi(value(e, "start-value")); err == nil {
			l.start = s
		}
		if e.Name.Local == "list-level-style-number" {
			l.format = value(e, "num-format")
		}
		shown, _ := strconv.Atoi(value(e, "display-levels"))
		var parts []string
		for i := max(1, n-max(shown, 1)+1); i <= n; i++ {
			parts = append(parts, "%"+strconv.Itoa(i))
		}
		l.text = value(e, "num-prefix") + strings.Join(parts, ".") + value(e, "num-suffix")
		d.numbers.levels[d.listStyle] = levels
	}
}
