package extract

import (
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// stances are verbs of speech and belief: to refuse one is no outcome.
var stances = words("comment put say speculate elaborate be discuss confirm answer name identify disclose reveal give believe accept recognise recognize talk speak explain rule specify describe detail predict back meet acknowledge admit apologise apologize take let see attend allow condemn")

// verbs finds commitments behind the verb that makes them.
func (g *agreementFinder) verbs(s *sentence) {
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		var best agreementRule
		end := 0
		if t[i].Is("agreed", "agree", "pledged", "committed", "decided") && i+1 < len(t) && t[i+1].Lower == "," {
			if k := pastInserted(t, i+1); k > 0 {
				best = agreementRule{id: "agreement.agreed-to", status: briefing.Agreed, confidence: .85}
				if t[i].Is("pledged", "committed") {
					best.status = briefing.Pledged
				}
				if t[k-1].Is("that") {
					best.form = thatForm
				}
				end = k
			}
		}
		if k := assuredOf(t, i); k > 0 {
			best, end = agreementRule{id: "agreement.assured-of", status: briefing.Pledged, confidence: .7, form: clauseForm, seated: true}, k
		}
		for _, f := range agreementLexicon().active[t[i].Lower] {
			if e, ok := f.pattern.match(t, i); ok && !(f.rule.id == "agreement.agreed-on" && e < len(t) && (weekdays[t[e].Lower] || months[t[e].Lower])) && (end == 0 || f.rule.id == "agreement.agreed-on" && e < end || f.rule.form != best.form && e > end && (best.form == nounForm || end == i+1)) {
				best, end = f.rule, e
			}
		}
		if end == 0 || i > 0 && t[i-1].Is("the", "a", "an", "that", "newly", "recently", "which", "his", "their", "not", "its") {
			continue
		}
		if best.id == "agreement.intend-to" && (g.inQuotation(t[i].Start) || i > 1 && t[i-2].Is("that", "which")) || best.id == "agreement.managed-to" && g.inQuotation(t[i].Start) {
			continue
		}
		if i > 1 && t[i-1].Is("-") && t[i-1].Start == t[i-2].End {
			continue // "the U.S.-brokered truce"
		}
		if i > 0 && pastLike(t[i]) && t[i-1].Is("under", "of", "with", "by", "on", "for", "per") {
			continue // "under signed contracts"
		}
		p := predicateOf(t, i)
		status, ok := g.status(s, p, best)
		if !ok {
			continue
		}
		who := g.seat(g.table.party(s, p.subject))
		if !g.counts(s, p, who, best) {
			continue
		}
		if best.single != "" && who.role != allRole && !ofBody(t, p.subject) {
			status = best.single
		}
		if best.form == aboutForm && (run{i + 1, end}).has(t, prepositions) && !t[i+1].Is("to", "out") {
			continue
		}
		next := g.read(s, i, end, best, status, who)
		i = max(i, next-1)
	}
}

