package gui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// maxTags is how many tags the library's menu lists; the rest is typed.
const maxTags = 20

// sorts are the orders of articles as the library's menu lists them.
var sorts = []app.Sort{app.ByRelevance, app.ByPublished, app.BySaved, app.ByTitle, app.ByOutlet}

// showMenu opens the library's menu below its button: orders, saved searches,
// tags.
func (l *libraryPane) showMenu(below fyne.CanvasObject) {
	l.host.work().Go(func(ctx context.Context) func() {
		saved, err := l.store.SavedSearches(ctx)
		tags, err2 := l.store.Tags(ctx)
		return func() {
			l.host.fail(err)
			l.host.fail(err2)
			l.host.popUpMenu(l.menuOf(saved, tags), below)
		}
	})
}

// showSearches opens the library's menu without the mouse.
func (w *Window) showSearches() {
	if w.view.LibraryHidden {
		w.toggleLibrary()
	}
	w.library.showMenu(w.library.more)
}

func (l *libraryPane) menuOf(saved []app.SavedSearch, tags []app.TagCount) *fyne.Menu {
	host := l.host
	menu := fyne.NewMenu("")
	add := func(label string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, do)
		menu.Items = append(menu.Items, item)
		return item
	}
	for _, s := range sorts {
		add(host.t("sort."+sortKey(s)), func() {
			l.sort = s
			l.reload()
			l.list.Top()
		}).Checked = s == l.sort
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	add(host.t("library.save-search"), l.saveSearch).Disabled = l.text() == ""
	for _, s := range saved {
		item := add(s.Name, nil)
		item.ChildMenu = fyne.NewMenu("",
			fyne.NewMenuItem(host.t("library.use-search"), func() { l.search.SetText(s.Text) }),
			fyne.NewMenuItem(host.t("library.forget-search"), func() {
				host.work().Go(func(ctx context.Context) func() {
					err := l.store.DeleteSearch(ctx, s.Name)
					return func() { host.fail(err) }
				})
			}))
	}
	if len(tags) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	for _, t := range tags[:min(len(tags), maxTags)] {
		add("#"+t.Tag+"   "+strconv.Itoa(t.Articles), func() { l.search.SetText("tag:" + quoted(t.Tag)) })
	}
	return menu
}

func sortKey(s app.Sort) string {
	if s == app.ByRelevance {
		return "relevance"
	}
	return string(s)
}

// quoted writes a word of a query so that blanks stay in it.
func quoted(s string) string {
	for _, r := range s {
		if r == ' ' {
			return strconv.Quote(s)
		}
	}
	return s
}

// saveSearch keeps the query of the moment under a name.
func (l *libraryPane) saveSearch() {
	host := l.host
	text := l.text()
	entry := widget.NewEntry()
	entry.SetText(text)
	var s *sheet
	save := func() {
		s.hide()
		name := oneLine(entry.Text)
		if name == "" {
			return
		}
		host.work().Go(func(ctx context.Context) func() {
			err := l.store.SaveSearch(ctx, app.SavedSearch{Name: name, Text: text})
			return func() { host.fail(err) }
		})
	}
	s = host.open(sheetLook{title: host.t("library.save-search"), content: entry, width: 420, verb: host.t("choose.save"), main: save, focus: entry})
	entry.SelectAll()
}
