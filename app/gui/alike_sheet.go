package gui

import (
	"context"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// alikeSheet picks an article to compare one with: those that share text with
// it, or what a search finds.
type alikeSheet struct {
	host   alikeHost
	store  alikeStore
	with   *briefing.Article
	sheet  *sheet
	search *widget.Entry // nil: only those alike
	list   *widget.PickList
	say    *widget.FlowText
	rows   []widget.PickRow
	alike  []widget.PickRow
	room   *listRoom
	find   Latest[[]widget.PickRow]
}

// alikeHost is what the sheet needs of the window.
type alikeHost interface {
	sheetHost
	readArticle() *briefing.Article // the one shown
	articleName(*briefing.Article) string
	aboutArticle(*briefing.Article) string
	compare(a, b briefing.ArticleID)
}

// alikeStore is what it asks of the library.
type alikeStore interface {
	FindAlike(context.Context, briefing.ArticleID) ([]app.Alike, error)
	Search(context.Context, app.Query) (app.Results, error)
}

// pickAlike lists the articles that share text with the one shown, or, where any
// will do, asks which to compare it with.
func pickAlike(w alikeHost, store alikeStore, any bool) *alikeSheet {
	s := &alikeSheet{host: w, store: store, with: w.readArticle(), say: widget.NewFlowText(), list: widget.NewPickList()}
	s.find = Latest[[]widget.PickRow]{Tasks: w.work(), Delay: searchDelay}
	s.list.Single = true
	s.list.Row = func(i int) (widget.PickRow, bool) {
		if i >= len(s.rows) {
			return widget.PickRow{}, false
		}
		return s.rows[i], true
	}
	s.list.OnOpen = func(string) { s.compare() }
	title := w.t("alike.heading", "name", w.articleName(s.with))
	top := container.NewVBox(container.NewPadded(s.say))
	if any {
		title = w.t("compare.with", "name", w.articleName(s.with))
		s.search = widget.NewEntry()
		s.search.PlaceHolder = w.t("library.search")
		s.search.OnChanged = func(string) { s.reload() }
		top.Add(s.search)
	}
	rows, room := w.roomFor(s.list, 360)
	s.room = room
	body := container.NewBorder(top, nil, nil, nil, rows)
	s.sheet = w.open(sheetLook{title: title, content: body, width: 600, verb: w.t("import.compare"), main: s.compare})
	if any {
		s.search.OnCommit = func(bool) { s.list.Focus() }
	}
	w.work().Go(func(ctx context.Context) func() {
		found, err := store.FindAlike(ctx, s.with.ID)
		return func() {
			w.fail(err)
			for _, a := range found {
				row := s.row(a.Article.ID, w.articleName(a.Article), w.aboutArticle(a.Article))
				row.Mark = widget.MarkSimilar
				row.Flag = w.t("alike.shared", "percent", int(a.Shared*100+0.5))
				s.alike = append(s.alike, row)
			}
			s.show(s.alike)
			if len(s.alike) > 0 || !any {
				w.focusOn(s.list.Focusable())
			} else {
				w.focusOn(s.search)
			}
			w.event("alike", "found", len(s.alike))
		}
	})
	return s
}

func (s *alikeSheet) row(id briefing.ArticleID, name, about string) widget.PickRow {
	return widget.PickRow{ID: string(id), Title: name, Caption: about, Mark: widget.MarkFile}
}

// reload searches the library; no words list those alike.
func (s *alikeSheet) reload() {
	w, text := s.host, s.search.Text
	if text == "" {
		s.find.Cancel()
		s.show(s.alike)
		return
	}
	s.find.Go(func(ctx context.Context) ([]widget.PickRow, error) {
		found, err := s.store.Search(ctx, app.Query{Text: text, Limit: pageRows})
		var rows []widget.PickRow
		for _, r := range found.Rows {
			if r.ID == s.with.ID {
				continue
			}
			name := r.Title
			if name == "" {
				name = r.File
			}
			rows = append(rows, s.row(r.ID, name, r.Outlet))
		}
		return rows, err
	}, func(rows []widget.PickRow, err error) {
		s.show(rows)
		if err != nil {
			s.say.Set(widget.Run{Text: w.explain(err), Colour: widget.ColorConflict})
		}
	})
}

func (s *alikeSheet) show(rows []widget.PickRow) {
	s.rows = rows
	text := s.host.t("alike.some", "n", len(rows))
	if len(rows) == 0 {
		text = s.host.t("alike.none")
	}
	s.say.Set(widget.Run{Text: text, Colour: widget.ColorGrey})
	s.list.Reset(len(rows), 0)
	s.list.SetSelected(nil)
	s.list.First()
	able(s.sheet.first, len(rows) > 0)
	if s.search == nil || len(rows) > 0 { // what is typed next may find something
		s.room.settle()
	}
	s.sheet.refresh()
}

func (s *alikeSheet) compare() {
	if ids := s.list.Selected(); len(ids) > 0 {
		s.sheet.hide()
		s.host.compare(s.with.ID, briefing.ArticleID(ids[0]))
	}
}
