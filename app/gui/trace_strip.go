package gui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// tracedWords are a line's words, and why some are the analyst's own.
type tracedWords struct {
	words []briefing.Word
	own   []briefing.Untraced
}

// maxExplained is how many words the strip explains; a line with more is the
// analyst's own anyway.
const maxExplained = 6

// changed traces the words anew.
func (e *lineEditor) changed() {
	if e.strip == nil {
		return // still being built
	}
	e.host.event("typed", "text", e.text.Text)
	if e.differs() || !e.typing.at.IsZero() {
		e.typing.changed()
	}
	e.host.showSaved()
	if e.fitText(e.text.Text) {
		e.pane.list.Relayout()
	}
	l := e.line
	l.Wording = e.wording()
	e.offer(e.restorB, l.Kind != briefing.AnalystLine && !l.Wording.Equal(l.Suggested))
	if l.Kind == briefing.AnalystLine {
		e.hint(l)
		return
	}
	refs := e.host.shown().Articles
	e.trace.Go(func(ctx context.Context) (t tracedWords, err error) {
		if t.words, err = e.store.Trace(ctx, l); err == nil {
			t.own = e.store.Untraced(ctx, l, t.words, refs)
		}
		return t, err
	}, func(t tracedWords, err error) {
		if err == nil && !e.closed {
			e.strip.Set(e.traced(t)...)
			e.host.event("trace", "strip", e.strip.Text())
		}
	})
}

// offer shows a button of the editor's, or takes it away.
func (e *lineEditor) offer(b *widget.Button, on bool) {
	if b.Hidden == on {
		b.Hidden = !on
		e.buttons.Refresh()
	}
}

// say shows a text in the place of the trace, until the next key.
func (e *lineEditor) say(text string, bad bool) {
	run := widget.Run{Text: text, Size: 0.86, Colour: widget.ColorGrey}
	if bad {
		run.Colour = widget.ColorYours
	}
	e.trace.Cancel()
	e.strip.Set(run)
	e.host.event("trace", "strip", text)
}

// hint shows what the scale of likelihood says to the analyst's own words.
func (e *lineEditor) hint(l briefing.Line) {
	runs := []widget.Run{{Text: e.host.t("trace.analyst"), Size: 0.86, Colour: widget.ColorGrey}}
	hints := e.host.writingHints(l)
	for _, h := range hints {
		runs = append(runs, widget.Run{Text: "\n" + h, Size: 0.86, Colour: widget.ColorYours})
	}
	e.offer(e.scaleB, len(hints) > 0)
	e.strip.Set(runs...)
	e.host.event("trace", "strip", e.strip.Text())
}

// traced says in words what the trace found.
func (e *lineEditor) traced(t tracedWords) []widget.Run {
	w := e.host
	size := float32(0.86)
	var rules []string
	for _, word := range t.words {
		if rule := w.rule(word.Rule); word.Class == briefing.NormalisedWord && !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	runs := []widget.Run{{Text: "✓ " + w.t("trace.source"), Size: size, Colour: widget.ColorVerified}}
	if len(t.own) > 0 {
		runs = []widget.Run{{Text: w.t("trace.yours", "n", len(t.own)), Size: size, Style: widget.SansBold, Colour: widget.ColorYours}}
		for i, u := range t.own {
			if i == maxExplained {
				runs = append(runs, widget.Run{Text: "  …", Size: size, Colour: widget.ColorGrey})
				break
			}
			runs = append(runs, widget.Run{Text: "  “" + u.Text + "” ", Size: size, Style: widget.SansBold, Colour: widget.ColorYours},
				widget.Run{Text: w.whyYours(u), Size: size, Colour: widget.ColorGrey})
		}
	}
	if len(rules) > 0 {
		runs = append(runs, widget.Run{Text: "  ·  " + w.t("trace.normalised") + " " + strings.Join(rules, ", "), Size: size, Colour: widget.ColorGrey})
	}
	return runs
}

// rule is the name of a normalisation in words, or its id.
func (w *Window) rule(id string) string {
	if key := "rule." + strings.TrimPrefix(id, "norm."); w.words.Has(key) {
		return w.t(key)
	}
	return id
}

// whyYours says why a word is not traced, and where something like it stands.
func (w *Window) whyYours(u briefing.Untraced) string {
	return w.t("why."+string(u.Why), "form", "“"+u.Form+"”", "place", w.place(u.At))
}

// place is where evidence stands, as references name it: ¶7, or with several
// articles 2 ¶7.
func (w *Window) place(e briefing.Evidence) string {
	for n, a := range w.brief.Articles {
		if a.ID == e.Article {
			p := "¶" + strconv.Itoa(max(1, briefing.ParagraphAt(a.Paragraphs, e.Start)))
			if len(w.brief.Articles) > 1 {
				p = strconv.Itoa(n+1) + " " + p
			}
			return p
		}
	}
	return ""
}
