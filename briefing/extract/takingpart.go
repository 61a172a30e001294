package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sentences that say who took part, by what they turn on:
//
//	A met (with) B · A held talks in Geneva with B · A spoke by phone with B     delegation.met
//	talks between A and B · his talks with B · a joint news conference with B    delegation.talks-with
//	A, B and C participated in the meeting · also due to attend are A and B      delegation.took-part
//	a meeting hosted (convened, chaired) by A · signed by A and B                delegation.by
//	A hosted (received, welcomed) B · A convened the meeting                     delegation.hosted
//	the U.S. delegation, led by A · A headed the team                            delegation.led
//	the delegation included A; B; and C · members of the delegation were …       delegation.included
//	A was accompanied (joined) by B                                              delegation.accompanied
//	A traveled to X for talks · the visit of A · A, visiting X                   delegation.visit
//	A discussed X with B · A and B agreed to …                                   delegation.discussed
//	A paid a courtesy call on B (on him) · A made a visit to B                   delegation.called-on
//	also present were A and B · A looked on (sat in, stood behind them)          delegation.present
//	officials from X and Y, A and B · their ministers, A and B                   delegation.side-list
//	meetings were held with A, B and C · A and B shook hands on a deal           delegation.met
//	A co-chaired the session alongside B · X sent its chief executive, A         delegation.took-part
//
// Not read: meetings that are denied, proposed or only imagined, meetings
// inside quotations, and people who are known to have met only because they
// answer one another.

// part is one person's share in a meeting, as one sentence tells it.
type part struct {
	person *person
	m      *mention
	rule   briefing.RuleID
	role   partRole
	team   string // side of the delegation the sentence puts the person in
	kind   briefing.SideKind
	host   string  // country in which the sentence sets the meeting
	with   *person // whom they came with, whose side is theirs
	not    string  // side they cannot stand for: they came to see it
	head   bool
	sure   float64
}

// partRole tells those who came from those whom they came to see.
type partRole uint8

const (
	someRole partRole = iota
	subjectRole
	objectRole
)

// eventReader finds the parts in one sentence.
type eventReader struct {
	d       *document
	s       *sentence
	t       []lang.Token
	persons []*mention
	host    string
	marks   []sideMark
	out     []part
}

// partsIn returns who took part in something by the words of s.
func (d *document) partsIn(s *sentence) []part {
	e := &eventReader{d: d, s: s, t: s.Tokens}
	for _, m := range s.mentions {
		if m.kind == personMention && m.person != nil {
			e.persons = append(e.persons, m)
		}
	}
	if len(e.persons) == 0 && !e.pronoun() {
		return nil
	}
	e.host = e.setting()
	e.marks = e.sideMarks()
	e.seated()
	e.apposed()
	for i := range e.t {
		if d.inQuotation(e.t[i].Start) {
			continue
		}
		e.at(i)
	}
	return e.out
}

// pronoun reports whether the sentence speaks of somebody by "he" or "she".
func (e *eventReader) pronoun() bool {
	for _, t := range e.t {
		if t.Is("he", "she") {
			return true
		}
	}
	return false
}

// setting returns the country in which the sentence says its events took
// place: "In Guyana, Mr. Roe met …", "While in Panama, …".
func (e *eventReader) setting() string {
	for _, m := range e.s.mentions {
		if m.kind == placeMention && m.first > 0 && m.first < 4 && e.t[m.first-1].Is("in") && m.last < len(e.t) && e.t[m.last].Text == "," {
			return m.side
		}
		if m.kind == placeMention && m.first > 0 && e.t[m.first-1].Is("in", "to", "for") { // "goes on to Ankara, where she will meet"
			for k := m.last; k+1 < len(e.t) && k < m.last+5; k++ {
				if e.t[k].Text == "," && e.t[k+1].Is("where") {
					return m.side
				}
			}
		}
	}
	return ""
}

// group is people listed together: persons[first:last].
type group struct{ first, last int }

