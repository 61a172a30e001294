package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

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

// oneOf is a flag that takes one of a few values, in any spelling that normal
// makes one of them.
type oneOf struct {
	value  *string
	among  []string
	normal func(string) string
}

func (f oneOf) String() string {
	if f.value == nil {
		return "" // cobra asks a zero flag for its default
	}
	return *f.value
}

func (f oneOf) Type() string { return "NAME" }

func (f oneOf) Set(s string) error {
	if s = f.normal(s); !slices.Contains(f.among, s) {
		return fmt.Errorf("must be one of %s", strings.Join(f.among, ", "))
	}
	*f.value = s
	return nil
}

// tlp writes a label of the Traffic Light Protocol in full: "amber" is
// TLP:AMBER.
func tlp(s string) string {
	s = strings.ReplaceAll(strings.ToUpper(s), " ", "")
	return "TLP:" + strings.TrimPrefix(s, "TLP:")
}

func paperFlag(cmd *cobra.Command, paper *string) {
	cmd.Flags().Var(oneOf{paper, app.Papers, strings.ToLower}, "paper", "paper: a4 or letter")
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
