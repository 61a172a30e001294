package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// findDelegations groups those who took part by the side they stand for.
func findDelegations(d *document) {
	parts := d.participants()
	if len(parts) == 0 {
		return
	}
	parts = append(parts, d.negotiators()...)
	parts = append(parts, d.sameOffice()...)
	d.chooseSides(parts)
	if !acrossTable(parts) {
		return
	}
	d.group(parts)
}

// acrossTable reports whether somebody of a side took part, or several who
// hold an office: others met nobody across a table.
func acrossTable(parts []part) bool {
	officers := map[*person]bool{}
	for _, p := range parts {
		if p.person.side != "" {
			return true
		}
		if p.person.title != "" {
			officers[p.person] = true
		}
	}
	return len(officers) > 1
}

// listedAfter returns the people in the lines after a sentence that announces
// a list: "Members of the U.S. delegation:", then one to a line.
func (d *document) listedAfter(s *sentence) []part {
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
	var out []part
	paragraph := s.paragraph
	for _, o := range d.sentences[s.index+1:] {
		if o.paragraph > paragraph+1 || o.paragraph == s.paragraph {
			break
		}
		var first *mention
		for _, m := range o.mentions {
			if m.kind == personMention && m.person != nil && !m.office {
				first = m
				break
			}
		}
		if first == nil || first.from > 3 || len(o.Tokens) > 60 {
			break
		}
		paragraph = o.paragraph
		out = append(out, part{person: first.person, m: first, rule: "delegation.listed", team: side, kind: kind, sure: .9})
	}
	return out
}

// sideLine reads a line that lists the people of one side: "United States:
// Ann Roe, Ambassador; …", "For Norway: …".
func (d *document) sideLine(s *sentence) []part {
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
	var team *mention
	var out []part
	for _, m := range s.mentions {
		switch {
		case m.first < colon && (m.kind == placeMention || m.kind == organisationMention):
			if f, ok := sides().named(m.Of(d.text)); !ok || f.form == metonymForm || strings.ToUpper(m.Of(d.text)) == m.Of(d.text) && s.index == 0 {
				return nil // a dateline: "THIMPHU: The minister …"
			}
			team = m
		case m.first < colon:
			return nil
		case m.kind == personMention && m.person != nil && !m.office && team != nil && (m.from == colon+1 || len(out) > 0) && m.title != "":
			out = append(out, part{person: m.person, m: m, rule: "delegation.listed", team: team.side, kind: team.sideKind, sure: .85})
		}
	}
	return out
}

// seatByMeeting gives every member the meeting of the sentences that seat
// them, and tries the head of an article that reports a meeting and says of
// nobody that they met. An article without a meeting keeps no delegation.
func seatByMeeting(d *document) {
	switch {
	case len(d.findings.Meetings) == 0:
		d.findings.Delegations = d.findings.Delegations[:0]
		return

	}
	for i := range d.findings.Delegations {
		for j := range d.findings.Delegations[i].Members {
			m := &d.findings.Delegations[i].Members[j]
			m.Meeting = min(d.meetingOf(d.sentenceAt(m.Evidence[0].Start)), len(d.findings.Meetings)-1)
		}
	}
}

// mayTakePart reports whether a person can sit at the table by what the
// article calls them: spokesmen, analysts and reporters do not.
func (d *document) mayTakePart(p *person) bool {
	for _, m := range p.mentions {
		if m.former || absent(m) {
			return false
		}
	}
	switch titleNoun(p.title) {
	case "spokesman", "spokeswoman", "spokesperson", "analyst", "expert", "professor", "editor", "correspondent", "correspondant",
		"reporter", "journalist", "historian", "activist", "researcher", "scholar", "author", "coach", "captain", "fellow", "strategist":
		return false
	}
	return true
}

// absent reports whether the words after a name say that its bearer stayed
// away: "Roe, who cancelled", "Roe did not attend the talks".
func absent(m *mention) bool {
	t := m.sentence.Tokens
	i := m.to
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
			if t[k].Is("attend", "present", "invited", "participate", "come") || t[k].Is("part") && t[k-1].Is("take") {
				return true
			}
		}
	}
	return false
}

// lead is how many sentences at the head of an article tell its news.
const lead = 3

