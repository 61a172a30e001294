package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"

	"example.org/attache/briefing/export/trace"
)

// matrix maps points: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the map that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f}
}

func (m matrix) at(x, y float64) (float64, float64) { return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f }

// state is what drawing commands have set (ISO 32000-1, 8.4 and 9.3).
type state struct {
	ctm                              matrix
	font                             *readFont
	size, char, word, scale, leading float64
	rise                             float64
	mode                             int
	pale                             bool
}

// viewer follows the drawing commands of a page and notes what they show.
type viewer struct {
	*file
	sheet  sheetBox
	now    state
	saved  []state
	text   matrix
	line   matrix
	fonts  map[string]*readFont // by resource dictionary and name
	flow   flow
	inked  bool // text was shown
	hashes map[string]bool
	added  map[string]bool
	seen   trace.Seen
}

// sheetBox is the part of a page that shows, in its own space.
type sheetBox struct{ left, bottom, right, top float64 }

func (b sheetBox) holds(x, y float64) bool {
	return x > b.left-1 && x < b.right+1 && y > b.bottom-1 && y < b.top+1
}

// add notes, once, something that no export of ours has.
func (v *viewer) add(format string, args ...any) {
	s := fmt.Sprintf(format, args...)
	if !v.added[s] {
		v.added[s] = true
		v.seen.Added = append(v.seen.Added, s)
	}
}

// maxForms bounds how deep drawings may hold drawings.
const maxForms = 12

// draw follows drawing commands with the resources they name.
func (v *viewer) draw(content []byte, resources pdfDict, depth int) error {
	if depth > maxForms {
		return damaged("drawings within drawings")
	}
	var stack []pdfValue
	s := &scanner{data: content}
	for {
		value, err := s.next(0)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged("content")
		}
		op, isOp := value.(pdfKeyword)
		if !isOp || op == "true" || op == "false" || op == "null" {
			if stack = append(stack, value); len(stack) > 1000 {
				return damaged("content")
			}
			continue
		}
		if err := v.do(op, operands(stack), resources, depth, s); err != nil {
			return err
		}
		stack = stack[:0]
	}
}

// operands are what stands before a command.
type operands []pdfValue

// number returns the nth operand from the end, from 1; 0 if it is no number.
func (o operands) number(n int) float64 {
	if n > len(o) {
		return 0
	}
	v, _ := o[len(o)-n].(float64)
	return v
}

func (o operands) last() pdfValue {
	if len(o) == 0 {
		return nil
	}
	return o[len(o)-1]
}

func (o operands) matrix() matrix {
	return matrix{o.number(6), o.number(5), o.number(4), o.number(3), o.number(2), o.number(1)}
}

// do follows one command.
func (v *viewer) do(op pdfKeyword, o operands, resources pdfDict, depth int, s *scanner) error {
	n := &v.now
	switch op {
	case "q":
		if v.saved = append(v.saved, *n); len(v.saved) > 1000 {
			return damaged("content")
		}
	case "Q":
		if k := len(v.saved) - 1; k >= 0 {
			*n, v.saved = v.saved[k], v.saved[:k]
		}
	case "cm":
		n.ctm = o.matrix().then(n.ctm)
	case "Do":
		return v.external(o, resources, depth)
	case "BI":
		v.add("a picture")
		end := bytes.Index(s.data[s.at:], []byte("EI"))
		if end < 0 {
			return damaged("content")
		}
		s.at += end + 2
	case "sh":
		v.add("a shade of colour")
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
		if v.inked {
			v.add("a drawing over the text")
		}
	case "rg", "g", "k", "sc", "scn":
		n.pale = paleOf(o)
	case "gs":
		return v.graphics(o, resources)
	case "BDC":
		if len(o) == 2 && o[0] == pdfName("OC") {
			v.add("a layer that can be switched off")
		}
	default:
		return v.textCommand(op, o, resources)
	}
	return nil
}

// paleOf reports whether a colour does not show on white, by the number of its
// components: grey, RGB or CMYK.
func paleOf(o operands) bool {
	switch len(o) {
	case 1:
		g := o.number(1)
		return paleColour(g, g, g)
	case 3:
		return paleColour(o.number(3), o.number(2), o.number(1))
	case 4:
		k := 1 - o.number(1)
		return paleColour((1-o.number(4))*k, (1-o.number(3))*k, (1-o.number(2))*k)
	}
	return false
}

