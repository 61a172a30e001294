package extract

import (
	"fmt"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// This stage finds days as the text words them: "Thursday", "March 9, 2023",
// "August 27th", "9 January", "2025-05-24", "next Tuesday", "yesterday". A
// weekday becomes a date only when the article's own date is known. It does
// not read spans of days ("July 14-16") beyond their first.

// findDates fills Findings.Dates.
func findDates(d *document) {
	for _, s := range d.Sentences {
		t := s.Tokens
		for i := 0; i < len(t); i++ {
			r, iso := dateAt(t, i, d.Article.Published)
			if r.Empty() {
				continue
			}
			b := seating.Basis(s, "date.written", .9, "")
			b.Evidence = []briefing.Span{r.Span(t)}
			d.Findings.Dates = append(d.Findings.Dates, briefing.DateMention{Text: r.Span(t).Of(d.Text), ISO: iso, Basis: b})
			i = r.To - 1
		}
	}
}

var weekdayNumbers = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
}

// monthOf returns the month that the token names. "May" and "March" must have
// their capital.
func monthOf(t lang.Token) time.Month {
	w := t.Lower
	if n := len(w); n > 1 && w[n-1] == '.' {
		w = w[:n-1]
	}
	if !t.Capital() {
		return 0
	}
	return time.Month(dates.Month(w, "en"))
}

// dayOf returns the day of the month that the token gives, 0 if none.
func dayOf(t lang.Token) int {
	n, digits := 0, 0
	for ; digits < len(t.Lower) && t.Lower[digits] >= '0' && t.Lower[digits] <= '9'; digits++ {
		n = 10*n + int(t.Lower[digits]-'0')
		if n > 1000 {
			return 0
		}
	}
	switch rest := t.Lower[digits:]; {
	case digits == 0 || n < 1 || n > 31:
		return 0
	case rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest[0] == '-':
		return n
	}
	return 0
}

// dateAt reads a date that begins at t[i]. Its ISO form is "" unless the text
// or the article's date fixes the day.
func dateAt(t []lang.Token, i int, published briefing.Date) (clause.Run, string) {
	if !t[i].Capital() && t[i].Kind != lang.Number && !t[i].Is("today", "yesterday", "tomorrow") {
		return clause.Run{}, ""
	}
	at := func(k int) lang.Token {
		if k < len(t) {
			return t[k]
		}
		return lang.Token{}
	}
	if len(t[i].Lower) == 10 && t[i].Kind == lang.Number {
		if d, err := briefing.ParseISODate(t[i].Lower); err == nil && d.Complete() {
			return clause.Between(i, i+1), d.String()
		}
	}
	if m := monthOf(t[i]); m > 0 { // "March 9, 2023", "August 27th"
		day := dayOf(at(i + 1))
		if day == 0 {
			return clause.Run{}, ""
		}
		end := i + 2
		year := 0
		if at(end).Lower == "," && clause.YearOf(at(end+1).Lower) > 0 {
			year = clause.YearOf(at(end + 1).Lower)
			end += 2
		} else if clause.YearOf(at(end).Lower) > 0 {
			year = clause.YearOf(at(end).Lower)
			end++
		}
		return clause.Between(i, end), iso(year, m, day, published)
	}
	if day := dayOf(t[i]); day > 0 && monthOf(at(i+1)) > 0 { // "9 January 2023"
		end := i + 2
		year := clause.YearOf(at(end).Lower)
		if year > 0 {
			end++
		}
		return clause.Between(i, end), iso(year, monthOf(at(i+1)), day, published)
	}
	if w, ok := weekdayNumbers[t[i].Lower]; ok && t[i].Capital() {
		// "Thursday, 5 December": the fuller form wins.
		if at(i+1).Lower == "," {
			if r, s := dateAt(t, min(i+2, len(t)-1), published); !r.Empty() && r.From == i+2 && i+2 < len(t) {
				return clause.Between(i, r.To), s
			}
		}
		future := tense(t, i)
		from, ahead, back := i, future, false
		if i > 0 && t[i-1].Is("last", "next", "this") {
			from--
			ahead, back = t[i-1].Is("next") || t[i-1].Is("this") && future, t[i-1].Is("last")
		}
		return clause.Between(from, i+1), nearest(w, published, ahead, back)
	}
	if t[i].Is("today", "yesterday", "tomorrow") {
		if !published.Complete() {
			return clause.Between(i, i+1), ""
		}
		days := map[string]int{"yesterday": -1, "tomorrow": 1}[t[i].Lower]
		return clause.Between(i, i+1), briefing.DateOf(published.Time().AddDate(0, 0, days)).String()
	}
	return clause.Run{}, ""
}

// iso returns the date, with the year of the article where the text has none
// and the day lies within half a year of it.
func iso(year int, m time.Month, day int, published briefing.Date) string {
	if year == 0 {
		if !published.Complete() {
			return ""
		}
		year = published.Year
		for _, y := range []int{year - 1, year, year + 1} {
			gap := time.Date(y, m, day, 0, 0, 0, 0, time.UTC).Sub(published.Time())
			if gap.Abs() < 183*24*time.Hour {
				year = y
			}
		}
	}
	s := fmt.Sprintf("%04d-%02d-%02d", year, m, day)
	if _, err := briefing.ParseISODate(s); err != nil {
		return "" // 31 June
	}
	return s
}

// nearest returns the day of that name next to the article's date: the last
// one, today's included, or the coming one.
func nearest(w time.Weekday, published briefing.Date, future, last bool) string {
	if !published.Complete() {
		return ""
	}
	p := published.Time()
	days := (int(p.Weekday()) - int(w) + 7) % 7
	if last && days == 0 {
		days = 7
	}
	if future {
		days = -((7 - days) % 7)
	}
	return briefing.DateOf(p.AddDate(0, 0, -days)).String()
}

// tense reports whether the clause around the token speaks of the future.
func tense(t []lang.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-16; k-- {
		switch {
		case t[k].Is("will", "to", "would", "next") && k+1 < len(t) && !t[k+1].Capital() && !clause.Determiners[t[k+1].Lower]:
			return true
		case clause.PastLike(t[k]) && !clause.Auxiliaries[t[k].Lower] && !t[k].Is("scheduled", "expected", "planned", "set"):
			return false
		}
	}
	return false
}
