package gui

import (
	"fmt"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// menuTree is every menu: ids of commands, "-" between groups, and submenus as
// a name and its ids. No menu is longer than a window of the smallest size:
// one that has to scroll does not open its submenus (Fyne 2.8).
var menuTree = []struct {
	name  string
	items []string
}{
	{"file", []string{"new", "new-from", "add-to-briefing", "-", "add", "add-folder", "add-clipboard", "-", "open-library", "open-recent>", "-", "export", "export-again", "print", "-",
		"backup", "restore", "-", "close", "quit"}},
	{"edit", []string{"undo", "redo", "history", "-", "cut", "copy", "copy-cited", "paste", "select-all", "-",
		"find", "find-next", "find-previous", "search", "searches", "-", "learnt", "settings"}},
	{"view", []string{"toggle-library", "preview", "original", "coverage", "-", "ledger", "register", "-", "next-pane", "previous-pane", "legend", "-", "zoom-in", "zoom-out", "zoom-off", "full-screen"}},
	{"article", []string{"rename", "details", "set-date", "tag", "-", "left-out-blocks", "encoding", "-", "compare", "alike", "same-origin", "separate-origin", "-",
		"select-to>select-to-", "-", "remove"}},
	{"line", []string{"verify", "leave-out", "edit-line", "new-line", "split-line", "merge-next", "bluf", "lock", "pin", "mark-line", "-", "move-to>to-", "-",
		"source", "wording", "line-history"}},
	{"briefing", []string{"next-unverified", "next-conflict", "resolve", "update", "said", "compare-last", "-", "also-use", "same-person", "two-people", "-", "template>", "briefing-details", "marking", "-",
		"rename-briefing", "duplicate-briefing", "delete-briefing"}},
	{"help", []string{"palette", "guide", "quick-start", "shortcuts", "scale", "-", "sample", "remove-sample", "-", "log", "about"}},
}

// refreshMenu builds the menu where something in it has changed: names of
// what can be undone, what is possible, what is ticked.
func (w *Window) refreshMenu() {
	var menus []*fyne.Menu
	var state strings.Builder
	for _, m := range menuTree {
		menu := fyne.NewMenu(w.t("menu." + m.name))
		for _, id := range m.items {
			menu.Items = append(menu.Items, w.menuItem(id, &state))
		}
		menus = append(menus, menu)
	}
	if s := w.words.Language + state.String(); s != w.menu {
		w.menu = s
		w.win.SetMainMenu(fyne.NewMainMenu(menus...))
	}
}

func (w *Window) menuItem(id string, state *strings.Builder) *fyne.MenuItem {
	if id == "-" {
		return fyne.NewMenuItemSeparator()
	}
	switch id {
	case "open-recent>":
		return w.recentItem()
	case "template>":
		return w.templateItem(state)
	}
	if name, prefix, ok := strings.Cut(id, ">"); ok {
		item := fyne.NewMenuItem(w.t("cmd."+name), nil)
		item.ChildMenu = fyne.NewMenu("")
		if name == "move-to" {
			item.ChildMenu.Items = append(item.ChildMenu.Items, w.menuItem("up", state), w.menuItem("down", state), fyne.NewMenuItemSeparator())
		}
		for _, s := range numbered {
			sub := w.menuItem(prefix+string(s), state)
			item.ChildMenu.Items = append(item.ChildMenu.Items, sub)
		}
		return item
	}
	c := w.commands[id]
	item := fyne.NewMenuItem(w.commandName(id), func() { w.do(id) })
	item.Shortcut = quietShortcut(c.shortcut)
	item.Disabled = c.enabled != nil && !c.enabled()
	item.IsQuit = id == "quit"
	if c.checked != nil {
		item.Checked = c.checked()
	}
	switch {
	case c.shortcut == nil && c.letters != "":
		item.Label += "   (" + c.letters + ")"
	case c.shortcut != nil && runtime.GOOS != "darwin":
		item.Label += "   (" + shortcutText(c.shortcut) + ")"
	}
	fmt.Fprint(state, item.Label, item.Disabled, item.Checked)
	return item
}

// commandName is a command's name as menus show it, with the name of what
// would be undone.
func (w *Window) commandName(id string) string {
	switch {
	case id == "undo" && w.history.Undo != "":
		return w.t("cmd.undo") + " " + w.editName(w.history.Undo)
	case id == "redo" && w.history.Redo != "":
		return w.t("cmd.redo") + " " + w.editName(w.history.Redo)
	case strings.HasPrefix(id, "select-to-"), strings.HasPrefix(id, "to-"):
		section := strings.TrimPrefix(strings.TrimPrefix(id, "select-"), "to-")
		return w.t("section." + section)
	}
	return w.t("cmd." + id)
}

// editName is the name of an edit in the interface's language; names of edits
// are kept in English with the edits.
func (w *Window) editName(name string) string {
	if template, ok := strings.CutPrefix(name, "Use Template "); ok {
		return w.t("edit.use-template", "name", w.templateName(template))
	}
	key := "edit." + strings.ReplaceAll(strings.ToLower(name), " ", "-")
	if w.words.Has(key) {
		return w.t(key)
	}
	return name
}

// nameOnly is a shortcut that a menu runs but does not write beside its item:
// Fyne 2.8 writes it in a fifth of the text's ink, which few can read.
type nameOnly string

// ShortcutName is for Fyne.
func (n nameOnly) ShortcutName() string { return string(n) }

// quietShortcut returns the shortcut as a menu's item has it. The menu bar of
// a Mac is the system's, which writes it well.
func quietShortcut(s fyne.Shortcut) fyne.Shortcut {
	if s == nil || runtime.GOOS == "darwin" {
		return s
	}
	return nameOnly(s.ShortcutName())
}
