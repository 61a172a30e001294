package widget

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The list's columns, in the theme's units: a bar for the selection, the mark,
// the words, and at the right the status in a word.
const (
	lineRight = 14
	linePad   = 4
)

func lineLeft() float32 { return 17 + 21*unit() }
func lineMark() float32 { return 14 * unit() }

// statusWidth is the room for the status in a word: none where the words of
// the line need it, and the mark before them says it alone.
func statusWidth(width float32) float32 {
	if width < 290*unit() {
		return 4
	}
	return 68 * unit()
}

// layout breaks every row's words into lines. A briefing has some hundred rows
// at most, so all are laid out.
func (l *LineList) layout(width float32) float32 {
	l.boxes = l.boxes[:0]
	y := float32(6)
	for i, r := range l.rows {
		b := rowBox{y: y}
		switch {
		case r.Line != "" && r.Line == l.editing && l.editor != nil:
			b.h = l.editor.MinSize().Height + 2*linePad
		case r.Kind == HeadingRow:
			if i > 0 {
				b.y += 12
			}
			b.h = l.metrics.of(SansBold, small()).line + 10
		case r.Kind == SideRow:
			b.h = l.metrics.of(SansBold, textSize()).line + 4
		default:
			left := l.left(r)
			b.pieces, b.textHeight = l.metrics.flow(r.Runs, max(40, width-left-statusWidth(width)-lineRight))
			b.h = b.textHeight + 2*linePad
			if r.Line != "" && r.Line == l.selected && len(r.Why) > 0 {
				var h float32
				b.why, h = l.metrics.flow(r.Why, max(40, width-left-lineRight))
				b.h += h + 2
			}
		}
		l.boxes = append(l.boxes, b)
		y = b.y + b.h
	}
	return y + 12
}

func (l *LineList) left(r LineRow) float32 {
	if r.Quote {
		return lineLeft() + 10
	}
	return lineLeft()
}

func (l *LineList) paint(p *pool, width, top, bottom float32) {
	first := sort.Search(len(l.boxes), func(i int) bool { return l.boxes[i].y+l.boxes[i].h > top })
	for i := first; i < len(l.boxes) && l.boxes[i].y < bottom; i++ {
		l.paintRow(p, width, l.rows[i], l.boxes[i])
	}
	if l.dragging && l.dropAt >= 0 {
		y := l.dropY()
		p.rect(colour(ColorRing), lineLeft()-22, y-1, width-lineLeft()+22-lineRight, 3, 1.5)
	}
}

func (l *LineList) paintRow(p *pool, width float32, r LineRow, b rowBox) {
	switch {
	case r.Line != "" && r.Line == l.editing && l.editor != nil:
		p.rect(colour(ColorRowQuiet), 6, b.y, width-12, b.h, 4)
		l.editor.Resize(fyne.NewSize(width-24, b.h-2*linePad))
		l.editor.Move(fyne.NewPos(12, b.y+linePad))
		p.front = append(p.front, l.editor)
	case r.Kind == HeadingRow:
		l.paintHeading(p, width, r, b)
	case r.Kind == SideRow:
		p.pieces(&l.metrics, r.Runs, l.oneLine(r.Runs), lineLeft(), b.y+2)
	default:
		l.paintLine(p, width, r, b)
	}
}

func (l *LineList) paintHeading(p *pool, width float32, r LineRow, b rowBox) {
	a := l.metrics.of(SansBold, small())
	var s strings.Builder
	for _, run := range r.Runs {
		s.WriteString(run.Text)
	}
	p.text(strings.ToUpper(s.String()), SansBold, small(), colour(ColorNavy), 16, b.y+4)
	if r.Side != "" {
		sw := fyne.MeasureText(r.Side, small(), Sans).Width
		p.text(r.Side, Sans, small(), colour(ColorGrey), width-lineRight-sw, b.y+4)
	}
	p.rect(colour(ColorHairline), 16, b.y+a.line+7, width-16-lineRight, 1, 0)
}

func (l *LineList) oneLine(runs []Run) []piece {
	ps, _ := l.metrics.flow(runs, 1e6)
	return ps
}

func (l *LineList) paintLine(p *pool, width float32, r LineRow, b rowBox) {
	selected := r.Line != "" && r.Line == l.selected
	if selected || l.also[r.Line] {
		back := ColorRowQuiet
		if l.surface.focused {
			back = ColorRow
		}
		p.rect(colour(back), 6, b.y, width-12, b.h, 4)
		if selected {
			p.rect(colour(ColorNavy), 6, b.y+3, 3, b.h-6, 1.5)
		}
	}
	left := l.left(r)
	lineH := l.metrics.of(Sans, textSize()).line
	y := b.y + linePad
	if r.Mark != "" {
		p.icon(r.Mark.Icon(), 17, y+(lineH-lineMark())/2, lineMark())
	}
	if r.Quote {
		p.rect(colour(ColorHairline), lineLeft(), y+2, 2, b.textHeight-4, 1)
	}
	if r.Faint {
		runs := make([]Run, len(r.Runs))
		for i, run := range r.Runs {
			run.Colour = ColorGrey
			runs[i] = run
		}
		p.pieces(&l.metrics, runs, b.pieces, left, y)
	} else {
		p.pieces(&l.metrics, r.Runs, b.pieces, left, y)
	}
	p.pieces(&l.metrics, r.Why, b.why, left, y+b.textHeight+2)
	x := width - lineRight
	if r.Status != "" && statusWidth(width) > 10 {
		a := l.metrics.of(Sans, small())
		word := a.elide(r.Status, statusWidth(width)-8)
		c := ColorGrey
		if selected {
			c = theme.ColorNameForeground
		}
		x -= fyne.MeasureText(word, small(), Sans).Width
		p.text(word, Sans, small(), colour(c), x, y+(lineH-a.line)*0.7)
		y += lineH
		x = width - lineRight
	}
	for _, badge := range r.Badges {
		x -= 13 * unit()
		p.icon(badge.Icon(), x, y-1, 12*unit())
		x -= 3
	}
}

// dropY returns the height at which a dragged line would land.
func (l *LineList) dropY() float32 {
	if l.dropAt < len(l.boxes) {
		return l.boxes[l.dropAt].y
	}
	last := l.boxes[len(l.boxes)-1]
	return last.y + last.h
}
