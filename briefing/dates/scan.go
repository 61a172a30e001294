package dates

import "example.org/attache/briefing"

// scanner reads the dates of a row of tokens.
type scanner struct {
	tokens []token
	reads  reads
}

// tok returns token i, or none.
func (s *scanner) tok(i int) token {
	if i < 0 || i >= len(s.tokens) {
		return token{}
	}
	return s.tokens[i]
}

// at reads a date that begins at token i and returns of how many tokens it
// is, 0 if none begins there.
func (s *scanner) at(i int) (Found, int) {
	t := s.tokens[i]
	switch {
	case t.digits == 0 && !t.word, s.within(i):
		return Found{}, 0
	case t.digits == 4:
		return s.yearFirst(i)
	case t.digits == 8 && !s.tok(i+1).is("-./"), t.digits == 14:
		return s.stamp(i)
	case t.digits == 1 || t.digits == 2:
		if f, n := s.numbers(i); n > 0 {
			return f, n
		}
		return s.dayMonth(i)
	case t.word && s.figureNear(i):
		return s.monthDay(i)
	}
	return Found{}, 0
}

// figureNear reports whether a number stands near behind word i: no month
// before a day is without one, and most words are not looked up for that.
func (s *scanner) figureNear(i int) bool {
	const near = 4 // a name of two words, its point, the day
	for k := i + 1; k <= i+near && k < len(s.tokens); k++ {
		if s.tokens[k].digits > 0 {
			return true
		}
	}
	return false
}

// within reports whether a number or letters go before token i without a
// blank, so that it is the end of something else: a version, an address.
func (s *scanner) within(i int) bool {
	t, before := s.tokens[i], s.tok(i-1)
	if i == 0 || t.spaced {
		return false
	}
	if before.is(".-/:_") && !before.spaced {
		p := s.tok(i - 2)
		return p.digits > 0
	}
	// Pages lose the blank between "Published on" and the day.
	return t.digits > 0 && (before.digits > 0 || before.word && !cjk(before.text) && (t.digits > 4 || len(before.text) < 2))
}

// cjk reports whether a word is of a script that does not part its words.
func cjk(word string) bool {
	for _, r := range word {
		return r >= 0x3040 && r < 0xD7FF
	}
	return false
}

// number returns the value of token i if it is a number of one or two digits
// up to most, else 0.
func (s *scanner) number(i, most int) int {
	if t := s.tok(i); (t.digits == 1 || t.digits == 2) && t.value <= most {
		return t.value
	}
	return 0
}

// year returns the value of token i if it can be a year, else 0.
func (s *scanner) year(i int) int {
	if t := s.tok(i); t.digits == 4 && Plausible(t.value) {
		return t.value
	}
	return 0
}

// whole is a date of n tokens, or none if it is not on the calendar.
func whole(d briefing.Date, n int) (Found, int) {
	if !d.Complete() {
		return Found{}, 0
	}
	return Found{Date: d}, n
}

// yearFirst reads 2019-12-05, 2019/12/5, 2024. 2. 12., 2024年2月12日, and
// 2024. február 12., 2024 m. vasario 12 d., 2024. gada 12. februāris.
func (s *scanner) yearFirst(i int) (Found, int) {
	y := s.year(i)
	if y == 0 {
		return Found{}, 0
	}
	next := s.tok(i + 1)
	if next.is("-./") && s.tok(i+3).text == next.text {
		if m, d := s.number(i+2, 12), s.number(i+4, 31); m > 0 && d > 0 && !(s.tok(i+5).is("-/") && s.tok(i+6).digits > 0) {
			return whole(Day(y, m, d), 5)
		}
	}
	if cjk(next.text) {
		if m, d := s.number(i+2, 12), s.number(i+4, 31); m > 0 && d > 0 && cjk(s.tok(i+3).text) && cjk(s.tok(i+5).text) {
			return whole(Day(y, m, d), 6)
		}
	}
	k := i + 1
	for k < i+4 && (s.tok(k).is(".,-") || yearWords[fold(s.tok(k).text)]) {
		k++
	}
	if m, n := s.month(k); m > 0 {
		k += n
		if s.tok(k).is(".-") {
			k++
		}
		if d := s.number(k, 31); d > 0 && !s.tok(k+1).is(":") {
			return whole(Day(y, m, d), k+1-i)
		}
		return Found{}, 0
	}
	if d := s.number(k, 31); d > 0 && k > i+1 && s.tok(k+1).is(".") {
		if m, n := s.month(k + 2); m > 0 {
			return whole(Day(y, m, d), k+2+n-i)
		}
	}
	return Found{}, 0
}

// yearWords say that a number is a year.
var yearWords = map[string]bool{"m": true, "gada": true, "y": true, "г": true}

// stamp reads 20191205 and 20191205080000.
func (s *scanner) stamp(i int) (Found, int) {
	v := s.tokens[i].value
	y := v / 10000
	if y < 1900 || y > 2100 {
		return Found{}, 0
	}
	return whole(Day(y, v/100%100, v%100), 1)
}

