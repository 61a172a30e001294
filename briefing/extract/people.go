package extract

import "example.org/attache/briefing"

// person is somebody the article names, with every way of naming them.
type person struct {
	name     string          // fullest form in the text, without honorifics
	key      []string        // its words, folded
	nameSpan briefing.Span   // where it stands
	title    string          // office without nationality, "" if none
	titled   []briefing.Span // sentences in which the title's words stand
	side     string          // as briefing.Delegation.Side, "" if open
	hint     string          // first side beside a name, sure or not
	kind     briefing.SideKind
	aliases  []string // other names, in order of the text
	mentions []*mention
	gender   byte // 'm', 'f' or 0, by "Mr." and "Mrs."
	sideRule string
	sideSure float64 // how often a side is right that was found so, 0 to 1
}

// evidence returns the spans in which the person's name and title stand: at
// comes first.
func (d *document) evidence(p *person, at briefing.Span) []briefing.Span {
	spans := []briefing.Span{at}
	add := func(s briefing.Span) {
		for _, o := range spans {
			if o.Contains(s) {
				return
			}
		}
		spans = append(spans, s)
	}
	if s := d.sentenceAt(p.nameSpan.Start); s != nil {
		add(s.Span)
	}
	for _, s := range p.titled {
		add(s)
	}
	return spans
}

// listPeople fills Findings.People with everybody the article names.
func listPeople(d *document) {
	for _, p := range d.people {
		s := d.sentenceAt(p.nameSpan.Start)
		if s == nil {
			continue
		}
		d.findings.People = append(d.findings.People, briefing.Person{
			Name: p.name, Title: p.title, Side: p.side, Aliases: p.aliases,
			Basis: briefing.Basis{Evidence: d.evidence(p, s.Span), Rule: "person.named", Confidence: .9},
		})
	}
}
