package gui

import (
	"context"
	"slices"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// This file is about files that hold several articles, and lists of articles
// without their text: what can be done about them in their rows. All of it is
// taken back in the row where it was done.

// importChoices are what a person has decided about rows.
type importChoices struct {
	left   map[briefing.ArticleID]bool       // of a file with several: left out
	whole  map[briefing.ArticleID]takenWhole // by the article that the file is now
	filled map[string]filledIn               // by the path of the list
}

func newImportChoices() importChoices {
	return importChoices{left: map[briefing.ArticleID]bool{}, whole: map[briefing.ArticleID]takenWhole{}, filled: map[string]filledIn{}}
}

// takenWhole is a file that was taken apart and is one article again.
type takenWhole struct {
	undo  app.Unsplit
	parts []app.ImportEvent
}

// filledIn is what articles had before a list filled in their details.
type filledIn struct{ before []app.Offer }

// decided is the outcome of a row that a person has decided about.
func (p *importPanel) decided(e app.ImportEvent) (importOutcome, bool) {
	w := p.host
	show := importAction{w.t("import.open"), func() { w.showArticle(e.Article) }}
	if whole, ok := p.choices.whole[e.Article]; ok && e.Article != "" {
		return importOutcome{mark: widget.MarkTick, text: w.t("import.is-whole", "n", len(whole.parts)), actions: []importAction{
			show, {w.t("import.apart"), func() { p.takeApart(e) }}}}, true
	}
	if p.choices.left[e.Article] {
		return importOutcome{mark: widget.MarkLeftOut, text: w.t("import.is-left"), actions: []importAction{
			{w.t("held.put-back"), func() { p.leave(e, false) }}}}, true
	}
	if f, ok := p.choices.filled[e.Path]; ok && e.State == app.Failed {
		return importOutcome{mark: widget.MarkTick, text: w.t("import.is-filled", "n", len(f.before)), actions: []importAction{
			{w.t("cmd.undo"), func() { p.unfill(e) }}}}, true
	}
	return importOutcome{}, false
}

// offered are the further actions of a row that nobody has decided about.
func (p *importPanel) offered(e app.ImportEvent) []importAction {
	w := p.host
	var actions []importAction
	if n := len(e.Offers); n > 0 && e.State == app.Failed {
		actions = append(actions, importAction{w.t("import.fill", "n", n), func() { p.fillIn(e) }})
	}
	if e.Parts > 1 && (e.State == app.Added || e.State == app.Similar) {
		actions = append(actions, importAction{w.t("cmd.leave-out"), func() { p.leave(e, true) }})
		if e.Part == 1 && e.Inside == "" {
			actions = append(actions, importAction{w.t("import.whole"), func() { p.takeWhole(e) }})
		}
	}
	return actions
}

// leave takes one article of a file out of the library, or puts it back.
func (p *importPanel) leave(e app.ImportEvent, out bool) {
	p.decide(func(ctx context.Context) error {
		if out {
			return p.store.Remove(ctx, []briefing.ArticleID{e.Article})
		}
		return p.store.PutBack(ctx, []briefing.ArticleID{e.Article})
	}, func() {
		p.choices.left[e.Article] = out
		p.host.event("part", "name", rowName(e), "out", out)
	})
}

// takeWhole has a file that was taken apart be one article.
func (p *importPanel) takeWhole(e app.ImportEvent) {
	var parts []app.ImportEvent
	for _, x := range p.events {
		if x.Path == e.Path && x.Parts > 0 && x.Article != "" {
			parts = append(parts, x)
		}
	}
	var done app.Unsplit
	p.decide(func(ctx context.Context) (err error) {
		done, err = p.store.Unsplit(ctx, parts)
		return err
	}, func() {
		at := slices.IndexFunc(p.events, func(x app.ImportEvent) bool { return x.Path == e.Path && x.Parts > 0 })
		p.events = slices.DeleteFunc(p.events, func(x app.ImportEvent) bool { return x.Path == e.Path && x.Parts > 0 })
		done.Whole.Path = e.Path
		p.events = slices.Insert(p.events, at, done.Whole)
		p.choices.whole[done.Whole.Article] = takenWhole{done, parts}
		p.host.event("whole", "name", e.Name, "parts", len(parts))
	})
}

// takeApart takes takeWhole back.
func (p *importPanel) takeApart(e app.ImportEvent) {
	was := p.choices.whole[e.Article]
	p.decide(func(ctx context.Context) error { return p.store.UndoUnsplit(ctx, was.undo) }, func() {
		at := slices.IndexFunc(p.events, func(x app.ImportEvent) bool { return x.Article == e.Article })
		p.events = slices.Replace(p.events, at, at+1, was.parts...)
		delete(p.choices.whole, e.Article)
	})
}

// fillIn gives articles of the library what a list tells of them.
func (p *importPanel) fillIn(e app.ImportEvent) {
	var before []app.Offer
	p.decide(func(ctx context.Context) (err error) {
		before, err = p.store.Fill(ctx, e.Offers)
		return err
	}, func() {
		p.choices.filled[e.Path] = filledIn{before}
		p.host.event("filled", "name", e.Name, "articles", len(before))
	})
}

func (p *importPanel) unfill(e app.ImportEvent) {
	before := p.choices.filled[e.Path].before
	p.decide(func(ctx context.Context) error {
		_, err := p.store.Fill(ctx, before)
		return err
	}, func() { delete(p.choices.filled, e.Path) })
}

// decide does something about a row, and shows the rows as they are then.
func (p *importPanel) decide(do func(context.Context) error, then func()) {
	run := p.run
	p.host.work().InOrder(func(ctx context.Context) func() {
		err := do(ctx)
		return func() {
			if err != nil {
				p.host.fail(err)
				return
			}
			if run != p.run {
				return
			}
			then()
			p.recount()
			p.tell()
			p.host.articlesChanged()
		}
	})
}

// files is how many files have been read; one may hold several articles.
func (p *importPanel) files() (n int) {
	for _, e := range p.events {
		if e.Part <= 1 {
			n++
		}
	}
	return n
}
