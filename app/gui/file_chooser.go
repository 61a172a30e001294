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

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// chooserLook says what is picked: articles, of which there can be many, one
// folder, or one file.
type chooserLook struct {
	title  string
	verb   string   // of the button that takes what is picked
	folder bool     // a folder is picked
	many   bool     // files are picked, several if wanted
	kinds  []string // of files that can be picked, by their endings; nil is all
	done   func(paths []string)
}

// chooser picks several files, or one folder. Fyne's own file dialog picks
// one file only; this one also takes a path that is typed or pasted.
type chooser struct {
	chooserLook
	host    chooserHost
	sheet   *sheet
	path    *widget.Entry
	list    *widget.PickList
	use     *widget.Button
	hint    *widget.FlowText
	none    *widget.FlowText // stands where a folder has nothing to pick
	dir     string
	entries []os.DirEntry
	load    Latest[[]os.DirEntry]
}

// chooserHost is what picking files needs of the window.
type chooserHost interface {
	sheetHost
	listHeight(wanted float32) float32
	popUpMenu(menu *fyne.Menu, below fyne.CanvasObject)
	folders() (last string, lately []string) // that files were picked from
	folderShown(dir string)
	folderUsed(dir string)
	libraryPath() string
}

func (w *Window) chooseArticles() {
	w.choose(chooserLook{title: w.t("choose.articles"), verb: w.t("choose.add"), many: true, done: w.importPaths})
}

func (w *Window) chooseFolder() {
	w.choose(chooserLook{title: w.t("choose.folder"), verb: w.t("choose.add-folder"), folder: true, done: w.importPaths})
}

// choose asks for files or a folder.
func (w *Window) choose(look chooserLook) { openChooser(w, look) }

func openChooser(w chooserHost, look chooserLook) {
	c := &chooser{chooserLook: look, host: w, load: Latest[[]os.DirEntry]{Tasks: w.work()}}
	c.path = widget.NewEntry()
	c.path.OnCommit = func(bool) { c.enter() }
	c.path.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name != fyne.KeyDown || len(c.entries) == 0 {
			return false
		}
		c.list.Focus()
		c.list.First()
		return true
	}
	c.list = widget.NewPickList()
	c.list.Single = !c.many
	c.list.Row = c.row
	c.list.OnSelect = c.tell
	c.list.OnKey = c.key
	c.list.OnOpen = func(string) { c.accept() }
	up := w.iconButton(w.t("tip.folder-up"), theme.MoveUpIcon(), func() { c.show(filepath.Dir(c.dir)) })
	home := w.iconButton(w.t("tip.folder-home"), theme.HomeIcon(), func() { c.show(homeFolder()) })
	recent := w.iconButton(w.t("tip.folder-recent"), theme.HistoryIcon(), nil)
	recent.OnTapped = func() { c.showRecent(recent) }
	c.hint = widget.NewFlowText(widget.Run{Text: w.t(c.help()), Size: 0.86, Colour: widget.ColorGrey})
	c.none = widget.NewFlowText(widget.Run{Text: w.t("choose.empty"), Colour: widget.ColorGrey})
	c.none.Hide()
	top := container.NewBorder(nil, nil, container.NewHBox(up, home, recent), nil, c.path)
	list := container.NewStack(c.list, container.NewPadded(c.none))
	content := container.NewVBox(top, fixedHeight(list, w.listHeight(400)), container.NewPadded(c.hint))
	c.sheet = w.open(sheetLook{title: c.title, content: content, width: 760, verb: c.verb, main: c.acceptSelected, focus: c.path})
	c.use = c.sheet.first
	dir, _ := w.folders()
	if dir == "" {
		dir = homeFolder()
	}
	c.show(dir)
}

func homeFolder() string {
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return string(filepath.Separator)
}

// help is the key of what is said below the list.
func (c *chooser) help() string {
	switch {
	case c.folder:
		return "choose.hint-folder"
	case c.many:
		return "choose.hint"
	}
	return "choose.hint-one"
}

// key takes the keys that go up a folder.
func (c *chooser) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyBackspace || e.Name == fyne.KeyLeft {
		c.show(filepath.Dir(c.dir))
		return true
	}
	return false
}

// showRecent lists the folders that files were added from lately.
func (c *chooser) showRecent(below fyne.CanvasObject) {
	menu := fyne.NewMenu("")
	_, lately := c.host.folders()
	for _, dir := range lately {
		menu.Items = append(menu.Items, fyne.NewMenuItem(dir, func() { c.show(dir) }))
	}
	if len(menu.Items) > 0 {
		c.host.popUpMenu(menu, below)
	}
}

