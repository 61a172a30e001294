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
	w := l.w
	w.tasks.Go(func(ctx context.Context) func() {
		saved, err := w.app.SavedSearches(ctx)
		tags, err2 := w.app.Tags(ctx)
		return func() {
			w.fail(err)
			w.fail(err2)
			menu := l.menuOf(saved, tags)
			w.popUpMenu(menu, below)
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
	w := l.w
	menu := fyne.NewMenu("")
	add := func(label string, do func()) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, do)
		menu.Items = append(menu.Items, item)
		return item
	}
	for _, s := range sorts {
		add(w.t("sort."+sortKey(s)), func() {
			l.sort = s
			l.reload()
			l.list.Top()
		}).Checked = s == l.sort
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	add(w.t("library.save-search"), l.saveSearch).Disabled = l.text() == ""
	for _, s := range saved {
		item := add(s.Name, nil)
		item.ChildMenu = fyne.NewMenu("",
			fyne.NewMenuItem(w.t("library.use-search"), func() { l.search.SetText(s.Text) }),
			fyne.NewMenuItem(w.t("library.forget-search"), func() {
				w.tasks.Go(func(ctx context.Context) func() {
					err := w.app.DeleteSearch(ctx, s.Name)
					return func() { w.fail(err) }
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
	w := l.w
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
		w.tasks.Go(func(ctx context.Context) func() {
			err := w.app.SaveSearch(ctx, app.SavedSearch{Name: name, Text: text})
			return func() { w.fail(err) }
		})
	}
	s = w.open(sheetLook{title: w.t("library.save-search"), content: entry, width: 420, verb: w.t("choose.save"), main: save, focus: entry})
	entry.SelectAll()
}