// status returns how firm the commitment of the predicate is; ok is false for
// what is denied, only possible, or somebody's wish.
func (g *agreementFinder) status(s *sentence, p predicate, r agreementRule) (briefing.AgreementStatus, bool) {
	t := s.Tokens
	if p.passive && r.id == "agreement.committed-to" && g.bothCommitted(s, p) {
		p.passive = false
	}
	if p.negated || p.perfect || p.passive || background(t, p.verb) {
		return "", false
	}
	emphatic := (run{max(0, p.verb-5), p.verb}).any(t, "did", "does", "do")
	finiteNow := !emphatic && t[p.verb].Is("agree", "sign", "pledge", "commit", "reach", "announce", "strike", "decide", "resolve", "promise", "make", "conclude")
	switch p.modal {
	case "may", "might", "could", "should", "can", "must", "shall":
		return "", false
	case "will", "would", "'ll", "'d":
		if r.status == briefing.Signed {
			return briefing.Announced, true
		}
		return "", false
	}
	if t[p.verb].Is("pledges", "promises", "offers", "deals", "commits") && p.verb > 0 && !t[p.verb-1].Capital() && !pronouns[t[p.verb-1].Lower] && !isAdverb(t[p.verb-1]) && t[p.verb-1].Lower != "," {
		return "", false // nouns
	}
	if finiteNow && p.verb > 1 && t[p.verb-1].Capital() && (run{max(0, p.verb-4), p.verb - 1}).any(t, "see", "let", "make", "have", "help", "watch") {
		return "", false // "would like to see Peru agree to"
	}
	switch p.governor {
	case "":
		if finiteNow && p.verb > 0 && !allWords[t[p.verb-1].Lower] && !pronouns[t[p.verb-1].Lower] && !t[p.verb-1].Capital() && !isAdverb(t[p.verb-1]) {
			return "", false // a noun, or an infinitive without "to"
		}
	case "together":
		if r.status == briefing.Signed {
			return r.status, true // "came together to sign"
		}
		return "", false
	case "expected", "due", "set", "scheduled", "planned", "plans", "plan", "planning":
		if r.status == briefing.Signed {
			return briefing.Announced, true
		}
		return "", false
	default:
		return "", false
	}
	if isGerund(t[p.verb]) && p.verb > 0 && !(t[p.verb-1].Is("after", "by", "upon") && (r.status == briefing.Signed || r.form == aboutForm || t[p.verb-1].Is("by") && r.status == briefing.Agreed)) && prepositions[t[p.verb-1].Lower] {
		return "", false // "after agreeing to"
	}
	if isGerund(t[p.verb]) && nounGerund(t, p.verb) {
		return "", false // "its role in Peru agreeing to"
	}
	if isGerund(t[p.verb]) && p.verb > 0 && t[p.verb-1].Is("and", "or") && gerundAfter(t, p.verb-1) {
		return "", false // "interest in trading more and signing an accord"
	}
	return r.status, true
}

// nounGerund reports whether the gerund at v and the name before it hang off a
// preposition other than "with".
func nounGerund(t []lang.Token, v int) bool {
	k := v - 1
	for k > 0 && k > v-5 && t[k].Capital() {
		k--
	}
	return k < v-1 && prepositions[t[k].Lower] && !t[k].Is("with", "after")
}

// gerundAfter reports whether the conjunction at i goes on with a gerund that
// hangs off a preposition.
func gerundAfter(t []lang.Token, i int) bool {
	for k := i - 1; k > 0 && k > i-12 && t[k].Kind != lang.Punct; k-- {
		if isGerund(t[k]) && prepositions[t[k-1].Lower] {
			return true
		}
	}
	return false
}

// counts reports whether the clause is one of the meeting's commitments.
func (g *agreementFinder) counts(s *sentence, p predicate, who party, r agreementRule) bool {
	t := s.Tokens
	if !g.meets && r.status == briefing.Proposed {
		if named, _, _ := g.table.named(s, p.subject); len(named) == 0 {
			return false // "Neighbours had offered help"
		}
	}
	if !g.meets && s.index > 1 && who.role != allRole {
		return false
	}
	if !g.meets && r.id != "agreement.agreed-that" && r.id != "agreement.signed" && r.id != "agreement.reached" && r.id != "agreement.agreed-to" && r.id != "agreement.offered" {
		return false
	}
	if p.subject.to > p.subject.from && t[p.subject.to-1].Is("you", "i") {
		return false
	}
	if t[p.verb].Is("offers", "proposes") && p.subject.to > p.subject.from {
		if w := t[p.subject.to-1]; !w.Capital() && !allWords[w.Lower] && !pronouns[w.Lower] {
			return false // "the programme offers a way"
		}
	}
	if s.index > 1 && (r.status == briefing.Signed || r.form == aboutForm) && inYear(t, run{p.verb, min(len(t), p.verb+20)}) {
		return false // "signed a truce in February 2002"
	}
	switch r.id {
	case "agreement.said-together":
		if !arranges(t, p.verb) || g.inQuotation(t[p.verb].Start) {
			return false
		}
	case "agreement.statement-says":
		if !p.subject.any(t, "joint") || !p.subject.any(t, "statement", "communique", "communiqué", "declaration") {
			return false
		}
	}
	if r.id == "agreement.tasked" && t[0].Is("at", "in", "during") && (run{0, p.verb}).has(t, months) {
		return false // "at the summit on May 3 the leaders instructed"
	}
	if r.id == "agreement.refused-terms" && !refusesTerms(t, p) {
		return false
	}
	if r.plural && who.role != allRole {
		return false
	}
	if who.role == outsideRole || who.role == eventRole && r.seated && r.status != briefing.Agreed || r.joint && who.role != allRole {
		return false
	}
	if r.seated && who.role == unknownRole && (r.status == briefing.Proposed || r.status == briefing.Rejected || p.subject.empty()) && !(g.meets && p.subject.any(t, "union", "unions", "employers", "management", "bosses", "vice-chancellors", "teachers", "nurses", "workers")) {
		return false
	}
	if otherTime(t, run{max(0, p.verb-25), min(len(t), p.verb+25)}, g.year) {
		return false
	}
	for k := p.subject.from - 1; k >= 0 && k >= p.subject.from-2; k-- {
		if t[k].Is("if", "whether", "unless", "until") {
			return false
		}
	}
	return true
}

