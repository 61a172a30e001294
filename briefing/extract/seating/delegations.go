package seating

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
)

// FindDelegations groups those who took part by the side they stand for.
func FindDelegations(d *Document) {
	parts := d.participants()
	if len(parts) == 0 {
		return
	}
	parts = append(parts, d.negotiators()...)
	d.chooseSides(parts)
	if !acrossTable(parts) {
		return
	}
	d.group(parts)
}

// acrossTable reports whether somebody of a side took part, or several who
// hold an office: others met nobody across a table.
func acrossTable(parts []Part) bool {
	officers := map[*mention.Person]bool{}
	for _, p := range parts {
		if p.person.Side != "" {
			return true
		}
		if p.person.Title != "" {
			officers[p.person] = true
		}
	}
	return len(officers) > 1
}

// listedAfter returns the people in the lines after a sentence that announces
// a list: "Members of the U.S. delegation:", then one to a line.
func (d *Document) listedAfter(s *mention.Sentence) []Part {
	n := len(s.Tokens)
	if out := d.sideLine(s); out != nil {
		return out
	}
	if n < 2 || !s.Tokens[n-1].Is(":") {
		return nil
	}
	e := &eventReader{d: d, s: s, t: s.Tokens}
	at := -1
	for i, t := range s.Tokens {
		if _, _, ok := e.team(i); ok || t.Is("participants", "attendees", "representatives", "participating", "attending", "members", "present") {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	side, kind := e.teamSide(at)
	var out []Part
	paragraph := s.Paragraph
	for _, o := range d.Sentences[s.Index+1:] {
		if o.Paragraph > paragraph+1 || o.Paragraph == s.Paragraph {
			break
		}
		var first *mention.Mention
		for _, m := range o.Mentions {
			if m.Kind == mention.PersonMention && m.Person != nil && !m.Office {
				first = m
				break
			}
		}
		if first == nil || first.From > 3 || len(o.Tokens) > 60 {
			break
		}
		paragraph = o.Paragraph
		out = append(out, Part{person: first.Person, Mention: first, rule: "delegation.listed", team: side, kind: kind, sure: .9})
	}
	return out
}

// sideLine reads a line that lists the people of one side: "United States:
// Ann Roe, Ambassador; …", "For Norway: …".
func (d *Document) sideLine(s *mention.Sentence) []Part {
	colon := -1
	for i := 1; i < len(s.Tokens) && i < 7; i++ {
		if s.Tokens[i].Is(":") {
			colon = i
			break
		}
	}
	if colon < 0 {
		return nil
	}
	var team *mention.Mention
	var out []Part
	for _, m := range s.Mentions {
		switch {
		case m.First < colon && (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention):
			if f, ok := mention.Sides().Named(m.Of(d.Text)); !ok || f.Form == mention.MetonymForm || strings.ToUpper(m.Of(d.Text)) == m.Of(d.Text) && s.Index == 0 {
				return nil // a dateline: "THIMPHU: The minister …"
			}
			team = m
		case m.First < colon:
			return nil
		case m.Kind == mention.PersonMention && m.Person != nil && !m.Office && team != nil && (m.From == colon+1 || len(out) > 0) && m.Title != "":
			out = append(out, Part{person: m.Person, Mention: m, rule: "delegation.listed", team: team.Side, kind: team.SideKind, sure: .85})
		}
	}
	return out
}

// SeatByMeeting gives every member the meeting of the sentences that seat them.
// An article without a meeting keeps no delegation.
func SeatByMeeting(d *Document) {
	if len(d.Findings.Meetings) == 0 {
		d.Findings.Delegations = d.Findings.Delegations[:0]
		return
	}
	for i := range d.Findings.Delegations {
		for j := range d.Findings.Delegations[i].Members {
			m := &d.Findings.Delegations[i].Members[j]
			m.Meeting = min(d.MeetingOf(d.SentenceAt(m.Evidence[0].Start)), len(d.Findings.Meetings)-1)
		}
	}
}

// mayTakePart reports whether a person can sit at the table by what the
// article calls them: spokesmen, analysts and reporters do not.
func (d *Document) mayTakePart(p *mention.Person) bool {
	if d.IsBody(p.Name) {
		return false // "the shipbuilder Van Loo"
	}
	for _, m := range p.Mentions {
		if m.Former || absent(m) {
			return false
		}
	}
	if allegiance.Officer(p.Title) {
		return true // "Vice-Chancellor Professor Roe"
	}
	switch mention.TitleNoun(p.Title) {
	case "spokesman", "spokeswoman", "spokesperson", "analyst", "expert", "professor", "editor", "correspondent", "correspondant",
		"reporter", "journalist", "historian", "activist", "researcher", "scholar", "author", "coach", "captain", "fellow", "strategist":
		return false
	}
	return true
}

// absent reports whether the words after a name say that its bearer stayed
// away: "Roe, who cancelled", "Roe did not attend the talks".
func absent(m *mention.Mention) bool {
	t := m.Sentence.Tokens
	i := m.To
	if i < len(t) && t[i].Text == "," {
		i++
	}
	if i < len(t) && t[i].Is("who") {
		i++
	}
	if i+1 >= len(t) {
		return false
	}
	switch {
	case t[i].Is("cancelled", "canceled", "boycotted", "skipped"), t[i].Is("stayed", "kept") && t[i+1].Is("away", "home"), t[i].Is("pulled", "dropped") && t[i+1].Is("out"),
		t[i].Is("took", "takes") && t[i+1].Is("no"), t[i].Is("was", "were", "is") && t[i+1].Is("absent", "missing"):
		return true
	case t[i].Is("did", "was", "could", "will", "would", "does", "had") && t[i+1].Is("not", "n't", "n’t"):
		for k := i + 2; k < len(t) && k < i+5; k++ {
			if t[k].Is("attend", "present", "invited", "participate", "come", "at") || t[k].Is("part") && t[k-1].Is("take") {
				return true
			}
		}
	}
	return false
}

// Background reports whether a sentence tells of other times: a year before
// the article's own, "last year".
func (d *Document) Background(s *mention.Sentence) bool {
	if s.Index < allegiance.Lead {
		return false
	}
	if backThen(s.Tokens) {
		return true
	}
	year := d.mainYear()
	for _, t := range s.Tokens {
		if t.Is("will", "shall") {
			year = 0 // what is to come is no background, whatever year it names
		}
	}
	for i, t := range s.Tokens {
		if y := clause.YearOf(t.Text); y > 0 && y < year {
			return true
		}
		if t.Is("last") && i+1 < len(s.Tokens) && s.Tokens[i+1].Is("year") {
			return true
		}
		if t.Is("ago") && i > 0 && s.Tokens[i-1].Is("years", "months", "decades") {
			return true
		}
	}
	return false
}

// mainYear returns the year the article names most often, the earlier in the
// text of two; -1 if it names none.
func (d *Document) mainYear() int {
	if d.Year != 0 {
		return d.Year
	}
	d.Year = -1
	count := map[int]int{}
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			if y := clause.YearOf(t.Text); y > 0 {
				if count[y]++; d.Year < 0 || count[y] > count[d.Year] {
					d.Year = y
				}
			}
		}
	}
	return d.Year
}

