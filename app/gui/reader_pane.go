package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"
	"github.com/go-text/typesetting/fontscan"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// readerPane is the middle pane: an article with its evidence marked, or the
// preview of the page in its place.
type readerPane struct {
	host    readerHost
	store   readerStore
	fonts   func() []fontscan.Footprint // that are installed
	pane    *widget.Pane
	view    *widget.Reader
	head    *widget.Heading
	hint    *widget.FlowText
	find    *findBar
	foot    *widget.FlowText
	header  fyne.CanvasObject
	content *fyne.Container
	legend  fyne.CanvasObject

	inline     *inlineDetails // nil: the heading is shown
	previewing bool
	load       Latest[*briefing.Article]
	scripts    Latest[[]string]
	boxes      string // said of letters that cannot be drawn, "" for none
	trace      Latest[[]briefing.Word]
	wanted     briefing.ArticleID
	exact      []briefing.Word // words of the selected line
	exactLine  briefing.LineID
}

// readerHost is what the reader, its heading and its find bar need of the
// window.
type readerHost interface {
	sheetHost
	do(id string)
	commandButton(id string, icon fyne.Resource) *widget.Button
	popUp(at fyne.Position, ids ...string)
	shortcut(fyne.Shortcut)
	paneFocused(part, *widget.Pane, bool)
	turnTo(part)
	refreshMenu()
	hasText(key string) bool
	notifyUndo(text string, back func(context.Context) error, then func())
	askNotice(notice) // with the keyboard on its first button
	hideNotice()

	articleName(*briefing.Article) string
	shown() briefing.Briefing
	selectedLine() briefing.LineID
	selectLine(briefing.LineID)
	coverageHidden() bool // only the selected line's evidence is marked
	togglePreview()
	focusPage() // of the preview
	focusReview()
	reloadBriefingAfter(error)
}

// readerStore is what the reader asks of the library.
type readerStore interface {
	Article(context.Context, briefing.ArticleID) (*briefing.Article, error)
	SetDetails(context.Context, briefing.ArticleID, app.ArticleDetails) error
	Trace(context.Context, briefing.Line) ([]briefing.Word, error)
}

func newReaderPane(w readerHost, store readerStore, fonts func() []fontscan.Footprint) *readerPane {
	r := &readerPane{host: w, store: store, fonts: fonts, view: widget.NewReader()}
	r.load = Latest[*briefing.Article]{Tasks: w.work()}
	r.scripts = Latest[[]string]{Tasks: w.work()}
	r.trace = Latest[[]briefing.Word]{Tasks: w.work()}
	r.view.Words.LeftOut = w.t("reader.left-out")
	r.view.SetMargin(!w.coverageHidden())
	r.view.OnHighlight = func(h widget.Highlight) { w.selectLine(h.Line) }
	r.view.OnFocus = func(on bool) { w.paneFocused(readerPart, r.pane, on) }
	r.view.OnKey = r.key
	r.view.OnRune = r.typed
	r.view.OnShortcut = w.shortcut
	r.view.OnSelect = func(briefing.Span) { w.refreshMenu() }
	r.view.OnMenu = func(at fyne.Position) {
		w.popUp(at, "copy", "copy-cited", "-", "select-to>select-to-", "-", "find", "details", "original", "left-out-blocks")
	}
	r.head = widget.NewHeading()
	r.head.OnTapped = func() { w.do("rename") }
	details := w.commandButton("details", theme.InfoIcon())
	show := w.lowButton(w.t("reader.preview"), theme.DocumentIcon(), func() { w.do("preview") })
	r.find = newFindBar(w, r)
	r.header = headerHeight(container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(details, show)),
		r.head))
	r.foot = widget.NewFlowText()
	r.hint = widget.NewFlowText(widget.Run{Text: w.t("reader.empty"), Colour: widget.ColorGrey})
	r.content = container.NewStack(r.view, container.NewPadded(container.NewPadded(r.hint)))
	r.legend = container.NewVBox(r.find.box, fw.NewSeparator(), container.NewPadded(r.foot))
	r.pane = widget.NewPane(r.header, r.content, r.legend, widget.ColorPaper, fyne.NewSize(260, 200))
	r.tell()
	return r
}

func (r *readerPane) focus() {
	r.host.turnTo(readerPart)
	if r.previewing {
		r.host.focusPage()
		return
	}
	r.view.Focus()
}

// key takes Escape and Space from the reader; the rest moves in it.
func (r *readerPane) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyF2:
		r.host.do("rename")
		return true
	case fyne.KeySpace: // jumped here from a line: jump back
		r.host.focusReview()
		return true
	case fyne.KeyEscape:
		if r.find.open {
			r.find.close()
			return true
		}
		if r.view.Selection().Len() == 0 {
			r.host.focusReview()
			return true
		}
	}
	return false
}

// typed makes a line of the selection: the digits are the sections.
func (r *readerPane) typed(c rune) {
	if i := int(c - '1'); i >= 0 && i < len(numbered) {
		r.host.do("select-to-" + string(numbered[i]))
	} else if c == '?' {
		r.host.do("shortcuts")
	} else if c == '/' {
		r.host.do("find")
	}
}

func (r *readerPane) selected() briefing.Span {
	if r.previewing {
		return briefing.Span{}
	}
	return r.view.SelectedWords()
}

// open shows an article, then calls then, if not nil; what is shown already
// stays where it is.
func (r *readerPane) open(id briefing.ArticleID, then func()) {
	if r.previewing && then == nil {
		r.host.togglePreview() // picked in the library: to be read
	}
	if a := r.view.Article(); a != nil && a.ID == id {
		r.load.Cancel()
		r.wanted = id
		if then != nil {
			then()
		}
		return
	}
	r.wanted = id
	r.load.Go(func(ctx context.Context) (*briefing.Article, error) { return r.store.Article(ctx, id) },
		func(a *briefing.Article, err error) {
			if err != nil {
				r.host.fail(err)
				return
			}
			r.show(a)
			if then != nil {
				then()
			}
		})
}

