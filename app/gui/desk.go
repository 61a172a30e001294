package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// desk is what every part of the window works with: its words, the buttons it
// makes, work beside the UI goroutine, the keyboard, and what tests hear. It
// knows no part of the window.
type desk struct {
	win    fyne.Window
	words  *Words
	tasks  *Tasks
	tracer tracer
	tips   *tips
}

// tools is the desk as the parts of the window see it. What a part needs
// beside it is an interface of its own, declared where the part is.
type tools interface {
	t(key string, pairs ...any) string
	date(briefing.Date) string
	button(text string, icon fyne.Resource, do func()) *widget.Button
	lowButton(text string, icon fyne.Resource, do func()) *widget.Button
	mainButton(text string, do func()) *widget.Button
	iconButton(name string, icon fyne.Resource, do func()) *widget.Button
	work() *Tasks
	event(name string, pairs ...any)
	focusOn(fyne.Focusable)
	focusedOn(...fyne.Focusable) bool
}

// t is the interface's text of a key.
func (d *desk) t(key string, pairs ...any) string { return d.words.T(key, pairs...) }

// work is what runs beside the UI goroutine.
func (d *desk) work() *Tasks { return d.tasks }

// event tells a test what has happened.
func (d *desk) event(name string, pairs ...any) { d.tracer.event(name, pairs...) }

// focusOn gives a part the keyboard.
func (d *desk) focusOn(o fyne.Focusable) { d.win.Canvas().Focus(o) }

// focusedOn reports whether one of some parts has the keyboard.
func (d *desk) focusedOn(parts ...fyne.Focusable) bool {
	now := d.win.Canvas().Focused()
	for _, o := range parts {
		if now == o {
			return true
		}
	}
	return false
}

// button returns a button.
func (d *desk) button(text string, icon fyne.Resource, do func()) *widget.Button {
	b := widget.NewButton(text, icon, do)
	b.OnPoint = func(in bool) { d.tips.point(b, in) }
	d.tracer.made(b)
	return b
}

// lowButton is a button without a ground.
func (d *desk) lowButton(text string, icon fyne.Resource, do func()) *widget.Button {
	b := d.button(text, icon, do)
	b.Importance = fw.LowImportance
	return b
}

// mainButton is the button that Enter would press.
func (d *desk) mainButton(text string, do func()) *widget.Button {
	b := d.button(text, nil, do)
	b.Importance = fw.HighImportance
	return b
}

// iconButton is a button that shows a picture alone; its name is shown where
// the pointer rests on it.
func (d *desk) iconButton(name string, icon fyne.Resource, do func()) *widget.Button {
	b := d.lowButton("", icon, do)
	b.Name = name
	return b
}

// date writes a date as far as it is known, in the interface's language.
func (d *desk) date(x briefing.Date) string {
	month := ""
	if x.Month >= 1 && x.Month <= 12 {
		month = strings.Split(d.t("date.months"), ",")[x.Month-1]
	}
	switch {
	case x.Complete():
		return d.t("date.day", "day", day(x.Day), "month", month, "year", day(x.Year))
	case x.Known() && month != "":
		return month + " " + day(x.Year)
	}
	return x.String()
}

// days writes from when to when, once where that is one day.
func (d *desk) days(first, last string) string {
	a, _ := briefing.ParseISODate(first)
	b, _ := briefing.ParseISODate(last)
	from, to := d.date(a), d.date(b)
	if from == to || to == "" {
		return from
	}
	return from + " – " + to
}

// phrase is what the packages below say in English, in the interface's language.
func (d *desk) phrase(english string) string { return d.words.Phrase(english) }

// height is how high the window is, in the theme's units.
func (d *desk) height() float32 { return d.win.Canvas().Size().Height }
