package seating

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/weigh"
	"example.org/attache/briefing/lang"
)

// This stage decides whether the article reports a meeting, visit or call,
// and says what, when and where as the text words it:
//
//	Peru and Chile … in a bilateral meeting held at the Ministry of Trade
//	Talks between X and Y on A · X met with Y in Vienna on Friday
//	X arrived in Tokyo for talks
//
// An offer to meet is no meeting, nor is a match between two countries, nor
// the meeting that somebody will go to some day. The stage does not tell two
// meetings of one kind apart.

// FindMeetings fills Findings.Meetings: the meeting the article is about
// comes first, then an earlier one that it tells of.
func FindMeetings(d *Document) {
	f := &meetingFinder{Document: d}
	d.Meets = f.reported()
	d.Sports = f.sport
	defer d.clampMeetings()
	if !d.Meets {
		return
	}
	main := f.describe(func(s *mention.Sentence) bool { return !s.Earlier })
	d.Findings.Meetings = append(d.Findings.Meetings, main)
	for _, s := range d.Sentences {
		if s.Earlier {
			d.Findings.Meetings = append(d.Findings.Meetings, f.describe(func(s *mention.Sentence) bool { return s.Earlier }))
			break
		}
	}
}

// clampMeetings takes members of an earlier meeting back to the only one, if
// no earlier one was told.
func (d *Document) clampMeetings() {
	for i := range d.Findings.Delegations {
		members := d.Findings.Delegations[i].Members
		for k := range members {
			members[k].Meeting = min(members[k].Meeting, max(0, len(d.Findings.Meetings)-1))
		}
	}
}

// meetingFinder weighs what speaks for a meeting.
type meetingFinder struct {
	*Document
	signs []sign
	sport bool // an article on sport
}

// sign is a wording that speaks of a meeting.
type sign struct {
	s      *mention.Sentence
	at     clause.Run
	weight int
}

type meetingCue struct {
	weight int
	told   bool // tells of a meeting outright, whoever is named with it
}

// gatherings are the nouns by which a text calls a meeting when it says that
// one was held, chaired, opened or ended.
const gatherings = "session|meeting|meetings|talks|summit|dialogue|conference|roundtable|discussions|negotiations|consultations|gathering|forum|trilateral|round|conversations|deliberations|retreat|audience|bargaining|seminar|hearing|assembly"

