package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sides of the officers of bodies, where the body's name is short or elsewhere:
//
//	Guild lawyer A · the Front's delegation      a body told in full before
//	Director of the Crown Prince's Office, A     whose officer sits there too
//	Her counsellor, A, joined the call           whom the sentence before is about
//	Farm Commissioner A among European ministers the Union's
//
// A body that the article never names in full is not looked for.

// byCommission returns the Union for a commissioner of no country in an article
// on European ministers: "Farm Commissioner Roe chaired the meeting".
func (d *document) byCommission(p *person) string {
	low := lang.Fold(p.title)
	if titleNoun(p.title) != "commissioner" || strings.Contains(low, "high ") || strings.Contains(low, "police") || strings.Contains(low, "district") {
		return ""
	}
	switch {
	case d.names("European Union"):
		return "European Union"
	case d.names("European Community"):
		return "European Community"
	case strings.Contains(d.text, "European") && strings.Contains(d.text, "ministers"):
		return "European Union"
	}
	return ""
}

// bodyAfterName returns the side of a body that one state has, where it stands
// right after a name: "General Roe of the Joint Staff".
func (d *document) bodyAfterName(m *mention) string {
	t := m.sentence.Tokens
	i := m.last
	if i+1 >= len(t) || !t[i].Is("of", "from") {
		return ""
	}
	end := i + 1
	for end < len(t) && end < i+7 && (t[end].Capital() || t[end].Is("the", "of", "and")) {
		end++
	}
	return d.byOffice(&person{title: d.text[t[i].Start:t[end-1].End]}, "body")
}

// byPronoun gives officers whom "his" or "her" begins the sentence with the
// side of whom it stands for: "Her counsellor, Ann Roe, joined the call".
func (r *sideReader) byPronoun() {
	r.each(func(pt part) {
		s := pt.m.sentence
		if pt.m.from > 1 || pt.m.title == "" || pt.m.opposite || !s.Tokens[0].Is("his", "her") {
			return
		}
		if m := r.d.lastSubject(s); m != nil && m.person != pt.person {
			r.set(pt.person, m.person.side, m.person.kind, "side by whose officer it is")
		}
	})
}

// bodyCalled returns the body that the word at token k of s stands for, as the
// article wrote it in full before: "the Front" of the Northern Salvation Front.
func (d *document) bodyCalled(s *sentence, k int) string {
	if !s.Tokens[k].Capital() {
		return ""
	}
	if best := d.bodyEnding(s.Tokens[k].Text); ownBody(best) {
		return best
	}
	return ""
}

// longestBody is the most words of a body's name before its last.
const longestBody = 5

// bodyEnding returns the longest run of capitalised words of the article that
// ends in last and has more words than that.
func (d *document) bodyEnding(last string) string {
	if d.longest == nil {
		d.longest = map[string]string{}
		for _, s := range d.sentences {
			t := s.Tokens
			for n, w := range t {
				if !w.Capital() {
					continue
				}
				from := n
				for from > 0 && n-from < longestBody && (t[from-1].Capital() && !openers()[t[from-1].Lower] || t[from-1].Is("'", "’") && t[from].Capital()) {
					from--
				}
				if span := d.text[t[from].Start:w.End]; from < n && len(span) > len(d.longest[w.Text]) {
					d.longest[w.Text] = span
				}
			}
		}
	}
	return strings.Join(strings.Fields(d.longest[last]), " ")
}

// fullBody returns the name of a body in full, where side is only its last
// word: "Forum secretary-general" of the Pacific Islands Forum.
func (d *document) fullBody(side string) (string, briefing.SideKind) {
	if side == "" || strings.Contains(side, " ") || acronym(side) {
		return side, briefing.Organisation
	}
	if full := d.bodyEnding(side); full != "" {
		if f, ok := sides().named(full); ok {
			return f.side, f.kind
		}
		side = full
	}
	return side, briefing.Organisation
}

// byMaster gives those whose office says whose it is that person's side, where
// one person at the table holds the office named: "Director of the Crown
// Prince's Office".
func (r *sideReader) byMaster() {
	masters := map[string]*person{} // by folded title; nil where several hold it
	for _, o := range r.parts {
		t := lang.Fold(o.person.title)
		if was, ok := masters[t]; ok && was != o.person {
			masters[t] = nil
		} else if o.person.side != "" {
			masters[t] = o.person
		}
	}
	r.each(func(pt part) {
		low := strings.ReplaceAll(lang.Fold(pt.person.title), "’", "'")
		i := strings.Index(low, "'s ")
		if i < 0 {
			return
		}
		for words := low[:i]; words != ""; {
			if m := masters[words]; m != nil && m != pt.person {
				r.set(pt.person, m.side, m.kind, "side by whose officer it is")
				return
			}
			_, words, _ = strings.Cut(words, " ")
		}
	})
}

// byShortName gives those whose office begins with the last word of a body at
// the table that body's side: "Guild lawyer" at the Crab Owners' Guild's table.
func (r *sideReader) byShortName() {
	bodies := map[string]string{} // by last word; "" where several end in it
	for _, o := range r.parts {
		side := o.person.side
		i := strings.LastIndexByte(side, ' ')
		if i < 0 || o.person.kind != briefing.Organisation {
			continue
		}
		if was, ok := bodies[side[i+1:]]; ok && was != side {
			side = ""
		}
		bodies[o.person.side[i+1:]] = side
	}
	r.each(func(pt part) {
		first, _, more := strings.Cut(pt.person.title, " ")
		if more && capitalised(first) && len(first) > 3 {
			r.set(pt.person, bodies[first], briefing.Organisation, "side by the body whose officer it is")
		}
	})
}
