package app_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// copied is an article with something of everything that a copy has to carry.
const copied = `Estonian Foreign Minister Maret Kask met Latvian Foreign Minister Juris Bergs in Tartu on Monday to discuss timber.

The two countries agreed to rebuild the old border bridge by May 2031.

Latvia offered 20 million euros for the border bridge.

“The bridge will be wide enough for everybody,” Bergs said at the end of the day.
`

// drafted imports the article and drafts its briefing.
func drafted(t *testing.T) (*app.App, briefing.Briefing) {
	t.Helper()
	a := newApp(t)
	r, err := a.Import(ctx, []string{filepath.Join(put(t, map[string]string{"bridge.txt": copied}), "bridge.txt")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := a.Draft(ctx, []briefing.ArticleID{r.Events[0].Article})
	if err != nil {
		t.Fatal(err)
	}
	return a, b
}

// What is copied has what the page has: marking, sides, speakers, the mark of
// the analyst's own lines and of lines nobody verified, the other meeting, and
// the sources.
func TestCopyText(t *testing.T) {
	a, b := drafted(t)
	b.Details.Marking, b.Details.TLP = "Official", "TLP:GREEN"
	for i := range b.Sections {
		s := &b.Sections[i]
		switch s.Kind {
		case briefing.AgendaSection:
			s.Lines[0].Meeting = briefing.EarlierMeeting
		case briefing.QuotesSection:
			s.Lines[0].Status = briefing.Verified
		case briefing.NextStepsSection:
			s.Lines = append(s.Lines, briefing.Line{ID: "own", Kind: briefing.AnalystLine, Status: briefing.Edited, Wording: briefing.Wording{Text: "Watch the toll."}})
		}
	}
	text, err := a.CopyText(ctx, b, app.ExportOptions{Unverified: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"OFFICIAL TLP:GREEN\n", "Estonia\n• Maret Kask (Head), Foreign Minister [", "Latvia\n• Juris Bergs", "Latvia offered 20 million euros", "Comment: Watch the toll.", "earlier meeting",
		"Rebuild the old border bridge by May 2031 — Estonia, Latvia · agreed", "unverified", "— Juris Bergs · Foreign Minister", "SOURCES\n1 bridge.txt"} {
		if !strings.Contains(text, want) {
			t.Errorf("the copy has no %q:\n%s", want, text)
		}
	}
	if strings.Count(text, "TLP:GREEN") != 2 {
		t.Errorf("the marking does not stand at both ends:\n%s", text)
	}
	few, err := a.CopyText(ctx, b, app.ExportOptions{})
	if err != nil || strings.Contains(few, "timber") || !strings.Contains(few, "wide enough") {
		t.Errorf("a copy of verified lines only: %v\n%s", err, few)
	}
	quote := b.Section(briefing.QuotesSection).Lines[0]
	if line, err := a.CopyLine(ctx, b, quote.ID); err != nil || line != "“The bridge will be wide enough for everybody,” — Juris Bergs · Foreign Minister" {
		t.Errorf("a copied quotation is %q, %v", line, err)
	}
	member := b.Section(briefing.DelegationsSection).Lines[0]
	if line, err := a.CopyLine(ctx, b, member.ID); err != nil || !strings.HasPrefix(line, "Maret Kask (Head), Foreign Minister") || !strings.HasSuffix(line, "unverified (Estonia)") {
		t.Errorf("a copied member is %q, %v", line, err)
	}
}

// What export is stopped for is not copied either, line or page.
func TestCopyGate(t *testing.T) {
	a, b := drafted(t)
	agreements := func(b briefing.Briefing) *briefing.Line { return &b.Section(briefing.AgreementsSection).Lines[0] }
	for _, tt := range []struct {
		name   string
		change func(*briefing.Briefing)
		want   error
	}{
		{"marked above the page", func(b *briefing.Briefing) { b.Details.TLP = "TLP:GREEN"; agreements(*b).Marking = "TLP:RED" }, briefing.ErrMarking},
		{"a word invented", func(b *briefing.Briefing) { agreements(*b).Text = "Rebuild the new border bridge" }, briefing.ErrInvented},
		{"a figure taken out", func(b *briefing.Briefing) {
			b.Section(briefing.PositionsSection).Lines[0].Text = "offered million euros"
		}, briefing.ErrInvented},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := b.Clone()
			tt.change(&b)
			if text, err := a.CopyText(ctx, b, app.ExportOptions{Unverified: true}); !errors.Is(err, tt.want) || text != "" {
				t.Errorf("CopyText: %q, %v; want %v", text, err, tt.want)
			}
			if _, err := a.CheckExport(ctx, b, app.ExportOptions{Format: app.PDF, Unverified: true}); !errors.Is(err, tt.want) {
				t.Errorf("CheckExport: %v, want %v", err, tt.want)
			}
			l := *agreements(b)
			if tt.name == "a figure taken out" {
				l = b.Section(briefing.PositionsSection).Lines[0]
			}
			if text, err := a.CopyLine(ctx, b, l.ID); !errors.Is(err, tt.want) || text != "" {
				t.Errorf("CopyLine: %q, %v; want %v", text, err, tt.want)
			}
		})
	}
}
