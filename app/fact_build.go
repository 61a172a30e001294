package app

import (
	"cmp"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract"
	"example.org/attache/store"
)

// inOrder is the order of facts: by day, then by article, so that it does not
// hang on when which was added.
func inOrder(x, y store.Fact) int {
	return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Published.String(), y.Published.String()), cmp.Compare(x.Article, y.Article))
}

// factsIn makes rows of the findings of an article.
func factsIn(article *briefing.Article, f briefing.Findings) store.FactReading {
	b := factBuilder{article: article, findings: f, out: store.FactReading{Article: article.ID}}
	b.meetings()
	b.people()
	b.deals()
	b.sayings()
	return b.out
}

type factBuilder struct {
	article  *briefing.Article
	findings briefing.Findings
	out      store.FactReading
}

// day returns the day of a meeting as far as it is known, or that of the
// article.
func (b *factBuilder) day(meeting int) string {
	if meeting >= 0 && meeting < len(b.findings.Meetings) {
		if day := b.findings.Meetings[meeting].DateISO; day != "" {
			return day
		}
	}
	return b.article.Published.String()
}

func (b *factBuilder) add(f store.Fact, basis briefing.Basis) {
	f.Article, f.Evidence, f.Rule = b.article.ID, basis.Evidence, basis.Rule
	if f.Day == "" {
		f.Day = b.day(f.Meeting)
	}
	b.out.Facts = append(b.out.Facts, f)
}

func (b *factBuilder) meetings() {
	for i, m := range b.findings.Meetings {
		b.add(store.Fact{Kind: store.MeetingFact, Text: m.What, Role: m.Place, Sides: b.sidesOf(i), Meeting: i}, m.Basis)
	}
	for _, t := range b.findings.Agenda {
		b.add(store.Fact{Kind: store.TopicFact, Text: t.Text, Meeting: t.Meeting}, t.Basis)
		b.out.Words.Topic = append(b.out.Words.Topic, t.Text)
	}
}

// sidesOf returns the sides of a meeting: those with a member in it, or all
// where nobody is named.
func (b *factBuilder) sidesOf(meeting int) []string {
	var there, all []string
	for _, d := range b.findings.Delegations {
		if d.Side == "" {
			continue
		}
		all = append(all, d.Side)
		if slices.ContainsFunc(d.Members, func(m briefing.Member) bool { return m.Meeting == meeting }) {
			there = append(there, d.Side)
		}
	}
	if len(there) < 2 && meeting == 0 {
		return all
	}
	return there
}

func (b *factBuilder) people() {
	for _, d := range b.findings.Delegations {
		b.side(d.Side)
		for _, m := range d.Members {
			b.add(store.Fact{Kind: store.MemberFact, Who: m.Name, Role: m.Title, Sides: some(d.Side), Meeting: m.Meeting}, m.Basis)
			b.out.Words.Person = append(b.out.Words.Person, m.Name)
		}
	}
	for _, p := range b.findings.People {
		b.add(store.Fact{Kind: store.PersonFact, Who: p.Name, Role: p.Title, Sides: some(p.Side), Meeting: -1}, p.Basis)
		b.out.Words.Person = append(append(b.out.Words.Person, p.Name), p.Aliases...)
	}
}

// side notes the forms under which a side may be looked for.
func (b *factBuilder) side(side string) {
	if side != "" && !slices.Contains(b.out.Words.Side, side) {
		b.out.Words.Side = append(b.out.Words.Side, side)
		for _, form := range extract.Names(side) {
			if form != side {
				b.out.Words.Side = append(b.out.Words.Side, form)
			}
		}
	}
}

func (b *factBuilder) deals() {
	for _, d := range b.findings.Agreements {
		for _, side := range d.Parties {
			b.side(side)
		}
		b.add(store.Fact{Kind: store.AgreementFact, Role: string(d.Status), Text: d.Text, Sides: d.Parties, Meeting: d.Meeting}, d.Basis)
		if d.Status != briefing.Proposed && d.Status != briefing.Rejected {
			b.out.Words.Agreed = append(b.out.Words.Agreed, d.Text)
		}
	}
	for _, p := range b.findings.Positions {
		b.add(store.Fact{Kind: store.PositionFact, Who: p.Holder, Role: string(p.Mode), Text: p.Text, Sides: some(b.sideOf(p.Holder)), Meeting: p.Meeting}, p.Basis)
	}
}

// sideOf returns the side of a person or side, or "".
func (b *factBuilder) sideOf(who string) string {
	for _, d := range b.findings.Delegations {
		if d.Side == who {
			return who
		}
		if slices.ContainsFunc(d.Members, func(m briefing.Member) bool { return m.Name == who }) {
			return d.Side
		}
	}
	for _, p := range b.findings.People {
		if p.Name == who {
			return p.Side
		}
	}
	return ""
}

func (b *factBuilder) sayings() {
	for _, q := range b.findings.Quotes {
		b.said(store.QuoteFact, q.Speaker, q.Title, q.Text, q.Basis)
	}
	for _, r := range b.findings.Reported {
		b.said(store.ReportedFact, r.Speaker, "", r.Text, r.Basis)
	}
}

func (b *factBuilder) said(kind store.FactKind, speaker, title, text string, basis briefing.Basis) {
	b.add(store.Fact{Kind: kind, Who: speaker, Role: title, Text: text, Sides: some(b.sideOf(speaker)), Meeting: -1}, basis)
	if speaker != "" {
		b.out.Words.Speaker = append(b.out.Words.Speaker, speaker)
	}
}

// some is a list of one, or of none for "".
func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
