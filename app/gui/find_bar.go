package gui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// findBar finds words in the article shown.
type findBar struct {
	host  findHost
	r     *readerPane
	box   *fyne.Container
	entry *widget.Entry
	count *fw.Label
	open  bool
	spans []briefing.Span
	at    int
}

// findHost is what finding words needs of the window.
type findHost interface {
	tools
	commandButton(id string, icon fyne.Resource) *widget.Button
	paneFocused(part, *widget.Pane, bool)
}

func newFindBar(host findHost, r *readerPane) *findBar {
	f := &findBar{host: host, r: r, entry: widget.NewEntry(), count: fw.NewLabel("")}
	f.entry.PlaceHolder = host.t("find.placeholder")
	f.entry.OnChanged = func(string) { f.search() }
	f.entry.OnCommit = func(bool) { r.findStep(1) }
	f.entry.OnFocus = func(on bool) { host.paneFocused(readerPart, r.pane, on) }
	f.entry.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			f.close()
			return true
		}
		return false
	}
	buttons := container.NewHBox(f.count, host.commandButton("find-previous", theme.MoveUpIcon()),
		host.commandButton("find-next", theme.MoveDownIcon()), host.iconButton(host.t("tip.find-close"), theme.CancelIcon(), f.close))
	f.box = container.NewVBox(fw.NewSeparator(), container.NewPadded(container.NewBorder(nil, nil, nil, buttons, f.entry)))
	f.box.Hide()
	return f
}

func (r *readerPane) showFind() {
	if r.previewing {
		r.host.togglePreview()
	}
	f := r.find
	f.open = true
	f.box.Show()
	if s := r.view.SelectedText(); s != "" && len(s) < 80 && !strings.Contains(s, "\n") {
		f.entry.SetText(s)
	}
	r.pane.Refresh()
	r.host.focusOn(f.entry)
	f.entry.SelectAll()
	f.search()
}

func (f *findBar) close() {
	f.open = false
	f.box.Hide()
	f.r.view.SetFound(nil, -1)
	f.r.pane.Refresh()
	f.r.focus()
}

// clear forgets what was found, as when another article is shown.
func (f *findBar) clear() {
	f.spans, f.at = nil, 0
	f.count.SetText("")
}

// search finds the words, beginning at what is on the screen.
func (f *findBar) search() {
	v := f.r.view
	a := v.Article()
	if a == nil {
		return
	}
	f.spans, f.at = findAll(a.Text, f.entry.Text), 0
	from := v.VisibleSpan().Start
	for i, s := range f.spans {
		if s.Start >= from {
			f.at = i
			break
		}
	}
	f.show()
}

func (f *findBar) show() {
	switch {
	case f.entry.Text == "":
		f.count.SetText("")
	case len(f.spans) == 0:
		f.count.SetText(f.host.t("find.none"))
	default:
		f.count.SetText(f.host.t("find.count", "i", f.at+1, "all", len(f.spans)))
	}
	f.r.view.SetFound(f.spans, f.at)
}

// findStep goes to the next (1) or previous (-1) hit, round at the ends.
func (r *readerPane) findStep(dir int) {
	f := r.find
	if !f.open {
		r.showFind()
		return
	}
	if n := len(f.spans); n > 0 {
		f.at = (f.at + dir + n) % n
		f.show()
	}
}

// findAll returns every place where text has the words, in any case.
func findAll(text, words string) []briefing.Span {
	var spans []briefing.Span
	if words == "" {
		return nil
	}
	first, _ := utf8.DecodeRuneInString(words)
	fold := string(first)
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if strings.EqualFold(string(c), fold) {
			if end := hasFold(text[i:], words); end > 0 {
				spans = append(spans, briefing.Span{Start: i, End: i + end})
				i += end
				continue
			}
		}
		i += n
	}
	return spans
}

// hasFold returns how many bytes at the beginning of text are words in any
// case, or 0.
func hasFold(text, words string) int {
	at := 0
	for _, w := range words {
		c, n := utf8.DecodeRuneInString(text[at:])
		if n == 0 || c != w && !strings.EqualFold(string(c), string(w)) {
			return 0
		}
		at += n
	}
	return at
}
