package seating

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// when takes the date nearest to where the meeting is told, looking at its own
// sentence first and then at the first ones that speak of a meeting.
func (f *meetingFinder) when(m *briefing.Meeting, chosen *mention.Sentence, belongs func(*mention.Sentence) bool) {
	for _, s := range f.told(chosen, belongs) {
		for _, x := range f.Findings.Dates {
			if len(x.Evidence) == 0 || !s.Contains(x.Evidence[0]) || f.InQuotation(x.Evidence[0].Start) || deadline(s.Of(f.Text), x.Text) {
				continue
			}
			m.Date, m.DateISO = x.Text, x.ISO
			m.Evidence = addSpan(m.Evidence, s.Span)
			return
		}
	}
}

// deadline reports whether the date in the sentence is when something will be done or has
// been since, not when people met: "to open the bridge by 1 March".
func deadline(sentence, date string) bool {
	before, _, _ := strings.Cut(sentence, date)
	words := strings.Fields(before)
	return len(words) > 0 && deadlineWords[strings.ToLower(words[len(words)-1])]
}

var deadlineWords = lexicon.Set("by until till before after since from")

// where takes "at the headquarters of the ministry" or "in Geneva", and the
// dateline if nothing else is said.
func (f *meetingFinder) where(m *briefing.Meeting, chosen *mention.Sentence, belongs func(*mention.Sentence) bool) {
	line := f.Sentences[0]
	if r := clause.Between(0, len(chosen.Tokens)); r.Any(chosen.Tokens, "telephone", "phone", "telephoned", "video", "virtually", "virtual") || strings.HasPrefix(m.What, "spoke") || strings.HasSuffix(m.What, "call") {
		return // a call has no place
	}
	for _, s := range f.told(chosen, belongs) {
		here := clause.Between(0, len(s.Tokens)).Any(s.Tokens, "here")
		if s != chosen && !here && clause.Between(0, len(s.Tokens)).Any(s.Tokens, "will", "would", "resume") {
			continue // the next meeting
		}
		if r := dateline(line.Tokens); here && !r.Empty() && belongs(line) {
			m.Place = r.Span(line.Tokens).Of(f.Text)
			m.Evidence = addSpan(m.Evidence, line.Span)
			return
		}
		if place := placeIn(s, s == chosen || s.Index < 2); !place.Empty() {
			m.Place = place.Span(s.Tokens).Of(f.Text)
			m.Evidence = addSpan(m.Evidence, s.Span)
			return
		}
	}
}

// dateline returns the city in capitals that an agency's report opens with.
func dateline(t []lang.Token) clause.Run {
	to := 0
	for to < len(t) && to < 4 && t[to].Kind == lang.Word && len(t[to].Text) > 2 && t[to].Text == strings.ToUpper(t[to].Text) {
		to++
	}
	for k := to; k < len(t) && k < to+6; k++ {
		if t[k].Is("-", "–", "—", "--") {
			return clause.Between(0, to)
		}
	}
	return clause.Run{}
}

// told returns the sentence that names the meeting and the others near it
// which speak of one.
func (f *meetingFinder) told(chosen *mention.Sentence, belongs func(*mention.Sentence) bool) []*mention.Sentence {
	list := []*mention.Sentence{chosen}
	if f.Sentences[0] != chosen && belongs(f.Sentences[0]) {
		list = append(list, f.Sentences[0])
	}
	for _, s := range f.Sentences[:min(3, len(f.Sentences))] { // "X and Y agreed on Wednesday"
		if s != chosen && s.Index > 0 && belongs(s) && !s.Quoted && f.actors(s) >= 2 && toldTogether(s.Tokens) {
			list = append(list, s)
		}
	}
	for _, g := range f.signs {
		if g != chosen && belongs(g) && len(list) < 8 {
			list = append(list, g)
		}
	}
	return list
}

