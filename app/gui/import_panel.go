package gui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/storage"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// importPanel shows what becomes of files being added. It is never in the way:
// closed, the import goes on, and the status bar says so.
type importPanel struct {
	w      *Window
	box    *fyne.Container
	head   *widget.Heading
	bar    *fw.ProgressBar
	list   *fw.List
	stopB  *widget.Button
	draftB *widget.Button
	undoB  *widget.Button

	events  []app.ImportEvent
	counts  map[app.ImportState]int
	total   int
	running bool
	cancel  context.CancelFunc
	report  app.ImportReport
	dates   map[briefing.ArticleID]briefing.Date // set by the person, here
}

func newImportPanel(w *Window) *importPanel {
	p := &importPanel{w: w, head: widget.NewHeading(), bar: fw.NewProgressBar()}
	p.bar.TextFormatter = func() string { return "" }
	p.list = fw.NewList(func() int { return len(p.events) }, p.row, p.fill)
	p.list.HideSeparators = true
	p.list.OnSelected = func(i int) {
		if i < len(p.events) && p.events[i].Article != "" {
			w.showArticle(p.events[i].Article)
		}
		p.list.UnselectAll()
	}
	p.stopB = w.button(w.t("import.stop"), nil, p.stop)
	p.draftB = w.mainButton("", p.draft)
	p.undoB = w.button(w.t("import.undo"), nil, p.undo)
	save := w.button(w.t("import.save-report"), nil, p.saveReport)
	done := w.button(w.t("import.done"), nil, p.close)
	buttons := container.NewHBox(p.undoB, save, p.stopB, p.draftB, done)
	top := container.NewVBox(fw.NewSeparator(),
		container.NewPadded(container.NewBorder(nil, nil, nil, container.NewCenter(buttons), p.head)), fixedHeight(p.bar, 4))
	p.box = container.NewBorder(top, nil, nil, nil, fixedHeight(p.list, 168))
	p.box.Hide()
	p.counts = map[app.ImportState]int{}
	return p
}

// begin opens the panel for a new import.
func (p *importPanel) begin() {
	if p.running {
		return
	}
	p.events, p.counts, p.total = nil, map[app.ImportState]int{}, 0
	p.dates = map[briefing.ArticleID]briefing.Date{}
	p.running = true
	p.open()
	p.tell()
}

func (p *importPanel) open() {
	p.w.status.work.Hide()
	p.box.Show()
	p.w.screen.Refresh()
}

func (p *importPanel) close() {
	p.box.Hide()
	p.tell()
	p.w.screen.Refresh()
	p.w.review.list.Focus()
}

func (p *importPanel) focus() { p.w.win.Canvas().Focus(p.list) }

func (p *importPanel) focused() bool { return p.w.win.Canvas().Focused() == fyne.Focusable(p.list) }

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
	w.tasks.Go(func(context.Context) func() {
		report, err := w.app.Import(ctx, paths, stream.Add)
		return func() { cancel(); p.ended(report, err) }
	})
}

func (p *importPanel) add(events []app.ImportEvent) {
	for _, e := range events {
		p.events = append(p.events, e)
		p.counts[e.State]++
		p.total = max(p.total, e.Total)
		p.w.tracer.event("imported", "name", e.Name, "state", string(e.State), "done", e.Done, "total", e.Total)
	}
	p.tell()
}

func (p *importPanel) ended(r app.ImportReport, err error) {
	p.running = false
	p.report = r
	p.w.showEmpty(false)
	if err != nil && !errors.Is(err, context.Canceled) {
		p.w.fail(err)
	}
	p.tell()
	p.w.library.reload()
	p.w.tracer.event("import ended", "added", r.Added, "same", r.Same, "similar", r.Similar, "failed", r.Failed)
	if !p.draftB.Hidden && p.box.Visible() {
		p.w.win.Canvas().Focus(p.draftB)
	}
}

func (p *importPanel) stop() {
	if p.cancel != nil {
		p.cancel()
	}
}

// tell shows how far the import is.
func (p *importPanel) tell() {
	w := p.w
	title := w.t("import.ended", "n", len(p.events))
	if p.running {
		title = w.t("import.running", "n", max(p.total, len(p.events)))
	}
	var about []string
	for _, s := range []struct {
		key string
		n   int
	}{{"import.added", p.counts[app.Added] + p.counts[app.Similar]}, {"import.same", p.counts[app.Same]}, {"import.failed", p.counts[app.Failed]}} {
		if s.n > 0 {
			about = append(about, w.t(s.key, "n", s.n))
		}
	}
	p.head.Set(title, strings.Join(about, " · "))
	p.bar.Hidden = !p.running
	if p.total > 0 {
		p.bar.SetValue(float64(len(p.events)) / float64(p.total))
	}
	ids := p.articles()
	p.stopB.Hidden = !p.running
	p.draftB.Hidden = p.running || len(ids) == 0 || len(ids) > maxDraft
	p.draftB.SetText(w.t("library.draft", "n", len(ids)))
	p.undoB.Hidden = p.running || p.counts[app.Added]+p.counts[app.Similar] == 0
	p.list.Refresh()
	p.box.Refresh()
	if p.running && !p.box.Visible() {
		w.status.work.SetText(title)
		w.status.work.Show()
	} else {
		w.status.work.Hide()
	}
}

