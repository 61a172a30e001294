package briefing

import "strings"

// longestClause is the most that a line falls back to, in bytes: what a page
// prints in four lines.
const longestClause = 330

// Widen gives back what a line may not lose: the words between it and what it
// keeps, or else its whole sentence. ok is false if the line would still say
// another thing than its source, or be too long; it is not to be shown then.
// A line that loses nothing comes back as it is. Quotations, members and lines
// of the meeting cannot be widened.
func Widen(section SectionKind, l Line, src Sources) (wide Line, ok bool) {
	losses := Losses(section, l, src)
	if len(losses) == 0 {
		return l, true
	}
	if l.Kind != ExtractLine || section == DelegationsSection || section == MeetingSection {
		return l, false
	}
	clauses := keptClauses(l, src)
	if len(clauses) != 1 {
		return l, false
	}
	k := clauses[0]
	r := Span{-1, -1}
	for i, kept := range k.kept {
		if kept && r.Start < 0 {
			r.Start = k.words[i].Start
		}
		if kept {
			r.End = k.words[i].End
		}
	}
	wide = l
	for range 3 {
		for _, loss := range losses {
			if loss.Label {
				return l, false
			}
			r.Start, r.End = min(r.Start, loss.extent.Start), max(r.End, loss.extent.End)
		}
		if wide.Text = k.line(r, l.Text); wide.Text == "" {
			return l, false
		}
		if losses = Losses(section, wide, src); len(losses) == 0 {
			return wide, true
		}
	}
	wide.Text = k.line(k.whole(), l.Text)
	return wide, wide.Text != "" && len(Losses(section, wide, src)) == 0
}

// whole returns the sentence without its closing marks.
func (k *keptClause) whole() Span {
	to := len(k.words)
	for to > 0 && k.words[to-1].mark && k.words[to-1].low != "?" && k.words[to-1].low != ")" && k.words[to-1].low != "%" {
		to--
	}
	if to == 0 {
		return Span{}
	}
	return Span{k.words[0].Start, k.words[to-1].End}
}

// line returns the words of r on one line, with a capital if the line it takes
// the place of began with one; "" if they are too many.
func (k *keptClause) line(r Span, old string) string {
	text := strings.Join(strings.Fields(r.Of(k.text)), " ")
	if len(text) > longestClause {
		return ""
	}
	if old != "" && capitalised(old) == old {
		return capitalised(text)
	}
	return text
}
