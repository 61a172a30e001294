package gui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// briefingPane is the right pane: the briefing's lines, reviewed one by one.
type briefingPane struct {
	host   reviewHost
	store  lineTracer
	typing *typingKeeper
	pane   *widget.Pane
	head   *widget.Heading
	gauge  *widget.Gauge
	list   *widget.LineList
	empty  *fyne.Container
	tray   *heldTray
	held   map[briefing.LineID]bool
	draft  briefing.SectionKind // section of a line being written, or ""
	editor *lineEditor
}

// reviewHost is what the pane and its line editor need of the window.
type reviewHost interface {
	sheetHost
	do(id string)
	keysOf(id string) string // of a command, in words
	commandButton(id string, icon fyne.Resource) *widget.Button
	popUp(at fyne.Position, ids ...string)
	shortcut(fyne.Shortcut)
	paneFocused(part, *widget.Pane, bool)
	turnTo(part)
	hint()
	singleKeys() bool // letters are commands
	hasText(key string) bool

	shown() briefing.Briefing
	lineOf(briefing.LineID) (briefing.Line, briefing.SectionKind)
	selectLine(briefing.LineID)
	lineSelected(briefing.LineID)
	edit(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing))
	editOr(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing), failed func())
	toggleVerified()
	dropLine(id briefing.LineID, section briefing.SectionKind, before briefing.LineID)
	offerRepair(id briefing.LineID, old briefing.Wording, taught bool)
	showSaved()
	hideNotice()

	mode(string) string
	reason(string) string
	foundBy(briefing.RuleID) string
	writingHints(briefing.Line) []string
	rule(id string) string
	whyYours(briefing.Untraced) string
}

// lineTracer says where a line's words stand in its articles.
type lineTracer interface {
	Trace(context.Context, briefing.Line) ([]briefing.Word, error)
	Untraced(context.Context, briefing.Line, []briefing.Word, []briefing.ArticleRef) []briefing.Untraced
}

func newBriefingPane(w reviewHost, store lineTracer, typing *typingKeeper) *briefingPane {
	p := &briefingPane{host: w, store: store, typing: typing, head: widget.NewHeading(), gauge: widget.NewGauge(), list: widget.NewLineList()}
	p.list.OnSelect = func(id briefing.LineID) { w.lineSelected(id) }
	p.list.OnEdit = func(briefing.LineID) { w.do("edit-line") }
	p.list.OnMark = func(briefing.LineID) { w.toggleVerified() }
	p.list.OnMenu = func(_ briefing.LineID, at fyne.Position) {
		w.popUp(at, "verify", "leave-out", "edit-line", "split-line", "merge-next", "bluf", "-", "same-person", "two-people", "-", "lock", "pin", "mark-line", "-", "move-to>to-", "-", "source", "wording", "line-history")
	}
	p.list.OnKey = p.key
	p.list.OnRune = p.typed
	p.list.OnShortcut = w.shortcut
	p.list.OnFocus = func(on bool) { w.paneFocused(reviewPart, p.pane, on) }
	p.list.OnMove = w.dropLine
	p.tray = newHeldTray(w, func() *widget.Pane { return p.pane }, p.focus)
	details := w.commandButton("briefing-details", theme.SettingsIcon())
	export := w.button(w.t("briefing.export"), nil, func() { w.do("export") })
	right := container.NewHBox(container.NewCenter(details), container.NewPadded(container.NewCenter(export)))
	hint := widget.NewFlowText(widget.Run{Text: w.t("briefing.empty"), Colour: widget.ColorGrey})
	p.empty = container.NewPadded(container.NewPadded(hint))
	p.pane = widget.NewPane(headerHeight(container.New(headLayout{}, p.head, middle(p.gauge), right)),
		container.NewStack(p.list, p.empty), p.tray.box, theme.ColorNameBackground, fyne.NewSize(260, 200))
	p.show(briefing.Briefing{})
	return p
}

// show draws a snapshot.
func (p *briefingPane) show(b briefing.Briefing) {
	w := p.host
	p.empty.Hidden = b.ID != ""
	p.list.SetRows(p.rows(b))
	if b.ID == "" {
		p.head.Set(w.t("briefing.none"), "")
		p.gauge.Set(0, false, "")
		p.tray.show(nil)
		return
	}
	title := b.Title()
	if title == "" {
		title = w.t("briefing.untitled")
	}
	done, all := b.Progress()
	var about []string // what has to be looked at first: the rest may be cut
	if n := count(b, briefing.Conflict); n > 0 {
		about = append(about, w.t("briefing.conflicts", "n", n))
	}
	if n := count(b, briefing.Stale); n > 0 {
		about = append(about, w.t("briefing.stale", "n", n))
	}
	about = append(about, w.t("briefing.verified", "done", done, "all", all))
	if p.gauge.Text != "" {
		about = append(about, p.gauge.Text)
	}
	p.head.Set(title, strings.Join(about, " · "))
}

