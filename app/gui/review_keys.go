package gui

import (
	"unicode"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// key handles the review list's keys that have no letter; every act has such
// a form, because letters fail on Cyrillic, Greek and Arabic keyboards.
func (p *briefingPane) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.host.do("verify")
	case fyne.KeyDelete:
		p.host.do("leave-out")
	case fyne.KeyF2:
		p.host.do("edit-line")
	case fyne.KeySpace:
		p.host.do("source")
	case fyne.KeyInsert:
		p.host.do("new-line")
	default:
		return false
	}
	return true
}

// letters are the review list's single keys.
var letters = map[rune]string{
	'v': "verify", 'x': "leave-out", 'e': "edit-line", 'n': "new-line", 'b': "bluf", 'l': "lock", 'p': "pin",
	'u': "next-unverified", 'c': "next-conflict", 'w': "wording", 'm': "mark-line", 'a': "also-use",
	's': "split-line", 'j': "merge-next", 'i': "same-person", 'd': "two-people",
}

// typed handles single keys. They can be switched off in the settings.
func (p *briefingPane) typed(r rune) {
	if r == '?' {
		p.host.do("shortcuts")
		return
	}
	if !p.host.singleKeys() || p.host.shown().ID == "" {
		return
	}
	if id, ok := letters[unicode.ToLower(r)]; ok {
		p.host.do(id)
	} else if i := int(r - '1'); i >= 0 && i < len(numbered) {
		p.host.do("to-" + string(numbered[i]))
	}
}

// act makes an edit of the selected line, or of all that are selected: as one
// edit, which one Undo takes back. Lines that it cannot be done to stay as they
// are, unless that is all of them.
func (w *Window) act(change func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error), then func(briefing.Briefing)) {
	ids := w.review.list.All()
	if len(ids) < 2 {
		id := w.review.list.Selected()
		w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return change(b, id) }, then)
		return
	}
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return each(b, ids, change) }, then)
}

// each is one edit that does something to every line it can be done to.
func each(b briefing.Briefing, ids []briefing.LineID, change func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) (briefing.Edit, error) {
	all := briefing.Edit{Op: briefing.Batch}
	var refused error
	for _, id := range ids {
		e, err := change(b, id)
		if err == nil {
			b, _, err = briefing.Apply(b, e)
		}
		if err != nil {
			refused = err
			continue
		}
		all.Name = e.Name
		all.Edits = append(all.Edits, e)
	}
	if len(all.Edits) == 0 {
		return all, refused
	}
	return all, nil
}

// several reports whether more than one line is selected.
func (w *Window) several() bool { return len(w.review.list.All()) > 1 }

// advance goes to the next line to look at; the list does not wait for the
// edit to be saved.
func (w *Window) advance() {
	if !w.review.nextWhere(unreviewed) {
		w.review.list.Step(1)
	}
}

func (w *Window) verify() {
	l, _, _, _ := w.brief.Find(w.review.list.Selected())
	switch {
	case w.several():
		w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
			if l, _, _, _ := b.Find(id); l.Status == briefing.Conflict || l.Kind == briefing.AnalystLine {
				return briefing.Edit{}, briefing.ErrConflict // each is looked at by itself
			}
			return b.Verify(id)
		}, nil)
		return
	case l.Status == briefing.Conflict:
		w.resolveConflict()
		return
	case l.Kind != briefing.AnalystLine && l.Status != briefing.Verified:
		w.act(briefing.Briefing.Verify, nil)
	}
	w.advance()
}

// toggleVerified is what a click on a line's mark does.
func (w *Window) toggleVerified() {
	l, _, _, _ := w.brief.Find(w.review.list.Selected())
	switch l.Status {
	case briefing.Verified:
		w.act(briefing.Briefing.Unverify, nil)
	case briefing.LeftOut:
		w.act(briefing.Briefing.PutBack, nil)
	case briefing.Conflict:
		w.resolveConflict()
	case briefing.Suggested, briefing.Stale:
		w.act(briefing.Briefing.Verify, nil)
	}
}

func (w *Window) leaveOut() {
	l, _, _, _ := w.brief.Find(w.review.list.Selected())
	if l.Status == briefing.LeftOut {
		w.act(briefing.Briefing.PutBack, nil)
		return
	}
	one := !w.several()
	w.act(briefing.Briefing.Leave, nil)
	if one {
		w.advance()
	}
}

func (w *Window) useAsBottomLine() {
	w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		return b.Copy(id, briefing.BottomLine, len(b.Section(briefing.BottomLine).Lines))
	}, nil)
}