// background reports whether a sentence tells of other times: a year before
// the article's own, "last year".
func (d *document) background(s *sentence) bool {
	if s.index < lead {
		return false
	}
	if len(s.Tokens) > 3 && s.Tokens[0].Is("as") && s.Tokens[1].Is("reported", "previously", "earlier") {
		return true // "As reported, … in March"
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
		if y := yearOf(t.Text); y > 0 && y < year {
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

// yearOf returns the year that a word is, or 0.
func yearOf(s string) int {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		y = y*10 + int(s[i]-'0')
	}
	if y < 1900 || y > 2100 {
		return 0
	}
	return y
}

// mainYear returns the year the article names most often, the earlier in the
// text of two; -1 if it names none.
func (d *document) mainYear() int {
	if d.year != 0 {
		return d.year
	}
	d.year = -1
	count := map[int]int{}
	for _, s := range d.sentences {
		for _, t := range s.Tokens {
			if y := yearOf(t.Text); y > 0 {
				if count[y]++; d.year < 0 || count[y] > count[d.year] {
					d.year = y
				}
			}
		}
	}
	return d.year
}

// latestYear returns the latest year the article names, or -1.
func (d *document) latestYear() int {
	latest := -1
	for _, s := range d.sentences {
		for _, t := range s.Tokens {
			latest = max(latest, yearOf(t.Text))
		}
	}
	return latest
}

// negotiators returns those whose office says that they speak for a side.
func (d *document) negotiators() []part {
	var out []part
	for _, p := range d.people {
		if titledNegotiator(p.title) && len(p.mentions) > 0 {
			m := p.mentions[0]
			out = append(out, part{person: p, m: m, rule: "delegation.negotiator", head: true, sure: .85})
		}
	}
	return out
}

// sameOffice returns those who hold the office of a group that a meeting was
// held with: "discussions with the province premiers", then "Premier A said".
func (d *document) sameOffice() []part {
	var out []part
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		for i, t := range s.Tokens {
			if i == 0 || !t.Is("premiers", "governors") || !talksNear(s.Tokens, i) {
				continue
			}
			noun := briefing.Singular(t.Lower)
			for _, p := range d.people {
				if titleNoun(p.title) == noun && vocab().rankOf(p.title) < 4 && !strings.Contains(lang.Fold(p.title), "vice") {
					out = append(out, part{person: p, m: p.mentions[0], rule: "delegation.same-office", sure: .75})
				}
			}
		}
	}
	return out
}

// talksNear reports whether a noun for a meeting stands before token i.
func talksNear(t []lang.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if isTalk(t[k]) || t[k].Is("met", "meet") {
			return true
		}
	}
	return false
}

// group fills Findings.Delegations, sides in the order of the text.
func (d *document) group(parts []part) {
	heads := map[*person]bool{}
	for _, pt := range parts {
		heads[pt.person] = heads[pt.person] || pt.head
	}
	taken := map[*person]bool{}
	index := map[string]int{}
	for i, g := range d.findings.Delegations {
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
		k, ok := index[p.side]
		if !ok {
			k = len(d.findings.Delegations)
			index[p.side] = k
			kind := p.kind
			if kind == "" {
				kind = briefing.OtherSide
			}
			d.findings.Delegations = append(d.findings.Delegations, briefing.Delegation{Side: p.side, Kind: kind, Members: []briefing.Member{}})
		}
		g := &d.findings.Delegations[k]
		basis := briefing.Basis{Evidence: d.evidence(p, best.m.sentence.Span), Rule: best.rule, Confidence: best.sure}
		basis.Possible = p.doubtful(best.sure)
		if p.sideRule != "" {
			basis.Reason = p.sideRule
		}
		g.Members = append(g.Members, briefing.Member{
			Name: p.name, Title: p.title, Head: best.head, Meeting: d.meetingOf(best.m.sentence), Basis: basis,
		})
	}
	for i := range d.findings.Delegations {
		chooseHead(&d.findings.Delegations[i])
	}
}

// leastSeat is how likely it must be that somebody took part and for that side:
// the page of an article shows the others only when it is asked to.
const leastSeat = .4

// doubtful reports whether somebody who took part with the likelihood sure may
// well sit on another side, or nowhere.
func (p *person) doubtful(sure float64) bool { return sure*p.sideSure < leastSeat }

// chooseHead marks the highest in rank where no words name the leader.
func chooseHead(g *briefing.Delegation) {
	best := -1
	rank := 9
	for i, m := range g.Members {
		if m.Head {
			return
		}
		if r := vocab().rankOf(m.Title); r < rank {
			best, rank = i, r
		}
	}
	if best >= 0 {
		g.Members[best].Head = true
	}
}
