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
	host  leftOutHost
	store leftOutStore
	a     *briefing.Article
	rows  []int // paragraphs, in the order of the text
	list  *widget.PickList
	say   *widget.FlowText
	use   *widget.Button
	sheet *sheet
}

// leftOutHost is what the sheet needs of the window.
type leftOutHost interface {
	sheetHost
	readArticle() *briefing.Article // the one shown
	readSelection() briefing.Span   // what is selected in it
	readSpan(briefing.Span)         // brings words of it into view
	notifyUndo(text string, back func(context.Context) error, then func())
}

// leftOutStore is what it asks of the library.
type leftOutStore interface {
	Article(context.Context, briefing.ArticleID) (*briefing.Article, error)
	SetLeftOut(ctx context.Context, id briefing.ArticleID, paragraph int, out bool) error
}

func openLeftOut(w leftOutHost, store leftOutStore) *leftOutSheet {
	s := &leftOutSheet{host: w, store: store, a: w.readArticle(), list: widget.NewPickList(), say: widget.NewFlowText()}
	for i, p := range s.a.Paragraphs {
		if p.Kind == briefing.Furniture {
			s.rows = append(s.rows, i)
		}
	}
	if sel := w.readSelection(); sel.Len() > 0 { // to leave one out
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
	s.sheet = w.open(sheetLook{title: w.t("cmd.left-out-blocks"), content: body, width: 640})
	s.list.Reset(len(s.rows), 0)
	room.settle()
	if len(s.rows) > 0 {
		w.focusOn(s.list.Focusable())
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
		Caption: "¶" + day(s.rows[i]+1) + " · " + s.host.t("left-out.out")}
	if p.Kind != briefing.Furniture {
		row.Mark, row.Caption = widget.MarkTick, "¶"+day(s.rows[i]+1)+" · "+s.host.t("left-out.read")
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
	w := s.host
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
		w.readSpan(s.a.Paragraphs[i].Span)
	}
}

// toggle has the block read, or left out.
func (s *leftOutSheet) toggle() {
	i, ok := s.current()
	if !ok {
		return
	}
	w, store, id, out := s.host, s.store, s.a.ID, s.a.Paragraphs[i].Kind != briefing.Furniture
	w.work().InOrder(func(ctx context.Context) func() {
		err := store.SetLeftOut(ctx, id, i, out)
		a, err2 := store.Article(ctx, id)
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
			w.notifyUndo(w.t(key, "n", i+1), func(ctx context.Context) error { return store.SetLeftOut(ctx, id, i, !out) }, nil)
			w.event("left out", "paragraph", i+1, "on", out)
		}
	})
}
