// Package json writes the documents that other programs read: a whole
// briefing, which it reads back the same, and what the rules found in an
// article. SCHEMA.md describes both.
package json

import (
	"fmt"
	"io"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
)

// Document is a briefing as JSON carries it: whole, with the lines that were
// held back or left out.
type Document struct {
	Generator  string            // program and version; may be empty
	Created    time.Time         // to the second; the zero time if it is not known
	HeldBack   []briefing.LineID // not printed for want of room, lowest rank first
	Unverified []briefing.LineID // not printed because nobody has checked them
	Briefing   briefing.Briefing
}

// document is the form of a Document, described in SCHEMA.md.
type document struct {
	Schema     string            `json:"schema"`
	Generator  string            `json:"generator,omitempty"`
	Created    time.Time         `json:"created,omitzero"`
	HeldBack   []briefing.LineID `json:"held_back"`
	Unverified []briefing.LineID `json:"unverified,omitempty"`
	Briefing   briefing.Briefing `json:"briefing"`
	// Printed is the record of all of the above.
	Printed []trace.Row `json:"printed,omitempty"`
}

// Write writes the document in the form attache/briefing/1, which SCHEMA.md
// describes. Read gives it back the same, but for bytes in its texts that are
// not UTF-8.
func Write(w io.Writer, d Document) error {
	created := d.Created
	if !created.IsZero() {
		created = created.UTC().Truncate(time.Second)
	}
	d.Created = created
	return export.WriteJSON(w, "briefing", " ", document{
		Schema: export.BriefingSchema, Generator: d.Generator, Created: created,
		HeldBack: list(d.HeldBack), Unverified: d.Unverified, Briefing: d.Briefing, Printed: trace.Sealed(rowsOf(d)),
	})
}

// Read reads what Write wrote. It fails with a *export.NewerError on a
// document of a later version, with briefing.ErrUnsupported on another form,
// with briefing.ErrDamaged on a document that is not whole and with
// briefing.ErrTooLarge on one over 64 MB.
func Read(r io.Reader) (Document, error) {
	d, err := read(r)
	return Document{d.Generator, d.Created, d.HeldBack, d.Unverified, d.Briefing}, err
}

// Open reads what Write wrote, with the errors of Read, to hold it against
// what was written. The record has no rows if the file is of a version that
// did not note them.
func Open(r io.Reader) (trace.File, error) {
	d, err := read(r)
	if err != nil {
		return trace.File{}, err
	}
	b := d.Briefing
	record := trace.New(export.NewContent(b, export.Options{Author: true, Generator: d.Generator}), true, briefing.Sources{})
	record.Lines, record.Printed = nil, d.Printed
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			record.Lines = append(record.Lines, trace.Line{Section: s.Kind, Line: l})
		}
	}
	rows := rowsOf(Document{d.Generator, d.Created, d.HeldBack, d.Unverified, b})
	return trace.File{Record: record, Seen: trace.Seen{Words: trace.WordsOf(rows)}, Rows: rows}, nil
}

func read(r io.Reader) (document, error) {
	var d document
	if err := export.ReadJSON(r, &d, func() string { return d.Schema }, export.BriefingSchema); err != nil {
		return document{}, fmt.Errorf("read briefing: %w", err)
	}
	if err := export.Whole(d.Briefing); err != nil {
		return document{}, fmt.Errorf("read briefing: %w: %w", briefing.ErrDamaged, err)
	}
	return d, nil
}
