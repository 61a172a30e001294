package ingest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"example.org/attache/briefing"
)

// elements reads XML as a row of tags and texts, without a tree: any depth
// takes the same memory. Names are without their namespaces, which documents
// of one kind use the same way.
func elements(data []byte, open func(xml.StartElement), text func(string), shut func(name string)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
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
