package web

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
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
	// More than for the name of an account, less than for any other that is stated.
	bracketScore = 6
)

// signers returns who wrote the article, all of them: as the linked data say,
// as the page states for programs, as the lines about the headline say, and
// as the last lines of the text do. The name of the outlet, or an account, is
// taken only where no other is given.
func signers(h head, ld linkedData, blocks []draft.Block, marks []mark, m Metadata, sites []string) string {
	all := []writer{{imprint.Person(letters.Unescaped(ld.author)), ldScore}, {joinNames(h.authors), metaScore}, {h.writtenBy(), ldScore}}
	for _, w := range shownSigners(blocks, marks, m.top) {
		all = append(all, writer{w.names, 2 * w.score})
	}
	best := writer{}
	all = append(all, writer{inBrackets(blocks), bracketScore})
	for _, w := range all {
		switch {
		case w.names == "", imprint.SameName(w.names, m.Title):
			continue
		case isHouse(w.names, sites), strings.Contains(w.names, "www."):
			w.score -= 20
		case account(w.names):
			w.score -= 8
		case imprint.Holds(w.names, "house"):
			w.score -= 6
		}
		known := best.score >= metaScore && (strings.Contains(letters.Squash(best.names), letters.Squash(w.names)) || strings.HasPrefix(letters.Squash(w.names), letters.Squash(best.names)))
		if best.names == "" || w.score > best.score && !known {
			best = w
		}
	}
	if full := letters.Clean(m.Outlet); strings.HasPrefix(full, best.names+" ") && best.names != "" && !strings.Contains(best.names, " ") && shortName(full) && strings.Count(full, " ") < 3 {
		return full // of a site that bears its writer's name
	}
	return best.names
}

// isHouse reports whether a name is the site's, perhaps with an article
// before it.
func isHouse(s string, sites []string) bool {
	s = letters.Squash(s)
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
		if name := imprint.Person(letters.Unescaped(f)); name != "" && !slices.ContainsFunc(all, func(s string) bool { return imprint.SameName(s, name) || strings.Contains(s, name) }) && len(all) < 10 {
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
		if rest, ok := imprint.After(label, "by"); ok && rest == "" {
			return imprint.Person(letters.Unescaped(h.meta["twitter:data"+n]))
		}
	}
	return ""
}

// shownSigners returns the names that stand on the page as those of its
// writers, the likeliest first.
func shownSigners(blocks []draft.Block, marks []mark, top int) []writer {
	first := headOfText(blocks, top)
	var all []writer
	add := func(name string, score int) {
		if name != "" && score > 0 {
			all = append(all, writer{name, score})
		}
	}
	var together []string  // names of marks that stand side by side
	last, line := -far, -1 // the block of writers' links that the last one stands in
	for _, m := range marks {
		if m.use != draft.AuthorHint || m.hint&draft.CommentHint != 0 {
			continue
		}
		name, signed := imprint.Signature(m.text)
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
		if m.hint&draft.AsideHint != 0 && !m.named {
			score -= 2
		}
		if (d-last <= 1 && last >= 0 && m.named || line >= 0 && line == holding(blocks, m.at) && !account(name)) && len(together) > 0 && !slices.ContainsFunc(together, func(s string) bool { return imprint.SameName(s, name) }) && len(together) < 6 {
			together = append(together, name)
			all[len(all)-1].names = strings.Join(together, ", ")
			last = d
			continue
		}
		last, together, line = d, nil, holding(blocks, m.at)
		if line >= 0 && !namesWriters(blocks[line]) {
			line = -1
		}
		if add(name, score); score > 0 {
			together = []string{name}
		}
	}
	for i, b := range blocks {
		const most = 160 // bytes of a line that names the writer
		if len(b.Text) > most || b.Hint&draft.CommentHint != 0 || b.Kind == briefing.Caption || i == first {
			continue
		}
		for part := range strings.FieldsFuncSeq(b.Text, func(r rune) bool { return r == '|' || r == '\n' }) {
			if !imprint.MaySign(part) {
				continue
			}
			if name, signed := imprint.Signature(part); signed && shortName(name) {
				add(name, 3+nearness(i-first))
				break
			}
		}
	}
	add(underText(blocks), 2)
	slices.SortStableFunc(all, func(a, b writer) int { return b.score - a.score })
	return all
}

// namesWriters reports whether a line that has a link to a writer's page has
// such links and little more: what joins the names.
func namesWriters(b draft.Block) bool {
	const between = 8 // letters
	return len(b.Text) < 200 && b.Linked > 0 && b.Letters-b.Linked <= between
}

// holding returns the block that holds text node at, or -1.
func holding(blocks []draft.Block, at int) int {
	i, found := slices.BinarySearchFunc(blocks, at, func(b draft.Block, at int) int { return b.At - at })
	if found {
		return i
	}
	return i - 1
}

// inBrackets returns the name that stands in brackets behind the last sentence
// of the text, as in the papers of some countries.
//
//	… the strongest party in parliament. (Ana Prado) +++
func inBrackets(blocks []draft.Block) string {
	const long = 60 // letters of a paragraph
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b.Letters < long || 3*b.Linked >= b.Letters || b.Hint&(draft.AsideHint|draft.CommentHint) != 0 {
			continue
		}
		m := signedBehind().FindStringSubmatch(b.Text)
		if m == nil || !shortName(m[1]) || len(strings.Fields(m[1])) > 4 {
			return ""
		}
		return imprint.Person(m[1])
	}
	return ""
}

var signedBehind = pattern.New(`[.!?”"»]\s*\((\p{Lu}[\p{L}.'’ -]+ \p{Lu}[\p{L}.'’-]+)\)[\s+*.]*$`)

// underText returns the name that stands alone in bold or slanted type under
// the text, where some papers have it.
func underText(blocks []draft.Block) string {
	const long = 60 // letters of a paragraph
	last := -1
	for i, b := range blocks {
		if b.Letters >= long && 3*b.Linked < b.Letters && b.Hint&(draft.AsideHint|draft.CommentHint) == 0 {
			last = i
		}
	}
	if last < 0 || last+1 >= len(blocks) {
		return ""
	}
	b := blocks[last+1]
	if words := len(strings.Fields(b.Text)); b.Bold < b.Letters || b.Linked > 0 || words < 2 || words > 3 || !shortName(b.Text) || b.Hint&(draft.AsideHint|draft.CommentHint) != 0 {
		return ""
	}
	name, _ := imprint.Signature(b.Text)
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
