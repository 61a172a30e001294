package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

func create(t testing.TB, l *store.Library) briefing.Briefing {
	t.Helper()
	b, err := l.Create(ctx, briefing.Blank(), false)
	if err != nil {
		t.Fatalf("Create: %v", err)
	}
	return b
}

func do(t testing.TB, l *store.Library, id briefing.BriefingID, e briefing.Edit) briefing.Briefing {
	t.Helper()
	b, err := l.Do(ctx, id, e, nil)
	if err != nil {
		t.Fatalf("Do(%s): %v", e.Name, err)
	}
	return b
}

func read(t testing.TB, l *store.Library, id briefing.BriefingID) briefing.Briefing {
	t.Helper()
	b, err := l.Briefing(ctx, id)
	if err != nil {
		t.Fatalf("Briefing(%s): %v", id, err)
	}
	return b
}

func bytesOf(t testing.TB, b briefing.Briefing) string {
	t.Helper()
	s, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(s)
}

func TestUndoAndRedo(t *testing.T) {
	l := newLibrary(t)
	b := create(t, l)
	write := func(text string) briefing.Edit {
		e := read(t, l, b.ID).NewLine(briefing.CommentSection, 99, text)
		e.Name = text
		return e
	}
	// Each step is an edit's name, "undo" or "redo", and then what undo and
	// redo would take next.
	steps := []struct{ do, undo, redo string }{
		{"undo", "", ""}, {"redo", "", ""},
		{"a", "a", ""}, {"b", "b", ""}, {"c", "c", ""},
		{"undo", "b", "c"}, {"undo", "a", "b"}, {"redo", "b", "c"}, {"undo", "a", "b"},
		{"d", "d", ""}, {"redo", "d", ""}, {"undo", "a", "d"}, {"undo", "", "a"}, {"undo", "", "a"},
		{"redo", "a", "d"}, {"redo", "d", ""}, {"redo", "d", ""},
	}
	for i, s := range steps {
		var err error
		switch s.do {
		case "undo":
			_, _, err = l.Undo(ctx, b.ID)
		case "redo":
			_, _, err = l.Redo(ctx, b.ID)
		default:
			_, err = l.Do(ctx, b.ID, write(s.do), nil)
		}
		if err != nil {
			t.Fatalf("step %d, %s: %v", i, s.do, err)
		}
		h, err := l.History(ctx, b.ID)
		if err != nil {
			t.Fatal(err)
		}
		if h.Undo != s.undo || h.Redo != s.redo {
			t.Fatalf("after step %d, %s: undo %q, redo %q; want %q, %q", i, s.do, h.Undo, h.Redo, s.undo, s.redo)
		}
	}
	var text []string
	for _, line := range read(t, l, b.ID).Lines() {
		text = append(text, line.Text)
	}
	if diff := cmp.Diff([]string{"a", "d"}, text); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	h, _ := l.History(ctx, b.ID)
	var entries []string
	for _, e := range h.Entries {
		entries = append(entries, fmt.Sprint(e.Name, e.Undone))
	}
	if diff := cmp.Diff([]string{"afalse", "btrue", "ctrue", "dfalse"}, entries); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
}

func TestARefusedEditChangesNothing(t *testing.T) {
	l := newLibrary(t)
	b := create(t, l)
	before := bytesOf(t, do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Watch the ice.")))
	no := errors.New("not like this")
	refused := read(t, l, b.ID).NewLine(briefing.CommentSection, 0, "No.")
	if _, err := l.Do(ctx, b.ID, refused, func(_, _ briefing.Briefing) error { return no }); !errors.Is(err, no) {
		t.Errorf("Do with a check that refuses = %v", err)
	}
	if _, err := l.Do(ctx, b.ID, briefing.Edit{Op: briefing.DeleteLine, Target: "nobody"}, nil); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("Do on a line that is not there = %v, want ErrNotFound", err)
	}
	if _, err := l.Do(ctx, "b99", refused, nil); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("Do on a briefing that is not there = %v, want ErrNotFound", err)
	}
	if got := bytesOf(t, read(t, l, b.ID)); got != before {
		t.Errorf("refused edits changed the briefing:\n%s", got)
	}
	if h, err := l.History(ctx, b.ID); err != nil || len(h.Entries) != 1 {
		t.Errorf("history has %d entries, %v; want 1", len(h.Entries), err)
	}
}

