package gui

import (
	"fyne.io/fyne/v2"

	"example.org/attache/app"
)

// What a command needs to be run.
func (w *Window) hasBriefing() bool { return w.brief.ID != "" }
func (w *Window) hasLine() bool     { return w.hasBriefing() && w.review.list.Selected() != "" }
func (w *Window) hasPicked() bool   { return len(w.library.selection()) > 0 }
func (w *Window) hasArticle() bool  { return w.reader.view.Article() != nil }

// shifted is mod with Shift.
const shifted = mod | fyne.KeyModifierShift

// fileCommands make briefings, add articles, and write both to files.
func (w *Window) fileCommands(add addCommand) {
	add("new", keys(fyne.KeyN, mod), "", nil, w.newBriefing)
	add("new-from", keys(fyne.KeyReturn, mod), "", w.hasPicked, w.draftSelection)
	add("add-to-briefing", keys(fyne.KeyB, mod), "", w.canAdd, w.addToBriefing)
	add("add", keys(fyne.KeyO, mod), "", nil, w.chooseArticles)
	add("add-folder", nil, "", nil, w.chooseFolder)
	add("add-clipboard", nil, "", nil, w.pasteArticle)
	add("open-library", nil, "", func() bool { return w.o.OpenLibrary != nil }, w.chooseLibrary)
	add("export", keys(fyne.KeyE, shifted), "", w.hasBriefing, w.exports.ask)
	add("export-again", nil, "", func() bool { return w.hasBriefing() && w.exports.last != "" }, w.exports.again)
	add("print", keys(fyne.KeyP, mod), "", w.hasBriefing, w.exports.print)
	add("backup", nil, "", nil, w.backUp)
	add("restore", nil, "", nil, w.chooseBackup)
	add("close", keys(fyne.KeyW, mod), "", nil, w.Close)
	add("quit", keys(fyne.KeyQ, mod), "", nil, w.Close)
}

// editCommands undo, copy and search.
func (w *Window) editCommands(add addCommand) {
	add("undo", &fyne.ShortcutUndo{}, "", nil, w.undo)
	add("redo", keys(fyne.KeyZ, shifted), "", nil, w.redo)
	add("history", nil, "", w.hasBriefing, func() { showHistory(w, w.app) })
	add("cut", &fyne.ShortcutCut{}, "", nil, func() { w.clip(&fyne.ShortcutCut{Clipboard: w.o.Fyne.Clipboard()}) })
	add("copy", &fyne.ShortcutCopy{}, "", nil, w.copy)
	add("copy-cited", keys(fyne.KeyC, shifted), "", nil, w.copyCited)
	add("paste", &fyne.ShortcutPaste{}, "", nil, w.paste)
	add("select-all", &fyne.ShortcutSelectAll{}, "", nil, w.selectAll)
	add("find", keys(fyne.KeyF, mod), "", w.hasArticle, func() { w.reader.showFind() })
	add("search", keys(fyne.KeyF, shifted), "", nil, w.searchLibrary)
	add("searches", keys(fyne.KeyL, mod), "", nil, w.showSearches)
	add("find-next", keys(fyne.KeyG, mod), "F3", w.hasArticle, func() { w.reader.findStep(1) })
	add("find-previous", keys(fyne.KeyG, shifted), "Shift+F3", w.hasArticle, func() { w.reader.findStep(-1) })
	add("learnt", nil, "", nil, func() { openLearnt(w, w.app, "") })
	add("settings", keys(fyne.KeyComma, mod), "", nil, w.showSettings)
}

// viewCommands say what is shown.
func (w *Window) viewCommands(add addCommand) {
	add("toggle-library", nil, "F9", nil, w.toggleLibrary).checked = func() bool { return !w.view.LibraryHidden }
	add("preview", keys(fyne.KeyP, shifted), "", w.hasBriefing, w.togglePreview).checked = func() bool { return w.reader.previewing }
	add("coverage", nil, "", nil, w.toggleCoverage).checked = func() bool { return !w.view.CoverageHidden }
	add("original", keys(fyne.KeyU, mod), "", w.hasArticle, w.showOriginal)
	add("full-screen", nil, "F11", nil, func() { w.win.SetFullScreen(!w.win.FullScreen()) }).checked = func() bool { return w.win.FullScreen() }
	add("zoom-in", keys(fyne.KeyEqual, mod), "", nil, func() { w.zoom(1) })
	add("zoom-out", keys(fyne.KeyMinus, mod), "", nil, func() { w.zoom(-1) })
	add("zoom-off", keys(fyne.Key0, mod), "", nil, func() { w.zoom(0) })
	add("next-pane", nil, "F6", nil, func() { w.focusPane(1) })
	add("previous-pane", nil, "Shift+F6", nil, func() { w.focusPane(-1) })
}

