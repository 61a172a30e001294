package page

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

func TestLabelsComplete(t *testing.T) {
	english := LabelsFor("en")
	for _, lang := range Languages() {
		t.Run(lang, func(t *testing.T) {
			l, err := readLabels(lang)
			if err != nil {
				t.Fatal(err)
			}
			got, want := slices.Sorted(maps.Keys(l.text)), slices.Sorted(maps.Keys(english.text))
			if !slices.Equal(got, want) {
				t.Errorf("%s has the keys %q, English has %q", lang, got, want)
			}
			for key, text := range l.text {
				for _, slot := range []string{"%d", "%s"} {
					if strings.Count(text, slot) != strings.Count(english.text[key], slot) {
						t.Errorf("%s = %q has not the %s that English has in %q", key, text, slot, english.text[key])
					}
				}
			}
			for _, k := range briefing.SectionKinds {
				if l.Sections[k] == "" {
					t.Errorf("section %q has no heading", k)
				}
			}
			for _, m := range []string{
				string(briefing.Signed), string(briefing.Agreed), string(briefing.Pledged), string(briefing.Announced),
				string(briefing.Proposed), string(briefing.Rejected), string(briefing.Offered), string(briefing.Asked),
				string(briefing.Demanded), string(briefing.Refused), string(briefing.Expected), string(briefing.StatedBy),
				string(briefing.SupportedMode),
			} {
				if l.Statuses[m] == "" {
					t.Errorf("mode %q has no word", m)
				}
			}
			for _, s := range []string{
				l.Untitled, l.Title, l.When, l.Where, l.Account, l.PreparedBy, l.AsOf, l.Sources, l.Source, l.Evidence,
				l.Back, l.Head, l.Comment, l.NoSide, l.Earlier, l.Suggested, l.Edited, l.Conflict, l.Stale, l.Analyst,
				l.AllSuggested, l.PageOf, l.HeldOne, l.HeldMany, l.MoreSources, l.Origins, l.OneOrigin, l.OneSideOnly,
				l.SameOrigin, l.Undated, l.Untold, l.Computed, l.Saved, l.Method,
			} {
				if s == "" {
					t.Errorf("a field of Labels is empty: %+v", l)
				}
			}
		})
	}
}

func TestLabelsInWords(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"one held", LabelsFor("en").Held(1), "1 further line on file"},
		{"several held", LabelsFor("en").Held(3), "3 further lines on file"},
		{"none in French is singular", LabelsFor("fr").Held(0), "0 autre ligne au dossier"},
		{"none in Spanish is plural", LabelsFor("es-MX").Held(0), "0 líneas más en archivo"},
		{"page", LabelsFor("fr").PageOf, "Page 1 sur 1"},
		{"one side", LabelsFor("en").OneSide("Ruritania"), "one side only: Ruritania"},
		{"unknown language", LabelsFor("tlh").Sources, "Sources"},
		{"day", LabelsFor("en").Date(briefing.Date{Year: 2019, Month: 12, Day: 5}), "5 Dec 2019"},
		{"month", LabelsFor("es").Date(briefing.Date{Year: 2019, Month: 1}), "ene 2019"},
		{"year", LabelsFor("fr").Date(briefing.Date{Year: 2019}), "2019"},
		{"no date", LabelsFor("fr").Date(briefing.Date{}), "sans date indiquée"},
		{"mode", LabelsFor("es").Mode("agreed"), "acordado"},
		{"unknown mode", LabelsFor("es").Mode("mulled"), "mulled"},
		{"earlier meeting", LabelsFor("fr").Meeting(briefing.EarlierMeeting), "réunion antérieure"},
		{"named meeting", LabelsFor("fr").Meeting("National Palace"), "National Palace"},
		{"one publisher, written in two ways", LabelsFor("en").SourceSummary([]briefing.ArticleRef{
			{Outlet: "Echo"}, {Outlet: "echo", Published: briefing.Date{Year: 1911}},
		}), "2 articles, 1 publisher, 1 origin, 1 without date"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestLabelWords(t *testing.T) {
	words := LabelsFor("en").Words()
	for _, w := range []string{"bottom", "line", "head", "unverified", "further", "on", "file", "page", "of", "agreed"} {
		if _, ok := slices.BinarySearch(words, w); !ok {
			t.Errorf("%q is not among the words of the labels %q", w, words)
		}
	}
	for _, w := range words {
		if strings.ContainsAny(w, "%0123456789 :.") {
			t.Errorf("%q is not a word", w)
		}
	}
}
