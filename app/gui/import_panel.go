package gui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// importPanel shows what becomes of files being added. It is never in the way:
// closed, the import goes on, and the status bar says so.
type importPanel struct {
	host   importHost
	store  importStore
	box    *fyne.Container
	head   *widget.Heading
	bar    *fw.ProgressBar
	list   *widget.List
	pauseB *widget.Button
	stopB  *widget.Button
	draftB *widget.Button
	addB   *widget.Button
	undoB  *widget.Button
	onlyB  *widget.Button
	saveB  *widget.Button
	doneB  *widget.Button

	events  []app.ImportEvent
	shown   []int // of events: all of them, or those to be looked at
	only    bool  // shows those to be looked at
	look    int   // how many are to be looked at
	counts  map[app.ImportState]int
	total   int
	running bool
	paused  bool
	gate    *Gate
	cancel  context.CancelFunc
	run     int                                  // number of the import, so that what is late is told apart
	dates   map[briefing.ArticleID]briefing.Date // set by the person, here
	dating  dateRow
	choices importChoices
	height  *fixedLayout // of the list
}

// importHeight is how high the list of files is, in a window that has room.
const importHeight = 168

// importHost is what adding articles needs of the window.
type importHost interface {
	encodingHost
	phrase(english string) string
	placeNotices()
	restFocus()
	height() float32
	working(title string) // says in the foot what goes on; "" is nothing
	showEmpty(bool)
	articlesChanged()
	compare(a, b briefing.ArticleID)
	shown() briefing.Briefing
	fresh([]briefing.ArticleID) []briefing.ArticleID
	draft([]briefing.ArticleID)
	addArticles([]briefing.ArticleID)
	chooseSave(name string, then func(path string))
	writeNew(path string, data []byte)
}

// importStore is what adding articles asks of the library.
type importStore interface {
	Article(context.Context, briefing.ArticleID) (*briefing.Article, error)
	ImportWith(context.Context, []string, app.ImportOptions, func(app.ImportEvent)) (app.ImportReport, error)
	UndoImport(context.Context, app.ImportReport) error
	encodingStore
	SetDetails(context.Context, briefing.ArticleID, app.ArticleDetails) error
	Remove(context.Context, []briefing.ArticleID) error
	PutBack(context.Context, []briefing.ArticleID) error
	Unsplit(context.Context, []app.ImportEvent) (app.Unsplit, error)
	UndoUnsplit(context.Context, app.Unsplit) error
	Fill(context.Context, []app.Offer) (before []app.Offer, err error)
}

func newImportPanel(w importHost, store importStore) *importPanel {
	p := &importPanel{host: w, store: store, head: widget.NewHeading(), bar: fw.NewProgressBar(), gate: &Gate{}}
	p.bar.TextFormatter = func() string { return "" }
	p.list = widget.NewList(func() int { return len(p.shown) }, func() fyne.CanvasObject { return newImportRow(w) }, p.fill)
	p.list.HideSeparators = true
	p.list.OnSelected = func(i int) {
		p.list.UnselectAll()
		switch e, ok := p.event(i); {
		case ok && e.Article != "":
			w.showArticle(e.Article)
		case ok: // a row has no room for all of it
			w.notify(notice{text: p.outcome(e).text})
		}
	}
	p.list.OnEnter = func(i int) {
		if e, ok := p.event(i); ok {
			if o := p.outcome(e); len(o.actions) > 0 {
				o.actions[0].do()
			}
		}
	}
	p.list.OnKey = p.key
	p.pauseB = w.button("", nil, p.pause)
	p.stopB = w.button(w.t("import.stop"), nil, p.stop)
	p.draftB = w.mainButton("", p.draft)
	p.addB = w.button("", nil, p.addTo)
	p.undoB = w.button("", nil, p.undo)
	p.onlyB = w.lowButton("", nil, p.toggleOnly)
	p.saveB = w.button(w.t("import.save-report"), nil, p.saveReport)
	p.doneB = w.button(w.t("import.done"), nil, p.close)
	buttons := container.New(&wrapRow{trailing: true, height: func() { w.placeNotices() }})
	for _, b := range p.buttons() {
		b.OnKey = p.key
		buttons.Add(b)
	}
	top := container.NewVBox(fw.NewSeparator(),
		container.NewPadded(container.New(shares{2, 3}, p.head, buttons)), fixedHeight(p.bar, 4))
	p.height = &fixedLayout{height: importHeight}
	p.box = container.NewBorder(top, nil, nil, nil, container.New(p.height, p.list))
	p.box.Hide()
	p.counts = map[app.ImportState]int{}
	return p
}

