package story

import (
	"unicode"
	"unicode/utf8"
)

// markFamily is the kind of quotation mark. Marks of one family open and
// close one another; guillemets and single marks only close their own.
type markFamily uint8

const (
	curlyMark     markFamily = iota // “ ” „ ‟
	straightMark                    // " ＂ '' ``
	guillemetMark                   // « »
	singleMark                      // ‘ ’ ' `
)

// mark is one quotation mark in a text.
type mark struct {
	start, end int // bytes of the mark itself
	family     markFamily
	// opens and closes tell which way the mark may be read, by its shape and
	// by the side the space is on. Both may hold, and neither.
	opens, closes bool
	// sure holds for a mark whose shape alone tells the way.
	sure bool
}

// scanMarks returns the quotation marks of text[from:to], in order. It looks
// at each byte a fixed number of times.
func scanMarks(text string, from, to int) []mark {
	var marks []mark
	for i := from; i < to; {
		c := text[i]
		if c < utf8.RuneSelf {
			switch c {
			case '"':
				marks = append(marks, sided(text, from, to, i, i+1, straightMark))
			case '\'', '`':
				if i+1 < to && text[i+1] == c && !(i+2 < to && text[i+2] == c) {
					m := sided(text, from, to, i, i+2, straightMark)
					if c == '`' {
						m.opens, m.closes, m.sure = true, false, true
					}
					marks = append(marks, m)
					i += 2
					continue
				}
				marks = append(marks, sided(text, from, to, i, i+1, singleMark))
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:to])
		switch r {
		case '“', '„', '‟', '”':
			m := sided(text, from, to, i, i+n, curlyMark)
			// A mark turned the wrong way counts as what its place says, but
			// only where the place leaves no doubt.
			wrong := m.closes && !m.opens
			if r == '”' {
				wrong = m.opens && !m.closes
			}
			if !wrong {
				m.opens, m.closes, m.sure = r != '”', r == '”', true
			}
			marks = append(marks, m)
		case '＂', '″':
			marks = append(marks, sided(text, from, to, i, i+n, straightMark))
		case '«', '»':
			m := sided(text, from, to, i, i+n, guillemetMark)
			// « and » stand apart from the word in French, and German turns
			// them round: the shape decides unless the place contradicts it.
			if m.opens == m.closes {
				m.opens, m.closes = r == '«', r == '»'
			}
			marks = append(marks, m)
		case '‘', '’', '‛':
			m := sided(text, from, to, i, i+n, singleMark)
			if r == '’' {
				m.opens = false
			} else if m.opens {
				m.closes = false
			}
			marks = append(marks, m)
		}
		i += n
	}
	return marks
}

// sided makes the mark text[start:end] with the ways its neighbours allow:
//
//	␣"word   opens        word"␣   closes       word"word   neither
//	␣"␣      both         ,"word   both
func sided(text string, from, to, start, end int, family markFamily) mark {
	prev, next := ' ', ' '
	if start > from {
		prev, _ = utf8.DecodeLastRuneInString(text[from:start])
	}
	if end < to {
		next, _ = utf8.DecodeRuneInString(text[end:to])
	}
	m := mark{start: start, end: end, family: family}
	left, right := opensAfter(prev), closesBefore(next)
	switch {
	case left && right:
		m.opens, m.closes = unicode.IsSpace(prev) || !unicode.IsSpace(next), true
	case left:
		m.opens = true
	case right:
		m.closes = true
	case IsWordRune(next): // said,"We go" and "we go"he have lost a space
		m.opens, m.closes = true, true
	default:
		m.closes = true
	}
	return m
}

// opensAfter reports whether an opening mark may follow r directly.
func opensAfter(r rune) bool {
	switch r {
	case '(', '[', '{', '—', '–', '-', '/', '“', '‘', '"', '\'', '«', '¿', '¡':
		return true
	}
	return unicode.IsSpace(r)
}

// closesBefore reports whether a closing mark may stand directly before r.
func closesBefore(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '—', '–', '-', '/', '”', '’', '"', '\'', '»', '…':
		return true
	}
	return unicode.IsSpace(r)
}

// IsWordRune reports whether r is a letter or a figure.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
