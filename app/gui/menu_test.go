package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// TestMenusSayAndRunTheirKeys looks at every item with a shortcut: its label
// says the keys in full ink, and Fyne finds it by the shortcut's name.
func TestMenusSayAndRunTheirKeys(t *testing.T) {
	s := sample(t)
	items := map[string]*fyne.MenuItem{}
	var walk func([]*fyne.MenuItem)
	walk = func(list []*fyne.MenuItem) {
		for _, i := range list {
			if i.Shortcut != nil {
				items[i.Shortcut.ShortcutName()] = i
			}
			if i.ChildMenu != nil {
				walk(i.ChildMenu.Items)
			}
		}
	}
	for _, m := range s.win.MainMenu().Items {
		walk(m.Items)
	}
	for id, c := range s.commands {
		if c.shortcut == nil {
			continue
		}
		text := shortcutText(c.shortcut)
		if text == "" {
			t.Errorf("%s: its keys have no names", id)
		}
		if strings.HasPrefix(id, "to-") || strings.HasPrefix(id, "select-to-") {
			continue
		}
		item := items[c.shortcut.ShortcutName()]
		if item == nil {
			t.Errorf("%s: no menu runs %s", id, text)
			continue
		}
		if _, faint := item.Shortcut.(fyne.KeyboardShortcut); faint || !strings.HasSuffix(item.Label, "("+text+")") {
			t.Errorf("%s: the menu says %q, want (%s) at its end", id, item.Label, text)
		}
	}
}
