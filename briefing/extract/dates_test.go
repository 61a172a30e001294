package extract

import (
	"testing"

	"example.org/attache/briefing"
)

func TestDates(t *testing.T) {
	thursday := briefing.Date{Year: 2019, Month: 12, Day: 5} // a Thursday
	tests := []struct {
		name, text string
		published  briefing.Date
		want, iso  string
	}{
		{"weekday, date unknown", "They met on Thursday.", briefing.Date{}, "Thursday", ""},
		{"weekday before", "They met on Tuesday.", thursday, "Tuesday", "2019-12-03"},
		{"the same weekday", "They met on Thursday.", thursday, "Thursday", "2019-12-05"},
		{"weekday to come", "They will meet on Monday.", thursday, "Monday", "2019-12-09"},
		{"last", "They met last Thursday.", thursday, "last Thursday", "2019-11-28"},
		{"year in the text", "They met on March 9, 2023 in Lima.", briefing.Date{}, "March 9, 2023", "2023-03-09"},
		{"British order", "They met on 9 January 2023.", briefing.Date{}, "9 January 2023", "2023-01-09"},
		{"no year", "It was founded on August 27th.", thursday, "August 27th", "2019-08-27"},
		{"over the new year", "They meet again on January 9.", thursday, "January 9", "2020-01-09"},
		{"no year, date unknown", "It was founded on August 27th.", briefing.Date{}, "August 27th", ""},
		{"no such day", "They met on June 31, 2020.", briefing.Date{}, "June 31, 2020", ""},
		{"may is a verb", "They may 9 times out of ten.", thursday, "", ""},
		{"today", "They met today.", thursday, "today", "2019-12-05"},
		{"yesterday in a new month", "They met yesterday.", briefing.Date{Year: 2019, Month: 12, Day: 1}, "yesterday", "2019-11-30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Extract(&briefing.Article{ID: briefing.IDOf(tt.text), Text: tt.text, Published: tt.published})
			got, iso := "", ""
			if len(f.Dates) > 0 {
				got, iso = f.Dates[0].Text, f.Dates[0].ISO
			}
			if got != tt.want || iso != tt.iso {
				t.Errorf("dates of %q, published %q: got %q, %q; want %q, %q", tt.text, tt.published, got, iso, tt.want, tt.iso)
			}
		})
	}
}
