package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"example.org/attache/app"
)

// command is something a person can do: an item of a menu, with its shortcut
// and its name in the interface's language under "cmd." and its id.
type command struct {
	id       string
	shortcut fyne.Shortcut
	letters  string // the review list's keys, such as "V"
	enabled  func() bool
	checked  func() bool
	run      func()
	// always commands run while a sheet is open, too: they are about its
	// fields, or about the program.
	always bool
}

// keys are the command's keys as keyboards write them, or "".
func (c *command) keys() string {
	if c.shortcut == nil {
		return c.letters
	}
	return shortcutText(c.shortcut)
}

// mod is Ctrl, or Cmd on a Mac.
const mod = fyne.KeyModifierShortcutDefault

func keys(name fyne.KeyName, m fyne.KeyModifier) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: m}
}

// can reports whether a command can be run now: it can be done, and no sheet
// and no menu is open in front of what it is about.
func (w *Window) can(id string) bool {
	c := w.commands[id]
	if c == nil || c.enabled != nil && !c.enabled() {
		return false
	}
	return c.always || len(w.win.Canvas().Overlays().List()) == 0
}

// do runs a command, if it can be run now: Fyne runs shortcuts of disabled
// menu items, and those of menus behind a sheet, too.
func (w *Window) do(id string) {
	if !w.can(id) {
		return
	}
	c := w.commands[id]
	w.tracer.event("command", "id", id)
	w.notices.passOld()
	c.run()
}

