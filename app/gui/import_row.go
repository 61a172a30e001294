package gui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// importRow is one file in the import panel: what became of it, what can be
// done about it, and a field for its date.
type importRow struct {
	fw.BaseWidget
	icon    *fw.Icon
	name    *fw.Label
	detail  *fw.Label
	date    *widget.Entry
	field   *fyne.Container // of date
	buttons [maxActions]*widget.Button
	content *fyne.Container
}

func newImportRow(w tools) *importRow {
	r := &importRow{icon: fw.NewIcon(nil), name: fw.NewLabel(""), detail: fw.NewLabel(""), date: widget.NewEntry()}
	r.name.Truncation, r.detail.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	r.date.PlaceHolder = w.t("details.date-hint")
	actions := container.NewHBox()
	for i := range r.buttons {
		r.buttons[i] = w.lowButton("", nil, nil)
		actions.Add(r.buttons[i])
	}
	icon := container.NewCenter(container.New(&inLetters{width: 1.1, height: 1.1}, r.icon))
	r.field = letterWidth(r.date, 12.8)
	r.content = container.New(besideBar{}, container.NewBorder(nil, nil, container.NewHBox(letterWidth(icon, 2.4), letterWidth(r.name, 16.4)), actions,
		container.NewBorder(nil, nil, r.field, nil, r.detail)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *importRow) CreateRenderer() fyne.WidgetRenderer { return fw.NewSimpleRenderer(r.content) }

// dateRow is the row whose date is being typed.
type dateRow struct {
	article  briefing.ArticleID // "" for none
	text     string
	problem  string
	readings []briefing.Date // where the date can be read in two ways
	fresh    bool            // the field is to get the keyboard
}

// maxActions is how many buttons a row has room for.
const maxActions = 3

// importOutcome is what became of a file.
type importOutcome struct {
	mark    widget.Mark
	text    string
	actions []importAction // at most maxActions, the one that Enter does first
	look    bool           // a person should look at it
}

type importAction struct {
	verb string
	do   func()
}

func (p *importPanel) fill(i int, o fyne.CanvasObject) {
	e, ok := p.event(i)
	if !ok {
		return
	}
	r := o.(*importRow)
	out := p.outcome(e)
	r.icon.SetResource(out.mark.Icon())
	r.name.SetText(rowName(e))
	r.detail.SetText(out.text)
	for n, b := range r.buttons {
		b.Hidden = n >= len(out.actions)
		if !b.Hidden {
			b.OnTapped = out.actions[n].do
			b.SetText(out.actions[n].verb)
		}
	}
	r.field.Hidden = p.dating.article == "" || p.dating.article != e.Article
	r.content.Refresh()
	if r.field.Hidden {
		r.date.OnChanged, r.date.OnKey, r.date.OnCommit = nil, nil, nil
		return
	}
	if r.date.Text != p.dating.text {
		r.date.SetText(p.dating.text)
	}
	r.date.OnChanged = func(s string) { p.dating.text = s }
	r.date.OnCommit = func(bool) { p.setDate(e) }
	r.date.OnKey = p.dateKey
	if p.dating.fresh {
		p.dating.fresh = false
		p.host.work().Post(func() { // once it has been laid out
			p.host.focusOn(r.date)
			p.host.event("date field")
		})
	}
}

// rowName is the name of a file, with the number of the article, if it holds
// several.
func rowName(e app.ImportEvent) string {
	if e.Parts == 0 {
		return e.Name
	}
	return fmt.Sprintf("%s · %d/%d", e.Name, e.Part, e.Parts)
}

func (p *importPanel) dateKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		p.dating = dateRow{}
		p.list.Refresh()
		p.focus()
		return true
	}
	return false
}

// outcome says what became of a file, and what can be done about it.
func (p *importPanel) outcome(e app.ImportEvent) importOutcome {
	if o, ok := p.decided(e); ok {
		return o
	}
	o := p.became(e)
	if p.dating.article == "" || p.dating.article != e.Article {
		o.actions = append(o.actions, p.offered(e)...)
		o.actions = o.actions[:min(len(o.actions), maxActions)]
	}
	return o
}

