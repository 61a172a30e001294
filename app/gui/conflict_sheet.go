package gui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// resolveConflict shows what the articles say to a line in conflict, side by
// side. The program never picks a winner.
func (w *Window) resolveConflict() {
	l, _, _, ok := w.brief.Find(w.review.list.Selected())
	if !ok || l.Status != briefing.Conflict {
		if !w.review.nextWhere(conflicting) {
			w.notices.show(notice{text: w.t("conflict.none")})
			return
		}
		l, _, _, _ = w.brief.Find(w.review.list.Selected())
	}
	w.tasks.Go(func(ctx context.Context) func() {
		var sources []*briefing.Article
		for _, e := range l.From {
			a, err := w.app.Article(ctx, e.Article)
			if err != nil {
				return func() { w.fail(err) }
			}
			sources = append(sources, a)
		}
		return func() { w.showConflict(l, sources) }
	})
}

func (w *Window) showConflict(l briefing.Line, sources []*briefing.Article) {
	rows := container.NewVBox(
		widget.NewFlowText(widget.Run{Text: inWords(l), Style: widget.SansBold}),
		widget.NewFlowText(widget.Run{Text: w.reason(l.Reason), Colour: widget.ColorConflict}), fw.NewSeparator())
	for i, e := range l.From {
		a := sources[i]
		about := w.citation(a, e.Span)
		rows.Add(widget.NewFlowText(widget.Run{Text: strings.TrimSpace(e.Of(a.Text)), Style: widget.Serif},
			widget.Run{Text: "  " + about, Size: 0.86, Colour: widget.ColorGrey}))
	}
	rows.Add(fw.NewSeparator())
	var s *sheet
	act := func(change func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) func() {
		return func() {
			s.hide()
			w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return change(b, l.ID) }, nil)
			w.advance()
		}
	}
	choices := append([]briefing.Wording{l.Wording}, l.Alternatives...)
	names := make([]string, len(choices))
	for i, x := range choices {
		names[i] = strconv.Itoa(i+1) + "  " + contested(l, x)
	}
	pick := fw.NewRadioGroup(names, nil)
	pick.Required = true
	pick.SetSelected(names[0])
	use := act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		if i := slices.Index(names, pick.Selected); i > 0 {
			return b.Reword(id, choices[i])
		}
		return b.Verify(id)
	})
	verb := "conflict.keep"
	if len(choices) > 1 {
		rows.Add(pick)
		verb = "conflict.use"
	}
	buttons := container.NewHBox(w.mainButton(w.t(verb), use))
	if len(choices) > 1 {
		buttons.Add(w.button(w.t("conflict.both"), nil, act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
			return b.Reword(id, both(l, choices))
		})))
	}
	for _, b := range []*widget.Button{
		w.button(w.t("cmd.edit-line"), theme.DocumentCreateIcon(), func() { s.hide(); w.do("edit-line") }),
		w.button(w.t("cmd.leave-out"), nil, act(briefing.Briefing.Leave)),
	} {
		buttons.Add(b)
	}
	rows.Add(buttons)
	rows.Add(widget.NewFlowText(widget.Run{Text: w.t("conflict.later"), Size: 0.86, Colour: widget.ColorGrey}))
	s = w.sheet(w.t("conflict.heading"), rows, 640, w.t("conflict.decide"), nil)
	w.tracer.event("conflict", "line", l.ID, "choices", len(choices))
	for _, o := range buttons.Objects {
		o.(*widget.Button).OnKey = s.key
	}
}

// contested is the part of a wording that articles disagree on: a member's
// title, or the text.
func contested(l briefing.Line, x briefing.Wording) string {
	if x.Title != l.Title || l.Title != "" {
		return x.Title
	}
	return x.Text
}

// both puts every wording into the line, each as its article has it, but for
// the words that it begins with like the first: "by 1 March; 15 March".
func both(l briefing.Line, choices []briefing.Wording) briefing.Wording {
	x := l.Wording
	x.Parties = slices.Clone(x.Parties)
	parts := make([]string, len(choices))
	for i, c := range choices {
		parts[i] = contested(l, c)
		if i > 0 {
			parts[i] = afterCommon(parts[0], parts[i])
		}
		if c.Mode != x.Mode {
			x.Mode = "" // each day would need its own
		}
	}
	if text := strings.Join(parts, "; "); l.Title != "" {
		x.Title = text
	} else {
		x.Text = text
	}
	return x
}

// afterCommon returns s without the words that it and first begin with, if
// those are enough to go without.
func afterCommon(first, s string) string {
	x, y := strings.Fields(first), strings.Fields(s)
	n := 0
	for n < len(x) && n < len(y)-1 && strings.EqualFold(x[n], y[n]) {
		n++
	}
	if n < 3 {
		return s
	}
	return strings.Join(y[n:], " ")
}
