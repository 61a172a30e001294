package gui

import (
	"context"
	"strings"
	"time"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// openings knows how the articles on the screen begin, to tell them apart by.
type openings struct {
	pane  *libraryPane
	known map[briefing.ArticleID]app.Opening
	want  []briefing.ArticleID
	load  Pulse
}

// openingDelay gathers the rows of one drawing.
const openingDelay = 15 * time.Millisecond

func newOpenings(l *libraryPane) *openings {
	return &openings{pane: l, known: map[briefing.ArticleID]app.Opening{}, load: Pulse{Tasks: l.host.work(), Delay: openingDelay}}
}

// of returns how an article begins, and asks for it where that is not known.
func (o *openings) of(id briefing.ArticleID) app.Opening {
	x, ok := o.known[id]
	if !ok {
		o.want = append(o.want, id)
		o.load.Go(o.begin)
	}
	return x
}

func (o *openings) begin() func(context.Context) func() {
	ids := o.want
	o.want = nil
	if len(ids) == 0 {
		return nil
	}
	return func(ctx context.Context) func() {
		found, err := o.pane.store.Openings(ctx, ids)
		return func() {
			if err != nil {
				return // the rows show what else is known
			}
			for _, id := range ids {
				o.known[id] = found[id]
			}
			o.pane.list.Loaded()
		}
	}
}

// forget drops what is known of articles that have changed.
func (o *openings) forget(ids []briefing.ArticleID) {
	for _, id := range ids {
		delete(o.known, id)
	}
}

// row is a row of the list: what the article is called, who published it and
// when, and its first words or those found.
func (l *libraryPane) row(i int) (widget.PickRow, bool) {
	page := l.pages[i/pageRows]
	if i%pageRows >= len(page) {
		return widget.PickRow{}, false
	}
	r := page[i%pageRows]
	row := widget.PickRow{ID: string(r.ID), Mark: widget.MarkUnused, Title: r.Title, Snippet: r.Snippet.Text, Marks: r.Snippet.Marks}
	opening := l.openings.of(r.ID)
	if row.Title == "" {
		row.Title = opening.Headline
	}
	named := row.Title != ""
	if !named {
		row.Title = r.File
	}
	if row.Snippet == "" {
		row.Snippet, row.Marks = opening.Lead, nil
	}
	if r.Used {
		row.Mark = widget.MarkUsed
	}
	var about []string
	if r.Outlet != "" {
		about = append(about, r.Outlet)
	}
	if r.Published.Known() {
		about = append(about, l.host.date(r.Published))
	} else {
		row.Flag = l.host.t("library.no-date")
	}
	if named && r.Outlet == "" {
		about = append(about, r.File)
	}
	for _, tag := range r.Tags {
		about = append(about, "#"+tag)
	}
	row.Caption = strings.Join(about, " · ")
	return row, true
}

// selectAll selects every article found, however many there are, and says how
// many.
func (l *libraryPane) selectAll() {
	text, sort := l.query, l.sort
	l.all.Go(func(ctx context.Context) ([]briefing.ArticleID, error) {
		return l.store.Matching(ctx, app.Query{Text: text, Sort: sort})
	}, func(ids []briefing.ArticleID, err error) {
		if err != nil {
			l.host.fail(err)
			return
		}
		names := make([]string, len(ids))
		for i, id := range ids {
			names[i] = string(id)
		}
		l.list.SetSelected(names)
		l.selected()
		l.host.event("all selected", "n", len(ids))
	})
}

// typed finds a row by what is typed in the list, in rows that are not loaded
// yet by asking for them one page after another.
func (l *libraryPane) typed(r rune) {
	if text, found := l.list.Typed(r); !found {
		l.findRow(text)
	}
}

func (l *libraryPane) findRow(text string) {
	query, sort := l.query, l.sort
	l.ahead.Go(func(ctx context.Context) (int, error) {
		for from := 0; ; {
			res, err := l.store.Search(ctx, app.Query{Text: query, Sort: sort, Offset: from, Limit: 1000})
			if err != nil || len(res.Rows) == 0 {
				return -1, err
			}
			for i, row := range res.Rows {
				title := row.Title
				if title == "" {
					title = row.File
				}
				if strings.HasPrefix(strings.ToLower(title), text) {
					return from + i, nil
				}
			}
			from += len(res.Rows)
		}
	}, func(i int, err error) {
		if err == nil && i >= 0 {
			l.list.Choose(i)
		}
	})
}
