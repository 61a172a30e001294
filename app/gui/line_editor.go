package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// lineEditor edits one line in its place, and says at every key which words
// stand in the source and which are the analyst's own.
type lineEditor struct {
	host    reviewHost
	store   lineTracer
	typing  *typingKeeper
	pane    *briefingPane // that it stands in
	line    briefing.Line
	section briefing.SectionKind
	box     *fyne.Container
	text    *widget.Entry
	rows    int // of text
	fields  []editorField
	head    *fw.Check
	mode    *fw.Select
	modes   []string // codes of mode's options
	strip   *widget.FlowText
	buttons *fyne.Container
	restorB *widget.Button
	scaleB  *widget.Button
	trace   Latest[tracedWords]
	closed  bool
}

// editorField is a field beside the text.
type editorField struct {
	entry *widget.Entry
	put   func(*briefing.Wording, string)
}

// editLine opens the editor on the selected line.
func (p *briefingPane) editLine() {
	w := p.host
	l, section, _, ok := w.shown().Find(p.list.Selected())
	if !ok || p.editor != nil {
		return
	}
	if l.Locked {
		w.notify(notice{text: w.t("edit.locked"), actions: []noticeAction{{w.t("cmd.unlock"), func() { w.do("lock"); w.hideNotice() }}}})
		return
	}
	p.edit(l, section)
}

// newLine opens the editor on a line that is not there yet: in the bottom line
// if that is where the analyst is, else under Comment, where own words belong.
func (p *briefingPane) newLine() {
	if p.editor != nil {
		return
	}
	section := briefing.CommentSection
	if _, s, _, ok := p.host.shown().Find(p.list.Selected()); ok && s == briefing.BottomLine {
		section = s
	}
	p.writeLine(section)
}

// writeLine opens the editor on a line of a section that is not there yet.
func (p *briefingPane) writeLine(section briefing.SectionKind) {
	p.draft = section
	p.list.SetRows(p.rows(p.host.shown()))
	p.list.Select(draftLine)
	p.edit(briefing.Line{ID: draftLine, Kind: briefing.AnalystLine, Status: briefing.Edited}, section)
}

// back opens the editor again on what was typed and neither saved nor given up.
// Where its line is gone, it is a line of the analyst's that is being written.
func (p *briefingPane) back(t typed) {
	w := p.host
	l, section, _, ok := w.shown().Find(t.Line)
	if ok && l.Wording.Equal(t.Wording) {
		return // it became an edit, and was only not forgotten any more
	}
	p.typing.took(t)
	switch {
	case ok && !l.Locked:
		w.selectLine(l.ID)
		p.edit(l, section)
	default:
		p.writeLine(t.Section)
	}
	p.editor.put(t.Wording)
	w.notify(notice{text: w.t("typing.back")})
	w.event("typing back", "line", t.Line, "text", t.Wording.Text)
}

func (p *briefingPane) edit(l briefing.Line, section briefing.SectionKind) {
	e := &lineEditor{host: p.host, store: p.store, typing: p.typing, pane: p, line: l, section: section, trace: Latest[tracedWords]{Tasks: p.host.work()}}
	e.build()
	p.editor = e
	p.list.Edit(l.ID, e.box)
	p.host.focusOn(e.text)
	e.text.CursorRow, e.text.CursorColumn = 0, len([]rune(e.text.Text))
	e.text.Refresh()
	e.changed()
	p.host.hint()
	p.host.event("editor", "line", l.ID)
}

