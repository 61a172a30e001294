package app

import (
	"errors"

	"example.org/attache/briefing"
)

// ParseDate reads a date as people type it: "2019-12-05", "5.12.2019",
// "5 dec 2019", "December 2019", "2019". Where day and month could be either
// way round, as in "5/12/19", it returns both readings and no date.
func ParseDate(s string) (briefing.Date, []briefing.Date, error) {
	return briefing.Date{}, nil, errors.ErrUnsupported
}
