package gui

import (
	"context"
	"errors"
	"strings"
	"time"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// factsDelay is how long after the start, or after articles were added, what
// they tell is gathered: it must not slow what a person waits for.
const factsDelay = 3 * time.Second

// factsShare is how long is rested after what was read, times how long that
// took: in a large library it goes on for minutes, beside somebody's work.
const factsShare = 3

// factsPause is how long after somebody has done something in the window no
// article is read: a key would have to wait for the processor.
const factsPause = 2 * time.Second

// gatherFacts reads, in the background, what the library's articles tell: the
// register of people and the commitments rest on it.
func (w *Window) gatherFacts() {
	if w.app.ReadOnly() {
		return
	}
	w.facts.Go(func(ctx context.Context) (bool, error) {
		begun := time.Now()
		return true, w.app.ReadFacts(ctx, func(int, int) {
			rest(ctx, factsShare*time.Since(begun))
			w.hands.wait(ctx, factsPause)
			begun = time.Now()
		})
	}, func(_ bool, err error) {
		if err != nil && !errors.Is(err, context.Canceled) {
			w.tracer.event("facts", "err", err.Error()) // the views say how many articles are missing
		}
	})
}

// gatherFactsNow is gatherFacts for somebody who waits for it.
func (w *Window) gatherFactsNow(left func(int), done func()) {
	if w.app.ReadOnly() {
		return
	}
	w.facts.Cancel()
	told := NewStream(w.tasks, func(counts []int) { left(counts[len(counts)-1]) })
	w.waited.Go(func(ctx context.Context) (bool, error) {
		return true, w.app.ReadFacts(ctx, func(done, total int) { told.Add(total - done) })
	}, func(_ bool, err error) {
		if err == nil {
			done()
		} else {
			w.fail(err)
		}
	})
}

// dotted joins what there is of some texts.
func dotted(parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, " · ")
}

// showLedger lists what was agreed, promised, proposed and refused.
func (w *Window) showLedger() {
	openListing(w, listingLook{title: w.t("cmd.ledger"), none: w.t("ledger.none"), verb: w.t("listing.open"), gather: w.gatherFactsNow,
		load: func(ctx context.Context) (rows []listingRow, unread int, err error) {
			ledger, err := w.app.Agreements(ctx, app.LedgerQuery{})
			for _, e := range ledger.Entries {
				rows = append(rows, w.ledgerRow(e))
			}
			return rows, ledger.Unread, err
		}})
}

func (w *Window) ledgerRow(e app.LedgerEntry) listingRow {
	row := listingRow{PickRow: widget.PickRow{Mark: widget.MarkSuggested, Title: e.Text, Side: w.t("ledger." + string(e.News)),
		Caption: dotted(w.mode(string(e.Status)), strings.Join(e.Parties, ", "), w.days(e.First, e.Last))}}
	if e.Verified {
		row.Mark = widget.MarkVerified
	}
	if n := len(e.Tellings); n > 0 {
		last := e.Tellings[n-1]
		row.Snippet = dotted(w.t("ledger.told", "n", n), last.Outlet, last.Title)
		row.open = func() { w.showEvidence(last.Evidence) }
	}
	return row
}

// showRegister lists the people that the library's articles name.
func (w *Window) showRegister() {
	openListing(w, listingLook{title: w.t("cmd.register"), none: w.t("register.none"), quiet: "register.only-named", verb: w.t("listing.open"), gather: w.gatherFactsNow,
		load: func(ctx context.Context) (rows []listingRow, unread int, err error) {
			register, err := w.app.People(ctx, "")
			for _, p := range register.People {
				rows = append(rows, w.personRow(p))
			}
			return rows, register.Unread, err
		}})
}

func (w *Window) personRow(p app.PersonEntry) listingRow {
	return listingRow{PickRow: widget.PickRow{Mark: widget.MarkUsed, Title: p.Name, Caption: dotted(p.Office(), strings.Join(p.Sides, ", ")),
		Side: w.t("library.count", "n", p.Articles), Snippet: w.t("register.about", "held", len(p.Held), "met", len(p.Met), "said", len(p.Said))},
		quiet: !p.Told(), open: func() { w.showPerson(p) }}
}

// showPerson lists who somebody was, whom they met and what they said; each row
// leads to the article.
func (w *Window) showPerson(p app.PersonEntry) {
	var rows []listingRow
	add := func(mark widget.Mark, title, caption, snippet string, at []briefing.Evidence) {
		rows = append(rows, listingRow{PickRow: widget.PickRow{Mark: mark, Title: title, Caption: caption, Snippet: snippet}, open: func() { w.showEvidence(at) }})
	}
	for _, o := range p.Held {
		add(widget.MarkPinned, o.Title, dotted(w.t("register.held"), o.Side, w.days(o.First, o.Last)), "", o.Evidence)
	}
	for _, m := range p.Met {
		add(widget.MarkSame, strings.Join(m.With, ", "), dotted(w.t("register.met"), m.What, m.Place, w.days(m.Day, m.Day)), m.Title, m.Evidence)
	}
	for _, s := range p.Said {
		text := s.Text
		if s.Verbatim {
			text = "“" + text + "”"
		}
		add(widget.MarkNote, text, dotted(w.t("register.said"), w.days(s.Day, s.Day)), s.Title, s.Evidence)
	}
	openListing(w, listingLook{title: dotted(strings.Join(p.Names, " / "), strings.Join(p.Sides, ", ")), none: w.t("register.none"), verb: w.t("listing.open"),
		load: func(context.Context) ([]listingRow, int, error) { return rows, 0, nil }})
}

// showProgress compares the briefing with the last one on the same sides.
func (w *Window) showProgress() {
	id := w.brief.ID
	w.review.endEditing()
	w.tasks.Go(func(ctx context.Context) func() {
		p, err := w.app.CompareWithLast(ctx, id)
		return func() {
			switch {
			case errors.Is(err, briefing.ErrNotFound):
				w.notices.show(notice{text: w.t("progress.none")})
			case err != nil:
				w.fail(err)
			default:
				w.openProgress(p)
			}
		}
	})
}

func (w *Window) openProgress(p app.Progress) *listing {
	var rows []listingRow
	add := func(key string, mark widget.Mark, steps []app.Step) {
		for _, s := range steps {
			row := listingRow{PickRow: widget.PickRow{Mark: mark, Title: inWords(s.Line), Side: w.t("progress." + key),
				Caption: dotted(w.t("section."+string(s.Section)), strings.Join(s.Line.Parties, ", "))}}
			if s.Changed && s.Before != nil {
				row.Mark, row.Side = widget.MarkConflict, w.t("progress.changed")
				row.Snippet = w.mode(s.Before.Mode) + " → " + w.mode(s.Line.Mode)
			}
			id, at := s.Line.ID, s.Line.From
			row.open = func() {
				if _, _, _, ok := w.brief.Find(id); ok && key != "dropped" {
					w.selectLine(id)
					w.review.focus()
					return
				}
				w.showEvidence(at)
			}
			rows = append(rows, row)
		}
	}
	add("new", widget.MarkNote, p.New)
	add("repeated", widget.MarkSame, p.Repeated)
	add("dropped", widget.MarkLeftOut, p.Dropped)
	return openListing(w, listingLook{title: w.t("progress.heading", "title", p.Last.Title), none: w.t("progress.none"), verb: w.t("listing.open"),
		load: func(context.Context) ([]listingRow, int, error) { return rows, 0, nil }})
}
