package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"example.org/attache/briefing"
)

// Reader shows one article: numbered paragraphs, evidence behind the words,
// and a mark in the margin for what a briefing uses. Text is selected and
// copied but never changed. It draws only what is visible: 50,000 words open
// in well under 100 ms, where Fyne's own text widgets freeze at 1,300.
type Reader struct {
	widget.BaseWidget
	Words ReaderWords

	OnHighlight func(Highlight)                   // a highlight was clicked
	OnSelect    func(briefing.Span)               // the selection changed; empty span for none
	OnMenu      func(screen fyne.Position)        // secondary click
	OnKey       func(*fyne.KeyEvent) (taken bool) // keys before the reader's own
	OnRune      func(rune)                        // typed with the reader focused
	OnShortcut  func(fyne.Shortcut)               // such as copy
	OnFocus     func(bool)                        // to draw the pane's frame
	OnRestore   func(paragraph int)               // the word beside a left-out block was clicked
	OnScrolled  func()                            // the visible part changed

	noMargin   bool
	surface    *surface
	metrics    metrics
	article    *briefing.Article
	highlights []Highlight
	found      []briefing.Span
	foundAt    int // the current one of found, -1 for none
	lines      []readerLine
	room       float32 // how wide a line can be
	foreign    bool    // has letters that our own fonts lack
	anchor     int     // where selecting began
	selection  briefing.Span
	pressed    bool
	moved      bool
}

// SetMargin shows or hides the margin's marks of what is used and unused.
func (r *Reader) SetMargin(on bool) {
	r.noMargin = !on
	r.surface.Refresh()
}

// ReaderWords are the fixed words the reader shows.
type ReaderWords struct {
	LeftOut string // after a block of furniture
}

// Highlight is a stretch of evidence behind the article's words.
type Highlight struct {
	briefing.Span
	Colour fyne.ThemeColorName
	Line   briefing.LineID // the line that rests on it
	Level  HighlightLevel
}

// HighlightLevel says how much a highlight stands out.
type HighlightLevel int

// The levels.
const (
	Used     HighlightLevel = iota // evidence of some line
	Selected                       // evidence of the selected line
	Exact                          // the very words of the selected line
)

// NewReader returns an empty reader.
func NewReader() *Reader {
	r := &Reader{foundAt: -1}
	s := &surface{layout: r.layout, paint: r.paint}
	s.input = surfaceInput{
		key: r.key, rune: r.typed, shortcut: r.shortcut, down: r.down, up: r.up, drag: r.drag,
		dragEnd: func() { r.pressed = false }, double: r.selectWordAt,
		secondary: func(_, screen fyne.Position) {
			if r.OnMenu != nil {
				r.OnMenu(screen)
			}
		},
		focus: func(on bool) {
			if r.OnFocus != nil {
				r.OnFocus(on)
			}
		},
		cursor: func() desktop.Cursor { return desktop.TextCursor },
	}
	s.keep = r.keep
	s.start()
	scrolled := s.scroll.OnScrolled
	s.scroll.OnScrolled = func(p fyne.Position) {
		scrolled(p)
		if r.OnScrolled != nil {
			r.OnScrolled()
		}
	}
	r.surface = s
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is for Fyne.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(r.surface.scroll)
}

// Refresh draws anew, as after a change of theme or text size.
func (r *Reader) Refresh() {
	r.surface.pool.forget()
	r.surface.relayout()
	r.BaseWidget.Refresh()
}

// SetArticle shows an article from its beginning; nil shows nothing. The
// value must not be changed afterwards.
func (r *Reader) SetArticle(a *briefing.Article) {
	if a == r.article {
		return
	}
	same := a != nil && r.article != nil && a.ID == r.article.ID
	r.article, r.foreign = a, a != nil && foreign(a.Text)
	if same {
		r.surface.relayout()
		return
	}
	r.highlights, r.found, r.foundAt = nil, nil, -1
	r.selection, r.anchor = briefing.Span{}, 0
	r.surface.relayout()
	r.surface.scrollTo(0)
	r.tellSelection()
}

// Article returns the article shown, or nil.
func (r *Reader) Article() *briefing.Article { return r.article }

// SetHighlights replaces the highlights, in any order. Spans outside the text
// are not drawn.
func (r *Reader) SetHighlights(hs []Highlight) {
	r.highlights = hs
	r.surface.Refresh()
}

// SetFound marks what a search found and scrolls to the current one.
func (r *Reader) SetFound(spans []briefing.Span, current int) {
	r.found, r.foundAt = spans, current
	if current >= 0 && current < len(spans) {
		r.ShowSpan(spans[current])
	}
	r.surface.Refresh()
}

// ShowSpan scrolls so that the span is in view, with some lines around it.
func (r *Reader) ShowSpan(s briefing.Span) {
	if len(r.lines) == 0 {
		return
	}
	first, last := r.lineAt(s.Start), r.lineAt(max(s.Start, s.End-1))
	r.surface.show(r.lines[first].y, r.lines[last].y+r.lines[last].h, 3*r.lines[first].h)
}

// VisibleSpan returns the bytes of text that are on the screen.
func (r *Reader) VisibleSpan() briefing.Span {
	top, bottom := r.surface.visible()
	first, last := r.linesBetween(top, bottom)
	if first >= last {
		return briefing.Span{}
	}
	return briefing.Span{Start: r.lines[first].start, End: r.lines[last-1].end}
}

// keep keeps the line at the top of the screen there.
func (r *Reader) keep() (restore func()) {
	if r.surface.scroll.Offset.Y <= 0 || len(r.lines) == 0 {
		return func() {}
	}
	at := r.VisibleSpan().Start
	return func() {
		if len(r.lines) > 0 {
			r.surface.scrollTo(r.lines[r.lineAt(at)].y)
		}
	}
}

// Focus gives the reader the keyboard.
func (r *Reader) Focus() { r.surface.Focus() }

// Focused reports whether the reader has the keyboard.
func (r *Reader) Focused() bool { return r.surface.focused }

// Focusable returns the part of the reader that takes the keyboard.
func (r *Reader) Focusable() fyne.Focusable { return r.surface }
