package extract

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// This stage finds commitments, deals, decisions and offers:
//
//	They agreed to A, and that B · reached an agreement to A · signed a deal on A
//	X pledged to A · X announced that A will B · X offered Y an A
//	The two sides will meet again · A further session will be held
//
// It leaves out what was only assessed ("agreed that there is cause for
// hope"), what was reaffirmed, and deals of earlier times.

// findAgreements fills Findings.Agreements.
func findAgreements(d *document) {
	if d.sports {
		return
	}
	g := &agreementFinder{document: d, table: newTable(d), year: d.latestYear()}
	for _, headlines := range []bool{false, true} {
		for _, s := range d.sentences {
			if d.paragraphs[s.paragraph].Kind == briefing.Caption || d.headline(s) != headlines || d.meetingOf(s) > 0 && g.before(s) {
				continue
			}
			if !d.meets && headlines {
				continue
			}
			g.verbs(s)
			if !d.meets && s.index < 2 {
				g.participles(s)
			}
			if n := len(g.found); !d.meets && (n == 0 || len(g.found[0].parties) < 2 || g.found[0].sentence.index > 1) {
				continue // no meeting, and no deal that the article is about
			}
			g.passives(s)
			g.promises(s)
			g.terms(s)
			g.provisions(s)
			g.participles(s)
			g.plans(s)
			g.refusals(s)
			g.closings(s)
			g.alsoAgreed(s)
			g.announcedLast(s)
			g.listedDeals(s)
		}
		if len(g.found) > 0 {
			break // a headline only repeats the article
		}
	}
	g.settle()
}

// deal is a candidate for the agreements.
type deal struct {
	sentence *sentence
	run      run // the words of the commitment
	pieces   []run
	parties  []string
	status   briefing.AgreementStatus
	basis    briefing.Basis
	listed   bool // an item of a list in paragraphs of its own
}

// agreementFinder gathers deals.
type agreementFinder struct {
	*document
	table *table
	year  int // the latest the article names, or that of its own date
	found []deal
}

// before reports whether an earlier meeting of which s tells is another one
// than those the article is about: a summit months ago.
func (g *agreementFinder) before(s *sentence) bool {
	return otherTime(s.Tokens, run{0, len(s.Tokens)}, g.year)
}

// settle files every deal once. Of two tellings of one the fuller stays, with
// the firmer status.
func (g *agreementFinder) settle() {
	keys := make([]map[string]bool, len(g.found))
	drop := make([]bool, len(g.found))
	for i, x := range g.found {
		keys[i] = map[string]bool{}
		for _, p := range x.pieces {
			for w := range telling(x.sentence.Tokens, p) {
				keys[i][w] = true
			}
		}
		for k := range i {
			y := &g.found[k]
			if drop[k] || drop[i] {
				continue
			}
			overlap := x.sentence == y.sentence && x.run.from < y.run.to && y.run.from < x.run.to
			if x.listed && y.listed {
				continue
			}
			if !overlap && (counted(x) || counted(*y)) && x.status == briefing.Signed && y.status == briefing.Signed {
				drop[i], drop[k] = counted(x), !counted(x)
				continue
			}
			if !overlap && !sameWords(keys[i], keys[k]) && !within(keys[i], keys[k]) && !(x.basis.Rule == nextMeeting && y.basis.Rule == nextMeeting && (!g.dated(x) || !g.dated(*y))) {
				continue
			}
			if overlap && y.run.from <= x.run.from || len(keys[k]) >= len(keys[i]) {
				drop[i] = true
				if !overlap && firmer(x.status, y.status) {
					y.status = x.status
				}
			} else {
				drop[k] = true
				if !overlap && firmer(y.status, x.status) {
					g.found[i].status = y.status
				}
			}
		}
	}
	for i, x := range g.found {
		if drop[i] {
			continue
		}
		x.basis.Possible = x.basis.Confidence < unlikely
		g.findings.Agreements = append(g.findings.Agreements, briefing.Agreement{
			Text:    cutText(g.text, x.sentence.Tokens, x.pieces),
			Parties: g.table.inOrder(x.parties),
			Status:  x.status,
			Meeting: min(g.meetingOf(x.sentence), max(0, len(g.findings.Meetings)-1)),
			Basis:   x.basis,
		})
	}
}

