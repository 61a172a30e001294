package ingest

import (
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
)

func TestPageThatEndsEarly(t *testing.T) {
	whole := "<!DOCTYPE html><html><head><title>The bridge</title></head><body><article><p>The ministers met on Monday and agreed on a text.</p><p>They will meet again in May.</p></article></body></html>"
	for _, tt := range []struct {
		name, page string
		want       bool
	}{
		{"whole", whole, false},
		{"cut in a word", whole[:strings.Index(whole, "again")+3], true},
		{"cut in a tag", whole[:strings.Index(whole, "</article")+4], true},
		{"cut off, in capitals", strings.ToUpper(whole[:strings.Index(whole, "again")+3]), true},
		{"end tags left out", "<html><body><p>They met on Monday.</p><p>They agreed.</p>\n", false},
		{"piece of a page", "<p>The ministers met on Monday and agreed", false},
		{"blank lines at the end", whole + "\n\n", false},
	} {
		a, notes, err := Read("a.html", strings.NewReader(tt.page))
		if err != nil || a.Text == "" {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := slices.ContainsFunc(notes, func(n draft.Note) bool { return n.Code == draft.EndsEarly })
		if got != tt.want {
			t.Errorf("%s: notes %v, want ends-early: %v", tt.name, notes, tt.want)
		}
	}
}

func TestReadings(t *testing.T) {
	latin := []byte("El ministro visit\xf3 la regi\xf3n de C\xe1diz ma\xf1ana por la ma\xf1ana.")
	for _, tt := range []struct {
		name  string
		data  []byte
		first string
		says  string
	}{
		{"letters of Western Europe", latin, "windows-1252", "región de Cádiz mañana"},
		{"UTF-8 with one broken letter", append([]byte("Años después, los niños siguieron en la región y mañana verán más montañas de España aquí "), 0xF3, '.'), "utf-8", "Años después"},
		{"good UTF-8", []byte("Mañana en la región"), "utf-8", "Mañana en la región"},
	} {
		all := letters.Readings(tt.data)
		if len(all) < 2 || all[0].Encoding != tt.first || !strings.Contains(all[0].Sample, tt.says) {
			t.Errorf("%s: %+v, want %s first, with %q", tt.name, all, tt.first, tt.says)
		}
		for i := 2; i < len(all); i++ {
			if all[i].Bad < all[i-1].Bad {
				t.Errorf("%s: %s is after one that reads worse", tt.name, all[i].Encoding)
			}
		}
	}
}
