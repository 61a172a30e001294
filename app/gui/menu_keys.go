package gui

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// The menus by keyboard: F10 opens the first, Alt and a letter of its name
// another. Fyne's own menu bar knows Alt alone; what opens it is not in its
// interface for canvases, but each desktop canvas has it.
type menuBar interface{ ToggleMenu() }

// menuLetters are the letters that open the menus with Alt: the first of each
// name that no menu before it has.
func (w *Window) menuLetters() []rune {
	var letters []rune
	taken := map[rune]bool{}
	for _, m := range menuTree {
		letter := rune(0)
		for _, r := range foldText(w.t("menu." + m.name)) {
			if unicode.IsLetter(r) && r < unicode.MaxASCII && !taken[r] {
				letter = unicode.ToUpper(r)
				taken[r] = true
				break
			}
		}
		letters = append(letters, letter)
	}
	return letters
}

// bindMenus has Alt and a letter open the menus.
func (w *Window) bindMenus() {
	c := w.win.Canvas()
	for _, r := range w.bound {
		c.RemoveShortcut(keys(fyne.KeyName(r), fyne.KeyModifierAlt))
	}
	w.bound = w.menuLetters()
	for i, r := range w.bound {
		c.AddShortcut(keys(fyne.KeyName(r), fyne.KeyModifierAlt), func(fyne.Shortcut) { w.openMenu(i) })
	}
	for _, sh := range []fyne.Shortcut{keys(fyne.KeyPlus, mod), keys(fyne.KeyPlus, mod|fyne.KeyModifierShift), keys(fyne.KeyEqual, mod|fyne.KeyModifierShift)} {
		c.AddShortcut(sh, func(fyne.Shortcut) { w.do("zoom-in") })
	}
}

// openMenu opens a menu of the bar and gives it the keyboard.
func (w *Window) openMenu(i int) {
	bar, ok := w.win.Canvas().(menuBar)
	if !ok || w.topSheet() != nil {
		return
	}
	bar.ToggleMenu()
	press := func(k fyne.KeyName) {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	for range i {
		press(fyne.KeyRight)
	}
	press(fyne.KeyDown)
	w.tracer.event("menu", "n", i)
}
