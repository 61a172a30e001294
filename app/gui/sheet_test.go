package gui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// hit presses a shortcut as the desktop does: the menus hear of it first, then
// the part with the keyboard.
func (s *stage) hit(sh fyne.Shortcut) {
	s.t.Helper()
	defer s.settle()
	var find func(items []*fyne.MenuItem) *fyne.MenuItem
	find = func(items []*fyne.MenuItem) *fyne.MenuItem {
		for _, i := range items {
			if i.ChildMenu != nil {
				if in := find(i.ChildMenu.Items); in != nil {
					return in
				}
			}
			if i.Shortcut != nil && i.Shortcut.ShortcutName() == sh.ShortcutName() {
				return i
			}
		}
		return nil
	}
	for _, m := range s.win.MainMenu().Items {
		if i := find(m.Items); i != nil {
			i.Action()
			return
		}
	}
	if f, ok := s.win.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sh)
	} else if c, ok := s.win.Canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(sh)
	}
}

// hitKey presses a key as the desktop does: the part with the keyboard hears
// of it, or the canvas where none has it.
func (s *stage) hitKey(k fyne.KeyName) {
	s.t.Helper()
	e := &fyne.KeyEvent{Name: k}
	if f := s.win.Canvas().Focused(); f != nil {
		f.TypedKey(e)
	} else {
		s.win.Canvas().OnTypedKey()(e)
	}
	s.settle()
}

func (s *stage) hitRune(r rune) {
	s.t.Helper()
	if f := s.win.Canvas().Focused(); f != nil {
		f.TypedRune(r)
	} else {
		s.win.Canvas().OnTypedRune()(r)
	}
	s.settle()
}

// state is everything that a key pressed in a sheet must leave as it is.
func (s *stage) state() string {
	s.t.Helper()
	b, err := s.app.Briefing(s.t.Context(), s.brief.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	b.Details = briefing.Details{} // sheets may change those, when asked to
	text, err := json.Marshal(b)
	if err != nil {
		s.t.Fatal(err)
	}
	h, err := s.app.History(s.t.Context(), b.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return fmt.Sprintf("%s\nundo %q, redo %q, %d edits; line %s; editor %v; preview %v; library hidden %v; articles %v", text, h.Undo, h.Redo,
		len(h.Entries), s.review.list.Selected(), s.review.editor != nil, s.reader.previewing, s.view.LibraryHidden, s.library.list.Selected())
}

// sheetOpeners open every sheet there is: those of commands by their ids, and
// those that something else opens.
func sheetOpeners(t *testing.T) map[string]func(*stage) {
	openers := map[string]func(*stage){}
	var w Window
	w.makeCommands()
	for id := range w.commands {
		if slices.Contains([]string{"close", "quit", "delete-briefing", "remove", "remove-sample", "sample"}, id) {
			continue // leave no briefing behind the sheet to look at
		}
		openers[id] = func(s *stage) { s.do(id) }
	}
	openers["conflict"] = func(s *stage) { s.contest(); s.do("resolve") }
	openers["update"] = func(s *stage) {
		s.offerUpdate(s.brief.ID, app.Plan{}, 1)
	}
	openers["replace"] = func(s *stage) {
		s.do("export")
		s.settle()
		s.topSheet().shows.(*exportDialog).askReplace()
	}
	openers["save search"] = func(s *stage) { s.library.saveSearch() }
	openers["edit learnt"] = func(s *stage) {
		retitled(s, "Grand Vizier")
		s.do("learnt")
		s.settle()
		s.learntShown().edit()
	}
	openers["compare"] = func(s *stage) {
		ids := s.brief.Articles
		s.compare(ids[0].ID, ids[1].ID)
	}
	return openers
}

// TestTitlesOfSheets: a menu's item says with three points that it opens a
// sheet; the sheet is open.
func TestTitlesOfSheets(t *testing.T) {
	s := sample(t)
	for id, open := range sheetOpeners(t) {
		s.opens(open)
		for top := s.topSheet(); top != nil; top = s.topSheet() {
			for _, o := range laidOut(top.popUp.Content) {
				if text, ok := o.(*widget.FlowText); ok {
					if strings.HasSuffix(text.Text(), "…") {
						t.Errorf("%s is headed %q", id, text.Text())
					}
					break
				}
			}
			top.close()
		}
	}
}

// contest puts the line that is selected in conflict.
func (s *stage) contest() briefing.LineID {
	s.t.Helper()
	id := s.pick("member with a title", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.DelegationsSection && l.Title != ""
	})
	s.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		l, _, _, _ := b.Find(id)
		x := l.Wording
		x.Title = "Secretary of Public Safety"
		l.Status, l.Alternatives = briefing.Conflict, []briefing.Wording{x}
		return briefing.Edit{Op: briefing.ReplaceLine, Name: "Update", Target: id, Line: &l}, nil
	}, nil)
	s.settle()
	return id
}