var meetingCues = sync.OnceValue(func() clause.ByFirst[meetingCue] {
	b := clause.ByFirst[meetingCue]{}
	for _, l := range []string{
		"met|meets|meeting ?privately ?separately ?again ?briefly *3 with", "meet|meets|met", "~hold|had|began|opened|resumed|concluded|ended|attended|convened|hosted|chaired|continue|finished *5 talks|meeting|meetings|summit|discussions|negotiations|consultations|conference|dialogue|audience",
		"talks|meeting|meetings|summit|discussions|negotiations|consultations|dialogue|call|conversation|audience ?here *2 with|between|among", "joint news|press conference with", "due|scheduled|set|expected|gathered|gather to meet ?in ?at ?on ?this", "round|rounds|day of *3 talks|negotiations|discussions|dialogue",
		"spoke|speak|speaks ?by ?on ?the ?phone ?today with|to|by|on", "signed a|an|the *6 agreement|memorandum|treaty|accord|pact|deal|protocol", "led|leading|leads|heads|headed *4 delegation|team",
		"reached|reach *3 agreement|deal|accord", "visit|trip to|by", "traveled|travelled|visited|arrived|visiting to|in", "received|hosted|welcomed|greeted|hosts|receives|receiving|hosting|welcoming",
	} {
		b.Add(l, meetingCue{weight: 2})
	}
	for _, l := range []string{
		gatherings + " *8 was|were ?also ?jointly chaired|co-chaired|held|attended|hosted|opened|led|convened|moderated|presided|mediated|facilitated", gatherings + " *8 ended|began|opened|concluded|closed|adjourned|lasted|resumed|finished|broke|wrapped|collapsed|stalled ?up ?off ?without ?in ?here ?today ?with ?on",
		gatherings + " *12 have|has ?now ?again broken|collapsed|stalled|ended|resumed|begun|failed|concluded",
		"~sit *1 down *1 with|over|for|in|at|to|together|round|around", "chaired|co-chaired|chairs|co-chairs|convened|hosted|presided *5 " + gatherings, "after|following *3 marathon|heated|lengthy|long|intense|day|days|hours|week|night|overnight *4 talks|debate|negotiations|haggling|bargaining|discussions|wrangling",
		"~get|~gather|~come|~meet|~sit|~assemble together|face-to-face ?again ?on ?in ?at", "~meet ?again ?briefly ?privately face to face", "~meet ?again ?here ?briefly ?privately ?separately on|in|at|for|over|here|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|with|behind", "~sit across|opposite|together",
		"telephoned|phoned|rang", "emerged|emerging from *5 " + gatherings, "~hold|began|opened|resumed|concluded|ended|attended|convened|hosted|chaired|finished|completed|started|wound|wrapped *6 " + gatherings,
		"at|during|in their|his|her|a|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday *3 " + gatherings + " in|on|with|between|at|here", "reached|struck|clinched *5 after *6 bargaining|talks|negotiations|discussions|haggling", "meeting at|in|on", "after|on seeing", "~put pen to paper", "~shake hands on", "prayed|talked|spoke|walked *2 together", "dined|lunched|breakfasted|supped ?together with|at|in|on", "used|over|during a|their *2 lunch|dinner|breakfast in|at|to|with|on",
		"paid|paying|pays *4 visit|call to|on", "visit|visits *1 of|by *12 to", "~come|~travel|~fly|~go to *4 for *4 " + gatherings, "was|were *2 signed *6 by",
		"~withdraw|~retire|~adjourn for|to *3 lunch|dinner|talks|breakfast|discussions", "~huddle|~assemble|~confer with|in|at|for|on",
	} {
		b.Add(l, meetingCue{weight: 2, told: true})
	}
	b.Add("delegation|team|side|delegations was|were *1 headed|led|represented", meetingCue{weight: 2})
	b.Add("was|were|is|are represented by|at", meetingCue{weight: 2})
	b.Add("ministers|leaders|presidents|premiers|chancellors|heads|governments|ambassadors|delegates *6 approved|agreed|decided|adopted|met|ended|gathered|signed", meetingCue{weight: 3})
	b.Add("session|meeting|talks|conference|summit of *3 ministers|leaders|presidents|premiers|officials|ambassadors|negotiators|governors", meetingCue{weight: 3})
	b.Add("ministers|leaders|presidents|premiers|governments|delegates|negotiators *3 failed to agree|reach|settle|bridge|break|resolve", meetingCue{weight: 3})
	for _, l := range []string{"talks|negotiations|summit|meeting", "delegations|delegation", "traveled|travelled|traveling|arrived|flew|leaves|visiting|visit|visited|visits|trip|mission ?to ?in ?on ?for"} {
		b.Add(l, meetingCue{weight: 1})
	}
	return b
})

var (
	politics = lexicon.Set("president minister ministers secretary ambassador ambassadors premier premiers chancellor envoy envoys official officials leader leaders delegation delegations government governments talks negotiations negotiators summit bilateral diplomatic diplomats foreign treaty adviser advisor pope king prince emir sheikh taoiseach department ministry trilateral statement mediator commissioner governor governors mayor mayors union unions bishop archbishop patriarch negotiator rebel rebels commission lawmakers senator parliament speaker commander ceasefire representatives communique communiqué")
	games    = lexicon.Set("match goal goals striker coach league championship season midfielder defender footballer squad scored rugby tennis cricket olympic medal winger goalkeeper premiership wimbledon manager")
	trade    = lexicon.Set("shares shareholders merger takeover acquisition profit profits stock revenue earnings analysts investors boards")
	maybe    = lexicon.Set("would could might if propose proposed proposes offer offered offers suggested refuse refused ruled no possible call called calls urged wants ready willing hopes possibility should offering proposing seeking urging proposal invitation proposals rumours rumors reports speculation")
)

// lateSign is the sentence behind which a first and only sign of a meeting is
// too late: an article tells what it is about before that.
const lateSign = 5

// surelySeated is how likely a member must be to tell of a meeting.
const surelySeated = .85