func addSpan(list []briefing.Span, s briefing.Span) []briefing.Span {
	for _, x := range list {
		if x.Contains(s) {
			return list
		}
	}
	return append(list, s)
}

var buildings = lexicon.Set("headquarters palace house ministry hotel embassy residence castle centre center building kremlin resort hall office pentagon guesthouse villa airport parliament chancellery department base ranch")

// placeIn finds the place of a meeting in s; visited allows the place that a
// visit went to.
func placeIn(s *mention.Sentence, visited bool) clause.Run {
	t := s.Tokens
	var city clause.Run
	for i := 0; i+1 < len(t); i++ {
		if r := destination(t, i); visited && !r.Empty() && city.Empty() && !clause.Between(max(0, i-8), i).Any(t, "cancelled", "canceled", "postponed", "called") {
			city = r
		}
		if !t[i].Is("at", "in") || i > 0 && t[i-1].Is("interest", "interests", "believe", "role") {
			continue
		}
		from := i + 1
		to := from
		for to < len(t) && to < from+14 && (t[to].Capital() || t[to].Kind == lang.Clitic || t[to].Is("the", "old", "new", "former", "of", "a", "his", "her", "its", "for", "in", "and") || buildings[t[to].Lower] || t[to].Kind == lang.Number && t[i].Is("at")) {
			if t[to].Is("and", "in", "for") && (to+1 >= len(t) || !t[to+1].Capital()) || t[to].Is("in") || clause.Weekdays[t[to].Lower] || clause.Months[t[to].Lower] {
				break
			}
			to++
		}
		if to < len(t)-1 && t[to].Lower == "," && t[to+1].Capital() && to+2 < len(t) && (t[to+2].Kind == lang.Punct) && t[i].Is("in") {
			to += 2
		}
		r := clause.TrimRun(t, clause.Between(from, to))
		for !r.Empty() && t[r.To-1].Is("of", "the", "and", "in", "for", "a") {
			r.To--
		}
		if r.Empty() {
			continue
		}
		if r.Has(t, buildings) && r.Any(t, "the") || r.Has(t, buildings) && t[r.From].Capital() {
			if t[r.From].Is("the", "a") {
				r.From++
			}
			return r
		}
		if t[i].Is("in") && t[r.From].Capital() && city.Empty() && where(t, i) && !clause.Months[t[r.From].Lower] && !clause.Weekdays[t[r.From].Lower] {
			city = r
		}
	}
	return city
}

// destination returns X of "a visit to X", "flew to X for talks" at i.
func destination(t []lang.Token, i int) clause.Run {
	if !t[i].Is("to") || i == 0 || !t[i+1].Capital() || !(t[i-1].Is("visit", "trip", "travel", "mission", "flew", "flies", "fly", "travelled", "traveled", "travels", "came", "comes", "went", "goes", "journey") || i > 3 && (t[i-1].Capital() && clause.Between(max(0, i-6), i).Any(t, "visit") || t[i-1].Lower == "," && clause.Between(max(0, i-14), i).Any(t, "visit", "trip"))) {
		return clause.Run{}
	}
	to := i + 1
	for to < len(t) && to < i+5 && (t[to].Capital() || t[to].Is("the", "of")) && !clause.Weekdays[t[to].Lower] && !clause.Months[t[to].Lower] {
		to++
	}
	if f, n := mention.Sides().At(t, i+1); n > 0 && f.Form != mention.AdjectiveForm {
		return clause.Between(i+1, i+1+n)
	}
	if to == i+2 || to < len(t) && (t[to].Kind == lang.Punct || t[to].Is("on", "for", "in", "this", "last", "next", "today", "yesterday")) {
		return clause.TrimRun(t, clause.Between(i+1, to))
	}
	return clause.Run{}
}