// became is the outcome of a file that holds one article, or of one that it
// holds.
func (p *importPanel) became(e app.ImportEvent) importOutcome {
	w := p.host
	show := importAction{w.t("import.open"), func() { w.showArticle(e.Article) }}
	setDate := importAction{w.t("import.set-date"), func() { p.askDate(e) }}
	published, dated := p.dates[e.Article]
	if !dated {
		published = e.Published
	}
	if p.dating.article != "" && p.dating.article == e.Article {
		return p.askingDate(e)
	}
	switch e.State {
	case app.Failed:
		o := importOutcome{mark: widget.MarkFailed, text: w.explain(e.Err), look: true}
		if errors.Is(e.Err, app.ErrEndsEarly) {
			o.text = w.t("import.ends-early")
			o.actions = []importAction{{w.t("import.anyway"), func() { p.again(e, app.ImportOptions{Anyway: true}) }}}
		}
		return o
	case app.Same:
		return importOutcome{mark: widget.MarkSame, text: w.t("import.is-same"), actions: []importAction{show}}
	case app.Similar:
		o := importOutcome{mark: widget.MarkSimilar, look: true,
			text:    w.t("import.is-similar", "percent", int(e.Shared*100+0.5), "other", e.SimilarTo),
			actions: []importAction{{w.t("import.compare"), func() { w.compare(e.Similar, e.Article) }}, show}}
		if !published.Known() {
			o.text += " " + w.t("import.no-date")
			o.actions[1] = setDate
		}
		return o
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
	for _, note := range e.Notes {
		about = append(about, w.phrase(note))
	}
	o := importOutcome{mark: widget.MarkTick, text: strings.Join(about, " · "), actions: []importAction{show}}
	if !published.Known() {
		o.mark, o.look, o.actions = widget.MarkNote, true, []importAction{setDate, show}
	}
	encodings := importAction{w.t("cmd.encoding"), func() { p.chooseEncoding(e) }}
	switch {
	case e.Odd && e.Encoding == "":
		o.mark, o.look = widget.MarkNote, true
		o.actions = []importAction{encodings, o.actions[0]}
	case e.ReadAs != "" && e.Encoding == "":
		o.actions = []importAction{o.actions[0], encodings}
	case e.Encoding != "":
		o.mark, o.look = widget.MarkNote, true
		o.text = w.t("import.letters", "encoding", encodingName(e.Encoding))
		o.actions = []importAction{{w.t("import.use-encoding", "encoding", encodingName(e.Encoding)), func() { p.reread(e, e.Encoding) }}, o.actions[0]}
	}
	return o
}

// askingDate is the row whose date is being typed: a problem with it, or the
// days that it can mean.
func (p *importPanel) askingDate(e app.ImportEvent) importOutcome {
	w := p.host
	o := importOutcome{mark: widget.MarkNote, text: p.dating.problem, look: true}
	for _, d := range p.dating.readings[:min(len(p.dating.readings), 2)] {
		o.actions = append(o.actions, importAction{w.date(d), func() { p.giveDate(e, d) }})
	}
	if len(o.actions) == 0 {
		o.actions = []importAction{{w.t("date.set"), func() { p.setDate(e) }}}
	}
	return o
}

// askDate opens the field for a file's date in its row.
func (p *importPanel) askDate(e app.ImportEvent) {
	p.dating = dateRow{article: e.Article, fresh: true}
	p.list.Refresh()
}

// setDate takes the date that was typed.
func (p *importPanel) setDate(e app.ImportEvent) {
	d, readings, err := app.ParseDate(p.dating.text)
	switch {
	case len(readings) > 1:
		p.dating.readings, p.dating.problem = readings, p.host.t("date.which")
	case err != nil:
		p.dating.readings, p.dating.problem = nil, p.host.explain(err)
	case !d.Known():
		return
	default:
		p.giveDate(e, d)
		return
	}
	p.list.Refresh()
}

func (p *importPanel) giveDate(e app.ImportEvent, d briefing.Date) {
	p.dating = dateRow{}
	run := p.run
	p.host.work().Go(func(ctx context.Context) func() {
		err := p.store.SetDetails(ctx, e.Article, app.ArticleDetails{Published: &d})
		return func() {
			if err != nil {
				p.host.fail(err)
				return
			}
			if run == p.run {
				p.dates[e.Article] = d
				p.recount()
				p.tell()
				p.focusNext()
			}
		}
	})
}

// focusNext gives the keyboard to what is to be done next: the list while
// articles lack a date, then the button that drafts.
func (p *importPanel) focusNext() {
	undated := slices.ContainsFunc(p.events, func(e app.ImportEvent) bool {
		return e.Article != "" && e.State != app.Same && !e.Published.Known() && !p.dates[e.Article].Known()
	})
	if undated || p.draftB.Hidden {
		p.focus()
		return
	}
	p.host.focusOn(p.draftB)
}

// again adds a file that was kept out.
func (p *importPanel) again(e app.ImportEvent, o app.ImportOptions) {
	p.replace(e, func(ctx context.Context) (app.ImportEvent, error) {
		r, err := p.store.ImportWith(ctx, []string{e.Path}, o, nil)
		if err != nil || len(r.Events) != 1 {
			return e, err
		}
		return r.Events[0], nil
	})
}

// chooseEncoding shows how a file reads in each encoding.
func (p *importPanel) chooseEncoding(e app.ImportEvent) {
	w := p.host
	w.work().Go(func(ctx context.Context) func() {
		a, err := p.store.Article(ctx, e.Article)
		var readings []app.Reading
		if err == nil {
			readings, err = p.store.Readings(ctx, e.Article)
		}
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			openEncodings(w, p.store, a, readings).instead = func(encoding string) { p.reread(e, encoding) }
		}
	})
}

// reread reads an article in another encoding.
func (p *importPanel) reread(e app.ImportEvent, encoding string) {
	p.replace(e, func(ctx context.Context) (app.ImportEvent, error) {
		now, err := p.store.Reread(ctx, e.Article, encoding)
		now.Path = e.Path
		return now, err
	})
}

// replace puts what came of doing a file again in the place of its event.
func (p *importPanel) replace(e app.ImportEvent, do func(context.Context) (app.ImportEvent, error)) {
	run := p.run
	p.host.work().Go(func(ctx context.Context) func() {
		now, err := do(ctx)
		return func() {
			if err != nil {
				p.host.fail(err)
				return
			}
			for i, old := range p.events {
				if run == p.run && old.Path == e.Path && old.Article == e.Article {
					p.events[i] = now
					break
				}
			}
			p.recount()
			p.tell()
			p.host.articlesChanged()
			p.host.event("imported", "name", now.Name, "state", string(now.State))
		}
	})
}

// encodingName is the name of an encoding as people write it.
func encodingName(code string) string {
	if rest, ok := strings.CutPrefix(code, "windows-"); ok {
		return "Windows-" + rest
	}
	return strings.ToUpper(code)
}
