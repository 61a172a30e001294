package allegiance

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Sides of the officers of bodies, where the body's name is short or elsewhere:
//
//	the Front's delegation · General Roe of the Joint Staff
//	Farm Commissioner A among European ministers, the Union's
//
// A body that the article never names in full is not looked for.

// ByCommission returns the Union for a commissioner of no country in an article
// on European ministers: "Farm Commissioner Roe chaired the meeting".
func (d *Document) ByCommission(p *mention.Person) string {
	low := lang.Fold(p.Title)
	if mention.TitleNoun(p.Title) != "commissioner" || strings.Contains(low, "high ") || strings.Contains(low, "police") || strings.Contains(low, "district") {
		return ""
	}
	switch {
	case d.Names("European Union"):
		return "European Union"
	case d.Names("European Community"):
		return "European Community"
	case strings.Contains(d.Text, "European") && strings.Contains(d.Text, "ministers"):
		return "European Union"
	}
	return ""
}

// BodyAfterName returns the side of a body that one state has, where it stands
// right after a name: "General Roe of the Joint Staff".
func (d *Document) BodyAfterName(m *mention.Mention) string {
	t := m.Sentence.Tokens
	i := m.Last
	if i+1 >= len(t) || !t[i].Is("of", "from") {
		return ""
	}
	end := i + 1
	for end < len(t) && end < i+7 && (t[end].Capital() || t[end].Is("the", "of", "and")) {
		end++
	}
	return d.ByOffice(&mention.Person{Title: d.Text[t[i].Start:t[end-1].End]}, "body")
}

// longestBody is the most words of a body's name before its last.
const longestBody = 5

// BodyEnding returns the longest run of capitalised words of the article that
// ends in last and has more words than that.
func (d *Document) BodyEnding(last string) string {
	if d.longest == nil {
		d.longest = map[string]string{}
		for _, s := range d.Sentences {
			t := s.Tokens
			for n, w := range t {
				if !w.Capital() {
					continue
				}
				from := n
				for from > 0 && n-from < longestBody && (t[from-1].Capital() && !mention.Openers()[t[from-1].Lower] || t[from-1].Is("'", "’") && t[from].Capital()) {
					from--
				}
				if span := d.Text[t[from].Start:w.End]; from < n && len(span) > len(d.longest[w.Text]) {
					d.longest[w.Text] = span
				}
			}
		}
	}
	return strings.Join(strings.Fields(d.longest[last]), " ")
}

// FullBody returns the name of a body in full, where side is only its last
// word: "Forum secretary-general" of the Pacific Islands Forum.
func (d *Document) FullBody(side string) (string, briefing.SideKind) {
	if side == "" || strings.Contains(side, " ") || mention.Acronym(side) {
		return side, briefing.Organisation
	}
	if full := d.BodyEnding(side); full != "" {
		if f, ok := mention.Sides().Named(full); ok {
			return f.Side, f.Kind
		}
		side = full
	}
	return side, briefing.Organisation
}