// numbers reads 5.12.2019, 5/12/2019, 5-12-2019 and, with dots, 5.12.19.
func (s *scanner) numbers(i int) (Found, int) {
	sep := s.tok(i + 1)
	if !sep.is("./-") || s.tok(i+3).text != sep.text {
		return Found{}, 0
	}
	a, b, y := s.number(i, 31), s.number(i+2, 31), s.year(i+4)
	if short := s.tok(i + 4); y == 0 && short.digits == 2 && sep.text == "." && !s.tok(i+2).spaced && !short.spaced && short.value >= 10 {
		y = century(short.value)
	}
	if a == 0 || b == 0 || y == 0 || s.tok(i+5).text == sep.text && s.tok(i+6).digits > 0 && !s.tok(i+6).spaced {
		return Found{}, 0
	}
	dayFirst, monthFirst := Day(y, b, a), Day(y, a, b)
	if sep.text == "." || s.reads.dayFirst && dayFirst.Known() {
		return whole(dayFirst, 5)
	}
	if s.reads.monthFirst && monthFirst.Known() {
		return whole(monthFirst, 5)
	}
	switch {
	case !dayFirst.Known():
		return whole(monthFirst, 5)
	case monthFirst.Known() && a != b:
		return Found{Date: dayFirst, Other: monthFirst}, 5
	}
	return whole(dayFirst, 5)
}

// month returns the month that the word at k names and of how many tokens its
// name is, with the point of a short form.
func (s *scanner) month(k int) (m, n int) {
	t := s.tok(k)
	if !t.word {
		return 0, 0
	}
	if next := s.tok(k + 1); next.word {
		if m := anyMonth(t.text+" "+next.text, s.reads.lang); m > 0 {
			return m, 2
		}
	}
	if m := anyMonth(t.text, s.reads.lang); m > 0 {
		return m, 1
	}
	if fold(t.text) == "thang" { // Vietnamese: tháng 2
		return s.number(k+1, 12), 2
	}
	return 0, 0
}

// dayMonth reads 5 December 2019, 5th of December, 2019, 5. prosince 2019,
// 5 de diciembre de 2019, 12-Feb-2024.
func (s *scanner) dayMonth(i int) (Found, int) {
	d := s.number(i, 31)
	if d == 0 {
		return Found{}, 0
	}
	k := i + 1
	if t := s.tok(k); t.word && !t.spaced && ordinals[fold(t.text)] || t.is("ºª°") {
		k++
	}
	k = s.pass(k, ".-/,")
	m, n := s.month(k)
	if m == 0 {
		return Found{}, 0
	}
	k = s.pass(k+n, ".,-/'’")
	if y := s.year(k); y > 0 {
		return whole(Day(y, m, d), k+1-i)
	}
	if t := s.tok(k); t.digits == 2 && s.tok(k-1).is("-'’") && t.value >= 10 {
		return whole(Day(century(t.value), m, d), k+1-i)
	}
	return Found{}, 0
}

// monthDay reads December 5, 2019, Dec. 5th 2019 and Dec 5 17:57:00 CET 2019.
func (s *scanner) monthDay(i int) (Found, int) {
	m, n := s.month(i)
	if m == 0 {
		return Found{}, 0
	}
	k := i + n
	if s.tok(k).is(".-/") {
		k++
	}
	d := s.number(k, 31)
	if d == 0 {
		return Found{}, 0
	}
	if k++; s.tok(k).word && !s.tok(k).spaced && ordinals[fold(s.tok(k).text)] {
		k++
	}
	k = s.pass(k, ".,-/'’")
	if y := s.year(k); y > 0 {
		return whole(Day(y, m, d), k+1-i)
	}
	if s.number(k, 23) > 0 || s.tok(k).digits > 0 && s.tok(k).value == 0 {
		for k < i+14 && (s.tok(k).digits == 2 || s.tok(k).digits == 1 || s.tok(k).is(":,+-") || s.tok(k).word && len(s.tok(k).text) <= 4) {
			k++
		}
		if y := s.year(k); y > 0 {
			return whole(Day(y, m, d), k+1-i)
		}
	}
	return Found{}, 0
}

// pass returns the first token from k on that is neither one of the signs nor
// a word between the parts of a date.
func (s *scanner) pass(k int, signs string) int {
	for most := k + 3; k < most && (s.tok(k).is(signs) || s.tok(k).word && fillers[fold(s.tok(k).text)]); k++ {
	}
	return k
}

var (
	// fillers stand between the parts of a date and mean nothing in it.
	fillers = map[string]bool{"of": true, "de": true, "del": true, "di": true, "d": true, "the": true, "el": true, "le": true,
		"nam": true, "năm": true, "г": true}
	// ordinals are the endings of a day's number.
	ordinals = map[string]bool{"": true, "st": true, "nd": true, "rd": true, "th": true, "er": true, "o": true, "re": true,
		"e": true, "a": true, "ter": true, "i": true}
)