func (e *lineEditor) build() {
	w := e.host
	e.text = widget.NewWrappingEntry()
	e.fitText(e.line.Text)
	e.text.SetText(e.line.Text)
	e.text.OnCommit = e.commit
	e.text.OnChanged = func(string) { e.changed() }
	e.text.OnKey = e.key
	e.text.OnFocus = func(on bool) { w.paneFocused(reviewPart, e.pane.pane, on) }
	if e.line.Kind == briefing.QuoteLine {
		e.text.Guard = e.guard
		e.text.TextStyle = widget.SerifItalic
	}
	rows := container.NewVBox(e.text)
	if fields := e.fieldRow(); len(fields) > 0 {
		rows.Add(container.NewGridWithColumns(2, fields...))
	}
	e.strip = widget.NewFlowText(widget.Run{Text: " ", Size: 0.86})
	e.strip.OnHeight = func() { e.pane.list.Relayout() }
	rows.Add(e.strip)
	apply := w.mainButton(w.t("edit.apply"), func() { e.commit(false) })
	cancel := w.button(w.t("edit.cancel"), nil, e.cancel)
	buttons := container.New(&wrapRow{height: func() { e.pane.list.Relayout() }}, apply, cancel)
	e.restorB = w.lowButton(w.t("edit.restore"), theme.ContentUndoIcon(), e.restore)
	e.restorB.Hide()
	if e.line.Kind == briefing.QuoteLine {
		buttons.Add(w.button(w.t("cmd.leave-out"), nil, e.leaveOut))
	}
	if e.splits() {
		buttons.Add(w.lowButton(w.t("split.here"), theme.ContentCutIcon(), e.split))
	}
	e.scaleB = w.lowButton(w.t("writing.see-scale"), theme.InfoIcon(), func() { w.do("scale") })
	e.scaleB.Hide()
	buttons.Add(e.scaleB)
	buttons.Add(e.restorB)
	rows.Add(buttons)
	e.buttons, e.box = buttons, rows
}

// fitText gives the text as many rows as it needs, up to six, and reports
// whether that is another number than before.
func (e *lineEditor) fitText(text string) bool {
	rows := max(1, min(6, 1+len(text)/48))
	if rows == e.rows {
		return false
	}
	e.rows = rows
	e.text.SetMinRowsVisible(rows)
	return true
}

// fieldRow makes the fields that the line's section uses beside its text.
func (e *lineEditor) fieldRow() []fyne.CanvasObject {
	w, l := e.host, e.line
	var out []fyne.CanvasObject
	add := func(key, value string, put func(*briefing.Wording, string)) {
		f := widget.NewEntry()
		f.PlaceHolder = w.t("field." + key)
		f.SetText(value)
		f.OnCommit, f.OnKey = e.commit, e.key
		f.OnChanged = func(string) { e.changed() }
		e.fields = append(e.fields, editorField{f, put})
		out = append(out, labelled(w.t("field."+key), f))
	}
	pick := func(codes ...string) {
		e.modes = append([]string{""}, codes...)
		names := make([]string, len(e.modes))
		for i, c := range e.modes {
			if c != "" {
				names[i] = w.mode(c)
			} else {
				names[i] = w.t("mode.none")
			}
		}
		e.mode = fw.NewSelect(names, func(string) { e.changed() })
		e.mode.SetSelectedIndex(max(0, slices.Index(e.modes, l.Mode)))
		out = append(out, labelled(w.t("field.status"), e.mode))
	}
	if l.Kind == briefing.AnalystLine {
		return nil
	}
	if l.Label == briefing.TitleLabel {
		add("sides", strings.Join(l.Parties, "; "), func(x *briefing.Wording, s string) { x.Parties = split(s) })
		return out
	}
	switch e.section {
	case briefing.DelegationsSection:
		add("title", l.Title, func(x *briefing.Wording, s string) { x.Title = s })
		add("side", l.Side, func(x *briefing.Wording, s string) { x.Side = s })
		e.head = fw.NewCheck(w.t("field.head"), func(bool) { e.changed() })
		e.head.SetChecked(l.Head)
		out = append(out, e.head)
	case briefing.QuotesSection:
		add("speaker", l.Speaker, func(x *briefing.Wording, s string) { x.Speaker = s })
		add("title", l.Title, func(x *briefing.Wording, s string) { x.Title = s })
	case briefing.AgreementsSection:
		add("parties", strings.Join(l.Parties, "; "), func(x *briefing.Wording, s string) { x.Parties = split(s) })
		pick("signed", "agreed", "pledged", "announced", "proposed", "rejected")
	case briefing.PositionsSection:
		add("holder", l.Speaker, func(x *briefing.Wording, s string) { x.Speaker = s })
		pick("offered", "asked", "demanded", "rejected", "expected", "stated", "supported")
	}
	return out
}