// bothCommitted reports whether several sides "are committed to" an act of
// their own: "Peru and Chile are committed to rebuild the pier".
func (g *agreementFinder) bothCommitted(s *sentence, p predicate) bool {
	t := s.Tokens
	v := p.verb
	if v+2 >= len(t) || !t[v-1].Is("are") || !t[v+1].Is("to") || isGerund(t[v+2]) || determiners[t[v+2].Lower] || t[v+2].Kind != lang.Word || t[v+2].Capital() || g.inQuotation(t[v].Start) {
		return false
	}
	return sideWill[t[v+2].Lower] || t[v+2].Is("contribute", "hold", "complete", "share", "begin", "work", "publish", "implement", "double", "set", "rebuild")
}

// claims are turned away by word of mouth; what is told of them is no outcome.
var claims = words("claim claims allegation allegations accusation accusations charge charges criticism criticisms notion idea ideas report reports suggestion suggestions argument arguments assertion assertions assessment rumours rumors comparison characterization characterisation interference attempts attempt any all that this it them such calls call concerns blame responsibility legitimacy")

// refusesTerms reports whether what is rejected is a term of the talks: "Peru
// rejected outside arbitration", and not a reproach.
func refusesTerms(t []lang.Token, p predicate) bool {
	v := p.verb + 1
	if v >= len(t) || t[v].Kind != lang.Word || prepositions[t[v].Lower] || t[v].Is("as", "that", "by") || p.subject.has(t, pronouns) || (run{max(0, p.verb-2), p.verb}).any(t, "has", "have", "had") {
		return false
	}
	return !(run{v, objectEnd(t, v, extent{act: true})}).has(t, claims)
}

// arranged are past forms of what is arranged for: "would be held in May".
var arranged = words("held started begun opened reopened resumed released completed built established launched signed lifted withdrawn exchanged introduced restored created")

// arranges reports whether the words after the verb at v say what will be done
// or held, and not what somebody thinks of it.
func arranges(t []lang.Token, v int) bool {
	for i := v + 1; i+2 < len(t) && i < v+30; i++ {
		if t[i].Is(".", ";", "“", "”") {
			return false
		}
		if !t[i].Is("will", "would") {
			continue
		}
		k := i + 1
		for k < len(t)-1 && isAdverb(t[k]) {
			k++
		}
		if t[k].Is("be") {
			return arranged[t[k+1].Lower]
		}
		return t[k].Is("start", "begin", "resume", "reopen", "open", "release", "withdraw", "lift") || t[k].Is("take") && t[k+1].Is("place")
	}
	return false
}

// inYear reports whether r names a year, and in a long run a month of a year:
// what is dated so is told as history.
func inYear(t []lang.Token, r run) bool {
	for i := r.from; i+1 < r.to; i++ {
		if !t[i].Is("in") {
			continue
		}
		k := i + 1
		if months[t[k].Lower] && k+1 < r.to {
			k++
		}
		if k == i+1 && r.len() > 10 {
			continue // "will pay a million in 2024"
		}
		if t[k].Kind == lang.Number && yearOf(t[k].Lower) > 0 {
			return true
		}
	}
	return false
}

