package database

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
)

// FromReview returns the articles of a press review or of cuttings: each has a
// heading with a line below or above it that says where and when it stood.
//
//	Bridge reopens
//	The Courier, 3 March 2024, by Ana Prieto
//	…
//
// Two such headings with text below show the form; nil if there are none.
func FromReview(blocks []cutting.Block) []cutting.Cutting {
	var all []cutting.Cutting
	var starts []int // first block of each article
	full := 0
	for i := 0; i < len(blocks); i++ {
		c, title, n := reviewHead(blocks, i)
		if n == 0 {
			continue
		}
		c.Blocks = append(c.Blocks, cutting.Block{Text: blocks[title].Text, Kind: briefing.Heading})
		starts, all = append(starts, i), append(all, c)
		i += n - 1
	}
	for k := range all {
		from, to := starts[k], len(blocks)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		if k == 0 {
			from = 0
		}
		_, title, n := reviewHead(blocks, starts[k])
		all[k].Blocks = nil
		size := 0
		for i := from; i < to; i++ {
			b := blocks[i]
			switch {
			case i == title:
				b.Kind = briefing.Heading
			case i < starts[k]+n:
				b.Kind = briefing.Furniture
			case b.Kind != briefing.Furniture:
				size += letters.Count(b.Text)
			}
			all[k].Blocks = append(all[k].Blocks, b)
		}
		const fewest = 60 // letters of an article
		if size >= fewest {
			full++
		}
	}
	if full < 2 || full < len(all) {
		return nil
	}
	return all
}

// reviewHead reads the head of an article that begins with block i: its title
// and the line with its source, in either order, and the author's line. n is
// the number of blocks, 0 if none begins there.
func reviewHead(blocks []cutting.Block, i int) (c cutting.Cutting, title, n int) {
	if i+1 >= len(blocks) {
		return c, 0, 0
	}
	source := i + 1
	title = i
	if !isTitle(blocks[i]) {
		source, title = i, i+1
		if !isTitle(blocks[title]) {
			return c, 0, 0
		}
	}
	c, ok := sourceLine(blocks[source])
	if !ok {
		return c, 0, 0
	}
	c.Title = letters.Squeeze(blocks[title].Text)
	n = 2
	if i+n < len(blocks) && c.Byline == "" {
		if s := blocks[i+n].Text; len(s) < 100 && byline(s) != s && !strings.ContainsAny(s, ".!?") {
			c.Byline = byline(s)
			n++
		}
	}
	return c, title, n
}

// isTitle reports whether a block can be the title of an article.
func isTitle(b cutting.Block) bool {
	return b.Kind == briefing.Heading && utf8.RuneCountInString(b.Text) <= 250 && strings.ContainsFunc(b.Text, unicode.IsLetter)
}

// sourceLine reads a line such as "The Courier, 3 March 2024, by Ana Prieto".
func sourceLine(b cutting.Block) (c cutting.Cutting, ok bool) {
	const most = 160 // bytes
	s := letters.Squeeze(b.Text)
	if b.Kind == briefing.Heading || len(s) > most || strings.HasSuffix(s, ".") && strings.Count(s, " ") > 10 {
		return c, false
	}
	found := dates.Find(s, "")
	if len(found) != 1 || !found[0].Date.Complete() {
		return c, false
	}
	const dividers = " \t,;:|/·•–—-()[]"
	c.Date = s[found[0].Start:found[0].End]
	before, after := strings.Trim(s[:found[0].Start], dividers), strings.Trim(s[found[0].End:], dividers)
	if words := strings.Fields(before); len(words) > 1 && isWeekday(words[len(words)-1]) {
		before = strings.Trim(strings.Join(words[:len(words)-1], " "), dividers)
	}
	if words := strings.Fields(before); len(words) > 1 && slices.Contains([]string{"le", "am", "on", "el", "den", "vom", "of", "du", "il"}, words[len(words)-1]) {
		before = strings.Trim(strings.Join(words[:len(words)-1], " "), dividers)
	}
	parts := strings.FieldsFunc(after, func(r rune) bool { return strings.ContainsRune(",;|·•–—", r) })
	c.Outlet = before
	for _, p := range parts {
		switch p = strings.TrimSpace(p); {
		case isPlace(p):
		case byline(p) != p && c.Byline == "":
			c.Byline = byline(p)
		case c.Outlet == "":
			c.Outlet = p
		case c.Byline == "" && isByline(p):
			c.Byline = p
		}
	}
	// The outlet can stand before the author: "The Courier, Ana Prieto, 3 March".
	if outlet, by, two := strings.Cut(c.Outlet, ","); two && c.Byline == "" && (isByline(strings.TrimSpace(by)) || byline(strings.TrimSpace(by)) != strings.TrimSpace(by)) {
		c.Outlet, c.Byline = strings.TrimSpace(outlet), byline(strings.TrimSpace(by))
	}
	const longest = 70 // bytes of the name of a paper
	ok = c.Outlet != "" && len(c.Outlet) <= longest && len(strings.Fields(c.Outlet)) <= 8 && !strings.ContainsAny(c.Outlet, ".!?\"“”") &&
		strings.ContainsFunc(c.Outlet, unicode.IsUpper)
	return c, ok
}

func isWeekday(s string) bool { return weekday().MatchString(strings.Trim(s, ".,")) }

var weekday = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$`)

// isPlace reports whether words name a page, a section or a time.
func isPlace(s string) bool {
	low := strings.ToLower(s)
	for _, p := range []string{"page", "p.", "pp.", "pg", "seite", "s.", "pág", "section", "edition", "vol", "no.", "nr.", "n°"} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return !strings.ContainsFunc(s, unicode.IsLetter)
}
