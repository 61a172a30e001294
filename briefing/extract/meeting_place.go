package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// when takes the date nearest to where the meeting is told, looking at its own
// sentence first and then at the first ones that speak of a meeting.
func (f *meetingFinder) when(m *briefing.Meeting, chosen *sentence, belongs func(*sentence) bool) {
	for _, s := range f.told(chosen, belongs) {
		for _, x := range f.findings.Dates {
			if len(x.Evidence) == 0 || !s.Contains(x.Evidence[0]) || f.inQuotation(x.Evidence[0].Start) || deadline(s.Of(f.text), x.Text) {
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

var deadlineWords = words("by until till before after since from")

// where takes "at the headquarters of the ministry" or "in Geneva", and the
// dateline if nothing else is said.
func (f *meetingFinder) where(m *briefing.Meeting, chosen *sentence, belongs func(*sentence) bool) {
	line := f.sentences[0]
	if r := (run{0, len(chosen.Tokens)}); r.any(chosen.Tokens, "telephone", "phone", "telephoned", "video", "virtually", "virtual") || strings.HasPrefix(m.What, "spoke") || strings.HasSuffix(m.What, "call") {
		return // a call has no place
	}
	for _, s := range f.told(chosen, belongs) {
		here := (run{0, len(s.Tokens)}).any(s.Tokens, "here")
		if s != chosen && !here && (run{0, len(s.Tokens)}).any(s.Tokens, "will", "would", "resume") {
			continue // the next meeting
		}
		if r := dateline(line.Tokens); here && !r.empty() && belongs(line) {
			m.Place = r.span(line.Tokens).Of(f.text)
			m.Evidence = addSpan(m.Evidence, line.Span)
			return
		}
		if place := placeIn(s, s == chosen || s.index < 2); !place.empty() {
			m.Place = place.span(s.Tokens).Of(f.text)
			m.Evidence = addSpan(m.Evidence, s.Span)
			return
		}
	}
}

// dateline returns the city in capitals that an agency's report opens with.
func dateline(t []lang.Token) run {
	to := 0
	for to < len(t) && to < 4 && t[to].Kind == lang.Word && len(t[to].Text) > 2 && t[to].Text == strings.ToUpper(t[to].Text) {
		to++
	}
	for k := to; k < len(t) && k < to+6; k++ {
		if t[k].Is("-", "–", "—", "--") {
			return run{0, to}
		}
	}
	return run{}
}

// told returns the sentence that names the meeting and the others near it
// which speak of one.
func (f *meetingFinder) told(chosen *sentence, belongs func(*sentence) bool) []*sentence {
	list := []*sentence{chosen}
	if f.sentences[0] != chosen && belongs(f.sentences[0]) {
		list = append(list, f.sentences[0])
	}
	for _, s := range f.sentences[:min(3, len(f.sentences))] { // "X and Y agreed on Wednesday"
		if s != chosen && s.index > 0 && belongs(s) && !s.quoted && f.actors(s) >= 2 && (run{0, len(s.Tokens)}).has(s.Tokens, jointVerbs) {
			list = append(list, s)
		}
	}
	for _, g := range f.signs {
		if g.s != chosen && belongs(g.s) && !g.s.quoted && len(list) < 8 {
			list = append(list, g.s)
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

var buildings = words("headquarters palace house ministry hotel embassy residence castle centre center building kremlin resort hall office pentagon guesthouse villa airport parliament chancellery department base ranch")

// placeIn finds the place of a meeting in s; visited allows the place that a
// visit went to.
func placeIn(s *sentence, visited bool) run {
	t := s.Tokens
	var city run
	for i := 0; i+1 < len(t); i++ {
		if r := destination(t, i); visited && !r.empty() && city.empty() && !(run{max(0, i-8), i}).any(t, "cancelled", "canceled", "postponed", "called") {
			city = r
		}
		if !t[i].Is("at", "in") || i > 0 && t[i-1].Is("interest", "interests", "believe", "role") {
			continue
		}
		from := i + 1
		to := from
		for to < len(t) && to < from+14 && (t[to].Capital() || t[to].Kind == lang.Clitic || t[to].Is("the", "old", "new", "former", "of", "a", "his", "her", "its", "for", "in", "and") || buildings[t[to].Lower] || t[to].Kind == lang.Number && t[i].Is("at")) {
			if t[to].Is("and", "in", "for") && (to+1 >= len(t) || !t[to+1].Capital()) || t[to].Is("in") || weekdays[t[to].Lower] || months[t[to].Lower] {
				break
			}
			to++
		}
		if to < len(t)-1 && t[to].Lower == "," && t[to+1].Capital() && to+2 < len(t) && (t[to+2].Kind == lang.Punct) && t[i].Is("in") {
			to += 2
		}
		r := trimRun(t, run{from, to})
		for !r.empty() && t[r.to-1].Is("of", "the", "and", "in", "for", "a") {
			r.to--
		}
		if r.empty() {
			continue
		}
		if r.has(t, buildings) && r.any(t, "the") || r.has(t, buildings) && t[r.from].Capital() {
			if t[r.from].Is("the", "a") {
				r.from++
			}
			return r
		}
		if t[i].Is("in") && t[r.from].Capital() && city.empty() && where(t, i) && !months[t[r.from].Lower] && !weekdays[t[r.from].Lower] {
			city = r
		}
	}
	return city
}

// destination returns X of "a visit to X", "flew to X for talks" at i.
func destination(t []lang.Token, i int) run {
	if !t[i].Is("to") || i == 0 || !t[i+1].Capital() || !(t[i-1].Is("visit", "trip", "travel", "mission", "flew", "flies", "fly", "travelled", "traveled", "travels", "came", "comes", "went", "goes", "journey") || i > 3 && (t[i-1].Capital() && (run{max(0, i-6), i}).any(t, "visit") || t[i-1].Lower == "," && (run{max(0, i-14), i}).any(t, "visit", "trip"))) {
		return run{}
	}
	to := i + 1
	for to < len(t) && to < i+5 && (t[to].Capital() || t[to].Is("the", "of")) && !weekdays[t[to].Lower] && !months[t[to].Lower] {
		to++
	}
	if f, n := sides().at(t, i+1); n > 0 && f.form != adjectiveForm {
		return run{i + 1, i + 1 + n}
	}
	if to == i+2 || to < len(t) && (t[to].Kind == lang.Punct || t[to].Is("on", "for", "in", "this", "last", "next", "today", "yesterday")) {
		return trimRun(t, run{i + 1, to})
	}
	return run{}
}

// where reports whether "in" at i says where something happened, and is no
// part of a noun: "resumed in Nairobi", not "the war in Marania".
func where(t []lang.Token, i int) bool {
	if i == 0 {
		return true
	}
	p := t[i-1]
	if p.Is("based", "born", "located", "made", "used", "built", "published", "killed", "arrested", "interested", "involved", "invested", "headquartered", "found", "held") && !(p.Is("held") && i > 1 && (auxiliaries[t[i-2].Lower] || isTalk(t[i-2]) || isAdverb(t[i-2]) || t[i-2].Lower == ",")) {
		return false
	}
	return bodyNouns[p.Lower] || talkNouns[p.Lower] || p.Is("team", "teams", "delegation") || p.Kind != lang.Word || pastLike(p) || irregular[p.Lower] || eventNouns[p.Lower] || isTalk(p) || p.Capital() || isAdverb(p) || weekdays[p.Lower] ||
		timeNouns[p.Lower] || isGerund(p) || meetingWords[p.Lower] || peopleNouns[p.Lower] || allWords[p.Lower]
}

var meetingWords = words("place meet meets here today yesterday tomorrow together face person private now session table down sit gather convene begin start held open opens signed")

// account finds who tells of the meeting: "said the Mexican agency in a joint
// bulletin".
func (f *meetingFinder) account(m *briefing.Meeting, chosen *sentence) {
	for _, s := range []*sentence{chosen, f.sentences[0]} {
		t := s.Tokens
		for i := 1; i+2 < len(t); i++ {
			if t[i-1].Lower != "," {
				continue
			}
			if speech[t[i].Lower] && !t[i].Is("according") && (t[i+1].Is("the", "a") || t[i+1].Capital()) {
				r := trimRun(t, run{i + 1, objectTail(t, i+1)})
				if !r.empty() {
					f.tell(m, s, r)
					return
				}
			}
			if t[i].Is("according") && t[i+1].Is("to") {
				r := trimRun(t, run{i + 2, objectTail(t, i+2)})
				if !r.empty() {
					f.tell(m, s, r)
					return
				}
			}
			if saidBy(t, i) {
				k := i
				for k < len(t) && !speech[t[k].Lower] {
					k++
				}
				if k < len(t) && k+1 < len(t) && t[k+1].Kind == lang.Punct && k-i < 10 && !pronouns[t[i].Lower] {
					f.tell(m, s, run{i, k})
					return
				}
			}
		}
	}
}

// tell notes that the words of r tell of the meeting.
func (f *meetingFinder) tell(m *briefing.Meeting, s *sentence, r run) {
	m.Account, m.AccountSide = r.span(s.Tokens).Of(f.text), f.accountSide(r, s.Tokens)
	m.Evidence = addSpan(m.Evidence, s.Span)
}

// accountSide returns the side of the talks that the words of an account name,
// if they name one and no other, and it is not the press that tells.
func (f *meetingFinder) accountSide(r run, t []lang.Token) string {
	if r.any(t, "media", "press", "newspaper", "newspapers", "daily", "magazine", "news", "broadcaster", "television", "tv", "radio", "outlet", "outlets", "reports") {
		return ""
	}
	side := ""
	for i := r.from; i < r.to; i++ {
		g, k := sides().at(t, i)
		switch {
		case k == 0:
			continue
		case side != "" && g.side != side:
			return ""
		}
		side = g.side
		i += k - 1
	}
	for _, d := range f.findings.Delegations {
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
