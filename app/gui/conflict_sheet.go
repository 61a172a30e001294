package gui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
		c, err := w.conflictOf(ctx, l)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.showConflict(c)
		}
	})
}

// conflict is a line that articles word differently.
type conflict struct {
	line    briefing.Line
	choices []said
}

// said is a wording of a line, and where articles say so.
type said struct {
	wording briefing.Wording
	where   []place
}

// place is evidence with the article it stands in.
type place struct {
	article *briefing.Article
	at      briefing.Evidence
}

// conflictOf groups the evidence of a line by the wording that most of its
// words are traced for: the line itself keeps one list for all of them.
func (w *Window) conflictOf(ctx context.Context, l briefing.Line) (conflict, error) {
	c := conflict{line: l}
	for _, x := range append([]briefing.Wording{l.Wording}, l.Alternatives...) {
		c.choices = append(c.choices, said{wording: x})
	}
	for _, e := range l.From {
		a, err := w.app.Article(ctx, e.Article)
		if err != nil {
			return c, err
		}
		best, most := 0, -1.0
		for i, choice := range c.choices {
			words, err := w.app.Trace(ctx, briefing.Line{Kind: briefing.ExtractLine,
				Wording: briefing.Wording{Text: contested(l, choice.wording)}, From: []briefing.Evidence{e}})
			if err != nil {
				return c, err
			}
			if share := sourced(words); share > most {
				best, most = i, share
			}
		}
		c.choices[best].where = append(c.choices[best].where, place{a, e})
	}
	return c, nil
}

// sourced is the share of words that stand in the source.
func sourced(words []briefing.Word) float64 {
	n := 0
	for _, word := range words {
		if word.Class == briefing.SourceWord || word.Class == briefing.NormalisedWord {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}

// about says under a wording which articles have it, and in what sentences.
func (w *Window) about(x said) []widget.Run {
	small := func(t string, c fyne.ThemeColorName) widget.Run { return widget.Run{Text: t, Size: 0.86, Colour: c} }
	var articles []briefing.ArticleID
	for _, p := range x.where {
		if !slices.Contains(articles, p.article.ID) {
			articles = append(articles, p.article.ID)
		}
	}
	runs := []widget.Run{small(w.t("conflict.articles", "n", len(articles)), widget.ColorNavy)}
	for _, p := range x.where {
		runs = append(runs, small("\n"+w.citation(p.article, p.at.Span)+": ", widget.ColorGrey),
			widget.Run{Text: "“" + oneLine(p.at.Of(p.article.Text)) + "”", Style: widget.Serif, Size: 0.93})
	}
	return runs
}

func (w *Window) showConflict(c conflict) {
	l := c.line
	var s *sheet
	act := func(change func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) func() {
		return func() {
			s.hide()
			w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return change(b, l.ID) }, nil)
			w.advance()
		}
	}
	var options []widget.Option
	var wordings []briefing.Wording
	for i, x := range c.choices {
		options = append(options, widget.Option{Text: strconv.Itoa(i+1) + "  " + contested(l, x.wording), About: w.about(x)})
		wordings = append(wordings, x.wording)
	}
	pick := widget.NewRadio(options...)
	use := act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
		if i := pick.Selected(); i > 0 {
			return b.Reword(id, wordings[i])
		}
		return b.Verify(id)
	})
	look := sheetLook{title: w.t("conflict.heading"), width: 680, main: use, leave: w.t("conflict.decide"), verb: w.t("conflict.keep"), focus: pick}
	if len(wordings) > 1 {
		look.verb = w.t("conflict.use")
		look.more = append(look.more, w.button(w.t("conflict.both"), nil, act(func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) {
			return b.Reword(id, both(l, wordings))
		})))
	}
	look.more = append(look.more, w.button(w.t("cmd.edit-line"), nil, func() { s.hide(); w.do("edit-line") }),
		w.button(w.t("cmd.leave-out"), nil, act(briefing.Briefing.Leave)))
	look.content = container.NewVBox(
		widget.NewFlowText(widget.Run{Text: inWords(l), Style: widget.SansBold}, widget.Run{Text: "\n" + w.reason(l.Reason), Colour: widget.ColorConflict}),
		fw.NewSeparator(), pick,
		widget.NewFlowText(widget.Run{Text: w.t("conflict.later"), Size: 0.86, Colour: widget.ColorGrey}))
	s = w.open(look)
	w.tracer.event("conflict", "line", l.ID, "choices", len(wordings))
}

// contested is the part of a wording that articles disagree on.
func contested(l briefing.Line, x briefing.Wording) string {
	for _, w := range append(slices.Clone(l.Alternatives), l.Wording) {
		if !w.Equal(x) {
			return x.Contested(w)
		}
	}
	return x.Contested(l.Wording)
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
	text := strings.Join(parts, "; ")
	switch other := choices[len(choices)-1]; {
	case other.Text != x.Text:
		x.Text = text
	case other.Title != x.Title:
		x.Title = text
	case other.Side != x.Side:
		x.Side = text
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
