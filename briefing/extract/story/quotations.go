package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// This stage finds what stands between quotation marks, on the raw text and
// before sentences: a sentence ends in the middle of a quotation as often as
// not. It handles
//
//	“We agree,” he said. “We go on.”      two, broken by the speaker
//	"We agree. ¶ "We go on," he said.     one, opened again in each paragraph
//	''We agree,'' 'We agree,' «We agree»  whatever the marks
//	"He told me ‘no’ twice," she said.    one, the inner marks are its words
//
// It does not find a quotation that has lost its opening mark.

// Quotation is a run of text between quotation marks.
type Quotation struct {
	briefing.Span               // of the words, without the outer marks and the space next to them
	Outer         briefing.Span // with the marks; without the closing one if it was never closed
	Words         int
	// first and last are the numbers of the paragraphs it begins and ends in.
	First, Last int
	single      bool // between single marks
	Apart       bool // a paragraph set apart, without marks
	Answer      bool // a paragraph that answers a question of an interview
	open        bool // never closed: it runs to the end of its paragraph
}

// FindQuotations adds the article's quotations to the document.
func FindQuotations(d *Document) {
	list := make([]briefing.Paragraph, len(d.Paragraphs))
	for i, p := range d.Paragraphs {
		list[i] = p.Paragraph
	}
	d.Quotations = scanQuotations(d.Text, list)
	findTurns(d)
}

// scanQuotations returns the quotations of text in order, not overlapping.
// Quotations never run across the end of a paragraph, unless the next one
// opens them again or closes them. Cost is linear in the length of the text.
func scanQuotations(text string, paragraphs []briefing.Paragraph) []Quotation {
	var s quotationScanner
	s.text = text
	// Paragraphs before hidden lie within a quoted report, whose last mark is
	// at closing.
	hidden, closing := 0, 0
	for i, p := range paragraphs {
		if p.Kind == briefing.Furniture {
			continue
		}
		if p.Kind == briefing.Heading {
			s.abandon()
		}
		if s.carried != nil {
			if until, at := s.encloses(paragraphs[i:]); until > 0 {
				hidden, closing = i+until, at
			}
		}
		if i < hidden {
			// All of it is the carried quotation's, marks and all.
			s.carried.Outer.End, s.carried.End, s.carried.Last = p.End, p.End, i
			if i+1 == hidden {
				q := s.carried
				s.carried = nil
				q.open = false
				s.keep(*q, q.Start, closing)
			}
			continue
		}
		s.paragraph(i, p.Start, min(p.End, len(text)))
		if p.Kind == briefing.Heading {
			s.abandon()
		}
	}
	s.abandon()
	return s.found
}

type quotationScanner struct {
	text  string
	found []Quotation
	// carried is a quotation that its paragraph left open.
	carried *Quotation
	family  markFamily
}

