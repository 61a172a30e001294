package web

import (
	"net/url"
	"slices"
	"strings"

	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
)

// headline is an article's title and where on the page it stands.
type headline struct {
	text string
	at   int // number of the heading's first text node, -1 if no heading shows it
}

// headlineOf returns the headline: the heading that agrees with what the page
// states as its title, which often has a section and the site's name behind
// it; else the only first heading; else the stated title without the names.
func headlineOf(stated []string, marks []mark, sites []string) headline {
	var titles []string
	for _, t := range stated {
		t = letters.Unescaped(letters.Clean(t))
		if t != "" && !isSite(t, sites) {
			titles = append(titles, t)
		}
	}
	for _, m := range marks {
		if m.home && m.text != "" {
			sites = append(sites, letters.Squash(m.text))
		}
	}
	best, score := -1, 0
	firsts := 0
	for _, m := range marks {
		if m.level == 1 && !isSite(m.text, sites) && m.hint&(draft.AsideHint|draft.CommentHint) == 0 {
			firsts++
		}
	}
	for i, m := range marks {
		if s := headingScore(m, titles, sites, firsts); s > score {
			best, score = i, s
		}
	}
	if best >= 0 {
		return headline{withoutOverline(marks[best].text, titles), marks[best].at}
	}
	for _, t := range titles {
		if s := withoutSites(t, sites); s != "" {
			return headline{s, -1}
		}
	}
	return headline{at: -1}
}

// withoutOverline takes off a heading the words over the headline, where a title
// of the page is the rest: "Exclusive Talks resume in Oslo".
func withoutOverline(heading string, titles []string) string {
	const most, fewest = 3, 4 // words over it, and of a headline
	for _, t := range titles {
		over, ok := strings.CutSuffix(heading, t)
		if ok && over != "" && strings.HasSuffix(over, " ") && len(wordsIn(over)) <= most && len(wordsIn(t)) >= fewest {
			return t
		}
	}
	return heading
}

// headingScore says how much speaks for a heading; 0 is nothing.
func headingScore(m mark, titles, sites []string, firsts int) int {
	if m.use != draft.HeadlineHint || m.level > 3 || letters.Alphabetic(m.text) < 3 || m.hint&draft.CommentHint != 0 || isSite(m.text, sites) {
		return 0
	}
	agreed := 0
	for _, t := range titles {
		agreed = max(agreed, agreement(m.text, t))
	}
	score := 0
	switch {
	case agreed > 0:
		score = 10 + agreed
	case m.level == 1 && firsts == 1 && m.hint&draft.AsideHint == 0 && strings.Contains(m.text, " "):
		score = 3
	case m.level == 1 && m.own&draft.HeadlineHint != 0 && strings.Contains(m.text, " "):
		score = 4
	case m.level <= 2 && m.own&draft.HeadlineHint != 0 && firsts == 0 && m.hint&draft.AsideHint == 0:
		score = 1
	default:
		return 0
	}
	if m.level == 1 {
		score += 3
	}
	if m.own&draft.HeadlineHint != 0 {
		score++
	}
	if m.hint&draft.AsideHint != 0 {
		score -= 6
	}
	return score
}

// agreement says how well a heading agrees with a title: 0 not at all, more
// the more of the title it is. It must be the title, or a whole part of it.
func agreement(heading, title string) int {
	h, t := wordsIn(heading), wordsIn(title)
	switch {
	case len(h) == 0 || len(t) == 0:
		return 0
	case len(h) > len(t):
		h, t = t, h
		if 2*len(h) < len(t) {
			return 0
		}
	case 2*len(h) < len(t):
		if isPart(h, title) {
			return 1
		}
		return 0
	}
	for i := 0; i+len(h) <= len(t); i++ {
		if equalWords(t[i:i+len(h)], h) {
			return 1 + 4*len(h)/len(t)
		}
	}
	common := 0
	for _, w := range h {
		if slices.Contains(t, w) {
			common++
		}
	}
	if 10*common >= 7*len(t) && len(h) > 3 {
		return 1
	}
	return 0
}

// isPart reports whether words are what stands between two signs of a title.
func isPart(words []string, title string) bool {
	parts, _ := titleParts(title)
	for _, p := range parts {
		if w := wordsIn(p); len(w) == len(words) && equalWords(w, words) && len(words) > 1 {
			return true
		}
	}
	return false
}

func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !letters.Readable(r) })
}

func equalWords(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// sitesOf returns the names by which the site is known: what it states, and
// the names in its address.
func sitesOf(address string, outlets ...string) []string {
	var sites []string
	for _, o := range outlets {
		parts, _ := titleParts(o) // some state "Headline | Site"
		for _, p := range parts[len(parts)-1:] {
			if s := letters.Squash(p); s != "" {
				sites = append(sites, s)
			}
		}
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return sites
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	sites = append(sites, letters.Squash(host))
	parts := strings.Split(host, ".")
	for _, p := range parts[:max(0, len(parts)-1)] {
		if len(p) > 3 {
			sites = append(sites, letters.Squash(p))
		}
	}
	return sites
}

// isSite reports whether s is the site's name and nothing else.
func isSite(s string, sites []string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(letters.Squash(s), "www"), "the")
	for _, site := range sites {
		site = strings.TrimPrefix(site, "the")
		if s == site || s == "home" || s == "startseite" {
			return true
		}
		if len(s) > 4 && len(site) > 4 && (strings.HasPrefix(site, s) && 3*len(s) > 2*len(site) || strings.HasPrefix(s, site) && 3*len(site) > 2*len(s)) {
			return true
		}
	}
	return false
}

// titleSeparators part the headline from the names of section and site.
var titleSeparators = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " › ", " / ", " ~ ", " « ", " : "}

// withoutSites takes the site's name off a title, at its end with the section
// before it, or at its beginning.
//
//	"Talks resume - World - The Courier" → "Talks resume"
func withoutSites(title string, sites []string) string {
	parts, seps := titleParts(title)
	from, to := 0, len(parts)
	for i := to - 1; i > 0; i-- {
		if isSite(parts[i], sites) {
			to = i
			break
		}
	}
	if to < len(parts) {
		// The section before the site's name is a word or two behind a sign of the same kind.
		for to > 1 && seps[to-2] == seps[len(seps)-1] && len(wordsIn(parts[to-1])) <= 2 && len(wordsIn(parts[0])) > 2 {
			to--
		}
	}
	for to-from > 1 && isSite(parts[from], sites) {
		from++
	}
	var b strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			b.WriteString(seps[i-1])
		}
		b.WriteString(parts[i])
	}
	return strings.TrimSpace(b.String())
}

// titleParts cuts a title at its separators.
func titleParts(title string) (parts, seps []string) {
	start := 0
	for i := 0; i < len(title); i++ {
		for _, sep := range titleSeparators {
			if strings.HasPrefix(title[i:], sep) {
				parts, seps = append(parts, title[start:i]), append(seps, sep)
				start = i + len(sep)
				i = start - 1
				break
			}
		}
	}
	return append(parts, title[start:]), seps
}

// WithoutOutlet takes the outlet's name off the end of a title, where pages
// put it for the browser's tab.
func WithoutOutlet(title, outlet string) string {
	if outlet == "" {
		return title
	}
	return letters.Or(withoutSites(title, []string{letters.Squash(outlet)}), title)
}