// headLayout sets a heading, a gauge and buttons beside one another; the
// gauge goes where there is no room for it and a title.
type headLayout struct{}

// headRoom is what a title needs at least before the gauge takes room.
const headRoom = 210

func (headLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(os[0].MinSize().Width+os[2].MinSize().Width, max(os[0].MinSize().Height, os[2].MinSize().Height))
}

func (headLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	head, gauge, right := os[0], os[1], os[2]
	end := s.Width - right.MinSize().Width
	right.Move(fyne.NewPos(end, 0))
	right.Resize(fyne.NewSize(right.MinSize().Width, s.Height))
	gw := gauge.MinSize().Width + 6
	gauge.Hide()
	if end-gw >= headRoom {
		gauge.Show()
		end -= gw
		gauge.Move(fyne.NewPos(end, 0))
		gauge.Resize(fyne.NewSize(gw, s.Height))
	}
	head.Move(fyne.NewPos(0, 0))
	head.Resize(fyne.NewSize(end, s.Height))
}

func count(b briefing.Briefing, s briefing.Status) (n int) {
	for _, l := range b.Lines() {
		if l.Status == s {
			n++
		}
	}
	return n
}

// first returns the first line that is to be looked at, else the first.
func (p *briefingPane) first() briefing.LineID {
	var first briefing.LineID
	for _, l := range p.host.shown().Lines() {
		if !l.Reviewed() {
			return l.ID
		}
		if first == "" {
			first = l.ID
		}
	}
	return first
}

func unreviewed(l briefing.Line) bool  { return !l.Reviewed() }
func conflicting(l briefing.Line) bool { return l.Status == briefing.Conflict }

// nextWhere selects the next line that is so, round at the end, and reports
// whether there is one.
func (p *briefingPane) nextWhere(is func(briefing.Line) bool) bool {
	lines := p.host.shown().Lines()
	at := -1
	for i, l := range lines {
		if l.ID == p.list.Selected() {
			at = i
		}
	}
	for i := range lines {
		l := lines[(at+1+i)%len(lines)]
		if l.ID != p.list.Selected() && is(l) {
			p.host.selectLine(l.ID)
			return true
		}
	}
	return false
}

// goTo is nextWhere, and says so in the words of a key where there is none.
func (p *briefingPane) goTo(is func(briefing.Line) bool, none string) {
	l, _, _, _ := p.host.shown().Find(p.list.Selected())
	if !p.nextWhere(is) && !is(l) {
		p.host.notify(notice{text: p.host.t(none)})
	}
}

// selectLine selects a line and shows its source.
func (w *Window) selectLine(id briefing.LineID) {
	if id == "" {
		return
	}
	w.review.list.Select(id)
	w.lineSelected(id)
}

// lineSelected shows where the selected line comes from.
func (w *Window) lineSelected(id briefing.LineID) {
	l, section, _, ok := w.brief.Find(id)
	if !ok {
		return
	}
	if w.review.editor != nil && w.review.editor.line.ID != id {
		w.review.endEditing()
	}
	w.hands.move()
	w.reader.showLine(l)
	w.preview.mark(id)
	w.refreshMenu()
	w.rememberSoon()
	w.tracer.event("line", "id", id, "section", section, "status", l.Status, "text", inWords(l))
}

// endEditing closes the editor; what was typed and differs is saved.
func (p *briefingPane) endEditing() {
	if p.editor != nil {
		p.editor.commit(false)
	}
}

// fitted shows how the briefing fits its page: the gauge, and what is held back.
func (w *Window) fitted(f pageFit) {
	p := w.review
	p.gauge.Set(f.fill, f.full, f.text)
	p.held = map[briefing.LineID]bool{}
	for _, id := range f.absent {
		p.held[id] = true
	}
	p.show(w.brief)
	p.tray.show(f.held)
	p.pane.Refresh()
}

// selectedLine is the line that is selected, or "".
func (w *Window) selectedLine() briefing.LineID { return w.review.list.Selected() }

// typedInReview is a key of the list of lines, pressed elsewhere.
func (w *Window) typedInReview(r rune) { w.review.typed(r) }

// previewed reports whether the page is shown in the reader's place.
func (w *Window) previewed() bool { return w.reader.previewing }
