package cli

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// format is a flag that takes an export format.
type format app.Format

func (f *format) String() string { return string(*f) }
func (f *format) Type() string   { return "FORMAT" }

func (f *format) Set(s string) error {
	v := app.Format(strings.ToLower(s))
	if !slices.Contains(app.Formats, v) {
		return fmt.Errorf("must be one of %v", app.Formats)
	}
	*f = format(v)
	return nil
}

// parseDate reads a date flag. A date with two readings is refused with both.
func parseDate(s string) (briefing.Date, error) {
	if s == "" {
		return briefing.Date{}, nil
	}
	d, readings, err := app.ParseDate(s)
	if err != nil {
		return d, usageError{err}
	}
	if len(readings) > 1 {
		var either []string
		for _, r := range readings {
			either = append(either, r.String())
		}
		return d, usageError{fmt.Errorf("%q may be %s: write it like the one you mean", s, strings.Join(either, " or "))}
	}
	return d, nil
}
