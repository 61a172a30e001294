package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

var bidNouns = words("proposal proposals request requests offer offers demand demands suggestion suggestions call calls appeal bid plan motion draft amendment idea compromise invitation clause text")

// refusals finds what was put forward and refused, told of the proposal or of
// who did not sign:
//
//	A proposal by X to A was voted down · X did not sign
func (g *agreementFinder) refusals(s *sentence) {
	t := s.Tokens
	if s.quoted || otherTime(t, run{0, len(t)}, g.year) {
		return
	}
	for i := 1; i < len(t); i++ {
		if t[i].Is("sign") && i > 2 && t[i-1].Is("not", "n't") && t[i-2].Is("did", "would") && !g.inQuotation(t[i].Start) {
			if who := g.table.party(s, predicateOf(t, i).subject); who.role == sideRole {
				g.file(s, run{predicateOf(t, i).subject.from, objectEnd(t, i, extent{act: true})}, who, agreementRule{id: "agreement.did-not-sign", confidence: .7}, briefing.Rejected)
			}
			continue
		}
		if t[i].Is("agree", "consent") && i+2 < len(t) && t[i+1].Is("to", "on", "that") && t[i-1].Is("not", "n't") && i > 2 && t[i-2].Is("did") && !g.inQuotation(t[i].Start) {
			if who := g.seat(g.table.party(s, predicateOf(t, i).subject)); who.role == sideRole || who.role == allRole {
				g.file(s, run{predicateOf(t, i).subject.from, objectEnd(t, i+2, extent{act: true})}, who, agreementRule{id: "agreement.did-not-agree", confidence: .65}, briefing.Rejected)
			}
			continue
		}
		for _, f := range agreementLexicon().refused[t[i].Lower] {
			end, ok := f.pattern.match(t, i)
			if !ok || g.inQuotation(t[i].Start) {
				continue
			}
			p := predicateOf(t, i)
			if p.negated || p.modal != "" || p.subject.empty() || !p.subject.has(t, bidNouns) || p.subject.has(t, pronouns) {
				break
			}
			who := g.table.party(s, p.subject)
			if end < len(t) && t[end].Is("by") {
				who = g.table.party(s, run{end + 1, objectEnd(t, end+1, extent{act: true})})
			}
			if who.role == outsideRole {
				break
			}
			g.file(s, run{p.subject.from, objectEnd(t, end, extent{act: true})}, who, f.rule, f.rule.status)
			break
		}
	}
}

var (
	closingVerbs = words("ended ends concluded concludes closed closes wrapped finished culminated opened resulted")
	closingNouns = map[string]briefing.AgreementStatus{
		"endorsement": briefing.Agreed, "adoption": briefing.Agreed, "approval": briefing.Agreed, "launch": briefing.Agreed, "launching": briefing.Agreed, "creation": briefing.Agreed,
		"establishment": briefing.Agreed, "conclusion": briefing.Agreed, "signing": briefing.Signed, "signature": briefing.Signed, "initialling": briefing.Signed,
	}
)

// announcedLast finds what a side has done at the table, told with who
// announced it behind: "Georgia has lifted its ban, Ann Roe announced".
func (g *agreementFinder) announcedLast(s *sentence) {
	t := s.Tokens
	if s.quoted {
		return
	}
	for k := len(t) - 1; k > 3; k-- {
		if !t[k].Is("announced") || k+1 < len(t) && !(t[k+1].Kind == lang.Punct || t[k+1].Is("and", "on", "in", "at", "after")) {
			continue
		}
		comma := k - 1
		for comma > 0 && comma > k-9 && t[comma].Lower != "," {
			comma--
		}
		if t[comma].Lower != "," || comma+1 == k || g.inQuotation(t[k].Start) {
			continue
		}
		for i := 1; i < comma; i++ {
			if !t[i].Is("has", "have", "will", "would", "is", "are") || t[i].Is("is", "are") && !t[i+1].Is("to") {
				continue
			}
			p := predicateOf(t, i)
			who := g.seat(g.table.party(s, p.subject))
			if p.negated || t[i+1].Is("not", "been") || who.role != sideRole && who.role != allRole || p.subject.to != i || otherTime(t, run{0, len(t)}, g.year) {
				return
			}
			g.file(s, run{p.subject.from, comma}, who, agreementRule{id: "agreement.announced-last", confidence: .65}, briefing.Announced)
			return
		}
		return
	}
}

// closings finds deals told as what a meeting ended with: "The dialogue
// concluded with the endorsement of a roadmap".
func (g *agreementFinder) closings(s *sentence) {
	t := s.Tokens
	for i := 2; i+2 < len(t); i++ {
		status, ok := closingNouns[t[i].Lower]
		if !ok || !t[i+1].Is("of") || g.inQuotation(t[i].Start) {
			continue
		}
		k := i - 1
		for k > 0 && k > i-3 && !t[k].Is("with", "in") {
			k--
		}
		if !t[k].Is("with", "in") || !(run{max(0, k-5), k}).has(t, closingVerbs) || otherTime(t, run{0, len(t)}, g.year) {
			continue
		}
		who := g.table.party(s, run{0, k})
		if len(who.sides) < 2 {
			who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
		}
		g.file(s, run{i, objectEnd(t, i+2, extent{act: true})}, who, agreementRule{id: "agreement.ended-with", confidence: .75}, status)
	}
}