// tally is what an article has of the words that tell of meetings.
type tally struct {
	score, strong   int             // how much its signs say with those whom their sentences name
	nouns, joint    int             // "the talks"; what several did together
	kinds           map[string]bool // words of politics and bodies
	business, sport int             // words of markets and matches
	labour          int
	early           bool // two parties met outright in its first sentences
	officials       bool
}

// clues returns what speaks for a meeting, whoever took part.
func (f *meetingFinder) clues() []Clue {
	n := tally{kinds: map[string]bool{}}
	for _, s := range f.Sentences {
		f.count(s, &n)
	}
	if n.labour >= 3 {
		n.sport = 0 // players at odds with their league are no match
	}
	f.sport = n.sport >= 3
	out := slices.Concat(
		counted("score", n.score, 6), counted("strong", n.strong, 3), counted("nouns", n.nouns, 4), counted("joint", n.joint, 3),
		counted("kinds", len(n.kinds), 4), counted("business", n.business, 3), counted("sport", n.sport, 4), counted("labour", n.labour, 3), counted("signs", len(f.signs), 5),
	)
	if n.early {
		out = append(out, "told early")
	}
	if n.officials {
		out = append(out, "officials")
	}
	switch first := f.firstSign(); {
	case first < 0:
		out = append(out, "no sign")
	case first > lateSign:
		out = append(out, "first sign late")
	default:
		out = append(out, counted("first sign", first, lateSign)...)
	}
	return out
}

// count adds what one sentence has.
func (f *meetingFinder) count(s *mention.Sentence, n *tally) {
	best := sign{}
	for i, t := range s.Tokens {
		n.word(s, i)
		for _, c := range meetingCues()[t.Lower] {
			end, ok := c.Pattern.Match(s.Tokens, i)
			if ok && c.Rule.told && s.Index < 4 && !n.early {
				n.early = f.toldOutright(s, i, end)
			}
			if ok && t.Is("received", "hosted", "welcomed", "greeted") && !f.somebody(s, end) {
				continue // "received a letter"
			}
			if !ok || c.Rule.weight <= best.weight || clause.Between(max(0, i-8), i).Has(s.Tokens, maybe) || clause.Between(max(0, i-18), i).Any(s.Tokens, "proposed", "proposes", "offered", "invited", "suggested") || f.InQuotation(t.Start) {
				continue
			}
			best = sign{s, clause.Between(i, end), c.Rule.weight}
		}
	}
	if n.joint < 4 && f.jointAct(s) {
		n.joint++
	}
	if n.joint < 4 && f.pairAct(s) {
		n.joint += 2
	}
	if best.weight == 0 {
		return
	}
	f.signs = append(f.signs, best)
	actors, w := f.actors(s), 0
	switch {
	case actors >= 2 && best.weight == 2 || actors >= 1 && best.weight == 3:
		w = 2
		n.strong++
	case actors >= 1 && best.weight == 2, actors >= 2:
		w = 1
	}
	if w > 0 && s.Index < 3 {
		w++
	}
	n.score += w
}

// word counts token i of s.
func (n *tally) word(s *mention.Sentence, i int) {
	t := s.Tokens[i]
	if politics[t.Lower] || allegiance.BodyNoun(t) {
		n.kinds[t.Lower] = true
		n.officials = n.officials || !clause.IsTalk(t) && !t.Is("official", "leader", "leaders", "officials", "government", "statement")
	}
	if trade[t.Lower] {
		n.business++
	}
	if t.Is("union", "strike", "lockout") {
		n.labour++
	}
	if games[t.Lower] {
		n.sport++
	}
	if t.Is("meeting", "talks", "summit", "negotiations") && i > 0 && !maybe[s.Tokens[i-1].Lower] {
		n.nouns++
	}
}

// counted returns the clues of a count: one for each number up to it and to most.
func counted(what string, n, most int) (out []Clue) {
	for k := range min(n, most) {
		out = append(out, Clue(what+" "+strconv.Itoa(k+1)))
	}
	return out
}

// firstSign returns the sentence of the first sign that counts, -1 if there is none.
func (f *meetingFinder) firstSign() int {
	for _, x := range f.signs {
		if x.weight > 1 {
			return x.s.Index
		}
	}
	return -1
}

