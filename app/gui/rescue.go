package gui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// RescueOptions say which library does not open, and how to try again.
type RescueOptions struct {
	Fyne    fyne.App
	Window  fyne.Window
	Library string // "" is the default one
	Reason  error  // why it does not open; fs.ErrNotExist where none is, and none is to be begun unasked
	// ReadOnly is whether it was to be opened to be looked at.
	ReadOnly bool
	// Open opens the library and shows the main window, which begins with
	// telling what said says. It is called on the UI goroutine.
	Open func(readOnly bool, said string) error
	// Own opens the person's own library in its place.
	Own   func() error
	Post  func(func()) // nil is Fyne's own way
	Trace io.Writer
}

// Rescue is the window that is shown where the library does not open: what
// happened, what is safe, and what can be done.
type Rescue struct {
	o     RescueOptions
	words *Words
	tasks *Tasks
	box   *rescueBox
}

// NewRescue builds the window's content. The caller shows the window.
func NewRescue(ctx context.Context, o RescueOptions) (*Rescue, error) {
	words, err := LoadWords(languageOf(""))
	if err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	if o.Library == "" {
		o.Library = app.DefaultLibrary()
	}
	o.Fyne.Settings().SetTheme(NewTheme("system", 1))
	r := &Rescue{o: o, words: words, tasks: NewTasks(ctx, o.Post)}
	r.box = newRescueBox(words, r.tasks)
	r.box.tracer = tracer{out: o.Trace}
	title := words.T("rescue.title")
	kind := "other"
	switch {
	case errors.Is(o.Reason, app.ErrInUse):
		kind, title = "in use", words.T("rescue.in-use-title")
		r.box.say(words.T("rescue.in-use", "path", o.Library))
		r.box.add(words.T("rescue.read-only"), func() { r.open(true, words.T("rescue.in-use-said")) })
		r.box.add(words.T("rescue.again"), func() { r.open(false, "") })
	case errors.Is(o.Reason, briefing.ErrDamaged):
		kind, title = "damaged", words.T("rescue.damaged-title")
		r.box.offerBackup(o.Library, r.restore)
		r.box.add(words.T("rescue.read-only"), func() { r.open(true, "") })
	case errors.Is(o.Reason, fs.ErrNotExist):
		kind, title = "none", words.T("rescue.none-title")
		r.box.say(words.T("rescue.none", "path", o.Library))
		r.box.add(words.T("rescue.own"), func() { r.try(o.Own) })
		if !o.ReadOnly {
			r.box.add(words.T("rescue.begin"), func() { r.open(false, "") })
		}
	default:
		r.box.say(app.ExplainIn(o.Reason, words).Error())
		r.box.add(words.T("rescue.again"), func() { r.open(false, "") })
	}
	r.box.add(words.T("cmd.quit"), r.close)
	head := widget.NewFlowText(widget.Run{Text: title, Style: widget.SansBold, Size: 1.15})
	icon := container.NewGridWrap(fyne.NewSize(48, 48), fw.NewIcon(theme.NewErrorThemedResource(theme.WarningIcon())))
	content := container.NewBorder(nil, nil, container.NewPadded(container.NewVBox(icon)), nil,
		container.NewVBox(container.NewPadded(head), r.box.box))
	o.Window.SetTitle(words.T("app.name"))
	o.Window.SetContent(container.NewPadded(middle(container.NewPadded(content))))
	o.Window.Resize(fyne.NewSize(640, 260))
	o.Window.CenterOnScreen()
	o.Window.SetCloseIntercept(r.close)
	r.box.focus(o.Window)
	t := newTracer(o.Trace)
	t.event("rescue", "kind", kind, "err", fmt.Sprint(o.Reason))
	return r, nil
}

func (r *Rescue) close() {
	r.tasks.Stop()
	r.o.Window.SetCloseIntercept(nil)
	r.o.Window.Close()
}

// open tries the library once more; what keeps it from opening now is told.
func (r *Rescue) open(readOnly bool, said string) {
	r.try(func() error { return r.o.Open(readOnly, said) })
}

func (r *Rescue) try(open func() error) {
	if err := open(); err != nil {
		r.box.say(app.ExplainIn(err, r.words).Error())
		return
	}
	r.close()
}

func (r *Rescue) restore(b app.BackupFile) {
	r.box.say(r.words.T("rescue.restoring"))
	r.tasks.InOrder(func(ctx context.Context) func() {
		kept, err := app.RestoreFile(ctx, r.o.Library, b.Path)
		return func() {
			if err != nil {
				r.box.say(app.ExplainIn(err, r.words).Error())
				return
			}
			r.open(false, r.words.T("rescue.restored", "time", backupTime(b), "kept", kept))
		}
	})
}

// rescueBox is what can be done about a library that is damaged or does not
// open: some text, and buttons below.
type rescueBox struct {
	words   *Words
	box     *fyne.Container
	text    *widget.FlowText
	row     *fyne.Container
	buttons []*widget.Button
	good    Latest[app.BackupFile]
	tracer  tracer
	win     fyne.Window // that focus was given in; nil before
}

func newRescueBox(words *Words, tasks *Tasks) *rescueBox {
	r := &rescueBox{words: words, text: widget.NewFlowText(), row: row(), good: Latest[app.BackupFile]{Tasks: tasks}}
	r.box = container.NewVBox(container.NewPadded(r.text), container.NewPadded(r.row))
	return r
}

func (r *rescueBox) say(text string) {
	r.text.Set(widget.Run{Text: text})
	r.box.Refresh()
}

// add adds a button. The first one is the one that Enter presses.
func (r *rescueBox) add(text string, do func()) *widget.Button {
	b := widget.NewButton(text, nil, do)
	if len(r.buttons) == 0 {
		b.Importance = fw.HighImportance
	}
	r.buttons = append(r.buttons, b)
	r.row.Add(b)
	return b
}

// focus gives the keyboard to the first button that can be pressed.
func (r *rescueBox) focus(win fyne.Window) {
	r.win = win
	for _, b := range r.buttons {
		if !b.Disabled() {
			win.Canvas().Focus(b)
			return
		}
	}
}

// offerBackup says that the library is damaged, looks for a backup that is
// whole, and lets it be restored.
func (r *rescueBox) offerBackup(library string, restore func(app.BackupFile)) {
	what := r.words.T("rescue.damaged", "path", library)
	r.say(what + " " + r.words.T("rescue.looking"))
	var found app.BackupFile
	b := r.add(r.words.T("rescue.restore"), func() { restore(found) })
	b.Disable()
	r.good.Go(func(ctx context.Context) (app.BackupFile, error) { return app.GoodBackup(ctx, library) },
		func(backup app.BackupFile, err error) {
			if err != nil {
				r.say(what + " " + r.words.T("rescue.no-backup"))
				return
			}
			found = backup
			r.say(what + " " + r.words.T("rescue.backup", "time", backupTime(backup)))
			b.Enable()
			if r.win != nil {
				r.focus(r.win)
			}
			r.tracer.event("backup found", "path", backup.Path)
		})
}

func backupTime(b app.BackupFile) string { return b.At.Local().Format("2006-01-02 15:04") }
