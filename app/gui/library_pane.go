package gui

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// libraryPane is the left pane: search, the articles found, the briefings.
type libraryPane struct {
	w         *Window
	pane      *widget.Pane
	search    *widget.Entry
	undated   *widget.Button
	unused    *widget.Button
	count     *canvas.Text
	facets    *fyne.Container // filters, and how many are found
	list      *widget.PickList
	openings  *openings
	all       Latest[[]briefing.ArticleID]
	ahead     Latest[int]     // finds a row by what is typed
	none      *fyne.Container // shown where nothing is found
	noneText  *widget.FlowText
	suggest   *widget.Button
	draft     *widget.Button
	more      *widget.Button
	briefings *briefingsList

	find      Latest[app.Results]
	filters   map[string]bool // "is:undated", "is:unused"
	query     string          // the rows are of this one
	pages     map[int][]app.Row
	asked     map[int]bool
	total     int
	sort      app.Sort
	searchGen int
}

// searchDelay is how long a search waits for the next letter: the one that is
// under way then is given up, so that little is lost by beginning early.
const searchDelay = 20 * time.Millisecond

// pageRows is how many rows are loaded at a time.
const pageRows = 200

func newLibraryPane(w *Window) *libraryPane {
	l := &libraryPane{w: w, filters: map[string]bool{}, pages: map[int][]app.Row{}, asked: map[int]bool{}}
	l.find = Latest[app.Results]{Tasks: w.tasks, Delay: searchDelay}

	l.search = widget.NewEntry()
	l.search.PlaceHolder = w.t("library.search")
	l.search.Icon = theme.SearchIcon()
	l.search.OnChanged = func(string) { l.reload() }
	l.search.OnKey = l.searchKey
	l.search.OnFocus = func(on bool) { w.paneFocused(libraryPart, l.pane, on) }

	l.undated = w.lowButton(w.t("library.undated"), nil, func() { l.toggle("is:undated", l.undated) })
	l.unused = w.lowButton(w.t("library.unused"), nil, func() { l.toggle("is:unused", l.unused) })
	l.count = canvas.NewText("", nil)
	add := w.commandButton("add", theme.ContentAddIcon())

	l.list = widget.NewPickList()
	l.list.Row, l.list.Need = l.row, l.need
	l.list.OnSelect = l.selected
	l.list.OnOpen = func(string) { w.reader.focus() }
	l.list.OnFocus = func(on bool) { w.paneFocused(libraryPart, l.pane, on) }
	l.list.OnKey = l.key
	l.list.OnShortcut = w.shortcut
	l.list.OnRune = l.typed
	l.list.All = l.selectAll
	l.list.OnDrag = w.draggedRows
	l.openings = newOpenings(w)
	l.all = Latest[[]briefing.ArticleID]{Tasks: w.tasks}
	l.ahead = Latest[int]{Tasks: w.tasks}
	l.list.OnMenu = func(at fyne.Position) {
		w.popUp(at, "new-from", "add-to-briefing", "-", "details", "set-date", "tag", "-", "compare", "alike", "same-origin", "separate-origin", "-", "remove")
	}

	l.noneText = widget.NewFlowText()
	l.suggest = w.lowButton("", nil, nil)
	l.suggest.Hide()
	l.none = container.NewPadded(container.NewVBox(l.noneText, container.NewHBox(l.suggest)))
	l.none.Hide()

	l.draft = w.mainButton("", func() { w.do("new-from") })
	l.draft.Hide()
	l.briefings = newBriefingsList(w)

	l.more = w.commandButton("searches", theme.MenuIcon())
	head := container.NewBorder(nil, nil, nil, container.NewHBox(l.more, add), l.search)
	l.facets = container.New(&wrapRow{height: func() { l.pane.Refresh() }}, l.undated, l.unused, container.NewPadded(l.count))
	top := container.NewVBox(l.facets, fw.NewSeparator())
	foot := container.NewVBox(container.NewPadded(l.draft), l.briefings.box)
	l.pane = widget.NewPane(headerHeight(container.NewPadded(middle(head))),
		container.NewBorder(top, nil, nil, nil, container.NewStack(l.list, l.none)), foot,
		theme.ColorNameBackground, fyne.NewSize(180, 200))
	return l
}

func (l *libraryPane) searchKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		if l.total == 0 && l.suggest.Visible() && l.none.Visible() {
			l.suggest.OnTapped() // nothing to go to but what may have been meant
			return true
		}
		l.list.Focus()
		if l.list.Current() == "" {
			l.list.Step(1)
		}
		return true
	case fyne.KeyEscape:
		l.search.SetText("")
		return true
	}
	return false
}

func (l *libraryPane) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDelete:
		l.w.do("remove")
		return true
	case fyne.KeyF2:
		l.w.do("rename")
		return true
	}
	return false
}

func (l *libraryPane) focusSearch() {
	if !l.w.empty.wanted {
		l.w.turnTo(libraryPart)
		l.w.win.Canvas().Focus(l.search)
	}
}

// toggle switches a filter; a filter that is on is shown as a pressed button.
func (l *libraryPane) toggle(filter string, b *widget.Button) {
	l.filters[filter] = !l.filters[filter]
	b.Importance = fw.LowImportance
	b.Icon = nil
	if l.filters[filter] {
		b.Importance = fw.MediumImportance
		b.Icon = theme.ConfirmIcon()
	}
	b.Refresh()
	l.reload()
}

