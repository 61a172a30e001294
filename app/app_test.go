package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/app"
	"example.org/attache/briefing"
	"example.org/attache/store"
)

var ctx = context.Background()

// TestMain lets the test program be the child process that reads risky files.
func TestMain(m *testing.M) {
	if app.ChildMain(os.Args[1:]) {
		return
	}
	os.Exit(m.Run())
}

// clock returns a clock that ticks a second at every look.
func clock() func() time.Time {
	var mu sync.Mutex
	t := time.Date(2019, 12, 5, 13, 40, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		t = t.Add(time.Second)
		return t
	}
}

func open(t testing.TB, path string) *app.App {
	t.Helper()
	a, err := app.Open(ctx, app.Options{Library: path, Now: clock()})
	if err != nil {
		t.Fatalf("Open(%s): %v", path, err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func newApp(t testing.TB) *app.App { return open(t, filepath.Join(t.TempDir(), "library.db")) }

// put writes files, by name, to a new folder.
func put(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, contents := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(contents), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// talks is an article in our own words, with something of everything in it.
const talks = `Foreign Minister Anna Rassendyll of Ruritania met the Foreign Minister of Sylvania, Otto Strakencz, in Strelsau on Thursday to discuss the border.

The ministers agreed to reopen the Zenda bridge before the winter, a joint statement said. They also discussed ferry tolls, the ice on the river and the return of stolen paintings.

“We did not promise a date, but we will open it together, all of us,” Rassendyll said after the meeting.

Sylvania had asked for a lower toll for its lorries, but Ruritania did not accept that.
`

// draft makes a library with a briefing of talks in it.
func draft(t testing.TB) (*app.App, briefing.Briefing) {
	t.Helper()
	a := newApp(t)
	e, err := a.ImportBytes(ctx, "talks.txt", []byte(talks))
	if err != nil {
		t.Fatalf("ImportBytes: %v", err)
	}
	b, err := a.Draft(ctx, []briefing.ArticleID{e.Article})
	if err != nil {
		t.Fatalf("Draft: %v", err)
	}
	return a, b
}

// extracted returns a line of b that was cut out of an article.
func extracted(t testing.TB, b briefing.Briefing) briefing.Line {
	t.Helper()
	for _, l := range b.Lines() {
		if l.Kind == briefing.ExtractLine && l.Label == "" && strings.Count(l.Text, " ") > 2 {
			return l
		}
	}
	t.Fatalf("no extracted line in %+v", b)
	return briefing.Line{}
}

func TestFromFilesToASignedOffPage(t *testing.T) {
	dir := put(t, map[string]string{"talks.txt": talks, "notes.md": "# Ferry\n\nThe ferry at Zenda will sail again in spring, the harbour master said.\n"})
	path := filepath.Join(t.TempDir(), "library.db")
	a := open(t, path)
	report, err := a.Import(ctx, []string{dir}, nil)
	if err != nil || report.Added != 2 {
		t.Fatalf("Import = %+v, %v; want 2 added", report, err)
	}
	b, err := a.Draft(ctx, report.Articles())
	if err != nil {
		t.Fatal(err)
	}
	l := extracted(t, b)
	verify, err := b.Verify(l.ID)
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, b.ID, verify); err != nil {
		t.Fatalf("Do: %v", err)
	}
	if b, err = a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Watch the ice.")); err != nil {
		t.Fatalf("Do: %v", err)
	}
	a.Close()

	a = open(t, path)
	again, err := a.Briefing(ctx, b.ID)
	if diff := cmp.Diff(b, again); err != nil || diff != "" {
		t.Fatalf("after a restart: %v (-before +after):\n%s", err, diff)
	}
	p, err := a.Preview(ctx, b)
	if err != nil || p.Page == nil || p.Fill <= 0 {
		t.Fatalf("Preview = %+v, %v", p, err)
	}
	out := filepath.Join(t.TempDir(), "brief.pdf")
	o := app.ExportOptions{Path: out, Unverified: true}
	r, err := a.Export(ctx, b, o)
	if err != nil {
		t.Fatalf("Export: %v", err)
	}
	if r.Pages != 1 || r.AnalystLines != 1 || r.Lines != r.Traced+r.AnalystLines || r.Unverified != r.Lines-2 || r.Bytes == 0 {
		t.Errorf("report %+v", r)
	}
	first, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Export(ctx, b, o); err != nil {
		t.Fatalf("Export again over its own file: %v", err)
	}
	second, _ := os.ReadFile(out)
	if string(first) != string(second) {
		t.Error("the same export gives other bytes")
	}
}

func TestEventsComeInOrder(t *testing.T) {
	a := newApp(t)
	var mu sync.Mutex
	var got []string
	cancelled := a.Subscribe(func(app.Event) { t.Error("a cancelled subscriber was called") })
	cancelled()
	done := make(chan struct{})
	a.Subscribe(func(e app.Event) {
		mu.Lock()
		defer mu.Unlock()
		got = append(got, string(e.Kind))
		if e.Kind == app.SearchesChanged {
			close(done)
		}
	})
	e, err := a.ImportBytes(ctx, "talks.txt", []byte(talks))
	if err != nil {
		t.Fatal(err)
	}
	b, err := a.Draft(ctx, []briefing.ArticleID{e.Article})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Ice.")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := a.Undo(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if err := a.Tag(ctx, []briefing.ArticleID{e.Article}, []string{"ice"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.SaveSearch(ctx, app.SavedSearch{Name: "Ice", Text: "tag:ice"}); err != nil {
		t.Fatal(err)
	}
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("no event of the saved search")
	}
	mu.Lock()
	defer mu.Unlock()
	want := []string{"articles added", "briefing added", "briefing changed", "briefing changed", "articles changed", "searches changed"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestInventedWordsAreRefused(t *testing.T) {
	a, b := draft(t)
	l := extracted(t, b)
	w := l.Wording
	w.Text = "historic " + w.Text
	sneak := l
	sneak.Wording, sneak.Status = w, briefing.Verified
	_, err := a.Do(ctx, b.ID, briefing.Edit{Op: briefing.ReplaceLine, Name: "Sneak", Target: l.ID, Line: &sneak})
	if !errors.Is(err, briefing.ErrInvented) {
		t.Fatalf("a verified line with an invented word: %v, want ErrInvented", err)
	}
	if p := app.Explain(err); !strings.Contains(p.What, "1 word") || !strings.Contains(p.What, "historic") || p.Safe == "" || p.Do == "" {
		t.Errorf("Explain = %+v", p)
	}
	if now, _ := a.Briefing(ctx, b.ID); !cmp.Equal(b, now) {
		t.Error("the refused edit changed the briefing")
	}
	reword, err := b.Reword(l.ID, w)
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, b.ID, reword); err != nil {
		t.Fatalf("the same words, shown as edited: %v", err)
	}
	edited, _, _, _ := b.Find(l.ID)
	words, err := a.Trace(ctx, edited)
	if err != nil {
		t.Fatal(err)
	}
	if words[0].Text != "historic" || words[0].Class != briefing.YoursWord {
		t.Errorf("Trace calls %q %s, want it to be yours", words[0].Text, words[0].Class)
	}
	r, err := a.CheckExport(ctx, b, app.ExportOptions{Format: app.PDF, Unverified: true})
	if err != nil || len(r.Warnings) == 0 || r.Traced != r.Lines-1 {
		t.Errorf("CheckExport = %+v, %v; want a warning of the edited line", r, err)
	}
	tampered := b.Clone()
	for i := range tampered.Sections {
		for j := range tampered.Sections[i].Lines {
			if tampered.Sections[i].Lines[j].ID == l.ID {
				tampered.Sections[i].Lines[j].Status = briefing.Verified
			}
		}
	}
	out := filepath.Join(t.TempDir(), "x.pdf")
	if _, err := a.Export(ctx, tampered, app.ExportOptions{Path: out, Unverified: true}); !errors.Is(err, briefing.ErrInvented) {
		t.Errorf("Export of an invented word = %v, want ErrInvented", err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a refused export left a file")
	}
}

func TestSetDetailsReachesBriefings(t *testing.T) {
	a, b := draft(t)
	id := b.Articles[0].ID
	title, day := "  Talks\nin Strelsau ", briefing.Date{Year: 2019, Month: 12, Day: 5}
	if err := a.SetDetails(ctx, id, app.ArticleDetails{Title: &title, Published: &day}); err != nil {
		t.Fatal(err)
	}
	article, err := a.Article(ctx, id)
	if err != nil || article.Title != "Talks in Strelsau" || article.Published != day {
		t.Errorf("article = %+v, %v", article, err)
	}
	b, _ = a.Briefing(ctx, b.ID)
	if r := b.Articles[0]; r.Title != "Talks in Strelsau" || r.Published != day {
		t.Errorf("the briefing cites %+v", r)
	}
	if _, name, err := a.Undo(ctx, b.ID); name != "Article Details" || err != nil {
		t.Errorf("Undo = %q, %v", name, err)
	}
	if original, err := a.Original(ctx, id); string(original) != talks || err != nil {
		t.Errorf("the original changed: %q, %v", original, err)
	}
}

func TestUpdate(t *testing.T) {
	a, b := draft(t)
	l := extracted(t, b)
	reword, err := b.Reword(l.ID, briefing.Wording{Text: "My own words", Mode: l.Mode})
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, b.ID, reword); err != nil {
		t.Fatal(err)
	}
	e, err := a.ImportBytes(ctx, "more.txt", []byte("Sylvania and Ruritania signed an agreement on fishing in the Zenda lake on Friday.\n\nThe ministers discussed eel prices and the fishing season.\n"))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := a.UpdatePlan(ctx, b.ID, []briefing.ArticleID{e.Article})
	if err != nil || plan.Empty() {
		t.Fatalf("UpdatePlan = %+v, %v", plan, err)
	}
	own, err := a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Meanwhile."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Update(ctx, b.ID, plan); !errors.Is(err, briefing.ErrConflict) {
		t.Fatalf("Update by a plan of before = %v, want ErrConflict", err)
	}
	if plan, err = a.UpdatePlan(ctx, own.ID, []briefing.ArticleID{e.Article}); err != nil {
		t.Fatal(err)
	}
	if b, err = a.Update(ctx, b.ID, plan); err != nil {
		t.Fatal(err)
	}
	if kept, _, _, _ := b.Find(l.ID); kept.Text != "My own words" {
		t.Errorf("the update changed the analyst's line to %q", kept.Text)
	}
	if len(b.Articles) != 2 {
		t.Errorf("%d articles after the update, want 2", len(b.Articles))
	}
	back, name, err := a.Undo(ctx, b.ID)
	if err != nil || name != "Update from Articles" || !cmp.Equal(back, own) {
		t.Errorf("Undo of the update = %q, %v; briefing as before: %v", name, err, cmp.Equal(back, own))
	}
}