// maxDraft is how many articles the import panel offers to make one briefing
// of; more are picked in the library.
const maxDraft = 25

func (p *importPanel) articles() []briefing.ArticleID {
	return app.ImportReport{Events: p.events}.Articles()
}

func (p *importPanel) draft() {
	ids := p.articles()
	p.close()
	p.w.draft(ids)
}

func (p *importPanel) undo() {
	r := p.report
	p.w.tasks.Go(func(ctx context.Context) func() {
		err := p.w.app.UndoImport(ctx, r)
		return func() {
			if err != nil {
				p.w.fail(err)
				return
			}
			p.close()
			p.events = nil
			p.w.library.reload()
		}
	})
}

func (p *importPanel) row() fyne.CanvasObject {
	name, detail := fw.NewLabel(""), fw.NewLabel("")
	name.Truncation, detail.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	action := p.w.lowButton("", nil, nil)
	icon := container.NewCenter(container.NewGridWrap(fyne.NewSize(15, 15), fw.NewIcon(nil)))
	return container.NewBorder(nil, nil, container.NewHBox(fixedWidth(icon, 34), fixedWidth(name, 230)), action, detail)
}

func (p *importPanel) fill(i int, o fyne.CanvasObject) {
	if i >= len(p.events) {
		return
	}
	e := p.events[i]
	parts := o.(*fyne.Container).Objects // detail, left, action
	left := parts[1].(*fyne.Container).Objects
	icon := left[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*fw.Icon)
	name := left[1].(*fyne.Container).Objects[0].(*fw.Label)
	action := parts[2].(*widget.Button)
	mark, text, do, verb := p.outcome(e)
	icon.SetResource(mark.Icon())
	name.SetText(e.Name)
	parts[0].(*fw.Label).SetText(text)
	action.Hidden = do == nil
	action.OnTapped = do
	action.SetText(verb)
}

// outcome says what became of a file, and what can be done about it.
func (p *importPanel) outcome(e app.ImportEvent) (mark widget.Mark, text string, do func(), verb string) {
	w := p.w
	show := func() { w.showArticle(e.Article) }
	switch e.State {
	case app.Failed:
		return widget.MarkFailed, app.Explain(e.Err).Error(), nil, ""
	case app.Same:
		return widget.MarkSame, w.t("import.is-same"), show, w.t("import.open")
	case app.Similar:
		return widget.MarkSimilar, w.t("import.is-similar", "percent", int(e.Shared*100+0.5), "other", e.SimilarTo), show, w.t("import.open")
	}
	published, dated := p.dates[e.Article]
	if !dated {
		published = e.Published
	}
	var about []string
	if e.Outlet != "" {
		about = append(about, e.Outlet)
	}
	if published.Known() {
		s := w.date(published)
		if dated {
			s += " " + w.t("import.set-by-you")
		}
		about = append(about, s)
	}
	if e.Paragraphs > 0 {
		about = append(about, w.t("reader.paragraphs", "n", e.Paragraphs))
	}
	about = append(about, e.Notes...)
	if !published.Known() {
		return widget.MarkNote, strings.Join(about, " · "), func() { p.setDate(e) }, w.t("import.set-date")
	}
	return widget.MarkTick, strings.Join(about, " · "), show, w.t("import.open")
}

func (p *importPanel) setDate(e app.ImportEvent) {
	p.w.askDate(e.Name, func(d briefing.Date) {
		p.w.tasks.Go(func(ctx context.Context) func() {
			err := p.w.app.SetDetails(ctx, e.Article, app.ArticleDetails{Published: &d})
			return func() {
				if err != nil {
					p.w.fail(err)
					return
				}
				p.dates[e.Article] = d
				p.list.Refresh()
			}
		})
	})
}

// saveReport writes the outcome of each file as text.
func (p *importPanel) saveReport() {
	var b strings.Builder
	for _, e := range p.events {
		_, text, _, _ := p.outcome(e)
		b.WriteString(string(e.State) + "\t" + e.Name + "\t" + text + "\t" + e.Path + "\n")
	}
	p.w.chooseSave(p.w.t("import.report-name"), func(path string) {
		p.w.tasks.Go(func(context.Context) func() {
			err := os.WriteFile(path, []byte(b.String()), 0o600)
			return func() { p.w.fail(err) }
		})
	})
}

// dropped adds what was dropped on the window.
func (w *Window) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	w.importPaths(paths)
}

// droppedPaths reads a clipboard of copied files: file URIs or absolute paths
// that exist, one a line, and nothing else.
func droppedPaths(text string) []string {
	var paths []string
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "file://") {
			u, err := storage.ParseURI(line)
			if err != nil {
				return nil
			}
			line = u.Path()
		}
		if !filepath.IsAbs(line) {
			return nil
		}
		if _, err := os.Stat(line); err != nil {
			return nil
		}
		paths = append(paths, line)
	}
	return paths
}
