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
	host      libraryHost
	store     articleStore
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

// libraryHost is what the library pane needs of the window.
type libraryHost interface {
	tools
	atWork() // somebody types
	do(id string)
	fail(error)
	explain(error) string
	commandButton(id string, icon fyne.Resource) *widget.Button
	popUp(at fyne.Position, ids ...string)
	popUpMenu(menu *fyne.Menu, below fyne.CanvasObject)
	open(sheetLook) *sheet
	paneFocused(part, *widget.Pane, bool)
	turnTo(part)
	shortcut(fyne.Shortcut)
	refreshMenu()
	nothingYet() bool // the library is empty, and that is what is shown
	showArticle(briefing.ArticleID)
	draggedRows(at fyne.Position, dropped bool)
	focusReader()
}

// articleStore is what the library pane asks of the library.
type articleStore interface {
	Search(context.Context, app.Query) (app.Results, error)
	Matching(context.Context, app.Query) ([]briefing.ArticleID, error)
	Openings(context.Context, []briefing.ArticleID) (map[briefing.ArticleID]app.Opening, error)
	SavedSearches(context.Context) ([]app.SavedSearch, error)
	SaveSearch(context.Context, app.SavedSearch) error
	DeleteSearch(ctx context.Context, name string) error
	Tags(context.Context) ([]app.TagCount, error)
}

// searchDelay is how long a search waits for the next letter: the one that is
// under way then is given up, so that little is lost by beginning early.
const searchDelay = 20 * time.Millisecond

// pageRows is how many rows are loaded at a time.
const pageRows = 200

func newLibraryPane(host libraryHost, store articleStore, briefings func(*libraryPane) *briefingsList) *libraryPane {
	l := &libraryPane{host: host, store: store, filters: map[string]bool{}, pages: map[int][]app.Row{}, asked: map[int]bool{}}
	l.find = Latest[app.Results]{Tasks: host.work(), Delay: searchDelay}

	l.search = widget.NewEntry()
	l.search.PlaceHolder = host.t("library.search")
	l.search.Icon = theme.SearchIcon()
	l.search.OnChanged = func(string) { host.atWork(); l.reload() }
	l.search.OnKey = l.searchKey
	l.search.OnFocus = func(on bool) { host.paneFocused(libraryPart, l.pane, on) }

	l.undated = host.lowButton(host.t("library.undated"), nil, func() { l.toggle("is:undated", l.undated) })
	l.unused = host.lowButton(host.t("library.unused"), nil, func() { l.toggle("is:unused", l.unused) })
	l.count = canvas.NewText("", nil)
	add := host.commandButton("add", theme.ContentAddIcon())

	l.list = widget.NewPickList()
	l.list.Row, l.list.Need = l.row, l.need
	l.list.OnSelect = l.selected
	l.list.OnOpen = func(string) { host.focusReader() }
	l.list.OnFocus = func(on bool) { host.paneFocused(libraryPart, l.pane, on) }
	l.list.OnKey = l.key
	l.list.OnShortcut = host.shortcut
	l.list.OnRune = l.typed
	l.list.All = l.selectAll
	l.list.OnDrag = host.draggedRows
	l.openings = newOpenings(l)
	l.all = Latest[[]briefing.ArticleID]{Tasks: host.work()}
	l.ahead = Latest[int]{Tasks: host.work()}
	l.list.OnMenu = func(at fyne.Position) {
		host.popUp(at, "new-from", "add-to-briefing", "-", "details", "set-date", "tag", "-", "compare", "alike", "same-origin", "separate-origin", "-", "remove")
	}

	l.noneText = widget.NewFlowText()
	l.suggest = host.lowButton("", nil, nil)
	l.suggest.Hide()
	l.none = container.NewPadded(container.NewVBox(l.noneText, container.NewHBox(l.suggest)))
	l.none.Hide()

	l.draft = host.mainButton("", func() { host.do("new-from") })
	l.draft.Hide()
	l.briefings = briefings(l)

	l.more = host.commandButton("searches", theme.MenuIcon())
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
		l.host.do("remove")
		return true
	case fyne.KeyF2:
		l.host.do("rename")
		return true
	}
	return false
}

func (l *libraryPane) focusSearch() {
	if !l.host.nothingYet() {
		l.host.turnTo(libraryPart)
		l.host.focusOn(l.search)
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
		return l.store.Search(ctx, app.Query{Text: text, Sort: sort, Limit: pageRows})
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
		l.noneText.Set(widget.Run{Text: l.host.explain(err), Colour: widget.ColorConflict})
		l.none.Show()
	} else {
		l.pages[0], l.total = res.Rows, res.Total
	}
	if err == nil && res.Total == 0 && text != "" {
		l.noneText.Set(widget.Run{Text: l.host.t("library.none", "query", text), Colour: widget.ColorGrey})
		if res.Suggest != "" {
			l.suggest.SetText(l.host.t("library.suggest", "query", res.Suggest, "n", res.SuggestTotal))
			l.suggest.OnTapped = func() { l.search.SetText(res.Suggest) }
			l.suggest.Show()
		}
		l.none.Show()
	}
	l.count.Text, l.count.TextSize, l.count.Color = l.host.t("library.count", "n", l.total), theme.CaptionTextSize(), theme.Color(widget.ColorGrey)
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
	l.host.event("found", "query", text, "total", l.total)
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
		l.host.work().Go(func(ctx context.Context) func() {
			res, err := l.store.Search(ctx, app.Query{Text: text, Sort: sort, Offset: p * pageRows, Limit: pageRows})
			return func() {
				if gen != l.searchGen {
					return
				}
				delete(l.asked, p)
				if err != nil {
					l.host.fail(err)
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
	l.draft.SetText(l.host.t("library.draft", "n", len(ids)))
	l.draft.Hidden = len(ids) == 0
	l.pane.Refresh()
	if id := l.list.Current(); id != "" {
		l.host.showArticle(briefing.ArticleID(id))
	}
	l.host.refreshMenu()
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

// articlesChanged lists the library's articles anew.
func (w *Window) articlesChanged() { w.library.reload() }