func (e *eventReader) empty(g group) bool { return g.first >= g.last }

// begin and end return the tokens of a group.
func (e *eventReader) begin(g group) int { return e.persons[g.first].from }

func (e *eventReader) end(g group) int { return e.persons[g.last-1].to }

// joined reports whether person k goes on the list that person k-1 is in.
func (e *eventReader) joined(k int) bool {
	a, b := e.persons[k-1], e.persons[k]
	i := a.to
	if i+2 < len(e.t) && e.t[i].Text == "(" { // "of the Republic of Malta (ROM),"
		for i < b.from && e.t[i].Text != ")" {
			i++
		}
		i++
	}
	return i < b.from && listGap(e.t, i, b.from) || i == b.from && i > a.to
}

// possessive reports whether a name owns what follows it.
func (e *eventReader) possessive(m *mention) bool {
	return m.to < len(e.t) && e.t[m.to].Kind == lang.Clitic || m.to < len(e.t) && e.t[m.to].Is("'", "’") && m.to+1 < len(e.t) && e.t[m.to+1].Kind == lang.Word
}

// before returns the group that does what the verb at v says.
func (e *eventReader) before(v int) group { return e.named(v) }

// named returns the people whose verb stands at v: those before it, or those
// whom a clause set off by commas parts from it.
func (e *eventReader) named(v int) group {
	if g := e.nearest(v); !e.empty(g) {
		return g
	}
	return e.relative(v)
}

// relative returns whom a long clause parts from the verb at v: "[A], who
// arrived on Tuesday at the invitation of B, met".
func (e *eventReader) relative(v int) group {
	i := v - 1
	for i > 0 && e.t[i].Is("also", "later", "then", "will", "has", "have", "had", "is", "are", "was", "were") {
		i--
	}
	if i < 0 || e.t[i].Text != "," {
		return group{}
	}
	first := len(e.persons)
	for first > 0 && v-e.persons[first-1].to <= 2*longestGap {
		first--
	}
	for n := first; n < len(e.persons); n++ {
		m := e.persons[n]
		if m.to+1 >= i {
			break
		}
		if e.t[m.to].Text != "," || !e.t[m.to+1].Is("who", "whose", "accompanied", "joined", "together", "along", "flanked", "leading", "heading", "visiting", "currently", "speaking", "arriving", "accompanying", "representing") || e.possessive(m) {
			continue
		}
		for k := m.to; k < i; k++ {
			if e.t[k].Is(";", ".", ":") {
				return group{}
			}
		}
		g := group{n, n + 1}
		for g.first > 0 && e.joined(g.first) {
			g.first--
		}
		if e.governed(g) {
			return group{}
		}
		return g
	}
	return group{}
}

// nearest returns the people right before the verb at v, with no more between
// than a subject and its verb have.
func (e *eventReader) nearest(v int) group {
	k := len(e.persons) - 1
	for k >= 0 && e.persons[k].to > v {
		k--
	}
	for k >= 0 && e.possessive(e.persons[k]) {
		k--
	}
	for try := 0; try < 3 && k > 0; try++ { // "A, who came with B and C, met"
		f := k
		for f > 0 && e.joined(f) && !e.governed(group{f, f + 1}) {
			f--
		}
		if f == 0 || !e.inserted(f, k, v) {
			break
		}
		k = f - 1
	}
	if k < 0 || !e.subjectGap(e.persons[k].to, v) {
		return group{}
	}
	g := group{k, k + 1}
	for g.first > 0 && e.joined(g.first) && !e.possessive(e.persons[g.first-1]) {
		g.first--
	}
	if main := e.shared(g, v); !e.empty(main) {
		return main
	}
	if n := g.last - 1; n > g.first && !e.closes(n) {
		g.first = n // "After meeting A on Monday, B saw"
	}
	if !e.governed(g) {
		return g
	}
	// "Following a summit led by A and B, C and D met": the second list is
	// another's.
	for k := g.last - 1; k > g.first+1; k-- {
		if e.closed(k) {
			return group{k, g.last}
		}
	}
	return group{}
}

