package mention

import (
	"strings"

	"example.org/attache/briefing"
)

// Person is somebody the article names, with every way of naming them.
type Person struct {
	Name     string          // fullest form in the text, without honorifics
	Key      []string        // its words, folded
	NameSpan briefing.Span   // where it stands
	Title    string          // office without nationality, "" if none
	Titled   []briefing.Span // sentences in which the title's words stand
	Side     string          // as briefing.Delegation.Side, "" if open
	hint     string          // first side beside a name, sure or not
	Kind     briefing.SideKind
	aliases  []string // other names, in order of the text
	Mentions []*Mention
	Gender   byte // 'm', 'f' or 0, by "Mr." and "Mrs."
	SideRule string
	SideSure float64 // how often a side is right that was found so, 0 to 1
}

// Evidence returns the spans in which the person's name and title stand: at
// comes first.
func (d *Document) Evidence(p *Person, at briefing.Span) []briefing.Span {
	spans := []briefing.Span{at}
	add := func(s briefing.Span) {
		for _, o := range spans {
			if o.Contains(s) {
				return
			}
		}
		spans = append(spans, s)
	}
	if s := d.SentenceAt(p.NameSpan.Start); s != nil {
		add(s.Span)
	}
	for _, s := range p.Titled {
		add(s)
	}
	return spans
}

// ListPeople fills Findings.People with everybody the article names.
func ListPeople(d *Document) {
	for _, p := range d.People {
		s := d.SentenceAt(p.NameSpan.Start)
		if s == nil {
			continue
		}
		d.Findings.People = append(d.Findings.People, briefing.Person{
			Name: p.Name, Title: p.Title, Side: p.Side, Aliases: p.aliases,
			Basis: briefing.Basis{Evidence: d.Evidence(p, s.Span), Rule: "person.named", Confidence: .9},
		})
	}
}

// Shown returns the person's name for one written so: the fullest, unless it
// runs on behind the surname and a name that ends with it is there: "Ann Roe
// Celebrating Diversity" for "Roe", where the article has "Ann Roe" too.
func (q *Person) Shown(written string) string {
	last := LastWord(written)
	if last == "" || last == LastWord(q.Name) {
		return q.Name
	}
	best := ""
	for _, a := range q.aliases {
		if LastWord(a) == last && len(a) > len(best) && strings.HasPrefix(q.Name, a) {
			best = a
		}
	}
	if strings.Contains(best, " ") {
		return best
	}
	return q.Name
}

// LastWord returns the last word of a name.
func LastWord(name string) string {
	name = strings.TrimRight(name, "., ")
	return name[strings.LastIndexByte(name, ' ')+1:]
}