func TestSettings(t *testing.T) {
	a := newApp(t)
	s, err := a.Settings(ctx)
	if err != nil || s != app.DefaultSettings() {
		t.Errorf("settings of a new library = %+v, %v", s, err)
	}
	s.Theme, s.TLP, s.Paper = "dark", "TLP:AMBER", "letter"
	if err := a.SetSettings(ctx, s); err != nil {
		t.Fatal(err)
	}
	bad := s
	bad.Paper = "napkin"
	var refused *app.SettingError
	if err := a.SetSettings(ctx, bad); !errors.As(err, &refused) || refused.Name != "paper" {
		t.Errorf("SetSettings with paper napkin = %v", err)
	}
	if got, err := a.Settings(ctx); got != s || err != nil {
		t.Errorf("settings = %+v, %v; want %+v", got, err, s)
	}
	b, err := a.Blank(ctx, "Ice")
	if err != nil || b.Title() != "Ice" || b.Details.TLP != "TLP:AMBER" || b.Details.Paper != "letter" {
		t.Errorf("Blank = %+v, %v", b, err)
	}
	if err := a.SetView(ctx, "panes", []byte("{")); err == nil {
		t.Error("SetView took what is no JSON")
	}
}

func TestSample(t *testing.T) {
	a := newApp(t)
	id, err := a.LoadSample(ctx)
	if err != nil {
		t.Fatalf("LoadSample: %v", err)
	}
	if again, err := a.LoadSample(ctx); again != id || err != nil {
		t.Errorf("LoadSample again = %s, %v; want the same %s", again, err, id)
	}
	b, err := a.Briefing(ctx, id)
	if err != nil || len(b.Articles) != 3 || len(b.Lines()) < 5 {
		t.Fatalf("the sample's briefing has %d articles and %d lines, %v", len(b.Articles), len(b.Lines()), err)
	}
	if res, _ := a.Search(ctx, app.Query{Text: "tag:sample"}); res.Total != 3 {
		t.Errorf("%d articles tagged sample, want 3", res.Total)
	}
	if err := a.RemoveSample(ctx); err != nil {
		t.Fatal(err)
	}
	res, _ := a.Search(ctx, app.Query{})
	if rows, _ := a.Briefings(ctx); res.Total != 0 || len(rows) != 0 {
		t.Errorf("after RemoveSample there are %d articles and %d briefings", res.Total, len(rows))
	}
}

