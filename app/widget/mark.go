package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/briefing"
)

// Mark is a small sign beside a row. Every mark has a shape of its own, so
// that none is told by colour alone.
type Mark string

// The marks.
const (
	MarkSuggested Mark = "suggested" // ○
	MarkVerified  Mark = "verified"  // ● with a tick
	MarkEdited    Mark = "edited"    // ◐
	MarkConflict  Mark = "conflict"  // ▲
	MarkStale     Mark = "stale"     // ◇
	MarkAnalyst   Mark = "analyst"   // A
	MarkLeftOut   Mark = "left-out"  // a struck ring
	MarkLocked    Mark = "locked"
	MarkPinned    Mark = "pinned"
	MarkUsed      Mark = "used"   // ●
	MarkUnused    Mark = "unused" // ○
	MarkTick      Mark = "tick"
	MarkSame      Mark = "same"    // =
	MarkSimilar   Mark = "similar" // ≈
	MarkNote      Mark = "note"    // !
	MarkFailed    Mark = "failed"  // ✗
	MarkFile      Mark = "file"
	MarkFolder    Mark = "folder"
	MarkOpen      Mark = "open" // an answer that can be chosen
	MarkChosen    Mark = "chosen"
)

// MarkOf returns the mark of a line.
func MarkOf(l briefing.Line) Mark {
	if l.Kind == briefing.AnalystLine && l.Status != briefing.LeftOut {
		return MarkAnalyst
	}
	return Mark(l.Status)
}

// markShapes are SVG paths in a box of 16 by 16, and the colour of each mark.
// All are filled: Fyne colours fills and leaves strokes black.
var markShapes = map[Mark]struct {
	body   string
	colour fyne.ThemeColorName
}{
	MarkSuggested: {`<path fill-rule="evenodd" d="M8 1.7a6.3 6.3 0 1 0 0 12.6a6.3 6.3 0 1 0 0-12.6z M8 3.3a4.7 4.7 0 1 1 0 9.4a4.7 4.7 0 1 1 0-9.4z" fill="#000"/>`, ColorSuggested},
	MarkVerified:  {`<path fill-rule="evenodd" d="M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z M7 11.6L3.9 8.5l1.2-1.2L7 9.2l4-4l1.2 1.2z" fill="#000"/>`, ColorVerified},
	MarkEdited:    {`<path fill-rule="evenodd" d="M8 1.7a6.3 6.3 0 1 0 0 12.6a6.3 6.3 0 1 0 0-12.6z M8 3.3a4.7 4.7 0 1 1 0 9.4a4.7 4.7 0 1 1 0-9.4z" fill="#000"/><path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="#000"/>`, ColorEdited},
	MarkConflict:  {`<path fill-rule="evenodd" d="M8 1.6L15 14H1z M7.2 6v4h1.6V6z M7.2 11h1.6v1.6H7.2z" fill="#000"/>`, ColorConflict},
	MarkStale:     {`<path fill-rule="evenodd" d="M8 1L15 8L8 15L1 8z M8 3.3L3.3 8L8 12.7L12.7 8z" fill="#000"/>`, ColorEdited},
	MarkAnalyst:   {`<path fill-rule="evenodd" d="M2 2h12v12H2z M7.1 3.8L3.9 12h1.6l.7-1.9h3.6l.7 1.9h1.6L8.9 3.8z M8 5.8l1.2 3H6.8z" fill="#000"/>`, ColorNavy},
	MarkLeftOut:   {`<path fill-rule="evenodd" d="M8 1.7a6.3 6.3 0 1 0 0 12.6a6.3 6.3 0 1 0 0-12.6z M8 3.3a4.7 4.7 0 1 1 0 9.4a4.7 4.7 0 1 1 0-9.4z" fill="#000"/><path d="M3.4 11.6L11.6 3.4L12.6 4.4L4.4 12.6z" fill="#000"/>`, ColorGrey},
	MarkLocked:    {`<path fill-rule="evenodd" d="M3 7h1.5V5a3.5 3.5 0 0 1 7 0v2H13v7H3z M6 7h4V5a2 2 0 0 0-4 0z" fill="#000"/>`, ColorGrey},
	MarkPinned:    {`<path d="M5 1.5h6v1.4h-1v4l2 2v1.3H8.7V14L8 15.2L7.3 14v-3.8H4V8.9l2-2v-4H5z" fill="#000"/>`, ColorGrey},
	MarkUsed:      {`<circle cx="8" cy="8" r="4" fill="#000"/>`, ColorNavy},
	MarkUnused:    {`<path fill-rule="evenodd" d="M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z M8 5.3a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4z" fill="#000"/>`, ColorGrey},
	MarkTick:      {`<path d="M6.3 12.6L1.9 8.2l1.4-1.4l3 3l6.4-6.4l1.4 1.4z" fill="#000"/>`, ColorVerified},
	MarkSame:      {`<path d="M2.5 5h11v1.7h-11z M2.5 9.3h11V11h-11z" fill="#000"/>`, ColorGrey},
	MarkSimilar:   {`<path d="M1.6 6.3c2.2-2.8 4.4-2.8 6.6-1.1s4 1.5 5.6-.9l1 1.3c-2.2 2.8-4.4 2.8-6.6 1.1s-4-1.5-5.6.9z M1.6 11.3c2.2-2.8 4.4-2.8 6.6-1.1s4 1.5 5.6-.9l1 1.3c-2.2 2.8-4.4 2.8-6.6 1.1s-4-1.5-5.6.9z" fill="#000"/>`, ColorEdited},
	MarkNote:      {`<path d="M7 2h2v8H7z M7 11.8h2v2.2H7z" fill="#000"/>`, ColorConflict},
	MarkFailed:    {`<path d="M3.6 2.4L8 6.8l4.4-4.4l1.2 1.2L9.2 8l4.4 4.4l-1.2 1.2L8 9.2l-4.4 4.4l-1.2-1.2L6.8 8L2.4 3.6z" fill="#000"/>`, ColorOver},
	MarkFile:      {`<path fill-rule="evenodd" d="M3 1.5h6.5L13 5v9.5H3z M4.4 2.9v10.2h7.2V6H8.6V2.9z" fill="#000"/>`, ColorGrey},
	MarkFolder:    {`<path d="M1.5 3.5h5l1.4 1.6h6.6v8.4h-13z" fill="#000"/>`, ColorNavy},
	MarkOpen:      {`<path fill-rule="evenodd" d="M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z M8 3.7a4.3 4.3 0 1 1 0 8.6a4.3 4.3 0 1 1 0-8.6z" fill="#000"/>`, ColorGrey},
	MarkChosen:    {`<path fill-rule="evenodd" d="M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z M8 3.7a4.3 4.3 0 1 1 0 8.6a4.3 4.3 0 1 1 0-8.6z" fill="#000"/><circle cx="8" cy="8" r="2.8" fill="#000"/>`, ColorNavy},
}

// Icon returns the mark as a picture in the theme's colour for it.
func (m Mark) Icon() fyne.Resource {
	s, ok := markShapes[m]
	if !ok {
		s = markShapes[MarkSuggested]
	}
	svg := `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">` + s.body + `</svg>`
	return theme.NewColoredResource(fyne.NewStaticResource("mark-"+string(m)+".svg", []byte(svg)), s.colour)
}
