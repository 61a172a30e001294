package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// This file is what the window answers to the narrow interfaces of its parts,
// where that takes more than a method that the window has anyway.

// readArticle is the article shown, or nil.
func (w *Window) readArticle() *briefing.Article { return w.reader.view.Article() }

// readSelection is what is selected in the article shown.
func (w *Window) readSelection() briefing.Span { return w.reader.selected() }

// readSpan brings words of the article shown into view.
func (w *Window) readSpan(s briefing.Span) { w.reader.view.ShowSpan(s) }

// endEditing saves what stands in the line editor and closes it.
func (w *Window) endEditing() { w.review.endEditing() }

// explainShort says of an error in the interface's language what happened.
func (w *Window) explainShort(err error) string { return app.ExplainIn(err, w.words).What }

// size is the window's, in the theme's units.
func (w *Window) size() fyne.Size { return w.win.Canvas().Size() }

// setClipboard puts text on the clipboard.
func (w *Window) setClipboard(text string) { w.o.Fyne.Clipboard().SetContent(text) }

// compareWith compares two articles that are selected, or asks what to compare
// the one shown with.
func (w *Window) compareWith() {
	if ids := w.library.selection(); len(ids) == 2 {
		w.compare(ids[0], ids[1])
		return
	}
	pickAlike(w, w.app, true)
}

// compare opens two articles side by side.
func (w *Window) compare(a, b briefing.ArticleID) { compare(w, w.app, a, b) }

// chosen are the settings.
func (w *Window) chosen() app.Settings { return w.settings }

// explainMore says in words what an export is to be warned of.
func (w *Window) explainMore(r app.ExportReport) []string { return r.Warn(w.words) }

// whenSaved has do called once the edits given are saved, and reports whether
// there are any.
func (w *Window) whenSaved(do func()) bool {
	if w.pending > 0 {
		w.tasks.InOrder(func(context.Context) func() { return do })
	}
	return w.pending > 0
}

// openPath opens a file or folder with the desktop's own program.
func (w *Window) openPath(path string) {
	if w.o.Open != nil {
		w.tasks.Go(func(context.Context) func() {
			err := w.o.Open(path)
			return func() { w.fail(err) }
		})
	}
}

// libraryPath is where the library is.
func (w *Window) libraryPath() string { return w.app.Path() }

// editor is the line editor that is open, or nil.
func (w *Window) editor() *lineEditor { return w.review.editor }

// singleKeys reports whether letters are commands in the list of lines.
func (w *Window) singleKeys() bool { return w.settings.SingleKeys }

// hasText reports whether the interface has a text of a key.
func (w *Window) hasText(key string) bool { return w.words.Has(key) }

// keysOf are a command's keys, in words.
func (w *Window) keysOf(id string) string { return shortcutText(w.commands[id].shortcut) }

// hideNotice takes the notice away.
func (w *Window) hideNotice() { w.notices.hide() }

// working says in the foot what goes on; "" is nothing.
func (w *Window) working(title string) { w.status.working(title) }

// showArticle shows an article; what is shown already stays where it is.
func (w *Window) showArticle(id briefing.ArticleID) { w.reader.open(id, nil) }

// coverageHidden reports whether only the selected line's evidence is marked.
func (w *Window) coverageHidden() bool { return w.view.CoverageHidden }

// focusPage gives the preview of the page the keyboard.
func (w *Window) focusPage() { w.preview.view.Focus() }

// askNotice shows a notice with the keyboard on its first button.
func (w *Window) askNotice(n notice) {
	w.notices.show(n)
	w.notices.focus()
}

// toggleCoverage shows or hides what the briefing uses beside the selected
// line.
func (w *Window) toggleCoverage() {
	w.view.CoverageHidden = !w.view.CoverageHidden
	w.reader.view.SetMargin(!w.view.CoverageHidden)
	w.reader.highlight()
	w.reader.tell()
	w.refreshMenu()
	w.rememberSoon()
}
