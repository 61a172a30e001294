package gui

import (
	"context"

	"example.org/attache/app"
)

// setSettings keeps and applies settings at once.
func (w *Window) setSettings(s app.Settings) {
	look := s.Theme != w.settings.Theme || s.TextSize != w.settings.TextSize
	if s == w.settings {
		return
	}
	w.settings = s
	if look {
		w.o.Fyne.Settings().SetTheme(NewTheme(s.Theme, float32(s.TextSize)))
		w.redraw()
	}
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.SetSettings(ctx, s)
		return func() { w.fail(err) }
	})
}

// redraw has our own widgets lay out and colour anew, after a change of theme.
func (w *Window) redraw() {
	w.library.list.Refresh()
	w.library.briefings.list.Refresh()
	w.reader.view.Refresh()
	w.review.list.Refresh()
	w.screen.Refresh()
	for _, s := range w.sheets {
		s.refresh()
	}
}

// setLanguage builds the window anew in another language.
func (w *Window) setLanguage(code string) {
	words, err := LoadWords(code)
	if err != nil {
		w.fail(err)
		return
	}
	w.review.endEditing()
	w.view.Language, w.words = code, words
	w.view.Outer, w.view.Inner = w.outer.Offset, w.inner.Offset
	article, selected := w.reader.view.Article(), w.review.list.Selected()
	w.build()
	w.library.reload()
	w.showBriefing(w.brief, w.history)
	if article != nil {
		w.reader.show(article)
	}
	w.selectLine(selected)
	w.saveView()
}
