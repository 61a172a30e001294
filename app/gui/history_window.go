package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// showHistory lists what was done to the briefing, newest first.
func (w *Window) showHistory() {
	entries := w.history.Entries
	n := len(entries)
	list := fw.NewList(func() int { return n }, func() fyne.CanvasObject {
		what := fw.NewLabel("")
		what.Truncation = fyne.TextTruncateEllipsis
		return container.NewBorder(nil, nil, fixedWidth(fw.NewLabel(""), 9*theme.TextSize()), nil, what)
	}, func(i int, o fyne.CanvasObject) {
		e := entries[n-1-i]
		parts := o.(*fyne.Container).Objects
		parts[1].(*fyne.Container).Objects[0].(*fw.Label).SetText(e.At.Local().Format("2006-01-02 15:04"))
		text := w.editName(e.Name)
		for _, id := range e.Lines {
			if l, _, _, ok := w.brief.Find(id); ok {
				text += " · " + inWords(l)
				break
			}
		}
		if e.Undone {
			text += " " + w.t("history.undone")
		}
		parts[0].(*fw.Label).SetText(text)
	})
	list.OnSelected = func(i int) {
		for _, id := range entries[n-1-i].Lines {
			w.selectLine(id)
		}
	}
	w.sheet(w.t("history.heading", "n", n), fixedHeight(list, min(420, w.win.Canvas().Size().Height-160)), 640, "", nil)
}

// showLineHistory lists the versions of the selected line.
func (w *Window) showLineHistory() {
	id, line := w.brief.ID, w.review.list.Selected()
	w.tasks.Go(func(ctx context.Context) func() {
		versions, err := w.app.LineHistory(ctx, id, line)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			var runs []widget.Run
			for i, v := range versions {
				if i > 0 {
					runs = append(runs, widget.Run{Text: "\n"})
				}
				when := ""
				if !v.At.IsZero() {
					when = v.At.Local().Format("2006-01-02 15:04")
				}
				runs = append(runs, widget.Run{Text: when + "  " + w.editName(v.Name) + "\n", Size: 0.86, Colour: widget.ColorGrey},
					widget.Run{Text: v.Line.Text + " "}, widget.Run{Text: w.review.status(v.Line), Size: 0.86, Colour: widget.ColorNavy})
			}
			scroll := container.NewVScroll(container.NewPadded(widget.NewFlowText(runs...)))
			scroll.SetMinSize(fyne.NewSize(300, 260))
			w.sheet(w.t("cmd.line-history"), scroll, 560, "", nil)
		}
	})
}