// shared returns who does both things in "A met B, and paid C a call": the
// verb at v has no subject of its own, and g is what the first verb governs.
func (e *eventReader) shared(g group, v int) group {
	i := v - 1
	for i > 0 && e.t[i].Is("then", "later", "also", "was", "were", "has", "had", "will", "is", "to", "be") {
		i--
	}
	if g.first == 0 || !e.t[i].Is("and", "before", "then") || i < e.persons[g.last-1].to {
		return group{}
	}
	for n := 0; n < g.first; n++ {
		if e.possessive(e.persons[n]) || e.governed(group{n, n + 1}) {
			continue
		}
		out := group{n, n + 1}
		for out.last < g.first && e.joined(out.last) {
			out.last++
		}
		return out
	}
	return group{}
}

// closes reports whether the gap before person k has the word that brings a
// list to its end.
func (e *eventReader) closes(k int) bool {
	for i := e.persons[k-1].to; i < e.persons[k].from; i++ {
		if e.t[i].Is("and", "&", "with", "alongside", "by", "plus", "or", "as", "including") {
			return true
		}
	}
	return false
}

// inserted reports whether people from k to last hang on a preposition in a
// clause set off by commas between an earlier person and the verb at v.
func (e *eventReader) inserted(k, last, v int) bool {
	m, before, end := e.persons[k], e.persons[k-1], e.persons[last].to
	if !e.governed(group{k, k + 1}) || end >= v || e.t[end].Text != "," || before.to >= len(e.t) {
		return false
	}
	return e.t[before.to].Text == "," && m.from-before.to < 9 && v-end < 8 && before.to+1 < len(e.t) && e.t[before.to+1].Is("who", "accompanied", "joined", "together", "along", "with", "flanked", "travelling", "traveling")
}

// governed reports whether a group hangs on a preposition.
func (e *eventReader) governed(g group) bool {
	f := e.begin(g)
	return f > 0 && (preposition(e.t[f-1]) && !e.t[f-1].Is("from") || e.t[f-1].Is("with", "by", "than"))
}

// closed reports whether the list before person k had come to its "and", and
// only a comma parts it from k.
func (e *eventReader) closed(k int) bool {
	a, b := e.persons[k-1], e.persons[k]
	if b.from-a.to != 1 || e.t[a.to].Text != "," {
		return false
	}
	for i := e.persons[k-2].to; i < a.from; i++ {
		if e.t[i].Is("and") {
			return true
		}
	}
	return false
}

// longestGap is how many tokens may stand between a verb and who does it.
const longestGap = 22

// subjectGap reports whether tokens [from, to) may stand between a subject and
// its verb: auxiliaries, adverbs, an inserted clause.
func (e *eventReader) subjectGap(from, to int) bool {
	if to-from > longestGap {
		return false
	}
	commas := 0
	for i := from; i < to; i++ {
		t := e.t[i]
		switch {
		case t.Text == ",":
			commas++
		case t.Is(";", ":", ".", "?", "!"):
			return false
		case t.Is("said", "says", "told") && i+1 < to && (e.t[i+1].Is("he", "she", "they") || e.t[i+1].Is("that") && i+2 < to && e.t[i+2].Is("he", "she", "they")):
			if e.t[i+1].Is("that") {
				i++
			}
		case t.Is("that", "said", "when", "while", "because", "if", "whether", "but") && commas%2 == 0:
			return false
		case t.Capital() && i == from && !e.d.known(t):
			return false
		}
	}
	return commas%2 == 0 || commas == 1 && to-from < 8
}

// known reports whether a capitalised token is a day, a month or a place, and
// so no hidden subject.
func (d *document) known(t lang.Token) bool { return vocab().is(t, partWord) }

