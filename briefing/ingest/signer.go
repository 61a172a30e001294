package ingest

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// authorMetas are the names under which pages state who wrote the article.
var authorMetas = []string{"author", "article:author", "article:author_name", "byl", "dc.creator", "citation_author", "parsely-author",
	"sailthru.author", "dcterms.creator", "dc.contributor"}

// writer is somebody who may have written the article, and how much speaks
// for it.
type writer struct {
	names string
	score int
}

// What speaks for names that a page states for programs: for those in linked
// data a little more than for those in fields, which are often the site's.
const (
	ldScore   = 13
	metaScore = 10
)

// signers returns who wrote the article, all of them: as the linked data say,
// as the page states for programs, as the lines about the headline say, and
// as the last lines of the text do. The name of the outlet, or an account, is
// taken only where no other is given.
func signers(h head, ld linkedData, blocks []block, marks []mark, m metadata, sites []string) string {
	all := []writer{{person(unescaped(ld.author)), ldScore}, {joinNames(h.authors), metaScore}, {h.writtenBy(), ldScore}}
	for _, w := range shownSigners(blocks, marks, m.top) {
		all = append(all, writer{w.names, 2 * w.score})
	}
	best := writer{}
	for _, w := range all {
		switch {
		case w.names == "", sameName(w.names, m.title):
			continue
		case isHouse(w.names, sites), strings.Contains(w.names, "www."):
			w.score -= 20
		case account(w.names):
			w.score -= 8
		}
		known := best.score >= metaScore && (strings.Contains(squash(best.names), squash(w.names)) || strings.HasPrefix(squash(w.names), squash(best.names)))
		if best.names == "" || w.score > best.score && !known {
			best = w
		}
	}
	return best.names
}

// isHouse reports whether a name is the site's, perhaps with an article
// before it.
func isHouse(s string, sites []string) bool {
	s = squash(s)
	return slices.ContainsFunc(sites, func(site string) bool {
		return s == site || len(site) > 4 && strings.HasSuffix(s, site) && len(s) <= len(site)+3
	})
}

// account reports whether a name is one for a program: "jane.doe".
func account(s string) bool {
	return !strings.Contains(s, " ") && strings.ToLower(s) == s
}

// joinNames joins what several fields state, each name once.
func joinNames(fields []string) string {
	var all []string
	for _, f := range fields {
		if name := person(unescaped(f)); name != "" && !slices.ContainsFunc(all, func(s string) bool { return sameName(s, name) || strings.Contains(s, name) }) && len(all) < 10 {
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}

// writtenBy returns the name in the pair of fields that publishing systems
// make for cards: twitter:label1 "Written by", twitter:data1 the name.
func (h head) writtenBy() string {
	for _, n := range []string{"1", "2"} {
		label := h.meta["twitter:label"+n]
		if rest, ok := afterWords(label, "by"); ok && rest == "" {
			return person(unescaped(h.meta["twitter:data"+n]))
		}
	}
	return ""
}

// shownSigners returns the names that stand on the page as those of its
// writers, the likeliest first.
func shownSigners(blocks []block, marks []mark, top int) []writer {
	first := headOfText(blocks, top)
	var all []writer
	add := func(name string, score int) {
		if name != "" && score > 0 {
			all = append(all, writer{name, score})
		}
	}
	var together []string // names of marks that stand side by side
	last := -far
	for _, m := range marks {
		if m.use != authorHint || m.hint&commentHint != 0 {
			continue
		}
		name, signed := signature(m.text)
		if name == "" || len(name) > 120 {
			continue
		}
		d := distance(blocks, first, m.at)
		score := nearness(d) + 1
		if m.named {
			score += 3
		}
		if signed {
			score += 2
		}
		if m.hint&asideHint != 0 && !m.named {
			score -= 2
		}
		if d-last <= 1 && last >= 0 && m.named && len(together) > 0 && !slices.ContainsFunc(together, func(s string) bool { return sameName(s, name) }) && len(together) < 6 {
			together = append(together, name)
			all[len(all)-1].names = strings.Join(together, ", ")
			last = d
			continue
		}
		last, together = d, nil
		if add(name, score); score > 0 {
			together = []string{name}
		}
	}
	for i, b := range blocks {
		const most = 160 // bytes of a line that names the writer
		if len(b.text) > most || b.hint&commentHint != 0 || b.kind == briefing.Caption || i == first {
			continue
		}
		for part := range strings.FieldsFuncSeq(b.text, func(r rune) bool { return r == '|' || r == '\n' }) {
			if !maySign(part) {
				continue
			}
			if name, signed := signature(part); signed && shortName(name) {
				add(name, 3+nearness(i-first))
				break
			}
		}
	}
	add(underText(blocks), 2)
	slices.SortStableFunc(all, func(a, b writer) int { return b.score - a.score })
	return all
}

// underText returns the name that stands alone in bold or slanted type under
// the text, where some papers have it.
func underText(blocks []block) string {
	const long = 60 // letters of a paragraph
	last := -1
	for i, b := range blocks {
		if b.letters >= long && 3*b.linked < b.letters && b.hint&(asideHint|commentHint) == 0 {
			last = i
		}
	}
	if last < 0 || last+1 >= len(blocks) {
		return ""
	}
	b := blocks[last+1]
	if words := len(strings.Fields(b.text)); b.bold < b.letters || b.linked > 0 || words < 2 || words > 3 || !shortName(b.text) || b.hint&(asideHint|commentHint) != 0 {
		return ""
	}
	name, _ := signature(b.text)
	return name
}

// shortName reports whether s is no more than a few words that do not end a
// sentence, each a name or what joins names.
func shortName(s string) bool {
	const most = 8 // words
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > most || strings.HasSuffix(s, ".") && len(words[len(words)-1]) > 3 || strings.ContainsAny(s, "?!:„“\"") {
		return false
	}
	capitals := 0
	for _, w := range words {
		if strings.ToLower(w) != w {
			capitals++
		}
	}
	return 2*capitals > len(words)
}