// where reports whether "in" at i says where something happened, and is no
// part of a noun: "resumed in Nairobi", not "the war in Marania".
func where(t []lang.Token, i int) bool {
	if i == 0 {
		return true
	}
	p := t[i-1]
	if p.Is("based", "born", "located", "made", "used", "built", "published", "killed", "arrested", "interested", "involved", "invested", "headquartered", "found", "held") && !(p.Is("held") && i > 1 && (clause.Auxiliaries[t[i-2].Lower] || clause.IsTalk(t[i-2]) || clause.IsAdverb(t[i-2]) || t[i-2].Lower == ",")) {
		return false
	}
	return clause.BodyNouns[p.Lower] || clause.TalkNouns[p.Lower] || p.Is("team", "teams", "delegation") || p.Kind != lang.Word || clause.PastLike(p) || clause.Irregular[p.Lower] || clause.EventNouns[p.Lower] || clause.IsTalk(p) || p.Capital() || clause.IsAdverb(p) || clause.Weekdays[p.Lower] ||
		clause.TimeNouns[p.Lower] || clause.IsGerund(p) || meetingWords[p.Lower] || clause.PeopleNouns[p.Lower] || AllWords[p.Lower]
}

var meetingWords = lexicon.Set("place meet meets here today yesterday tomorrow together face person private now session table down sit gather convene begin start held open opens signed")

// account finds who tells of the meeting: "said the Mexican agency in a joint
// bulletin".
func (f *meetingFinder) account(m *briefing.Meeting, chosen *mention.Sentence) {
	for _, s := range []*mention.Sentence{chosen, f.Sentences[0]} {
		t := s.Tokens
		for i := 1; i+2 < len(t); i++ {
			if t[i-1].Lower != "," {
				continue
			}
			if clause.Speech[t[i].Lower] && !t[i].Is("according") && (t[i+1].Is("the", "a") || t[i+1].Capital()) {
				r := clause.TrimRun(t, clause.Between(i+1, objectTail(t, i+1)))
				if !r.Empty() {
					f.tell(m, s, r)
					return
				}
			}
			if t[i].Is("according") && t[i+1].Is("to") {
				r := clause.TrimRun(t, clause.Between(i+2, objectTail(t, i+2)))
				if !r.Empty() {
					f.tell(m, s, r)
					return
				}
			}
			if clause.SaidBy(t, i) {
				k := i
				for k < len(t) && !clause.Speech[t[k].Lower] {
					k++
				}
				if k < len(t) && k+1 < len(t) && t[k+1].Kind == lang.Punct && k-i < 10 && !clause.Pronouns[t[i].Lower] {
					f.tell(m, s, clause.Between(i, k))
					return
				}
			}
		}
	}
}

// tell notes that the words of r tell of the meeting.
func (f *meetingFinder) tell(m *briefing.Meeting, s *mention.Sentence, r clause.Run) {
	m.Account, m.AccountSide = r.Span(s.Tokens).Of(f.Text), f.accountSide(r, s.Tokens)
	m.Evidence = addSpan(m.Evidence, s.Span)
}

// accountSide returns the side of the talks that the words of an account name,
// if they name one and no other, and it is not the press that tells.
func (f *meetingFinder) accountSide(r clause.Run, t []lang.Token) string {
	if r.Any(t, "media", "press", "newspaper", "newspapers", "daily", "magazine", "news", "broadcaster", "television", "tv", "radio", "outlet", "outlets", "reports") {
		return ""
	}
	side := ""
	for i := r.From; i < r.To; i++ {
		g, k := mention.Sides().At(t, i)
		switch {
		case k == 0:
			continue
		case side != "" && g.Side != side:
			return ""
		}
		side = g.Side
		i += k - 1
	}
	for _, d := range f.Findings.Delegations {
		if d.Side == side {
			return side
		}
	}
	return ""
}

// objectTail returns where the sentence goes on no longer.
func objectTail(t []lang.Token, i int) int {
	for i < len(t) && !t[i].Is(".", ";", "“", "”", `"`) {
		i++
	}
	return i
}