// meetingWeights returns the measured weights of what speaks for a meeting.
var meetingWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("meetingclues") })

// meetsFrom is the likelihood from which on an article is taken to tell of a
// meeting: to miss one costs its topics and agreements too.
const meetsFrom = .4

// reported reports whether the article tells of a meeting.
func (f *meetingFinder) reported() bool {
	return meetingWeights().Probability(append(f.clues(), f.seats()...)) >= meetsFrom
}

// seats returns the clue of how many have most likely taken part: they are not
// known while they are being weighed.
func (f *meetingFinder) seats() []Clue {
	if !f.Seated {
		return []Clue{"seats unasked"}
	}
	n := 0
	for _, g := range f.Findings.Delegations {
		for _, m := range g.Members {
			if m.Confidence >= surelySeated {
				n++
			}
		}
	}
	return counted("seats", n, 4)
}

// MeetingClues returns what speaks for the article's telling of a meeting, or
// against it, before it is known who took part, or after.
func MeetingClues(d *Document) []Clue {
	f := &meetingFinder{Document: d}
	return append(f.clues(), f.seats()...)
}

// somebody reports whether the words from token i on begin with who was
// received.
func (f *meetingFinder) somebody(s *mention.Sentence, i int) bool {
	for k := i; k < len(s.Tokens) && k < i+6; k++ {
		if allegiance.BodyNoun(s.Tokens[k]) || s.Tokens[k].Is("management", "executives") || clause.PeopleNouns[s.Tokens[k].Lower] || AllWords[s.Tokens[k].Lower] {
			return true
		}
		if _, n := mention.Sides().At(s.Tokens, k); n > 0 {
			return true
		}
		for _, m := range s.Mentions {
			if m.Person != nil && m.From <= k && k < max(m.Last, m.To) {
				return true
			}
		}
	}
	return false
}

// toldOutright reports whether the wording at [i, end) tells of two parties
// that met, and not of what may be, was long ago or was denied.
func (f *meetingFinder) toldOutright(s *mention.Sentence, i, end int) bool {
	t := s.Tokens
	if s.Quoted || f.InQuotation(t[i].Start) || clause.Between(max(0, i-8), i).Has(t, maybe) || clause.Between(max(0, i-4), i).Any(t, "not", "never", "n't", "no", "neither", "last", "had") || clause.OtherTime(t, clause.Between(0, len(t)), f.LatestYear()) {
		return false
	}
	if t[i].Is("meeting") && i > 0 && !(clause.Auxiliaries[t[i-1].Lower]) {
		return false
	}
	if t[i].Is("telephoned", "phoned", "rang") && (end >= len(t) || !t[end].Capital()) {
		return false
	}
	n := f.actors(s)
	for _, m := range s.Mentions {
		if m.Kind == mention.PersonMention && m.Person != nil && m.Title == "" {
			n++
		}
	}
	for _, w := range t {
		if AllWords[w.Lower] && !clause.Pronouns[w.Lower] && len(w.Lower) > 4 && strings.HasSuffix(w.Lower, "s") || w.Is("ministry", "union", "government", "commission", "delegation", "management", "employers", "vice-chancellors", "bosses", "banks") {
			n++
		}
	}
	return n >= 2
}

// jointVerbs are what people at a meeting do together.
var jointVerbs = lexicon.Set("discussed agreed signed exchanged reviewed undertook pledged vowed decided settled met spoke talked reached issued touched addressed considered compared shook dined lunched consented resolved initialled initialed negotiated conferred huddled announced adopted approved lifted launched welcomed instructed committed condemned called have")