// TestNothingPassesThroughSheets opens every sheet, presses every key that
// means something elsewhere, and finds what is behind it unchanged; Escape
// then closes it, and with the keyboard anywhere in it.
func TestNothingPassesThroughSheets(t *testing.T) {
	s := sample(t)
	sheets := 0
	for name, openSheet := range sheetOpeners(t) {
		if !s.opens(openSheet) {
			continue // a command without a sheet
		}
		sheets++
		open, before, under := s.topSheet(), s.state(), len(s.sheets)
		check := func(what string) {
			t.Helper()
			if now := s.state(); now != before {
				t.Fatalf("%s: %s went through the sheet:\n%s\nwas\n%s", name, what, now, before)
			}
			if n := len(s.sheets); n > under {
				t.Fatalf("%s: %s opened another sheet over it", name, what)
			}
		}
		s.typeEverything(check)
		s.win.Canvas().Unfocus()
		s.typeEverything(check)
		for len(s.sheets) > 0 {
			n := len(s.sheets)
			s.hitKey(fyne.KeyEscape)
			if name == "edit learnt" && n == 1 {
				s.hitKey(fyne.KeyEscape) // back in the list it came from
			}
			if len(s.sheets) >= n {
				t.Fatalf("%s: Escape does not leave the sheet", name)
			}
		}
		if open.open() {
			t.Errorf("%s: the sheet is still there", name)
		}
		check("Escape")
	}
	if sheets < 25 {
		t.Errorf("only %d sheets were opened: some of the openers no longer open one", sheets)
	}
}

// opens opens a sheet over a line with a source and a selected article, and
// reports whether it did.
func (s *stage) opens(openSheet func(*stage)) bool {
	s.t.Helper()
	s.endAll()
	s.OpenBriefing(s.home) // a command may have opened another
	s.settle()
	for s.history.Undo != "" { // or moved what is looked for
		s.walk(s.app.Undo, "undone")
		s.settle()
	}
	s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.AgendaSection && len(l.From) > 0
	})
	s.library.list.Choose(0)
	s.settle()
	s.review.focus()
	openSheet(s)
	s.settle()
	return s.topSheet() != nil
}

// endAll leaves whatever commands have opened beside sheets.
func (s *stage) endAll() {
	s.t.Helper()
	for _, o := range s.win.Canvas().Overlays().List() {
		s.win.Canvas().Overlays().Remove(o)
	}
	if s.review.editor != nil {
		s.review.editor.cancel()
	}
	if s.reader.previewing {
		s.togglePreview()
	}
	if s.view.LibraryHidden {
		s.toggleLibrary()
	}
	if s.win.FullScreen() {
		s.win.SetFullScreen(false)
	}
	s.settle()
}

