package app_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

const house = "name: house\nabout: As the house wants it\npaper: letter\nsection quotes max 1\nsection agenda\nlabel agenda: Gesprächsthemen\n"

func TestUseTemplate(t *testing.T) {
	a, b := draft(t)
	if _, err := a.AddTemplate(ctx, "house.txt", []byte(house)); err != nil {
		t.Fatal(err)
	}
	used, err := a.UseTemplate(ctx, b.ID, "house")
	if err != nil {
		t.Fatal(err)
	}
	if s := used.Sections[0]; s.Kind != briefing.QuotesSection || s.Max != 1 {
		t.Errorf("first section is %+v, want quotes with one line at most", s)
	}
	if l := used.Section(briefing.AgendaSection).Label; l != "Gesprächsthemen" || used.Details.Paper != "letter" {
		t.Errorf("agenda is headed %q on %q", l, used.Details.Paper)
	}
	if got, want := len(used.Lines()), len(b.Lines()); got != want {
		t.Errorf("%d lines, want all %d", got, want)
	}
	back, name, err := a.Undo(ctx, b.ID)
	if err != nil || name != "Use Template house" {
		t.Errorf("Undo = %q, %v", name, err)
	}
	if d := cmp.Diff(b, back); d != "" {
		t.Errorf("undone in one step it is another briefing (-before +after):\n%s", d)
	}
	once, err := a.WithTemplate(ctx, back, "visit")
	if err != nil || once.Sections[2].Kind != briefing.DatesSection {
		t.Errorf("WithTemplate: %v, %v", once.Heads(), err)
	}
	if kept, _ := a.Briefing(ctx, b.ID); !cmp.Equal(kept, back) {
		t.Error("WithTemplate changed the library's briefing")
	}
}

func TestOwnTemplates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	a := open(t, path)
	for _, tt := range []struct{ name, text, says string }{
		{"mistake", "name: x\nsection agendum\n", "has a mistake on line 2: unknown section"},
		{"built-in name", "name: visit\nsection agenda\n", "has the name of a built-in one"},
		{"empty", "", "has a mistake on line 1: the template ends without a name"},
		{"no template", "\x89PNG\r\n", "has a mistake on line 1: not UTF-8 text"},
	} {
		_, err := a.AddTemplate(ctx, tt.name+".txt", []byte(tt.text))
		if p := app.Explain(err); !strings.Contains(p.What, tt.says) || p.Safe == "" || p.Do == "" {
			t.Errorf("%s: AddTemplate = %v, explained %q", tt.name, err, p)
		}
	}
	if _, err := a.AddTemplate(ctx, "house.txt", []byte(house)); err != nil {
		t.Fatal(err)
	}
	a.Close()
	a = open(t, path)
	rows, err := a.Templates(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := app.TemplateRow{Name: "house", About: "As the house wants it", Own: true}
	if len(rows) != 4 || rows[3] != want || rows[0].Name != "readout" || rows[0].Own {
		t.Errorf("templates are %+v, want three built-in ones and %+v", rows, want)
	}
	if text, err := a.TemplateText(ctx, "house"); err != nil || !strings.Contains(text, "section quotes max 1") {
		t.Errorf("TemplateText = %q, %v", text, err)
	}
	if err := a.RemoveTemplate(ctx, "house"); err != nil {
		t.Fatal(err)
	}
	if err := a.RemoveTemplate(ctx, "house"); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("removed again: %v, want ErrNotFound", err)
	}
	if _, err := a.TemplateText(ctx, "house"); app.Explain(err).What != "There is no template called house." {
		t.Errorf("after removal: %v", app.Explain(err))
	}
}
