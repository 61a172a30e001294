package briefing

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRepair(t *testing.T) {
	member := func(id LineID, name, title, side string) Line {
		return Line{ID: id, Kind: ExtractLine, Status: Verified, Wording: Wording{Text: name, Title: title, Side: side}}
	}
	start := Blank()
	put := func(kind SectionKind, lines ...Line) {
		s, err := start.section(kind)
		if err != nil {
			t.Fatal(err)
		}
		s.Lines = lines
	}
	locked := member("m4", "Ana Ruiz", "Secretaries of Trade", "Mexico")
	locked.Locked = true
	put(DelegationsSection, member("m1", "Ana Ruiz", "Secretaries of Trade", "Mexico"),
		member("m2", "Juan Soto", "Secretaries of Trade", "Mexico"), member("m3", "Ann Lee", "Ambassador", "U.S."), locked)
	put(QuotesSection, Line{ID: "q1", Kind: QuoteLine, Wording: Wording{Text: "We agree", Speaker: "Ana Ruiz", Title: "Secretaries of Trade"}})
	put(PositionsSection, Line{ID: "p1", Kind: ExtractLine, Wording: Wording{Text: "asked for time", Speaker: "Ana Ruiz"}})
	put(AgreementsSection, Line{ID: "a1", Kind: ExtractLine, Wording: Wording{Text: "meet again", Parties: []string{"Mexico", "U.S."}}})

	for _, test := range []struct {
		name   string
		line   LineID
		change func(*Wording)
		want   []LineID
	}{
		{"title of one person, not of another with the same", "m1", func(w *Wording) { w.Title = "Secretary of Trade" }, []LineID{"q1"}},
		{"name", "m1", func(w *Wording) { w.Text = "Anna Ruiz" }, []LineID{"p1", "q1"}},
		{"speaker", "q1", func(w *Wording) { w.Speaker = "Anna Ruiz" }, []LineID{"m1", "p1"}},
		{"side renamed", "m3", func(w *Wording) { w.Side = "United States" }, []LineID{"a1"}},
		{"member moved to the other side", "m2", func(w *Wording) { w.Side = "U.S." }, nil},
		{"text of an agreement", "a1", func(w *Wording) { w.Text = "meet again soon" }, nil},
		{"title taken away", "m1", func(w *Wording) { w.Title = "" }, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, _, _, _ := start.Find(test.line)
			old, now := l.Wording, l.clone().Wording
			test.change(&now)
			edit, err := start.Reword(test.line, now)
			if err != nil {
				t.Fatal(err)
			}
			b, _, err := Apply(start, edit)
			if err != nil {
				t.Fatal(err)
			}
			repair := b.Repair(test.line, old)
			var got []LineID
			for _, e := range repair.Edits {
				got = append(got, e.Target)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("lines to repair after %s (-want +got):\n%s", test.name, diff)
			}
			after, back, err := Apply(b, repair)
			if err != nil {
				t.Fatal(err)
			}
			if again := after.Repair(test.line, old); len(again.Edits) > 0 {
				t.Errorf("after the repair there are still %d lines to repair", len(again.Edits))
			}
			undone, _, err := Apply(after, back)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(b, undone); diff != "" {
				t.Errorf("one undo does not take all back (-want +got):\n%s", diff)
			}
		})
	}
}