// read files the commitment behind the wording that ends at token end, and
// returns where it ends.
func (g *agreementFinder) read(s *sentence, i, end int, r agreementRule, status briefing.AgreementStatus, who party) int {
	t := s.Tokens
	from := end - r.back
	switch r.form {
	case thatForm, clauseForm:
		if t[from-1].Is("of") {
			g.file(s, run{from, objectEnd(t, from, extent{act: true})}, who, r, status)
			return end
		}
		if !t[end-1].Is("that") && r.form == thatForm && (from >= len(t) || t[from].Kind == lang.Punct || prepositions[t[from].Lower] || isAdverb(t[from])) {
			return end // "agreed with him"
		}
		k := from // commas inside the subject do not end the clause
		for k < len(t) && k < from+30 && !modals[t[k].Lower] && !t[k].Is(";", ".", "”", "“", `"`, "said", "would") {
			k++
		}
		to := objectEnd(t, from, extent{act: true})
		if k > to && k < len(t) && modals[t[k].Lower] {
			to = objectEnd(t, k, extent{act: true})
		}
		if !commits(t, run{from, to}) {
			return end
		}
		if r.form == clauseForm && !t[end-1].Is("that") { // "assured the king his fleet would stay"
			from = clauseAfterName(t, from, to)
		}
		g.file(s, run{from, to}, who, r, status)
		return to
	case aboutForm:
		k, verb := continuation(t, end)
		if k == 0 && isGerund(t[i]) && i > 0 && t[i-1].Lower == "," {
			return end // "reaching a consensus"
		}
		if k == 0 {
			g.file(s, run{i, objectEnd(t, end, extent{act: true})}, who, r, status)
			return end
		}
		to := objectEnd(t, k, extent{act: true})
		if !verb && k < to && t[k].Is("that") {
			k++
		} else if !verb {
			k = i + 1 // "a deal with the union on night pay"
		}
		g.file(s, run{k, to}, who, r, status)
		return to
	case nounForm:
		from = i + 1
		if t[i].Is("set") {
			from++
		}
		for from < len(t) && isAdverb(t[from]) {
			from++
		}
		if from < len(t) && auxiliaries[t[from].Lower] {
			return end // "also signed were two accords"
		}
		if from+1 < len(t) && t[from].Is("this", "that", "it") && !t[from+1].Capital() && (prepositions[t[from+1].Lower] || t[from+1].Kind == lang.Punct) {
			return end // "announced this in an address"
		}
		if from >= len(t) || t[from].Kind == lang.Punct && !t[from].Is("$", "€", "£", `"`, "“") || prepositions[t[from].Lower] || pronouns[t[from].Lower] {
			return end
		}
		to := objectEnd(t, from, extent{act: true})
		if g.signsEarlier(s, from, to, status) {
			return to
		}
		if t[i].Is("launched", "established", "opened", "inaugurated", "announced") && (run{from, min(to, from+5)}).any(t, "meeting", "talks", "meetings", "negotiations", "resignation", "death", "candidacy", "retirement", "victory", "results", "investigation", "inquiry", "end", "conclusion", "start", "beginning", "breakdown", "collapse") {
			return end
		}
		if r.joint && to-from < 8 {
			from, to = 0, statement(t).to
		}
		g.file(s, run{from, to}, who, r, status)
		return to
	case wholeForm:
		if r.id == "agreement.tasked" && t[end-1].Is("to") && (end >= len(t) || determiners[t[end].Lower] || t[end].Capital()) {
			return end // "directed the discussion back to the budget"
		}
		if status == briefing.Rejected && t[end-1].Is("to") && (run{end, min(len(t), end+2)}).has(t, stances) && !(end+1 < len(t) && t[end].Is("take") && t[end+1].Is("part")) {
			return end // "declined to comment"
		}
		if end >= len(t) || t[i].Is("offered", "proposed") && (t[end].Is("by", "in", "at", "for") || i > 0 && t[i-1].Is("already") || t[end].Is("to") && i > 0 && !auxiliaries[t[i-1].Lower] && (end+1 >= len(t) || t[end+1].Capital() || determiners[t[end+1].Lower])) {
			return end // "the terms offered to Peru"
		}
		to := objectEnd(t, end, extent{act: true})
		if e, ok := thenAccepted(t, i); ok && status == briefing.Proposed {
			who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
			g.file(s, run{i, e}, who, r, briefing.Agreed)
			return e
		}
		if to < len(t) && t[to].Lower == "," && to+2 < len(t) && t[to+1].Is("but", "once", "provided", "if") && !t[to+2].Is("did", "also", "agreed", "said", "has", "have", "they", "he", "she") {
			to = objectEnd(t, to+2, extent{act: true}) // the condition belongs to the offer
		}
		g.file(s, run{i, to}, who, r, status)
		return to
	}
	if from < len(t) && r.id == "agreement.agreed-on" && t[from].Is("in", "at", "by", "during", "after", "before", "with") && i > 0 && t[from-1].Is("on", "upon") {
		return end // "the ceiling they agreed on in May"
	}
	if from >= len(t) || conjunctions[t[from].Lower] || t[from].Is("while", "when", "as", "though", "although", "because") {
		return end // "what they agreed to and hoped for"
	}
	from = skipFact(t, from)
	to := objectEnd(t, from, extent{act: true})
	if from >= to || t[from].Is("a", "an", "the", "disagree", "be", "one", "meet") && to-from < 3 && !t[from].Is("meet") {
		return end
	}
	for _, x := range acts(t, run{from, to}) {
		g.file(s, x, who, r, status)
	}
	if to+2 < len(t) && t[to].Is("and") && t[to+1].Is("will") && (run{to + 2, min(len(t), to+9)}).has(t, talkAgain) && (run{to + 2, min(len(t), to+9)}).any(t, "next", "hold", "meet", "again") {
		end := objectEnd(t, to+2, extent{act: true}) // "and will hold another round"
		g.file(s, run{to + 1, end}, who, agreementRule{id: nextMeeting, confidence: .7}, status)
		return end
	}
	// "…, which was set up in May, and that both will follow up on it"
	for k := to; k+2 < len(t) && k < to+20; k++ {
		if t[k].Is("and") && t[k+1].Is("that") {
			end := objectEnd(t, k+2, extent{act: true})
			if commits(t, run{k + 2, end}) {
				g.file(s, run{k + 2, end}, who, r, status)
				return end
			}
		}
		if t[k].Is(";", ".") {
			break
		}
	}
	return to
}

