package dates

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/attache/briefing"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, lang, want string }{ // several days are separated by a blank, readings by a stroke
		{"Published 9:00 PM Dec. 5, 2019", "en", "2019-12-05"},
		{"Published: Thursday 5 December 2019, 08:00 GMT", "", "2019-12-05"},
		{"Published 27 August 2024, updated 30 August 2024", "", "2024-08-27 2024-08-30"},
		{"Tue, 02/13/2024 - 17:57", "", "2024-02-13"},
		{"Thu Dec  5 17:57:00 CET 2019", "", "2019-12-05"},
		{"2019-12-05T23:30:00-06:00", "", "2019-12-05"},
		{"20191205 and 20191205080000", "", "2019-12-05 2019-12-05"},
		{"5/12/2019", "", "2019-12-05|2019-05-12"},
		{"5/12/2019", "en", "2019-12-05|2019-05-12"},
		{"5/12/2019", "en-GB", "2019-12-05"},
		{"5/12/2019", "en_US", "2019-05-12"},
		{"5/12/2019", "fr", "2019-12-05"},
		{"5/12/2019", "fr-CA", "2019-12-05|2019-05-12"},
		{"5.12.2019 um 8.30 Uhr", "", "2019-12-05"},
		{"am 05.12.19", "de", "2019-12-05"},
		{"Donnerstag, 5. Dezember 2019", "de", "2019-12-05"},
		{"le 1er août 2019", "fr", "2019-08-01"},
		{"jeudi 5 décembre 2019, p. 3", "", "2019-12-05"},
		{"5 de diciembre de 2019", "es", "2019-12-05"},
		{"5 de dezembro de 2019 às 10h30", "pt", "2019-12-05"},
		{"12. 2. 2024", "cs", "2024-02-12"},
		{"5. prosince 2019", "cs", "2019-12-05"},
		{"5 grudnia 2019 r.", "pl", "2019-12-05"},
		{"12 listopada 2019", "pl", "2019-11-12"},
		{"12 listopada 2019", "hr", "2019-10-12"},
		{"12 listopada 2019", "", ""},
		{"2024. február 12.", "hu", "2024-02-12"},
		{"2024. 02. 12. 08:15", "hu", "2024-02-12"},
		{"2024 m. vasario 12 d.", "lt", "2024-02-12"},
		{"2024. gada 12. februāris", "lv", "2024-02-12"},
		{"5. joulukuuta 2019", "fi", "2019-12-05"},
		{"5 Aralık 2019 Perşembe", "tr", "2019-12-05"},
		{"5 декабря 2019 г.", "ru", "2019-12-05"},
		{"5 грудня 2019", "uk", "2019-12-05"},
		{"5 Δεκεμβρίου 2019", "el", "2019-12-05"},
		{"٥ ديسمبر ٢٠١٩", "ar", "2019-12-05"},
		{"5 كانون الأول 2019", "ar", "2019-12-05"},
		{"5 בדצמבר 2019", "he", "2019-12-05"},
		{"5 दिसंबर 2019", "hi", "2019-12-05"},
		{"2019年12月5日", "ja", "2019-12-05"},
		{"2019년 12월 5일", "ko", "2019-12-05"},
		{"ngày 5 tháng 12 năm 2019", "vi", "2019-12-05"},
		{"5-Dec-2019", "", "2019-12-05"},
		{"05-Dec-19", "", "2019-12-05"},
		{"5 Dec\u200e 2019", "", "2019-12-05"},
		// No days, or none that are certain:
		{"version 1.2.2019.4", "", ""},
		{"2019-02-30", "", ""},
		{"December 2019", "", ""},
		{"on 5 December", "", ""},
		{"10.12.13", "", "2013-12-10"},
		{"call 555-12-2019", "", ""},
		{"at 5:12:2019", "", ""},
		{"item20191205", "", ""},
		{"32/13/2019", "", ""},
	} {
		var all []string
		for _, f := range Find(tt.text, tt.lang) {
			s := f.Date.String()
			if !f.Sure() {
				s += "|" + f.Other.String()
			}
			all = append(all, s)
		}
		if got := strings.Join(all, " "); got != tt.want {
			t.Errorf("Find(%q, %q) = %q, want %q", tt.text, tt.lang, got, tt.want)
		}
	}
}

