package gui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// learntWindow lists what was learnt: each fix, where it came from and how
// often it was used.
type learntWindow struct {
	host   learntHost
	store  learntStore
	sheet  *sheet
	list   *widget.PickList
	room   *listRoom
	empty  *widget.FlowText
	said   *widget.FlowText
	editB  *widget.Button
	dropB  *widget.Button
	undoB  *widget.Button
	redoB  *widget.Button
	saveB  *widget.Button
	fixes  []app.Learnt
	undone app.History
}

// learntHost is what the list needs of the window.
type learntHost interface {
	sheetHost
	editName(string) string // what an edit is called
	endEditing()
	choose(chooserLook)
	chooseSave(name string, then func(path string))
}

// learntStore is what it asks of the library.
type learntStore interface {
	Learnt(context.Context) ([]app.Learnt, error)
	LearntHistory(context.Context) (app.History, error)
	ChangeLearnt(ctx context.Context, old, now *briefing.Fix) error
	UndoLearnt(context.Context) (string, error)
	RedoLearnt(context.Context) (string, error)
	ExportLearnt(ctx context.Context, path string) (int, error)
	ImportLearnt(ctx context.Context, path string) (int, error)
}

// openLearnt opens the list with a fix selected; "" is the first.
func openLearnt(w learntHost, store learntStore, key string) *learntWindow {
	w.endEditing()
	x := &learntWindow{host: w, store: store, list: widget.NewPickList(), said: widget.NewFlowText()}
	x.list.Single = true
	x.list.Row = x.row
	x.list.OnSelect = x.tell
	x.list.OnOpen = func(string) { x.edit() }
	x.list.OnKey = x.key
	x.empty = widget.NewFlowText(widget.Run{Text: w.t("learnt.none"), Colour: widget.ColorGrey})
	x.editB = w.button(w.t("learnt.edit"), theme.DocumentCreateIcon(), x.edit)
	x.dropB = w.button(w.t("learnt.remove"), theme.DeleteIcon(), x.remove)
	x.undoB = w.lowButton("", theme.ContentUndoIcon(), x.undo)
	x.redoB = w.lowButton("", theme.ContentRedoIcon(), x.redo)
	load := w.button(w.t("learnt.import"), nil, x.load)
	x.saveB = w.button(w.t("learnt.export"), nil, x.save)
	about := widget.NewFlowText(widget.Run{Text: w.t("learnt.about"), Size: 0.86, Colour: widget.ColorGrey})
	list, room := w.roomFor(x.list, 340)
	x.room = room
	rows := container.NewVBox(list, x.empty)
	x.sheet = w.open(sheetLook{title: w.t("learnt.heading"), width: 760, focus: x.list.Focusable(),
		content: container.NewVBox(container.NewPadded(about), rows, x.said, row(x.editB, x.dropB, x.undoB, x.redoB, load, x.saveB))})
	x.sheet.undo, x.sheet.redo, x.sheet.shows = x.undo, x.redo, x
	x.reload(key)
	return x
}

// reload reads the list anew and selects a fix, or the first.
func (x *learntWindow) reload(key string) {
	w := x.host
	w.work().InOrder(func(ctx context.Context) func() {
		fixes, err := x.store.Learnt(ctx)
		h, herr := x.store.LearntHistory(ctx)
		return func() {
			w.fail(err)
			w.fail(herr)
			x.fixes, x.undone = fixes, h
			x.list.SetSelected(nil)
			x.list.Reset(len(fixes), 0)
			x.room.settle()
			x.list.Choose(max(0, slices.IndexFunc(fixes, func(f app.Learnt) bool { return f.Key() == key })))
			x.tell()
			w.event("learnt", "n", len(fixes))
		}
	})
}

func (x *learntWindow) selected() (app.Learnt, bool) {
	for _, f := range x.fixes {
		if slices.Contains(x.list.Selected(), f.Key()) {
			return f, true
		}
	}
	return app.Learnt{}, false
}

// tell shows what can be done.
func (x *learntWindow) tell() {
	w := x.host
	_, one := x.selected()
	able(x.editB, one)
	able(x.dropB, one)
	able(x.saveB, len(x.fixes) > 0)
	x.empty.Hidden = len(x.fixes) > 0
	for _, b := range []struct {
		button *widget.Button
		verb   string
		name   string
	}{{x.undoB, "cmd.undo", x.undone.Undo}, {x.redoB, "cmd.redo", x.undone.Redo}} {
		able(b.button, b.name != "")
		b.button.SetText(strings.TrimSpace(w.t(b.verb) + " " + w.editName(b.name)))
	}
	x.sheet.refresh()
}

func (x *learntWindow) row(i int) (widget.PickRow, bool) {
	if i >= len(x.fixes) {
		return widget.PickRow{}, false
	}
	f := x.fixes[i]
	return widget.PickRow{ID: f.Key(), Mark: fixMark(f.Kind), Title: fixText(x.host, f.Fix), Caption: fixAbout(x.host, f)}, true
}

func fixMark(k briefing.FixKind) widget.Mark {
	switch k {
	case briefing.NameFix:
		return widget.MarkSame
	case briefing.ApartFix:
		return widget.MarkFailed
	}
	return widget.MarkEdited
}

