package reading

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
)

// element is an element of XML with what is in it.
type element struct {
	name  string // with the last part of its namespace before it, as in "dc:title"
	attrs map[string]string
	text  strings.Builder // its own text, without that of the elements in it
	kids  []*element
	inner string // its contents as they stand in the file
}

// The limits on trees: exports of thousands of articles stay below.
const (
	maxDepth    = 100
	maxElements = 2_000_000
)

// treeOf reads XML. Names get the prefix that is usual for their namespace,
// whatever the file calls it.
func treeOf(data []byte) (*element, error) {
	data = inUTF8(letters.TrimStart(data))
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // is undone already
	root := &element{}
	open := []*element{root}
	starts := []int64{0}
	n := 0
	raw := string(data)
	for {
		t, err := d.Token()
		if err == io.EOF || err != nil && len(root.kids) > 0 && len(root.kids[0].kids) > 0 {
			return root, nil // what stands before the damage is good
		}
		if err != nil {
			return nil, fmt.Errorf("%w: it is no whole XML: %v", briefing.ErrDamaged, err)
		}
		top := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if n++; n > maxElements || len(open) > maxDepth {
				return nil, fmt.Errorf("%w: it holds more than a file of articles does", briefing.ErrTooLarge)
			}
			e := &element{name: prefixed(t.Name)}
			for _, a := range t.Attr {
				if e.attrs == nil {
					e.attrs = map[string]string{}
				}
				e.attrs[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, e)
			open, starts = append(open, e), append(starts, d.InputOffset())
		case xml.EndElement:
			if len(open) > 1 {
				if from, to := starts[len(starts)-1], endTag(raw, d.InputOffset()); raw != "" && from <= to {
					top.inner = raw[from:to] // shares its bytes with raw
				}
				open, starts = open[:len(open)-1], starts[:len(starts)-1]
			}
		case xml.CharData:
			top.text.Write(t)
		}
	}
}

// inUTF8 returns XML in UTF-8, whatever encoding it is in: the one its letters
// show, the one it declares, or the one that is likely.
func inUTF8(data []byte) []byte {
	head := data[:min(len(data), 200)]
	name := ""
	switch m := xmlEncoding().FindSubmatch(head); {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		name = "utf-16le"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		name = "utf-16be"
	case letters.Wide(head) != "":
		name = letters.Wide(head)
	case utf8.Valid(data):
		if m == nil || !strings.EqualFold(string(m[1]), "iso-2022-jp") { // whose bytes are valid UTF-8 too
			return data
		}
		name = "iso-2022-jp"
	case m != nil && !strings.EqualFold(string(m[1]), "utf-8"):
		name = string(m[1])
	case letters.MostlyUTF8(data):
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	default:
		name = letters.Guess(data)
	}
	e, err := letters.Encoding(name)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	return letters.TrimStart(text)
}

var xmlEncoding = pattern.New(`encoding\s*=\s*["']([\w.:-]+)["']`)

// endTag returns where the closing tag begins that ends at an offset.
func endTag(raw string, end int64) int64 {
	if end > int64(len(raw)) {
		return -1
	}
	return int64(strings.LastIndexByte(raw[:end], '<'))
}

// prefixed returns a name with the usual prefix of its namespace.
func prefixed(n xml.Name) string {
	for part, prefix := range map[string]string{
		"purl.org/dc/elements": "dc", "purl.org/dc/terms": "dcterms", "rss/1.0/modules/content": "content", "zotero.org": "z",
		"purl.org/net/biblio": "bib", "foaf": "foaf", "rss/1.0/modules/link": "link", "22-rdf-syntax-ns": "rdf", "prismstandard": "prism", "itunes": "itunes",
	} {
		if strings.Contains(n.Space, part) || n.Space == prefix {
			return prefix + ":" + n.Local
		}
	}
	return n.Local
}

// first returns the first element of a name in e, at any depth; nil if there
// is none.
func (e *element) first(name string) *element {
	if e == nil {
		return nil
	}
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
	}
	for _, k := range e.kids {
		if f := k.first(name); f != nil {
			return f
		}
	}
	return nil
}

// child returns the first element of one of the names right in e.
func (e *element) child(names ...string) *element {
	if e == nil {
		return nil
	}
	for _, name := range names {
		for _, k := range e.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// all returns the elements of a name in e, at any depth, but not inside one
// another.
func (e *element) all(name string) []*element {
	var found []*element
	for _, k := range e.kids {
		if k.name == name {
			found = append(found, k)
			continue
		}
		found = append(found, k.all(name)...)
	}
	return found
}

// value returns the text of an element, "" of none.
func (e *element) value() string {
	if e == nil {
		return ""
	}
	return strings.TrimSpace(e.text.String())
}