// after returns the group that begins at or soon after token i, with only
// words of time, place and manner between.
func (e *eventReader) after(i int) group {
	for k, m := range e.persons {
		if m.from < i {
			continue
		}
		if e.possessive(m) && k+1 < len(e.persons) && e.persons[k+1].from <= m.to+1 && e.objectGap(i, m.from) {
			i = e.persons[k+1].from // "Roe's chief of staff Ann Lee"
			continue
		}
		if m.from-i > 9 || !e.objectGap(i, m.from) {
			return group{}
		}
		g := group{k, k + 1}
		for g.last < len(e.persons) && e.joined(g.last) {
			g.last++
		}
		for g.last > g.first && e.possessive(e.persons[g.last-1]) {
			g.last--
		}
		return g
	}
	return group{}
}

// objectGap reports whether tokens [from, to) may stand between a verb or
// preposition and whom it governs.
func (e *eventReader) objectGap(from, to int) bool {
	for i := from; i < to; i++ {
		t := e.t[i]
		if t.Is(":") && i == from {
			continue // "the delegation included: A, B"
		}
		if t.Is(".", ";", ":", "!", "?", "that", "said", "who", "which", "about", "against", "while", "as", "after", "because", "if", "over", "his") {
			if t.Is("his") && i > from && i+1 < to && e.t[i+1].Is("office", "palace", "residence", "headquarters", "home", "ministry", "country", "hometown") {
				continue // "received at his office B"
			}
			return t.Is("his") && i+1 >= to
		}
		if t.Text == "," && i+1 < to && e.t[i+1].Is("who", "which", "said", "but") {
			return false
		}
	}
	return true
}

// with returns the group after a "with" that belongs to the verb or noun at
// v, at most n tokens on.
func (e *eventReader) with(v, n int) group {
	for i := v + 1; i < len(e.t) && i <= v+n; i++ {
		t := e.t[i]
		if t.Is(".", ";", "that", "said", "who", "which") {
			return group{}
		}
		if t.Is("with", "between") || t.Is("on") && e.t[i-1].Is("call") {
			return e.after(i + 1)
		}
	}
	return group{}
}

// give adds the members of a group.
func (e *eventReader) give(g group, rule briefing.RuleID, role partRole, sure float64) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, e.partOf(k, rule, role, sure))
	}
}

// denied reports whether the verb at v is denied or only imagined.
func (e *eventReader) denied(v int) bool {
	for i := max(0, v-5); i < v; i++ {
		if e.t[i].Text == "May" {
			continue // the month
		}
		if e.t[i].Is("not", "n't", "n’t", "never", "refused", "declined", "would", "could", "might", "may", "if", "whether", "without", "unable", "proposed", "possible") {
			return !(e.t[i].Is("would", "could") && e.reportedFuture(i))
		}
		if e.t[i].Is(",", ";") {
			continue
		}
	}
	return false
}