func (p *importPanel) buttons() []*widget.Button {
	return []*widget.Button{p.onlyB, p.undoB, p.saveB, p.pauseB, p.stopB, p.addB, p.draftB, p.doneB}
}

// begin opens the panel for a new import.
func (p *importPanel) begin() {
	if p.running {
		return
	}
	p.events, p.counts, p.total = nil, map[app.ImportState]int{}, 0
	p.dates, p.dating, p.choices = map[briefing.ArticleID]briefing.Date{}, dateRow{}, newImportChoices()
	p.running, p.paused, p.only = true, false, false
	p.recount()
	p.gate = &Gate{}
	p.run++
	p.open()
	p.tell()
}

func (p *importPanel) open() {
	p.host.working("")
	p.fit()
	p.box.Show()
	p.host.placeNotices()
}

// fit leaves the panes most of a small window.
func (p *importPanel) fit() {
	p.height.height = min(importHeight, 0.24*p.host.height())
}

func (p *importPanel) close() {
	p.box.Hide()
	p.tell()
	p.host.placeNotices()
	p.host.restFocus()
}

// focus gives the keyboard to the list of files.
func (p *importPanel) focus() { p.host.focusOn(p.list) }

func (p *importPanel) focused() bool {
	return p.host.focusedOn(append(focusable(p.buttons()), p.list)...)
}

// key takes Escape, which closes the panel; the rest is the window's.
func (p *importPanel) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		p.close()
		return true
	}
	return false
}

// Add adds files and folders to the library, as if they had been dropped on the
// window. It is called on the UI goroutine, once the window is shown.
func (w *Window) Add(paths []string) { w.importPaths(paths) }

// importPaths adds files and folders.
func (w *Window) importPaths(paths []string) {
	p := w.imports
	if len(paths) == 0 {
		return
	}
	if p.running {
		w.notices.show(notice{text: w.t("import.busy")})
		return
	}
	p.begin()
	w.showEmpty(false)
	stream := NewStream(w.tasks, p.add)
	ctx, cancel := context.WithCancel(w.tasks.ctx)
	p.cancel = cancel
	gate := p.gate
	w.tasks.Go(func(context.Context) func() {
		report, err := w.app.Import(ctx, paths, func(e app.ImportEvent) {
			stream.Add(e)
			gate.Wait(ctx) // nothing is read ahead but a few files
		})
		return func() { cancel(); p.ended(report, err) }
	})
}

func (p *importPanel) add(events []app.ImportEvent) {
	for _, e := range events {
		p.events = append(p.events, e)
		p.count(len(p.events) - 1)
		p.total = max(p.total, e.Total)
		p.host.event("imported", "name", e.Name, "state", string(e.State), "done", e.Done, "total", e.Total)
	}
	p.tell()
}

func (p *importPanel) ended(r app.ImportReport, err error) {
	p.running, p.paused = false, false
	p.host.showEmpty(false)
	if err != nil && !errors.Is(err, context.Canceled) {
		p.host.fail(err)
	}
	p.tell()
	p.host.articlesChanged()
	p.host.event("import ended", "added", r.Added, "same", r.Same, "similar", r.Similar, "failed", r.Failed)
	if !p.draftB.Hidden && p.box.Visible() && p.dating.article == "" {
		p.host.focusOn(p.draftB)
	}
}

// pause has the import wait, or go on.
func (p *importPanel) pause() {
	p.paused = !p.paused
	p.gate.SetClosed(p.paused)
	p.tell()
	p.host.event("import paused", "on", p.paused)
}

func (p *importPanel) stop() {
	if p.cancel != nil {
		p.cancel()
	}
}

// event returns the event of a row.
func (p *importPanel) event(row int) (app.ImportEvent, bool) {
	if row < 0 || row >= len(p.shown) {
		return app.ImportEvent{}, false
	}
	return p.events[p.shown[row]], true
}

// toggleOnly shows what is to be looked at alone, or all files.
func (p *importPanel) toggleOnly() {
	p.only = !p.only
	p.recount()
	p.tell()
	p.list.ScrollToTop()
}

