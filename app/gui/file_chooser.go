package gui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// chooser picks several files, or one folder. Fyne's own file dialog picks
// one file only; this one also takes a path that is typed or pasted.
type chooser struct {
	w       *Window
	folders bool // picks a folder
	dialog  *modal
	path    *widget.Entry
	list    *widget.PickList
	use     *widget.Button
	hint    *widget.FlowText
	dir     string
	entries []os.DirEntry
	load    Latest[[]os.DirEntry]
	done    func(paths []string)
}

func (w *Window) chooseArticles() { w.choose(false, w.t("choose.articles"), w.importPaths) }
func (w *Window) chooseFolder()   { w.choose(true, w.t("choose.folder"), w.importPaths) }

func (w *Window) choose(folders bool, title string, done func([]string)) {
	c := &chooser{w: w, folders: folders, done: done, load: Latest[[]os.DirEntry]{Tasks: w.tasks}}
	c.path = widget.NewEntry()
	c.path.OnCommit = func(bool) { c.enter() }
	c.path.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyDown {
			c.list.Focus()
			c.list.First()
			return true
		}
		return c.escape(e)
	}
	c.list = widget.NewPickList()
	c.list.Single = folders
	c.list.Row = c.row
	c.list.OnSelect = c.tell
	c.list.OnKey = c.escape
	c.list.OnOpen = func(string) { c.accept() }
	up := w.lowButton("", theme.MoveUpIcon(), func() { c.show(filepath.Dir(c.dir)) })
	home := w.lowButton("", theme.HomeIcon(), func() { c.show(homeFolder()) })
	c.use = w.mainButton("", c.acceptSelected)
	cancel := w.button(w.t("choose.cancel"), nil, func() { c.dialog.Hide() })
	c.hint = widget.NewFlowText(widget.Run{Text: w.t("choose.hint"), Size: 0.86, Colour: widget.ColorGrey})
	top := container.NewBorder(nil, nil, container.NewHBox(up, home), nil, c.path)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(cancel, c.use), container.NewPadded(c.hint))
	back := container.NewStack(c.list)
	c.dialog = w.modal(title, container.NewBorder(top, foot, nil, nil, back))
	size := w.win.Canvas().Size()
	c.dialog.Resize(fyne.NewSize(min(760, size.Width-60), min(560, size.Height-60)))
	c.dialog.Show()
	dir := w.view.ChooseFolder
	if dir == "" {
		dir = homeFolder()
	}
	c.show(dir)
	w.win.Canvas().Focus(c.path)
}

func homeFolder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(filepath.Separator)
}

func (c *chooser) escape(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		c.dialog.Hide()
		return true
	}
	return false
}

// show lists a folder; reading it may take a while on a network drive.
func (c *chooser) show(dir string) {
	was := c.path.Text
	c.load.Go(func(context.Context) ([]os.DirEntry, error) { return os.ReadDir(dir) },
		func(entries []os.DirEntry, err error) {
			if err != nil {
				c.w.fail(err)
				return
			}
			c.dir = dir
			c.w.view.ChooseFolder = dir
			c.entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
				return strings.HasPrefix(e.Name(), ".") || c.folders && !e.IsDir()
			})
			slices.SortStableFunc(c.entries, func(a, b os.DirEntry) int {
				if a.IsDir() != b.IsDir() {
					if a.IsDir() {
						return -1
					}
					return 1
				}
				return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
			})
			if c.path.Text == was { // else the person has typed on meanwhile
				c.path.SetText(dir)
				if c.w.win.Canvas().Focused() == fyne.Focusable(c.path) {
					c.path.SelectAll() // what is typed or pasted takes its place
				}
			}
			c.list.SetSelected(nil)
			c.list.Reset(len(c.entries), false)
			c.list.Top()
			c.tell()
			c.w.tracer.event("chooser", "folder", dir, "entries", len(c.entries))
		})
}

func (c *chooser) row(i int) (widget.PickRow, bool) {
	if i >= len(c.entries) {
		return widget.PickRow{}, false
	}
	e := c.entries[i]
	row := widget.PickRow{ID: e.Name(), Title: e.Name(), Mark: widget.MarkFile, Caption: strings.TrimPrefix(filepath.Ext(e.Name()), ".")}
	if e.IsDir() {
		row.Mark, row.Caption = widget.MarkFolder, c.w.t("choose.is-folder")
	}
	return row, true
}

func (c *chooser) tell() {
	n := len(c.list.Selected())
	switch {
	case c.folders:
		c.use.SetText(c.w.t("choose.add-folder"))
	case n == 0:
		c.use.SetText(c.w.t("choose.add"))
	default:
		c.use.SetText(c.w.t("choose.add-n", "n", n))
	}
	if c.folders || n > 0 {
		c.use.Enable()
	} else {
		c.use.Disable()
	}
}

// enter goes to the folder typed, or takes the file or files typed.
func (c *chooser) enter() {
	text := strings.TrimSpace(c.path.Text)
	if strings.HasPrefix(text, "~") {
		text = homeFolder() + text[1:]
	}
	paths := strings.Split(text, "\n")
	info, err := os.Stat(text)
	switch {
	case len(paths) == 1 && err != nil: // said here: a notice would be behind
		c.hint.Set(widget.Run{Text: c.w.t("choose.none", "path", text), Colour: widget.ColorConflict})
		c.path.SelectAll()
	case len(paths) == 1 && info.IsDir() && !(c.folders && text == c.dir):
		c.show(text)
		c.list.Focus() // to pick from: Ctrl+A and Enter add all
	default:
		c.take(paths)
	}
}

// accept opens a folder, or takes the files selected.
func (c *chooser) accept() {
	selected := c.list.Selected()
	if len(selected) == 1 {
		path := filepath.Join(c.dir, selected[0])
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			c.show(path)
			return
		}
	}
	c.acceptSelected()
}

func (c *chooser) acceptSelected() {
	var paths []string
	for _, name := range c.list.Selected() {
		paths = append(paths, filepath.Join(c.dir, name))
	}
	if c.folders && len(paths) == 0 {
		paths = []string{c.dir}
	}
	c.take(paths)
}

func (c *chooser) take(paths []string) {
	if len(paths) > 0 {
		c.dialog.Hide()
		c.done(paths)
	}
}

// chooseSave asks where to write a file, with a name proposed.
func (w *Window) chooseSave(name string, done func(path string)) {
	folder := w.settings.Folder
	if folder == "" {
		folder = homeFolder()
	}
	entry := widget.NewEntry()
	entry.SetText(filepath.Join(folder, name))
	var d *modal
	save := func() { d.Hide(); done(entry.Text) }
	entry.OnCommit = func(bool) { save() }
	entry.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			d.Hide()
			return true
		}
		return false
	}
	buttons := container.NewHBox(w.button(w.t("choose.cancel"), nil, func() { d.Hide() }), w.mainButton(w.t("choose.save"), save))
	d = w.modal(w.t("choose.save-as"), container.NewVBox(fixedWidth(entry, 460), container.NewBorder(nil, nil, nil, buttons, fw.NewLabel(""))))
	d.Show()
	w.win.Canvas().Focus(entry)
}

// writeNew writes a file that is not there yet, and says where it is.
func (w *Window) writeNew(path string, contents []byte) {
	w.tasks.Go(func(context.Context) func() {
		err := app.WriteNew(path, contents)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.notices.show(notice{text: w.t("file.saved", "name", filepath.Base(path)), actions: []noticeAction{
				{w.t("export.show"), func() { w.openPath(filepath.Dir(path)) }}}})
			w.tracer.event("saved", "path", path)
		}
	})
}
