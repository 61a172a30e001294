package allegiance

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Who is at the table by the article's head, and how often it names each side:
// where it is about two, whoever does not stand for the one may stand for the
// other.

// fullNames are the sides of well-known leaders by their folded full names.
var fullNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range lexicon.Rows("leaders") {
		if len(row) < 3 {
			continue
		}
		for _, name := range lexicon.Fields(row[2]) {
			var key []string
			for _, w := range strings.Fields(mention.Spelled(name)) {
				key = append(key, mention.FoldName(w))
			}
			m[strings.Join(key, " ")] = row[0]
		}
	}
	return m
})

// ByFullName returns the side of a well-known leader whose full name the
// article gives, with a high office or beside the side's name.
func (d *Document) ByFullName(p *mention.Person) string {
	if len(p.Key) < 2 {
		return ""
	}
	side := fullNames()[mention.Spelled(strings.Join(p.Key, " "))]
	if side == "" && len(p.Key) == 3 && strings.HasSuffix(p.Key[1], ".") {
		side = fullNames()[mention.Spelled(p.Key[0]+" "+p.Key[2])]
	}
	if side != "" && (d.Names(side) || mention.Vocab().RankOf(p.Title) < 5) {
		return side
	}
	return ""
}

// Weights returns how often the article names each country or body, in its
// words for it and in compounds such as "Norway-Peru".
func (d *Document) Weights() map[string]int {
	if d.weight != nil {
		return d.weight
	}
	d.weight = map[string]int{}
	for _, m := range d.Mentions {
		if (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention) && m.Side != "" {
			if f, ok := mention.Sides().Named(m.Of(d.Text)); !ok || f.Form != mention.MetonymForm {
				d.weight[m.Side]++
			}
		}
	}
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			for _, side := range compound(t) {
				d.weight[side]++
			}
		}
	}
	return d.weight
}

// compound returns the sides that a word joins: "Norway-Peru".
func compound(t lang.Token) []string {
	if !t.Capital() || !strings.ContainsAny(t.Text, "-–/") {
		return nil
	}
	var out []string
	for _, w := range strings.FieldsFunc(t.Text, func(r rune) bool { return r == '-' || r == '–' || r == '/' }) {
		f, ok := mention.Sides().Forms[w]
		if !ok || f.Form == mention.MetonymForm {
			return nil
		}
		out = append(out, f.Side)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// Other returns the side across the table from side, where the article is
// about two: the head names just these, or it names them far more than any
// third. It returns "" where that is not so.
func (d *Document) Other(side string) string {
	if found, ok := d.across[side]; ok {
		return found
	}
	found := d.acrossFrom(side)
	if d.across == nil {
		d.across = map[string]string{}
	}
	d.across[side] = found
	return found
}

func (d *Document) acrossFrom(side string) string {
	if named := d.AtTable(); len(named) == 2 {
		switch side {
		case named[0]:
			return named[1]
		case named[1]:
			return named[0]
		}
	}
	left := slices.DeleteFunc(slices.Clone(d.AtTable()), func(s string) bool { return s == side })
	w := d.Weights()
	if len(left) == 1 && w[side] == 0 {
		return left[0]
	}
	best, second := "", 0
	for _, s := range mention.Sides().Ordered {
		switch {
		case s == side || w[s] == 0:
		case best == "" || w[s] > w[best]:
			if best != "" {
				second = w[best]
			}
			best = s
		default:
			second = max(second, w[s])
		}
	}
	if best == "" || w[side] == 0 || w[best] < 2 || w[best] < 2*second {
		return ""
	}
	return best
}

// MostFacing is how many parts of one sentence are set against each other.
const MostFacing = 24

// Abroad reports whether an office is that of somebody sent to another country.
func Abroad(title string) bool {
	low := lang.Fold(title)
	switch mention.TitleNoun(title) {
	case "ambassador", "consul", "nuncio", "attache", "attaché", "counsellor", "counselor", "chargé", "minister-counsellor":
		return true
	}
	return strings.Contains(low, "consul general") || strings.Contains(low, "consul-general") || strings.Contains(low, "high commissioner") || strings.Contains(low, "charge d")
}

// AtTable returns the countries and bodies that the head of the article names,
// other than as places where something was.
func (d *Document) AtTable() []string {
	var out []string
	for _, s := range d.Sentences[:min(Lead, len(d.Sentences))] {
		for _, m := range s.Mentions {
			if m.Side == "" || m.Kind != mention.PlaceMention && m.Kind != mention.OrganisationMention || slices.Contains(out, m.Side) {
				continue
			}
			if f, ok := mention.Sides().Named(m.Of(d.Text)); ok && f.Form == mention.MetonymForm && m.First > 0 && s.Tokens[m.First-1].Is("in", "at", "near", "outside") {
				continue
			}
			if m.Kind == mention.OrganisationMention && m.Last < len(s.Tokens) && clause.IsTalk(s.Tokens[m.Last]) {
				continue // "the ASEAN summit"
			}
			out = append(out, m.Side)
		}
		for _, t := range s.Tokens {
			for _, side := range compound(t) {
				if !slices.Contains(out, side) {
					out = append(out, side)
				}
			}
		}
		for _, m := range s.Mentions {
			if m.Kind == mention.PersonMention && m.Side != "" && !m.SidePart && !slices.Contains(out, m.Side) {
				out = append(out, m.Side)
			}
		}
	}
	return out
}

// ListedCountries returns the countries that begin the article's first
// sentence of news, as those who act: "Chad, Mali and Niger have agreed".
func (d *Document) ListedCountries() []string {
	for _, s := range d.Sentences[:min(Lead, len(d.Sentences))] {
		var list []string
		end := -1
		for _, m := range s.Mentions {
			if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country {
				break
			}
			if f, ok := mention.Sides().Named(m.Of(d.Text)); !ok || f.Form != mention.NameForm {
				break
			}
			if end < 0 && m.First > 0 || end >= 0 && !mention.ListGap(s.Tokens, end, m.First) {
				break
			}
			list, end = append(list, m.Side), m.Last
		}
		if len(list) > 1 && end < len(s.Tokens) && !s.Tokens[end].Is("'s", "’s") && s.Tokens[end].Text == s.Tokens[end].Lower {
			return list
		}
	}
	return nil
}
