package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// The menu's shortcuts reach the window before the focused field, so those of
// text fields are handed on here.

var (
	undoTyping = &fyne.ShortcutUndo{}
	redoTyping = &fyne.ShortcutRedo{}
)

// field returns the text field that has the keyboard, if one has.
func (w *Window) field() (fyne.Shortcutable, bool) {
	switch f := w.win.Canvas().Focused().(type) {
	case *widget.Entry:
		return f, true
	case *fw.Entry:
		return f, true
	}
	return nil, false
}

// forwarded hands a shortcut to the focused text field, and reports whether
// there is one.
func (w *Window) forwarded(s fyne.Shortcut) bool {
	f, ok := w.field()
	if ok {
		f.TypedShortcut(s)
	}
	return ok
}

// inSheet hands a shortcut to the part of an open sheet that has the keyboard,
// and reports whether a sheet is open: nothing behind it hears of it.
func (w *Window) inSheet(s fyne.Shortcut) bool {
	if w.topSheet() == nil {
		return false
	}
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	}
	return true
}

func (w *Window) clip(s fyne.Shortcut) { w.forwarded(s) }

func (w *Window) copy() {
	board := w.o.Fyne.Clipboard()
	if w.forwarded(&fyne.ShortcutCopy{Clipboard: board}) || w.inSheet(&fyne.ShortcutCopy{Clipboard: board}) {
		return
	}
	if w.reader.pane.Focused() && !w.reader.previewing {
		if s := w.reader.view.SelectedText(); s != "" {
			board.SetContent(s)
		}
		return
	}
	w.copyLine(func(text string) string { return text })
}

// copyLine puts the selected line on the clipboard, if it may leave the
// library.
func (w *Window) copyLine(cited func(text string) string) {
	b, id := w.brief, w.review.list.Selected()
	if _, _, _, ok := b.Find(id); !ok {
		return
	}
	w.tasks.Go(func(ctx context.Context) func() {
		text, err := w.app.CopyLine(ctx, b, id)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.o.Fyne.Clipboard().SetContent(cited(text))
		}
	})
}

// copyCited copies with the source: its title, outlet, date and paragraph.
func (w *Window) copyCited() {
	board := w.o.Fyne.Clipboard()
	if a := w.reader.view.Article(); w.reader.pane.Focused() && a != nil {
		if s := w.reader.selected(); s.Len() > 0 {
			board.SetContent("“" + s.Of(a.Text) + "” (" + w.citation(a, s) + ")")
		}
		return
	}
	l, _, _, ok := w.brief.Find(w.review.list.Selected())
	if !ok || len(l.From) == 0 {
		return
	}
	w.tasks.Go(func(ctx context.Context) func() {
		a, err := w.app.Article(ctx, l.From[0].Article)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.copyLine(func(text string) string { return text + " (" + w.citation(a, l.From[0].Span) + ")" })
		}
	})
}

// citation names an article and the paragraph of a span, with nothing that
// the article does not give.
func (w *Window) citation(a *briefing.Article, s briefing.Span) string {
	var parts []string
	for _, p := range []string{a.Outlet, a.Title, w.date(a.Published), a.URL} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, a.Source.Name)
	}
	return strings.Join(parts, ", ") + ", ¶" + day(briefing.ParagraphAt(a.Paragraphs, s.Start))
}

func (w *Window) selectAll() {
	if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// paste pastes into a text field; anywhere else it adds the clipboard's text
// to the library, as the articles it holds.
func (w *Window) paste() {
	if w.forwarded(&fyne.ShortcutPaste{Clipboard: w.o.Fyne.Clipboard()}) || w.topSheet() != nil {
		return
	}
	w.pasteArticle()
}

func (w *Window) pasteArticle() {
	text := w.o.Fyne.Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		w.notices.show(notice{text: w.t("paste.empty")})
		return
	}
	if paths := droppedPaths(text); len(paths) > 0 { // files copied in a file manager
		w.importPaths(paths)
		return
	}
	if pastedLink(text) { // its words are not here, and nothing is fetched
		w.notices.show(notice{text: w.t("paste.link"), bad: true})
		return
	}
	w.imports.begin()
	name := w.t("paste.name", "time", w.o.Now().Format("2006-01-02 15.04"))
	w.tasks.Go(func(ctx context.Context) func() {
		report, err := w.app.ImportText(ctx, name, []byte(text))
		return func() {
			w.imports.add(report.Events)
			w.imports.ended(report, err)
		}
	})
}

// popUpMenu opens a menu below a part of the window.
func (w *Window) popUpMenu(menu *fyne.Menu, below fyne.CanvasObject) {
	fw.ShowPopUpMenuAtRelativePosition(menu, w.win.Canvas(), fyne.NewPos(0, below.Size().Height), below)
}

// popUp shows commands in a menu where the mouse is.
func (w *Window) popUp(at fyne.Position, ids ...string) {
	var none strings.Builder
	menu := fyne.NewMenu("")
	for _, id := range ids {
		menu.Items = append(menu.Items, w.menuItem(id, &none))
	}
	fw.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
}

// zoom makes all text larger (1), smaller (-1) or standard (0).
func (w *Window) zoom(dir int) {
	s := w.settings
	switch dir {
	case 0:
		s.TextSize = 1
	default:
		s.TextSize = max(0.8, min(2, s.TextSize+0.1*float64(dir)))
	}
	w.setSettings(s)
}