// recount counts every event anew, after one has changed.
func (p *importPanel) recount() {
	p.counts, p.look, p.shown = map[app.ImportState]int{}, 0, p.shown[:0]
	for i := range p.events {
		p.count(i)
	}
}

// count counts an event and shows it, if it is one to be shown.
func (p *importPanel) count(i int) {
	e := p.events[i]
	if !p.choices.left[e.Article] {
		p.counts[e.State]++
	}
	look := p.outcome(e).look
	if look {
		p.look++
	}
	if look || !p.only {
		p.shown = append(p.shown, i)
	}
}

// tell shows how far the import is.
func (p *importPanel) tell() {
	w := p.host
	files := p.files()
	title := w.t("import.ended", "n", files)
	switch {
	case p.paused:
		title = w.t("import.paused", "done", files, "all", max(p.total, files))
	case p.running:
		title = w.t("import.running", "n", max(p.total, files))
	}
	added := p.counts[app.Added] + p.counts[app.Similar]
	var about []string
	for _, s := range []struct {
		key string
		n   int
	}{{"import.added", added}, {"import.same", p.counts[app.Same]}, {"import.failed", p.counts[app.Failed]}} {
		if s.n > 0 {
			about = append(about, w.t(s.key, "n", s.n))
		}
	}
	p.head.Set(title, strings.Join(about, " · "))
	p.bar.Hidden = !p.running
	if p.total > 0 {
		p.bar.SetValue(min(1, float64(files)/float64(p.total)))
	}
	var ids []briefing.ArticleID
	if !p.running {
		ids = p.articles()
	}
	p.stopB.Hidden, p.pauseB.Hidden = !p.running, !p.running
	p.pauseB.SetText(w.t("import.pause"))
	if p.paused {
		p.pauseB.SetText(w.t("import.resume"))
	}
	p.draftB.Hidden = p.running || len(ids) == 0 || len(ids) > maxDraft
	p.draftB.SetText(w.t("library.draft", "n", len(ids)))
	p.addB.Hidden = p.draftB.Hidden || w.shown().ID == "" || len(w.fresh(ids)) == 0
	p.addB.SetText(w.t("import.add-to", "title", shortTitle(w.shown().Title())))
	p.undoB.Hidden = p.running || added == 0
	p.undoB.SetText(w.t("import.undo", "n", added))
	p.onlyB.Hidden = !p.only && (p.look == 0 || p.look == len(p.events))
	p.onlyB.SetText(w.t("import.look", "n", p.look))
	if p.only {
		p.onlyB.SetText(w.t("import.all"))
	}
	p.saveB.Hidden = p.running
	p.list.Refresh()
	p.box.Refresh()
	if p.running && !p.box.Visible() {
		w.working(title)
	} else {
		w.working("")
	}
}

// maxDraft is how many articles the import panel offers to make one briefing
// of; more are picked in the library.
const maxDraft = 25

// articles are those of the import that a briefing can be made of.
func (p *importPanel) articles() []briefing.ArticleID {
	ids := app.ImportReport{Events: p.events}.Articles()
	return slices.DeleteFunc(ids, func(id briefing.ArticleID) bool { return p.choices.left[id] })
}

func (p *importPanel) draft() {
	ids := p.articles()
	p.close()
	p.host.draft(ids)
}

// addTo adds what was imported to the briefing that is open.
func (p *importPanel) addTo() {
	ids := p.articles()
	p.close()
	p.host.addArticles(ids)
}

// shortTitle is a title as a button has room for it.
func shortTitle(s string) string {
	if runes := []rune(s); len(runes) > 28 {
		return strings.TrimSpace(string(runes[:27])) + "…"
	}
	return s
}

func (p *importPanel) undo() {
	r := app.ImportReport{Events: slices.Clone(p.events)}
	p.host.work().Go(func(ctx context.Context) func() {
		err := p.store.UndoImport(ctx, r)
		return func() {
			if err != nil {
				p.host.fail(err)
				return
			}
			p.events = nil
			p.recount()
			p.close()
			p.host.articlesChanged()
		}
	})
}

// saveReport writes the outcome of each file as text.
func (p *importPanel) saveReport() {
	var b strings.Builder
	for _, e := range p.events {
		b.WriteString(string(e.State) + "\t" + e.Name + "\t" + p.outcome(e).text + "\t" + e.Path + "\n")
	}
	p.host.chooseSave(p.host.t("import.report-name"), func(path string) { p.host.writeNew(path, []byte(b.String())) })
}
