package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
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
	w.hands.move()
	w.notices.passOld()
	c.run()
}

// addCommand adds a command; enabled is nil for one that can always be run.
type addCommand func(id string, sc fyne.Shortcut, letters string, enabled func() bool, run func()) *command

// makeCommands lists everything that can be done, menu by menu.
func (w *Window) makeCommands() {
	w.commands = map[string]*command{}
	add := func(id string, sc fyne.Shortcut, letters string, enabled func() bool, run func()) *command {
		c := &command{id: id, shortcut: sc, letters: letters, enabled: enabled, run: run}
		w.commands[id] = c
		return c
	}
	for _, menu := range []func(addCommand){w.fileCommands, w.editCommands, w.viewCommands, w.articleCommands, w.lineCommands, w.briefingCommands, w.helpCommands} {
		menu(add)
	}
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
	if !w.key(e) && w.win.Canvas().Focused() == nil && w.brief.ID != "" && !w.clickLost {
		w.review.key(e)
	}
}

// typedRune takes what is typed where nothing has the keyboard.
func (w *Window) typedRune(r rune) {
	if w.topSheet() == nil && !w.clickLost {
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