var firmness = []briefing.AgreementStatus{
	briefing.Rejected, briefing.Proposed, briefing.Announced, briefing.Pledged, briefing.Agreed, briefing.Signed,
}

// firmer reports whether status a is firmer than b.
func firmer(a, b briefing.AgreementStatus) bool {
	return slices.Index(firmness, a) > slices.Index(firmness, b)
}

// cutText returns the words of the pieces as the text has them, with a space
// where words between two pieces were left out.
func cutText(text string, t []lang.Token, pieces []run) string {
	out := ""
	for i, p := range pieces {
		if p.empty() {
			continue
		}
		if i > 0 && out != "" {
			out += " "
		}
		out += p.span(t).Of(text)
	}
	return out
}

// file adds the deal whose words are r.
func (g *agreementFinder) file(s *sentence, r run, who party, rule agreementRule, status briefing.AgreementStatus) {
	t := s.Tokens
	if r.from == 0 && r.to > 2 && t[0].Kind == lang.Number && t[1].Is(".", ")") {
		r.from = 2 // the number of a paragraph
	}
	r = trimRun(t, r)
	if r.empty() || len(g.found) >= mostCandidates {
		return
	}
	x := deal{sentence: s, run: r, pieces: []run{r}, status: status, basis: basis(s, rule.id, rule.confidence, who.reason)}
	if pointsBack(t, r) || scant(t, r) {
		// "committed to combating them": only the whole sentence names it.
		x.pieces = []run{statement(t)}
		if len(x.pieces[0].span(t).Of(g.text)) == 0 {
			return
		}
		x.basis.Reason = "the sentence names what is meant"
	}
	x.parties = slices.DeleteFunc(slices.Clone(who.sides), func(side string) bool { return side == "" })
	if len(x.parties) == 0 && who.role != sideRole && who.role != oneRole && who.person == nil {
		x.parties = g.table.allSides()
		if x.basis.Reason == "" {
			x.basis.Reason = "parties not named here"
		}
	}
	if (status == briefing.Signed || status == briefing.Agreed || rule.id == "agreement.invited") && len(x.parties) == 1 {
		// "signed a deal with Peru", "agreed to help Peru".
		others, _, _ := g.table.named(s, r)
		for _, side := range others {
			if slices.Contains(g.table.sides, side) && !slices.Contains(x.parties, side) {
				x.parties = append(x.parties, side)
			}
		}
	}
	if own := g.committedSide(s, r); own != "" && status != briefing.Signed {
		x.parties = []string{own}
	}
	if x.parties == nil {
		x.parties = []string{}
	}
	g.found = append(g.found, x)
}

// committedSide returns the one side that a clause commits: "Peru will lift its
// ban", whoever agreed that it should; "" if it commits several or none.
func (g *agreementFinder) committedSide(s *sentence, r run) string {
	t := s.Tokens
	for i := r.from + 1; i < r.to && i < r.from+7; i++ {
		if !t[i].Is("will", "would", "shall") {
			continue
		}
		if (run{i + 1, r.to}).any(t, "will", "would", "together", "jointly") || (run{r.from, i}).any(t, "of", "between", "and", "for") {
			return ""
		}
		if found, _, _ := g.table.named(s, run{r.from, i}); len(found) == 1 && slices.Contains(g.table.sides, found[0]) {
			return found[0]
		}
		return ""
	}
	return ""
}

// pointsBack reports whether r needs words outside it to be understood.
func pointsBack(t []lang.Token, r run) bool {
	telling := 0
	for i := r.from; i < r.to; i++ {
		switch w := t[i].Lower; {
		case w == "them" || w == "it" && i == r.to-1:
			return true
		case (w == "this" || w == "these" || w == "those" || w == "such") && i+1 < r.to && i < r.from+4:
			if t[i+1].Is("common", "goal", "goals", "aim", "end", "effort", "efforts", "issue", "issues", "matter", "areas", "commitment") {
				return true
			}
		}
		if t[i].Kind == lang.Word && !vague[t[i].Lower] && !prepositions[t[i].Lower] {
			telling++
		}
	}
	return telling < 2
}

