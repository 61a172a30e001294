package gui

import (
	"flag"
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// TestShots pictures every view, in every language, at three sizes and with
// large letters, in three themes, to be looked at:
//
//	go test ./app/gui -run Shots -shots /tmp/shots
//	.ci/contact-sheets /tmp/shots
//
// -only fr-1000x650-light makes one of the combinations.
var (
	shots = flag.String("shots", "", "folder for the pictures of TestShots")
	only  = flag.String("only", "", "the one combination TestShots makes, such as fr-1000x650-light")
)

// shotSizes are the windows that are pictured.
var shotSizes = []struct {
	name   string
	window fyne.Size
	text   float64
}{
	{"1000x650", fyne.NewSize(1000, 650), 1},
	{"1366x768", fyne.NewSize(1366, 768), 1},
	{"1920x1080", fyne.NewSize(1920, 1080), 1},
	{"1366x768-200", fyne.NewSize(1366, 768), 2},
}

// shotViews are the views beside the sheets, in the order they are walked.
var shotViews = []struct {
	name string
	show func(*stage)
}{
	{"review", func(s *stage) { s.review.focus() }},
	{"library", func(s *stage) { s.library.focus() }},
	{"reader", func(s *stage) { s.reader.focus() }},
	{"search", func(s *stage) { s.library.search.SetText("harbour") }},
	{"search-none", func(s *stage) { s.library.search.SetText("harbuor") }},
	{"search-over", func(s *stage) { s.library.search.SetText("") }},
	{"find", func(s *stage) { s.do("find") }},
	{"editor", func(s *stage) { s.reader.find.close(); s.review.focus(); s.do("edit-line") }},
	{"editor-words", func(s *stage) {
		s.typed(" of my own")
	}},
	{"edited", func(s *stage) { s.review.endEditing() }},
	{"conflict-line", func(s *stage) { s.contest() }},
	{"problem", func(s *stage) { s.fail(fmt.Errorf("write /media/usb/briefing.pdf: %w", os.ErrPermission)) }},
	{"problem-over", func(s *stage) { s.notices.dismiss() }},
	{"preview", func(s *stage) { s.do("preview") }},
	{"preview-over", func(s *stage) { s.do("preview") }},
	{"tray", func(s *stage) {
		if s.review.tray.box.Visible() {
			s.review.tray.focus()
		}
	}},
	{"imported", func(s *stage) { s.importPaths([]string{importedByShots(s.t)}) }},
}

// importedByShots writes a folder with files that import in several ways.
func importedByShots(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"ferry.txt": "Ferry talks end in Lund\n\nThe ministers met on Monday. They agreed to open the pier by May.\n",
		"empty.txt": "",
		"old.txt":   "La r\xe9union s'est tenue \xe0 Gen\xe8ve. Les d\xe9l\xe9gu\xe9s ont sign\xe9 l'accord.\n",
		"a-name-that-is-longer-than-any-row-of-a-small-window-could-show-in-full-2019-12-05-final-v2.txt": "Pier opens\n\nThe pier opened on Tuesday, the mayor said.\n",
		"scan.pdf": "%PDF-1.4\nnot a page\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestShots(t *testing.T) {
	if *shots == "" {
		t.Skip("makes a thousand pictures: -shots FOLDER")
	}
	for _, l := range Languages {
		for _, size := range shotSizes {
			for _, look := range []string{"light", "dark", "contrast"} {
				name := fmt.Sprintf("%s-%s-%s", l.Code, size.name, look)
				if *only != "" && *only != name {
					continue
				}
				t.Run(name, func(t *testing.T) {
					dir := filepath.Join(*shots, name)
					if err := os.MkdirAll(dir, 0o700); err != nil {
						t.Fatal(err)
					}
					dressed := func(s *stage) {
						s.win.Resize(size.window)
						s.setLanguage(l.Code)
						choice := s.settings
						choice.TextSize, choice.Theme = size.text, look
						s.setSettings(choice)
					}
					empty := newStage(t)
					dressed(empty)
					empty.until("the empty library", func() bool { return empty.empty.wanted })
					empty.picture(dir, "00-first-run")
					s := sample(t)
					dressed(s)
					s.settle()
					s.walkShots(dir)
				})
			}
		}
	}
}

// walkShots pictures the views, and then every sheet.
func (s *stage) walkShots(dir string) {
	for i, v := range shotViews {
		v.show(s)
		s.settle()
		s.picture(dir, fmt.Sprintf("%02d-%s", i+1, v.name))
	}
	s.imports.close()
	openers := sheetOpeners(s.t)
	for _, name := range slices.Sorted(maps.Keys(openers)) {
		s.opens(openers[name])
		if s.topSheet() == nil {
			continue // no sheet belongs to it now
		}
		s.picture(dir, "sheet-"+name)
		for top := s.topSheet(); top != nil; top = s.topSheet() {
			top.close()
			s.settle()
		}
	}
}

// picture writes what the window shows, laid out as the desktop lays out what
// has changed its size.
func (s *stage) picture(dir, name string) {
	s.t.Helper()
	size := s.win.Canvas().Size()
	for _, by := range []float32{-1, 0} {
		s.win.Resize(size.AddWidthHeight(0, by))
		s.settle()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(f, s.win.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		s.t.Fatal(err)
	}
}
