package allegiance

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// BodyLed returns the body that an office is of, and whether it is one that
// sits for itself by its name:
//
//	general secretary of the Dockers' Union · Nordlink's founder · TUC secretary
func BodyLed(title string) (body string, own bool) {
	if title == strings.ToUpper(title) {
		return "", false // capitals tell no names
	}
	if body := bodySide(title); body != "" {
		return body, mention.OwnBody(body)
	}
	list := strings.Fields(title)
	acronyms := ""
	for i, w := range list {
		w = strings.Trim(w, ",()[]")
		if owner, ok := strings.CutSuffix(strings.ReplaceAll(w, "’", "'"), "'s"); ok && Capitalised(owner) {
			if name := strings.Join(append(slices.Clone(capitalRun(list, i)), owner), " "); plainName(name) {
				return name, true
			}
		}
		if acronyms == "" && mention.Acronym(w) && len(w) > 2 && len(w) < 7 && plainName(w) {
			acronyms = w
		}
		if i > 0 && lex.In(lang.Fold(w), "institution") && Capitalised(w) {
			if run := capitalRun(list, i); len(run) > 0 {
				return strings.Join(append(slices.Clone(run), w), " "), true
			}
		}
	}
	return acronyms, acronyms != ""
}

// capitalRun returns the words with capitals right before list[i] that are no
// offices.
func capitalRun(list []string, i int) []string {
	from := i
	for from > 0 && Capitalised(list[from-1]) && mention.Vocab().Class[lang.Fold(list[from-1])]&mention.HeadWord == 0 {
		from--
	}
	return list[from:i]
}

// plainName reports whether words are the name of no side and hold no office.
func plainName(name string) bool {
	if _, known := mention.Sides().Named(name); known {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(name), func(w string) bool {
		return mention.Vocab().Class[lang.Fold(w)]&(mention.HeadWord|mention.RankWord|mention.HonorificWord) != 0 || w == "People" || w == strings.ToUpper(w) && mention.Vocab().Class[lang.Fold(w)] != 0
	})
}

// Institutions returns the two bodies, not countries' own, that the article
// names most: "Harbour University".
func (d *Document) Institutions() []string {
	count := map[string]int{}
	var order []string
	for _, s := range d.Sentences {
		if d.Headline(s) {
			continue
		}
		t := s.Tokens
		for i := range t {
			name := ""
			switch {
			case !t[i].Capital():
			case mention.Acronym(t[i].Text) && len(t[i].Text) > 2 && len(t[i].Text) < 7 && s.Of(d.Text) != strings.ToUpper(s.Of(d.Text)):
				name = t[i].Text
			case lex.In(t[i].Lower, "institution") && i > 0 && t[i-1].Capital() && !mention.Openers()[t[i-1].Lower]:
				name = strings.Join(strings.Fields(d.BodyEnding(t[i].Text)), " ")
			}
			if name == "" {
				continue
			}
			if _, known := mention.Sides().Named(name); known {
				continue
			}
			if count[name] == 0 {
				order = append(order, name)
			}
			count[name]++
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return count[b] - count[a] })
	order = slices.DeleteFunc(order, func(s string) bool { return count[s] < 2 })
	return order[:min(2, len(order))]
}

// BodyWithin returns the body named in full within an office, or by two initials
// of it: "chairman of the bank employers' federation", "Dean of HU Faculty of Law".
func (d *Document) BodyWithin(title string) string {
	for _, b := range d.Bodies() {
		if strings.Contains(b.Name, " ") && strings.Contains(title, b.Name) && len(b.Name) < len(title) {
			return d.Fuller(b.Name)
		}
	}
	for w := range strings.FieldsSeq(title) {
		if len(w) != 2 || !mention.Acronym(w) {
			continue
		}
		for _, b := range d.Bodies() {
			if initials(b.Name) == w {
				return b.Name
			}
		}
	}
	return ""
}

// BodyCalled returns the body that an office names by a plain noun, as the article
// had called it before: "union president", "the company's lawyer".
func (d *Document) BodyCalled(m *mention.Mention) string {
	for w := range strings.FieldsSeq(m.Title) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w == lang.Fold(w) {
			if body := d.BodyMeant(w, m.Begin()); body != "" {
				return body
			}
		}
		if kind := bodyKinds()["officer "+lang.Fold(strings.Trim(w, ","))]; kind != "" { // "the Dean of Science"
			if body := d.bodyOf(kind, m.Begin()); body != "" {
				return body
			}
		}
	}
	return ""
}

// bodyOf returns the only body of a kind that is named before an offset; "" if
// there is none, or there are several.
func (d *Document) bodyOf(kind string, at int) (only string) {
	for _, b := range d.Bodies() {
		if b.kind != kind || b.end > at {
			continue
		}
		name := d.Fuller(b.Name)
		if only != "" && name != only {
			return ""
		}
		only = name
	}
	return only
}

// BodyOwning returns the body whose officer "its" makes somebody: "the company
// sent [its chairman, Roe]", and in the next sentence "[Its lawyer], Lee".
func (d *Document) BodyOwning(m *mention.Mention) (side string, kind briefing.SideKind) {
	s := m.Sentence
	if m.Title == "" || !s.Tokens[m.From].Is("its", "their") {
		return "", ""
	}
	for {
		at := m.From
		if s != m.Sentence {
			at = len(s.Tokens)
		}
		body, end := d.BodyBefore(s, at)
		for _, o := range s.Mentions {
			if o.First < at && o.Last > end && o.Side != "" && (o.Kind == mention.PlaceMention || o.Kind == mention.OrganisationMention) {
				side, kind, end = o.Side, o.SideKind, o.Last
				body = ""
			}
		}
		if body != "" {
			return body, briefing.Organisation
		}
		if side != "" || s.Index == 0 || s != m.Sentence {
			return side, kind
		}
		s = d.Sentences[s.Index-1]
	}
}
