package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// aboutSomebody reports whether the selected line is about a person.
func (w *Window) aboutSomebody() bool {
	return w.brief.ID != "" && w.brief.Person(w.review.list.Selected()) != ""
}

// peopleHost is what these sheets need of the window.
type peopleHost interface {
	sheetHost
	shown() briefing.Briefing
	selectedLine() briefing.LineID
	endEditing()
	editPeople(change func(briefing.Briefing) briefing.Edit)
}

// peopleStore is what they ask of the library.
type peopleStore interface {
	Names(context.Context, briefing.Briefing) (app.Names, error)
	Forms(ctx context.Context, b briefing.Briefing, name string) ([]string, error)
	SamePerson(ctx context.Context, b briefing.Briefing, keep, other string) briefing.Edit
	TwoPeople(ctx context.Context, b briefing.Briefing, name, shorter string) briefing.Edit
}

// samePersonSheet asks who else the person of a line is, and which of the
// names is to stand.
type samePersonSheet struct {
	host  peopleHost
	store peopleStore
	name  string
	names []string
	other *widget.Select
	keep  *widget.Select
	note  *widget.FlowText
	sheet *sheet
}

// showSamePerson says that two names are one person.
func showSamePerson(w peopleHost, store peopleStore) {
	w.endEditing()
	b, name := w.shown(), w.shown().Person(w.selectedLine())
	w.work().Go(func(ctx context.Context) func() {
		n, err := store.Names(ctx, b)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			openSamePerson(w, store, name, n)
		}
	})
}

func openSamePerson(w peopleHost, store peopleStore, name string, n app.Names) *samePersonSheet {
	all := slices.DeleteFunc(append(slices.Clone(n.Used), n.Other...), func(x string) bool { return x == name })
	if len(all) == 0 {
		w.notify(notice{text: w.t("people.alone", "name", name)})
		return nil
	}
	s := &samePersonSheet{host: w, store: store, name: name, names: all}
	s.keep = widget.NewSelect(nil, nil)
	s.other = widget.NewSelect(all, func(string) { s.changed() })
	s.note = widget.NewFlowText(widget.Run{Text: w.t("people.same-note"), Size: 0.86, Colour: widget.ColorGrey})
	s.other.PlaceHolder = w.t("people.choose")
	fields := form(formRow{w.t("people.other"), s.other}, formRow{w.t("people.keep"), s.keep})
	s.sheet = w.open(sheetLook{title: w.t("people.same-heading", "name", name), content: container.NewVBox(fields, container.NewPadded(s.note)),
		width: 560, verb: w.t("people.same"), main: s.merge, focus: s.other})
	if i := slices.IndexFunc(all, func(x string) bool { return alikeNames(x, name) }); i >= 0 {
		s.other.SetSelectedIndex(i)
	}
	w.event("sheet", "name", "same-person", "of", name)
	return s
}

// changed offers the two names, the line's own first unless the other looks
// like a fuller form of it.
func (s *samePersonSheet) changed() {
	pair := []string{s.name, s.other.Selected}
	if alikeNames(pair[0], pair[1]) && len(pair[1]) > len(pair[0]) {
		slices.Reverse(pair)
	}
	s.keep.SetOptions(pair)
	s.keep.SetSelected(pair[0])
}

func (s *samePersonSheet) merge() {
	keep, other := s.keep.Selected, s.other.Selected
	if other == "" {
		s.host.focusOn(s.other)
		return
	}
	if keep == other {
		other = s.name
	}
	s.sheet.hide()
	s.host.editPeople(func(b briefing.Briefing) briefing.Edit {
		return s.store.SamePerson(context.Background(), b, keep, other)
	})
}

// editPeople makes an edit, and says so if it has nothing to change.
func (w *Window) editPeople(change func(briefing.Briefing) briefing.Edit) {
	empty := false
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		e := change(b)
		empty = len(e.Edits) == 0
		return e, nil
	}, func(briefing.Briefing) {
		w.selectLine(w.review.list.Selected())
		text := w.t("learnt.remembered")
		if empty {
			text = w.t("people.none")
		}
		w.notices.show(notice{text: text, actions: w.undoAction(!empty), passing: true})
	})
}

// undoAction is the button that takes the last edit back.
func (w *Window) undoAction(on bool) []noticeAction {
	if !on {
		return nil
	}
	return []noticeAction{{w.t("cmd.undo"), func() { w.notices.hide(); w.do("undo") }}, {w.t("cmd.learnt"), func() { w.notices.hide(); w.do("learnt") }}}
}

// alikeNames reports whether the names share a word: those are offered first.
func alikeNames(a, b string) bool {
	has := map[string]bool{}
	for _, s := range briefing.WordSpans(a) {
		has[s.Of(a)] = true
	}
	for _, s := range briefing.WordSpans(b) {
		if has[s.Of(b)] {
			return true
		}
	}
	return false
}

// showTwoPeople says that a shorter name is not the person it was taken for.
func showTwoPeople(w peopleHost, store peopleStore) {
	w.endEditing()
	b, name := w.shown(), w.shown().Person(w.selectedLine())
	w.work().Go(func(ctx context.Context) func() {
		forms, err := store.Forms(ctx, b, name)
		return func() {
			switch {
			case err != nil:
				w.fail(err)
			case len(forms) == 0:
				w.notify(notice{text: w.t("people.one-form", "name", name)})
			default:
				openTwoPeople(w, store, name, forms)
			}
		}
	})
}

func openTwoPeople(w peopleHost, store peopleStore, name string, forms []string) {
	var s *sheet
	shorter := widget.NewSelect(forms, nil)
	shorter.SetSelectedIndex(0)
	apart := func() {
		s.hide()
		w.editPeople(func(b briefing.Briefing) briefing.Edit {
			return store.TwoPeople(context.Background(), b, name, shorter.Selected)
		})
	}
	rows := form(formRow{w.t("people.form"), shorter})
	note := widget.NewFlowText(widget.Run{Text: w.t("people.two-note", "name", name), Size: 0.86, Colour: widget.ColorGrey})
	s = w.open(sheetLook{title: w.t("people.two-heading", "name", name), content: container.NewVBox(rows, container.NewPadded(note)),
		width: 560, verb: w.t("people.two"), main: apart, focus: shorter})
	w.event("sheet", "name", "two-people", "of", name)
}