func (r *readerPane) show(a *briefing.Article) {
	if r.inline != nil {
		r.inline.leave()
	}
	r.find.clear()
	r.view.SetArticle(a)
	r.tellScripts()
	r.tell()
	r.highlight()
	r.host.refreshMenu()
	r.host.event("article", "id", a.ID, "title", a.Title)
}

// changed reloads the article shown if it is one of those changed.
func (r *readerPane) changed(ids []briefing.ArticleID) {
	shown := r.view.Article()
	for _, id := range ids {
		if shown != nil && shown.ID == id && r.wanted == id { // else another is on its way
			r.load.Go(func(ctx context.Context) (*briefing.Article, error) { return r.store.Article(ctx, id) },
				func(a *briefing.Article, err error) {
					if err == nil {
						r.view.SetArticle(a)
						r.tell()
					}
				})
			return
		}
	}
}

// tell fills the header and the foot.
func (r *readerPane) tell() {
	w := r.host
	a := r.view.Article()
	r.hint.Hidden = a != nil
	if a == nil {
		r.head.Set(w.t("reader.none"), "")
		r.foot.Set()
		return
	}
	title := w.articleName(a)
	var about []string
	for i, ref := range w.shown().Articles {
		if ref.ID == a.ID {
			about = append(about, "["+day(i+1)+"]")
		}
	}
	if a.Outlet != "" {
		about = append(about, a.Outlet)
	}
	if a.Byline != "" {
		about = append(about, a.Byline)
	}
	if a.Published.Known() {
		about = append(about, w.date(a.Published))
	} else {
		about = append(about, w.t("reader.undated"))
	}
	about = append(about, w.t("reader.paragraphs", "n", len(a.Paragraphs)))
	r.head.Set(title, strings.Join(about, " · "))
	small := func(s string, c fyne.ThemeColorName) widget.Run { return widget.Run{Text: s, Size: 0.86, Colour: c} }
	legend := []widget.Run{small("| ", widget.ColorNavy), small(w.t("reader.used")+"    ", widget.ColorGrey),
		small("¦ ", widget.ColorGrey), small(w.t("reader.unused"), widget.ColorGrey)}
	if w.coverageHidden() {
		legend = nil
	}
	if l, ok := w.shown().Labelled(briefing.AccountLabel); ok {
		legend = append(legend, small("      "+w.t("reader.account")+" "+l.Text, widget.ColorGrey))
	}
	if r.boxes != "" {
		legend = append(legend, small("\n"+r.boxes, widget.ColorConflict))
	}
	r.foot.Set(legend...)
}

// sectionColours are the tints behind evidence, by the section it is used in.
var sectionColours = map[briefing.SectionKind]fyne.ThemeColorName{
	briefing.DelegationsSection: widget.ColorHitPeople,
	briefing.AgendaSection:      widget.ColorHitAgenda,
	briefing.AgreementsSection:  widget.ColorHitAgreement,
	briefing.PositionsSection:   widget.ColorHitPosition,
	briefing.QuotesSection:      widget.ColorHitQuote,
}

// highlight marks the evidence that the briefing uses in the article shown,
// and most of all that of the selected line.
func (r *readerPane) highlight() {
	a := r.view.Article()
	if a == nil {
		return
	}
	var hs []widget.Highlight
	selected := r.host.selectedLine()
	for _, s := range r.host.shown().Sections {
		c := sectionColours[s.Kind]
		if c == "" {
			c = widget.ColorHitOther
		}
		for _, l := range s.Lines {
			if l.Status == briefing.LeftOut && l.ID != selected {
				continue
			}
			if l.ID != selected && r.host.coverageHidden() {
				continue
			}
			level := widget.Used
			if l.ID == selected {
				level = widget.Selected
			}
			for _, e := range l.From {
				if e.Article == a.ID {
					hs = append(hs, widget.Highlight{Span: e.Span, Colour: c, Line: l.ID, Level: level})
				}
			}
		}
	}
	if r.exactLine == selected {
		hs = append(hs, exactWords(a, r.exact)...)
	}
	r.view.SetHighlights(hs)
}

// exactWords underlines the words of a line where they stand; words that
// follow one another are one stretch.
func exactWords(a *briefing.Article, words []briefing.Word) []widget.Highlight {
	var hs []widget.Highlight
	for _, word := range words {
		e := word.From
		if e.Article != a.ID || !e.Valid(a.Text) {
			continue
		}
		if n := len(hs); n > 0 && e.Start >= hs[n-1].End && strings.TrimSpace(a.Text[hs[n-1].End:e.Start]) == "" {
			hs[n-1].End = e.End
			continue
		}
		hs = append(hs, widget.Highlight{Span: e.Span, Level: widget.Exact})
	}
	return hs
}

// showLine brings the source of a line into view.
func (r *readerPane) showLine(l briefing.Line) {
	r.trace.Go(func(ctx context.Context) ([]briefing.Word, error) { return r.store.Trace(ctx, l) },
		func(words []briefing.Word, err error) {
			if err != nil { // the highlight of the sentence says where it stands even so
				return
			}
			r.exact, r.exactLine = words, l.ID
			r.highlight()
		})
	if len(l.From) == 0 || r.previewing {
		r.highlight()
		return
	}
	r.open(l.From[0].Article, func() {
		r.highlight()
		r.view.ShowSpan(l.From[0].Span)
		r.host.event("source", "line", l.ID, "start", l.From[0].Start, "end", l.From[0].End)
	})
}
