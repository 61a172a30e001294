package extract

import (
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

var dealNouns = words("agreement agreements deal deals accord accords pact pacts memorandum memorandums memoranda mou mous treaty treaties protocol declaration contract contracts understanding statement document documents plan programme program framework consensus convention truce ceasefire cease-fire settlement compromise arrangement bargain terms moratorium armistice")

// passives finds deals that are the subject of "was signed" or "was reached".
func (g *agreementFinder) passives(s *sentence) {
	t := s.Tokens
	for i := 1; i < len(t); i++ {
		for _, f := range agreementLexicon().passive[t[i].Lower] {
			end, ok := f.pattern.match(t, i)
			if !ok || (run{i, end}).has(t, negations) {
				continue
			}
			if f.rule.form == thatForm {
				if otherTime(t, run{0, len(t)}, g.year) || i > 0 && t[i-1].Is("no") || t[max(0, i-1)].Is("agreement", "deal", "decision") || t[end-1].Is("that") && !commits(t, run{end, objectEnd(t, end, extent{act: true})}) {
					break
				}
				from := end
				if t[end-1].Is("to") && !t[i-1].Is("it") && pastLike(t[i+1]) && !t[i].Is("agreement", "deal", "decision") {
					break
				}
				who := party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
				g.file(s, run{from, objectEnd(t, from, extent{act: true})}, who, f.rule, f.rule.status)
				break
			}
			p := predicateOf(t, i)
			if p.negated || p.subject.empty() || t[p.subject.from].Is("no", "neither", "it", "which", "that", "one", "the") && p.subject.len() < 3 || p.subject.any(t, "no", "which") || p.subject.any(t, "that") && !p.subject.any(t, "effect", "end") || otherTime(t, run{0, len(t)}, g.year) {
				break
			}
			if (run{max(0, p.subject.from-1), i}).any(t, "until", "unless", "if", "whether", "once", "before", "only") || s.index > 1 && inYear(t, run{i, min(len(t), end+6)}) {
				break
			}
			if p.modal == "may" || p.modal == "could" || p.modal == "might" || p.modal == "should" || p.modal == "can" || p.modal == "must" {
				break
			}
			if f.rule.status == briefing.Proposed {
				g.offeredTo(s, p, end, f.rule)
				break
			}
			status := f.rule.status
			if p.modal != "" || p.governor != "" {
				if t[i].Is("been") {
					break
				}
				status = briefing.Announced
			}
			if f.rule.id == "agreement.was-formed" {
				g.formed(s, p, end, f.rule)
				break
			}
			if f.rule.id == "agreement.was-extended" && t[p.subject.from].Is("invitation", "greetings") || !p.subject.has(t, dealNouns) && !(t[end-1].Is("initialled", "initialed", "signed") && p.subject.any(t, "text", "texts", "letters")) {
				break
			}
			to := objectEnd(t, end, extent{act: true})
			who := g.table.party(s, run{0, len(t)})
			if who.role != allRole && who.role != sideRole || len(who.sides) < 2 {
				who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
			}
			g.file(s, run{p.subject.from, to}, who, f.rule, status)
			break
		}
	}
}

// formed files "A joint committee was set up": only what is new, without a date
// of its own, and told of the meeting.
func (g *agreementFinder) formed(s *sentence, p predicate, end int, r agreementRule) {
	t := s.Tokens
	to := objectEnd(t, end, extent{act: true})
	if !g.meets || s.quoted || p.modal != "" || p.governor != "" || p.subject.to > p.subject.from+14 || !p.subject.has(t, newBodies) || !t[p.subject.from].Is("a", "an", "two", "three", "joint", "new") {
		return
	}
	for i := end; i < to; i++ {
		if t[i].Kind == lang.Number && yearOf(t[i].Lower) > 0 || months[t[i].Lower] || t[i].Is("last") {
			return
		}
	}
	g.file(s, run{p.subject.from, to}, party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}, r, r.status)
}

