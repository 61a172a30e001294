package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
	"github.com/google/go-cmp/cmp"
)

func fixes(t *testing.T, l *store.Library) []string {
	t.Helper()
	all, err := l.Learnt(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var short []string
	for _, x := range all {
		short = append(short, x.From+" → "+x.To)
	}
	return short
}

// TestWhatIsLearntFollowsUndo learns with an edit, learns better with another,
// forgets in the list itself; undo and redo of each take the list along.
func TestWhatIsLearntFollowsUndo(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "library.db"))
	defer l.Close()
	b := create(t, l)
	fix := func(from, to string) briefing.Edit {
		return briefing.Learn(briefing.Fix{Kind: briefing.NameFix, From: from, To: to})
	}
	labels := 0
	with := func(lessons ...briefing.Edit) briefing.Edit {
		labels++
		return briefing.Edit{Op: briefing.Batch, Name: "Edit Line", Edits: append([]briefing.Edit{
			{Op: briefing.SetLabel, Section: briefing.AgendaSection, Label: fmt.Sprint("Topics ", labels)}}, lessons...)}
	}
	do := func(id briefing.BriefingID, e briefing.Edit) func() error {
		return func() error { _, err := l.Do(ctx, id, e, nil); return err }
	}
	undo := func(id briefing.BriefingID) func() error {
		return func() error { _, _, err := l.Undo(ctx, id); return err }
	}
	redo := func(id briefing.BriefingID) func() error {
		return func() error { _, _, err := l.Redo(ctx, id); return err }
	}
	for _, step := range []struct {
		name string
		do   func() error
		want []string
	}{
		{"learn", do(b.ID, with(fix("Berrutti", "M. Berrutti"))), []string{"Berrutti → M. Berrutti"}},
		{"learn better", do(b.ID, with(fix("Berrutti", "Ignacio Berrutti"), fix("Valadim", "Duarte Valadim"))), []string{"Berrutti → Ignacio Berrutti", "Valadim → Duarte Valadim"}},
		{"forget what is not known", do(b.ID, with(briefing.Forget(briefing.Fix{Kind: briefing.ApartFix, From: "A", To: "B"}))), []string{"Berrutti → Ignacio Berrutti", "Valadim → Duarte Valadim"}},
		{"undo that", undo(b.ID), []string{"Berrutti → Ignacio Berrutti", "Valadim → Duarte Valadim"}},
		{"undo the better", undo(b.ID), []string{"Berrutti → M. Berrutti"}},
		{"redo the better", redo(b.ID), []string{"Berrutti → Ignacio Berrutti", "Valadim → Duarte Valadim"}},
		{"forget one in the list", do(store.LearntList, briefing.Forget(briefing.Fix{Kind: briefing.NameFix, From: "Berrutti", To: "anything"})), []string{"Valadim → Duarte Valadim"}},
		{"undo in the list", undo(store.LearntList), []string{"Berrutti → Ignacio Berrutti", "Valadim → Duarte Valadim"}},
		{"redo in the list", redo(store.LearntList), []string{"Valadim → Duarte Valadim"}},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if diff := cmp.Diff(step.want, fixes(t, l)); diff != "" {
			t.Fatalf("%s: learnt (-want +got):\n%s", step.name, diff)
		}
	}
	if rows, err := l.Briefings(ctx); err != nil || len(rows) != 1 {
		t.Errorf("the list of briefings has %d rows (%v), want the one", len(rows), err)
	}
	healthy(t, l, false)
}

func TestUsesAreCountedOnceABriefing(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "library.db"))
	defer l.Close()
	f := briefing.Fix{Kind: briefing.TitleFix, Person: "Ana Ruiz", From: "Minister", To: "Secretary"}
	if _, err := l.Do(ctx, store.LearntList, briefing.Learn(f), nil); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		b := briefing.Blank()
		for _, id := range []briefing.LineID{"x", "y"} {
			b.Sections[2].Lines = append(b.Sections[2].Lines, briefing.Line{ID: id, Kind: briefing.ExtractLine, Learnt: []string{f.Key()}})
		}
		if _, err := l.Create(ctx, b, false); err != nil {
			t.Fatal(err)
		}
	}
	all, err := l.Learnt(ctx)
	if err != nil || len(all) != 1 || all[0].Uses != 2 {
		t.Errorf("learnt %+v (%v), want one fix used in 2 briefings", all, err)
	}
}