// signsEarlier reports whether what is signed is "the document" or "it", the
// deal that was filed last, and then notes that it is signed.
func (g *agreementFinder) signsEarlier(s *sentence, from, to int, status briefing.AgreementStatus) bool {
	t := s.Tokens
	n := len(g.found)
	if status != briefing.Signed || n == 0 || from+1 >= len(t) || !t[from].Is("the", "this") || !t[from+1].Is("document", "paper", "text", "accord", "deal", "pact", "agreement") {
		return false
	}
	if from+2 < to && !(prepositions[t[from+2].Lower] && !t[from+2].Is("on", "to", "for", "of", "about", "between", "with") || t[from+2].Kind == lang.Punct || weekdays[t[from+2].Lower]) {
		return false
	}
	for k := n - 1; k >= 0 && g.found[k].sentence.index+3 > s.index; k-- {
		if g.found[k].status == briefing.Agreed {
			g.found[k].status = briefing.Signed
			return true
		}
	}
	return false
}

// acts cuts acts that have each their own "to": "to share data, to open a
// corridor and to study a ban". Without it they are steps of one commitment.
func acts(t []lang.Token, r run) []run {
	var at []int
	for i := r.from + 2; i+1 < r.to; i++ {
		if t[i].Is("to") && (t[i-1].Lower == "," || t[i-1].Is("and")) && !t[i+1].Capital() && !determiners[t[i+1].Lower] && !(run{i, min(r.to, i+4)}).any(t, "its", "it", "them", "so") {
			at = append(at, i)
		}
	}
	if len(at) == 0 || len(at) == 1 && !t[at[0]-1].Is("and") || isGerund(t[r.from]) || isAdverb(t[r.from]) && isGerund(t[r.from+1]) {
		return []run{r}
	}
	out := make([]run, 0, len(at)+1)
	for _, x := range cutAt(t, r, at) {
		if scant(t, x) {
			return []run{r}
		}
		if x.len() > 1 {
			out = append(out, x)
		}
	}
	return out
}

