package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"example.org/attache/briefing"
)

// dateIn reads a date as pages state it. Of a time with an offset it takes
// the calendar day at that offset: the day the paper printed. A date that can
// be read two ways, such as 5/12/2019, is not read at all.
func dateIn(s string) briefing.Date {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 60 || s == "" {
		return briefing.Date{}
	}
	if m := isoDate.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := numericDate.FindStringSubmatch(s); m != nil {
		a, b := m[1], m[2]
		switch x, _ := strconv.Atoi(a); {
		case x > 12:
			return day(m[3], b, a)
		}
		switch y, _ := strconv.Atoi(b); {
		case y > 12:
			return day(m[3], a, b)
		}
		return briefing.Date{}
	}
	for _, layout := range []string{
		"January 2, 2006", "Jan 2, 2006", "January 2 2006", "2 January 2006", "2 Jan 2006", "02 January 2006", "Monday, January 2, 2006", "Mon, 02 Jan 2006",
		"Monday, 2 January 2006", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 15:04:05 2006",
		time.RFC1123, time.RFC1123Z, time.RFC850, "January 2, 2006 15:04", "January 2, 2006, 3:04 pm", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM",
		"2006-01", "2006",
	} {
		t, err := time.Parse(layout, s)
		if err != nil || !plausibleYear(t.Year()) {
			continue
		}
		switch layout {
		case "2006":
			return briefing.Date{Year: t.Year()}
		case "2006-01":
			return briefing.Date{Year: t.Year(), Month: int(t.Month())}
		}
		return briefing.DateOf(t)
	}
	return briefing.Date{}
}

var (
	// 2019-12-05, 2019/12/05, 20191205 and with a time after it.
	isoDate     = regexp.MustCompile(`^(\d{4})(?:-|/|\.|)(\d{2})(?:-|/|\.|)(\d{2})(?:$|[T ,]|\d{6}$)`)
	numericDate = regexp.MustCompile(`^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:$|[ ,T])`)
	addressDate = regexp.MustCompile(`(?:^|[/_-])(\d{4})[/_-]?(\d{2})[/_-]?(\d{2})(?:[/_.-]|$)`)
)

// dateline returns the day in a line such as "Published 11:11 PM Nov 19, 2019",
// if the line names just one.
func dateline(s string) briefing.Date {
	found := wordedDate.FindAllString(s, 2)
	if len(found) != 1 {
		return briefing.Date{}
	}
	return dateIn(strings.NewReplacer("Sept ", "Sep ", ".", "", ",", ", ").Replace(found[0]))
}

// wordedDate is a date with the month in English words, or the way ISO 8601
// wants it.
var wordedDate = regexp.MustCompile(`\b(?:` + months + `\.? \d{1,2},? ?\d{4}|\d{1,2} ` + months + `\.?,? \d{4}|\d{4}-\d{2}-\d{2})\b`)

const months = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`

// dateInAddress returns the date in a web address, such as /2019/12/05/.
func dateInAddress(address string) briefing.Date {
	_, path, _ := strings.Cut(address, "://")
	if m := addressDate.FindStringSubmatch(path); m != nil {
		return day(m[1], m[2], m[3])
	}
	return briefing.Date{}
}

// day returns a day of the calendar, or the unknown date if there is no such
// day.
func day(year, month, d string) briefing.Date {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	n, _ := strconv.Atoi(d)
	t := time.Date(y, time.Month(m), n, 0, 0, 0, 0, time.UTC)
	if !plausibleYear(y) || t.Year() != y || int(t.Month()) != m || t.Day() != n {
		return briefing.Date{}
	}
	return briefing.Date{Year: y, Month: m, Day: n}
}

// plausibleYear keeps placeholders such as 0001 and 1970-01-01's neighbours
// in the future out; newspapers are older than computers.
func plausibleYear(y int) bool { return 1700 <= y && y <= 2199 }
