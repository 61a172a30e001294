package seating

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
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
	f := d.finder()
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
	clues []Clue
	given map[string]bool     // clues that are given once
	signs []*mention.Sentence // that tell of a meeting
	sport bool                // an article on sport
	mains map[string]int      // main clauses by the class of their verb
	year  int                 // the latest that the article names
}

// finder returns what weighs d: what speaks for a meeting is the same before it
// is known who took part and after.
func (d *Document) finder() *meetingFinder {
	if d.meeting == nil {
		d.meeting = &meetingFinder{Document: d}
		d.meeting.gather()
	}
	return d.meeting
}

// Reports is the likelihood from which on an article is taken to tell of a meeting.
// Measured on articles apart, two in three of those that tell of none stay below
// it, and one in forty of those that do.
const Reports = .6

// reported reports whether the article tells of a meeting.
func (f *meetingFinder) reported() bool {
	return !f.sport && MeetingWeights().Probability(f.clues) >= Reports
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
			if belongs(g) {
				chosen = g
				m.Basis = Basis(g, "meeting.told", .6, "")
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
