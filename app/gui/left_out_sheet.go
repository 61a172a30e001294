package gui

import (
	"context"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// leftOutSheet lists the blocks of an article that the rules do not read, as
// they are not its text: a person can have one read, or left out again.
type leftOutSheet struct {
	w     *Window
	a     *briefing.Article
	rows  []int // paragraphs, in the order of the text
	list  *widget.PickList
	say   *widget.FlowText
	use   *widget.Button
	sheet *sheet
}

func (w *Window) showLeftOut() { w.openLeftOut() }

func (w *Window) openLeftOut() *leftOutSheet {
	s := &leftOutSheet{w: w, a: w.reader.view.Article(), list: widget.NewPickList(), say: widget.NewFlowText()}
	for i, p := range s.a.Paragraphs {
		if p.Kind == briefing.Furniture {
			s.rows = append(s.rows, i)
		}
	}
	if sel := w.reader.selected(); sel.Len() > 0 { // to leave one out
		for i, p := range s.a.Paragraphs {
			if p.Kind != briefing.Furniture && p.Overlaps(sel) {
				s.rows = append(s.rows, i)
			}
		}
	}
	s.list.Single = true
	s.list.Row = s.row
	s.list.OnSelect = s.tell
	s.list.OnOpen = func(string) { s.toggle() }
	s.use = w.button("", nil, s.toggle)
	list, room := w.roomFor(s.list, 320)
	body := container.NewBorder(container.NewPadded(s.say), row(s.use), nil, nil, list)
	s.sheet = w.sheet(w.t("cmd.left-out-blocks"), body, 640, "", nil)
	s.list.Reset(len(s.rows), 0)
	room.settle()
	if len(s.rows) > 0 {
		w.win.Canvas().Focus(s.list.Focusable())
		s.list.First()
	}
	s.tell()
	return s
}

func (s *leftOutSheet) row(i int) (widget.PickRow, bool) {
	if i >= len(s.rows) {
		return widget.PickRow{}, false
	}
	p := s.a.Paragraphs[s.rows[i]]
	row := widget.PickRow{ID: day(s.rows[i]), Title: oneLine(p.Of(s.a.Text)), Mark: widget.MarkLeftOut,
		Caption: "¶" + day(s.rows[i]+1) + " · " + s.w.t("left-out.out")}
	if p.Kind != briefing.Furniture {
		row.Mark, row.Caption = widget.MarkTick, "¶"+day(s.rows[i]+1)+" · "+s.w.t("left-out.read")
	}
	return row, true
}

// current returns the paragraph with the caret.
func (s *leftOutSheet) current() (int, bool) {
	for _, i := range s.rows {
		if day(i) == s.list.Current() {
			return i, true
		}
	}
	return 0, false
}

func (s *leftOutSheet) tell() {
	w := s.w
	text := w.t("left-out.some", "n", len(s.rows))
	if len(s.rows) == 0 {
		text = w.t("left-out.none")
	}
	s.say.Set(widget.Run{Text: text, Colour: widget.ColorGrey})
	i, ok := s.current()
	s.use.Hidden = !ok
	s.use.SetText(w.t("left-out.restore"))
	if ok && s.a.Paragraphs[i].Kind != briefing.Furniture {
		s.use.SetText(w.t("cmd.leave-out"))
	}
	if s.sheet != nil {
		s.sheet.refresh()
	}
	if ok && s.sheet != nil {
		w.reader.view.ShowSpan(s.a.Paragraphs[i].Span)
	}
}

// toggle has the block read, or left out.
func (s *leftOutSheet) toggle() {
	i, ok := s.current()
	if !ok {
		return
	}
	w, id, out := s.w, s.a.ID, s.a.Paragraphs[i].Kind != briefing.Furniture
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.SetLeftOut(ctx, id, i, out)
		a, err2 := w.app.Article(ctx, id)
		return func() {
			if err != nil || err2 != nil {
				w.fail(err)
				w.fail(err2)
				return
			}
			s.a = a
			s.list.Loaded()
			s.tell()
			key := "left-out.restored"
			if out {
				key = "left-out.left"
			}
			w.notices.show(notice{text: w.t(key, "n", i+1), actions: []noticeAction{{w.t("cmd.undo"), func() {
				w.notices.hide()
				w.tasks.InOrder(func(ctx context.Context) func() {
					err := w.app.SetLeftOut(ctx, id, i, !out)
					return func() { w.fail(err) }
				})
			}}}})
			w.tracer.event("left out", "paragraph", i+1, "on", out)
		}
	})
}
