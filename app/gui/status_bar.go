package gui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// statusBar is the window's foot: the keys valid now, and whether all is
// saved.
type statusBar struct {
	host  tools
	box   *fyne.Container
	hints *widget.HintBar
	saved *widget.FlowText
	work  *widget.Button // an import whose panel is closed
}

// newStatusBar makes the foot; imports shows the panel of an import that goes on.
func newStatusBar(w tools, imports func()) *statusBar {
	s := &statusBar{host: w, hints: widget.NewHintBar(), saved: widget.NewFlowText()}
	s.work = w.lowButton("", nil, imports)
	s.work.Hide()
	right := container.NewHBox(s.work, container.NewCenter(letterWidth(s.saved, 14.5)))
	s.box = container.NewVBox(fw.NewSeparator(), container.NewBorder(nil, nil, nil, right, s.hints))
	return s
}

// working says what goes on in a panel that is closed; "" is nothing.
func (s *statusBar) working(title string) {
	s.work.SetText(title)
	s.work.Hidden = title == ""
	s.work.Refresh()
}

// savedState is how far all that was done is kept.
type savedState struct {
	readOnly bool
	pending  bool      // edits are given and not saved yet
	failed   bool      // the last one, or what is typed, could not be saved
	typing   string    // key of what is said of open typing; "" is none
	typedAt  time.Time // when that was kept
	savedAt  time.Time // when the last edit was; zero is not known
	open     bool      // there is a briefing
}

// showSaved tells whether every edit is on the disk.
func (s *statusBar) showSaved(now savedState) {
	w := s.host
	text, colour := "", widget.ColorGrey
	switch {
	case now.readOnly:
		text = w.t("readonly.title")
	case now.pending:
		text = w.t("status.saving")
	case now.failed:
		text, colour = w.t("status.unsaved"), widget.ColorConflict
	case now.typing != "":
		text = w.t(now.typing, "time", now.typedAt.Format("15:04:05"))
	case !now.savedAt.IsZero():
		text = w.t("status.saved-at", "time", now.savedAt.Format("15:04:05"))
	case now.open:
		text = w.t("status.saved")
	}
	s.saved.Set(widget.Run{Text: text, Size: 0.86, Colour: colour})
	w.event("saved bar", "text", text)
}
