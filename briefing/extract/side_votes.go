package extract

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"example.org/attache/briefing"
)

// Sides that no word beside the name says. Everything that speaks for a side
// has a name, and assets/lexicon/sideclues.tsv lists those names, the surest
// first, each with how often it was right where nothing before it spoke:
//
//	his delegation · a well-known leader · the body he leads · the country that
//	those met were visited in · beside whom he is listed · the other side of two
//	· whose home news it is · the country named before him
//
// The first that names one side decides. Nobody is given the side of whom he
// met or of the country he visited, unless his own words say so. What speaks by
// other people's sides is asked again once those are settled, the surest first.

// sideVote is one thing that speaks for or against a side.
type sideVote struct {
	side string
	clue string
}

// sideChooser settles the sides of those who took part.
type sideChooser struct {
	d      *document
	people []*person
	parts  map[*person][]part
	votes  map[*person][]sideVote // those that need no other side
	kinds  map[string]briefing.SideKind
	fixed  map[*person]bool // words beside the name say it
	order  []string         // countries by how often they are named
	states int              // countries that the article's head names
}

// sideRung is one kind of vote in the order of how sure they are.
type sideRung struct {
	clue string
	sure float64 // how often it is right, 0 to 1
}

// sideRungs returns the kinds of votes, the surest first.
var sideRungs = sync.OnceValue(func() (out []sideRung) {
	for _, row := range rows("sideclues") {
		if len(row) > 1 {
			sure, _ := strconv.ParseFloat(row[1], 64)
			out = append(out, sideRung{row[0], sure})
		}
	}
	return out
})

// sideReasons are the texts for people by the kind of vote.
var sideReasons = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("sidereasons") {
		if len(row) > 1 {
			m[row[0]] = row[1]
		}
	}
	return m
})

// sideReason returns the text for a kind of vote: its own, or that of the kind
// which it is a case of ("listed after, no office").
func sideReason(clue string) string {
	m := sideReasons()
	if text := m[clue]; text != "" {
		return text
	}
	kind, _, _ := strings.Cut(clue, ",")
	if text := m[kind]; text != "" {
		return text
	}
	kind = strings.TrimSuffix(kind, " a nationality")
	return m[kind]
}

// besideName is how often a side is right that the words beside a name say.
const besideName = .97

// sideRounds are how sure a vote must be, round by round.
var sideRounds = []float64{.8, .6, 0}

// chooseSides settles the sides of those who have parts.
func (d *document) chooseSides(parts []part) {
	c := d.newSideChooser(parts)
	for _, least := range sideRounds {
		for _, p := range c.people {
			if c.fixed[p] {
				continue
			}
			p.side, p.kind, p.sideRule, p.sideSure = "", "", "", 0
			votes := decided(c.all(p))
			for _, r := range sideRungs() {
				if side := votes[r.clue]; side != "" && r.sure >= least {
					p.side, p.kind, p.sideRule, p.sideSure = side, c.kinds[side], sideReason(r.clue), r.sure
					break
				}
			}
		}
	}
}

// decided returns the side that each kind of vote speaks for, if it is one
// side and none that p cannot stand for.
func decided(votes []sideVote) map[string]string {
	barred := map[string]bool{}
	for _, v := range votes {
		if bars[v.clue] {
			barred[v.side] = true
		}
	}
	out := map[string]string{}
	several := map[string]bool{}
	for _, v := range votes {
		if barred[v.side] && !ownWords[v.clue] || bars[v.clue] {
			continue
		}
		if was, ok := out[v.clue]; ok && was != v.side {
			several[v.clue] = true
		}
		out[v.clue] = v.side
	}
	for clue := range several {
		delete(out, clue)
	}
	return out
}

// bars are the votes against a side; ownWords are those for one that stand all
// the same: what a person's own words say, and where they were met.
var (
	bars     = map[string]bool{"met": true, "place visited": true, "sent to": true}
	ownWords = map[string]bool{
		"leader's full name": true, "leader's surname": true, "delegation": true, "office of one state": true, "body in office": true,
		"delegation in turn": true, "own body led": true, "owner of the body": true, "in office": true, "body beside name": true, "setting, met": true, "met after": true,
	}
)

