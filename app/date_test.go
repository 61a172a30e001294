package app

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseDate(t *testing.T) {
	tests := []struct{ text, want string }{ // several readings are separated by a stroke
		{"2019-12-05", "2019-12-05"}, {"2019/12/5", "2019-12-05"}, {"2019-12", "2019-12"}, {" 2019 ", "2019"},
		{"5.12.2019", "2019-12-05"}, {"5.12.19", "2019-12-05"}, {"05.12.2019.", "2019-12-05"},
		{"5/12/19", "2019-12-05|2019-05-12"}, {"05-12-2019", "2019-12-05|2019-05-12"},
		{"5/5/19", "2019-05-05"}, {"25/12/2019", "2019-12-25"}, {"12/25/2019", "2019-12-25"},
		{"12/2019", "2019-12"}, {"5/12/85", "1985-12-05|1985-05-12"},
		{"5 dec 2019", "2019-12-05"}, {"Dec 5, 2019", "2019-12-05"}, {"December 5th, 2019", "2019-12-05"},
		{"the 5th of December 2019", "2019-12-05"}, {"Thursday, 5 December 2019", "2019-12-05"}, {"Thu 5 Dec 19", "2019-12-05"},
		{"December 2019", "2019-12"}, {"sept. 2019", "2019-09"}, {"5 de diciembre de 2019", "2019-12-05"},
		{"1er août 2019", "2019-08-01"}, {"5 DÉCEMBRE 2019", "2019-12-05"}, {"29 feb 2020", "2020-02-29"},
	}
	for _, tt := range tests {
		d, readings, err := ParseDate(tt.text)
		got := d.String()
		if len(readings) > 0 {
			var all []string
			for _, r := range readings {
				all = append(all, r.String())
			}
			got += strings.Join(all, "|")
		}
		if got != tt.want || err != nil {
			t.Errorf("ParseDate(%q) = %q, %v; want %q", tt.text, got, err, tt.want)
		}
	}
	for _, bad := range []string{"", "soon", "2019-13", "2019-02-30", "29 feb 2019", "5 dec", "32/1/2019", "0/1/2019", "31.4.2019",
		"5 jui 2019", "5 5 dec 2019", "5 dec jan 2019", "5-12/2019", "2019-12-05-01", "123", "0 dec 2019", "13/13/2019", "१२ dec 2019"} {
		var e *DateError
		if d, readings, err := ParseDate(bad); !errors.As(err, &e) || d.Known() || readings != nil {
			t.Errorf("ParseDate(%q) = %v, %v, %v; want an error", bad, d, readings, err)
		}
	}
}

// FuzzParseDate: a date that is read is on the calendar, and reads back from
// its own ISO form.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"5/12/19", "5 dec 2019", "2019", "1er août 2019", "\xff", "१२ dec 2019"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, readings, err := ParseDate(s)
		if err != nil {
			if !utf8.ValidString(s) {
				return
			}
			if !strings.Contains(fmt.Sprint(err), strings.TrimSpace(s)) {
				t.Errorf("ParseDate(%q): the error %q does not say of what", s, err)
			}
			return
		}
		if len(readings) == 0 {
			readings = append(readings, d)
		}
		for _, r := range readings {
			if again, _, err := ParseDate(r.String()); again != r || err != nil {
				t.Errorf("ParseDate(%q) = %v, which reads back as %v, %v", s, r, again, err)
			}
		}
	})
}