// LatestYear returns the latest year the article names, or -1.
func (d *Document) LatestYear() int {
	latest := -1
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			latest = max(latest, clause.YearOf(t.Text))
		}
	}
	return latest
}

// negotiators returns those whose office says that they speak for a side.
func (d *Document) negotiators() []Part {
	var out []Part
	for _, p := range d.People {
		if titledNegotiator(p.Title) && len(p.Mentions) > 0 {
			m := p.Mentions[0]
			out = append(out, Part{person: p, Mention: m, rule: "delegation.negotiator", head: true, sure: .85})
		}
	}
	return out
}

// group fills Findings.Delegations, sides in the order of the text.
func (d *Document) group(parts []Part) {
	heads := map[*mention.Person]bool{}
	for _, pt := range parts {
		heads[pt.person] = heads[pt.person] || pt.head
	}
	taken := map[*mention.Person]bool{}
	index := map[string]int{}
	for i, g := range d.Findings.Delegations {
		index[g.Side] = i
	}
	for _, pt := range parts {
		p := pt.person
		if taken[p] {
			continue
		}
		taken[p] = true
		best := pt
		best.head = heads[p]
		k, ok := index[p.Side]
		if !ok {
			k = len(d.Findings.Delegations)
			index[p.Side] = k
			kind := p.Kind
			if kind == "" {
				kind = briefing.OtherSide
			}
			d.Findings.Delegations = append(d.Findings.Delegations, briefing.Delegation{Side: p.Side, Kind: kind, Members: []briefing.Member{}})
		}
		g := &d.Findings.Delegations[k]
		basis := briefing.Basis{Evidence: d.Evidence(p, best.Mention.Sentence.Span), Rule: best.rule, Confidence: best.sure}
		basis.Possible = doubtful(p, best.sure)
		if p.SideRule != "" {
			basis.Reason = p.SideRule
		}
		g.Members = append(g.Members, briefing.Member{
			Name: p.Name, Title: p.Title, Head: best.head, Meeting: d.MeetingOf(best.Mention.Sentence), Basis: basis,
		})
	}
	for i := range d.Findings.Delegations {
		chooseHead(&d.Findings.Delegations[i])
	}
}

// doubtful reports whether somebody who took part with the likelihood sure is
// less likely right than wrong with the side: the page shows such a line only
// when it is asked to.
func doubtful(p *mention.Person, sure float64) bool { return sure*p.SideSure < .42 }

// chooseHead marks the highest in rank where no words name the leader.
func chooseHead(g *briefing.Delegation) {
	best := -1
	rank := 9
	for i, m := range g.Members {
		if m.Head {
			return
		}
		if r := mention.Vocab().RankOf(m.Title); r < rank {
			best, rank = i, r
		}
	}
	if best >= 0 {
		g.Members[best].Head = true
	}
}