// text is what is searched: the words typed and the filters.
func (l *libraryPane) text() string {
	parts := []string{strings.TrimSpace(l.search.Text)}
	for _, f := range []string{"is:undated", "is:unused"} {
		if l.filters[f] {
			parts = append(parts, f)
		}
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// reload searches anew; typing on cancels it.
func (l *libraryPane) reload() {
	text, sort := l.text(), l.sort
	l.find.Go(func(ctx context.Context) (app.Results, error) {
		return l.w.app.Search(ctx, app.Query{Text: text, Sort: sort, Limit: pageRows})
	}, func(res app.Results, err error) { l.found(text, res, err) })
	l.reloadBriefings()
}

func (l *libraryPane) reloadBriefings() { l.briefings.reload() }

func (l *libraryPane) found(text string, res app.Results, err error) {
	l.searchGen++
	fresh := text != l.query
	l.query = text
	l.pages, l.asked = map[int][]app.Row{}, map[int]bool{}
	l.total = 0
	l.none.Hide()
	l.suggest.Hide()
	if err != nil { // said where the list would be: a half-typed query is no failure
		l.noneText.Set(widget.Run{Text: l.w.explain(err), Colour: widget.ColorConflict})
		l.none.Show()
	} else {
		l.pages[0], l.total = res.Rows, res.Total
	}
	if err == nil && res.Total == 0 && text != "" {
		l.noneText.Set(widget.Run{Text: l.w.t("library.none", "query", text), Colour: widget.ColorGrey})
		if res.Suggest != "" {
			l.suggest.SetText(l.w.t("library.suggest", "query", res.Suggest, "n", res.SuggestTotal))
			l.suggest.OnTapped = func() { l.search.SetText(res.Suggest) }
			l.suggest.Show()
		}
		l.none.Show()
	}
	l.count.Text, l.count.TextSize, l.count.Color = l.w.t("library.count", "n", l.total), theme.CaptionTextSize(), theme.Color(widget.ColorGrey)
	l.count.Refresh()
	l.facets.Refresh()
	lines := 1
	if searchesWords(text) {
		lines = 2
	}
	l.list.Reset(l.total, lines)
	if fresh {
		l.list.Top()
	}
	l.w.tracer.event("found", "query", text, "total", l.total)
}

// searchesWords reports whether a query has words beside its filters, so that
// there are snippets to show.
func searchesWords(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(f string) bool { return !strings.Contains(f, ":") })
}

// need loads the pages that hold rows [from, to).
func (l *libraryPane) need(from, to int) {
	gen, text, sort := l.searchGen, l.query, l.sort
	for p := from / pageRows; p <= (to-1)/pageRows; p++ {
		if l.asked[p] || l.pages[p] != nil {
			continue
		}
		l.asked[p] = true
		l.w.tasks.Go(func(ctx context.Context) func() {
			res, err := l.w.app.Search(ctx, app.Query{Text: text, Sort: sort, Offset: p * pageRows, Limit: pageRows})
			return func() {
				if gen != l.searchGen {
					return
				}
				delete(l.asked, p)
				if err != nil {
					l.w.fail(err)
					return
				}
				l.pages[p] = res.Rows
				l.list.Loaded()
			}
		})
	}
}

// selected shows the article with the caret, and offers a briefing of all.
func (l *libraryPane) selected() {
	ids := l.list.Selected()
	l.draft.SetText(l.w.t("library.draft", "n", len(ids)))
	l.draft.Hidden = len(ids) == 0
	l.pane.Refresh()
	if id := l.list.Current(); id != "" {
		l.w.showArticle(briefing.ArticleID(id))
	}
	l.w.refreshMenu()
}

// selection returns the articles selected.
func (l *libraryPane) selection() []briefing.ArticleID {
	var ids []briefing.ArticleID
	for _, id := range l.list.Selected() {
		ids = append(ids, briefing.ArticleID(id))
	}
	return ids
}

func (w *Window) toggleLibrary() {
	if w.narrow() { // it comes and goes with the keyboard
		if w.part == libraryPart {
			w.restFocus()
		} else {
			w.view.LibraryHidden = false
			w.library.focus()
		}
		w.refreshMenu()
		return
	}
	w.view.LibraryHidden = !w.view.LibraryHidden
	w.arrange()
	if w.view.LibraryHidden && w.library.pane.Focused() {
		w.reader.focus()
	}
	w.refreshMenu()
}

func (w *Window) searchLibrary() {
	if w.view.LibraryHidden {
		w.toggleLibrary()
	}
	w.library.focusSearch()
	w.library.search.SelectAll()
}

// date writes a date as far as it is known, in the interface's language.
func (w *Window) date(d briefing.Date) string {
	month := ""
	if d.Month >= 1 && d.Month <= 12 {
		month = strings.Split(w.t("date.months"), ",")[d.Month-1]
	}
	switch {
	case d.Complete():
		return w.t("date.day", "day", day(d.Day), "month", month, "year", day(d.Year))
	case d.Known() && month != "":
		return month + " " + day(d.Year)
	}
	return d.String()
}