// ofBody reports whether the subject is several who sit on a body together:
// "leaders of the union", "the council's ministers".
func ofBody(t []lang.Token, r run) bool {
	for i := r.from; i < r.to; i++ {
		if t[i].Is("leaders", "ministers", "heads", "members", "presidents", "delegates", "commanders", "governors", "states") {
			return true
		}
	}
	return false
}

// assuredOf returns where the matter begins of which the verb at i assures
// somebody who is named at length: "assured the envoy, Ann Roe, of Peru's
// support"; 0 if it does not.
func assuredOf(t []lang.Token, i int) int {
	if !t[i].Is("assured", "assures") {
		return 0
	}
	for k := i + 2; k+2 < len(t) && k < i+30; k++ {
		if t[k].Is("that", ".", ";", "“", `"`) || modals[t[k].Lower] {
			return 0
		}
		if !t[k].Is("of") {
			continue
		}
		if t[k+1].Is("his", "her", "its", "their", "continued", "full", "further") || t[k+2].Kind == lang.Clitic {
			return k + 1
		}
	}
	return 0
}

// skipFact moves past "on Thursday" and the like before the act.
func skipFact(t []lang.Token, i int) int {
	if i+1 < len(t) && t[i].Is("on") && weekdays[t[i+1].Lower] {
		return i + 2
	}
	return i
}

// commits reports whether a clause says what will be done, not how things are.
func commits(t []lang.Token, r run) bool {
	for i := r.from; i < r.to; i++ {
		switch t[i].Lower {
		case "could", "can", "may", "might":
			return false
		case "will", "shall", "'ll", "should", "must":
			return true
		case "be":
			return true // "that talks be held"
		case "need", "needs":
			if i+1 < r.to && t[i+1].Is("to") {
				return true
			}
		case "would":
			return !(i+1 < r.to && t[i+1].Is("have"))
		case "is", "are", "was", "were", "has", "had", "have":
			if i+1 < r.to && t[i+1].Is("to") {
				return true
			}
			return false
		}
	}
	return false
}

// clauseAfterName moves past the person assured.
func clauseAfterName(t []lang.Token, from, to int) int {
	k := from
	for k < to && !t[k].Is("that") && k < from+6 {
		k++
	}
	if k < to && t[k].Is("that") {
		return k + 1
	}
	for k = from + 1; k < to; k++ {
		if t[k].Is("the", "his", "her", "their") && k > from+1 || pronouns[t[k].Lower] {
			return k
		}
	}
	return from
}

// continuation returns where the matter of a deal begins after the noun that
// ends at i: "to strengthen", "on tourism", "that …"; verb reports an act.
func continuation(t []lang.Token, i int) (at int, verb bool) {
	for k := i; k < len(t) && k < i+14; k++ {
		w := t[k].Lower
		switch {
		case w == "to" && k+1 < len(t) && !t[k+1].Capital() && !determiners[t[k+1].Lower]:
			return k + 1, true
		case (w == "on" || w == "over" || w == "about" || w == "under") && k+1 < len(t) && !weekdays[t[k+1].Lower] && !months[t[k+1].Lower]:
			return k + 1, false
		case w == "that" || w == "whereby":
			return k, false
		case w == "for" && k+1 < len(t):
			return k, false
		case t[k].Kind == lang.Punct || modals[w] || w == "and" || w == "but":
			return 0, false
		}
	}
	return 0, false
}

// seat gives a side its say through somebody who is not said to have come: a
// president commits his country from home, too.
func (g *agreementFinder) seat(who party) party {
	if who.role == outsideRole && who.person != nil && slices.Contains(g.table.sides, who.person.side) {
		return party{role: sideRole, sides: []string{who.person.side}, person: who.person, reason: "not said to have taken part"}
	}
	return who
}

// pastInserted returns the token after "to", "on" or "that" behind an inserted
// phrase that the comma at i opens: "agreed, after a day of talks, to"; 0 if
// none follows.
func pastInserted(t []lang.Token, i int) int {
	for k := i + 1; k+2 < len(t) && k < i+16; k++ {
		if t[k].Lower == "," {
			if t[k+1].Is("to", "on", "that") {
				return k + 2
			}
			return 0
		}
		if t[k].Kind == lang.Punct {
			return 0
		}
	}
	return 0
}
