package gui

// ClickLost is called in the place of a click of which the display has not
// said where it was. What it was meant for is not known, so nothing has the
// keyboard until something is given it: a key is no command on a line that was
// not clicked.
func (w *Window) ClickLost() {
	if w.topSheet() != nil {
		return // the sheet keeps the keyboard
	}
	w.win.Canvas().Unfocus()
	w.clickLost = true
	w.notices.show(notice{text: w.t("click.lost")})
}
