package gui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// briefingsList is the lower part of the library pane: the briefings, the one
// changed last first.
type briefingsList struct {
	host   briefingsHost
	pane   func() *widget.Pane // that the list stands in; nil before it is made
	box    *fyne.Container
	list   *widget.PickList
	head   *widget.Button
	frame  *fyne.Container
	height *fixedLayout
	rows   []app.BriefingRow
	read   func(context.Context) ([]app.BriefingRow, error)
	open   *bool // whether it is unfolded, which the view remembers
	load   Latest[[]app.BriefingRow]
}

// briefingsHost is what the list of briefings needs of the window.
type briefingsHost interface {
	tools
	fail(error)
	commandButton(id string, icon fyne.Resource) *widget.Button
	popUp(at fyne.Position, ids ...string)
	paneFocused(part, *widget.Pane, bool)
	shortcut(fyne.Shortcut)
	OpenBriefing(briefing.BriefingID)
	shown() briefing.Briefing
	focusReview()
}

func newBriefingsList(host briefingsHost, rows func(context.Context) ([]app.BriefingRow, error), open *bool, pane func() *widget.Pane) *briefingsList {
	b := &briefingsList{host: host, pane: pane, read: rows, open: open, load: Latest[[]app.BriefingRow]{Tasks: host.work()}}
	b.list = widget.NewPickList()
	b.list.Single = true
	b.list.Row = b.row
	b.list.OnSelect = func() { host.OpenBriefing(briefing.BriefingID(b.list.Current())) }
	b.list.OnOpen = func(string) { host.focusReview() }
	b.list.OnShortcut = host.shortcut
	b.list.OnMenu = func(at fyne.Position) {
		host.popUp(at, "rename-briefing", "duplicate-briefing", "update", "said", "-", "template>", "briefing-details", "marking", "-", "export", "delete-briefing")
	}
	b.list.OnFocus = func(on bool) { host.paneFocused(libraryPart, pane(), on) }
	b.head = host.lowButton("", nil, b.fold)
	b.head.Alignment = fw.ButtonAlignLeading
	add := host.commandButton("new", theme.ContentAddIcon())
	b.height = &fixedLayout{height: 10}
	b.frame = container.New(b.height, b.list)
	b.box = container.NewVBox(fw.NewSeparator(), container.NewBorder(nil, nil, nil, add, b.head), b.frame)
	return b
}

func (b *briefingsList) fold() {
	*b.open = !*b.open
	b.show()
}

func (b *briefingsList) reload() {
	b.load.Go(b.read, func(rows []app.BriefingRow, err error) {
		if err != nil {
			b.host.fail(err)
			return
		}
		b.rows = rows
		b.show()
	})
}

// fit gives the list room for what there is: at most five rows, and no more
// than a third of the pane, so that articles stay to be seen.
func (b *briefingsList) fit() {
	row := 2*theme.TextSize() + 24
	rows := min(5, len(b.rows))
	if room := b.pane().Size().Height; room > 0 {
		rows = min(rows, int(room/3/row))
	}
	b.height.height = row * float32(max(1, rows))
	b.pane().Refresh()
}

// show shows what there is.
func (b *briefingsList) show() {
	b.head.SetText(b.host.t("library.briefings", "n", len(b.rows)))
	b.head.SetIcon(theme.MenuExpandIcon())
	b.frame.Hide()
	if *b.open {
		b.head.SetIcon(theme.MenuDropDownIcon())
		b.frame.Show()
	}
	b.list.Reset(len(b.rows), 0)
	b.list.SetSelected([]string{string(b.host.shown().ID)})
	b.fit()
}

func (b *briefingsList) row(i int) (widget.PickRow, bool) {
	if i >= len(b.rows) {
		return widget.PickRow{}, false
	}
	r := b.rows[i]
	row := widget.PickRow{ID: string(r.ID), Mark: widget.MarkSuggested, Title: r.Title}
	if row.Title == "" {
		row.Title = b.host.t("briefing.untitled")
	}
	switch {
	case r.Lines > 0 && r.Reviewed == r.Lines:
		row.Mark = widget.MarkVerified
	case r.Reviewed > 0:
		row.Mark = widget.MarkEdited
	}
	row.Caption = b.host.t("briefing.progress", "done", strconv.Itoa(r.Reviewed), "all", strconv.Itoa(r.Lines))
	if !r.SavedAt.IsZero() {
		row.Caption += " · " + b.host.date(briefing.DateOf(r.SavedAt.Local()))
	}
	return row, true
}

// newBriefing begins an empty briefing.
func (w *Window) newBriefing() {
	w.tasks.Go(func(ctx context.Context) func() {
		b, err := w.app.Blank(ctx, "")
		return func() { w.drafted(b, err) }
	})
}

// draftSelection makes a briefing of the selected articles.
func (w *Window) draftSelection() { w.draft(w.library.selection()) }

func (w *Window) draft(ids []briefing.ArticleID) {
	if len(ids) == 0 {
		return
	}
	w.tasks.Go(func(ctx context.Context) func() {
		b, err := w.app.Draft(ctx, ids)
		if err != nil {
			return func() { w.drafted(b, err) }
		}
		groups, err := w.app.Apart(ctx, ids)
		return func() {
			w.drafted(b, err)
			if len(groups) > 1 {
				w.notices.show(notice{text: w.t("briefing.apart", "n", len(groups)), actions: []noticeAction{{w.t("briefing.each"), func() { w.draftEach(b.ID, groups) }}}})
			}
		}
	})
}

// draftEach makes a briefing of each group of articles in the place of the one
// that was made of all.
func (w *Window) draftEach(all briefing.BriefingID, groups [][]briefing.ArticleID) {
	w.notices.hide()
	w.tasks.InOrder(func(ctx context.Context) func() {
		var first briefing.Briefing
		for i := len(groups) - 1; i >= 0; i-- { // the newest stands on top
			b, err := w.app.Draft(ctx, groups[i])
			if err != nil {
				return func() { w.fail(err) }
			}
			first = b
		}
		err := w.app.DeleteBriefing(ctx, all)
		return func() { w.drafted(first, err) }
	})
}

func (w *Window) drafted(b briefing.Briefing, err error) {
	if err != nil {
		w.fail(err)
		return
	}
	w.showEmpty(false)
	w.view.Line = ""
	w.OpenBriefing(b.ID)
	w.review.focus()
}

func (w *Window) deleteBriefing() {
	id := w.brief.ID
	title := w.brief.Title()
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.DeleteBriefing(ctx, id)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showBriefing(briefing.Briefing{}, app.History{})
			w.notices.show(notice{text: w.t("briefing.deleted", "title", title), actions: []noticeAction{{
				w.t("cmd.undo"), func() {
					w.tasks.InOrder(func(ctx context.Context) func() {
						err := w.app.PutBackBriefing(ctx, id)
						return func() { w.fail(err); w.OpenBriefing(id); w.notices.hide() }
					})
				}}}})
		}
	})
}

func day(n int) string { return strconv.Itoa(n) }