// paragraph scans text[from:to].
func (s *quotationScanner) paragraph(number, from, to int) {
	if from >= to {
		return
	}
	marks := scanMarks(s.text, from, to)
	ahead := lookAhead(s.text, marks)
	at := -1        // index of the mark that opened, or -1
	inner := 0      // nested quotations of another family that are open
	reopened := 0   // times the quotation was opened again within the paragraph
	nested := false // a straight mark has opened within curly ones
	var q Quotation

	if s.carried != nil {
		if i := s.resume(marks, from, ahead); i >= 0 {
			q, at = *s.carried, i
			s.carried = nil
			if marks[i].closes && !marks[i].opens {
				at = i - 1
			}
		} else {
			s.abandon()
		}
	}
	open := q.Outer.End > 0
	for i := at + 1; i < len(marks); i++ {
		m := marks[i]
		if !open {
			if !m.opens || !ahead[i].mayOpen {
				continue
			}
			if m.family == singleMark {
				c := ahead[i].singleClose
				if c < 0 {
					continue
				}
				s.keep(Quotation{Outer: briefing.Span{Start: m.start, End: marks[c].end}, First: number, Last: number, single: true}, m.end, marks[c].start)
				i = c
				continue
			}
			q = Quotation{Outer: briefing.Span{Start: m.start, End: m.end}, First: number, Last: number}
			q.Start = m.end
			s.family, open, inner, reopened, nested = m.family, true, 0, 0, false
			continue
		}
		if m.family == singleMark || (m.family == guillemetMark) != (s.family == guillemetMark) {
			continue
		}
		if m.family != s.family {
			switch {
			case s.family == curlyMark && ahead[i].closeCurly && (nested || !m.closes || m.opens || !breaksOff(s.text, m)):
				nested = m.opens && !m.closes || nested && !m.closes
				continue // “He said "no" twice” goes on to its own mark
			case m.sure && m.opens:
				inner++
				continue
			case inner > 0:
				inner--
				continue
			case !m.closes:
				continue
			}
		} else if !m.closes {
			reopened++
			continue
		} else if reopened > 0 && !m.opens && ahead[i].closesNext {
			reopened--
			continue
		}
		q.Outer.End, q.Last = m.end, number
		s.keep(q, q.Start, m.start)
		q, open = Quotation{}, false
	}
	if open {
		q.Outer.End, q.End, q.Last, q.open = to, to, number, true
		s.carried = &q
	}
}

// longestReport is the most paragraphs, after its first, of a report that an
// article quotes with the quotations in it.
const longestReport = 6

// encloses returns how many of the paragraphs still belong to the carried
// quotation because it quotes somebody in turn, or 0, and where its last mark
// is. Each opens with a mark, and the last one closes one mark more than it
// opens:
//
//	"The minister has left. ¶ "“I shall not be back,” she said."
func (s *quotationScanner) encloses(paragraphs []briefing.Paragraph) (int, int) {
	for k, p := range paragraphs[:min(longestReport, len(paragraphs))] {
		if p.Kind != briefing.Body && p.Kind != briefing.Quotation || p.End > len(s.text) || p.End-p.Start > longestReported {
			return 0, 0
		}
		opens, closes, last := 0, 0, mark{}
		marks := scanMarks(s.text, p.Start, p.End)
		for i, m := range marks {
			if m.family == singleMark {
				continue
			}
			if i == 0 && m.start > p.Start || m.opens == m.closes && m.end < p.End {
				return 0, 0
			}
			if last = m; m.opens && m.end < p.End {
				opens++
			} else {
				closes++
			}
		}
		if opens == 0 {
			return 0, 0
		}
		if closes == opens+1 && last.end == p.End && closes > 1 {
			return k + 1, last.start
		}
	}
	return 0, 0
}

// longestReported is the length in bytes of the longest paragraph of such a
// report.
const longestReported = 2000

// breaksOff reports whether the mark follows the comma before "he said", and
// so closes whatever mark has opened: “We go on," said Roe. "We agree.”
func breaksOff(text string, m mark) bool {
	return m.start > 0 && strings.IndexByte(",?!", text[m.start-1]) >= 0
}

// resume returns the mark at which the carried quotation goes on in this
// paragraph, or -1: the paragraph opens with a mark, or its first mark can
// only close.
func (s *quotationScanner) resume(marks []mark, from int, ahead []aheadOf) int {
	for i, m := range marks {
		if m.family == singleMark || (m.family == guillemetMark) != (s.family == guillemetMark) {
			continue
		}
		if m.opens && strings.TrimSpace(s.text[from:m.start]) == "" {
			return i
		}
		if m.closes && !m.opens && ahead[i].mayClose {
			return i
		}
		return -1
	}
	return -1
}

// abandon ends a quotation that is never closed at the end of the paragraph
// that left it open.
func (s *quotationScanner) abandon() {
	if q := s.carried; q != nil {
		s.carried = nil
		s.keep(*q, q.Start, q.Outer.End)
	}
}