func TestSuggestion(t *testing.T) {
	a, _ := draft(t)
	res, err := a.Search(ctx, app.Query{Text: "zendda"})
	if err != nil || res.Suggest != "zenda" || res.SuggestTotal != 1 {
		t.Errorf("Search(zendda) = %+v, %v; want the suggestion zenda (1)", res, err)
	}
	_, err = a.Search(ctx, app.Query{Text: "after:2019-13"})
	if p := app.Explain(err); p.What != "‘after:2019-13’ is not a date. Example: after:2019-12-01" {
		t.Errorf("Explain = %q", p.What)
	}
}

func TestOpenErrorsAreExplained(t *testing.T) {
	dir := put(t, map[string]string{"diary.db": "Dear diary"})
	held := filepath.Join(dir, "held.db")
	open(t, held)
	tests := []struct {
		name string
		o    app.Options
		want error
		says string
	}{
		{"not a library", app.Options{Library: filepath.Join(dir, "diary.db")}, store.ErrNotLibrary, "is not a library"},
		{"in use", app.Options{Library: held}, store.ErrInUse, "open in another window"},
		{"nothing to read", app.Options{Library: filepath.Join(dir, "none.db"), ReadOnly: true}, os.ErrNotExist, "There is no library"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := app.Open(ctx, tt.o)
			if err == nil {
				a.Close()
			}
			if p := app.Explain(err); !errors.Is(err, tt.want) || !strings.Contains(p.What, tt.says) || p.Do == "" {
				t.Errorf("Open = %v; explained %q", err, p)
			}
		})
	}
}

