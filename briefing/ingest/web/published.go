package web

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
)

// daySeen is a day that stands on the page and may be the article's.
type daySeen struct {
	date     briefing.Date
	score    int
	labelled bool // the line says that it is the day of publication
}

// The least that must speak for a day that stands on the page. It is offered
// below that, and taken from there on.
const daySure = 4

// The least that speaks for a day that is printed at the headline as the one
// of publication: it stands against what the page states for programs.
const dayPrinted = 6

// publishedOn returns the day of publication as it stands on the page, with
// how much speaks for it, and the likeliest day where none is sure. top is the number of the headline's first
// text node, -1 if no heading shows it; address is the day in the page's
// address.
func publishedOn(blocks []draft.Block, marks []mark, top int, address briefing.Date, lang string) (sure daySeen, seen briefing.Date) {
	var all []daySeen
	first := headOfText(blocks, top)
	only := onlyTime(marks, lang)
	for _, m := range marks {
		if m.use != draft.BylineHint || m.hint&draft.CommentHint != 0 {
			continue
		}
		d := dates.Stated(m.value, lang)
		if !d.Complete() {
			d = dates.Only(m.text, lang)
		}
		if !d.Complete() {
			continue
		}
		score := 2 + nearness(distance(blocks, first, m.at))
		if m.hint&draft.AsideHint != 0 {
			score -= 2
		}
		if imprint.Holds(m.text, "updated") {
			score -= 3
		}
		if d == only {
			score += 2
		}
		all = append(all, daySeen{d, score, imprint.Holds(m.text, "published")})
	}
	for i, b := range blocks {
		if d, score := dayOfBlock(b, lang); d.Known() {
			all = append(all, daySeen{d, score + nearness(i-first), imprint.Holds(b.Text, "published")})
		}
	}
	var best daySeen
	for _, d := range all {
		if d.date == address {
			d.score += 3
		} else if address.Known() && !d.labelled {
			d.score -= 4
		}
		if d.score > best.score {
			best = d
		}
	}
	if best.score >= daySure {
		return best, briefing.Date{}
	}
	if address.Known() {
		return daySeen{}, address
	}
	return daySeen{}, best.date
}

// onlyTime returns the day of all <time> elements and the like, where they
// agree.
func onlyTime(marks []mark, lang string) briefing.Date {
	var only briefing.Date
	for _, m := range marks {
		if m.use != draft.BylineHint || m.value == "" {
			continue
		}
		d := dates.Stated(m.value, lang)
		if only.Known() && d.Known() && d != only {
			return briefing.Date{}
		}
		if d.Complete() {
			only = d
		}
	}
	return only
}

// headOfText returns the block of the headline; where no heading shows it,
// the one before the first long paragraph; -1 if there is none.
func headOfText(blocks []draft.Block, top int) int {
	const long = 150 // letters
	if i := firstOf(blocks, top); i >= 0 {
		return i
	}
	for i, b := range blocks {
		if b.Letters >= long && 2*b.Linked < b.Letters && b.Hint&(draft.AsideHint|draft.CommentHint) == 0 {
			return max(0, i-1)
		}
	}
	return -1
}

// firstOf returns the block that holds text node at, or -1.
func firstOf(blocks []draft.Block, at int) int {
	if at < 0 {
		return -1
	}
	for i, b := range blocks {
		if b.At >= at {
			return i
		}
	}
	return -1
}

// distance returns how many blocks behind the headline a text node stands.
func distance(blocks []draft.Block, first, at int) int {
	if first < 0 {
		return far
	}
	i := firstOf(blocks, at)
	if i < 0 {
		return far
	}
	return i - first
}

const far = 1000 // blocks: no neighbours

// nearness says how much a place speaks for a day: the lines over and under
// the headline.
func nearness(blocks int) int {
	switch {
	case -3 <= blocks && blocks <= 4:
		return 3
	case -6 <= blocks && blocks <= 8:
		return 2
	case blocks > 0 && blocks <= 15:
		return 1
	}
	return 0
}

// letterEnd returns s up to its last letter.
func letterEnd(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// beginsWithDay reports whether a text may begin with a dateline in figures.
func beginsWithDay(s string) bool {
	s = strings.TrimPrefix(s, "(")
	return s != "" && imprint.IsDigit(s[0]) && strings.Contains(s[:min(len(s), 20)], "20")
}

// dayOfBlock returns the day that a line names as its own and how much the
// line itself speaks for it; none for a line that says something else.
func dayOfBlock(b draft.Block, lang string) (briefing.Date, int) {
	const most = 160 // bytes of such a line
	if len(b.Text) > most && !beginsWithDay(b.Text) || b.Hint&draft.CommentHint != 0 || b.Kind == briefing.Caption {
		return briefing.Date{}, 0
	}
	text := b.Text
	if len(text) > most {
		text = text[:strings.LastIndex(text[:most], " ")+1]
	}
	found := dates.Find(text, lang)
	if len(found) == 0 || len(found) > 2 || !found[0].Sure() {
		return briefing.Date{}, 0
	}
	day, before := found[0], letterEnd(b.Text[:found[0].Start])
	if len(found) == 2 && found[1].Sure() && imprint.Holds(before, "updated") && !imprint.Holds(before, "published") {
		// "Updated 13 February, first published 12 February"
		if between := letterEnd(b.Text[day.End:found[1].Start]); imprint.Holds(between, "published") {
			day, before = found[1], between
		}
	}
	rest := letters.Alphabetic(b.Text) - letters.Alphabetic(day.Of(b.Text))
	score := 0
	switch {
	case imprint.Holds(before, "updated") && !imprint.Holds(before, "published"):
		score = -2
	case imprint.Holds(before, "published"):
		score = 3
	case rest <= 12:
		score = 2
	case day.Start <= 2 && b.Hint&(draft.AsideHint|draft.BylineHint) == 0 && rest > 60:
		score = 1 // the dateline of a text
	case b.Hint&draft.BylineHint != 0:
		score = 2
	case rest <= 60 && !strings.HasSuffix(b.Text, "."):
		score = 1
	}
	if score == 0 {
		return briefing.Date{}, 0
	}
	if b.Hint&draft.BylineHint != 0 {
		score++
	}
	if b.Hint&draft.AsideHint != 0 {
		score -= 2
	}
	return day.Date, score
}