// show lists a folder; reading it may take a while on a network drive.
func (c *chooser) show(dir string) {
	was := c.path.Text
	c.load.Go(func(context.Context) ([]os.DirEntry, error) { return os.ReadDir(dir) },
		func(entries []os.DirEntry, err error) {
			if err != nil {
				c.say(c.host.explain(err))
				return
			}
			c.list.SetSelected(nil)
			c.dir = dir
			c.host.folderShown(dir)
			c.entries = pickable(dir, entries, c.host.libraryPath())
			if c.path.Text == was { // else the person has typed on meanwhile
				c.path.SetText(dir)
				if c.host.focusedOn(c.path) {
					c.path.SelectAll() // what is typed or pasted takes its place
				}
			}
			c.none.Hidden = len(c.entries) > 0
			c.list.Reset(len(c.entries), 0)
			c.list.Top()
			c.tell()
			c.host.event("chooser", "folder", dir, "entries", len(c.entries))
		})
}

// pickable are the entries of a folder in the order they are listed: folders
// first, each by name; hidden ones and what belongs to the open library are
// left out. Where a folder is picked, its files are listed, too, to tell it by.
func pickable(dir string, entries []os.DirEntry, library string) []os.DirEntry {
	own := filepath.Base(library)
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		return strings.HasPrefix(e.Name(), ".") || dir == filepath.Dir(library) && strings.HasPrefix(e.Name(), own)
	})
	slices.SortStableFunc(entries, func(a, b os.DirEntry) int {
		if a.IsDir() != b.IsDir() {
			if a.IsDir() {
				return -1
			}
			return 1
		}
		return strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name()))
	})
	return entries
}

func (c *chooser) row(i int) (widget.PickRow, bool) {
	if i >= len(c.entries) {
		return widget.PickRow{}, false
	}
	e := c.entries[i]
	row := widget.PickRow{ID: e.Name(), Title: e.Name(), Mark: widget.MarkFile, Caption: strings.TrimPrefix(filepath.Ext(e.Name()), ".")}
	if e.IsDir() {
		row.Mark, row.Caption = widget.MarkFolder, c.host.t("choose.is-folder")
	}
	row.Faint = !e.IsDir() && !c.takes(e.Name())
	return row, true
}

// takes reports whether a file can be picked, going by its name.
func (c *chooser) takes(name string) bool {
	return !c.folder && (c.kinds == nil || slices.Contains(c.kinds, strings.ToLower(filepath.Ext(name))))
}

// say tells of a problem in the sheet: a notice would be behind it.
func (c *chooser) say(text string) {
	c.hint.Set(widget.Run{Text: text, Colour: widget.ColorConflict})
	c.sheet.refresh()
}

// current is the folder that is selected, or ""; a file is none.
func (c *chooser) current() string {
	for _, name := range c.list.Selected() {
		if info, err := os.Stat(filepath.Join(c.dir, name)); err == nil && info.IsDir() {
			return filepath.Join(c.dir, name)
		}
	}
	return ""
}

func (c *chooser) tell() {
	n := len(c.list.Selected())
	switch {
	case c.folder:
		name := filepath.Base(c.dir)
		if f := c.current(); f != "" {
			name = filepath.Base(f)
		}
		c.use.SetText(c.host.t("choose.add-folder-named", "name", name))
	case n == 0 || !c.many:
		c.use.SetText(c.verb)
	default:
		c.use.SetText(c.host.t("choose.add-n", "n", n))
	}
	able(c.use, c.folder || n > 0)
	c.sheet.refresh()
}

// enter goes to the folder typed, or takes the file or files typed.
func (c *chooser) enter() {
	text := strings.TrimSpace(c.path.Text)
	if strings.HasPrefix(text, "~") {
		text = homeFolder() + text[1:]
	}
	if paths := droppedPaths(text); len(paths) == 1 { // an address of a file
		text = paths[0]
	}
	paths := strings.Split(text, "\n")
	info, err := os.Stat(text)
	switch {
	case len(paths) == 1 && err != nil:
		c.say(c.host.t("choose.none", "path", text))
		c.path.SelectAll()
	case len(paths) == 1 && info.IsDir() && text != c.dir:
		c.show(text)
		c.list.Focus() // to pick from: Ctrl+A and Enter add all
	case len(paths) == 1 && info.IsDir() && !c.folder: // again: what it holds is picked from
		c.list.Focus()
		if len(c.list.Selected()) == 0 {
			c.list.First()
		}
	default:
		c.take(paths)
	}
}

// accept opens a folder, or takes the files selected.
func (c *chooser) accept() {
	if f := c.current(); f != "" && len(c.list.Selected()) == 1 {
		c.show(f)
		return
	}
	c.acceptSelected()
}

func (c *chooser) acceptSelected() {
	if c.folder {
		f := c.current()
		if f == "" {
			f = c.dir
		}
		c.take([]string{f})
		return
	}
	var paths []string
	for _, name := range c.list.Selected() {
		paths = append(paths, filepath.Join(c.dir, name))
	}
	c.take(paths)
}

func (c *chooser) take(paths []string) {
	if len(paths) > 0 {
		c.host.folderUsed(c.dir)
		c.sheet.close()
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
	var s *sheet
	save := func() { s.hide(); done(entry.Text) }
	s = w.open(sheetLook{title: w.t("choose.save-as"), content: entry, width: 520, verb: w.t("choose.save"), main: save, focus: entry})
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
