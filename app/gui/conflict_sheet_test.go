package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// TestConflictIsSettled settles a title that two articles word differently.
func TestConflictIsSettled(t *testing.T) {
	const other = "Secretary of Public Safety"
	for _, test := range []struct {
		name, button string
		choose       int
		title        func(shown string) string
		status       briefing.Status
	}{
		{"the wording shown", "Use Selected", 0, func(s string) string { return s }, briefing.Verified},
		{"the other wording", "Use Selected", 1, func(string) string { return other }, briefing.Edited},
		{"both", "Show Both", 0, func(s string) string { return s + "; " + other }, briefing.Edited},
		{"later", "Decide Later", 0, func(s string) string { return s }, briefing.Conflict},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := sample(t)
			id := s.pick("member with a title", func(k briefing.SectionKind, l briefing.Line) bool {
				return k == briefing.DelegationsSection && l.Title != ""
			})
			shown := s.line(id).Title
			s.edit(func(b briefing.Briefing) (briefing.Edit, error) {
				l, _, _, _ := b.Find(id)
				x := l.Wording
				x.Title = other
				l.Status, l.Alternatives = briefing.Conflict, []briefing.Wording{x}
				return briefing.Edit{Op: briefing.ReplaceLine, Name: "Update", Target: id, Line: &l}, nil
			}, nil)
			s.settle()
			s.press(fyne.KeyReturn)
			s.settle()
			sheet := s.win.Canvas().Overlays().Top()
			if sheet == nil {
				t.Fatal("Enter on a line in conflict opens nothing")
			}
			var button *widget.Button
			for _, o := range laidOut(sheet) {
				switch o := o.(type) {
				case *widget.Radio:
					o.Select(test.choose)
				case *widget.Button:
					if o.Text == test.button {
						button = o
					}
				}
			}
			if y := s.topSheet().scroll.Offset.Y; y != 0 {
				t.Errorf("the sheet begins %v below what is asked", y)
			}
			if button == nil {
				t.Fatalf("the sheet has no button %q", test.button)
			}
			button.OnTapped()
			s.settle()
			l := s.line(id)
			if want := test.title(shown); l.Title != want || l.Status != test.status {
				t.Errorf("after %s the title is %q, %s; want %q, %s", test.button, l.Title, l.Status, want, test.status)
			}
		})
	}
}

// laidOut lists an object and everything in it.
func laidOut(o fyne.CanvasObject) []fyne.CanvasObject {
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, in := range o.Objects {
			all = append(all, laidOut(in)...)
		}
	case fyne.Widget:
		for _, in := range test.WidgetRenderer(o).Objects() {
			all = append(all, laidOut(in)...)
		}
	}
	return all
}

func TestAfterCommon(t *testing.T) {
	for _, tt := range []struct{ first, s, want string }{
		{"Open a joint post by 1 March", "Open a joint post by 15 March", "15 March"},
		{"Open a joint post by 1 March", "open a joint post in May", "in May"},
		{"Open two joint posts", "Open three joint posts", "Open three joint posts"},
		{"Close the old mill", "Close the old mill", "mill"},
		{"", "5 December", "5 December"},
	} {
		if got := afterCommon(tt.first, tt.s); got != tt.want {
			t.Errorf("afterCommon(%q, %q) = %q, want %q", tt.first, tt.s, got, tt.want)
		}
	}
}
