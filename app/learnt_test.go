package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// later is another article with the same people.
const later = `Foreign Minister Anna Rassendyll of Ruritania received the Foreign Minister of Sylvania, Otto Strakencz, in Zenda on Friday to discuss the toll.

The ministers agreed to lower the toll for lorries. “This is a good day for both banks,” Rassendyll said.
`

// member returns the member of a briefing by name.
func member(t *testing.T, b briefing.Briefing, name string) briefing.Line {
	t.Helper()
	for _, l := range b.Section(briefing.DelegationsSection).Lines {
		if l.Text == name {
			return l
		}
	}
	t.Fatalf("no member %q in %+v", name, b.Section(briefing.DelegationsSection).Lines)
	return briefing.Line{}
}

// retitle corrects a member's title, as the window does it.
func retitle(t *testing.T, a *app.App, b briefing.Briefing, name, title string) briefing.Briefing {
	t.Helper()
	l := member(t, b, name)
	w := l.Wording
	w.Title = title
	step, err := b.Reword(l.ID, w)
	if err != nil {
		t.Fatal(err)
	}
	b, err = a.Do(ctx, b.ID, briefing.Edit{Op: briefing.Batch, Name: step.Name, Edits: append([]briefing.Edit{step}, b.Lessons(l.ID, w)...)})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func add(t *testing.T, a *app.App, text string) briefing.ArticleID {
	t.Helper()
	e, err := a.ImportBytes(ctx, "later.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return e.Article
}

// TestWhatWasLearntIsUsed corrects a title and drafts a later article: it has
// the title, marked as the analyst's own. After undo it has the article's.
func TestWhatWasLearntIsUsed(t *testing.T) {
	a, b := draft(t)
	title := member(t, b, "Otto Strakencz").Title
	retitle(t, a, b, "Otto Strakencz", "Chancellor")
	id := add(t, a, later)
	second, err := a.Draft(ctx, []briefing.ArticleID{id})
	if err != nil {
		t.Fatal(err)
	}
	l := member(t, second, "Otto Strakencz")
	if l.Title != "Chancellor" || l.Status != briefing.Edited || l.Suggested.Title != title || l.Reviewed() {
		t.Errorf("the later member is %q, %s, suggested %q, reviewed %v; want the learnt title, marked as edited and still to be looked at",
			l.Title, l.Status, l.Suggested.Title, l.Reviewed())
	}
	all, err := a.Learnt(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Learnt{{Fix: briefing.Fix{Kind: briefing.TitleFix, Person: "Otto Strakencz", From: title, To: "Chancellor",
		Origin: "talks.txt", On: briefing.Date{Year: 2019, Month: 12, Day: 5}}, Uses: 1}}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("learnt (-want +got):\n%s", diff)
	}
	// Verifying it is looking at it.
	verify, _ := second.Verify(l.ID)
	if second, err = a.Do(ctx, second.ID, verify); err != nil {
		t.Fatal(err)
	}
	if l := member(t, second, "Otto Strakencz"); !l.Reviewed() || l.Status != briefing.Edited {
		t.Errorf("verified, the line is %s and reviewed %v; want it edited and reviewed", l.Status, l.Reviewed())
	}
	// One undo takes back the words and what they taught.
	if _, _, err := a.Undo(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if all, _ = a.Learnt(ctx); len(all) != 0 {
		t.Errorf("after undo %d fixes are known", len(all))
	}
	third, err := a.Draft(ctx, []briefing.ArticleID{id})
	if err != nil {
		t.Fatal(err)
	}
	if l := member(t, third, "Otto Strakencz"); l.Title != title {
		t.Errorf("after undo a later draft has the title %q, want %q", l.Title, title)
	}
}

func TestChangeLearnt(t *testing.T) {
	a := newApp(t)
	f := briefing.Fix{Kind: briefing.NameFix, From: "Orlanda", To: "M. Orlanda"}
	better, other := f, f
	better.To, other.From = "Marcela Orlanda", "Chancellor Orlanda"
	for _, step := range []struct {
		name string
		do   func() error
		want string
		err  error
	}{
		{"add", func() error { return a.ChangeLearnt(ctx, nil, &f) }, "Orlanda>M. Orlanda", nil},
		{"add what is there", func() error { return a.ChangeLearnt(ctx, nil, &better) }, "Orlanda>M. Orlanda", briefing.ErrConflict},
		{"change", func() error { return a.ChangeLearnt(ctx, &f, &better) }, "Orlanda>Marcela Orlanda", nil},
		{"change to nothing", func() error { return a.ChangeLearnt(ctx, &better, &briefing.Fix{Kind: briefing.NameFix, From: "A"}) }, "Orlanda>Marcela Orlanda", briefing.ErrEmpty},
		{"another key", func() error { return a.ChangeLearnt(ctx, &better, &other) }, "Chancellor Orlanda>M. Orlanda", nil},
		{"undo", func() error { _, err := a.UndoLearnt(ctx); return err }, "Orlanda>Marcela Orlanda", nil},
		{"remove", func() error { return a.ChangeLearnt(ctx, &better, nil) }, "", nil},
		{"undo the removal", func() error { _, err := a.UndoLearnt(ctx); return err }, "Orlanda>Marcela Orlanda", nil},
		{"redo the removal", func() error { _, err := a.RedoLearnt(ctx); return err }, "", nil},
	} {
		if err := step.do(); !errors.Is(err, step.err) {
			t.Fatalf("%s: error %v, want %v", step.name, err, step.err)
		}
		all, err := a.Learnt(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range all {
			got = append(got, x.From+">"+x.To)
		}
		if s := strings.Join(got, " "); s != step.want {
			t.Fatalf("%s: learnt %q, want %q", step.name, s, step.want)
		}
	}
}

func TestLearntFileRoundTrip(t *testing.T) {
	a, b := draft(t)
	retitle(t, a, b, "Otto Strakencz", "Chancellor")
	if err := a.ChangeLearnt(ctx, nil, &briefing.Fix{Kind: briefing.ApartFix, From: "Strakencz", To: "Otto Strakencz", Origin: "by hand"}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "fixes.tsv")
	if n, err := a.ExportLearnt(ctx, path); n != 2 || err != nil {
		t.Fatalf("exported %d fixes, %v", n, err)
	}
	if _, err := a.ExportLearnt(ctx, path); !errors.Is(err, app.ErrExists) {
		t.Errorf("a second export: %v, want ErrExists", err)
	}
	other := newApp(t)
	if n, err := other.ImportLearnt(ctx, path); n != 2 || err != nil {
		t.Fatalf("imported %d fixes, %v", n, err)
	}
	want, _ := a.Learnt(ctx)
	got, _ := other.Learnt(ctx)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("learnt after export and import (-want +got):\n%s", diff)
	}
	if n, err := other.ImportLearnt(ctx, path); n != 0 || err != nil {
		t.Errorf("importing the same again learns %d fixes, %v", n, err)
	}
	if name, err := other.UndoLearnt(ctx); name != "Import Fixes" || err != nil {
		t.Errorf("undo %q, %v", name, err)
	}
	if got, _ := other.Learnt(ctx); len(got) != 0 {
		t.Errorf("after one undo %d fixes are left", len(got))
	}
}

func TestImportLearntRefuses(t *testing.T) {
	for _, c := range []struct {
		name, text string
		row        int
	}{
		{"empty", "", 0},
		{"only the names of the columns", "kind\tperson\tfrom\tto\n", 0},
		{"too few columns", "name\t\tA\tB\nname\tA\n", 2},
		{"unknown kind", "nose\t\tA\tB\n", 1},
		{"nothing to do", "title\tAna\tMinister\tMinister\n", 1},
		{"not text", "\x00\xff\xfe\n", 1},
	} {
		a := newApp(t)
		path := filepath.Join(t.TempDir(), "fixes.tsv")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		var bad *app.LearntFileError
		if _, err := a.ImportLearnt(ctx, path); !errors.As(err, &bad) || bad.Row != c.row {
			t.Errorf("%s: %v, want a mistake on line %d", c.name, err, c.row)
		}
		if all, _ := a.Learnt(ctx); len(all) != 0 {
			t.Errorf("%s: %d fixes were learnt all the same", c.name, len(all))
		}
	}
}

// TestAnEditedLineCanBeLeftOut: words of one's own are no reason to refuse.
func TestAnEditedLineCanBeLeftOut(t *testing.T) {
	a, b := draft(t)
	b = retitle(t, a, b, "Otto Strakencz", "Chancellor of the Exchequer")
	id := member(t, b, "Otto Strakencz").ID
	for _, act := range []func(briefing.Briefing, briefing.LineID) (briefing.Edit, error){briefing.Briefing.Leave, briefing.Briefing.PutBack, briefing.Briefing.Leave, briefing.Briefing.Verify} {
		e, err := act(b, id)
		if err != nil {
			t.Fatal(err)
		}
		if b, err = a.Do(ctx, b.ID, e); err != nil {
			t.Fatalf("%s: %v", e.Name, err)
		}
	}
	if l := member(t, b, "Otto Strakencz"); l.Status != briefing.Edited {
		t.Errorf("left out and verified, the line is %s, want edited", l.Status)
	}
}
