package gui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// encodingSheet shows how an article's file reads in each encoding, for a
// person to say which is right.
type encodingSheet struct {
	host     encodingHost
	store    encodingStore
	a        *briefing.Article
	list     *widget.PickList
	readings []app.Reading
	sheet    *sheet
	instead  func(encoding string) // takes the choice, if not nil
}

// encodingHost is what the sheet needs of the window.
type encodingHost interface {
	sheetHost
	articleName(*briefing.Article) string
	showArticle(briefing.ArticleID)
	notifyUndo(text string, back func(context.Context) error, then func())
}

// encodingStore is what it asks of the library.
type encodingStore interface {
	Readings(context.Context, briefing.ArticleID) ([]app.Reading, error)
	Reread(ctx context.Context, id briefing.ArticleID, encoding string) (app.ImportEvent, error)
	UndoReread(ctx context.Context, id briefing.ArticleID, e app.ImportEvent) error
}

// chooseEncoding asks in which encoding an article's file is to be read.
func chooseEncoding(w encodingHost, store encodingStore, a *briefing.Article) {
	w.work().Go(func(ctx context.Context) func() {
		readings, err := store.Readings(ctx, a.ID)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			openEncodings(w, store, a, readings)
		}
	})
}

func openEncodings(w encodingHost, store encodingStore, a *briefing.Article, all []app.Reading) *encodingSheet {
	s := &encodingSheet{host: w, store: store, a: a, readings: all, list: widget.NewPickList()}
	readings := s.unlike()
	s.list.Single = true
	s.list.Row = func(i int) (widget.PickRow, bool) {
		if i >= len(readings) {
			return widget.PickRow{}, false
		}
		r := readings[i]
		row := widget.PickRow{ID: r.Encoding, Title: r.Sample + "…", Caption: s.names(r), Mark: widget.MarkUnused}
		if r.Encoding == a.Source.Encoding {
			row.Mark = widget.MarkUsed
		}
		if r.Bad > 0 {
			row.Flag = w.t("encoding.bad", "n", r.Bad)
		}
		return row, true
	}
	s.list.OnOpen = func(string) { s.use() }
	list, room := w.roomFor(s.list, 360)
	hint := widget.NewFlowText(widget.Run{Text: w.t("encoding.hint"), Colour: widget.ColorGrey})
	body := container.NewBorder(container.NewPadded(hint), nil, nil, nil, list)
	s.sheet = w.open(sheetLook{title: w.t("encoding.heading", "name", w.articleName(a)), content: body, width: 680,
		verb: w.t("encoding.use"), main: s.use, focus: s.list.Focusable()})
	s.list.Reset(len(readings), 0)
	room.settle()
	s.sheet.refresh()
	s.list.First()
	return s
}

// unlike are the readings that differ, of those alike the one that was used or
// else the first.
func (s *encodingSheet) unlike() []app.Reading {
	var some []app.Reading
	for _, r := range s.readings {
		i := slices.IndexFunc(some, func(x app.Reading) bool { return x.Sample == r.Sample })
		switch {
		case i < 0:
			some = append(some, r)
		case r.Encoding == s.a.Source.Encoding:
			some[i] = r
		}
	}
	return some
}

// names are the encodings in which the file reads as in one of them.
func (s *encodingSheet) names(r app.Reading) string {
	names := []string{encodingName(r.Encoding)}
	for _, x := range s.readings {
		if x.Sample == r.Sample && x.Encoding != r.Encoding {
			names = append(names, encodingName(x.Encoding))
		}
	}
	return strings.Join(names, ", ")
}

func (s *encodingSheet) use() {
	w, store, old, encoding := s.host, s.store, s.a.ID, s.list.Current()
	if encoding == "" {
		return
	}
	s.sheet.hide()
	if s.instead != nil {
		s.instead(encoding)
		return
	}
	w.work().InOrder(func(ctx context.Context) func() {
		e, err := store.Reread(ctx, old, encoding)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.event("reread", "encoding", encoding, "same", e.Article == old)
			if e.Article == old {
				w.notify(notice{text: w.t("encoding.same")})
				return
			}
			w.showArticle(e.Article)
			w.notifyUndo(w.t("encoding.done", "encoding", encodingName(encoding)),
				func(ctx context.Context) error { return store.UndoReread(ctx, old, e) }, func() { w.showArticle(old) })
		}
	})
}
