package gui

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// viewState is what the window remembers of itself. Losing it loses nothing
// but comfort.
type viewState struct {
	Width, Height float32
	Outer, Inner  float64 // offsets of the splits
	LibraryHidden bool
	// CoverageHidden leaves out the marks of what a briefing uses; evidence of
	// the selected line stays.
	CoverageHidden bool
	Briefing       briefing.BriefingID
	Line           briefing.LineID
	Language       string
	BriefingsOpen  bool
	ChooseFolder   string   // where articles were added from last
	Folders        []string // where files were added from lately, the last first
}

// maxFolders is how many folders are remembered: as many as a menu shows at a
// glance.
const maxFolders = 8

// rememberFolder puts a folder at the head of those used lately.
func (v *viewState) rememberFolder(dir string) {
	v.Folders = append([]string{dir}, slices.DeleteFunc(v.Folders, func(f string) bool { return f == dir })...)
	v.Folders = v.Folders[:min(len(v.Folders), maxFolders)]
}

const viewKey = "window"

func (w *Window) loadView(ctx context.Context) {
	w.view = viewState{Width: 1280, Height: 760, Outer: 0.22, Inner: 0.52, BriefingsOpen: true}
	if data, err := w.app.View(ctx, viewKey); err == nil && data != nil {
		_ = json.Unmarshal(data, &w.view) // an unreadable one leaves the standard
	}
	w.view.Width, w.view.Height = max(640, w.view.Width), max(420, w.view.Height)
	w.win.Resize(fyne.NewSize(w.view.Width, w.view.Height))
}

// rememberSoon keeps the view when it has not changed for a while, so that it
// outlives a crash, too.
func (w *Window) rememberSoon() {
	w.remember.Go(func(context.Context) (bool, error) { return true, nil }, func(bool, error) { w.saveView() })
}

// saveView keeps the view; it is called when the window closes, too.
func (w *Window) saveView() {
	s := w.win.Canvas().Size()
	if s.Width > 200 && !w.win.FullScreen() {
		w.view.Width, w.view.Height = s.Width, s.Height
	}
	w.view.Outer, w.view.Inner = w.outer.Offset, w.inner.Offset
	w.view.Briefing, w.view.Line = w.brief.ID, w.review.list.Selected()
	data, err := json.Marshal(w.view)
	if err != nil {
		return
	}
	w.tasks.InOrder(func(ctx context.Context) func() {
		_ = w.app.SetView(ctx, viewKey, data) // comfort only; a full disk is told of by edits
		return nil
	})
}

// language is the interface's language: the person's choice, else the
// environment's.
func (w *Window) language() string { return languageOf(w.view.Language) }

// languageOf is the language wanted, else the environment's, if it is one of
// ours.
func languageOf(want string) string {
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if want == "" {
			want, _, _ = strings.Cut(os.Getenv(v), "_")
		}
	}
	for _, l := range Languages {
		if l.Code == want {
			return want
		}
	}
	return "en"
}

// folders are where files were picked from: last, and lately.
func (w *Window) folders() (last string, lately []string) { return w.view.ChooseFolder, w.view.Folders }

// folderShown takes note of a folder that files are picked from.
func (w *Window) folderShown(dir string) { w.view.ChooseFolder = dir }

// folderUsed takes note of a folder that files were picked from.
func (w *Window) folderUsed(dir string) { w.view.rememberFolder(dir) }
