package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"example.org/attache/briefing"
)

// pdfValue is a parsed object: nil, float64, pdfName, pdfString, pdfRef,
// pdfArray, pdfDict or pdfKeyword.
type (
	pdfValue   any
	pdfName    string
	pdfString  []byte
	pdfKeyword string
	pdfRef     int
	pdfArray   []pdfValue
	pdfDict    map[string]pdfValue
)

// scanner reads objects from bytes. It never reads beyond them, and nests no
// deeper than maxNesting.
type scanner struct {
	data []byte
	at   int
}

const maxNesting = 50

var errSyntax = fmt.Errorf("%w: not a PDF object", briefing.ErrDamaged)

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip goes over white space and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case isSpace(c):
			s.at++
		case c == '%':
			end := bytes.IndexAny(s.data[s.at:], "\r\n")
			if end < 0 {
				end = len(s.data) - s.at
			}
			s.at += end
		default:
			return
		}
	}
}

// next reads one object or keyword; io.EOF ends the input.
func (s *scanner) next(depth int) (pdfValue, error) {
	s.skip()
	switch {
	case s.at >= len(s.data):
		return nil, io.EOF
	case depth > maxNesting:
		return nil, errSyntax
	}
	switch c := s.data[s.at]; c {
	case '/':
		s.at++
		return s.name(), nil
	case '(':
		return s.literal()
	case '[':
		s.at++
		return s.array(depth)
	case '<':
		if s.at+1 < len(s.data) && s.data[s.at+1] == '<' {
			s.at += 2
			return s.dict(depth)
		}
		return s.hex()
	case ')', '>', ']', '{', '}':
		return nil, errSyntax
	}
	return s.numberOrWord()
}

func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.data) && !isSpace(s.data[s.at]) && !isDelimiter(s.data[s.at]) {
		s.at++
	}
	return string(s.data[from:s.at])
}

// name reads a name, whose odd characters are written as #20.
func (s *scanner) name() pdfName {
	word := s.word()
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if v, err := strconv.ParseUint(word[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return pdfName(out)
}

func (s *scanner) numberOrWord() (pdfValue, error) {
	word := s.word()
	if word == "" {
		return nil, errSyntax
	}
	v, err := strconv.ParseFloat(word, 64)
	if err != nil || word[0] > '9' { // "Inf" and "NaN" are no numbers here
		return pdfKeyword(word), nil
	}
	if n, ok := s.reference(v); ok {
		return n, nil
	}
	return v, nil
}

// reference reads the rest of "12 0 R".
func (s *scanner) reference(v float64) (pdfRef, bool) {
	if v < 0 || v != float64(int(v)) {
		return 0, false
	}
	at := s.at
	s.skip()
	generation := s.word()
	s.skip()
	if _, err := strconv.ParseUint(generation, 10, 16); err == nil && s.word() == "R" {
		return pdfRef(int(v)), true
	}
	s.at = at
	return 0, false
}

func (s *scanner) array(depth int) (pdfValue, error) {
	all := pdfArray{}
	for {
		s.skip()
		if s.at < len(s.data) && s.data[s.at] == ']' {
			s.at++
			return all, nil
		}
		v, err := s.next(depth + 1)
		if err != nil {
			return nil, errSyntax
		}
		all = append(all, v)
	}
}

func (s *scanner) dict(depth int) (pdfValue, error) {
	d := pdfDict{}
	for {
		s.skip()
		if bytes.HasPrefix(s.data[s.at:], []byte(">>")) {
			s.at += 2
			return d, nil
		}
		key, err := s.next(depth + 1)
		name, ok := key.(pdfName)
		if err != nil || !ok {
			return nil, errSyntax
		}
		v, err := s.next(depth + 1)
		if err != nil {
			return nil, errSyntax
		}
		if v == pdfKeyword("null") {
			continue // the same as no entry
		}
		d[string(name)] = v
	}
}

// literal reads a string in brackets, which may hold others (ISO 32000-1,
// 7.3.4.2).
func (s *scanner) literal() (pdfValue, error) {
	out := pdfString{}
	open := 0
	for s.at++; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; c {
		case '(':
			open++
			out = append(out, c)
		case ')':
			if open == 0 {
				s.at++
				return out, nil
			}
			open--
			out = append(out, c)
		case '\\':
			s.at++
			out = s.escaped(out)
		default:
			out = append(out, c)
		}
	}
	return nil, errSyntax
}

// escaped reads what stands behind a backslash.
func (s *scanner) escaped(out pdfString) pdfString {
	if s.at >= len(s.data) {
		return out
	}
	c := s.data[s.at]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\r':
		if s.at+1 < len(s.data) && s.data[s.at+1] == '\n' {
			s.at++
		}
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	v := 0
	for n := 0; n < 3 && s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '7'; n++ {
		v = v*8 + int(s.data[s.at]-'0')
		s.at++
	}
	s.at-- // the loop goes on behind the last digit
	return append(out, byte(v))
}

// hex reads a string of hexadecimal digits; a last one alone counts as with a
// nought behind it.
func (s *scanner) hex() (pdfValue, error) {
	s.at++
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end < 0 {
		return nil, errSyntax
	}
	out, high, half := pdfString{}, byte(0), false
	for _, c := range s.data[s.at : s.at+end] {
		if isSpace(c) {
			continue
		}
		v, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			return nil, errSyntax
		}
		if half {
			out = append(out, high|byte(v))
		}
		high, half = byte(v)<<4, !half
	}
	if half {
		out = append(out, high)
	}
	s.at += end + 1
	return out, nil
}
