package export

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/attache/briefing"
)

// NewerError is a file that a newer version of this program wrote. It wraps
// briefing.ErrUnsupported.
type NewerError struct {
	Schema string // the form the file says it has
	Known  string // the newest that is known
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("written by a newer version of Attaché (%s; this one knows %s)", e.Schema, e.Known)
}

func (e *NewerError) Unwrap() error { return briefing.ErrUnsupported }

// CheckSchema reports a form that is not the one wanted.
func CheckSchema(got, want string) error {
	switch {
	case got == want:
		return nil
	case Newer(got, want):
		return &NewerError{Schema: got, Known: want}
	}
	return fmt.Errorf("schema is %q, want %s: %w", got, want, briefing.ErrUnsupported)
}

// Newer reports whether a form is a later version of the one known.
func Newer(got, known string) bool {
	form, version := versionOf(got)
	wanted, of := versionOf(known)
	return form == wanted && version > of
}

// versionOf cuts "attache/trace/2" into the form and its version.
func versionOf(schema string) (form string, version int) {
	i := strings.LastIndexByte(schema, '/')
	n, err := strconv.Atoi(schema[i+1:])
	if i < 0 || err != nil {
		return schema, 0
	}
	return schema[:i], n
}
