// Package dates reads days of the calendar as people and programs write them:
// "5 December 2019", "12. 2. 2024", "2024年2月12日", "Tue, 02/13/2024 - 17:57",
// "2019-12-05T08:00:00Z". The month names are those of assets/lexicon/months.
//
// It is the one reader of dates: what a page states (Stated), what stands in a
// text (Find), what a person types (Typed) and what an address says
// (InAddress). Days that a text tells by another day, such as "on Thursday",
// are the business of package extract.
package dates

import (
	"strings"
	"time"

	"golang.org/x/text/language"

	"example.org/attache/briefing"
)

// Found is a day that stands in a text.
type Found struct {
	briefing.Span               // of the day, without a weekday or time beside it
	Date          briefing.Date // complete
	// Other is the day it is too if the month stands first: 5/12/2019. It is
	// known only where the text's language does not decide.
	Other briefing.Date
}

// Sure reports whether the day can be read one way only.
func (f Found) Sure() bool { return !f.Other.Known() }

// Find returns the days of a text in order. lang is the text's language as
// BCP 47 has it, or ""; it decides which of day and month stands first and
// what names like "listopada" mean.
func Find(text, lang string) []Found {
	if !strings.ContainsFunc(text, isDigit) {
		return nil
	}
	s := scanner{tokens: tokensOf(text), reads: readsOf(lang)}
	var found []Found
	for i := 0; i < len(s.tokens); {
		f, n := s.at(i)
		if n == 0 {
			i++
			continue
		}
		f.Span = briefing.Span{Start: s.tokens[i].Start, End: s.tokens[i+n-1].End}
		found = append(found, f)
		i += n
	}
	return found
}

// Stated reads a date as files state it in a field of their own, perhaps with
// a weekday and a time, perhaps only to the month or year. Of a time with an
// offset it takes the calendar day at that offset: the day the paper printed.
// A date that can be read two ways is not read, and neither is a value that
// holds two different days.
func Stated(value, lang string) briefing.Date {
	value = strings.Join(strings.Fields(value), " ")
	const most = 80 // bytes: longer ones are no dates
	if value == "" || len(value) > most {
		return briefing.Date{}
	}
	if len(Find(value, lang)) > 0 {
		return Only(value, lang)
	}
	if d, readings, ok := Typed(value); ok && len(readings) == 0 && Plausible(d.Year) {
		return d
	}
	return briefing.Date{}
}

// Only returns the day that a line such as "Published 11:11 PM Nov 19, 2019"
// names, if it names just one and that one way.
func Only(line, lang string) briefing.Date {
	found := Find(line, lang)
	if len(found) == 0 {
		return briefing.Date{}
	}
	for _, f := range found {
		if !f.Sure() || f.Date != found[0].Date {
			return briefing.Date{}
		}
	}
	return found[0].Date
}

// reads says how the texts of a language write their dates.
type reads struct {
	lang       string // its base, such as "en"
	dayFirst   bool
	monthFirst bool
}

// readsOf returns how a language reads. Only the United States and the
// Philippines put the month first in numbers; English alone says nothing, nor
// does Canada.
func readsOf(lang string) reads {
	tag, err := language.Parse(lang)
	if err != nil || tag == language.Und {
		return reads{}
	}
	base, _ := tag.Base()
	region, sure := tag.Region()
	r := reads{lang: base.String()}
	switch {
	case r.lang != "en" && region.String() != "CA" && region.String() != "US":
		r.dayFirst = true
	case sure == language.Exact && (region.String() == "US" || region.String() == "PH"):
		r.monthFirst = r.lang == "en"
	case sure == language.Exact && r.lang == "en" && region.String() != "CA":
		r.dayFirst = true
	}
	return r
}

// Day returns a day of the calendar, or the unknown date if there is no such
// day, or none that an article could be of.
func Day(year, month, day int) briefing.Date {
	if day < 1 || !Plausible(year) {
		return briefing.Date{}
	}
	d, ok := valid(year, month, day)
	if !ok {
		return briefing.Date{}
	}
	return d
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

// Plausible reports whether an article can be of a year: it keeps placeholders such as the year 1 out; newspapers are older
// than computers.
func Plausible(y int) bool { return 1700 <= y && y <= 2199 }

// century returns the year of a number of two digits: of the hundred years
// from 1970.
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}