// fixText says in words what a fix does.
func fixText(w tools, f briefing.Fix) string {
	from := f.From
	if from == "" {
		from = w.t("learnt.nothing")
	}
	key := "learnt." + string(f.Kind)
	if f.Kind == briefing.SideFix && f.Person != "" {
		key = "learnt.side-of"
	}
	return w.t(key, "person", f.Person, "from", from, "to", f.To)
}

// fixAbout says where a fix came from and how often it was used.
func fixAbout(w tools, f app.Learnt) string {
	var parts []string
	if f.Origin != "" {
		parts = append(parts, w.t("learnt.from", "origin", f.Origin))
	}
	if day := w.date(f.On); day != "" {
		parts = append(parts, day)
	}
	if f.Uses == 0 {
		parts = append(parts, w.t("learnt.unused"))
	} else {
		parts = append(parts, w.t("learnt.uses", "n", f.Uses))
	}
	return strings.Join(parts, " · ")
}

func (x *learntWindow) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyDelete:
		x.remove()
	case fyne.KeyF2:
		x.edit()
	default:
		return false
	}
	return true
}

// leave closes the list for a sheet of its own.
func (x *learntWindow) leave() { x.sheet.close() }

func (x *learntWindow) undo() { x.walk(x.store.UndoLearnt) }
func (x *learntWindow) redo() { x.walk(x.store.RedoLearnt) }

// change makes a change in the list and shows it.
func (x *learntWindow) change(key string, do func(context.Context) (said string, err error)) {
	x.host.work().InOrder(func(ctx context.Context) func() {
		said, err := do(ctx)
		return func() {
			x.say(said, err)
			x.reload(key)
		}
	})
}

func (x *learntWindow) say(text string, err error) {
	run := widget.Run{Text: text, Colour: widget.ColorVerified}
	if err != nil {
		run = widget.Run{Text: x.host.explain(err), Colour: widget.ColorConflict}
	}
	if run.Text == "" {
		run.Text = " "
	}
	x.said.Set(run)
	x.sheet.refresh()
}

func (x *learntWindow) walk(step func(context.Context) (string, error)) {
	x.change("", func(ctx context.Context) (string, error) {
		_, err := step(ctx)
		return "", err
	})
}

func (x *learntWindow) remove() {
	f, ok := x.selected()
	if !ok {
		return
	}
	x.change("", func(ctx context.Context) (string, error) {
		return x.host.t("learnt.removed"), x.store.ChangeLearnt(ctx, &f.Fix, nil)
	})
}

// edit changes the words of a fix in a sheet of its own.
func (x *learntWindow) edit() {
	f, ok := x.selected()
	if !ok {
		return
	}
	w, store := x.host, x.store
	x.leave()
	person, from, to := widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	person.SetText(f.Person)
	from.SetText(f.From)
	to.SetText(f.To)
	var rows []formRow
	if f.Kind == briefing.TitleFix || f.Kind == briefing.SideFix {
		rows = append(rows, formRow{w.t("learnt.field-person"), person})
	}
	rows = append(rows, formRow{w.t("learnt.field-from"), from}, formRow{w.t("learnt.field-to." + string(f.Kind)), to})
	problem := widget.NewFlowText(widget.Run{Text: " "})
	var s *sheet
	back := func() { s.close(); openLearnt(w, store, f.Key()) }
	save := func() {
		now := f.Fix
		now.Person, now.From, now.To = oneLine(person.Text), oneLine(from.Text), oneLine(to.Text)
		w.work().InOrder(func(ctx context.Context) func() {
			err := store.ChangeLearnt(ctx, &f.Fix, &now)
			return func() {
				if err != nil {
					problem.Set(widget.Run{Text: w.explain(err), Colour: widget.ColorConflict})
					s.refresh()
					return
				}
				s.close()
				openLearnt(w, store, now.Key())
			}
		})
	}
	s = w.open(sheetLook{title: w.t("learnt.edit-heading." + string(f.Kind)), content: container.NewVBox(form(rows...), problem), width: 560,
		verb: w.t("details.save"), main: save, focus: to})
	s.left = back
	to.SelectAll()
}

// save writes the list to a file.
func (x *learntWindow) save() {
	w, store := x.host, x.store
	x.leave()
	w.chooseSave(w.t("learnt.file"), func(path string) {
		w.work().Go(func(ctx context.Context) func() {
			n, err := store.ExportLearnt(ctx, path)
			return func() { openLearnt(w, store, "").say(w.t("learnt.exported", "n", n, "name", filepath.Base(path)), err) }
		})
	})
}

// load learns the fixes of a file.
func (x *learntWindow) load() {
	w, store := x.host, x.store
	x.leave()
	w.choose(chooserLook{title: w.t("learnt.choose"), verb: w.t("choose.use"), done: func(paths []string) {
		w.work().InOrder(func(ctx context.Context) func() {
			n, err := store.ImportLearnt(ctx, paths[0])
			return func() {
				openLearnt(w, store, "").say(w.t("learnt.imported", "n", n, "name", filepath.Base(paths[0])), err)
			}
		})
	}})
}
