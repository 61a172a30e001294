package dates

import (
	"strconv"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/pattern"
)

// Typed reads a text that is a date and nothing else, as people type it:
// "2019-12-05", "5.12.2019", "5 dec 2019", "December 2019", "5 de diciembre
// de 2019", "2019". Where day and month could be either way round, as in
// "5/12/19", it returns both readings, day first, and no date. ok is false if
// the text is no date. Years of two digits are of the hundred years from 1970.
func Typed(s string) (d briefing.Date, readings []briefing.Date, ok bool) {
	numbers := typedNumbers().FindStringSubmatch(strings.TrimSpace(s))
	switch {
	case numbers == nil:
		d, ok = worded(s)
		return d, nil, ok
	case len(numbers[1]) == 4: // 2019-12-05, 2019/12, 2019
		d, ok = valid(atoi(numbers[1]), atoi(numbers[3]), atoi(numbers[5]))
		if ok = ok && (numbers[5] != "" || numbers[4] == ""); ok {
			return d, nil, true
		}
	case numbers[5] != "" && (len(numbers[5]) == 4 || len(numbers[5]) == 2): // 5.12.2019, 5/12/19
		if numbers[2] == numbers[4] {
			return either(atoi(numbers[1]), atoi(numbers[3]), typedYear(numbers[5]), numbers[2] == ".")
		}
	case numbers[5] == "" && len(numbers[3]) == 4: // 12/2019
		d, ok = valid(atoi(numbers[3]), atoi(numbers[1]), 0)
		if ok = ok && d.Month != 0; ok {
			return d, nil, true
		}
	}
	return briefing.Date{}, nil, false
}

var typedNumbers = pattern.New(`^(\d{1,4})(?:([-./])(\d{1,4})(?:([-./])(\d{1,4}))?)?[.]?$`)

// either reads day and month in both orders. With dots the day is first:
// nobody writes them otherwise.
func either(a, b, year int, dots bool) (briefing.Date, []briefing.Date, bool) {
	dayFirst, okDay := valid(year, b, a)
	monthFirst, okMonth := valid(year, a, b)
	okDay, okMonth = okDay && dayFirst.Complete(), okMonth && monthFirst.Complete() && !dots
	switch {
	case okDay && okMonth && a != b:
		return briefing.Date{}, []briefing.Date{dayFirst, monthFirst}, true
	case okDay:
		return dayFirst, nil, true
	case okMonth:
		return monthFirst, nil, true
	}
	return briefing.Date{}, nil, false
}

// worded reads a date with the month's name in it.
func worded(s string) (briefing.Date, bool) {
	day, month, year := 0, 0, 0
	for _, p := range strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch m := monthBegun(p); {
		case m != 0 && month == 0:
			month = m
		case fillers[p] || strings.HasSuffix(p, "day") || shortWeekdays[p]:
		case p[0] >= '0' && p[0] <= '9':
			digits := strings.TrimRightFunc(p, unicode.IsLetter)
			ending := p[len(digits):]
			n := atoi(digits)
			switch {
			case len(digits) == 4 && year == 0 && ending == "":
				year = n
			case len(digits) <= 2 && day == 0 && ordinals[ending]:
				if day = n; n == 0 {
					return briefing.Date{}, false
				}
			case len(digits) == 2 && day != 0 && year == 0 && ending == "":
				year = century(n)
			default:
				return briefing.Date{}, false
			}
		default:
			return briefing.Date{}, false
		}
	}
	if month == 0 || year == 0 {
		return briefing.Date{}, false
	}
	return valid(year, month, day)
}

var shortWeekdays = map[string]bool{"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}

// monthBegun returns the month that a word names in any language, or of which
// it is the beginning, three letters or more, in those of the program.
func monthBegun(word string) int {
	if m := anyMonth(word, ""); m != 0 || len(word) < 3 {
		return m
	}
	found := 0
	for name, means := range monthNames() {
		for _, n := range means {
			if n.lang != "en" && n.lang != "es" && n.lang != "fr" || !strings.HasPrefix(name, word) || found == n.month {
				continue
			}
			if found != 0 {
				return 0 // "jui" is June or July
			}
			found = n.month
		}
	}
	return found
}

func typedYear(digits string) int {
	if len(digits) == 4 {
		return atoi(digits)
	}
	return century(atoi(digits))
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // digits only, four at most
	return n
}