// TestAnEditThatChangesNothing leaves no trace in the journal: what was undone
// can still be redone, and Undo takes back what changed something.
func TestAnEditThatChangesNothing(t *testing.T) {
	l := open(t, filepath.Join(t.TempDir(), "library.db"))
	defer l.Close()
	b := create(t, l)
	b = do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Ask about the ferry."))
	line := b.Lines()[0].ID
	pin, err := b.SetPinned(line, true)
	if err != nil {
		t.Fatal(err)
	}
	b = do(t, l, b.ID, pin)
	again, err := b.SetPinned(line, true)
	if err != nil {
		t.Fatal(err)
	}
	details := b.Details
	for _, e := range []briefing.Edit{again, again, {Op: briefing.Batch, Name: "Batch", Edits: []briefing.Edit{again}}, {Op: briefing.SetDetails, Name: "Details", Details: &details}} {
		if got := do(t, l, b.ID, e); bytesOf(t, got) != bytesOf(t, b) {
			t.Errorf("%s returned %s", e.Name, bytesOf(t, got))
		}
	}
	h, err := l.History(ctx, b.ID)
	if err != nil || len(h.Entries) != 2 {
		t.Errorf("%d entries (%v), want 2", len(h.Entries), err)
	}
	if _, name, err := l.Undo(ctx, b.ID); err != nil || name != pin.Name {
		t.Errorf("Undo = %q, %v", name, err)
	}
	do(t, l, b.ID, briefing.Edit{Op: briefing.SetDetails, Name: "Details", Details: &details})
	if _, name, err := l.Redo(ctx, b.ID); err != nil || name != pin.Name {
		t.Errorf("Redo = %q, %v", name, err)
	}
}

func TestLineHistory(t *testing.T) {
	l := newLibrary(t)
	b := create(t, l)
	b = do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "one"))
	id := b.Lines()[0].ID
	reword := func(text string) {
		e, err := read(t, l, b.ID).Reword(id, briefing.Wording{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		do(t, l, b.ID, e)
	}
	reword("two")
	do(t, l, b.ID, read(t, l, b.ID).NewLine(briefing.CommentSection, 0, "another line"))
	reword("three")
	l.Undo(ctx, b.ID)
	reword("four")
	versions, err := l.LineHistory(ctx, b.ID, id)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range versions {
		got = append(got, v.Name+": "+v.Line.Text)
	}
	if diff := cmp.Diff([]string{"New Line: one", "Edit Line: two", "Edit Line: four"}, got); diff != "" {
		t.Errorf("versions (-want +got):\n%s", diff)
	}
	if _, err := l.LineHistory(ctx, b.ID, "nobody"); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("history of a line that never was = %v, want ErrNotFound", err)
	}
}

// TestJournalProperty does at random what an analyst can do, closing and
// opening the library in between. Undoing everything gives the draft, byte
// for byte, and redoing it the state before; and the journal replays.
func TestJournalProperty(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	for seed := range uint64(rounds) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			path := filepath.Join(t.TempDir(), "library.db")
			l := open(t, path)
			drafted := create(t, l)
			id, want := drafted.ID, bytesOf(t, drafted)
			for range 60 {
				var b briefing.Briefing
				var err error
				switch r.IntN(10) {
				case 0, 1:
					b, _, err = l.Undo(ctx, id)
				case 2:
					b, _, err = l.Redo(ctx, id)
				case 3:
					l.Close()
					l = open(t, path)
					if got := bytesOf(t, read(t, l, id)); got != want {
						t.Fatalf("after closing and opening:\n got %s\nwant %s", got, want)
					}
					continue
				default:
					e := randomEdit(r, read(t, l, id))
					if b, err = l.Do(ctx, id, e, nil); errors.Is(err, briefing.ErrLocked) {
						continue
					}
				}
				if err != nil {
					t.Fatal(err)
				}
				want = bytesOf(t, b)
				if got := bytesOf(t, read(t, l, id)); got != want {
					t.Fatalf("kept:\n%s\nreturned:\n%s", got, want)
				}
			}
			undone := 0
			for ; ; undone++ {
				_, name, err := l.Undo(ctx, id)
				if err != nil {
					t.Fatal(err)
				}
				if name == "" {
					break
				}
			}
			if got := bytesOf(t, read(t, l, id)); got != bytesOf(t, drafted) {
				t.Errorf("all undone:\n got %s\nwant the draft %s", got, bytesOf(t, drafted))
			}
			l.Close()
			l = open(t, path)
			for range undone {
				if _, _, err := l.Redo(ctx, id); err != nil {
					t.Fatal(err)
				}
			}
			if got := bytesOf(t, read(t, l, id)); got != want {
				t.Errorf("all undone and redone:\n got %s\nwant %s", got, want)
			}
			healthy(t, l, false)
		})
	}
}