func (d *document) newSideChooser(parts []part) *sideChooser {
	c := &sideChooser{d: d, parts: map[*person][]part{}, votes: map[*person][]sideVote{}, kinds: map[string]briefing.SideKind{}, fixed: map[*person]bool{}}
	for _, pt := range parts {
		if _, ok := c.parts[pt.person]; !ok {
			c.people = append(c.people, pt.person)
		}
		if len(c.parts[pt.person]) < mostParts {
			c.parts[pt.person] = append(c.parts[pt.person], pt)
		}
	}
	w := d.weights()
	for _, s := range sides().ordered {
		if w[s] > 0 {
			c.order = append(c.order, s)
		}
	}
	slices.SortStableFunc(c.order, func(a, b string) int { return w[b] - w[a] })
	for _, s := range d.atTable() {
		if f, ok := sides().named(s); ok && f.kind == briefing.Country {
			c.states++
		}
	}
	whole := c.article()
	for _, p := range c.people {
		if p.side != "" {
			c.fixed[p], p.sideSure = true, besideName
			continue
		}
		c.votes[p] = append(c.own(p), whole...)
	}
	return c
}

// add appends a vote for a side, if there is one.
func (c *sideChooser) add(out *[]sideVote, side string, kind briefing.SideKind, clue string) {
	if side == "" {
		return
	}
	if f, ok := sides().named(side); ok {
		side, kind = f.side, f.kind
	}
	if state := sides().within[side]; state != "" && c.d.names(state) {
		side, kind = state, briefing.Country // "the mayor of Tucson, Arizona"
	}
	if c.kinds[side] == "" {
		if kind == "" {
			kind = briefing.Organisation
		}
		c.kinds[side] = kind
	}
	v := sideVote{side, clue}
	if !slices.Contains(*out, v) {
		*out = append(*out, v)
	}
}

// article returns what the whole article says of anybody's side.
func (c *sideChooser) article() (out []sideVote) {
	d := c.d
	c.add(&out, d.dateline(), "", "dateline")
	c.add(&out, d.byAgency(), "", "agency")
	c.add(&out, d.hinted(), "", "home news")
	c.add(&out, d.onlyCountry(), "", "only country")
	c.add(&out, d.oneGovernment(), "", "one government")
	for i, s := range c.order[:min(3, len(c.order))] {
		c.add(&out, s, "", "named most "+strconv.Itoa(i))
	}
	for i, s := range d.institutions() {
		c.add(&out, s, briefing.Organisation, "institution named most "+strconv.Itoa(i))
	}
	table := d.atTable()
	for i, s := range table[:min(4, len(table))] {
		c.add(&out, s, "", "in lead "+strconv.Itoa(i))
		if len(table) == 2 {
			c.add(&out, s, "", "one of two")
		}
	}
	return out
}

// own returns what the words of a person's office and parts say.
func (c *sideChooser) own(p *person) (out []sideVote) {
	d := c.d
	for _, m := range p.mentions[:min(mostParts, len(p.mentions))] {
		if m.sidePart {
			c.add(&out, m.side, m.sideKind, "body beside name")
		}
		c.add(&out, d.bodyAfterName(m), "", "body after name")
	}
	c.add(&out, d.byOffice(p, "body"), "", "body in office")
	if side := d.byOffice(p, "office"); d.names(side) {
		c.add(&out, side, "", "office of one state")
	}
	c.add(&out, d.byFullName(p), "", "leader's full name")
	c.add(&out, d.byHolder(p), "", "leader's surname")
	c.add(&out, d.byBody(p), "", "owner of the body")
	c.add(&out, d.byCommission(p), "", "commissioner")
	among := ""
	if c.states > 1 {
		among = ", among states"
	}
	if body, own := bodyLed(p.title); body != "" {
		full, kind := d.fullBody(body)
		switch {
		case ownBody(full) && !acronym(full):
			c.add(&out, full, kind, "own body led") // unions and parties are nobody's
		case own || ownBody(full):
			c.add(&out, full, kind, "own body led"+among)
		default:
			c.add(&out, full, kind, "body led"+among)
		}
	}
	if first, _, more := strings.Cut(p.title, " "); more && capitalised(first) && len(first) > 3 {
		if full := d.bodyEnding(first); ownBody(full) { // "Guild lawyer" of the Crab Owners' Guild
			c.add(&out, full, briefing.Organisation, "own body led"+among)
		}
	}
	c.add(&out, d.calledBody(p.title), briefing.Organisation, "own body led"+among)
	if _, to, ok := strings.Cut(p.title, " to "); ok {
		c.add(&out, to, "", "sent to")
	}
	goes := false
	role := someRole
	for _, pt := range c.parts[p] {
		if pt.rule == "delegation.side-list" {
			c.add(&out, pt.team, pt.kind, "delegation in turn")
		} else {
			c.add(&out, pt.team, pt.kind, "delegation")
		}
		c.add(&out, pt.not, "", "place visited")
		goes = goes || pt.rule == "delegation.visit" && pt.role == subjectRole
		if pt.role != someRole && role == someRole {
			role = pt.role
		}
		switch pt.role {
		case objectRole:
			c.add(&out, pt.host, "", "setting, met")
			c.add(&out, d.destination(), "", "destination, met")
			c.add(&out, d.meetingPlace(pt), "", "place, met")
		case subjectRole:
			c.add(&out, pt.host, "", "setting, meets")
			c.add(&out, d.destination(), "", "destination, meets")
			c.add(&out, d.meetingPlace(pt), "", "place, meets")
		default:
			c.add(&out, pt.host, "", "setting, there")
			c.add(&out, d.meetingPlace(pt), "", "place, there")
		}
		c.around(&out, pt.m)
	}
	if goes {
		c.add(&out, d.destination(), "", "destination, goes")
	}
	if abroad(p.title) {
		c.add(&out, d.dateline(), "", "dateline, sent abroad")
		for _, pt := range c.parts[p] {
			c.add(&out, d.meetingPlace(pt), "", "place, sent abroad")
		}
	}
	if c.end(p) != objectRole && (stateOffice(p.title) || vocab().rankOf(p.title) < 4) {
		if len(c.order) > 0 {
			c.add(&out, c.order[0], "", "named most, high office")
		}
		c.add(&out, d.hinted(), "", "home news, high office")
		c.add(&out, d.dateline(), "", "dateline, high office")
	}
	return out
}

