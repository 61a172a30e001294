package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
)

// viewer reads the parts of a document that a reader sees.
type viewer struct {
	*pack
	addresses map[string]bool // that the document may link to
	seen      trace.Seen
	text      strings.Builder // of the paragraph that is open
}

const mainPart = "word/document.xml"

// document reads header, body, footer, notes and comments, in this order.
func (v *viewer) document() error {
	relations, err := v.relations(mainPart)
	if err != nil {
		return err
	}
	of := map[string][]string{}
	for _, r := range slices.SortedFunc(maps.Values(relations), func(a, b relation) int { return strings.Compare(a.Target, b.Target) }) {
		switch kind := path.Base(r.Type); {
		case r.Mode == "External" && !v.addresses[r.Target]:
			v.add("a link to %.100s", r.Target)
		case kind == "header", kind == "footer", kind == "footnotes", kind == "endnotes", kind == "comments":
			of[kind] = append(of[kind], path.Join("word", r.Target))
		case kind == "image", kind == "oleObject", kind == "chart", kind == "vbaProject":
			v.add("a part of the kind %s", kind)
		}
	}
	styles, err := v.part("word/styles.xml")
	if err != nil {
		return err
	}
	if bytes.Contains(styles, []byte("<w:vanish")) {
		v.add("a style that hides text")
	}
	for _, name := range slices.Concat(of["header"], []string{mainPart}, of["footer"], of["footnotes"], of["endnotes"], of["comments"]) {
		if err := v.read(name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (v *viewer) add(format string, args ...any) {
	v.seen.Added = append(v.seen.Added, fmt.Sprintf(format, args...))
}

// end closes the paragraph that is open.
func (v *viewer) end() {
	v.seen.Words = append(v.seen.Words, trace.Words(v.text.String(), "", 0)...)
	v.text.Reset()
}

// read reads the paragraphs of a part.
func (v *viewer) read(name string) error {
	data, err := v.part(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			v.end()
			return nil
		case err != nil:
			return fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := v.element(d, t); err != nil {
				return fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
			}
		case xml.EndElement:
			if t.Name.Local == "p" {
				v.end()
			}
		}
	}
}

// element reads what begins; a run is read to its end.
func (v *viewer) element(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "r":
		var r node
		if err := d.DecodeElement(&r, &e); err != nil {
			return err
		}
		if !r.hidden() {
			v.text.WriteString(r.shows())
		}
		if r.drawing() {
			v.add("a drawing")
		}
	case "altChunk", "subDoc":
		v.add("another document")
	}
	return nil
}