func TestBackupAndRestore(t *testing.T) {
	a, b := draft(t)
	backup := filepath.Join(t.TempDir(), "copy.db")
	if err := a.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "After the backup.")); err != nil {
		t.Fatal(err)
	}
	replaced := make(chan struct{})
	a.Subscribe(func(e app.Event) {
		if e.Kind == app.LibraryReplaced {
			close(replaced)
		}
	})
	var refused *app.BackupError
	if _, err := a.Restore(ctx, filepath.Join(t.TempDir(), "none.db")); !errors.As(err, &refused) {
		t.Errorf("Restore of nothing = %v, want a BackupError", err)
	}
	kept, err := a.Restore(ctx, backup)
	if err != nil {
		t.Fatal(err)
	}
	<-replaced
	if now, err := a.Briefing(ctx, b.ID); err != nil || !cmp.Equal(now, b) {
		t.Errorf("restored, but the briefing is %+v, %v", now, err)
	}
	old := open(t, kept)
	if h, err := old.History(ctx, b.ID); err != nil || len(h.Entries) != 1 {
		t.Errorf("the library set aside has lost the edit: %+v, %v", h, err)
	}
	r, err := a.Doctor(ctx, app.DoctorOptions{TryRestore: true})
	if err != nil || !r.Healthy() {
		t.Errorf("Doctor = %+v, %v", r, err)
	}
	if _, err := app.RestoreFile(ctx, a.Path(), backup); !errors.Is(err, store.ErrInUse) {
		t.Errorf("RestoreFile under an open window = %v, want ErrInUse", err)
	}
}

func TestConcurrentUse(t *testing.T) {
	a, b := draft(t)
	var wg sync.WaitGroup
	for n := range 4 {
		wg.Go(func() {
			for i := range 5 {
				e := briefing.Edit{Op: briefing.InsertLine, Name: "New Line", Section: briefing.CommentSection,
					Line: &briefing.Line{ID: briefing.LineID(fmt.Sprintf("own-%d-%d", n, i)), Kind: briefing.AnalystLine, Wording: briefing.Wording{Text: "Ice."}}}
				if _, err := a.Do(ctx, b.ID, e); err != nil {
					t.Errorf("Do: %v", err)
				}
				if _, err := a.Search(ctx, app.Query{Text: "zenda"}); err != nil {
					t.Errorf("Search: %v", err)
				}
				if _, err := a.Preview(ctx, b); err != nil {
					t.Errorf("Preview: %v", err)
				}
			}
		})
	}
	wg.Wait()
	b, _ = a.Briefing(ctx, b.ID)
	if n := len(b.Section(briefing.CommentSection).Lines); n != 20 {
		t.Errorf("%d lines of 20 arrived", n)
	}
}
