package gui

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// TestRepairIsOffered renames a side in one member's line: the others follow
// if the analyst wants it, and one undo takes them back.
func TestRepairIsOffered(t *testing.T) {
	s := sample(t)
	sides := func(name string) (n int) {
		for _, l := range s.brief.Section(briefing.DelegationsSection).Lines {
			if l.Side == name {
				n++
			}
		}
		return n
	}
	id := s.pick("member who is not alone on a side", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.DelegationsSection && l.Side != "" && sides(l.Side) > 1
	})
	side := s.line(id).Side
	all := sides(side)
	s.typed("e")
	s.review.editor.fields[1].entry.SetText("Mexican side")
	s.review.editor.commit(false)
	s.settle()
	if s.repair == nil || len(s.notices.now.actions) != 2 {
		t.Fatalf("no offer to use the side elsewhere; the notice says %q", s.notices.now.text)
	}
	if got := sides("Mexican side"); got != 1 {
		t.Errorf("before the offer is taken %d members have the new side, want 1", got)
	}
	s.typed("a")
	if got := sides("Mexican side"); got != all {
		t.Errorf("after it %d members have the new side, want %d", got, all)
	}
	if s.repair != nil || s.notices.now.text != "" {
		t.Errorf("the offer is still there: %q", s.notices.now.text)
	}
	s.do("undo")
	s.settle()
	if got := sides("Mexican side"); got != 1 {
		t.Errorf("after one undo %d members have the new side, want 1", got)
	}
	if got := s.line(id).Side; got != "Mexican side" {
		t.Errorf("the first change is undone, too: side %q", got)
	}
}

func TestTitleShowsItsSides(t *testing.T) {
	s := sample(t)
	id := s.pick("title", func(_ briefing.SectionKind, l briefing.Line) bool { return l.Label == briefing.TitleLabel })
	l := s.line(id)
	for _, r := range s.review.list.Rows() {
		if r.Line != id {
			continue
		}
		text := ""
		for _, run := range r.Runs {
			text += run.Text + "\n"
		}
		if want := l.Headline(); len(l.Parties) == 0 || !strings.Contains(text, want) {
			t.Errorf("the title's row is %q, want %q in it", text, want)
		}
	}
	s.typed("e")
	s.review.editor.fields[0].entry.SetText("Mexico; United States")
	s.review.editor.commit(false)
	s.settle()
	if got, want := s.brief.Title(), "Mexico – United States: "+l.Text; got != want {
		t.Errorf("with the sides changed the title is %q, want %q", got, want)
	}
}
