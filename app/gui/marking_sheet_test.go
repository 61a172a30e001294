package gui

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
)

func TestMarkingIsShownAndChecked(t *testing.T) {
	s := sample(t)
	id := s.pick("line", func(_ briefing.SectionKind, l briefing.Line) bool { return l.OnPage() })
	s.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.Mark(id, "TLP:AMBER") }, nil)
	s.settle()
	m := openMarking(s.Window)
	m.scheme.SetSelectedIndex(1)
	m.tlp.SetSelected("TLP:GREEN")
	if got := m.check.Text(); !strings.Contains(got, "above the page marking TLP:GREEN") || m.show.Hidden {
		t.Errorf("a line above the page: the sheet says %q, Show hidden: %v", got, m.show.Hidden)
	}
	m.scheme.SetSelectedIndex(3)
	m.tlp.SetSelected("TLP:RED")
	m.own.SetText("internal use")
	if got := m.check.Text(); !strings.Contains(got, "Covers the mark of 1 line") {
		t.Errorf("a page marked higher: the sheet says %q", got)
	}
	if m.banner.Text != "INTERNAL USE" || m.label.Text != "TLP:RED" {
		t.Errorf("printed as %q and %q", m.banner.Text, m.label.Text)
	}
	m.save()
	s.settle()
	if d := s.brief.Details; d.TLP != "TLP:RED" || d.Marking != "internal use" {
		t.Errorf("saved TLP %q, marking %q", d.TLP, d.Marking)
	}
	m = openMarking(s.Window)
	m.scheme.SetSelectedIndex(0)
	m.save()
	s.settle()
	if d := s.brief.Details; d.TLP != "" || d.Marking != "" {
		t.Errorf("without a scheme: TLP %q, marking %q", d.TLP, d.Marking)
	}
	s.do("undo")
	s.settle()
	if s.brief.Details.TLP != "TLP:RED" {
		t.Errorf("after undo the page is marked %q", s.brief.Details.TLP)
	}
}
