package briefing

import (
	"fmt"
	"time"
)

// Date is a calendar day that may be known only to the month or the year, or
// not at all. The zero Date is unknown.
type Date struct {
	Year  int `json:"year,omitempty"`
	Month int `json:"month,omitempty"` // 1 to 12, 0 if unknown
	Day   int `json:"day,omitempty"`   // 1 to 31, 0 if unknown
}

// Known reports whether at least the year is known.
func (d Date) Known() bool { return d.Year != 0 }

// Complete reports whether the day is known.
func (d Date) Complete() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// String returns d in ISO 8601, as far as it is known: "2019-12-05",
// "2019-12", "2019" or "".
func (d Date) String() string {
	switch {
	case d.Complete():
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case d.Year != 0 && d.Month != 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case d.Year != 0:
		return fmt.Sprintf("%04d", d.Year)
	}
	return ""
}

// Time returns midnight UTC of a complete date. It returns the zero time for
// any other.
func (d Date) Time() time.Time {
	if !d.Complete() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// DateOf returns the calendar day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: int(m), Day: d}
}

// ParseISODate reads "2019-12-05", "2019-12" or "2019"; "" is the unknown
// date. Days that do not exist are an error.
func ParseISODate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d := Date{Year: t.Year()}
		if len(layout) > 4 {
			d.Month = int(t.Month())
		}
		if len(layout) > 7 {
			d.Day = t.Day()
		}
		return d, nil
	}
	return Date{}, fmt.Errorf("%q is not a date like 2019-12-05", s)
}