// keep adds the quotation of text[from:to] if there is a word in it.
func (s *quotationScanner) keep(q Quotation, from, to int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(s.text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		from += n
	}
	for from < to {
		r, n := utf8.DecodeLastRuneInString(s.text[from:to])
		if !unicode.IsSpace(r) {
			break
		}
		to -= n
	}
	q.Span = briefing.Span{Start: from, End: to}
	if q.Words = CountWords(s.text[from:to]); q.Words > 0 {
		s.found = append(s.found, q)
	}
}

// aheadOf is what the marks after a mark say about it.
type aheadOf struct {
	mayOpen, mayClose bool
	closesNext        bool // the next double mark can only close
	closeCurly        bool // a curly mark closes before the next one opens
	singleClose       int  // the mark that closes this single mark, or -1
}

// lookAhead walks the marks once from the end.
func lookAhead(text string, marks []mark) []aheadOf {
	ahead := make([]aheadOf, len(marks))
	next := -1                   // the next double mark
	curly := false               // a curly closer comes before a curly opener
	sureSingle, single := -1, -1 // the next single marks that close for sure, and that may be a possessive
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		a := aheadOf{mayOpen: true, mayClose: true, closeCurly: curly, singleClose: -1}
		if next >= 0 {
			n := marks[next]
			a.closesNext = n.closes && !n.opens
		}
		inches := m.start > 0 && text[m.start-1] >= '0' && text[m.start-1] <= '9' && !m.opens
		if inches && m.family == straightMark {
			a.mayOpen, a.mayClose = false, false
		}
		if m.family == singleMark {
			switch {
			case m.opens && !m.closes:
				if !elided(text, m.end) {
					a.singleClose = sureSingle
					if sureSingle < 0 {
						a.singleClose = single
					}
				}
				if a.singleClose >= 0 {
					// What closes for this mark closes for none before it.
					sureSingle, single = -1, -1
				}
			case m.closes && !m.opens:
				if possessive(text, m.start) {
					single = i
				} else {
					sureSingle, single = i, i
				}
			}
		} else {
			next = i
			if m.family == curlyMark {
				curly = m.closes
			}
			sureSingle, single = -1, -1 // single marks never pair across double ones
		}
		ahead[i] = a
	}
	return ahead
}

// possessive reports whether a single mark at offset i may be the apostrophe
// of "workers' rights": it stands right after an s.
func possessive(text string, i int) bool { return i > 0 && (text[i-1] == 's' || text[i-1] == 'S') }

// elided reports whether the single mark before offset i begins a shortened
// word: 'em, 'til, 'cause, '90s, 's, 't.
func elided(text string, i int) bool {
	end := i
	for end < len(text) && end-i < 8 && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' || text[end] >= '0' && text[end] <= '9') {
		end++
	}
	switch w := strings.ToLower(text[i:end]); w {
	case "em", "til", "till", "cause", "bout", "n", "s", "t", "d", "ll", "re", "ve", "twas", "tis", "round", "neath":
		return true
	default:
		return w != "" && w[0] >= '0' && w[0] <= '9' && (strings.HasSuffix(w, "s") || len(w) == 2)
	}
}

// CountWords counts runs of letters and digits; an apostrophe, full stop or
// hyphen between two of them joins them.
func CountWords(s string) int {
	n, in, joint := 0, false, false
	for _, r := range s {
		switch {
		case IsWordRune(r) || unicode.Is(unicode.Mn, r):
			if !in && !joint {
				n++
			}
			in, joint = true, false
		case in && (r == '\'' || r == '’' || r == '.' || r == '-'):
			in, joint = false, true
		default:
			in, joint = false, false
		}
	}
	return n
}

// This stage says who said each quotation. A quotation takes the voice to its
// right, else the one to its left, else that of the quotation it goes on
// from. Where the text does not say who "he" is, the speaker stays "he".

// LeastWords is the least number of words of a quotation that is kept.
const LeastWords = 4
