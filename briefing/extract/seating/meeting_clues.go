package seating

import (
	"slices"
	"strconv"
	"sync"

	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/weigh"
	"example.org/attache/briefing/lang"
)

// This file names what speaks for an article's telling of a meeting, visit or
// call. assets/lexicon/meetingclues.tsv has the weight of each.
//
//	head told meets 2     the first sentence tells that two met
//	lead not talk         the lead names talks that are only asked for
//	joint 2 · sides 1     what the whole article tells of together, and of whom
//	sport 3 · trade 5     what field its words are of

// MeetingWeights are how much each clue speaks for a meeting.
var MeetingWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("meetingclues") })

// affairWords are the words by which an article shows its field, and the verbs for
// what people at a meeting do together.
var (
	affairWords = lexicon.ClassesOf("affairs")
	fields      = map[string]lexicon.Class{"politics": affairWords.Of("politics"), "sport": affairWords.Of("sport"), "trade": affairWords.Of("trade"), "labour": affairWords.Of("labour")}
	isJoint     = affairWords.Of("joint")        // "agreed", of the two ministers
	isJointHead = affairWords.Of("joint office") // "foreign", of foreign ministers
	attends     = affairWords.Of("attends")      // "attended from the Greek side"
	attendsAt   = affairWords.Of("attends at")   // "[took] part from the Greek side"
)

// lateSign is the sentence behind which a first sign of a meeting is too late:
// an article tells what it is about before that.
const lateSign = 5

// MeetingClues returns what speaks for d's telling of a meeting, and against.
func (d *Document) MeetingClues() []Clue { return d.finder().clues }

func (f *meetingFinder) add(x string) { f.clues = append(f.clues, Clue(x)) }

// once adds a clue that a sentence before may have given, too.
func (f *meetingFinder) once(x string) {
	if !f.given[x] {
		f.given[x] = true
		f.add(x)
	}
}

// gather finds the clues.
func (f *meetingFinder) gather() {
	f.given, f.mains, f.year = map[string]bool{}, map[string]int{}, f.LatestYear()
	count, kinds := map[string]int{}, map[string]bool{}
	joint, quoted := 0, 0
	for _, s := range f.Sentences {
		for _, t := range s.Tokens {
			for field, words := range fields {
				if field != "politics" && words.Has(t.Lower) {
					count[field]++
				}
			}
			if fields["politics"].Has(t.Lower) || allegiance.BodyNoun(t) {
				kinds[t.Lower] = true
			}
		}
		if s.Quoted {
			quoted++
			continue
		}
		if f.jointAct(s) {
			joint++
		}
		if f.pairAct(s) {
			f.once("pair acts")
		}
		f.sentence(s)
	}
	if count["labour"] >= 3 {
		count["sport"] = 0 // players at odds with their league are no match
	}
	f.sport = count["sport"] >= 3
	f.add("sport " + steps(count["sport"]))
	f.add("trade " + steps(count["trade"]))
	f.add("labour " + steps(count["labour"]))
	f.add("politics " + steps(len(kinds)))
	f.add("joint " + strconv.Itoa(min(joint, 3)))
	f.add("sides " + strconv.Itoa(min(len(f.AtTable()), 3)))
	f.add("officials " + strconv.Itoa(min(f.officials(), 3)))
	f.add("says " + steps(10*(f.mains["says"]+f.mains["utters"])/max(1, len(f.Sentences))))
	f.add("meets " + steps(f.mains["meets"]+f.mains["discusses"]+f.mains["hosts"]+f.mains["attends"]))
	if 2*quoted > len(f.Sentences) {
		f.add("speaks")
	}
	if len(f.signs) == 0 || f.signs[0].Index > lateSign {
		f.add("no early sign")
	}
	for _, x := range f.NewsOfTalks() {
		f.add(string(x))
	}
}

// steps names a number by the power of two that it reaches.
func steps(n int) string {
	k := 0
	for n > 0 {
		n /= 2
		k++
	}
	return strconv.Itoa(min(k, 4))
}

