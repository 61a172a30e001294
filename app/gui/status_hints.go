package gui

import "example.org/attache/app/widget"

// hint shows the keys that do something where the keyboard is.
func (w *Window) hint() {
	h := func(key, id string) widget.Hint {
		return widget.Hint{Key: key, Word: w.t("hint." + id), Do: func() { w.do(id) }}
	}
	var hints []widget.Hint
	switch {
	case w.empty.wanted:
		hints = append(hints, h("Ctrl+O", "add"))
	case w.review.editor != nil:
		hints = append(hints, widget.Hint{Key: "Enter", Word: w.t("hint.apply"), Do: func() { w.review.editor.commit(false) }},
			widget.Hint{Key: "Esc", Word: w.t("hint.cancel"), Do: func() { w.review.editor.cancel() }},
			widget.Hint{Key: "Ctrl+Enter", Word: w.t("hint.line-below"), Do: func() { w.review.editor.commit(true) }})
		if w.review.editor.splits() {
			hints = append(hints, widget.Hint{Key: shortcutText(w.commands["split-line"].shortcut), Word: w.t("split.here"), Do: w.review.editor.split})
		}
	case w.library.pane.Focused():
		hints = append(hints, widget.Hint{Key: "↑↓", Word: w.t("hint.choose")}, widget.Hint{Key: "Space", Word: w.t("hint.also")},
			h("Ctrl+Enter", "new-from"), h("Ctrl+O", "add"), h("Ctrl+T", "tag"), h("F6", "next-pane"))
	case w.reader.pane.Focused() && w.reader.previewing:
		hints = append(hints, h("Ctrl+Shift+P", "preview"), h("Ctrl+Shift+E", "export"), h("F6", "next-pane"))
	case w.reader.pane.Focused():
		if w.brief.ID != "" {
			hints = append(hints, widget.Hint{Key: "1–9", Word: w.t("hint.selection-to")})
		}
		hints = append(hints, h("Ctrl+F", "find"), h("Ctrl+C", "copy"), h("Ctrl+Shift+C", "copy-cited"), h("F6", "next-pane"))
	case w.brief.ID != "":
		if w.repair != nil {
			hints = append(hints, h("A", "also-use"))
		}
		hints = append(hints, h("V", "verify"), h("X", "leave-out"), h("E", "edit-line"), h("B", "bluf"),
			widget.Hint{Key: "1–9", Word: w.t("hint.section")}, widget.Hint{Key: "↑↓", Word: w.t("hint.choose")},
			widget.Hint{Key: "Alt+↑↓", Word: w.t("hint.reorder")}, h("N", "new-line"), h("U", "next-unverified"),
			h("L", "lock"), h("P", "pin"), h("Space", "source"))
	default:
		hints = append(hints, h("Ctrl+O", "add"), h("Ctrl+N", "new"), h("F6", "next-pane"))
	}
	hints = append(hints, h("?", "shortcuts"))
	w.status.hints.Set(hints)
}
