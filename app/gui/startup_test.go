package gui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// worked makes a library with the sample in it and returns its path. end, if
// not nil, sees the library while it is open.
func worked(t *testing.T, end func(a *app.App, b briefing.BriefingID)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	a, err := app.Open(t.Context(), app.Options{Library: path})
	if err != nil {
		t.Fatal(err)
	}
	id, err := a.LoadSample(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if end != nil {
		end(a, id)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// cutOff returns the path of a library as a crash would leave it.
func cutOff(t *testing.T) string {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "library.db")
	worked(t, func(a *app.App, id briefing.BriefingID) {
		b, err := a.Briefing(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Do(t.Context(), id, b.NewLine(briefing.CommentSection, 0, "Mine.")); err != nil {
			t.Fatal(err)
		}
		for _, ending := range []string{"", "-wal"} {
			data, err := os.ReadFile(a.Path() + ending)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(copied+ending, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	})
	return copied
}

func TestRecoveryNotice(t *testing.T) {
	path := cutOff(t)
	a, err := app.Open(t.Context(), app.Options{Library: path}) // a command in between
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Tag(t.Context(), nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	s.until("the briefing", func() bool { return s.brief.ID != "" })
	s.settle()
	if !strings.Contains(s.notices.now.text, "closed unexpectedly") {
		t.Fatalf("after a crash the notice says %q", s.notices.now.text)
	}
	s.review.focus()
	s.press(fyne.KeyF6)
	if s.review.tray.focused() {
		s.press(fyne.KeyF6)
	}
	if !s.notices.focused() {
		t.Fatal("F6 did not go to the notice")
	}
	s.press(fyne.KeyReturn) // Show What Changed
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("Show What Changed shows nothing")
	}
	s.press(fyne.KeyEscape)
	s.notices.show(notice{text: "once more"})
	s.notices.focus()
	s.press(fyne.KeyEscape)
	if s.notices.box.Visible() || !s.review.pane.Focused() {
		t.Error("Escape did not dismiss the notice and go back to the lines")
	}
}

func TestRecoveryIsToldOnce(t *testing.T) {
	path := cutOff(t)
	t.Run("first", func(t *testing.T) { open(t, path).settle() })
	s := open(t, path)
	s.settle()
	if s.notices.now.text != "" {
		t.Errorf("the second start says %q", s.notices.now.text)
	}
}

func TestDaysBackup(t *testing.T) {
	path := worked(t, nil)
	s := open(t, path)
	backups := func() int {
		t.Helper()
		s.settle()
		all, err := s.app.Backups(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if got := backups(); got != 1 {
		t.Fatalf("%d backups after the start, want today's", got)
	}
	s.backUpSoon()
	if got := backups(); got != 1 {
		t.Errorf("%d backups when looked after twice a day, want 1", got)
	}
}

func TestEmptyLibraryIsNotBackedUpUntilThereIsSomething(t *testing.T) {
	s := newStage(t)
	s.settle()
	if all, _ := s.app.Backups(t.Context()); len(all) != 0 {
		t.Fatalf("an empty library was backed up: %v", all)
	}
	s.do("sample")
	s.until("the briefing", func() bool { return s.brief.ID != "" })
	s.settle()
	s.review.focus()
	s.typed("v")
	if all, _ := s.app.Backups(t.Context()); len(all) != 1 {
		t.Errorf("%d backups after the first edit, want 1", len(all))
	}
}

func TestReadOnlyWindowSaysSo(t *testing.T) {
	path := worked(t, nil)
	s := openStage(t, app.Options{Library: path, ReadOnly: true}, Options{Said: "Because."})
	s.until("the briefing", func() bool { return s.brief.ID != "" })
	s.settle()
	if text := s.notices.now.text; !strings.HasPrefix(text, "Because. ") || !strings.Contains(text, "read only") {
		t.Errorf("the notice says %q", text)
	}
	if title := s.win.Title(); !strings.Contains(title, "(read-only)") {
		t.Errorf("the title says %q", title)
	}
	first := s.brief.Lines()[0]
	s.selectLine(first.ID)
	s.review.focus()
	s.typed("v")
	if got := s.line(first.ID).Status; got != first.Status || !s.notices.now.bad {
		t.Errorf("V: status %q, notice %q; want a refusal", got, s.notices.now.text)
	}
}

// spoil overwrites part of a library's file, past its header, or all of its
// beginning.
func spoil(t *testing.T, path string, from, to int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte(strings.Repeat("damaged!", int(min(to, info.Size())-from)/8)), from); err != nil {
		t.Fatal(err)
	}
}

// rescued is a window for a library that does not open, and what it opened.
type rescued struct {
	*stage
	r    *Rescue
	app  *app.App
	said string
}

func rescue(t *testing.T, path string) *rescued {
	t.Helper()
	_, err := app.Open(t.Context(), app.Options{Library: path})
	if err == nil {
		t.Fatal("the library opens")
	}
	return rescueFrom(t, path, err)
}

// rescueFrom is rescue for a reason given; the person's own library is beside
// the one that does not open.
func rescueFrom(t *testing.T, path string, reason error) *rescued {
	t.Helper()
	s := &rescued{stage: &stage{t: t, queue: make(queue, 1000)}}
	fa := test.NewTempApp(t)
	open := func(path string, readOnly bool, said string) error {
		a, err := app.Open(t.Context(), app.Options{Library: path, ReadOnly: readOnly})
		if err == nil {
			s.app, s.said = a, said
			t.Cleanup(func() { a.Close() })
		}
		return err
	}
	var err error
	s.r, err = NewRescue(t.Context(), RescueOptions{Fyne: fa, Window: fa.NewWindow(""), Library: path, Reason: reason, Post: s.queue.post,
		Open: func(readOnly bool, said string) error { return open(path, readOnly, said) },
		Own:  func() error { return open(filepath.Join(filepath.Dir(path), "own.db"), false, "") }})
	if err != nil {
		t.Fatal(err)
	}
	for s.r.tasks.Busy() {
		s.step(10 * time.Second)
	}
	return s
}

func (s *rescued) tap(text string) {
	s.t.Helper()
	for _, b := range s.r.box.buttons {
		if b.Text == text && !b.Disabled() {
			b.OnTapped()
			for s.r.tasks.Busy() {
				s.step(10 * time.Second)
			}
			return
		}
	}
	s.t.Fatalf("no button %q that can be pressed; the text says %q", text, s.r.box.text.Text())
}

func TestDamagedLibraryIsRestored(t *testing.T) {
	path := worked(t, func(a *app.App, _ briefing.BriefingID) {
		if _, err := a.BackupIfDue(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
	spoil(t, path, 0, 1<<20)
	s := rescue(t, path)
	if text := s.r.box.text.Text(); !strings.Contains(text, "last good backup is of 20") {
		t.Errorf("the window says %q", text)
	}
	s.tap("Restore Backup")
	if s.app == nil || !strings.Contains(s.said, "-replaced-") {
		t.Fatalf("not open after the restore; the window says %q, it began with %q", s.r.box.text.Text(), s.said)
	}
	if rows, err := s.app.Briefings(t.Context()); err != nil || len(rows) != 1 {
		t.Errorf("%d briefings in the restored library, %v", len(rows), err)
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(path), "library-replaced-*.db"))
	if err != nil || len(kept) != 1 {
		t.Errorf("the damaged file was kept as %v, %v", kept, err)
	}
}

func TestDamagedLibraryWithoutABackup(t *testing.T) {
	path := worked(t, nil)
	spoil(t, path, 0, 1<<20)
	s := rescue(t, path)
	if text := s.r.box.text.Text(); !strings.Contains(text, "no good backup") {
		t.Errorf("the window says %q", text)
	}
	if !s.r.box.buttons[0].Disabled() {
		t.Error("there is nothing to restore, but Restore Backup can be pressed")
	}
	s.tap("Open Read-Only") // cannot work either: nothing is left
	if s.app != nil {
		t.Error("opened what holds nothing")
	}
	if text := s.r.box.text.Text(); !strings.Contains(text, "not a library") {
		t.Errorf("after a try that failed the window says %q", text)
	}
}

func TestLibraryInUseIsOfferedToRead(t *testing.T) {
	path := worked(t, nil)
	other, err := app.Open(t.Context(), app.Options{Library: path})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	s := rescue(t, path)
	s.tap("Try Again")
	if s.app != nil {
		t.Fatal("opened a library that another process writes to")
	}
	s.tap("Open Read-Only")
	if s.app == nil || !s.app.ReadOnly() || s.said == "" {
		t.Errorf("want it open to be read only; the window says %q", s.r.box.text.Text())
	}
}

// TestLibraryThatIsNotThereIsAskedAbout names a library by a path that holds
// none, as a slip of the finger does: nothing is made there unless it is asked
// for, and Enter opens the person's own.
func TestLibraryThatIsNotThereIsAskedAbout(t *testing.T) {
	path := filepath.Join(t.TempDir(), "libary.db")
	s := rescueFrom(t, path, fs.ErrNotExist)
	if text := s.r.box.text.Text(); !strings.Contains(text, path) || !strings.Contains(text, "Nothing was made") {
		t.Errorf("the window says %q", text)
	}
	if s.r.box.buttons[0].Text != "Open My Library" {
		t.Errorf("Enter presses %q", s.r.box.buttons[0].Text)
	}
	s.tap("Open My Library")
	if s.app == nil || filepath.Base(s.app.Path()) != "own.db" || !app.NoLibrary(path) {
		t.Errorf("the person's own library is not open, or one was begun at %s", path)
	}
	s = rescueFrom(t, path, fs.ErrNotExist)
	s.tap("Begin a Library There")
	if s.app == nil || s.app.Path() != path {
		t.Error("no library was begun where it was asked for")
	}
}

// TestDamageFoundWhileOpen spoils the middle of the file, which shows only
// when that part is read.
func TestDamageFoundWhileOpen(t *testing.T) {
	path := worked(t, func(a *app.App, _ briefing.BriefingID) {
		if _, err := a.BackupIfDue(t.Context()); err != nil {
			t.Fatal(err)
		}
	})
	all, err := app.BackupsOf(path)
	if err != nil || len(all) != 1 {
		t.Fatalf("backups: %v, %v", all, err)
	}
	s := open(t, path)
	s.until("the briefing", func() bool { return s.brief.ID != "" })
	s.settle()
	s.fail(&app.LibraryError{Path: path, Err: errors.Join(briefing.ErrDamaged, errors.New("page 7"))})
	if s.Window.rescue == nil {
		t.Fatal("nothing is offered")
	}
	s.settle()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no sheet is shown")
	}
	tap(t, top, "Restore Backup")
	s.settle()
	if !strings.Contains(s.notices.now.text, "is in place") {
		t.Errorf("after the restore the notice says %q", s.notices.now.text)
	}
	s.until("the briefing of the backup", func() bool { return s.brief.ID != "" })
}
