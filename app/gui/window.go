package gui

import (
	"context"
	"fmt"
	"io"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/go-text/typesetting/fontscan"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// Options say what a window works on.
type Options struct {
	App     *app.App
	Fyne    fyne.App
	Window  fyne.Window
	Version string
	// Open opens a file or folder with the desktop's own program for it.
	Open func(path string) error
	// OpenLibrary opens another library in a window of its own; nil leaves
	// that, and the list of libraries opened lately, out.
	OpenLibrary func(path string) error
	// Reopen opens the library once more, to be read only, in the place of
	// this window, and says why; nil leaves that out.
	Reopen func(said string) error
	// Said is what the window begins with telling; "" is nothing.
	Said string
	// BackupDelay is how long after the start, or after the first edit of a
	// day, the day's backup is made.
	BackupDelay time.Duration
	// Post has a function run on the UI goroutine; nil is Fyne's own way.
	Post func(func())
	Now  func() time.Time // nil is time.Now
	// Fonts lists the fonts that are installed; nil looks for them.
	Fonts func() []fontscan.Footprint
	// Log takes what goes wrong, line by line, and LogPath is where it can be
	// read; nil and "" are no log.
	Log     io.Writer
	LogPath string
	// Trace, if not nil, hears of every event as a line of JSON: for tests of
	// the real window.
	Trace io.Writer
}

// Window is the main window: three panes, a menu, a bar of hints below, and
// notices in front. It shows snapshots; the library holds the truth.
type Window struct {
	desk
	sheetStack
	o        Options
	app      *app.App
	settings app.Settings
	commands map[string]*command

	brief    briefing.Briefing // shown; its ID is "" if none is open
	history  app.History
	pending  int   // edits given and not saved yet
	unsaved  error // why the last edit is not saved; nil if it is
	savedAt  time.Time
	typing   *typingKeeper
	editable editTarget
	repair   *repairOffer // nil: none

	library   *libraryPane
	reader    *readerPane
	review    *briefingPane
	preview   *previewPane
	imports   *importPanel
	notices   *noticeBar
	status    *statusBar
	empty     *emptyState
	stops     []stop
	rescue    *sheet // of a damaged library; nil until one is found to be
	view      viewState
	remember  Latest[bool]
	backup    Latest[string]
	hands     hands
	facts     Latest[bool]     // what the articles tell is read, in time
	waited    Latest[bool]     // or at once, for a view that waits for it
	backedUp  string           // the day of the last backup that was looked after
	outer     *container.Split // library | the rest
	pair      *container.Split // library | reader, in a narrow window
	inner     *container.Split // reader | briefing
	body      *fyne.Container
	part      part // the pane that has the keyboard, or had it last
	clickLost bool // the last click went nowhere; see ClickLost
	screen    *fyne.Container
	cancel    func() // ends the subscription
	bound     []rune // letters that open menus with Alt
	menu      string // what the menu was built for, not to build it twice
	exports   *exporter
	recent    []string // libraries opened lately
	forms     []app.TemplateRow
}

// New builds the window's content and fills it from the library. The caller
// shows the window.
func New(ctx context.Context, o Options) (*Window, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Fonts == nil {
		o.Fonts = installedFonts
	}
	w := &Window{o: o, app: o.App, desk: desk{win: o.Window, tasks: NewTasks(ctx, o.Post)}}
	w.tracer = newTracer(o.Trace)
	w.sheetStack = sheetStack{desk: &w.desk, opening: func() { w.notices.passOld() }, giveBack: w.giveBackFocus}
	w.remember = Latest[bool]{Tasks: w.tasks, Delay: time.Second}
	w.backup = Latest[string]{Tasks: w.tasks, Delay: o.BackupDelay}
	w.facts = Latest[bool]{Tasks: w.tasks, Delay: o.BackupDelay + factsDelay*time.Duration(rankOf(o.BackupDelay > 0))}
	w.waited = Latest[bool]{Tasks: w.tasks}
	settings, err := o.App.Settings(ctx)
	if err != nil {
		settings = app.DefaultSettings() // the window must open even so
	}
	w.settings = settings
	w.exports = &exporter{host: w, store: w.app}
	w.typing = newTypingKeeper(w, w.app)
	w.loadView(ctx)
	if w.words, err = LoadWords(w.language()); err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	o.Fyne.Settings().SetTheme(NewTheme(settings.Theme, float32(settings.TextSize)))
	w.makeCommands()
	w.build()
	w.cancel = o.App.Subscribe(func(e app.Event) { w.tasks.Post(func() { w.heard(e) }) })
	w.win.SetCloseIntercept(w.Close)
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.start()
	return w, nil
}

// build makes every view anew, as at the start and after a change of language.
func (w *Window) build() {
	w.tips = newTips(w.tasks)
	w.notices = newNoticeBar(w)
	w.status = newStatusBar(w, func() { w.imports.open() })
	w.library = newLibraryPane(w, w.app, func(l *libraryPane) *briefingsList {
		return newBriefingsList(w, w.app.Briefings, &w.view.BriefingsOpen, func() *widget.Pane { return l.pane })
	})
	w.reader = newReaderPane(w, w.app, w.o.Fonts)
	w.preview = newPreviewPane(w, w.app, func() *widget.Pane { return w.reader.pane })
	w.review = newBriefingPane(w, w.app, w.typing)
	w.imports = newImportPanel(w, w.app)
	w.empty = newEmptyState(w, w.o.Fyne.Icon(), w.empty != nil && w.empty.wanted)
	w.stops = []stop{
		{func() bool { return w.notices.box.Visible() }, w.notices.focused, w.notices.focus},
		{func() bool { return !w.view.LibraryHidden && !w.empty.wanted }, w.library.pane.Focused, w.library.focus},
		{func() bool { return !w.empty.wanted }, w.reader.pane.Focused, w.reader.focus},
		{func() bool { return !w.empty.wanted }, w.review.pane.Focused, w.review.focus},
		{func() bool { return !w.empty.wanted && w.review.tray.box.Visible() && w.review.tray.open }, w.review.tray.focused, w.review.tray.focus},
		{func() bool { return w.empty.wanted }, w.empty.focused, w.empty.focus},
		{func() bool { return w.imports.box.Visible() }, w.imports.focused, w.imports.focus},
	}
	w.inner = container.NewHSplit(w.reader.pane, w.review.pane)
	w.inner.SetOffset(w.view.Inner)
	w.outer = container.NewHSplit(w.library.pane, w.inner)
	w.outer.SetOffset(w.view.Outer)
	w.pair = container.NewHSplit(w.library.pane, w.reader.pane)
	w.pair.SetOffset(0.42)
	w.body = container.NewStack()
	w.arrange()
	bottom := container.NewVBox(w.imports.box, w.status.box)
	w.screen = container.NewBorder(nil, bottom, nil, nil, container.NewStack(container.New(&whenSized{then: w.bodySized}, w.body), container.New(&toastLayout{}, w.notices.box)))
	w.win.SetContent(container.New(&whenSized{then: w.sized}, w.screen, w.tips.layers[0].box))
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(w.typedRune)
	w.menu = ""
	w.refreshMenu()
	w.bindMenus()
}

// start fills the window from the library.
func (w *Window) start() {
	w.library.reload()
	w.tasks.Go(func(ctx context.Context) func() {
		res, err := w.app.Search(ctx, app.Query{Limit: 1})
		rows, err2 := w.app.Briefings(ctx)
		return func() {
			if err == nil && err2 == nil && res.Total == 0 && len(rows) == 0 {
				w.showEmpty(true)
				return
			}
			if id := w.lastBriefing(rows); id != "" {
				w.OpenBriefing(id)
				w.review.focus()
			} else {
				w.library.focusSearch()
			}
		}
	})
	w.greet()
	w.backUpSoon()
	w.gatherFacts()
	w.updateTitle()
	w.loadTemplates()
	if w.o.OpenLibrary != nil {
		w.loadRecent()
	}
}

// lastBriefing returns the briefing to begin with: the one open last.
func (w *Window) lastBriefing(rows []app.BriefingRow) briefing.BriefingID {
	if w.settings.StartWith == "library" {
		return ""
	}
	for _, r := range rows {
		if r.ID == w.view.Briefing {
			return r.ID
		}
	}
	if len(rows) > 0 {
		return rows[0].ID
	}
	return ""
}

func (w *Window) showEmpty(on bool) {
	if w.empty.wanted == on {
		return
	}
	w.empty.wanted = on
	w.arrange()
	w.hint()
	if on && w.tracer.out != nil { // once it has been laid out
		later := Latest[int]{Tasks: w.tasks, Delay: time.Second}
		later.Go(func(context.Context) (int, error) { return 0, nil }, func(int, error) { w.tracer.rect("sample", w.empty.sample) })
	}
}

// heard takes note of a change in the library.
func (w *Window) heard(e app.Event) {
	w.tracer.event("library", "kind", string(e.Kind))
	switch e.Kind {
	case app.ArticlesAdded, app.ArticlesChanged, app.ArticlesRemoved:
		w.showEmpty(false)
		w.library.openings.forget(e.Articles)
		w.library.reload()
		w.reader.changed(e.Articles)
		w.gatherFacts()
	case app.BriefingAdded, app.BriefingRemoved:
		w.showEmpty(false)
		w.library.reload() // articles are used or unused by it, too
	case app.BriefingChanged:
		w.library.reloadBriefings()
		if e.Briefing == w.brief.ID && w.pending == 0 {
			w.reloadBriefing()
		}
	case app.LibraryReplaced:
		w.brief = briefing.Briefing{}
		w.library.reload()
		w.start()
	}
}

// keepLimit is how long Keep waits for what is under way: a disk that hangs
// must not keep the program from ending.
const keepLimit = 5 * time.Second

// Keep keeps what is typed, and waits for the edits under way, when the window
// is gone in whatever way: the desktop ended, or the program is told to. It is
// called on the UI goroutine, or after that has ended.
func (w *Window) Keep() {
	w.typing.flush()
	w.tasks.Idle(keepLimit)
}

// KeepLost is Keep, and has the next start say that the display was lost.
func (w *Window) KeepLost() {
	w.tracer.event("display lost")
	_ = w.app.SetView(context.WithoutCancel(w.tasks.ctx), lostKey, []byte("true")) // told where it can be
	w.Keep()
}

// lostKey is where it is kept that the last session ended with its display.
const lostKey = "display-lost"

// Close saves the view and closes the window. Edits under way are finished
// first: they are in the queue of the library already.
func (w *Window) Close() { w.CloseThen(nil) }

// CloseThen is Close, and calls then when nothing more is asked of the
// library; nil calls nothing.
func (w *Window) CloseThen(then func()) {
	if w.pending > 0 { // milliseconds, unless the disk hangs
		w.tasks.InOrder(func(context.Context) func() { return func() { w.CloseThen(then) } })
		return
	}
	w.remember.Cancel()
	w.backup.Cancel()
	w.facts.Cancel()
	w.waited.Cancel()
	w.typing.flush()
	w.saveView()
	w.cancel()
	w.tasks.InOrder(func(context.Context) func() {
		return func() {
			w.tasks.Stop()
			w.exports.clean()
			w.win.SetCloseIntercept(nil)
			w.win.Close()
			if then != nil {
				then()
			}
		}
	})
}

func (w *Window) updateTitle() {
	title := w.t("app.name")
	if t := w.brief.Title(); w.brief.ID != "" {
		if t == "" {
			t = w.t("briefing.untitled")
		}
		title = t + " — " + title
	}
	if w.app.ReadOnly() {
		title += " (" + w.t("readonly.title") + ")"
	}
	w.win.SetTitle(title)
}

// fail tells of an error in place, in the words of package app.
func (w *Window) fail(err error) {
	if err == nil || w.tasks.ctx.Err() != nil {
		return
	}
	if w.damaged(err) {
		return
	}
	p := app.ExplainIn(err, w.words)
	w.note(p.What, p.Err)
	w.tracer.event("problem", "what", p.What, "err", fmt.Sprint(p.Err))
	w.notices.show(notice{text: p.Error(), bad: true})
}

// explain says of an error in the interface's language what happened, what is
// safe and what to do.
func (w *Window) explain(err error) string {
	if err == nil {
		return ""
	}
	return app.ExplainIn(err, w.words).Error()
}

// now is the time of day, which tests set.
func (w *Window) now() time.Time { return w.o.Now() }

// placeNotices sets the notices anew where they belong.
func (w *Window) placeNotices() {
	if w.screen != nil { // built already
		w.screen.Refresh()
	}
}

// nothingYet reports whether the window shows that its library is empty.
func (w *Window) nothingYet() bool { return w.empty.wanted }