// labelled sets a small label above a field.
func labelled(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(widget.NewFlowText(widget.Run{Text: label, Size: 0.8, Colour: widget.ColorGrey}), nil, nil, nil, field)
}

func split(s string) []string {
	var parts []string
	for _, p := range strings.Split(s, ";") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// wording is the line's wording as the fields have it now.
func (e *lineEditor) wording() briefing.Wording {
	x := e.line.Wording
	x.Parties = slices.Clone(x.Parties)
	x.Text = e.text.Text
	if e.line.Kind != briefing.QuoteLine {
		x.Text = oneLine(x.Text)
	}
	for _, f := range e.fields {
		f.put(&x, oneLine(f.entry.Text))
	}
	if e.head != nil {
		x.Head = e.head.Checked
	}
	if e.mode != nil {
		x.Mode = e.modes[max(0, e.mode.SelectedIndex())]
	}
	return x
}

func (e *lineEditor) key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape {
		e.cancel()
		return true
	}
	return false
}

// guard keeps a quotation's words as they are: only cutting is let through,
// and leaves a mark.
func (e *lineEditor) guard(_ rune, key fyne.KeyName, s fyne.Shortcut) bool {
	if _, cut := s.(*fyne.ShortcutCut); cut || key == fyne.KeyDelete || key == fyne.KeyBackspace {
		e.leaveOut()
		return true
	}
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		return false
	}
	e.say(e.host.t("edit.quote"), true)
	return true
}

// leaveOut cuts the selected words from a quotation.
func (e *lineEditor) leaveOut() {
	selected := e.text.SelectedText()
	if strings.TrimSpace(selected) == "" {
		e.say(e.host.t("edit.quote"), true)
		return
	}
	runes := []rune(e.text.Text)
	at := min(e.text.CursorTextOffset(), len(runes))
	n := len([]rune(selected))
	// The caret stands at one end of the selection.
	from := at - n
	if from < 0 || string(runes[from:at]) != selected {
		from = at
	}
	if from+n > len(runes) || string(runes[from:from+n]) != selected {
		return
	}
	e.text.SetText(cutOut(string(runes[:from]), string(runes[from+n:])))
}

// cutOut joins what is left of a quotation with the mark of a cut. Words are
// cut whole, and cuts that meet become one.
func cutOut(before, after string) string {
	if i := strings.LastIndexAny(before, " \n"); i >= 0 && !strings.HasSuffix(before, briefing.Cut) {
		before = before[:i+1]
	} else if i < 0 {
		before = ""
	}
	if i := strings.IndexAny(after, " \n"); i >= 0 && !strings.HasPrefix(after, briefing.Cut) {
		after = after[i:]
	} else if i < 0 {
		after = ""
	}
	before = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(before), briefing.Cut))
	after = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(after), briefing.Cut))
	return strings.TrimSpace(before + " " + briefing.Cut + " " + after)
}

func (e *lineEditor) restore() {
	e.line.Wording = e.line.Suggested
	e.put(e.line.Suggested)
}

// put puts a wording into the fields.
func (e *lineEditor) put(x briefing.Wording) {
	e.text.SetText(x.Text)
	for i, s := range e.values(x) {
		e.fields[i].entry.SetText(s)
	}
	if e.head != nil {
		e.head.SetChecked(x.Head)
	}
	if e.mode != nil {
		e.mode.SetSelectedIndex(max(0, slices.Index(e.modes, x.Mode)))
	}
	e.changed()
}

