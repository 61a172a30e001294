package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// inlineDetails are the fields for an article's title, outlet and date in the
// place of the reader's heading.
type inlineDetails struct {
	r                   *readerPane
	a                   *briefing.Article
	title, outlet, date *widget.Entry
	box                 fyne.CanvasObject
}

// editInline opens the fields for what is known of the article shown.
func (r *readerPane) editInline() {
	w := r.host
	a := r.view.Article()
	if a == nil || r.previewing {
		return
	}
	r.endInline()
	d := &inlineDetails{r: r, a: a}
	field := func(text, hint string) *widget.Entry {
		e := widget.NewEntry()
		e.Text, e.PlaceHolder = text, w.t(hint)
		e.OnKey = d.key
		e.OnCommit = func(bool) { d.commit(d.date.Text) }
		return e
	}
	d.title = field(a.Title, "details.title")
	d.outlet = field(a.Outlet, "details.outlet")
	d.date = field(a.Published.String(), "details.date-hint")
	save := w.iconButton(w.t("details.save"), theme.ConfirmIcon(), func() { d.commit(d.date.Text) })
	save.OnKey = d.key
	rest := container.NewHBox(letterWidth(d.date, 7.5), save)
	d.box = headerHeight(middle(container.NewBorder(nil, nil, nil, rest, container.New(shares{3, 2}, d.title, d.outlet))))
	r.inline = d
	r.pane.Header = d.box
	r.pane.Refresh()
	w.focusOn(d.title)
	d.title.SelectAll()
	w.event("inline", "article", a.ID)
}

// endInline puts the heading back.
func (r *readerPane) endInline() {
	if r.inline == nil {
		return
	}
	r.inline = nil
	if !r.previewing {
		r.pane.Header = r.header
	}
	r.pane.Refresh()
}

func (d *inlineDetails) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		d.r.endInline()
		d.r.focus()
		return true
	}
	return false
}

func (d *inlineDetails) focused() bool {
	return d.r.host.focusedOn(d.title, d.outlet, d.date)
}

// leave keeps what was typed as far as it can be read, as when another article
// is shown.
func (d *inlineDetails) leave() {
	date := d.date.Text
	if _, readings, err := app.ParseDate(date); err != nil || len(readings) > 0 {
		date = d.a.Published.String()
	}
	d.commit(date)
}

// commit keeps what was typed. A date that can be read in two ways, or in
// none, is told of and keeps the fields open.
func (d *inlineDetails) commit(date string) {
	w := d.r.host
	published := briefing.Date{}
	if strings.TrimSpace(date) != "" {
		read, readings, err := app.ParseDate(date)
		switch {
		case len(readings) > 0:
			ask := notice{text: w.t("date.which")}
			for _, x := range readings {
				ask.actions = append(ask.actions, noticeAction{w.date(x), func() { w.hideNotice(); d.commit(x.String()) }})
			}
			w.askNotice(ask)
			return
		case err != nil:
			w.fail(err)
			return
		}
		published = read
	}
	title, outlet := oneLine(d.title.Text), oneLine(d.outlet.Text)
	a := d.a
	had := d.focused()
	d.r.endInline()
	if had {
		d.r.focus()
	}
	if title == a.Title && outlet == a.Outlet && published == a.Published {
		return
	}
	change := func(title, outlet string, published briefing.Date) func(context.Context) error {
		return func(ctx context.Context) error {
			return d.r.store.SetDetails(ctx, a.ID, app.ArticleDetails{Title: &title, Outlet: &outlet, Published: &published})
		}
	}
	keep := change(title, outlet, published)
	w.work().InOrder(func(ctx context.Context) func() {
		err := keep(ctx)
		return func() {
			w.fail(err)
			w.reloadBriefingAfter(err)
			if err == nil {
				w.notifyUndo(w.t("details.kept"), change(a.Title, a.Outlet, a.Published), func() { w.reloadBriefingAfter(nil) })
			}
		}
	})
}

// shares sets objects beside one another in shares of the width there is.
type shares []float32

func (sh shares) Layout(os []fyne.CanvasObject, size fyne.Size) {
	all, x := float32(0), float32(0)
	for i := range os {
		all += sh[i]
	}
	gap := theme.Padding()
	room := size.Width - gap*float32(len(os)-1)
	for i, o := range os {
		w := room * sh[i] / all
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + gap
	}
}

func (sh shares) MinSize(os []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range os {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(120, h) // parts are cut to their shares
}