// jointAct reports whether s tells of something that several did together:
// "The two ministers also agreed".
func (f *meetingFinder) jointAct(s *mention.Sentence) bool {
	t := s.Tokens
	if s.Quoted || s.Earlier || f.Headline(s) {
		return false
	}
	for i := 1; i+1 < len(t) && i < 14; i++ {
		w := t[i].Lower
		if !AllWords[w] || clause.Pronouns[w] || outsideWords[w] || !t[i-1].Is("the", "two", "both", "three", "four", "foreign", "prime", "trade", "finance", "defence", "defense") || t[i].Is("members", "states", "nations", "heads", "officials", "authorities", "teams") {
			continue
		}
		for k := i + 1; k < len(t) && k < i+5; k++ {
			if jointVerbs[t[k].Lower] && !t[k].Is("have") {
				return !clause.Between(i, k).Has(t, clause.Modals) && !clause.Between(i, k).Has(t, clause.Negations) && !clause.OtherTime(t, clause.Between(0, len(t)), f.LatestYear()) && !clause.Between(0, i).Has(t, maybe) && !clause.Between(0, i).Has(t, clause.Relatives) && !f.InQuotation(t[i].Start)
			}
			if !clause.Auxiliaries[t[k].Lower] && !clause.IsAdverb(t[k]) && !AllWords[t[k].Lower] {
				break
			}
		}
	}
	return false
}

// pairAct reports whether s tells of something that two officials of two sides
// did together: "Minister A of X and Y’s Minister B agreed to".
func (f *meetingFinder) pairAct(s *mention.Sentence) bool {
	t := s.Tokens
	if s.Quoted || s.Earlier || f.Headline(s) {
		return false
	}
	var first *mention.Mention
	for _, m := range s.Mentions {
		if m.Kind != mention.PersonMention || m.Title == "" || m.Side == "" {
			continue
		}
		if first == nil || first.Side == m.Side || m.From > first.To+4 || !clause.Between(first.To, m.From).Any(t, "and") {
			first = m
			continue
		}
		k := m.To
		for k < len(t) && (clause.Auxiliaries[t[k].Lower] || clause.IsAdverb(t[k]) || clause.Weekdays[t[k].Lower] || t[k].Is(",", "on", "also")) {
			k++
		}
		return k < len(t) && jointVerbs[t[k].Lower] && !t[k].Is("have", "announced", "welcomed", "condemned", "called", "committed") &&
			!clause.Between(m.To, k).Has(t, clause.Modals) && !clause.Between(m.To, k).Has(t, clause.Negations) && !f.InQuotation(t[k].Start) &&
			!clause.OtherTime(t, clause.Between(0, len(t)), f.LatestYear())
	}
	return false
}

// actors counts the sides and titled people that s names, at most one for a
// person and a side that go together.
func (f *meetingFinder) actors(s *mention.Sentence) int {
	seen := map[string]bool{}
	n := 0
	for _, m := range s.Mentions {
		if m.Kind == mention.PersonMention && m.Person != nil && (m.Title != "" || m.Person.Title != "") && !seen[m.Person.Name] {
			seen[m.Person.Name] = true
			n++
		}
	}
	gaz := mention.Sides()
	countries := 0
	for i := 0; i < len(s.Tokens); i++ {
		if g, k := gaz.At(s.Tokens, i); k > 0 {
			if !seen[g.Side] {
				seen[g.Side] = true
				countries++
			}
			i += k - 1
		}
	}
	return max(n, countries)
}

// describe words the meeting that the sentences which belong to it tell of.
func (f *meetingFinder) describe(belongs func(*mention.Sentence) bool) briefing.Meeting {
	var m briefing.Meeting
	var chosen *mention.Sentence
	best := 0
	for _, s := range f.Sentences {
		if !belongs(s) || s.Quoted || f.Headline(s) {
			continue
		}
		if what, score := f.nameOfMeeting(s); score > 0 {
			if s.Index < 4 {
				score += 2 * (4 - s.Index)
			}
			if score > best {
				best, chosen = score, s
				m.What = what.Span(s.Tokens).Of(f.Text)
				m.Basis = Basis(s, "meeting.named", .8, "")
			}
		}
	}
	if chosen == nil {
		for _, g := range f.signs {
			if belongs(g.s) {
				chosen = g.s
				m.Basis = Basis(g.s, "meeting.told", .6, "")
				break
			}
		}
	}
	if chosen == nil {
		s := f.Sentences[0]
		for _, x := range f.Sentences {
			if belongs(x) {
				s = x
				break
			}
		}
		m.Basis = Basis(s, "meeting.told", .5, "")
		chosen = s
	}
	f.when(&m, chosen, belongs)
	f.where(&m, chosen, belongs)
	f.account(&m, chosen)
	return m
}

