package gui

import (
	"context"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// compareSheet shows two articles with the text they share marked, beside one
// another or, where there is little room, one over the other.
type compareSheet struct {
	host    compareHost
	c       app.Comparison
	sheet   *sheet
	readers [2]*widget.Reader
	say     *widget.FlowText
	origin  *widget.Button
	at      int // passage shown, of the first article's
}

// compareHost is what the sheet needs of the window.
type compareHost interface {
	sheetHost
	articleName(*briefing.Article) string
	aboutArticle(*briefing.Article) string
	size() fyne.Size // of the window
	listHeight(wanted float32) float32
	modifiers() fyne.KeyModifier
	setClipboard(string)
	setOrigin([]briefing.ArticleID, app.OriginVerdict, func())
}

// comparer compares two of the library's articles.
type comparer interface {
	Compare(ctx context.Context, a, b briefing.ArticleID) (app.Comparison, error)
}

// compare opens two articles side by side.
func compare(w compareHost, store comparer, a, b briefing.ArticleID) {
	w.work().Go(func(ctx context.Context) func() {
		c, err := store.Compare(ctx, a, b)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			showComparison(w, c)
		}
	})
}

func showComparison(w compareHost, c app.Comparison) *compareSheet {
	s := &compareSheet{host: w, c: c, say: widget.NewFlowText()}
	var sides [2]fyne.CanvasObject
	for i, a := range []*briefing.Article{c.A, c.B} {
		r := widget.NewReader()
		r.OnKey, r.OnRune = s.key, s.typed
		r.OnShortcut = func(sc fyne.Shortcut) { s.copy(r, sc) }
		r.Words.LeftOut = w.t("reader.left-out")
		r.SetArticle(a)
		var marks []widget.Highlight
		for _, span := range s.passages(i) {
			marks = append(marks, widget.Highlight{Span: span, Colour: widget.ColorHitFound})
		}
		r.SetHighlights(marks)
		s.readers[i] = r
		head := widget.NewHeading()
		head.Set(w.articleName(a), w.aboutArticle(a))
		pane := widget.NewPane(headerHeight(head), r, nil, widget.ColorPaper, fyne.NewSize(240, 120))
		r.OnFocus = func(on bool) { pane.SetFocused(on) }
		sides[i] = pane
	}
	size := w.size()
	var both fyne.CanvasObject = container.NewHSplit(sides[0], sides[1])
	if size.Width < 900 {
		both = container.NewVSplit(sides[0], sides[1])
	}
	previous := w.button(w.t("compare.previous"), nil, func() { s.step(-1) })
	next := w.button(w.t("compare.next"), nil, func() { s.step(1) })
	s.origin = w.button("", nil, s.toggleOrigin)
	buttons := row(previous, next, s.origin)
	body := container.NewBorder(container.NewPadded(s.say), container.NewPadded(buttons), nil, nil,
		fixedHeight(both, w.listHeight(size.Height)))
	s.sheet = w.open(sheetLook{title: w.t("compare.heading"), content: body, width: 1e6, focus: s.readers[0].Focusable()})
	if len(c.InA) == 0 {
		previous.Disable()
		next.Disable()
	}
	s.tell()
	s.show()
	w.event("compare", "a", c.A.ID, "b", c.B.ID, "shared", c.Shared, "passages", len(c.InA))
	return s
}

func (s *compareSheet) passages(side int) []briefing.Span {
	if side == 0 {
		return s.c.InA
	}
	return s.c.InB
}

// tell says how much is shared, and what that is taken for.
func (s *compareSheet) tell() {
	w := s.host
	text := w.t("compare.none")
	if len(s.c.InA) > 0 {
		text = w.t("compare.shared", "percent", int(s.c.Shared*100+0.5), "n", len(s.c.InA))
	}
	counted := "compare.separate"
	if s.c.Same {
		counted = "compare.same"
	}
	text += " " + w.t(counted)
	if s.c.Verdict != app.OriginComputed {
		text += " " + w.t("compare.said")
	}
	s.say.Set(widget.Run{Text: text})
	s.origin.SetText(w.t("cmd.same-origin"))
	if s.c.Same {
		s.origin.SetText(w.t("cmd.separate-origin"))
	}
	if s.sheet != nil {
		s.sheet.refresh()
	}
}

// show brings the passage into view in both articles.
func (s *compareSheet) show() {
	if len(s.c.InA) == 0 {
		return
	}
	span := s.c.InA[s.at]
	s.readers[0].SetFound(s.c.InA, s.at)
	s.readers[1].SetFound(s.c.InB, s.counterpart(span))
}

// counterpart returns the passage of the second article that begins with the
// words of one of the first.
func (s *compareSheet) counterpart(span briefing.Span) int {
	words := folded(span.Of(s.c.A.Text))
	begin := strings.Join(words[:min(3, len(words))], " ")
	for i, other := range s.c.InB {
		if strings.Contains(strings.Join(folded(other.Of(s.c.B.Text)), " "), begin) {
			return i
		}
	}
	return -1
}

// folded are the words of a text in small letters, without marks.
func folded(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func (s *compareSheet) step(by int) {
	if n := len(s.c.InA); n > 0 {
		s.at = (s.at + by + n) % n
		s.show()
	}
}

func (s *compareSheet) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyF3:
		by := 1
		if s.host.modifiers()&fyne.KeyModifierShift != 0 {
			by = -1
		}
		s.step(by)
		return true
	}
	return false
}

func (s *compareSheet) typed(r rune) {
	switch r {
	case 'n':
		s.step(1)
	case 'p':
		s.step(-1)
	}
}

func (s *compareSheet) copy(r *widget.Reader, sc fyne.Shortcut) {
	if _, ok := sc.(*fyne.ShortcutCopy); ok && r.SelectedText() != "" {
		s.host.setClipboard(r.SelectedText())
	}
}

// toggleOrigin says that the two come from one origin, or that they do not.
func (s *compareSheet) toggleOrigin() {
	v := app.OriginSame
	if s.c.Same {
		v = app.OriginSeparate
	}
	s.host.setOrigin([]briefing.ArticleID{s.c.A.ID, s.c.B.ID}, v, func() {
		s.c.Same, s.c.Verdict = v == app.OriginSame, v
		s.tell()
	})
}

// setOrigin says of articles whether they come from one origin; then, if not
// nil, is called when that is kept.
func (w *Window) setOrigin(ids []briefing.ArticleID, v app.OriginVerdict, then func()) {
	w.tasks.InOrder(func(ctx context.Context) func() {
		before, err := w.app.SetOrigin(ctx, ids, v)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			if then != nil {
				then()
			}
			w.notifyUndo(w.t("origin."+string(v), "n", len(ids)), func(ctx context.Context) error {
				_, err := w.app.SetOrigins(ctx, before)
				return err
			}, nil)
			w.tracer.event("origin", "verdict", string(v), "articles", len(ids))
		}
	})
}