// counted reports whether a deal says only how many there were: "Five accords
// were signed after the meeting".
func counted(x deal) bool {
	t := x.sentence.Tokens
	n, several := 0, false
	for i := x.run.from; i < x.run.to; i++ {
		w := t[i].Lower
		several = several || dealNouns[w] && (strings.HasSuffix(w, "s") || w == "memoranda")
		if t[i].Kind == lang.Word && !vague[w] && !prepositions[w] && !determiners[w] && !dealNouns[w] && !eventNouns[w] && !auxiliaries[w] && !adverbs[w] && !t[i].Is("signed", "inked", "exchanged", "initialled", "separate", "documents", "cooperation", "two", "three") {
			n++
		}
	}
	return n == 0 && several
}

// statement returns the sentence without its closing marks and without who
// said it.
func statement(t []lang.Token) run {
	r := run{afterDateline(t), len(t)}
	for i := 1; i < len(t)/2; i++ {
		if t[i].Is("said", "says", "announced") && i+1 < len(t) && t[i+1].Kind != lang.Punct && !t[i+1].Is("in", "on", "at", "the", "a", "an") || t[i].Is("that") && speech[t[i-1].Lower] {
			r.from = i + 1
		}
	}
	for i := r.from + 4; i+1 < len(t); i++ {
		if t[i].Is("as") && asClause(t, i) {
			r.to = i
			return trimRun(t, r)
		}
	}
	for i := len(t) - 1; i > len(t)/2; i-- {
		if t[i].Lower == "," && i+1 < len(t) && (saidBy(t, i+1) || speech[t[i+1].Lower]) {
			r.to = i
			break
		}
	}
	return trimRun(t, r)
}

// afterDateline returns the token behind an agency's dateline, or 0: "LIMA,
// May 3 (AP) — ".
func afterDateline(t []lang.Token) int {
	for k := 1; k < len(t) && k < 14; k++ {
		switch {
		case t[k].Is("–", "—", "--") || t[k].Is("-") && t[k-1].End < t[k].Start:
			if len(t[0].Text) > 1 && t[0].Text == strings.ToUpper(t[0].Text) || (run{0, k}).any(t, "(") {
				return k + 1
			}
			return 0
		case t[k].Lower == ":" && len(t[0].Text) > 2 && t[0].Text == strings.ToUpper(t[0].Text) && t[k-1].Text == strings.ToUpper(t[k-1].Text):
			return k + 1
		case t[k].Kind == lang.Word && !t[k].Capital() && !months[t[k].Lower]:
			if !(run{0, k}).any(t, "(") {
				return 0
			}
		}
	}
	return 0
}

// within reports whether one set of words holds the whole of the other.
func within(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return len(a) > 1
}

// nextMeeting is the rule for the next round.
const nextMeeting briefing.RuleID = "agreement.next-meeting"

// dated reports whether a deal says when or where.
func (g *agreementFinder) dated(x deal) bool {
	t := x.sentence.Tokens
	for i := x.run.from + 1; i < x.run.to; i++ {
		if t[i].Kind == lang.Number || t[i].Capital() {
			return true
		}
	}
	return false
}

// scant reports whether r names a deal and hardly more: "a free trade
// agreement". What it is about then stands elsewhere in the sentence.
func scant(t []lang.Token, r run) bool {
	n, deal := 0, false
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		switch {
		case deal && i+1 < r.to && t[i].Is("on", "to", "for", "against") && t[i+1].Kind == lang.Word && !weekdays[t[i+1].Lower] && !months[t[i+1].Lower] && !determiners[t[i+1].Lower]:
			return false // "a pact on river ports"
		case dealNouns[w]:
			deal = true
		case t[i].Kind == lang.Word && !vague[w] && !prepositions[w] && !determiners[w]:
			n++
		}
	}
	return n < 2 || deal && n < 3
}
