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
				l.SameOrigin, l.Undated, l.NoDay, l.Untold, l.Computed, l.Saved, l.Method,
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

func TestNote(t *testing.T) {
	undated, dated := briefing.ArticleRef{ID: "a"}, briefing.ArticleRef{ID: "b", Published: briefing.Date{Year: 2019, Month: 12, Day: 6}}
	from := func(ids ...briefing.ArticleID) (from []briefing.Evidence) {
		for _, id := range ids {
			from = append(from, briefing.Evidence{Article: id})
		}
		return from
	}
	for _, tt := range []struct {
		name, label string
		wording     briefing.Wording
		from        []briefing.Evidence
		kind        briefing.LineKind
		want        string
	}{
		{"computed", briefing.WhenLabel, briefing.Wording{Text: "Thursday", Mode: "2019-12-05"}, from("b"), briefing.ExtractLine, "5 Dec 2019, computed"},
		{"article without a date", briefing.WhenLabel, briefing.Wording{Text: "Thursday"}, from("a"), briefing.ExtractLine, "article date not given"},
		{"one of two with a date", briefing.WhenLabel, briefing.Wording{Text: "Thursday"}, from("a", "b"), briefing.ExtractLine, ""},
		{"the text gives the year", briefing.WhenLabel, briefing.Wording{Text: "5 December 2019"}, from("a"), briefing.ExtractLine, ""},
		{"the analyst's own", briefing.WhenLabel, briefing.Wording{Text: "Thursday"}, nil, briefing.AnalystLine, ""},
		{"one side", briefing.AccountLabel, briefing.Wording{Text: "the Ruritanian ministry", Side: "Ruritania"}, from("a"), briefing.ExtractLine, "one side only: Ruritania"},
		{"both sides", briefing.AccountLabel, briefing.Wording{Text: "a joint statement"}, from("a"), briefing.ExtractLine, ""},
		{"a place", briefing.WhereLabel, briefing.Wording{Text: "Zenda"}, from("a"), briefing.ExtractLine, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := briefing.Line{Kind: tt.kind, Label: tt.label, Wording: tt.wording, From: tt.from}
			if got := LabelsFor("en").Note(l, []briefing.ArticleRef{undated, dated}); got != tt.want {
				t.Errorf("Note(%q) = %q, want %q", tt.wording.Text, got, tt.want)
			}
		})
	}
}

// Words that the Markdown reader has to understand are read back.
func TestModeAndSideOf(t *testing.T) {
	for _, lang := range Languages() {
		l := LabelsFor(lang)
		for _, mode := range []string{"2019-12-05", "2019-12", "2019", "1911-05-31", "agreed", "rejected", "of its own", ""} {
			if got := l.ModeOf(l.Mode(mode)); got != mode {
				t.Errorf("%s: mode %q is printed %q and read as %q", lang, mode, l.Mode(mode), got)
			}
		}
		for _, side := range []string{"Ruritania", "the Three Rivers", ""} {
			if got := l.SideOf(l.OneSide(side)); got != side {
				t.Errorf("%s: side %q is read back from %q as %q", lang, side, l.OneSide(side), got)
			}
		}
	}
}