// meetingNouns weighs the nouns by which a text calls a meeting.
var meetingNouns = map[string]int{
	"meeting": 4, "meetings": 3, "talks": 4, "summit": 4, "call": 4, "conference": 3, "dialogue": 3, "negotiations": 3, "visit": 3,
	"trip": 2, "consultations": 1, "discussions": 2, "conversation": 2, "audience": 3, "roundtable": 2, "round": 2, "mission": 1, "tour": 1, "session": 1,
}

// nameOfMeeting finds the phrase by which s calls the meeting, and how well it
// does: "bilateral meeting", "talks between X and Y", "official visit".
func (f *meetingFinder) nameOfMeeting(s *mention.Sentence) (clause.Run, int) {
	t := s.Tokens
	var best clause.Run
	score := 0
	for i := range t {
		n := meetingNouns[t[i].Lower]
		if n == 0 || i+1 < len(t) && (meetingNouns[t[i+1].Lower] > 0 || t[i].Is("meeting", "round") && (clause.Determiners[t[i+1].Lower] || t[i+1].Is("half", "its", "his", "her"))) {
			continue // "with Peru meeting half the cost"
		}
		if i+2 < len(t) && t[i+1].Is("is", "are", "will") && s.Index > 0 && clause.Between(i+1, min(len(t), i+4)).Any(t, "due", "set", "scheduled", "planned", "expected", "take", "be") {
			continue // the next one
		}
		prev := ""
		if i > 0 {
			prev = t[i-1].Lower
		}
		if verbUse(s, i) {
			continue
		}
		if onTopic(t, i) || f.InQuotation(t[i].Start) || t[i].Is("round") && i+1 < len(t) && !t[i+1].Is("of") && !(i > 0 && t[i-1].Kind == lang.Number) {
			continue
		}
		if t[i].Is("visit", "call", "round", "meeting") && (prev == "to" || clause.Modals[prev] || clause.Pronouns[prev]) || prev == "news" || prev == "press" ||
			clause.Between(max(0, i-6), i).Any(t, "proposed", "no", "if", "would", "press", "following", "after", "since", "ahead", "again", "another", "next", "further", "future", "such", "any") {
			continue
		}
		if !s.Earlier && clause.Between(max(0, i-6), i).Any(t, "earlier", "previous", "previously", "before", "last") {
			continue
		}
		from := i
		for from > 0 && i-from < 8 && ofName(t, from-1) {
			from--
		}
		if from > 0 && clause.Ordinal(t, clause.Between(from-1, from)) {
			from-- // "31st session"
		}
		for from < i && !clause.Ordinal(t, clause.Between(from, from+1)) && (clause.Determiners[t[from].Lower] || t[from].Is("of", "and") || t[from].Kind != lang.Word) {
			from++
		}
		if from > 0 && i > from && (t[from-1].Is("to") || clause.Modals[t[from-1].Lower]) || i > 1 && from == i && t[i-2].Is("to") || clause.Between(i, min(len(t), i+9)).Any(t, "will", "would") && !t[i].Is("visit", "trip") {
			continue // "to conclude negotiations", "talks on trade will resume"
		}
		n += min(2, i-from)
		to := withNames(t, i+1)
		if to > i+1 {
			n += 2
		}
		if n > score {
			best, score = clause.Between(from, to), n
		}
	}
	return best, score
}

// verbUse reports whether the word at i is a verb and no meeting: "leaders
// meeting in Florida", "critics call", "Roe talks".
func verbUse(s *mention.Sentence, i int) bool {
	t := s.Tokens
	if i == 0 {
		return false
	}
	prev, next := t[i-1], ""
	if i+1 < len(t) {
		next = t[i+1].Lower
	}
	if t[i].Is("meeting") && !prev.Capital() && strings.HasSuffix(prev.Lower, "s") && (AllWords[prev.Lower] || clause.PeopleNouns[prev.Lower] || prev.Is("countries", "states")) && (clause.Prepositions[next] || next == "here") {
		return true
	}
	if t[i].Is("call", "visit", "tour", "talks") && !prev.Capital() && (AllWords[prev.Lower] || prev.Is("critics", "people", "they", "we")) {
		return true
	}
	if t[i].Is("talks", "call", "visit", "tour") {
		for _, m := range s.Mentions {
			if m.Kind == mention.PersonMention && m.Last == i {
				return true
			}
		}
	}
	return false
}

