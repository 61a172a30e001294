package extract

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Who is at the table by the article's head, and how often it names each side:
// where it is about two, whoever does not stand for the one may stand for the
// other.

// fullNames are the sides of well-known leaders by their folded full names.
var fullNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("leaders") {
		if len(row) < 3 {
			continue
		}
		for _, name := range fields(row[2]) {
			var key []string
			for _, w := range strings.Fields(spelled(name)) {
				key = append(key, foldName(w))
			}
			m[strings.Join(key, " ")] = row[0]
		}
	}
	return m
})

// byFullName returns the side of a well-known leader whose full name the
// article gives, with a high office or beside the side's name.
func (d *document) byFullName(p *person) string {
	if len(p.key) < 2 {
		return ""
	}
	side := fullNames()[spelled(strings.Join(p.key, " "))]
	if side == "" && len(p.key) == 3 && strings.HasSuffix(p.key[1], ".") {
		side = fullNames()[spelled(p.key[0]+" "+p.key[2])]
	}
	if side != "" && (d.names(side) || vocab().rankOf(p.title) < 5) {
		return side
	}
	return ""
}

// weights returns how often the article names each country or body, in its
// words for it and in compounds such as "Norway-Peru".
func (d *document) weights() map[string]int {
	if d.weight != nil {
		return d.weight
	}
	d.weight = map[string]int{}
	for _, m := range d.mentions {
		if (m.kind == placeMention || m.kind == organisationMention) && m.side != "" {
			if f, ok := sides().named(m.Of(d.text)); !ok || f.form != metonymForm {
				d.weight[m.side]++
			}
		}
	}
	for _, s := range d.sentences {
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
		f, ok := sides().forms[w]
		if !ok || f.form == metonymForm {
			return nil
		}
		out = append(out, f.side)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// other returns the side across the table from side, where the article is
// about two: the head names just these, or it names them far more than any
// third. It returns "" where that is not so.
func (d *document) other(side string) string {
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

func (d *document) acrossFrom(side string) string {
	if named := d.atTable(); len(named) == 2 {
		switch side {
		case named[0]:
			return named[1]
		case named[1]:
			return named[0]
		}
	}
	left := slices.DeleteFunc(slices.Clone(d.atTable()), func(s string) bool { return s == side })
	w := d.weights()
	if len(left) == 1 && w[side] == 0 {
		return left[0]
	}
	best, second := "", 0
	for _, s := range sides().ordered {
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

// mostFacing is how many parts of one sentence are set against each other.
const mostFacing = 24

// abroad reports whether an office is that of somebody sent to another country.
func abroad(title string) bool {
	low := lang.Fold(title)
	switch titleNoun(title) {
	case "ambassador", "consul", "nuncio", "attache", "attaché", "counsellor", "counselor", "chargé", "minister-counsellor":
		return true
	}
	return strings.Contains(low, "consul general") || strings.Contains(low, "consul-general") || strings.Contains(low, "high commissioner") || strings.Contains(low, "charge d")
}

// atTable returns the countries and bodies that the head of the article names,
// other than as places where something was.
func (d *document) atTable() []string {
	var out []string
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		for _, m := range s.mentions {
			if m.side == "" || m.kind != placeMention && m.kind != organisationMention || contains(out, m.side) {
				continue
			}
			if f, ok := sides().named(m.Of(d.text)); ok && f.form == metonymForm && m.first > 0 && s.Tokens[m.first-1].Is("in", "at", "near", "outside") {
				continue
			}
			if m.kind == organisationMention && m.last < len(s.Tokens) && isTalk(s.Tokens[m.last]) {
				continue // "the ASEAN summit"
			}
			out = append(out, m.side)
		}
		for _, t := range s.Tokens {
			for _, side := range compound(t) {
				if !contains(out, side) {
					out = append(out, side)
				}
			}
		}
		for _, m := range s.mentions {
			if m.kind == personMention && m.side != "" && !m.sidePart && !contains(out, m.side) {
				out = append(out, m.side)
			}
		}
	}
	return out
}

// listedCountries returns the countries that begin the article's first
// sentence of news, as those who act: "Chad, Mali and Niger have agreed".
func (d *document) listedCountries() []string {
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		var list []string
		end := -1
		for _, m := range s.mentions {
			if m.kind != placeMention || m.sideKind != briefing.Country {
				break
			}
			if f, ok := sides().named(m.Of(d.text)); !ok || f.form != nameForm {
				break
			}
			if end < 0 && m.first > 0 || end >= 0 && !listGap(s.Tokens, end, m.first) {
				break
			}
			list, end = append(list, m.side), m.last
		}
		if len(list) > 1 && end < len(s.Tokens) && !s.Tokens[end].Is("'s", "’s") && s.Tokens[end].Text == s.Tokens[end].Lower {
			return list
		}
	}
	return nil
}
