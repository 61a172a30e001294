package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"example.org/attache/briefing"
)

// BriefingSchema names the form of the documents that JSON and Markdown
// write.
const BriefingSchema = "attache/briefing/1"

// MaxDocument is the longest JSON document that is read: a briefing with a
// thousand long articles to cite stays far below it.
const MaxDocument = 64 << 20

// WriteJSON writes v with <, > and & as they are, on one row if indent is "".
func WriteJSON(w io.Writer, what, indent string, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

// ReadJSON reads a document of the given form into v; got returns the form it
// says it has. It fails with a *NewerError on a later version of the form,
// with briefing.ErrUnsupported on another form, with briefing.ErrDamaged on a
// document that is not whole and with briefing.ErrTooLarge on one over 64 MB.
func ReadJSON(r io.Reader, v any, got func() string, schema string) error {
	data, err := io.ReadAll(io.LimitReader(r, MaxDocument+1))
	if err != nil {
		return err
	}
	if len(data) > MaxDocument {
		return fmt.Errorf("over %d MB: %w", MaxDocument>>20, briefing.ErrTooLarge)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	err = json.Unmarshal(data, v)
	switch {
	case err == nil || Newer(got(), schema):
		return CheckSchema(got(), schema)
	case len(bytes.TrimSpace(data)) > 0 && bytes.TrimSpace(data)[0] != '{':
		return fmt.Errorf("not a JSON document of %s: %w", schema, briefing.ErrUnsupported)
	}
	return fmt.Errorf("%w: %w", briefing.ErrDamaged, err)
}