// sentence adds what one sentence says with words of the classes of acts.
func (f *meetingFinder) sentence(s *mention.Sentence) {
	zone := "rest"
	switch {
	case s.Index == 0 || f.Headline(s):
		zone = "head"
	case s.Index < allegiance.Lead:
		zone = "lead"
	}
	if c := mainClause(s.Reading()); c != nil {
		class := actOf(s.Reading().Words[c.Verb.Head].Word)
		if class == "" {
			class = "verb"
		}
		f.mains[class]++
		if s.Index < 2 {
			f.once("first does " + class)
		}
	}
	old := f.Background(s) || clause.OtherTime(s.Tokens, clause.Between(0, len(s.Tokens)), f.year)
	r := newClueReader(&eventReader{d: f.Document, s: s, t: s.Tokens}, nil)
	actors := ""
	for i := range s.Tokens {
		class := r.nouns[i] + r.verbs[i]
		if class == "" || class == "says" || class == "utters" {
			continue
		}
		if actors == "" {
			actors = strconv.Itoa(min(f.actors(s), 2))
		}
		real := "told"
		switch {
		case r.denied(i) || r.wanted(i) || r.nouns[i] != "" && r.imagined(i):
			real = "not"
		case old:
			real = "old"
		default:
			if c := s.Reading().ClauseAt(i); c != nil && c.Reality != parse.Told {
				real = "not"
				if c.Reality == parse.Planned {
					real = "planned"
				}
			}
		}
		if real == "told" && actors != "0" {
			f.signs = append(f.signs, s)
			if s.Index <= lateSign && gathers[class] && dated(s.Tokens) {
				f.once("dated " + class)
				f.once("dated")
			}
		}
		f.once(zone + " " + real + " " + class + " " + actors)
		f.once(zone + " " + real + " " + class)
		f.once(real + " " + class)
		f.once(zone + " " + real + " " + actors)
	}
}

// gathers are the classes of words for being together.
var gathers = map[string]bool{"talk": true, "meets": true, "hosts": true, "visit": true, "phone": true, "attends": true, "holds": true, "calls": true}

// dated reports whether a day or month is named in t.
func dated(t []lang.Token) bool {
	return slices.ContainsFunc(t, func(t lang.Token) bool {
		return clause.Weekdays[t.Lower] || clause.Months[t.Lower] || t.Is("today", "yesterday")
	})
}

// mainClause returns the first clause of s that hangs in no other, or nil.
func mainClause(s *parse.Sentence) *parse.Clause {
	for i := range s.Clauses {
		if s.Clauses[i].Kind == parse.Main {
			return &s.Clauses[i]
		}
	}
	return nil
}

// officials counts the holders of high offices that the lead names.
func (f *meetingFinder) officials() int {
	n := 0
	for _, p := range f.People {
		if len(p.Mentions) > 0 && p.Mentions[0].Sentence.Index < allegiance.Lead && p.Title != "" && mention.Vocab().RankOf(p.Title) < 5 {
			n++
		}
	}
	return n
}

// jointAct reports whether s tells of something that several did together:
// "The two ministers also agreed".
func (f *meetingFinder) jointAct(s *mention.Sentence) bool {
	t := s.Tokens
	if s.Earlier || f.Headline(s) {
		return false
	}
	for i := 1; i+1 < len(t) && i < 14; i++ {
		w := t[i].Lower
		if !AllWords[w] || clause.Pronouns[w] || outsideWords[w] || !t[i-1].Is("the", "two", "both") && !isJointHead.Has(t[i-1].Lower) {
			continue
		}
		for k := i + 1; k < len(t) && k < i+5; k++ {
			if isJoint.Has(t[k].Lower) {
				return f.done(s, i, k)
			}
			if !clause.Auxiliaries[t[k].Lower] && !clause.IsAdverb(t[k]) && !AllWords[t[k].Lower] {
				break
			}
		}
	}
	return false
}

// done reports whether the verb at k, whose subject ends at i, is told as done.
func (f *meetingFinder) done(s *mention.Sentence, i, k int) bool {
	t := s.Tokens
	return !clause.Between(i, k).Has(t, clause.Modals) && !clause.Between(i, k).Has(t, clause.Negations) && !f.InQuotation(t[k].Start) &&
		!clause.Between(0, i).Has(t, clause.Relatives) && !clause.OtherTime(t, clause.Between(0, len(t)), f.year)
}

// pairAct reports whether s tells of something that two officials of two sides
// did together: "Minister A of X and Y’s Minister B agreed to".
func (f *meetingFinder) pairAct(s *mention.Sentence) bool {
	t := s.Tokens
	if s.Earlier || f.Headline(s) {
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
		return k < len(t) && isJoint.Has(t[k].Lower) && f.done(s, m.To, k)
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
	bodies := 0
	for i := 0; i < len(s.Tokens); i++ {
		if g, k := mention.Sides().At(s.Tokens, i); k > 0 {
			if !seen[g.Side] {
				seen[g.Side] = true
				bodies++
			}
			i += k - 1
		}
	}
	for _, m := range s.Mentions {
		if m.Kind == mention.OrganisationMention && m.Side != "" && !seen[m.Side] {
			seen[m.Side] = true
			bodies++
		}
	}
	return max(n, bodies)
}

// toldTogether reports whether a word of s is a verb for what people at a meeting
// do together.
func toldTogether(t []lang.Token) bool {
	for _, w := range t {
		if isJoint.Has(w.Lower) {
			return true
		}
	}
	return false
}
