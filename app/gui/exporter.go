package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// exporter writes the briefing shown to files, and has it printed.
type exporter struct {
	host    exportHost
	store   exportStore
	last    string // path of the last file
	printed string // folder of pages to be printed, "" before the first
}

// exportHost is what exporting needs of the window.
type exportHost interface {
	sheetHost
	shown() briefing.Briefing
	endEditing()
	whenSaved(do func()) bool // has do called once the edits given are saved; false where they are
	chosen() app.Settings
	setSettings(app.Settings)
	explainMore(app.ExportReport) []string // what to be warned of, in words
	giveBackFocus()
	choose(chooserLook)
	setClipboard(string)
	openPath(string)
	refreshMenu()
}

// exportStore is what it asks of the library.
type exportStore interface {
	CheckExport(context.Context, briefing.Briefing, app.ExportOptions) (app.ExportReport, error)
	Export(context.Context, briefing.Briefing, app.ExportOptions) (app.ExportReport, error)
	CopyText(context.Context, briefing.Briefing, app.ExportOptions) (string, error)
}

// fileName proposes a name: the title and the date, without what a file
// system would refuse.
func (x *exporter) fileName() string {
	b := x.host.shown()
	name := b.Title()
	if name == "" {
		name = x.host.t("briefing.untitled")
	}
	for _, a := range b.Articles {
		if a.Published.Complete() {
			name += " " + a.Published.String()
			break
		}
	}
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(oneLine(name), ". ")
	if runes := []rune(name); len(runes) > 80 {
		name = strings.TrimSpace(string(runes[:80]))
	}
	return name
}

// to writes the file and says where it is.
func (x *exporter) to(o app.ExportOptions, then func(error)) {
	b := x.host.shown()
	x.host.work().Go(func(ctx context.Context) func() {
		r, err := x.store.Export(ctx, b, o)
		return func() {
			if err == nil {
				x.exported(r)
			}
			then(err)
		}
	})
}

func (x *exporter) exported(r app.ExportReport) {
	w := x.host
	x.last = r.Path
	w.refreshMenu()
	w.event("exported", "path", r.Path, "bytes", r.Bytes, "pages", r.Pages)
	text := w.t("export.done", "name", filepath.Base(r.Path))
	if r.Pages == 1 {
		text += " " + w.t("export.pages")
	}
	w.notify(notice{text: text, actions: []noticeAction{
		{w.t("export.open"), func() { w.openPath(r.Path) }},
		{w.t("export.show"), func() { w.openPath(filepath.Dir(r.Path)) }},
	}})
}

// again writes the last file once more.
func (x *exporter) again() {
	s := x.host.chosen()
	x.to(app.ExportOptions{Path: x.last, Annex: s.Annex, Unverified: s.Unverified, Author: s.PrintAuthor, Trace: s.Trace}, x.host.fail)
}

// print exports to a folder that only its owner can read, and opens the page
// in the desktop's own viewer, which prints: Fyne cannot. The folder goes when
// the window is closed.
func (x *exporter) print() {
	w := x.host
	if x.printed == "" {
		dir, err := os.MkdirTemp("", "attache-print-")
		if err != nil {
			w.fail(&app.WriteError{Path: os.TempDir(), Err: err, Saved: true})
			return
		}
		x.printed = dir
	}
	o := app.ExportOptions{Path: filepath.Join(x.printed, x.fileName()+".pdf"), Unverified: w.chosen().Unverified, Overwrite: true}
	b := w.shown()
	w.work().Go(func(ctx context.Context) func() {
		_, err := x.store.Export(ctx, b, o)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.notify(notice{text: w.t("print.done")})
			w.openPath(o.Path)
			w.event("printed", "path", o.Path)
		}
	})
}

// clean takes away what was made to be printed.
func (x *exporter) clean() {
	if x.printed != "" {
		_ = os.RemoveAll(x.printed) // the system empties its folder of temporary files, too
	}
}