// offeredTo files "Peru had been offered a stake": the offer is of whoever says
// so, or of the agent, but never of those who got it.
func (g *agreementFinder) offeredTo(s *sentence, p predicate, end int, r agreementRule) {
	t := s.Tokens
	got := g.table.party(s, p.subject)
	if end >= len(t) || t[end].Kind == lang.Punct || prepositions[t[end].Lower] || p.modal != "" || p.governor != "" || got.role != sideRole {
		return
	}
	to := objectEnd(t, end, extent{act: true})
	who := g.table.inSentence(s, p.subject.from)
	for k := end; k+1 < to; k++ {
		if t[k].Is("by") && t[k+1].Capital() {
			who = g.table.party(s, run{k + 1, to})
			break
		}
	}
	if who.role != sideRole || slices.Equal(who.sides, got.sides) {
		return
	}
	g.file(s, run{p.subject.from, to}, who, r, r.status)
}

// thenAccepted reports whether what the verb at i put forward was taken up, told
// in a relative clause, and where that clause ends: "put forward a plan for
// lifeboats, which was accepted for a year".
func thenAccepted(t []lang.Token, i int) (end int, ok bool) {
	for k := i + 1; k+2 < len(t) && k < i+30; k++ {
		if t[k].Is("which") && t[k-1].Lower == "," && t[k+1].Is("was", "were") && t[k+2].Is("accepted", "agreed", "approved", "adopted", "endorsed") {
			return objectEnd(t, k+2, extent{act: true}), true
		}
		if t[k].Is(".", ";", "”", `"`) {
			break
		}
	}
	return 0, false
}

// alsoAgreed finds "Also agreed was a one-off payment".
func (g *agreementFinder) alsoAgreed(s *sentence) {
	t := s.Tokens
	if len(t) < 6 || s.quoted || !t[0].Is("also") || !t[1].Is("agreed", "signed", "announced", "approved") || !t[2].Is("was", "were", "is", "are") {
		return
	}
	status := map[string]briefing.AgreementStatus{"signed": briefing.Signed, "announced": briefing.Announced}[t[1].Lower]
	if status == "" {
		status = briefing.Agreed
	}
	who := party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
	g.file(s, run{3, objectEnd(t, 3, extent{act: true})}, who, agreementRule{id: "agreement.also-agreed", confidence: .75}, status)
}

// signedBy files a deal that is the subject of a sentence which tells what it
// does: "An accord signed by Ann Roe and Bo Lee will open the bridge".
func (g *agreementFinder) signedBy(s *sentence, i int) bool {
	t := s.Tokens
	from := 0
	if t[0].Kind == lang.Number {
		from = 2
	}
	k := i - 1
	if t[k].Lower == "," {
		k--
	}
	if from >= k || k > from+9 || !t[from].Is("a", "an", "two", "three", "several") || !(run{from, k + 1}).has(t, dealNouns) {
		return false
	}
	who := g.table.party(s, run{i + 2, objectEnd(t, i+2, extent{act: true})})
	if len(who.sides) < 2 {
		who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
	}
	g.file(s, run{from, len(t)}, who, agreementRule{id: "agreement.signed-by", confidence: .7}, briefing.Signed)
	return true
}

// participles finds deals told in passing by how they came about: "under a
// protocol signed here today", "a truce reached in Geneva".
func (g *agreementFinder) participles(s *sentence) {
	t := s.Tokens
	if n := len(g.found); n > 0 && g.found[n-1].sentence == s || otherTime(t, run{0, len(t)}, g.year) {
		return
	}
	for i := 2; i+1 < len(t); i++ {
		r := agreementRule{id: "agreement.deal-reached", confidence: .6}
		status := briefing.Agreed
		switch {
		case t[i].Is("signed", "initialled", "initialed"):
			status = briefing.Signed
		case t[i].Is("reached", "concluded", "struck", "agreed"):
		default:
			continue
		}
		n := t[i+1]
		if status == briefing.Signed && n.Is("by") && g.signedBy(s, i) {
			return
		}
		if !(n.Is("here", "today", "yesterday") || weekdays[n.Lower] || n.Is("on") && i+2 < len(t) && weekdays[t[i+2].Lower]) || t[i-1].Lower == "," {
			continue
		}
		k := i - 1
		for k > 0 && k > i-9 && !dealNouns[t[k].Lower] && t[k].Kind != lang.Punct && !auxiliaries[t[k].Lower] && !pronouns[t[k].Lower] {
			k--
		}
		if !dealNouns[t[k].Lower] || k > 0 && (run{max(0, k-4), k}).any(t, "no", "previous", "earlier", "existing", "old") {
			continue
		}
		who := g.table.party(s, run{0, len(t)})
		if len(who.sides) < 2 {
			who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
		}
		g.file(s, statement(t), who, r, status)
		return
	}
}
