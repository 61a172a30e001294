package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// emptyState is what an empty library shows.
type emptyState struct {
	host   tools
	box    *fyne.Container
	wanted bool
	add    *widget.Button
	folder *widget.Button
	sample *widget.Button
}

// emptyHost is what it needs of the window.
type emptyHost interface {
	tools
	do(id string)
	libraryPath() string
}

func newEmptyState(w emptyHost, icon fyne.Resource, wanted bool) *emptyState {
	title := fw.NewLabel(w.t("empty.title"))
	title.SizeName = theme.SizeNameHeadingText
	title.TextStyle.Bold = true
	title.Alignment = fyne.TextAlignCenter
	line := func(key string) *fw.Label {
		l := fw.NewLabel(w.t(key))
		l.Alignment = fyne.TextAlignCenter
		l.Wrapping = fyne.TextWrapWord
		return l
	}
	picture := fw.NewIcon(icon)
	sample := w.button(w.t("cmd.sample"), nil, func() { w.do("sample") })
	add := w.mainButton(w.t("cmd.add"), func() { w.do("add") })
	folder := w.button(w.t("cmd.add-folder"), nil, func() { w.do("add-folder") })
	buttons := container.NewCenter(container.NewHBox(add, folder, sample))
	path := fw.NewLabel(w.t("empty.library", "path", w.libraryPath()))
	path.Alignment = fyne.TextAlignCenter
	path.SizeName = theme.SizeNameCaptionText
	path.Truncation = fyne.TextTruncateEllipsis
	column := container.NewVBox(container.NewCenter(container.NewGridWrap(fyne.NewSize(72, 72), picture)), title,
		line("empty.drop"), line("empty.offline"), fw.NewLabel(""), buttons, fw.NewLabel(""), path)
	return &emptyState{host: w, box: container.NewCenter(fixedWidth(column, 560)), wanted: wanted,
		add: add, folder: folder, sample: sample}
}

func (e *emptyState) focus() { e.host.focusOn(e.add) }

func (e *emptyState) focused() bool {
	return e.host.focusedOn(e.add, e.folder, e.sample)
}

func (w *Window) trySample() {
	w.tasks.Go(func(ctx context.Context) func() {
		id, err := w.app.LoadSample(ctx)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showEmpty(false)
			w.library.reload()
			w.view.Line = ""
			w.OpenBriefing(id)
			w.review.focus()
		}
	})
}

func (w *Window) removeSample() {
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.RemoveSample(ctx)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showBriefing(briefing.Briefing{}, app.History{})
			w.reader.view.SetArticle(nil)
			w.reader.tell()
			w.library.reload()
		}
	})
}
