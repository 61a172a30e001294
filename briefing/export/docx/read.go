package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// maxDocx is the longest file that is read, and the most that a part of it may
// grow to.
const maxDocx = 64 << 20

// Open reads what Write wrote, to hold it against what was written, also when
// a word processor saved it anew. It fails with briefing.ErrUnsupported on a
// file of another program or one without a trace, with a *export.NewerError
// on one of a later version, with briefing.ErrDamaged on one that is cut off
// or does not read, and with briefing.ErrTooLarge on one over 64 MB.
func Open(r io.Reader) (trace.File, error) {
	f, err := open(r)
	if err != nil {
		return trace.File{}, fmt.Errorf("read docx: %w", err)
	}
	return f, nil
}

func open(r io.Reader) (trace.File, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxDocx+1))
	switch {
	case err != nil:
		return trace.File{}, err
	case len(data) > maxDocx:
		return trace.File{}, fmt.Errorf("over %d MB: %w", maxDocx>>20, briefing.ErrTooLarge)
	case !bytes.HasPrefix(data, []byte("PK")):
		return trace.File{}, fmt.Errorf("not a Word document: %w", briefing.ErrUnsupported)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return trace.File{}, fmt.Errorf("the file is cut off or not whole: %w", briefing.ErrDamaged)
	}
	p := &pack{zip: z}
	record, err := p.record()
	if err != nil {
		return trace.File{}, err
	}
	v := &viewer{pack: p, addresses: addressesOf(record)}
	if err := v.document(); err != nil {
		return trace.File{}, err
	}
	return trace.File{Record: record, Seen: v.seen}, nil
}

// pack is the parts of a document.
type pack struct{ zip *zip.Reader }

// part returns a part, nil if there is none.
func (p *pack) part(name string) ([]byte, error) {
	for _, f := range p.zip.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", name, briefing.ErrDamaged, err)
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxDocx+1))
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: %w: %w", name, briefing.ErrDamaged, err)
		case len(data) > maxDocx:
			return nil, fmt.Errorf("%s: %w", name, briefing.ErrTooLarge)
		}
		return data, nil
	}
	return nil, nil
}

// record finds the record among the custom parts: other programs number them
// anew.
func (p *pack) record() (trace.Document, error) {
	for _, f := range p.zip.File {
		if !strings.HasPrefix(f.Name, "customXml/item") || strings.HasPrefix(f.Name, "customXml/itemProps") {
			continue
		}
		data, err := p.part(f.Name)
		if err != nil {
			return trace.Document{}, err
		}
		var t struct {
			XMLName xml.Name
			Text    string `xml:",chardata"`
		}
		if xml.Unmarshal(data, &t) != nil || t.XMLName.Space != recordNames {
			continue
		}
		return trace.Read(strings.NewReader(t.Text))
	}
	if main, err := p.part("word/document.xml"); err == nil && main == nil {
		return trace.Document{}, fmt.Errorf("not a Word document: %w", briefing.ErrUnsupported)
	}
	return trace.Document{}, trace.ErrNone
}

// relation is where a part leads.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// relations returns where a part leads, by id.
func (p *pack) relations(name string) (map[string]relation, error) {
	data, err := p.part(path.Dir(name) + "/_rels/" + path.Base(name) + ".rels")
	if err != nil || data == nil {
		return nil, err
	}
	var all struct {
		List []relation `xml:"Relationship"`
	}
	if err := xml.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, briefing.ErrDamaged, err)
	}
	of := map[string]relation{}
	for _, r := range all.List {
		of[r.ID] = r
	}
	return of, nil
}

// addressesOf returns the addresses that a document of the record links to.
func addressesOf(record trace.Document) map[string]bool {
	all := map[string]bool{}
	for _, a := range record.Articles {
		all[page.WebAddress(a.URL)] = true
	}
	return all
}
