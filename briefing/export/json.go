package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"example.org/attache/briefing"
)

// BriefingSchema names the form of the documents that JSON and Markdown
// write.
const BriefingSchema = "attache/briefing/1"

// maxJSON is the longest document that is read: a briefing with a thousand
// long articles to cite stays far below it.
const maxJSON = 64 << 20

// Document is a briefing as JSON carries it: whole, with the lines that were
// held back or left out.
type Document struct {
	Generator  string            // program and version; may be empty
	Created    time.Time         // to the second; the zero time if it is not known
	HeldBack   []briefing.LineID // not printed for want of room, lowest rank first
	Unverified []briefing.LineID // not printed because nobody has checked them
	Briefing   briefing.Briefing
}

// jsonDocument is the form of a Document, described in SCHEMA.md.
type jsonDocument struct {
	Schema     string            `json:"schema"`
	Generator  string            `json:"generator,omitempty"`
	Created    time.Time         `json:"created,omitzero"`
	HeldBack   []briefing.LineID `json:"held_back"`
	Unverified []briefing.LineID `json:"unverified,omitempty"`
	Briefing   briefing.Briefing `json:"briefing"`
}

// JSON writes the document in the form attache/briefing/1, which SCHEMA.md
// describes. ReadJSON gives it back the same, but for bytes in its texts that
// are not UTF-8.
func JSON(w io.Writer, d Document) error {
	created := d.Created
	if !created.IsZero() {
		created = created.UTC().Truncate(time.Second)
	}
	return writeJSON(w, "briefing", " ", jsonDocument{
		Schema: BriefingSchema, Generator: d.Generator, Created: created,
		HeldBack: list(d.HeldBack), Unverified: d.Unverified, Briefing: d.Briefing,
	})
}

// ReadJSON reads what JSON wrote. It fails with briefing.ErrUnsupported on
// another form, with briefing.ErrDamaged on a document that is not whole and
// with briefing.ErrTooLarge on one over 64 MB.
func ReadJSON(r io.Reader) (Document, error) {
	var d jsonDocument
	if err := readJSON(r, &d, func() string { return d.Schema }, BriefingSchema); err != nil {
		return Document{}, fmt.Errorf("read briefing: %w", err)
	}
	if err := whole(d.Briefing); err != nil {
		return Document{}, fmt.Errorf("read briefing: %w: %w", briefing.ErrDamaged, err)
	}
	return Document{d.Generator, d.Created, d.HeldBack, d.Unverified, d.Briefing}, nil
}

// readJSON reads a document of the given form into v; got returns the form it
// says it has.
func readJSON(r io.Reader, v any, got func() string, schema string) error {
	data, err := io.ReadAll(io.LimitReader(r, maxJSON+1))
	if err != nil {
		return err
	}
	if len(data) > maxJSON {
		return fmt.Errorf("over %d MB: %w", maxJSON>>20, briefing.ErrTooLarge)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	err = json.Unmarshal(data, v)
	switch {
	case err == nil && got() != schema:
		return fmt.Errorf("schema is %q, want %s: %w", got(), schema, briefing.ErrUnsupported)
	case err != nil:
		return fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
	}
	return nil
}

// whole reports what a briefing cannot be without.
func whole(b briefing.Briefing) error {
	sections, lines := map[briefing.SectionKind]bool{}, map[briefing.LineID]bool{}
	for _, s := range b.Sections {
		switch {
		case s.Kind == "":
			return fmt.Errorf("a section without a kind")
		case sections[s.Kind]:
			return fmt.Errorf("section %s comes twice", s.Kind)
		}
		sections[s.Kind] = true
		for _, l := range s.Lines {
			switch {
			case l.ID == "":
				return fmt.Errorf("a line without an id in section %s", s.Kind)
			case lines[l.ID]:
				return fmt.Errorf("line %s comes twice", l.ID)
			case !knownKind(l.Kind):
				return fmt.Errorf("line %s: unknown kind %q", l.ID, l.Kind)
			case !knownStatus(l.Status):
				return fmt.Errorf("line %s: unknown status %q", l.ID, l.Status)
			}
			lines[l.ID] = true
		}
	}
	return nil
}

func knownKind(k briefing.LineKind) bool {
	return k == briefing.ExtractLine || k == briefing.QuoteLine || k == briefing.AnalystLine
}

func knownStatus(s briefing.Status) bool {
	switch s {
	case briefing.Suggested, briefing.Verified, briefing.Edited, briefing.Conflict, briefing.Stale, briefing.LeftOut:
		return true
	}
	return false
}
