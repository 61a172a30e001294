package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// drop adds files, by name, and waits for the import to end.
func (s *stage) drop(files map[string]string) {
	s.t.Helper()
	dir := s.t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			s.t.Fatal(err)
		}
	}
	s.importPaths([]string{dir})
	s.until("the import", func() bool { return !s.imports.running && len(s.imports.events) == len(files) })
	s.settle()
}

// row returns the row and the outcome of a file in the import panel.
func (s *stage) row(name string) (int, importOutcome) {
	s.t.Helper()
	for i := range s.imports.shown {
		if e, _ := s.imports.event(i); e.Name == name {
			return i, s.imports.outcome(e)
		}
	}
	s.t.Fatalf("no row for %s", name)
	return 0, importOutcome{}
}

// act does what Enter on a file's row does.
func (s *stage) act(name string) {
	s.t.Helper()
	i, _ := s.row(name)
	s.imports.list.OnEnter(i)
	s.settle()
}

const dated = "<html><head><title>Talks</title><meta property=\"article:published_time\" content=\"2019-12-05\"></head><body><article><p>The ministers of Norland and Sudland met on Tuesday in Rivertown. They agreed to share the water of the river.</p></article></body></html>"

func TestDateIsSetInTheRow(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"talks.txt": talks})
	if _, o := s.row("talks.txt"); o.actions[0].verb != "Set Date…" || !o.look {
		t.Fatalf("the row offers %q", o.actions[0].verb)
	}
	s.act("talks.txt")
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("a sheet is in the way")
	}
	field, ok := s.win.Canvas().Focused().(*widget.Entry)
	if !ok {
		t.Fatalf("the keyboard is with %T, want the field in the row", s.win.Canvas().Focused())
	}
	field.SetText("5/12/19")
	s.press(fyne.KeyReturn)
	_, o := s.row("talks.txt")
	if len(o.actions) != 2 || o.actions[0].verb != "5 Dec 2019" || !strings.Contains(o.text, "two ways") {
		t.Fatalf("of a date with two readings the row says %q and offers %+v", o.text, o.actions)
	}
	o.actions[0].do()
	s.settle()
	if _, o := s.row("talks.txt"); !strings.Contains(o.text, "5 Dec 2019 (set by you)") || o.look {
		t.Errorf("after that the row says %q", o.text)
	}
	s.imports.focus()
	s.press(fyne.KeyEscape)
	if s.imports.box.Visible() {
		t.Error("Escape did not close the panel")
	}
}

func TestPageKeptOutIsAddedAnyway(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"whole.html": dated, "cut.html": dated[:strings.Index(dated, "share the")+12] + " catch"})
	if got := s.imports.counts[app.Failed]; got != 1 {
		t.Fatalf("%d kept out, want the page that was cut off", got)
	}
	if _, o := s.row("cut.html"); !strings.Contains(o.text, "ends early") || o.actions[0].verb != "Add Anyway" {
		t.Errorf("the row says %q", o.text)
	}
	s.act("cut.html")
	if got := s.imports.counts[app.Failed]; got != 0 {
		t.Errorf("%d still kept out", got)
	}
	s.until("both in the list", func() bool { return s.library.list.Count() == 2 })
	_, o := s.row("cut.html") // most of it stands in the whole page
	if o.actions[0].verb != "Compare" {
		t.Fatalf("the row says %q and offers %q", o.text, o.actions[0].verb)
	}
	s.act("cut.html")
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("Compare shows nothing")
	}
	s.press(fyne.KeyEscape)
	s.imports.undo()
	s.until("none in the list", func() bool { return s.library.list.Count() == 0 })
}