// makeCommands lists everything that can be done.
func (w *Window) makeCommands() {
	w.commands = map[string]*command{}
	add := func(id string, sc fyne.Shortcut, letters string, enabled func() bool, run func()) *command {
		c := &command{id: id, shortcut: sc, letters: letters, enabled: enabled, run: run}
		w.commands[id] = c
		return c
	}
	shift := mod | fyne.KeyModifierShift
	open := func() bool { return w.brief.ID != "" }
	line := func() bool { return open() && w.review.list.Selected() != "" }
	picked := func() bool { return len(w.library.selection()) > 0 }
	article := func() bool { return w.reader.view.Article() != nil }

	add("new", keys(fyne.KeyN, mod), "", nil, w.newBriefing)
	add("new-from", keys(fyne.KeyReturn, mod), "", picked, w.draftSelection)
	add("add-to-briefing", keys(fyne.KeyB, mod), "", w.canAdd, w.addToBriefing)
	add("add", keys(fyne.KeyO, mod), "", nil, w.chooseArticles)
	add("add-folder", nil, "", nil, w.chooseFolder)
	add("add-clipboard", nil, "", nil, w.pasteArticle)
	add("open-library", nil, "", func() bool { return w.o.OpenLibrary != nil }, w.chooseLibrary)
	add("export", keys(fyne.KeyE, shift), "", open, w.showExport)
	add("export-again", nil, "", func() bool { return open() && w.lastPath != "" }, w.exportAgain)
	add("print", keys(fyne.KeyP, mod), "", open, w.print)
	add("backup", nil, "", nil, w.backUp)
	add("restore", nil, "", nil, w.chooseBackup)
	add("close", keys(fyne.KeyW, mod), "", nil, w.Close)
	add("quit", keys(fyne.KeyQ, mod), "", nil, w.Close)

	add("undo", &fyne.ShortcutUndo{}, "", nil, w.undo)
	add("redo", keys(fyne.KeyZ, shift), "", nil, w.redo)
	add("history", nil, "", open, w.showHistory)
	add("cut", &fyne.ShortcutCut{}, "", nil, func() { w.clip(&fyne.ShortcutCut{Clipboard: w.o.Fyne.Clipboard()}) })
	add("copy", &fyne.ShortcutCopy{}, "", nil, w.copy)
	add("copy-cited", keys(fyne.KeyC, shift), "", nil, w.copyCited)
	add("paste", &fyne.ShortcutPaste{}, "", nil, w.paste)
	add("select-all", &fyne.ShortcutSelectAll{}, "", nil, w.selectAll)
	add("find", keys(fyne.KeyF, mod), "", article, func() { w.reader.showFind() })
	add("search", keys(fyne.KeyF, shift), "", nil, w.searchLibrary)
	add("searches", keys(fyne.KeyL, mod), "", nil, w.showSearches)
	add("find-next", keys(fyne.KeyG, mod), "F3", article, func() { w.reader.findStep(1) })
	add("find-previous", keys(fyne.KeyG, shift), "Shift+F3", article, func() { w.reader.findStep(-1) })
	add("learnt", nil, "", nil, w.showLearnt)
	add("settings", keys(fyne.KeyComma, mod), "", nil, w.showSettings)

	add("toggle-library", nil, "F9", nil, w.toggleLibrary).checked = func() bool { return !w.view.LibraryHidden }
	add("preview", keys(fyne.KeyP, shift), "", open, w.togglePreview).checked = func() bool { return w.reader.previewing }
	add("coverage", nil, "", nil, w.toggleCoverage).checked = func() bool { return !w.view.CoverageHidden }
	add("original", keys(fyne.KeyU, mod), "", article, w.showOriginal)
	add("full-screen", nil, "F11", nil, func() { w.win.SetFullScreen(!w.win.FullScreen()) }).checked = func() bool { return w.win.FullScreen() }
	add("zoom-in", keys(fyne.KeyEqual, mod), "", nil, func() { w.zoom(1) })
	add("zoom-out", keys(fyne.KeyMinus, mod), "", nil, func() { w.zoom(-1) })
	add("zoom-off", keys(fyne.Key0, mod), "", nil, func() { w.zoom(0) })
	add("next-pane", nil, "F6", nil, func() { w.focusPane(1) })
	add("previous-pane", nil, "Shift+F6", nil, func() { w.focusPane(-1) })

	add("details", keys(fyne.KeyI, mod), "", article, w.editArticle)
	add("tag", keys(fyne.KeyT, mod), "", picked, w.tagSelection)
	add("rename", nil, "F2", article, w.editInline)
	add("set-date", keys(fyne.KeyD, mod), "", func() bool { return picked() || article() }, w.dateSelection)
	add("left-out-blocks", nil, "", article, w.showLeftOut)
	add("encoding", nil, "", article, w.chooseEncoding)
	add("compare", nil, "", func() bool { return article() || len(w.library.selection()) == 2 }, w.compareWith)
	add("alike", nil, "", article, w.findAlike)
	several := func() bool { return len(w.library.selection()) > 1 }
	add("same-origin", nil, "", several, func() { w.setOrigin(w.library.selection(), app.OriginSame, nil) })
	add("separate-origin", nil, "", several, func() { w.setOrigin(w.library.selection(), app.OriginSeparate, nil) })
	add("remove", nil, "", picked, w.removeSelection)
	for i, s := range numbered {
		add("select-to-"+string(s), nil, string(rune('1'+i)), func() bool { return open() && w.reader.selected().Len() > 0 },
			func() { w.addSelection(s) })
		add("to-"+string(s), nil, string(rune('1'+i)), line, func() { w.moveTo(s) })
	}

	add("verify", nil, "V", line, w.verify)
	add("leave-out", nil, "X", line, w.leaveOut)
	add("edit-line", nil, "E", line, w.editLine)
	add("also-use", nil, "A", func() bool { return open() && w.repair != nil }, w.alsoUse)
	add("split-line", keys(fyne.KeyK, mod), "S", line, w.splitLine)
	add("merge-next", keys(fyne.KeyJ, mod), "J", line, w.mergeNext)
	add("same-person", nil, "I", w.aboutSomebody, w.showSamePerson)
	add("two-people", nil, "D", w.aboutSomebody, w.showTwoPeople)
	add("new-line", nil, "N", open, w.newLine)
	add("bluf", nil, "B", line, w.useAsBottomLine)
	add("lock", nil, "L", line, w.lock)
	add("pin", nil, "P", line, w.pin)
	add("up", keys(fyne.KeyUp, fyne.KeyModifierAlt), "", line, func() { w.moveBy(-1) })
	add("down", keys(fyne.KeyDown, fyne.KeyModifierAlt), "", line, func() { w.moveBy(1) })
	add("source", nil, "Space", line, w.jumpToSource)
	add("wording", nil, "W", line, w.restoreWording)
	add("mark-line", nil, "M", line, w.markLine)
	add("line-history", nil, "", line, w.showLineHistory)
	add("next-unverified", nil, "U", open, func() { w.review.goTo(unreviewed, "review.done") })
	add("next-conflict", nil, "C", open, func() { w.review.goTo(conflicting, "conflict.none") })
	add("resolve", nil, "", open, w.resolveConflict)
	add("update", nil, "", open, w.showUpdate)
	add("briefing-details", nil, "", open, w.showDetails)
	add("template-add", nil, "", nil, w.chooseTemplate)
	add("template-save", nil, "", open, w.saveTemplate)
	add("marking", nil, "", open, w.showMarking)
	add("rename-briefing", nil, "", open, w.renameBriefing)
	add("duplicate-briefing", nil, "", open, w.duplicateBriefing)
	add("compare-last", nil, "", open, w.showProgress)
	add("ledger", nil, "", nil, w.showLedger)
	add("register", nil, "", nil, w.showRegister)
	add("said", keys(fyne.KeyY, shift), "", open, w.showSaid)
	add("delete-briefing", nil, "", open, w.deleteBriefing)

	add("guide", nil, "F1", nil, w.showGuide)
	add("quick-start", nil, "", nil, w.showQuickStart)
	add("shortcuts", keys(fyne.KeySlash, shift), "?", nil, w.showShortcuts)
	add("scale", keys(fyne.KeyL, shift), "", nil, w.showScale)
	add("palette", keys(fyne.KeyK, shift), "", nil, w.showPalette)
	add("menu", nil, "F10", nil, func() { w.openMenu(0) })
	add("legend", nil, "", nil, w.showLegend)
	add("sample", nil, "", nil, w.trySample)
	add("remove-sample", nil, "", nil, w.removeSample)
	add("log", nil, "", func() bool { return w.o.LogPath != "" }, w.showLog)
	add("about", nil, "", nil, w.showAbout)
	for _, id := range []string{"undo", "redo", "cut", "copy", "paste", "select-all", "close", "quit"} {
		w.commands[id].always = true
	}
}

