package app

import (
	"cmp"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// telling gathers what is told of people who were told apart.
type telling struct {
	corrected func(string) string
	of        map[string]*personFacts // who is asked for, by every form
	named     map[string][]store.Fact // what is told of each form
	said      map[*personFacts][]store.Fact
	meetings  map[place]store.Fact
	there     map[place][]store.Fact
}

func newTelling(people []*personFacts, corrected func(string) string) *telling {
	t := &telling{corrected: corrected, of: map[string]*personFacts{}, named: map[string][]store.Fact{},
		said: map[*personFacts][]store.Fact{}, meetings: map[place]store.Fact{}, there: map[place][]store.Fact{}}
	for _, e := range people {
		for _, n := range e.names {
			t.of[n.text] = e
		}
	}
	return t
}

// see takes facts, the oldest first.
func (t *telling) see(f store.Fact) {
	at := place{f.Article, f.Meeting}
	if f.Kind == store.MeetingFact {
		t.meetings[at] = f
		return
	}
	if f.Who = t.corrected(f.Who); f.Who == "" {
		return
	}
	if f.Kind == store.MemberFact {
		t.there[at] = append(t.there[at], f)
	}
	switch e := t.of[f.Who]; {
	case e == nil:
	case f.Kind == store.QuoteFact || f.Kind == store.ReportedFact:
		t.said[e] = append(t.said[e], f)
	default:
		t.named[f.Who] = append(t.named[f.Who], f)
	}
}

// entry returns what is told of one person.
func (t *telling) entry(e *personFacts) PersonEntry {
	p := PersonEntry{Name: e.names[0].text, Sides: e.mostlyOf()}
	var facts []store.Fact
	for _, n := range e.names {
		p.Names = append(p.Names, n.text)
		facts = append(facts, t.named[n.text]...)
	}
	facts = append(facts, t.said[e]...)
	slices.SortStableFunc(facts, inOrder)
	seen, met, held := map[briefing.ArticleID]bool{}, map[place]bool{}, offices{}
	for _, f := range facts {
		seen[f.Article] = true
		at := place{f.Article, f.Meeting}
		if f.Kind == store.QuoteFact || f.Kind == store.ReportedFact {
			p.Said = append(p.Said, Saying{Day: f.Day, Text: f.Text, Verbatim: f.Kind == store.QuoteFact, Article: f.Article,
				Title: cmp.Or(f.Title, f.File), Evidence: evidenceOf(f)})
			continue
		}
		p.hold(&held, f)
		if m, ok := t.meetings[at]; ok && f.Kind == store.MemberFact && !met[at] {
			met[at] = true
			p.Met = append(p.Met, Encounter{Day: m.Day, What: m.Text, Place: m.Role, With: t.others(at, p.Names, f), Article: f.Article,
				Title: cmp.Or(f.Title, f.File), Evidence: evidenceOf(m)})
		}
	}
	p.Articles = len(seen)
	return p
}

// hold notes an office, once for each article.
func (p *PersonEntry) hold(held *offices, f store.Fact) {
	if f.Role == "" {
		return
	}
	side := ""
	if len(f.Sides) > 0 {
		side = f.Sides[0]
	}
	i, first := held.note(store.Spelling(f.Role), side, f.Article, len(f.Evidence))
	if i == len(p.Held) {
		p.Held = append(p.Held, Office{Title: f.Role, Side: side, First: f.Day, Last: f.Day, Evidence: evidenceOf(f)})
		return
	}
	o := &p.Held[i]
	o.Side, o.First, o.Last = cmp.Or(o.Side, side), cmp.Or(o.First, f.Day), max(o.Last, f.Day)
	if first {
		o.Evidence = append(o.Evidence, evidenceOf(f)...)
	}
}

// others are the members of a meeting who stood on other sides than one.
func (t *telling) others(at place, own []string, self store.Fact) []string {
	var names []string
	for _, f := range t.there[at] {
		if !slices.Contains(own, f.Who) && !slices.Contains(names, f.Who) && !slices.Equal(f.Sides, self.Sides) {
			names = append(names, f.Who)
		}
	}
	return names
}

func evidenceOf(f store.Fact) []briefing.Evidence {
	var all []briefing.Evidence
	for _, s := range f.Evidence {
		all = append(all, briefing.Evidence{Article: f.Article, Span: s})
	}
	return all
}

// offices tells the offices of one person apart: the same title, however it is
// spelt, on the same side or where one side is not told.
type offices []struct {
	title, side string
	in          map[briefing.ArticleID]bool // articles with a place that says so
}

// note returns which office it is, the next one if it is new, and whether it is
// the first of an article that tells it in so many places.
func (all *offices) note(title, side string, article briefing.ArticleID, places int) (i int, first bool) {
	i = slices.IndexFunc(*all, func(o struct {
		title, side string
		in          map[briefing.ArticleID]bool
	}) bool {
		return o.title == title && (o.side == side || o.side == "" || side == "")
	})
	if i < 0 {
		i = len(*all)
		*all = append(*all, struct {
			title, side string
			in          map[briefing.ArticleID]bool
		}{title, side, map[briefing.ArticleID]bool{}})
	}
	o := &(*all)[i]
	o.side = cmp.Or(o.side, side)
	first = !o.in[article]
	if places > 0 {
		o.in[article] = true
	}
	return i, first
}

// tenure is an office, when it is told of last, and in how many places.
type tenure struct {
	title, last string
	places      int
}

// lastOffice returns the title that is told of last among those that many
// places give, "" if none is.
func lastOffice(all []tenure) string {
	most := 0
	for _, o := range all {
		most = max(most, o.places)
	}
	var best tenure
	for _, o := range all {
		if 3*o.places >= most && cmp.Or(cmp.Compare(o.last, best.last), cmp.Compare(o.places, best.places)) > 0 {
			best = o
		}
	}
	return best.title
}
