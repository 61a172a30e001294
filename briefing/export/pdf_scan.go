package export

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"

	"example.org/attache/briefing"
)

// The reader of our own PDFs. It knows the one way in which this package
// writes them: a plain table of objects, one page, fonts with a ToUnicode map.

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

func (s *scanner) skip() {
	for s.at < len(s.data) && isSpace(s.data[s.at]) {
		s.at++
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
		return pdfName(s.word()), nil
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
	case ')', '>', ']', '{', '}', '%':
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

func (s *scanner) numberOrWord() (pdfValue, error) {
	word := s.word()
	if word == "" {
		return nil, errSyntax
	}
	v, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return pdfKeyword(word), nil
	}
	// "12 0 R" is a reference.
	if rest := s.data[s.at:]; bytes.HasPrefix(rest, []byte(" 0 R")) && v >= 0 && v == float64(int(v)) {
		if len(rest) == 4 || isSpace(rest[4]) || isDelimiter(rest[4]) {
			s.at += 4
			return pdfRef(int(v)), nil
		}
	}
	return v, nil
}

func (s *scanner) array(depth int) (pdfValue, error) {
	var all pdfArray
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
		d[string(name)] = v
	}
}

func (s *scanner) literal() (pdfValue, error) {
	var out pdfString
	for s.at++; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; c {
		case ')':
			s.at++
			return out, nil
		case '\\':
			s.at++
			if s.at < len(s.data) {
				out = append(out, s.data[s.at])
			}
		default:
			out = append(out, c)
		}
	}
	return nil, errSyntax
}

func (s *scanner) hex() (pdfValue, error) {
	s.at++
	end := bytes.IndexByte(s.data[s.at:], '>')
	if end < 0 || end%2 != 0 {
		return nil, errSyntax
	}
	out := make(pdfString, end/2)
	for i := range out {
		v, err := strconv.ParseUint(string(s.data[s.at+2*i:s.at+2*i+2]), 16, 8)
		if err != nil {
			return nil, errSyntax
		}
		out[i] = byte(v)
	}
	s.at += end + 1
	return out, nil
}

// maxStream bounds what a stream may grow to, against files made to exhaust
// memory.
const maxStream = 64 << 20

// inflate undoes a stream's compression.
func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %v", briefing.ErrDamaged, err)
	}
	out, err := io.ReadAll(io.LimitReader(r, maxStream+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %v", briefing.ErrDamaged, err)
	case len(out) > maxStream:
		return nil, briefing.ErrTooLarge
	}
	return out, nil
}
