package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// token is a word of a text as the index has it.
type token struct {
	briefing.Span        // in the text
	word          string // folded
	acronym       bool   // written in capitals or with points: "US", "U.S."
	// The first word of a compound such as "cease-fire", "Sana'a" or "1 200" has
	// the whole in one word, "ceasefire", and how many words it is made of.
	compound string
	parts    int
}

// longest is how much of a word the index keeps, in bytes.
const longest = 120

// tokens cuts a text into the words of the index. What people write in more
// than one way is one word: "U.S." and "US", "1,200" and "1200". A compound,
// which is written apart, with a hyphen or in one, is its parts, and the first
// of them knows the whole. Letters of scripts without spaces are words each.
func tokens(text string, each func(token)) {
	c := cutter{text: text}
	for {
		t, ok := c.next()
		if !ok {
			return
		}
		each(t)
	}
}

type cutter struct {
	text string
	at   int
	rest []token // of a compound
}

func (c *cutter) next() (token, bool) {
	if len(c.rest) > 0 {
		t := c.rest[0]
		c.rest = c.rest[1:]
		return t, true
	}
	for c.at < len(c.text) {
		if t, ok := c.plain(); ok {
			return t, true
		}
		r, n := c.rune(c.at)
		switch {
		case unspaced(r):
			t := token{Span: briefing.Span{Start: c.at, End: c.at + n}, word: fold(c.text[c.at : c.at+n])}
			c.at += n
			return t, true
		case wordLetter(r) && !invisible(r):
			if t := c.word(); t.word != "" {
				return t, true
			}
		default:
			c.at += n
		}
	}
	return token{}, false
}

// plain cuts what most of a text is made of: a word of small letters of ASCII
// that nothing joins to another. It is cut as word would cut it.
func (c *cutter) plain() (token, bool) {
	end := c.at
	for end < len(c.text) && 'a' <= c.text[end] && c.text[end] <= 'z' {
		end++
	}
	if n := end - c.at; n < 2 || n > longest { // a single letter may be an initial
		return token{}, false
	}
	if end < len(c.text) {
		if b := c.text[end]; b >= utf8.RuneSelf || b == '-' || b == '\'' || asciiWord[b] {
			return token{}, false
		}
	}
	t := token{Span: briefing.Span{Start: c.at, End: end}, word: c.text[c.at:end]}
	c.at = end
	return t, true
}

func (c *cutter) rune(at int) (rune, int) {
	if at >= len(c.text) {
		return utf8.RuneError, 0
	}
	if b := c.text[at]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.text[at:])
}

// run returns the end of the run of letters and digits at a place.
func (c *cutter) run(at int) int {
	for at < len(c.text) {
		if b := c.text[at]; b < utf8.RuneSelf {
			if !asciiWord[b] {
				break
			}
			at++
			continue
		}
		r, n := c.rune(at)
		if !wordLetter(r) || unspaced(r) {
			break
		}
		at += n
	}
	return at
}

// word cuts the word at c.at and goes on behind it.
func (c *cutter) word() token {
	start := c.at
	end := c.run(start)
	t := token{}
	// What joins words stands right behind the first.
	joined := end < len(c.text) && c.text[end] != ' ' && c.text[end] != '\n'
	if !joined {
		t = c.part(start, end)
		c.spaced(&t, end)
	} else if to := c.initials(start, end); to > end {
		end = to
		t.word, t.acronym = cut(fold(strings.ReplaceAll(c.text[start:end], ".", ""))), true
	} else if to := c.thousands(start, end); to > end {
		end = to
		t.word = cut(onlyDigits(c.text[start:end]))
	} else {
		t = c.part(start, end)
		c.compound(&t, end)
	}
	c.at = end
	if len(c.rest) > 0 {
		c.at = c.rest[len(c.rest)-1].End
	}
	t.Span = briefing.Span{Start: start, End: end}
	return t
}

func (c *cutter) part(start, end int) token {
	s := c.text[start:end]
	return token{Span: briefing.Span{Start: start, End: end}, word: cut(fold(s)), acronym: capitals(s)}
}

// cut shortens a word to what the index keeps of it.
func cut(word string) string {
	if len(word) <= longest {
		return word
	}
	n := longest
	for !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// initials returns the end of single letters with points between them, as in
// "U.S." and "p.m.", or end if there is one letter alone.
func (c *cutter) initials(start, end int) int {
	if !c.single(start, end) {
		return end
	}
	found := end
	for {
		if r, _ := c.rune(end); r != '.' {
			return found
		}
		next := c.run(end + 1)
		if !c.single(end+1, next) {
			if found > start && found == end {
				found = end + 1 // the last point
			}
			return found
		}
		end, found = next, next
	}
}

// asciiWord are the letters and digits of ASCII.
var asciiWord = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = wordLetter(rune(c))
	}
	return is
}()

// single reports whether a run is one letter.
func (c *cutter) single(start, end int) bool {
	r, n := c.rune(start)
	return end > start && start+n == end && unicode.IsLetter(r)
}

// thousands returns the end of a number with its thousands apart, or end if
// the run at start is no such number.
func (c *cutter) thousands(start, end int) int {
	if first := c.text[start:end]; len(first) > 3 || !digits(first) || first[0] == '0' {
		return end
	}
	for {
		r, n := c.rune(end)
		if !strings.ContainsRune(",.'’\u00a0\u202f", r) || n == 0 {
			return end
		}
		next := c.run(end + n)
		if next-end-n != 3 || !digits(c.text[end+n:next]) {
			return end
		}
		end = next
	}
}

// compound finds what hyphens and apostrophes join to a word that ends at a
// place, unless it is digits to digits, and keeps it as c.rest.
func (c *cutter) compound(t *token, end int) {
	last := t.word
	c.rest = c.rest[:0]
	for {
		r, n := c.rune(end)
		if n == 0 || !strings.ContainsRune("-‐‑'’", r) {
			break
		}
		next := c.run(end + n)
		if next == end+n {
			break
		}
		part := c.part(end+n, next)
		if part.word == "" || digits(last) && digits(part.word) || (r == '\'' || r == '’') && clitics[part.word] {
			break
		}
		c.rest = append(c.rest, part)
		last, end = part.word, next
	}
	c.join(t)
}

// clitics are what an apostrophe joins to a word of English without making
// another of it.
var clitics = map[string]bool{"s": true, "t": true, "d": true, "m": true, "re": true, "ve": true, "ll": true}

// spaced finds the further thousands of a number that has spaces between them,
// "1 200", and keeps them as c.rest. They may be numbers of their own.
func (c *cutter) spaced(t *token, end int) {
	if len(t.word) > 3 || !digits(t.word) || t.word[0] == '0' {
		return
	}
	c.rest = c.rest[:0]
	for end < len(c.text) && c.text[end] == ' ' {
		next := c.run(end + 1)
		if next-end-1 != 3 || !digits(c.text[end+1:next]) {
			break
		}
		c.rest = append(c.rest, c.part(end+1, next))
		end = next
	}
	c.join(t)
}

// join makes t the first word of a compound with c.rest, if there is any.
func (c *cutter) join(t *token) {
	if len(c.rest) == 0 {
		return
	}
	whole := t.word
	for _, part := range c.rest {
		whole += part.word
	}
	t.compound, t.parts = cut(whole), len(c.rest)+1
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// capitals reports whether a word is an acronym by its looks: two to five
// capitals.
func capitals(s string) bool {
	if len(s) < 2 || len(s) > 5 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