// around adds the countries and bodies nearest to a name in its sentence.
func (c *sideChooser) around(out *[]sideVote, m *mention) {
	var before, after *mention
	if i := m.sentence.index; i > 0 && c.introduced(m) {
		last := ""
		for _, o := range c.d.sentences[i-1].mentions {
			if o.kind == placeMention && o.side != "" {
				last = o.side
			}
		}
		c.add(out, last, "", "named in the sentence before")
		if c.end(m.person) == objectRole {
			c.add(out, last, "", "named in the sentence before, met")
		}
	}
	for _, o := range m.sentence.mentions {
		if o.side == "" || o.kind != placeMention && o.kind != organisationMention {
			continue
		}
		switch {
		case o.last <= m.from:
			before = o
		case o.first >= m.to && after == nil:
			after = o
		case o.first >= m.from && o.last <= m.to && !(o.first > 0 && m.sentence.Tokens[o.first-1].Is("to")):
			c.add(out, o.side, o.sideKind, "in office")
		}
	}
	if before != nil {
		c.add(out, before.side, before.sideKind, "named before")
	}
	if after != nil {
		c.add(out, after.side, after.sideKind, "named after")
	}
}

// all returns every vote on p's side, with those that follow from the sides of
// others as they are now.
func (c *sideChooser) all(p *person) []sideVote {
	out := slices.Clone(c.votes[p])
	for _, pt := range c.parts[p] {
		if pt.with != nil && pt.with != p {
			c.add(&out, pt.with.side, pt.with.kind, "came with")
		}
		c.beforeHost(&out, pt)
		c.neighbours(&out, p, pt)
	}
	for _, m := range p.mentions[:min(mostParts, len(p.mentions))] {
		if o := m.possessor; o != nil && o.person != nil && o.person != p {
			c.add(&out, o.person.side, o.person.kind, "whose officer")
			c.add(&out, c.d.byHolder(o.person), "", "whose officer")
		}
		if m.from <= 1 && m.title != "" && !m.opposite && m.sentence.Tokens[0].Is("his", "her") {
			if o := c.d.lastSubject(m.sentence); o != nil && o.person != p {
				c.add(&out, o.person.side, o.person.kind, "whose officer")
			}
		}
	}
	c.mates(&out, p)
	c.inOrder(&out, p)
	return out
}

// beforeHost adds the side of the host told of in the sentence before, for
// somebody who was there, too: "A was received by B. [C] also took part."
func (c *sideChooser) beforeHost(out *[]sideVote, pt part) {
	if pt.rule != "delegation.took-part" {
		return
	}
	for _, o := range c.people[:min(mostFacing, len(c.people))] {
		for _, q := range c.parts[o] {
			if q.rule == "delegation.hosted" && q.role == objectRole && q.m.sentence.index == pt.m.sentence.index-1 {
				c.add(out, o.side, o.kind, "beside the host before")
			}
		}
	}
}