// articleCommands are about the article shown or those selected.
func (w *Window) articleCommands(add addCommand) {
	add("details", keys(fyne.KeyI, mod), "", w.hasArticle, w.editArticle)
	add("tag", keys(fyne.KeyT, mod), "", w.hasPicked, w.tagSelection)
	add("rename", nil, "F2", w.hasArticle, func() { w.reader.editInline() })
	add("set-date", keys(fyne.KeyD, mod), "", func() bool { return w.hasPicked() || w.hasArticle() }, w.dateSelection)
	add("left-out-blocks", nil, "", w.hasArticle, func() { openLeftOut(w, w.app) })
	add("encoding", nil, "", w.hasArticle, func() { chooseEncoding(w, w.app, w.readArticle()) })
	add("compare", nil, "", func() bool { return w.hasArticle() || len(w.library.selection()) == 2 }, w.compareWith)
	add("alike", nil, "", w.hasArticle, func() { pickAlike(w, w.app, false) })
	several := func() bool { return len(w.library.selection()) > 1 }
	add("same-origin", nil, "", several, func() { w.setOrigin(w.library.selection(), app.OriginSame, nil) })
	add("separate-origin", nil, "", several, func() { w.setOrigin(w.library.selection(), app.OriginSeparate, nil) })
	add("remove", nil, "", w.hasPicked, w.removeSelection)
	for i, s := range numbered {
		add("select-to-"+string(s), nil, string(rune('1'+i)), func() bool { return w.hasBriefing() && w.reader.selected().Len() > 0 },
			func() { w.addSelection(s) })
		add("to-"+string(s), nil, string(rune('1'+i)), w.hasLine, func() { w.moveTo(s) })
	}
}

// lineCommands are about the line selected, or the selection in the article.
func (w *Window) lineCommands(add addCommand) {
	add("verify", nil, "V", w.hasLine, w.verify)
	add("leave-out", nil, "X", w.hasLine, w.leaveOut)
	add("edit-line", nil, "E", w.hasLine, func() { w.review.editLine() })
	add("also-use", nil, "A", func() bool { return w.hasBriefing() && w.repair != nil }, w.alsoUse)
	add("split-line", keys(fyne.KeyK, mod), "S", w.hasLine, w.splitLine)
	add("merge-next", keys(fyne.KeyJ, mod), "J", w.hasLine, w.mergeNext)
	add("same-person", nil, "I", w.aboutSomebody, func() { showSamePerson(w, w.app) })
	add("two-people", nil, "D", w.aboutSomebody, func() { showTwoPeople(w, w.app) })
	add("new-line", nil, "N", w.hasBriefing, func() { w.review.newLine() })
	add("bluf", nil, "B", w.hasLine, w.useAsBottomLine)
	add("lock", nil, "L", w.hasLine, w.lock)
	add("pin", nil, "P", w.hasLine, w.pin)
	add("up", keys(fyne.KeyUp, fyne.KeyModifierAlt), "", w.hasLine, func() { w.moveBy(-1) })
	add("down", keys(fyne.KeyDown, fyne.KeyModifierAlt), "", w.hasLine, func() { w.moveBy(1) })
	add("source", nil, "Space", w.hasLine, w.jumpToSource)
	add("wording", nil, "W", w.hasLine, w.restoreWording)
	add("mark-line", nil, "M", w.hasLine, w.markLine)
	add("line-history", nil, "", w.hasLine, func() { showLineHistory(w, w.app) })
}

// briefingCommands are about the briefing, and about the library over the years.
func (w *Window) briefingCommands(add addCommand) {
	add("next-unverified", nil, "U", w.hasBriefing, func() { w.review.goTo(unreviewed, "review.done") })
	add("next-conflict", nil, "C", w.hasBriefing, func() { w.review.goTo(conflicting, "conflict.none") })
	add("resolve", nil, "", w.hasBriefing, w.resolveConflict)
	add("update", nil, "", w.hasBriefing, w.showUpdate)
	add("briefing-details", nil, "", w.hasBriefing, w.showDetails)
	add("template-add", nil, "", nil, w.chooseTemplate)
	add("template-save", nil, "", w.hasBriefing, w.saveTemplate)
	add("marking", nil, "", w.hasBriefing, func() { openMarking(w) })
	add("rename-briefing", nil, "", w.hasBriefing, w.renameBriefing)
	add("duplicate-briefing", nil, "", w.hasBriefing, w.duplicateBriefing)
	add("compare-last", nil, "", w.hasBriefing, w.showProgress)
	add("ledger", nil, "", nil, w.showLedger)
	add("register", nil, "", nil, w.showRegister)
	add("said", keys(fyne.KeyY, shifted), "", w.hasBriefing, w.showSaid)
	add("delete-briefing", nil, "", w.hasBriefing, w.deleteBriefing)
}

// helpCommands explain the program.
func (w *Window) helpCommands(add addCommand) {
	add("guide", nil, "F1", nil, w.showGuide)
	add("quick-start", nil, "", nil, w.showQuickStart)
	add("shortcuts", keys(fyne.KeySlash, shifted), "?", nil, w.showShortcuts)
	add("scale", keys(fyne.KeyL, shifted), "", nil, w.showScale)
	add("palette", keys(fyne.KeyK, shifted), "", nil, w.showPalette)
	add("menu", nil, "F10", nil, func() { w.openMenu(0) })
	add("legend", nil, "", nil, w.showLegend)
	add("sample", nil, "", nil, w.trySample)
	add("remove-sample", nil, "", nil, w.removeSample)
	add("log", nil, "", func() bool { return w.o.LogPath != "" }, w.showLog)
	add("about", nil, "", nil, w.showAbout)
}
