package extract

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sides that follow from who else is at the table:
//
//	Secretary A and the Vietnamese deputy minister, B          A is not Vietnam's: the other of two
//	officials from Canada and Peru, Minister A and Director B  in their order
//	Prime Minister A, by a well-known leader's full name       whoever held the office
//	Consul General A, beside ministers of the host and a guest the guest's
//
// Where the article names a third country as often as the second, nothing is
// taken.

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

// contrast gives a person without a nationality, listed right before one who
// has it beside the name, the other side of two: "Secretary A and the
// Vietnamese minister B".
func (r *sideReader) contrast() {
	for _, g := range r.bySentence() {
		for _, b := range g {
			if b.m.side == "" || b.m.sidePart || b.person.side != b.m.side {
				continue
			}
			for _, a := range g {
				if a.person.side != "" || a.rule != b.rule || a.m.to > b.m.from || a.m.side != "" || a.m.possessor != nil || b.m.from-a.m.to > 4 || !listGap(b.m.sentence.Tokens, a.m.to, b.m.from) {
					continue
				}
				if !contains(r.barred[a.person], b.person.side) {
					r.barred[a.person] = append(r.barred[a.person], b.person.side)
				}
				side := r.d.other(b.person.side)
				if f, ok := sides().named(side); ok && f.kind == briefing.Organisation && stateOffice(a.m.title) {
					continue
				}
				r.set(a.person, side, "", "side by the other at the table")
			}
		}
	}
}

// abroad reports whether an office is that of somebody sent to another country.
func abroad(title string) bool {
	low := lang.Fold(title)
	switch titleNoun(title) {
	case "ambassador", "consul", "nuncio", "attache", "attaché", "counsellor", "counselor", "chargé", "minister-counsellor":
		return true
	}
	return strings.Contains(low, "consul general") || strings.Contains(low, "consul-general") || strings.Contains(low, "high commissioner") || strings.Contains(low, "charge d")
}

// diplomats gives ambassadors and consuls without a nationality the one side
// at the table that is not the host's.
func (r *sideReader) diplomats() {
	var countries []string // three say as much as more
	for _, o := range r.parts {
		if s := o.person.side; s != "" && o.person.kind == briefing.Country && len(countries) < 3 && !contains(countries, s) {
			countries = append(countries, s)
		}
	}
	r.each(func(pt part) {
		if !abroad(pt.person.title) {
			return
		}
		host := r.d.meetingPlace(pt)
		if host == "" {
			host = r.d.dateline()
		}
		if host == "" {
			return
		}
		r.barred[pt.person] = append(r.barred[pt.person], host)
		if guests := slices.DeleteFunc(slices.Clone(countries), func(s string) bool { return s == host }); len(guests) == 1 {
			r.set(pt.person, guests[0], "", "side by the guests at the table")
		}
	})
}