// onTopic reports whether the noun at i is what was talked about and not where:
// "preparations for the conference", "follow up on the beef talks".
func onTopic(t []lang.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-9; k-- {
		switch {
		case t[k].Is("on", "about", "regarding", "over", "discussed", "preparations", "outcome", "results", "upcoming", "sidelines", "margins"):
			return true
		case t[k].Is("for") && k > 0 && !clause.IsTalk(t[k-1]) && !t[k-1].Capital() && !clause.Weekdays[t[k-1].Lower]:
			return t[k-1].Is("plans", "date", "hopes", "call", "calls", "proposal", "preparation", "prepare", "schedule")
		case t[k].Is("of") && k > 0 && t[k-1].Is("round", "rounds", "day", "days", "series", "hours", "session"):
			return false
		case t[k].Kind == lang.Punct && t[k].Lower != "-" || t[k].Is("held", "hold", "during", "in", "at", "after", "attended", "began", "ended", "concluded", "opened", "had", "to", "by"):
			return false
		}
	}
	return false
}

// withNames returns where "between Ukrainian and Russian officials" or "with
// Chinese President Li" ends, if it begins at i; else i.
func withNames(t []lang.Token, i int) int {
	if i+1 >= len(t) || !t[i].Is("with", "between", "of") || t[i].Is("of") && !t[i+1].Is("the") {
		return i
	}
	j := i + 1
	for j < len(t) && j < i+16 && (t[j].Capital() || t[j].Is("the", "and", "of", "his", "her", "their", "-", "senior") || t[j].Kind == lang.Clitic || clause.PeopleNouns[t[j].Lower]) {
		j++
	}
	if j < len(t) && t[j-1].Kind == lang.Clitic {
		return i // "with Ann Roe's office": half a name
	}
	if j < len(t) && t[j].Kind == lang.Word && strings.HasSuffix(t[j].Lower, "s") && t[j-1].Capital() && !clause.Auxiliaries[t[j].Lower] && !clause.PastLike(t[j]) {
		if _, n := mention.Sides().At(t, j-1); n == 1 && clause.Adjective(t[j-1].Lower) {
			j++ // "between the Ukrainian and American teams"
		}
	}
	if t[i].Is("of") { // "of the joint commission on ports": not half a name
		k := j
		for k < len(t) && k < i+9 && t[k].Kind == lang.Word && !clause.Prepositions[t[k].Lower] && !clause.Auxiliaries[t[k].Lower] && !clause.PastLike(t[k]) && !t[k].Is("and") {
			k++
		}
		if k > j && clause.BodyNouns[t[k-1].Lower] {
			return k
		}
		if k > j {
			return i
		}
	}
	for j > i && (t[j-1].Is("the", "and", "of", "his", "her", "their", "senior") || t[j-1].Kind != lang.Word) {
		j--
	}
	if j <= i+1 {
		return i
	}
	return j
}

// ofName reports whether the token may stand before the noun in the name of a
// meeting.
func ofName(t []lang.Token, i int) bool {
	w := t[i].Lower
	switch {
	case t[i].Kind == lang.Punct:
		return w == "-" || w == "–"
	case w == "of":
		return i > 0 && t[i-1].Is("round", "day", "rounds", "series", "meeting")
	case clause.Prepositions[w] || clause.Determiners[w] || clause.Auxiliaries[w] || clause.Conjunctions[w] || clause.Pronouns[w] || clause.Relatives[w] || clause.IsAdverb(t[i]) || clause.Speech[w]:
		return false
	case clause.PastLike(t[i]) && !t[i].Is("extended", "limited", "expanded"):
		return false
	case clause.Weekdays[w] || clause.Months[w] || clause.IsGerund(t[i]) && !t[i].Is("working", "steering", "opening"):
		return false
	case t[i].Kind == lang.Clitic || t[i].Is("up", "out", "off", "down"):
		return false
	}
	return t[i].Capital() || !clause.Irregular[w] && w != "hold" && w != "meet" && w != "first-ever" && !talkVerbs[w]
}

var talkVerbs = lexicon.Set("hold holds attend attends open opens begin begins end ends host hosts join joins have resume continue during after")