// inOrder adds the side in whose place p stands, in a list that shares an
// office and has as many members as the meeting has sides: "Presidents A of X
// and B of Y met. Foreign ministers C and D joined them."
func (c *sideChooser) inOrder(out *[]sideVote, p *person) {
	for _, pt := range c.parts[p] {
		m := pt.m
		if !m.sideless || m.of < 2 {
			continue
		}
		var order []*person
		seen := map[string]bool{}
		for _, o := range c.people[:min(mostBeside, len(c.people))] {
			q := c.parts[o][0].m
			if q.Start >= m.Start || len(order) >= mostFacing {
				break
			}
			if o.side != "" && o.kind != briefing.Organisation && !seen[o.side] && !(q.sideless && q.of > 1 && q.sentence == m.sentence) {
				seen[o.side] = true
				order = append(order, o)
			}
		}
		if len(order) == m.of {
			c.add(out, order[m.nth].side, order[m.nth].kind, "order of the list")
		} else if told := c.d.listedCountries(); len(order) == 0 && len(told) == m.of {
			c.add(out, told[m.nth], briefing.Country, "order of the list")
		}
	}
}

// mates adds the sides of those who sit on the same end of the meetings as p,
// wherever they are named, and of those on the other.
func (c *sideChooser) mates(out *[]sideVote, p *person) {
	mine := c.end(p)
	if mine == someRole {
		return
	}
	for _, o := range c.people[:min(mostFacing, len(c.people))] {
		if o == p || o.side == "" {
			continue
		}
		switch c.end(o) {
		case mine:
			c.add(out, o.side, o.kind, "same end")
		case someRole:
		default:
			c.add(out, o.side, o.kind, "other end")
		}
	}
}

// end returns on which end of the meetings p is, someRole if on both.
func (c *sideChooser) end(p *person) partRole {
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
func (c *sideChooser) neighbours(out *[]sideVote, p *person, pt part) {
	s := pt.m.sentence
	if len(s.mentions) > mostBeside {
		return
	}
	var last *mention
	past := false
	for _, m := range s.mentions {
		if m.kind != personMention || m.person == nil || m.person == p && m != pt.m {
			continue
		}
		o := m.person
		switch {
		case m == pt.m:
			past = true
			if last == nil || last.person.side == "" {
				break
			}
			if c.introduced(pt.m) && listGap(s.Tokens, last.to, m.from) {
				c.add(out, last.person.side, last.person.kind, c.listed("listed after", last, m, pt))
			}
		case past && last == pt.m && o.side != "" && c.introduced(pt.m) && listGap(s.Tokens, last.to, m.from):
			c.add(out, o.side, o.kind, c.listed("listed before", m, pt.m, pt))
		}
		if m != pt.m && o.side != "" {
			c.faced(out, pt, m)
		}
		last = m
	}
}

// introduced reports whether a mention is the one that says who the person is.
func (c *sideChooser) introduced(m *mention) bool {
	return m.title != "" || m.person.title == "" && m == m.person.mentions[0]
}

// listed names how m stands in a list to o, whose side is known.
func (c *sideChooser) listed(how string, o, m *mention, pt part) string {
	if pt.rule == "delegation.met" && pt.role == subjectRole && c.alone(pt) {
		return how + ", who met"
	}
	if o.side != "" && !o.sidePart {
		how += " a nationality"
	}
	if m.title == "" {
		how += ", no office"
	} else if o.person.kind == briefing.Organisation && stateOffice(m.title) {
		how += ", a state's office"
	}
	if m.of > 1 && o.of == m.of {
		how += ", shared office"
	}
	if m.opposite || o.opposite {
		how = "counterpart"
	}
	return how
}

// alone reports whether nobody is named as met by those who met in the sentence
// of pt: "A and B met in Bern".
func (c *sideChooser) alone(pt part) bool {
	for _, m := range pt.m.sentence.mentions {
		for _, q := range c.parts[m.person] {
			if q.m.sentence == pt.m.sentence && q.role == objectRole {
				return false
			}
		}
	}
	return true
}

// faced adds the side of somebody in the same sentence whom p met, and the one
// that is left of two.
func (c *sideChooser) faced(out *[]sideVote, pt part, m *mention) {
	o := m.person
	for _, q := range c.parts[o] {
		if q.m.sentence != pt.m.sentence || q.role == someRole || pt.role == someRole {
			continue
		}
		if q.role == pt.role {
			c.add(out, o.side, o.kind, "same role in sentence")
			if c.introduced(pt.m) && m.last <= pt.m.first {
				if q.role == objectRole {
					c.add(out, o.side, o.kind, "met after")
				} else {
					c.add(out, o.side, o.kind, "meets after")
				}
			}
		} else if pt.with == nil && q.with == nil {
			c.add(out, o.side, o.kind, "met")
			c.add(out, c.d.other(o.side), "", "other of two, met")
		}
	}
	if pt.m.opposite || m.opposite {
		c.add(out, o.side, o.kind, "counterpart")
		c.add(out, c.d.other(o.side), "", "other of two, counterpart")
	}
}
