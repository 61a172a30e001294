package app

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"example.org/attache/briefing"
)

// DateError is a text that is no date.
type DateError struct{ Text string }

func (e *DateError) Error() string {
	return fmt.Sprintf("‘%s’ is not a date. Examples: 5 Dec 2019, 2019-12-05", e.Text)
}

// ParseDate reads a date as people type it: "2019-12-05", "5.12.2019",
// "5 dec 2019", "December 2019", "5 de diciembre de 2019", "2019". Where day
// and month could be either way round, as in "5/12/19", it returns both
// readings, day first, and no date. Anything else is a *DateError. Years of
// two digits are of the hundred years from 1970.
func ParseDate(s string) (briefing.Date, []briefing.Date, error) {
	parts := dateParts(s)
	numbers := dateNumbers.FindStringSubmatch(strings.TrimSpace(s))
	switch {
	case numbers != nil && len(numbers[1]) == 4: // 2019-12-05, 2019/12, 2019
		if d, ok := valid(atoi(numbers[1]), atoi(numbers[3]), atoi(numbers[5])); ok && (numbers[5] != "" || numbers[4] == "") {
			return d, nil, nil
		}
	case numbers != nil && numbers[5] != "" && (len(numbers[5]) == 4 || len(numbers[5]) == 2): // 5.12.2019, 5/12/19
		if numbers[2] == numbers[4] {
			return either(atoi(numbers[1]), atoi(numbers[3]), year(numbers[5]), numbers[2] == ".", s)
		}
	case numbers != nil && numbers[5] == "" && len(numbers[3]) == 4: // 12/2019
		if d, ok := valid(atoi(numbers[3]), atoi(numbers[1]), 0); ok && d.Month != 0 {
			return d, nil, nil
		}
	case numbers == nil:
		if d, ok := worded(parts); ok {
			return d, nil, nil
		}
	}
	return briefing.Date{}, nil, &DateError{strings.TrimSpace(s)}
}

var dateNumbers = regexp.MustCompile(`^(\d{1,4})(?:([-./])(\d{1,4})(?:([-./])(\d{1,4}))?)?[.]?$`)

// either reads day and month in both orders. With dots the day is first:
// nobody writes them otherwise.
func either(a, b, year int, dots bool, s string) (briefing.Date, []briefing.Date, error) {
	dayFirst, okDay := valid(year, b, a)
	monthFirst, okMonth := valid(year, a, b)
	okDay, okMonth = okDay && dayFirst.Complete(), okMonth && monthFirst.Complete() && !dots
	switch {
	case okDay && okMonth && a != b:
		return briefing.Date{}, []briefing.Date{dayFirst, monthFirst}, nil
	case okDay:
		return dayFirst, nil, nil
	case okMonth:
		return monthFirst, nil, nil
	}
	return briefing.Date{}, nil, &DateError{strings.TrimSpace(s)}
}

// worded reads a date with the month's name in it.
func worded(parts []string) (briefing.Date, bool) {
	day, month, yr := 0, 0, 0
	for _, p := range parts {
		switch m := monthNamed(p); {
		case m != 0 && month == 0:
			month = m
		case fillers[p] || strings.HasSuffix(p, "day"): // weekdays
		case p[0] >= '0' && p[0] <= '9':
			digits := strings.TrimRightFunc(p, unicode.IsLetter)
			ending := p[len(digits):]
			n := atoi(digits)
			switch {
			case len(digits) == 4 && yr == 0 && ending == "":
				yr = n
			case len(digits) <= 2 && day == 0 && ordinals[ending]:
				if day = n; n == 0 {
					return briefing.Date{}, false
				}
			case len(digits) == 2 && day != 0 && yr == 0 && ending == "":
				yr = year(digits)
			default:
				return briefing.Date{}, false
			}
		default:
			return briefing.Date{}, false
		}
	}
	if month == 0 || yr == 0 {
		return briefing.Date{}, false
	}
	return valid(yr, month, day)
}

// dateParts cuts a date into words and numbers, in lower case without accents.
func dateParts(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// months are the names by which a month is known in English, Spanish and
// French, without accents. A name may be cut to three letters or more, if it
// is still that of one month.
var months = [12][]string{
	{"january", "enero", "janvier"}, {"february", "febrero", "fevrier"}, {"march", "marzo", "mars"},
	{"april", "abril", "avril"}, {"may", "mayo", "mai"}, {"june", "junio", "juin"},
	{"july", "julio", "juillet"}, {"august", "agosto", "aout"}, {"september", "septiembre", "setiembre", "septembre"},
	{"october", "octubre", "octobre"}, {"november", "noviembre", "novembre"}, {"december", "diciembre", "decembre"},
}

var (
	fillers = map[string]bool{"of": true, "de": true, "del": true, "the": true, "el": true, "le": true,
		"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}
	ordinals = map[string]bool{"": true, "st": true, "nd": true, "rd": true, "th": true, "er": true, "o": true}
)

func monthNamed(word string) int {
	found := 0
	for i, names := range months {
		for _, name := range names {
			if word == name {
				return i + 1
			}
			if len(word) >= 3 && strings.HasPrefix(name, word) {
				if found != 0 && found != i+1 {
					return 0 // "jui" is June or July
				}
				found = i + 1
			}
		}
	}
	return found
}

// valid returns the date if it is on the calendar. Month and day may be 0.
func valid(y, m, d int) (briefing.Date, bool) {
	date := briefing.Date{Year: y, Month: m, Day: d}
	if y < 1000 || m < 0 || m > 12 || m == 0 && d != 0 {
		return briefing.Date{}, false
	}
	if d != 0 && time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() != d {
		return briefing.Date{}, false
	}
	return date, true
}

func year(digits string) int {
	y := atoi(digits)
	switch {
	case len(digits) == 4:
		return y
	case y < 70:
		return 2000 + y
	}
	return 1900 + y
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // digits only, four at most
	return n
}
