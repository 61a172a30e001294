package seating

import (
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Sides that no word beside the name says. Everything that speaks for a side or
// against it is a vote with a name:
//
//	his delegation · a well-known leader · the body he leads · the country that
//	those met were visited in · beside whom he is listed · the other side of two
//	· whose home news it is · the country named before him
//
// side_choice.go weighs them: assets/lexicon/sideclues.tsv has what each counts.

// SideVote is one thing that speaks for or against a side.
type SideVote struct {
	side string
	clue string
}

// counterpartOf is the vote for the side of somebody whose counterpart a person
// is: nobody sits with those.
const counterpartOf = "counterpart of"

// SideChooser settles the sides of those who took part.
type SideChooser struct {
	d      *Document
	People []*mention.Person
	parts  map[*mention.Person][]Part
	votes  map[*mention.Person][]SideVote // those that need no other side
	kinds  map[string]briefing.SideKind
	Fixed  map[*mention.Person]bool // words beside the name say it
	order  []string                 // countries by how often they are named
	states int                      // countries that the article's head names
	bodies map[string]bool          // bodies that it names, or whose officers the people are
	home   string                   // the country whose home news the article is, or ""

	nations map[string][]string // see nationsOf
	hosts   []string            // see hostsOf
}

// NewSideChooser returns what chooses a side for each of the parts' people.
func (d *Document) NewSideChooser(parts []Part) *SideChooser {
	c := &SideChooser{d: d, parts: map[*mention.Person][]Part{}, votes: map[*mention.Person][]SideVote{}, kinds: map[string]briefing.SideKind{}, Fixed: map[*mention.Person]bool{}, bodies: map[string]bool{}, home: d.Hinted(), nations: nationsOf(d), hosts: hostsOf(d)}
	for _, b := range d.BodiesInLead() {
		c.bodies[b] = true
	}
	for _, p := range d.People { // whoever they are, there are several such bodies
		if body, _ := allegiance.BodyLed(p.Title); mention.OwnBody(body) {
			full, _ := d.FullBody(body)
			c.bodies[d.Fuller(full)] = true
		}
	}
	for _, pt := range parts {
		if _, ok := c.parts[pt.person]; !ok {
			c.People = append(c.People, pt.person)
		}
		if len(c.parts[pt.person]) < mostParts {
			c.parts[pt.person] = append(c.parts[pt.person], pt)
		}
	}
	w := d.Weights()
	for _, s := range mention.Sides().Ordered {
		if w[s] > 0 {
			c.order = append(c.order, s)
		}
	}
	slices.SortStableFunc(c.order, func(a, b string) int { return w[b] - w[a] })
	for _, s := range d.AtTable() {
		if f, ok := mention.Sides().Named(s); ok && f.Kind == briefing.Country {
			c.states++
		}
	}
	whole := c.article()
	for _, p := range c.People {
		if p.Side != "" {
			c.Fixed[p] = true
			continue
		}
		c.votes[p] = append(c.own(p), whole...)
	}
	return c
}

// add appends a vote for a side, if there is one.
func (c *SideChooser) add(out *[]SideVote, side string, kind briefing.SideKind, clue string) {
	if side == "" {
		return
	}
	if f, ok := mention.Sides().Named(side); ok {
		side, kind = f.Side, f.Kind
	} else {
		side = c.d.Fuller(side)
	}
	if state := mention.Sides().Within[side]; state != "" && c.d.Names(state) {
		side, kind = state, briefing.Country // "the mayor of Tucson, Arizona"
	}
	if c.kinds[side] == "" {
		if kind == "" {
			kind = briefing.Organisation
		}
		c.kinds[side] = kind
	}
	v := SideVote{side, clue}
	if !slices.Contains(*out, v) {
		*out = append(*out, v)
	}
}

// article returns what the whole article says of anybody's side.
func (c *SideChooser) article() (out []SideVote) {
	d := c.d
	c.add(&out, d.Dateline(), "", "dateline")
	c.add(&out, d.ByAgency(), "", "agency")
	c.add(&out, c.home, "", "home news")
	c.add(&out, d.OnlyCountry(), "", "only country")
	c.add(&out, d.OneGovernment(), "", "one government")
	for i, s := range c.order[:min(3, len(c.order))] {
		c.add(&out, s, "", "named most "+strconv.Itoa(i))
	}
	for i, s := range d.BodiesInLead() {
		c.add(&out, s, briefing.Organisation, "body in lead "+strconv.Itoa(i))
	}
	for i, s := range d.Institutions() {
		c.add(&out, s, briefing.Organisation, "institution named most "+strconv.Itoa(i))
	}
	table := d.AtTable()
	for i, s := range table[:min(4, len(table))] {
		c.add(&out, s, "", "in lead "+strconv.Itoa(i))
		if len(table) == 2 {
			c.add(&out, s, "", "one of two")
		}
	}
	return out
}

// own returns what the words of a person's office and parts say.
func (c *SideChooser) own(p *mention.Person) (out []SideVote) {
	c.byWords(&out, p)
	c.byBodies(&out, p)
	c.byParts(&out, p)
	c.byRank(&out, p)
	c.byKin(&out, p)
	return out
}

// byWords adds what the words of a name and its office say.
func (c *SideChooser) byWords(out *[]SideVote, p *mention.Person) {
	d := c.d
	for _, m := range p.Mentions[:min(mostParts, len(p.Mentions))] {
		if m.SidePart {
			c.add(out, m.Side, m.SideKind, "body beside name")
		}
		c.add(out, d.BodyAfterName(m), "", "body after name")
	}
	c.add(out, d.ByOffice(p, "body"), "", "body in office")
	if side := d.ByOffice(p, "office"); d.Names(side) {
		c.add(out, side, "", "office of one state")
	}
	c.add(out, d.ByFullName(p), "", "leader's full name")
	c.add(out, d.ByHolder(p), "", "leader's surname")
	c.add(out, d.ByBody(p), "", "owner of the body")
	c.add(out, d.ByCommission(p), "", "commissioner")
}

// byBodies adds the bodies that an office is of, by its own words or by those
// around it.
func (c *SideChooser) byBodies(out *[]SideVote, p *mention.Person) {
	d := c.d
	among := ""
	switch {
	case c.states > 1:
		among = ", among states"
	case len(c.bodies) > 1:
		among = ", at home"
	}
	if body := d.BodyWithin(p.Title); body != "" {
		c.add(out, body, briefing.Organisation, "body within office"+among)
	}
	if body, own := allegiance.BodyLed(p.Title); body != "" {
		full, kind := d.FullBody(body)
		switch {
		case mention.OwnBody(full) && !mention.Acronym(full):
			c.add(out, full, kind, "own body led"+strings.TrimSuffix(among, ", among states")) // unions and parties are nobody's
		case own || mention.OwnBody(full):
			c.add(out, full, kind, "own body led"+among)
		default:
			c.add(out, full, kind, "body led"+among)
		}
	}
	if first, _, more := strings.Cut(p.Title, " "); more && allegiance.Capitalised(first) && len(first) > 3 {
		if full := d.BodyEnding(first); mention.OwnBody(full) { // "Guild lawyer" of the Crab Owners' Guild
			c.add(out, full, briefing.Organisation, "own body led"+among)
		}
	}
	for _, m := range p.Mentions[:min(mostParts, len(p.Mentions))] {
		c.add(out, d.BodyCalled(m), briefing.Organisation, "body called"+among)
		side, kind := d.BodyOwning(m)
		c.add(out, side, kind, "its officer")
		if body, end := d.BodyBefore(m.Sentence, m.From); body != "" {
			c.add(out, body, briefing.Organisation, "body named before")
			if end > m.From-4 && m.From > 0 && m.Sentence.Tokens[m.From-1].Kind == lang.Clitic {
				c.add(out, body, briefing.Organisation, "its officer")
			}
		}
	}
}

// byParts adds what the sentences say in which p has a part.
func (c *SideChooser) byParts(out *[]SideVote, p *mention.Person) {
	d := c.d
	if _, to, ok := strings.Cut(p.Title, " to "); ok {
		if _, known := mention.Sides().Named(to); known {
			c.add(out, to, "", "sent to")
		}
	}
	goes := false
	role := someRole
	for _, pt := range c.parts[p] {
		if pt.rule == "delegation.side-list" {
			c.add(out, pt.team, pt.kind, "delegation in turn")
		} else {
			c.add(out, pt.team, pt.kind, "delegation")
		}
		c.add(out, pt.not, "", "place visited")
		goes = goes || pt.rule == "delegation.visit" && pt.role == subjectRole
		if pt.role != someRole && role == someRole {
			role = pt.role
		}
		switch pt.role {
		case objectRole:
			c.add(out, pt.host, "", "setting, met")
			c.add(out, d.Destination(), "", "destination, met")
			c.add(out, d.meetingPlace(pt), "", "place, met")
			c.add(out, d.Dateline(), "", "dateline, met")
		case subjectRole:
			c.add(out, pt.host, "", "setting, meets")
			c.add(out, d.Destination(), "", "destination, meets")
			c.add(out, d.meetingPlace(pt), "", "place, meets")
		default:
			c.add(out, pt.host, "", "setting, there")
			c.add(out, d.meetingPlace(pt), "", "place, there")
		}
		c.around(out, pt.Mention)
		among, kind := d.nationOf(pt.Mention)
		c.add(out, among, kind, "among its people")
	}
	if goes {
		c.add(out, d.Destination(), "", "destination, goes")
	}
}

// byRank adds what follows from an office abroad, and from a high one.
func (c *SideChooser) byRank(out *[]SideVote, p *mention.Person) {
	d := c.d
	if allegiance.Abroad(p.Title) {
		c.add(out, d.Dateline(), "", "dateline, sent abroad")
		for _, pt := range c.parts[p] {
			c.add(out, d.meetingPlace(pt), "", "place, sent abroad")
		}
	}
	if c.end(p) != objectRole && (allegiance.StateOffice(p.Title) || mention.Vocab().RankOf(p.Title) < 4) {
		if len(c.order) > 0 {
			c.add(out, c.order[0], "", "named most, high office")
		}
		c.add(out, c.home, "", "home news, high office")
		c.add(out, d.Dateline(), "", "dateline, high office")
	}
}

// around adds the countries and bodies nearest to a name in its sentence.
func (c *SideChooser) around(out *[]SideVote, m *mention.Mention) {
	var before, after *mention.Mention
	if i := m.Sentence.Index; i > 0 && c.introduced(m) {
		last := ""
		for _, o := range c.d.Sentences[i-1].Mentions {
			if o.Kind == mention.PlaceMention && o.Side != "" {
				last = o.Side
			}
		}
		c.add(out, last, "", "named in the sentence before")
		if c.end(m.Person) == objectRole {
			c.add(out, last, "", "named in the sentence before, met")
		}
	}
	for _, o := range m.Sentence.Mentions {
		if o.Side == "" || o.Kind != mention.PlaceMention && o.Kind != mention.OrganisationMention {
			continue
		}
		switch {
		case o.Last <= m.From:
			before = o
		case o.First >= m.To && after == nil:
			after = o
		case o.First >= m.From && o.Last <= m.To && !(o.First > 0 && m.Sentence.Tokens[o.First-1].Is("to")):
			c.add(out, o.Side, o.SideKind, "in office")
		}
	}
	if before != nil {
		c.add(out, before.Side, before.SideKind, "named before")
	}
	if after != nil {
		c.add(out, after.Side, after.SideKind, "named after")
	}
}

// All returns every vote on p's side, with those that follow from the sides of
// others as they are now.
func (c *SideChooser) All(p *mention.Person) []SideVote {
	out := slices.Clone(c.votes[p])
	for _, pt := range c.parts[p] {
		if pt.with != nil && pt.with != p {
			c.add(&out, pt.with.Side, pt.with.Kind, "came with")
		}
		c.beforeHost(&out, pt)
		c.neighbours(&out, p, pt)
	}
	for _, m := range p.Mentions[:min(mostParts, len(p.Mentions))] {
		if o := m.Possessor; o != nil && o.Person != nil && o.Person != p {
			c.add(&out, o.Person.Side, o.Person.Kind, "whose officer")
			c.add(&out, c.d.ByHolder(o.Person), "", "whose officer")
		}
		if m.From <= 1 && m.Title != "" && !m.Opposite && m.Sentence.Tokens[0].Is("his", "her") {
			if o := c.d.lastSubject(m.Sentence); o != nil && o.Person != p {
				c.add(&out, o.Person.Side, o.Person.Kind, "whose officer")
			}
		}
	}
	if atEmbassy(p.Title) {
		for _, o := range c.People[:min(allegiance.MostFacing, len(c.People))] {
			if o != p && allegiance.Abroad(o.Title) {
				c.add(&out, o.Side, o.Kind, "of the embassy")
			}
		}
	}
	c.sameHouse(&out, p)
	c.mates(&out, p)
	c.inOrder(&out, p)
	return out
}

// atEmbassy reports whether an office is one of an embassy's staff.
func atEmbassy(title string) bool {
	low := lang.Fold(title)
	return strings.Contains(low, "embassy") || strings.Contains(low, "high commission") && !strings.Contains(low, "commissioner") || strings.Contains(low, "consulate")
}

// beforeHost adds the side of the host told of in the sentence before, for
// somebody who was there, too: "A was received by B. [C] also took part."
func (c *SideChooser) beforeHost(out *[]SideVote, pt Part) {
	if pt.rule != "delegation.took-part" {
		return
	}
	for _, o := range c.People[:min(allegiance.MostFacing, len(c.People))] {
		for _, q := range c.parts[o] {
			if q.rule == "delegation.hosted" && q.role == objectRole && q.Mention.Sentence.Index == pt.Mention.Sentence.Index-1 {
				c.add(out, o.Side, o.Kind, "beside the host before")
			}
		}
	}
}

// InOrder adds the side in whose place p stands, in a list that shares an
// office and has as many members as the meeting has sides: "Presidents A of X
// and B of Y met. Foreign ministers C and D joined them."
func (c *SideChooser) inOrder(out *[]SideVote, p *mention.Person) {
	for _, pt := range c.parts[p] {
		m := pt.Mention
		if !m.Sideless || m.Shared < 2 {
			continue
		}
		var order []*mention.Person
		seen := map[string]bool{}
		for _, o := range c.People[:min(mostBeside, len(c.People))] {
			q := c.parts[o][0].Mention
			if q.Start >= m.Start || len(order) >= allegiance.MostFacing {
				break
			}
			if o.Side != "" && o.Kind != briefing.Organisation && !seen[o.Side] && !(q.Sideless && q.Shared > 1 && q.Sentence == m.Sentence) {
				seen[o.Side] = true
				order = append(order, o)
			}
		}
		if len(order) == m.Shared {
			c.add(out, order[m.Nth].Side, order[m.Nth].Kind, "order of the list")
		} else if told := c.d.ListedCountries(); len(order) == 0 && len(told) == m.Shared {
			c.add(out, told[m.Nth], briefing.Country, "order of the list")
		}
	}
}

// mates adds the sides of those who sit on the same end of the meetings as p,
// wherever they are named, and of those on the other.
func (c *SideChooser) mates(out *[]SideVote, p *mention.Person) {
	mine := c.end(p)
	if mine == someRole {
		return
	}
	for _, o := range c.People[:min(allegiance.MostFacing, len(c.People))] {
		if o == p || o.Side == "" {
			continue
		}
		switch c.end(o) {
		case mine:
			c.add(out, o.Side, o.Kind, "same end"+c.posted(o, p))
		case someRole:
		default:
			c.add(out, o.Side, o.Kind, "other end")
		}
	}
}

// end returns on which end of the meetings p is, someRole if on both.
func (c *SideChooser) end(p *mention.Person) partRole {
	end := someRole
	for _, pt := range c.parts[p] {
		if pt.role == someRole {
			continue
		}
		if end != someRole && end != pt.role {
			return someRole
		}
		end = pt.role
	}
	return end
}

// mostBeside is how many names a sentence may have for them to be compared with
// each other: it keeps the cost in step with the length of a list without end.
const mostBeside = 120

// neighbours adds the sides of those who stand beside a name in its sentence.
func (c *SideChooser) neighbours(out *[]SideVote, p *mention.Person, pt Part) {
	s := pt.Mention.Sentence
	if len(s.Mentions) > mostBeside {
		return
	}
	var last *mention.Mention
	past := false
	for _, m := range s.Mentions {
		if m.Kind != mention.PersonMention || m.Person == nil || m.Person == p && m != pt.Mention {
			continue
		}
		o := m.Person
		switch {
		case m == pt.Mention:
			past = true
			if last == nil || last.Person.Side == "" {
				break
			}
			if withGap(s.Tokens, last.To, m.From) {
				c.add(out, last.Person.Side, last.Person.Kind, "listed with")
			}
			if c.introduced(pt.Mention) && mention.ListGap(s.Tokens, last.To, m.From) {
				c.add(out, last.Person.Side, last.Person.Kind, c.listed("listed after", last, m, pt))
			}
		case past && last == pt.Mention && o.Side != "" && c.introduced(pt.Mention) && mention.ListGap(s.Tokens, last.To, m.From):
			c.add(out, o.Side, o.Kind, c.listed("listed before", m, pt.Mention, pt))
		}
		if m != pt.Mention && o.Side != "" {
			c.faced(out, pt, m)
		}
		last = m
	}
}

// withGap reports whether tokens [from, to) say that the second of two came with
// the first: "the team was led by Roe, with Lee and Poe".
func withGap(t []lang.Token, from, to int) bool {
	if from < to && t[from].Text == "," {
		from++
	}
	return from < to && to-from < 3 && t[from].Is("with") && (to-from == 1 || t[from+1].Is("the", "his", "her"))
}

// introduced reports whether a mention is the one that says who the person is.
func (c *SideChooser) introduced(m *mention.Mention) bool {
	return m.Title != "" || m.Person.Title == "" && m == m.Person.Mentions[0]
}

// listed names how m stands in a list to o, whose side is known.
func (c *SideChooser) listed(how string, o, m *mention.Mention, pt Part) string {
	if pt.rule == "delegation.met" && pt.role == subjectRole && c.alone(pt) {
		return how + ", who met"
	}
	if o.Side != "" && !o.SidePart {
		how += " a nationality"
	}
	if m.Title == "" {
		how += ", no office"
	} else if o.Person.Kind == briefing.Organisation && allegiance.StateOffice(m.Title) {
		how += ", a state's office"
	}
	if m.Shared > 1 && o.Shared == m.Shared {
		how += ", shared office"
	}
	if m.Opposite || o.Opposite {
		how = "counterpart"
	}
	return how + c.posted(o.Person, m.Person)
}

// posted tells two people apart of whom one only is of an embassy: the staff of a
// minister and of an ambassador are named in one list.
func (c *SideChooser) posted(a, b *mention.Person) string {
	if ofEmbassy(a.Title) != ofEmbassy(b.Title) {
		return ", one posted"
	}
	return ""
}

// ofEmbassy reports whether an office is that of an envoy or his staff.
func ofEmbassy(title string) bool { return allegiance.Abroad(title) || atEmbassy(title) }

// other adds the side across the table from a country's.
func (c *SideChooser) other(out *[]SideVote, o *mention.Person, clue string) {
	if o.Kind == briefing.Country {
		c.add(out, c.d.Other(o.Side), "", clue)
	}
}

// alone reports whether nobody is named as met by those who met in the sentence
// of pt: "A and B met in Bern".
func (c *SideChooser) alone(pt Part) bool {
	for _, m := range pt.Mention.Sentence.Mentions {
		for _, q := range c.parts[m.Person] {
			if q.Mention.Sentence == pt.Mention.Sentence && q.role == objectRole {
				return false
			}
		}
	}
	return true
}

// faced adds the side of somebody in the same sentence whom p met, and the one
// that is left of two.
func (c *SideChooser) faced(out *[]SideVote, pt Part, m *mention.Mention) {
	o := m.Person
	for _, q := range c.parts[o] {
		if q.Mention.Sentence != pt.Mention.Sentence {
			continue
		}
		if q.pole*pt.pole < 0 {
			c.add(out, o.Side, o.Kind, "faces")
			c.other(out, o, "other of two, faces")
		}
		if q.role == someRole || pt.role == someRole {
			continue
		}
		if q.role == pt.role {
			c.add(out, o.Side, o.Kind, "same role in sentence"+c.posted(o, pt.person))
			if c.introduced(pt.Mention) && m.Last <= pt.Mention.First {
				if q.role == objectRole {
					c.add(out, o.Side, o.Kind, "met after")
				} else {
					c.add(out, o.Side, o.Kind, "meets after")
				}
			}
		} else if pt.with == nil && q.with == nil {
			c.add(out, o.Side, o.Kind, "met")
			c.other(out, o, "other of two, met")
			if _, to, ok := strings.Cut(o.Title, " to "); ok { // who receives "the ambassador of Chile to Peru" is Peru's
				if f, known := mention.Sides().Named(to); known {
					c.add(out, f.Side, f.Kind, "host of an envoy")
				}
			}
		}
	}
	if pt.Mention.Opposite && !m.Opposite && m.Last <= pt.Mention.First {
		c.add(out, o.Side, o.Kind, counterpartOf)
	}
	if pt.Mention.Opposite || m.Opposite {
		c.add(out, o.Side, o.Kind, "counterpart")
		c.other(out, o, "other of two, counterpart")
	}
}

// meetingPlace returns the country in which the sentence of pt sets the
// meeting, or that of the place the article's first sentences name so.
func (d *Document) meetingPlace(pt Part) string {
	try := []*mention.Sentence{pt.Mention.Sentence}
	try = append(try, d.Sentences[:min(2, len(d.Sentences))]...)
	for _, s := range try {
		for _, m := range s.Mentions {
			if m.Kind == mention.PlaceMention && m.SideKind == briefing.Country && m.First > 0 && (s.Tokens[m.First-1].Is("in", "to") || d.Palace(m)) {
				return m.Side
			}
		}
	}
	return ""
}