func TestLettersThatLookWrong(t *testing.T) {
	s := newStage(t)
	s.settle()
	mixed := strings.Repeat("Los señores de la región están aquí. ", 12) + "Ma\xf1ana.\n" // UTF-8 but for one letter
	page := "<html><head><meta charset=\"shift_jis\"></head><body><p>El ministro visit\xf3 la regi\xf3n por la ma\xf1ana.</p><p>" +
		strings.Repeat("Nadie dijo nada de eso. ", 20) + "</p></body></html>"
	s.drop(map[string]string{"mixed.txt": mixed, "wrong.html": page, "plain.txt": talks})
	_, o := s.row("mixed.txt")
	if o.actions[0].verb != "Encoding…" || !o.look {
		t.Errorf("UTF-8 but for one letter: the row says %q and offers %+v", o.text, o.actions)
	}
	i, o := s.row("wrong.html") // what it declares cannot be: its letters were believed
	if !strings.Contains(o.text, "windows-1252") || o.actions[1].verb != "Encoding…" {
		t.Errorf("a page that declares the wrong encoding: the row says %q and offers %+v", o.text, o.actions)
	}
	e, _ := s.imports.event(i)
	e.Odd, e.Encoding = true, "windows-1250"
	s.imports.events[s.imports.shown[i]] = e
	if _, o = s.row("wrong.html"); !strings.Contains(o.text, "Windows-1250 reads well") || o.actions[0].verb != "Use Windows-1250" {
		t.Fatalf("the row says %q and offers %+v", o.text, o.actions)
	}
	s.act("wrong.html")
	if _, o := s.row("wrong.html"); strings.Contains(o.text, "look wrong") {
		t.Errorf("after that the row says %q", o.text)
	}
	e, _ = s.imports.event(i)
	a, err := s.app.Article(t.Context(), e.Article)
	if err != nil || a.Source.Encoding != "windows-1250" {
		t.Errorf("read in %s, %v", a.Source.Encoding, err)
	}
	s.imports.toggleOnly()
	for i := range s.imports.shown {
		if e, _ := s.imports.event(i); !s.imports.outcome(e).look {
			t.Errorf("%s is shown among those to look at", e.Name)
		}
	}
}

func TestImportPausesAndGoesOn(t *testing.T) {
	s := newStage(t)
	s.settle()
	dir := t.TempDir()
	const files = 60
	for i := range files {
		text := fmt.Sprintf("The ministers met on day %d in town %d. They agreed to share river %d.\n", i, i, i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.importPaths([]string{dir})
	s.imports.pause()
	s.until("some files", func() bool { return len(s.imports.events) > 0 })
	for s.step(300_000_000) { // until nothing more comes
	}
	if n := len(s.imports.events); n >= files || !s.imports.running {
		t.Fatalf("paused, but %d of %d files were read", n, files)
	}
	if !strings.HasPrefix(s.imports.head.Title, "Paused after") || s.imports.pauseB.Text != "Resume" {
		t.Errorf("the panel says %q, the button %q", s.imports.head.Title, s.imports.pauseB.Text)
	}
	s.imports.close()
	if !s.status.work.Visible() {
		t.Error("with the panel closed, nothing says that files are being added")
	}
	s.imports.open()
	s.imports.pause()
	s.until("all files", func() bool { return !s.imports.running && len(s.imports.events) == files })
	s.settle()

	s.importPaths([]string{dir}) // once more, stopped while it waits
	s.imports.pause()
	s.until("some files", func() bool { return len(s.imports.events) > 0 })
	s.imports.stop()
	s.until("the end", func() bool { return !s.imports.running })
	s.settle()
}

func TestImportReportIsNeverWrittenOverAFile(t *testing.T) {
	s := newStage(t)
	s.settle()
	path := write(t, "report.txt", "mine")
	s.writeNew(path, []byte("other"))
	s.settle()
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" || !s.notices.now.bad {
		t.Errorf("the file holds %q, %v; the notice says %q", data, err, s.notices.now.text)
	}
	s.writeNew(path+".new", []byte("other"))
	s.settle()
	if data, err := os.ReadFile(path + ".new"); err != nil || string(data) != "other" {
		t.Errorf("the new file holds %q, %v", data, err)
	}
}