func healthy(t testing.TB, l *store.Library, tryRestore bool) {
	t.Helper()
	c, err := l.Doctor(ctx, tryRestore)
	if err != nil {
		t.Fatalf("Doctor: %v", err)
	}
	for _, h := range c.Checks {
		if h.Problem != "" {
			t.Errorf("%s: %s", h.Name, h.Problem)
		}
	}
}

func randomEdit(r *rand.Rand, b briefing.Briefing) briefing.Edit {
	kind := briefing.SectionKinds[r.IntN(len(briefing.SectionKinds))]
	lines := b.Lines()
	add := b.NewLine(kind, r.IntN(5), fmt.Sprintf("line %d <&> “\u2028”", r.IntN(100)))
	if len(lines) == 0 {
		return add
	}
	id := lines[r.IntN(len(lines))].ID
	or := func(e briefing.Edit, err error) briefing.Edit {
		if err != nil {
			panic(err) // the line was just found
		}
		return e
	}
	switch r.IntN(9) {
	case 0:
		return or(b.Verify(id))
	case 1:
		return or(b.Leave(id))
	case 2:
		return or(b.Move(id, kind, r.IntN(5)))
	case 3:
		return or(b.Reword(id, briefing.Wording{Text: fmt.Sprint("word ", r.IntN(100)), Parties: []string{}}))
	case 4:
		return or(b.SetLocked(id, r.IntN(2) == 0))
	case 5:
		d := b.Details
		d.Marking = fmt.Sprint("M", r.IntN(9))
		return briefing.Edit{Op: briefing.SetDetails, Name: "Details", Details: &d}
	case 6:
		return briefing.Edit{Op: briefing.SetArticles, Name: "Articles", Articles: []briefing.ArticleRef{{ID: "sha256:00", Origin: r.IntN(3)}}}
	case 7:
		e := or(b.Verify(id))
		return briefing.Edit{Op: briefing.Batch, Name: "Batch", Edits: []briefing.Edit{add, e, or(b.Move(id, kind, 0))}}
	}
	return add
}

func TestBriefingsAndWhatTheyUse(t *testing.T) {
	l := newLibrary(t)
	a := article("a", "one two three")
	add(t, l, store.NewArticle{Article: a})
	b := briefing.Blank()
	b.Articles = []briefing.ArticleRef{{ID: a.ID}}
	b, err := l.Create(ctx, b, true)
	if err != nil {
		t.Fatal(err)
	}
	second := create(t, l)
	if b.ID == second.ID {
		t.Fatalf("two briefings have the id %s", b.ID)
	}
	used := func() bool {
		res := search(t, l, "", store.BySaved)
		return res.Rows[0].Used
	}
	if !used() {
		t.Error("an article of a briefing is not used")
	}
	do(t, l, b.ID, b.NewLine(briefing.MeetingSection, 0, "Ice"))
	rows, err := l.Briefings(ctx)
	if err != nil || len(rows) != 2 || rows[0].ID != b.ID || !rows[0].Sample || rows[0].Lines != 1 || rows[0].Articles != 1 {
		t.Errorf("Briefings = %+v, %v", rows, err)
	}
	if err := l.SetBriefingRemoved(ctx, b.ID, true); err != nil {
		t.Fatal(err)
	}
	if rows, _ := l.Briefings(ctx); len(rows) != 1 || used() {
		t.Errorf("removed: %d briefings, article used: %v; want 1, false", len(rows), used())
	}
	if err := l.SetBriefingRemoved(ctx, b.ID, false); err != nil {
		t.Fatal(err)
	}
	if rows, _ := l.Briefings(ctx); len(rows) != 2 || !used() {
		t.Errorf("put back: %d briefings, article used: %v; want 2, true", len(rows), used())
	}
	healthy(t, l, true)
}

// TestStepsTellBeforeAndAfter edits, undoes and edits again: each step has the
// words before and after it, and the one undone says so.
func TestStepsTellBeforeAndAfter(t *testing.T) {
	l := newLibrary(t)
	b := create(t, l)
	b = do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "one"))
	id := b.Lines()[0].ID
	for _, text := range []string{"two", "three", "", "four"} {
		if text == "" {
			l.Undo(ctx, b.ID)
			continue
		}
		e, err := read(t, l, b.ID).Reword(id, briefing.Wording{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		do(t, l, b.ID, e)
	}
	steps, err := l.Steps(ctx, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range steps {
		line := s.Name + ":"
		for _, c := range s.Changes {
			line += " " + c.Before.Text + "→" + c.After.Text
		}
		if s.Undone {
			line += " (undone)"
		}
		got = append(got, line)
	}
	want := []string{"New Line: →one", "Edit Line: one→two", "Edit Line: two→three (undone)", "Edit Line: two→four"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}