// typedKey takes every key that the part with the keyboard has no use for, and
// all of them where nothing has the keyboard.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	if s := w.topSheet(); s != nil {
		s.key(e)
		return
	}
	if !w.key(e) && w.win.Canvas().Focused() == nil && w.brief.ID != "" {
		w.review.key(e)
	}
}

// typedRune takes what is typed where nothing has the keyboard.
func (w *Window) typedRune(r rune) {
	if w.topSheet() == nil {
		w.review.typed(r)
	}
}

// key handles the keys that work everywhere but in sheets; Fyne has no
// shortcuts without a modifier.
func (w *Window) key(e *fyne.KeyEvent) bool {
	shift := w.modifiers()&fyne.KeyModifierShift != 0
	pick := func(plain, shifted string) bool {
		if shift {
			plain = shifted
		}
		w.do(plain)
		return true
	}
	switch e.Name {
	case fyne.KeyF1:
		return pick("guide", "guide")
	case fyne.KeyF3:
		return pick("find-next", "find-previous")
	case fyne.KeyF6:
		return pick("next-pane", "previous-pane")
	case fyne.KeyF9:
		return pick("toggle-library", "toggle-library")
	case fyne.KeyF10:
		return pick("menu", "menu")
	case fyne.KeyF11:
		return pick("full-screen", "full-screen")
	case fyne.KeyF12:
		w.tracer.tellButtons() // to a test that asks
	}
	return false
}

// shortcut handles shortcuts that no menu item shows, on their way through the
// focused part.
func (w *Window) shortcut(s fyne.Shortcut) {
	if s.ShortcutName() == (&fyne.ShortcutRedo{}).ShortcutName() {
		w.do("redo")
	}
}

func (w *Window) modifiers() fyne.KeyModifier {
	if d, ok := w.o.Fyne.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
