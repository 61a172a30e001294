package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// showHistory lists what was done to the briefing, newest first.
func (w *Window) showHistory() {
	entries := w.history.Entries
	n := len(entries)
	list := fw.NewList(func() int { return n }, func() fyne.CanvasObject {
		what := fw.NewLabel("")
		what.Truncation = fyne.TextTruncateEllipsis
		return container.NewBorder(nil, nil, fixedWidth(fw.NewLabel(""), 130), nil, what)
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

// resolveConflict shows what the articles say to a line in conflict, side by
// side. The program never picks a winner.
func (w *Window) resolveConflict() {
	l, _, _, ok := w.brief.Find(w.review.list.Selected())
	if !ok || l.Status != briefing.Conflict {
		if !w.review.nextWhere(conflicting) {
			w.notices.show(notice{text: w.t("conflict.none")})
			return
		}
		l, _, _, _ = w.brief.Find(w.review.list.Selected())
	}
	w.tasks.Go(func(ctx context.Context) func() {
		var sources []*briefing.Article
		for _, e := range l.From {
			a, err := w.app.Article(ctx, e.Article)
			if err != nil {
				return func() { w.fail(err) }
			}
			sources = append(sources, a)
		}
		return func() { w.showConflict(l, sources) }
	})
}

func (w *Window) showConflict(l briefing.Line, sources []*briefing.Article) {
	rows := container.NewVBox(
		widget.NewFlowText(widget.Run{Text: inWords(l), Style: widget.SansBold}),
		widget.NewFlowText(widget.Run{Text: l.Reason, Colour: widget.ColorConflict}), fw.NewSeparator())
	for i, e := range l.From {
		a := sources[i]
		about := w.citation(a, e.Span)
		rows.Add(widget.NewFlowText(widget.Run{Text: strings.TrimSpace(e.Of(a.Text)), Style: widget.Serif},
			widget.Run{Text: "  " + about, Size: 0.86, Colour: widget.ColorGrey}))
	}
	rows.Add(fw.NewSeparator())
	var s *sheet
	act := func(change func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) func() {
		return func() {
			s.hide()
			w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return change(b, l.ID) }, nil)
			w.advance()
		}
	}
	buttons := container.NewHBox(
		w.mainButton(w.t("conflict.keep"), act(briefing.Briefing.Verify)),
		w.button(w.t("cmd.edit-line"), theme.DocumentCreateIcon(), func() { s.hide(); w.do("edit-line") }),
		w.button(w.t("cmd.leave-out"), nil, act(briefing.Briefing.Leave)),
	)
	rows.Add(buttons)
	rows.Add(widget.NewFlowText(widget.Run{Text: w.t("conflict.later"), Size: 0.86, Colour: widget.ColorGrey}))
	s = w.sheet(w.t("conflict.heading"), rows, 640, w.t("conflict.decide"), nil)
}