func TestFindTellsWhere(t *testing.T) {
	const text = "Oslo, le 5 décembre 2019 à midi"
	found := Find(text, "fr")
	if len(found) != 1 || found[0].Of(text) != "5 décembre 2019" {
		t.Errorf("Find(%q) = %v", text, found)
	}
}

func TestStated(t *testing.T) {
	for _, tt := range []struct{ value, lang, want string }{
		{"2019-12-06T05:30:00.000Z", "", "2019-12-06"}, {"2019-12-05 10:11:12", "", "2019-12-05"},
		{"Thu, 05 Dec 2019 10:00:00 GMT", "", "2019-12-05"}, {"December 5, 2019 8:00 am", "", "2019-12-05"},
		{"Thu, 12/05/2019 - 17:57", "", ""}, {"Thu, 12/05/2019 - 17:57", "en-US", "2019-12-05"},
		{"25/12/2019", "", "2019-12-25"}, {"12/25/2019", "", "2019-12-25"}, {"05/12/2019", "", ""},
		{"2019-12", "", "2019-12"}, {"2019", "", "2019"}, {"December 2019", "", "2019-12"},
		{"0001-01-01T00:00:00Z", "", ""}, {"1575500000", "", ""}, {"yesterday", "", ""}, {"", "", ""},
		{"2019-12-05 to 2019-12-07", "", ""},
	} {
		if got := Stated(tt.value, tt.lang).String(); got != tt.want {
			t.Errorf("Stated(%q, %q) = %q, want %q", tt.value, tt.lang, got, tt.want)
		}
	}
}

func TestInAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/2019/12/05/talks": "2019-12-05", "https://a.example/talks-20191205.html": "2019-12-05",
		"https://a.example/2019/13/05/talks": "", "https://a.example/id/201912051": "", "2019/12/05": "", "": "",
	} {
		if got := InAddress(in).String(); got != want {
			t.Errorf("InAddress(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMonthsAreWhole: each language names all twelve, and reads its own.
func TestMonthsAreWhole(t *testing.T) {
	seen := map[string]map[int]bool{}
	for name, means := range monthNames() {
		for _, n := range means {
			if n.month < 1 || n.month > 12 {
				t.Errorf("%s: %q is month %d", n.lang, name, n.month)
			}
			if seen[n.lang] == nil {
				seen[n.lang] = map[int]bool{}
			}
			seen[n.lang][n.month] = true
			if got := Month(name, n.lang); got != n.month {
				t.Errorf("Month(%q, %q) = %d, want %d", name, n.lang, got, n.month)
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("%d languages, want at least 30", len(seen))
	}
	for lang, months := range seen {
		if len(months) != 12 {
			t.Errorf("%s has %d months", lang, len(months))
		}
	}
}

// FuzzFind: a day that is found is on the calendar and stands in the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"5 December 2019", "5/12/2019", "2019年12月5日", "Thu Dec 5 17:57:00 CET 2019", "2024. gada 12. februāris"} {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		end := 0
		for _, d := range Find(s, lang) {
			if d.Start < end || d.End > len(s) || d.Start >= d.End {
				t.Fatalf("Find(%q) = %v", s, d)
			}
			if utf8.ValidString(s) && !utf8.ValidString(d.Of(s)) {
				t.Errorf("Find(%q) cuts a letter: %q", s, d.Of(s))
			}
			if again, err := briefing.ParseISODate(d.Date.String()); err != nil || again != d.Date {
				t.Errorf("Find(%q) = %v, which reads back as %v, %v", s, d.Date, again, err)
			}
			end = d.End
		}
		Stated(s, lang)
	})
}