// graphics follows a set of parameters; what matters is whether it makes text
// transparent.
func (v *viewer) graphics(o operands, resources pdfDict) error {
	name, _ := o.last().(pdfName)
	all, err := v.object(resources["ExtGState"])
	if err != nil {
		return err
	}
	d, _ := all.(pdfDict)
	set, err := v.object(d[string(name)])
	if err != nil {
		return err
	}
	parameters, _ := set.(pdfDict)
	if a, ok := parameters["ca"].(float64); ok && a < .3 {
		v.now.pale = true
	}
	return nil
}

// external draws what stands outside of the content: another drawing, or a
// picture.
func (v *viewer) external(o operands, resources pdfDict, depth int) error {
	name, _ := o.last().(pdfName)
	all, err := v.dict(resources["XObject"])
	if err != nil {
		return err
	}
	d, data, err := v.stream(all[string(name)])
	if err != nil {
		return err
	}
	if d["Subtype"] != pdfName("Form") {
		v.add("a picture")
		return nil
	}
	own := resources
	if d["Resources"] != nil {
		if own, err = v.dict(d["Resources"]); err != nil {
			return err
		}
	}
	kept := v.now
	if m, ok := d["Matrix"].(pdfArray); ok && len(m) == 6 {
		v.now.ctm = operands(m).matrix().then(v.now.ctm)
	}
	err = v.draw(data, own, depth+1)
	v.now = kept
	return err
}

// textCommand follows a command that sets or shows text.
func (v *viewer) textCommand(op pdfKeyword, o operands, resources pdfDict) error {
	n := &v.now
	switch op {
	case "BT":
		v.text, v.line = identity, identity
	case "Tf":
		if len(o) < 2 {
			return damaged("content")
		}
		n.size = o.number(1)
		return v.setFont(o[len(o)-2], resources)
	case "Tc":
		n.char = o.number(1)
	case "Tw":
		n.word = o.number(1)
	case "Tz":
		n.scale = o.number(1) / 100
	case "TL":
		n.leading = o.number(1)
	case "Ts":
		n.rise = o.number(1)
	case "Tr":
		n.mode = int(o.number(1))
	case "Td":
		v.next(o.number(2), o.number(1))
	case "TD":
		n.leading = -o.number(1)
		v.next(o.number(2), o.number(1))
	case "Tm":
		v.line = o.matrix()
		v.text = v.line
	case "T*":
		v.next(0, -n.leading)
	case "Tj":
		v.show(o.last())
	case "'":
		v.next(0, -n.leading)
		v.show(o.last())
	case "\"":
		n.word, n.char = o.number(3), o.number(2)
		v.next(0, -n.leading)
		v.show(o.last())
	case "TJ":
		parts, _ := o.last().(pdfArray)
		for _, p := range parts {
			if by, ok := p.(float64); ok {
				v.move(-by / 1000 * n.size * n.scale)
			} else {
				v.show(p)
			}
		}
	}
	return nil
}

func (v *viewer) next(x, y float64) {
	v.line = matrix{1, 0, 0, 1, x, y}.then(v.line)
	v.text = v.line
}

func (v *viewer) move(x float64) { v.text = matrix{1, 0, 0, 1, x, 0}.then(v.text) }

func (v *viewer) setFont(name pdfValue, resources pdfDict) error {
	fonts, err := v.dict(resources["Font"])
	if err != nil {
		return err
	}
	of, _ := name.(pdfName)
	key := fmt.Sprint(fonts[string(of)])
	if v.fonts[key] == nil || fonts[string(of)] == nil {
		font, err := v.font(fonts[string(of)])
		if err != nil {
			return err
		}
		v.fonts[key] = font
		v.hashes[font.hash] = true
	}
	v.now.font = v.fonts[key]
	return nil
}

// invisible is the mode in which text is not drawn (ISO 32000-1, 9.3.6).
const invisible = 3

// show notes the glyphs of a string.
func (v *viewer) show(value pdfValue) {
	s, _ := value.(pdfString)
	n := v.now
	if n.font == nil {
		return
	}
	v.inked = v.inked || len(s) > 0
	for _, code := range n.font.codes(s) {
		m := v.text.then(n.ctm)
		x, y := m.at(0, n.rise)
		size := n.size * math.Hypot(m.c, m.d)
		by := n.font.advance(code)*n.size + n.char
		if n.font.bytes == 1 && code == ' ' {
			by += n.word
		}
		by *= n.scale
		w := by * math.Hypot(m.a, m.b)
		if v.sheet.holds(x, y) && n.mode != invisible && n.mode != 7 {
			v.flow.add(drawn{text: n.font.character(code), x: x - v.sheet.left, y: v.sheet.top - y, w: w, size: size, pale: n.pale})
		}
		v.move(by)
	}
}
