package page

// The styles of the sheet. Text is in the serif, what frames it in the sans.

func (s *sheet) body() style    { return style{font: s.serif, size: s.size, colour: Ink} }
func (s *sheet) strong() style  { return style{font: s.serifBold, size: s.size, colour: Ink} }
func (s *sheet) aside() style   { return style{font: s.sans, size: s.size - 1.1, colour: Grey} }
func (s *sheet) heading() style { return style{font: s.sansBold, size: 7.2, colour: Navy, track: .55} }
func (s *sheet) number() style  { return style{font: s.sansBold, size: s.size - .4, colour: Navy} }

func (s *sheet) quotation() style {
	return style{font: s.italic, size: s.size + .3, colour: Ink}
}

// reference is a superscript to text of the given size.
func (s *sheet) reference(size float64) style {
	return style{font: s.sansBold, size: max(5.6, size*.64), colour: Navy, rise: size * .33}
}

// tag is a word in small capitals beside text.
func (s *sheet) tag(c Colour) style {
	return style{font: s.sansBold, size: max(5.8, s.size*.6), colour: c, track: .5}
}

// small is the text of the foot.
func (s *sheet) small() style { return style{font: s.sans, size: 7.6, colour: Grey} }
