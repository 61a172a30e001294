package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
)

// libraryKinds are the endings of libraries and of their backups.
var libraryKinds = []string{".db", ".age"}

// chooseLibrary opens another library in a window of its own.
func (w *Window) chooseLibrary() {
	w.choose(chooserLook{title: w.t("choose.library"), verb: w.t("choose.open"), kinds: libraryKinds, done: func(paths []string) { w.openLibrary(paths[0]) }})
}

func (w *Window) openLibrary(path string) {
	w.tasks.Go(func(ctx context.Context) func() {
		is, err := app.IsLibrary(ctx, path)
		if err == nil && is {
			err = w.o.OpenLibrary(path)
		}
		return func() {
			if err == nil && !is {
				w.notices.show(notice{text: w.t("libraries.not-one", "path", path), bad: true})
			}
			w.fail(err)
		}
	})
}

// recentItem is the menu of libraries opened lately, beside this one.
func (w *Window) recentItem() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.t("cmd.open-recent"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, path := range w.recent {
		if path != w.app.Path() {
			item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(path, func() { w.openLibrary(path) }))
		}
	}
	item.Disabled = len(item.ChildMenu.Items) == 0
	item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(w.t("libraries.forget"), w.forgetLibraries))
	return item
}

// loadRecent puts this library into the list and shows it.
func (w *Window) loadRecent() {
	w.tasks.Go(func(context.Context) func() {
		_ = app.RememberLibrary(w.app.Path()) // a list to spare clicks, not worth a message
		recent := app.RecentLibraries()
		return func() {
			w.recent = recent
			w.menu = ""
			w.refreshMenu()
		}
	})
}

func (w *Window) forgetLibraries() {
	w.tasks.Go(func(context.Context) func() {
		err := app.ForgetLibraries()
		return func() {
			w.fail(err)
			w.recent = nil
			w.menu = ""
			w.refreshMenu()
		}
	})
}
