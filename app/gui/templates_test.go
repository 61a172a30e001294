package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// templateMenu returns the items of Briefing ▸ Template by their labels.
func (s *stage) templateMenu() map[string]*fyne.MenuItem {
	items := map[string]*fyne.MenuItem{}
	for _, i := range s.templateItem(new(strings.Builder)).ChildMenu.Items {
		items[i.Label] = i
	}
	return items
}

func TestTemplateIsChosenAndTakenBack(t *testing.T) {
	s := sample(t)
	if items := s.templateMenu(); !items["Readout"].Checked || items["Visit"].Checked {
		t.Error("the standard template is not the one ticked at first")
	}
	lines := len(s.brief.Lines())
	s.templateMenu()["Visit"].Action()
	s.settle()
	if got := s.brief.Details.Template; got != "visit" || !s.templateMenu()["Visit"].Checked {
		t.Fatalf("template %q, want visit, ticked", got)
	}
	if got := len(s.brief.Lines()); got != lines {
		t.Errorf("%d lines after the change, want all %d", got, lines)
	}
	if got := s.commandName("undo"); got != "Undo Use Template Visit" {
		t.Errorf("the menu says %q", got)
	}
	s.do("undo")
	s.settle()
	if got := s.brief.Details.Template; got != "" {
		t.Errorf("after undo the template is %q", got)
	}
}

func TestTemplateFromAFile(t *testing.T) {
	s := sample(t)
	dir := t.TempDir()
	house := filepath.Join(dir, "house.txt")
	if err := os.WriteFile(house, []byte("name: house\nabout: Ours.\n\nsection agreements max 2\nsection comment\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.addTemplate(house)
	s.settle()
	if len(s.notices.now.actions) != 1 {
		t.Fatalf("the notice %q offers %d actions, want to use the template", s.notices.now.text, len(s.notices.now.actions))
	}
	s.notices.now.actions[0].do()
	s.settle()
	if s.brief.Details.Template != "house" || s.brief.Sections[0].Kind != briefing.AgreementsSection {
		t.Errorf("template %q, first section %s", s.brief.Details.Template, s.brief.Sections[0].Kind)
	}
	s.removeTemplate("house")
	s.settle()
	if s.templateMenu()["house"] != nil {
		t.Error("the template that was removed is still listed")
	}
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if s.templateMenu()["house"] == nil {
		t.Error("undo did not bring the template back")
	}
	bad := filepath.Join(dir, "bad.txt")
	if err := os.WriteFile(bad, []byte("name: bad\nsection weather\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.addTemplate(bad)
	s.settle()
	if !s.notices.now.bad || !strings.Contains(s.notices.now.text, "line 2") {
		t.Errorf("of a bad template the notice says %q", s.notices.now.text)
	}
}

func TestNewBriefingsFollowTheDefaultTemplate(t *testing.T) {
	s := sample(t)
	settings := s.settings
	settings.Template = "visit"
	s.setSettings(settings)
	s.settle()
	was := s.brief.ID
	s.do("new")
	s.until("the new briefing", func() bool { return s.brief.ID != was })
	s.settle()
	if got := s.brief.Details.Template; got != "visit" {
		t.Errorf("a new briefing has the template %q, want visit", got)
	}
}