func (w *Window) lock() {
	l, _, _, _ := w.brief.Find(w.review.list.Selected())
	w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		return b.SetLocked(id, !l.Locked)
	}, nil)
}

func (w *Window) pin() {
	l, _, _, _ := w.brief.Find(w.review.list.Selected())
	w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		return b.SetPinned(id, !l.Pinned)
	}, nil)
}

func (w *Window) restoreWording() {
	if w.review.editor != nil {
		w.review.editor.restore()
		return
	}
	w.act(briefing.Briefing.Restore, nil)
}

// moveBy moves the selected line up (-1) or down (1) within its section.
func (w *Window) moveBy(dir int) {
	if w.review.editor != nil {
		return
	}
	w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		_, section, i, _ := b.Find(id)
		return b.Move(id, section, besideInGroup(b.Section(section), i, dir))
	}, func(briefing.Briefing) { w.review.list.Select(w.review.list.Selected()) })
}

func (w *Window) moveTo(section briefing.SectionKind) {
	w.act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		if l, from, _, _ := b.Find(id); l.Label != "" && from != section {
			return briefing.Edit{}, app.Problem{What: w.t("move.labelled"), Do: w.t("move.labelled.do")}
		}
		return b.Move(id, section, len(b.Section(section).Lines))
	}, func(briefing.Briefing) {
		if w.review.list.Selected() != "" && !w.several() {
			w.review.list.Select(w.review.list.Selected())
		}
	})
}

// besideInGroup is the place of the next or previous line that is listed under
// the same side as the one at i, or i where there is none.
func besideInGroup(s briefing.Section, i, dir int) int {
	for j := i + dir; j >= 0 && j < len(s.Lines); j += dir {
		if sameSide(s.Kind, s.Lines[i], s.Lines[j]) {
			return j
		}
	}
	return i
}

// dropLine moves a line that was dragged.
func (w *Window) dropLine(id briefing.LineID, section briefing.SectionKind, before briefing.LineID) {
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		to := len(b.Section(section).Lines)
		l, from, was, _ := b.Find(id)
		if l.Label != "" && from != section {
			return briefing.Edit{}, app.Problem{What: w.t("move.labelled"), Do: w.t("move.labelled.do")}
		}
		if _, s, i, ok := b.Find(before); ok && s == section {
			to = i
		}
		if from == section && was < to {
			to-- // places are counted with the line taken out
		}
		return b.Move(id, section, to)
	}, func(briefing.Briefing) { w.selectLine(id) })
}

// jumpToSource goes to the words in the article; Space there comes back.
func (w *Window) jumpToSource() {
	if w.reader.previewing {
		w.togglePreview()
	}
	if l, _, _, ok := w.brief.Find(w.review.list.Selected()); ok && len(l.From) > 0 {
		w.reader.showLine(l)
		w.reader.focus()
	}
}

// addSelection makes a line of the words selected in the article.
func (w *Window) addSelection(section briefing.SectionKind) {
	a, span := w.reader.view.Article(), w.reader.selected()
	if a == nil || span.Len() == 0 {
		return
	}
	text := oneLine(span.Of(a.Text))
	kind := briefing.ExtractLine
	if section == briefing.QuotesSection {
		kind, text = briefing.QuoteLine, span.Of(a.Text)
	}
	var id briefing.LineID
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		id = b.OwnID()
		add := b.Extracted(section, kind, briefing.Wording{Text: text}, []briefing.Evidence{{Article: a.ID, Span: span}})
		return w.cited(b, a, add), nil
	}, func(briefing.Briefing) { w.selectLine(id) })
}

// cited adds the article to the briefing's own, in the same edit, where it is
// not among them yet.
func (w *Window) cited(b briefing.Briefing, a *briefing.Article, add briefing.Edit) briefing.Edit {
	for _, ref := range b.Articles {
		if ref.ID == a.ID {
			return add
		}
	}
	ref := briefing.ArticleRef{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Byline: a.Byline, URL: a.URL,
		File: a.Source.Name, Published: a.Published, Language: a.Language, Paragraphs: a.Paragraphs, Origin: len(b.Articles)}
	articles := append(append([]briefing.ArticleRef(nil), b.Articles...), ref)
	return briefing.Edit{Op: briefing.Batch, Name: add.Name, Edits: []briefing.Edit{
		{Op: briefing.SetArticles, Name: add.Name, Articles: articles}, add}}
}