// values are what the fields hold of a wording, in their order.
func (e *lineEditor) values(l briefing.Wording) []string {
	if e.line.Kind != briefing.AnalystLine && e.line.Label == briefing.TitleLabel {
		return []string{strings.Join(l.Parties, "; ")}
	}
	switch e.section {
	case briefing.DelegationsSection:
		return []string{l.Title, l.Side}
	case briefing.QuotesSection:
		return []string{l.Speaker, l.Title}
	case briefing.AgreementsSection:
		return []string{strings.Join(l.Parties, "; ")}
	case briefing.PositionsSection:
		return []string{l.Speaker}
	}
	return nil
}

// commit saves what differs and closes; below opens a new line after it.
func (e *lineEditor) commit(below bool) {
	if e.closed {
		return
	}
	w, l, x := e.host, e.line, e.wording()
	e.close()
	again := func() { e.reopen(x) }
	after := func() {
		if below {
			e.pane.newLine()
		}
	}
	switch {
	case l.ID == draftLine && x.Text != "":
		section := e.section
		var id briefing.LineID
		w.editOr(func(b briefing.Briefing) (briefing.Edit, error) {
			id = b.OwnID()
			return b.NewLine(section, len(b.Section(section).Lines), x.Text), nil
		}, func(briefing.Briefing) { e.typing.forget(); w.selectLine(id); after() }, again)
	case l.ID != draftLine && x.Text == "":
		e.typing.forget()
		w.notify(notice{text: w.t("edit.empty")})
	case l.ID != draftLine && !x.Equal(e.saved()):
		old := e.saved()
		taught := 0
		w.editOr(func(b briefing.Briefing) (e briefing.Edit, err error) {
			e, taught, err = reworded(b, l.ID, x)
			return e, err
		}, func(briefing.Briefing) {
			e.typing.forget()
			w.selectLine(e.pane.list.Selected())
			w.offerRepair(l.ID, old, taught > 0)
			after()
		}, again)
	default:
		e.typing.forget()
		after()
	}
}

// reopen opens the editor once more on what was typed and could not be kept.
func (e *lineEditor) reopen(x briefing.Wording) {
	w := e.host
	if e.pane.editor != nil {
		return
	}
	if e.line.ID == draftLine {
		e.pane.writeLine(e.section)
	} else if l, section, _, ok := w.shown().Find(e.line.ID); ok {
		w.selectLine(l.ID)
		e.pane.edit(l, section)
	} else {
		return
	}
	e.pane.editor.put(x)
}

// reworded is the edit of a line's wording, with what it teaches for later
// briefings and how many things those are.
func reworded(b briefing.Briefing, id briefing.LineID, x briefing.Wording) (e briefing.Edit, taught int, err error) {
	if e, err = b.Reword(id, x); err != nil {
		return e, 0, err
	}
	lessons := b.Lessons(id, x)
	for _, l := range lessons {
		if l.Fix != nil {
			taught++
		}
	}
	if len(lessons) > 0 {
		e = briefing.Edit{Op: briefing.Batch, Name: e.Name, Edits: append([]briefing.Edit{e}, lessons...)}
	}
	return e, taught, nil
}

// saved is the line's wording as the briefing has it.
func (e *lineEditor) saved() briefing.Wording {
	l, _ := e.host.lineOf(e.line.ID)
	return l.Wording
}

func (e *lineEditor) cancel() {
	if !e.closed {
		e.close()
		e.typing.forget()
	}
}

// close takes the editor away and gives the keyboard back to the list.
func (e *lineEditor) close() {
	p := e.pane
	e.closed = true
	e.trace.Cancel()
	p.editor = nil
	p.list.Edit("", nil)
	if p.draft != "" {
		p.draft = ""
		p.list.SetRows(p.rows(e.host.shown()))
	}
	p.focus()
	e.host.hint()
	e.host.showSaved()
}