// at reads the event that turns on token i, if there is one.
func (e *eventReader) at(i int) {
	t := e.t[i]
	switch t.Lower {
	case "spoke", "talked", "speaks", "speak":
		e.spokeFor(i)
		e.met(i)
		return
	case "saw", "see", "sees", "seeing":
		e.saw(i)
		return
	case "met", "meet", "meets", "meeting", "interacted", "confer", "conferred", "confers", "closeted", "huddled", "negotiated", "dined", "lunched":
		if t.Is("meeting") && !e.verbal(i) {
			break
		}
		e.met(i)
		return
	case "held", "hold", "holds", "holding", "had", "have", "has", "having", "conducted", "opened", "began", "resumed", "completed", "ended", "concluded":
		e.heldTalks(i)
		if by := e.byAfter(i); t.Is("opened") && by == i+1 && e.passive(i) && talksNear(e.t, i) && !e.denied(i) {
			e.by(by)
		}
		if t.Is("had", "has", "have", "having") {
			e.brought(i)
		}
	case "hosted", "hosts", "host", "received", "receives", "welcomed", "welcomes", "greeted", "hosting", "receiving", "convened", "chaired", "co-chaired", "convenes", "co-hosted":
		e.hosted(i)
	case "participated", "participate", "participates", "attended", "attend", "attends", "attending", "participating", "took", "take", "takes", "taking", "present", "represented", "mediated", "moderated", "facilitated", "brokered", "observed":
		e.tookPart(i)
		if t.Is("represented") {
			e.spokeFor(i)
		} else {
			e.overTalks(i)
		}
	case "led", "co-led", "headed", "leads", "heads", "lead", "leading", "heading", "chairing":
		e.led(i)
	case "included", "include", "includes", "comprised", "comprises", "comprising", "consisted", "consists", "consisting", "including":
		e.included(i)
	case "attendance", "hand", "tow":
		if g := e.withThose(i); !e.empty(g) && !e.denied(i) {
			e.give(g, "delegation.took-part", someRole, .85)
		}
	case "company":
		e.inCompany(i)
	case "were", "are", "was", "is", "sat", "came", "be", "stood":
		e.included(i)
		e.inverted(i)
		e.atTable(i)
		e.partOfTeam(i)
		if t.Is("sat") {
			e.satIn(i)
		}
		switch {
		case t.Is("sat") && i+1 < len(e.t) && e.t[i+1].Is("down"):
			e.met(i)
		case t.Is("sat") && i+1 < len(e.t) && e.t[i+1].Is("across", "opposite", "facing", "together"):
			if g := e.before(i); g.last-g.first > 1 {
				e.give(g, "delegation.met", subjectRole, .8)
			}
		case t.Is("came"):
			e.cameWith(i)
		}
	case "accompanied", "joined", "flanked", "assisted", "aided", "seconded", "backed", "supported", "escorted", "followed":
		e.accompanied(i)
	case "signed", "signs", "initialled", "initialed", "inked", "sealed":
		e.signed(i)
	case "discussed", "discuss", "reviewed", "exchanged", "addressed":
		e.discussed(i)
	case "traveled", "travelled", "travels", "flew", "arrived", "arrives", "visited", "visits", "visiting", "leaves", "traveling", "travelling", "returned", "visit", "trip":
		e.travelledWith(i)
		e.visited(i)
	case "told", "assured", "informed", "thanked", "congratulated", "urged", "briefed", "updated", "asked", "pressed":
		e.told(i)
	case "head":
		e.atHead(i)
	case "hands":
		if i > 0 && e.t[i-1].Is("shook", "shakes", "shaking", "shake") {
			if g := e.before(i - 1); g.last-g.first > 1 && i+1 < len(e.t) && e.t[i+1].Is("on", "over", "for", "in", "at") && !e.denied(i-1) {
				e.give(g, "delegation.met", someRole, .8) // "A and B shook hands on a pay deal"
			} else if o := e.with(i, 3); !e.empty(o) {
				e.give(e.before(i-1), "delegation.met", subjectRole, .8)
				e.give(o, "delegation.met", objectRole, .8)
			}
		}
	case "standing", "appearing", "speaking", "sitting":
		e.together(i)
		for k := i + 1; k < len(e.t) && k < i+4; k++ {
			if e.t[k].Is("beside", "alongside", "to", "with") {
				if o := e.after(k + 1); !e.empty(o) && e.begin(o) <= k+2 {
					e.give(e.before(i), "delegation.met", subjectRole, .78)
					e.give(e.then(o, 0), "delegation.met", subjectRole, .78)
					e.give(o, "delegation.met", objectRole, .78)
				}
				break
			}
		}
	case "invitation":
		e.invited(i)
	case "presides", "moderates", "mediates", "refereed", "steered":
		e.overTalks(i)
	case "issued", "released", "presided":
		e.overTalks(i)
		for k := i + 1; k < len(e.t) && k < i+3; k++ {
			if e.t[k].Is("by") && (e.t[i].Is("presided") || e.jointBefore(i)) {
				e.by(k)
			}
		}
		e.together(i)
	case "between":
		e.between(i)
	case "representing":
		if g := e.before(i); !e.empty(g) {
			e.give(g, "delegation.took-part", someRole, .75)
			break
		}
		for k := i + 1; k < len(e.t) && k < i+7; k++ { // "Representing Peru were A and B"
			if e.t[k].Is("was", "were", "is", "are") {
				side, kind := "", briefing.SideKind("")
				if m := e.d.mentionAt(e.t[k-1].Start); m != nil {
					side, kind = m.side, m.sideKind
				}
				e.giveTeam(e.after(k+1), "delegation.took-part", side, kind, false)
				break
			}
		}
	case "alongside":
		e.alongside(i)
	case "looks", "look", "looked", "looking":
		if i+1 < len(e.t) && e.t[i+1].Is("on") {
			e.give(e.before(i), "delegation.present", someRole, .75)
		}
	case "witnessed", "witness", "witnesses", "witnessing", "watched":
		e.witnessed(i)
	case "gathered", "assembled", "congregated":
		if g := e.before(i); g.last-g.first > 1 && !e.denied(i) && !e.passive(i) {
			e.give(g, "delegation.met", subjectRole, .85)
		}
	case "closed", "inaugurated":
		if by := e.byAfter(i); by > i && talksNear(e.t, i) && !e.denied(i) {
			e.by(by) // "the meeting was opened by A and closed by B"
		}
	case "put":
		if g := e.before(i); g.last-g.first > 1 && i+2 < len(e.t) && e.t[i+1].Is("their") && e.t[i+2].Is("names", "signatures", "name", "pens") && !e.denied(i) {
			e.give(g, "delegation.by", someRole, .8)
		}
	case "toasted", "hugged", "kissed":
		if g := e.before(i); g.last-g.first > 1 && i+1 < len(e.t) && e.t[i+1].Is("each", "one") && !e.denied(i) {
			e.give(g, "delegation.met", someRole, .8)
		}
	case "spent":
		e.spent(i)
	case "due":
		if i > 0 && e.t[i-1].Is("are", "also", "is") && (i+1 == len(e.t) || e.t[i+1].Is(".", ",")) {
			e.give(e.before(i), "delegation.took-part", someRole, .72)
		}
	case "by":
		e.elided(i)
	case "brought", "brings", "bring", "bringing":
		e.brought(i)
		if i+1 < len(e.t) && e.t[i+1].Is("together") {
			if g := e.after(i + 2); g.last-g.first > 1 {
				e.give(g, "delegation.took-part", someRole, .85)
			}
		}
	case "reappointed", "appointed", "named", "sent", "dispatched", "sends":
		e.appointed(i)
	case "agreed", "pledged", "reaffirmed", "stressed", "underscored", "expressed", "launched", "vowed", "shook", "embraced",
		"reiterated", "emphasized", "emphasised", "highlighted", "condemned", "committed", "decided", "announced", "reached", "struck", "clinched", "hammered", "settled", "accepted", "withdrew", "celebrated", "affirmed", "resolved", "said":
		e.together(i)
	case "presence":
		if i+1 < len(e.t) && e.t[i+1].Is("of") {
			e.give(e.after(i+2), "delegation.took-part", someRole, .8)
		}
	case "joining", "accompanying":
		for k := i + 1; k < len(e.t) && k < i+7; k++ {
			if e.t[k].Is("was", "were", "is", "are") {
				e.give(e.after(k+1), "delegation.accompanied", subjectRole, .85)
				break
			}
		}
	case "called", "phoned", "telephoned", "call", "rang":
		e.phoned(i)
		e.calledOn(i)
	case "granted", "accorded":
		e.granted(i)
	case "represents", "represent":
		e.spokeFor(i)
	case "negotiators", "envoys", "delegates":
		e.negotiatorsWere(i)
		e.teamList(i)
	case "delegation", "team", "side", "contingent":
		e.teamList(i)
	}
	if isTalk(t) {
		e.talks(i)
	}
}
