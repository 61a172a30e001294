package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sides of the officers of bodies, where the body's name is short or elsewhere:
//
//	the Front's delegation · General Roe of the Joint Staff
//	Farm Commissioner A among European ministers, the Union's
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
