package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// listing is a sheet that lists what the library knows, finds rows by the words
// typed, and opens what a row rests on.
type listing struct {
	host   sheetHost
	load   Latest[listed]
	room   *listRoom
	all    []listingRow
	rows   []listingRow
	field  *widget.Entry
	list   *widget.PickList
	say    *widget.FlowText
	sheet  *sheet
	unread int // articles that are not read for this yet
	look   listingLook
}

// listingRow is a row, and what it leads to.
type listingRow struct {
	widget.PickRow
	quiet bool // listed only where its words are typed
	open  func()
}

// listingLook says what is listed.
type listingLook struct {
	title, none, verb string
	quiet             string // key of what says how many rows are quiet; "" where none are
	load              func(context.Context) (rows []listingRow, unread int, err error)
	// gather, if not nil, reads the articles that are not read for this yet. It
	// tells on the UI goroutine how many are left, and when it is done.
	gather func(left func(int), done func())
}

// openListing opens a listing and fills it.
func openListing(host sheetHost, look listingLook) *listing {
	l := &listing{host: host, load: Latest[listed]{Tasks: host.work()}, field: widget.NewEntry(), list: widget.NewPickList(), say: widget.NewFlowText(), look: look}
	l.field.PlaceHolder = host.t("listing.find")
	l.field.OnChanged = func(string) { l.filter() }
	l.field.OnKey = l.list.StepKey
	l.list.Single = true
	l.list.Row = func(i int) (widget.PickRow, bool) {
		if i >= len(l.rows) {
			return widget.PickRow{}, false
		}
		row := l.rows[i].PickRow
		row.ID = day(i)
		return row, true
	}
	l.list.OnOpen = func(string) { l.run() }
	l.say.Set(widget.Run{Text: host.t("listing.reading"), Colour: widget.ColorGrey})
	rows, room := host.roomFor(l.list, 420)
	l.room = room
	content := container.NewVBox(l.field, rows, container.NewPadded(l.say))
	l.sheet = host.open(sheetLook{title: look.title, content: content, width: 760, verb: look.verb, main: l.run, focus: l.field})
	l.sheet.shows = l
	l.reload()
	return l
}

// listed is what was read for a listing.
type listed struct {
	rows   []listingRow
	unread int
}

// reload reads what is listed, and first of all what the articles tell, if
// that was not read yet.
func (l *listing) reload() {
	l.load.Go(func(ctx context.Context) (x listed, err error) {
		x.rows, x.unread, err = l.look.load(ctx)
		return x, err
	}, func(x listed, err error) {
		l.all, l.unread = x.rows, x.unread
		l.filter()
		if err != nil {
			l.say.Set(widget.Run{Text: l.host.explain(err), Colour: widget.ColorConflict})
		}
		l.room.settle()
		l.sheet.refresh()
		if gather := l.look.gather; l.unread > 0 && gather != nil {
			l.look.gather = nil // once
			gather(func(left int) {
				l.unread = max(1, left) // until what was read is listed
				l.tell()
			}, l.reload)
		}
	})
}

// filter shows the rows that have every word typed; while none is, those that
// are not quiet.
func (l *listing) filter() {
	words := strings.Fields(foldText(l.field.Text))
	l.rows = nil
	for _, r := range l.all {
		text := foldText(r.Title + " " + r.Caption + " " + r.Snippet + " " + r.Side)
		found := len(words) > 0 || !r.quiet
		for _, word := range words {
			found = found && strings.Contains(text, word)
		}
		if found {
			l.rows = append(l.rows, r)
		}
	}
	l.tell()
	l.list.SetSelected(nil)
	l.list.Reset(len(l.rows), 1)
	l.list.First()
	able(l.sheet.first, len(l.rows) > 0)
}

// tell says how much there is, and how much of it is still being read.
func (l *listing) tell() {
	var text []string
	switch {
	case len(l.all) > 0:
		text = append(text, l.host.t("listing.count", "n", len(l.rows)))
	case l.unread == 0:
		text = append(text, l.look.none)
	}
	if n := len(l.all) - len(l.rows); n > 0 && l.look.quiet != "" && strings.TrimSpace(l.field.Text) == "" {
		text = append(text, l.host.t(l.look.quiet, "n", n))
	}
	if l.unread > 0 {
		text = append(text, l.host.t("listing.unread", "n", l.unread))
	}
	l.say.Set(widget.Run{Text: strings.Join(text, " "), Colour: widget.ColorGrey})
}

// run opens what the row with the caret leads to.
func (l *listing) run() {
	for i, r := range l.rows {
		if l.list.Current() == day(i) && r.open != nil {
			l.sheet.hide()
			r.open()
			return
		}
	}
}

// showEvidence shows where in an article something stands.
func (w *Window) showEvidence(at []briefing.Evidence) {
	if len(at) == 0 {
		return
	}
	w.reader.open(at[0].Article, func() {
		if w.reader.previewing {
			w.togglePreview()
		}
		w.reader.view.Select(at[0].Span)
		w.reader.focus()
	})
}
