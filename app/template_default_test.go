package app_test

import (
	"testing"

	"example.org/attache/briefing"
)

func TestNewBriefingsTakeTheTemplateOfTheSettings(t *testing.T) {
	a, _ := draft(t)
	set := func(name string) {
		t.Helper()
		s, err := a.Settings(ctx)
		if err != nil {
			t.Fatal(err)
		}
		s.Template = name
		if err := a.SetSettings(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.AddTemplate(ctx, "house.txt", []byte(house)); err != nil {
		t.Fatal(err)
	}
	set("house")
	b, err := a.Blank(ctx, "")
	if err != nil || b.Details.Template != "house" || b.Sections[0].Kind != briefing.QuotesSection || b.Details.Paper != "letter" {
		t.Errorf("a new briefing: template %q, %v, %v", b.Details.Template, b.Heads(), err)
	}
	if h, err := a.History(ctx, b.ID); err != nil || h.Undo != "" {
		t.Errorf("a new briefing has %q to undo, %v", h.Undo, err)
	}
	if err := a.RemoveTemplate(ctx, "house"); err != nil {
		t.Fatal(err)
	}
	if b, err = a.Blank(ctx, ""); err != nil || b.Details.Template != "" {
		t.Errorf("with a template that is gone: %q, %v; want a standard page", b.Details.Template, err)
	}
}
