package office

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html/charset"
)

// elements reads XML as a row of tags and texts, without a tree: any depth
// takes the same memory. Names are without their namespaces, which documents
// of one kind use the same way.
func elements(data []byte, open func(xml.StartElement), text func(string), shut func(name string)) error {
	d := xml.NewDecoder(bytes.NewReader(inUTF8(data)))
	d.Strict = false
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") { // inUTF8 has seen to it
			return r, nil
		}
		return charset.NewReaderLabel(label, r)
	}
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%w: %v", briefing.ErrDamaged, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			open(t)
		case xml.EndElement:
			shut(t.Name.Local)
		case xml.CharData:
			text(string(t))
		}
	}
}

// inUTF8 returns XML in UTF-16, which its first bytes tell, as UTF-8.
func inUTF8(data []byte) []byte {
	name := letters.Wide(data[:min(len(data), draft.SniffLen)])
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		name = "utf-16le"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		name = "utf-16be"
	}
	if name == "" {
		return data
	}
	e, err := letters.Encoding(name)
	if err != nil {
		return data
	}
	if s, err := e.NewDecoder().Bytes(data); err == nil {
		return s
	}
	return data
}

// value returns an attribute by its name without the namespace.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// dublinCore returns the first text of each of the elements title, creator,
// publisher, date and language, as OpenDocument, OOXML and EPUB state them.
// https://www.dublincore.org/specifications/dublin-core/dces/
func dublinCore(data []byte) map[string]string {
	found := map[string]string{}
	in := ""
	// What cannot be read of the metadata is not stated.
	_ = elements(data, func(e xml.StartElement) {
		in = ""
		if strings.Contains(e.Name.Space, "purl.org/dc/elements") && found[e.Name.Local] == "" {
			in = e.Name.Local
		}
	}, func(s string) {
		if in != "" {
			found[in] += s
		}
	}, func(string) { in = "" })
	return found
}
