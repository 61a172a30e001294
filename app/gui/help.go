package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// shortcutGroups are the keys as the window of shortcuts lists them: ids of
// commands, or keys alone with a text of their own after "=".
var shortcutGroups = []struct {
	name string
	ids  []string
}{
	{"review", []string{"verify=V, Enter", "leave-out=X, Del", "edit-line=E, F2", "new-line=N, Ins", "bluf=B", "lock=L", "pin=P",
		"mark-line=M", "split-line=S", "merge-next=J", "same-person=I", "two-people=D", "move-to=1–9", "source=Space", "wording=W", "next-unverified=U", "next-conflict=C", "several=Shift+↑↓"}},
	{"move", []string{"palette", "menu=F10", "up", "down", "next-pane=F6", "previous-pane=Shift+F6", "toggle-library=F9", "full-screen=F11"}},
	{"general", []string{"new", "new-from", "add-to-briefing", "add", "export", "preview", "print", "undo", "redo", "copy", "copy-cited",
		"find", "find-next=F3", "search", "searches", "rename=F2", "details", "set-date", "tag", "original", "said", "scale", "settings", "zoom-in", "zoom-out", "zoom-off", "close", "quit"}},
}

// showShortcuts lists every key.
func (w *Window) showShortcuts() {
	var columns []fyne.CanvasObject
	for _, g := range shortcutGroups {
		col := container.NewVBox(widget.NewFlowText(widget.Run{Text: w.t("shortcuts." + g.name), Style: widget.SansBold, Colour: widget.ColorNavy}))
		for _, id := range g.ids {
			id, keys, ok := strings.Cut(id, "=")
			if !ok {
				keys = shortcutText(w.commands[id].shortcut)
			}
			name := widget.NewFlowText(widget.Run{Text: w.t("cmd." + id), Size: 0.93})
			col.Add(container.NewBorder(nil, nil, keyCap(keys), nil, container.NewVBox(name)))
		}
		if g.name == "move" {
			for i, letter := range w.menuLetters() {
				col.Add(container.NewBorder(nil, nil, keyCap("Alt+"+string(letter)), nil, container.NewVBox(widget.NewFlowText(widget.Run{Text: w.t("menu." + menuTree[i].name), Size: 0.93}))))
			}
		}
		columns = append(columns, container.NewPadded(col))
	}
	wide := w.win.Canvas().Size().Width / theme.TextSize() // in letters
	w.sheet(w.t("cmd.shortcuts"), container.NewGridWithColumns(max(1, min(3, int(wide/22))), columns...), 900, "", nil)
}

// keyCap draws keys as on a keyboard.
func keyCap(keys string) fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(widget.ColorTint))
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = theme.Color(widget.ColorHairline), 1, 3
	t := canvas.NewText(keys, theme.Color(theme.ColorNameForeground))
	t.TextSize = theme.CaptionTextSize()
	t.Alignment = fyne.TextAlignCenter
	return letterWidth(container.NewStack(r, t), 7)
}

// shortcutText names a shortcut as keyboards do.
func shortcutText(s fyne.Shortcut) string {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *fyne.ShortcutCut:
		return "Ctrl+X"
	case *fyne.ShortcutCopy:
		return "Ctrl+C"
	case *fyne.ShortcutPaste:
		return "Ctrl+V"
	case *fyne.ShortcutSelectAll:
		return "Ctrl+A"
	case *desktop.CustomShortcut:
		var parts []string
		for _, m := range []struct {
			mod  fyne.KeyModifier
			name string
		}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
			if s.Modifier&m.mod != 0 {
				parts = append(parts, m.name)
			}
		}
		name := string(s.KeyName)
		if n, ok := map[fyne.KeyName]string{fyne.KeyReturn: "Enter", fyne.KeyUp: "↑", fyne.KeyDown: "↓", fyne.KeyEqual: "+", fyne.KeyMinus: "−"}[s.KeyName]; ok {
			name = n
		}
		return strings.Join(append(parts, name), "+")
	}
	return ""
}

// showQuickStart says in five steps how a briefing is made.
func (w *Window) showQuickStart() {
	var runs []widget.Run
	for i, key := range []string{"add", "draft", "review", "page", "export"} {
		if i > 0 {
			runs = append(runs, widget.Run{Text: "\n"})
		}
		runs = append(runs, widget.Run{Text: day(i+1) + "  ", Style: widget.SansBold, Colour: widget.ColorNavy}, widget.Run{Text: w.t("quick." + key)})
	}
	w.sheet(w.t("cmd.quick-start"), container.NewPadded(widget.NewFlowText(runs...)), 560, "", nil)
}

func (w *Window) showAbout() {
	name := fw.NewLabel(w.t("app.name") + " " + w.o.Version)
	name.TextStyle.Bold = true
	icon := fw.NewIcon(w.o.Fyne.Icon())
	text := widget.NewFlowText(widget.Run{Text: w.t("about.text")}, widget.Run{Text: "\n"}, widget.Run{Text: w.t("about.licences"), Size: 0.86, Colour: widget.ColorGrey})
	w.sheet(w.t("cmd.about"), container.NewBorder(nil, nil, container.NewCenter(container.NewGridWrap(fyne.NewSize(64, 64), icon)), nil,
		container.NewVBox(name, container.NewPadded(text))), 520, "", nil)
}
