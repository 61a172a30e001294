package app

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
)

// DateError is a text that is no date.
type DateError struct{ Text string }

func (e *DateError) Error() string {
	return fmt.Sprintf("‘%s’ is not a date. Examples: 5 Dec 2019, 2019-12-05", e.Text)
}

// ParseDate reads a date as people type it, see dates.Typed: where day and
// month could be either way round it returns both readings, day first, and no
// date. What is no date is a *DateError.
func ParseDate(s string) (briefing.Date, []briefing.Date, error) {
	d, readings, ok := dates.Typed(s)
	if !ok {
		return briefing.Date{}, nil, &DateError{strings.TrimSpace(s)}
	}
	return d, readings, nil
}