// typeEverything presses every key and shortcut that means something in the
// window; a text field is left alone with letters.
func (s *stage) typeEverything(check func(what string)) {
	s.t.Helper()
	typed := "123456789?/"
	for r := range letters {
		typed += string(r)
	}
	for _, r := range typed {
		if _, field := s.field(); !field {
			s.hitRune(r)
			check("the letter " + string(r))
		}
	}
	for _, k := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF3, fyne.KeyF6, fyne.KeyF9, fyne.KeyF11, fyne.KeyInsert, fyne.KeyUp, fyne.KeyDown} {
		s.hitKey(k)
		check(string(k))
	}
	for id, c := range s.commands {
		if c.shortcut != nil && id != "close" && id != "quit" {
			s.hit(c.shortcut)
			check(id)
		}
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestEnterIsTheDefaultOfASheet presses Enter where the keyboard is in a part
// that has no use for it.
func TestEnterIsTheDefaultOfASheet(t *testing.T) {
	for _, kind := range []string{"radio", "select", "tick", "button", "field", "nothing"} {
		t.Run(kind, func(t *testing.T) {
			s := sample(t)
			pressed := 0
			parts := map[string]fyne.CanvasObject{
				"radio": widget.NewRadio(widget.Texts("a", "b")...), "select": widget.NewSelect([]string{"a", "b"}, nil),
				"tick": widget.NewCheck("a", nil), "field": widget.NewEntry(), "button": widget.NewButton("a", nil, func() {}),
			}
			look := sheetLook{title: "Test", width: 400, verb: "Do", main: func() { pressed++ }, content: row()}
			if o := parts[kind]; o != nil {
				look.content, look.focus = row(o), o.(fyne.Focusable)
			}
			sheet := s.open(look)
			if kind == "nothing" {
				s.win.Canvas().Unfocus()
			}
			s.hitKey(fyne.KeyReturn)
			if want := boolInt(kind != "button"); pressed != want { // a button is its own
				t.Errorf("Enter pressed the main button %d times, want %d", pressed, want)
			}
			s.hitKey(fyne.KeyEscape)
			if sheet.open() {
				t.Error("Escape does not leave the sheet")
			}
		})
	}
}

// TestSheetsFitTheWindow opens every sheet in small windows, with letters of
// twice the size, in other languages, and finds its buttons in the window and
// nothing wider than it.
func TestSheetsFitTheWindow(t *testing.T) {
	for _, size := range []struct {
		w, h, text float32
		language   string
	}{{1000, 650, 1, "en"}, {1000, 650, 2, "es"}, {690, 420, 1, "es"}, {690, 420, 2, "fr"}} {
		t.Run(fmt.Sprintf("%vx%v, %v, %s", size.w, size.h, size.text, size.language), func(t *testing.T) {
			s := sample(t)
			x := s.settings
			x.TextSize = float64(size.text)
			s.setSettings(x)
			s.setLanguage(size.language)
			s.settle()
			for name, openSheet := range sheetOpeners(t) {
				if name == "zoom-in" || name == "zoom-out" || name == "zoom-off" {
					continue
				}
				s.win.Resize(fyne.NewSize(size.w, size.h))
				if s.opens(openSheet) {
					checkSheet(s, name, s.topSheet())
				}
				for s.topSheet() != nil {
					s.topSheet().close()
				}
			}
		})
	}
}

func checkSheet(s *stage, name string, top *sheet) {
	s.t.Helper()
	room := s.win.Canvas().Size()
	if got := top.popUp.Size(); got.Width > room.Width || got.Height > room.Height {
		s.t.Errorf("%s: the sheet is %v, the window %v", name, got, room)
	}
	for _, o := range laidOut(top.popUp) {
		b, ok := o.(*widget.Button)
		if !ok || !b.Visible() || b.Text == "" || b.Size().Width == 0 {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		if at.X < 0 || at.X+b.Size().Width > room.Width || b.Size().Width < b.MinSize().Width-0.5 {
			s.t.Errorf("%s: the button %q stands at %v, %v wide (wants %v), in a window %v wide", name, b.Text, at.X, b.Size().Width, b.MinSize().Width, room.Width)
		}
		if b == top.first && at.Y+b.Size().Height > room.Height {
			s.t.Errorf("%s: the button %q ends at %v, in a window %v high", name, b.Text, at.Y+b.Size().Height, room.Height)
		}
	}
	if missing := top.scroll.Content.MinSize().Height - top.scroll.Size().Height; missing > 0.5 && top.popUp.Size().Height+missing <= room.Height-sheetMargin {
		s.t.Errorf("%s: %v of what is in the sheet is cut, and there is room for it", name, missing)
	}
	if content := top.scroll.Content; content.MinSize().Width > top.scroll.Size().Width+0.5 {
		s.t.Errorf("%s: what is in the sheet is %v wide, the sheet %v: %s", name, content.MinSize().Width, top.scroll.Size().Width, widest(content))
	}
}

// widest names the part that needs the most room.
func widest(o fyne.CanvasObject) string {
	c, ok := o.(*fyne.Container)
	if !ok {
		text := ""
		if b, ok := o.(interface{ MinSize() fyne.Size }); ok {
			text = fmt.Sprintf("%T %v", o, b.MinSize())
		}
		switch o := o.(type) {
		case *widget.Check:
			text += o.Text
		case *widget.Select:
			text += strings.Join(o.Options, "|")
		case *widget.Button:
			text += o.Text
		}
		return text
	}
	var most fyne.CanvasObject
	for _, in := range c.Objects {
		if in.Visible() && (most == nil || in.MinSize().Width > most.MinSize().Width) {
			most = in
		}
	}
	if most == nil {
		return "nothing"
	}
	return widest(most)
}
