package extract

import (
	"slices"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// This stage finds commitments, deals, decisions, offers and refusals:
//
//	They agreed to A, and that B · reached an agreement to A · signed a deal on A
//	X pledged to A · X announced that A will B · X offered Y an A
//	The two sides will meet again · A further session will be held
//
// Candidates are found by the classes of their verbs and nouns (the lexicon
// deals); each has clues, and their weights say how likely it is that the
// article tells it as an outcome, and not as an assessment, as what was
// reaffirmed or as a deal of earlier times.

// agreementFinder finds the agreements of one article.
type agreementFinder struct {
	*document
	table *seating.Table
	year  int          // the latest the article names, or that of its own date
	ahead bool         // the meeting is still to come
	lead  clause.Words // the telling words of the first two sentences
	deals []int        // the sentences read so far that tell plainly of a deal
}

var dealWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("dealclues") })

// From which likelihood on a commitment is found, and from which on it is shown
// and not only possible: TestCalibrateDeals tells what the second costs and
// gains.
const (
	dealPossible = .2
	dealShown    = .44
)

// findAgreements fills Findings.Agreements.
func findAgreements(d *document) {
	if d.Sports {
		return
	}
	g := newAgreementFinder(d)
	all := g.candidates()
	for _, x := range all {
		x.likely = dealWeights().Probability(x.clues)
	}
	for _, x := range g.chosen(all, dealPossible) {
		parties, status := g.partiesOf(x), g.statusOf(x)
		if len(parties) == 0 && (g.ofWriter(x) || !d.Meets && status != briefing.Agreed && status != briefing.Signed) {
			continue // nobody whose promise it is
		}
		ground := seating.Basis(x.sentence, g.ruleOf(x), x.likely, x.reasonOf())
		if x.opener != nil {
			ground.Evidence = append(ground.Evidence, x.opener.Span)
		}
		ground.Possible = x.likely < dealShown
		d.Findings.Agreements = append(d.Findings.Agreements, briefing.Agreement{
			Text:    g.wording(x).Span(x.sentence.Tokens).Of(d.Text),
			Parties: parties,
			Status:  status,
			Meeting: min(d.MeetingOf(x.sentence), max(0, len(d.Findings.Meetings)-1)),
			Basis:   ground,
		})
	}
}

func newAgreementFinder(d *document) *agreementFinder {
	var lead []string
	for _, s := range d.Sentences[:min(2, len(d.Sentences))] {
		lead = append(lead, s.Stems()...)
	}
	return &agreementFinder{document: d, table: tableOf(d), year: d.LatestYear(), lead: clause.WordsOf(lead)}
}

// candidates returns the commitments that the article may tell, with their
// clues, in order of the text. A headline only repeats the article.
func (g *agreementFinder) candidates() (all []*commitment) {
	g.ahead = g.toCome()
	for _, s := range g.Sentences {
		if len(all) >= mostCandidates {
			break
		}
		all = append(all, g.candidatesOf(s)...)
	}
	return all
}

// candidatesOf returns those of one sentence, with the items of the list that it
// opens; none of a caption or headline, and none of another time.
func (g *agreementFinder) candidatesOf(s *mention.Sentence) []*commitment {
	if g.Paragraphs[s.Paragraph].Kind == briefing.Caption || g.Headline(s) || clause.OtherTime(s.Tokens, clause.Between(0, len(s.Tokens)), g.year) {
		return nil
	}
	out := append(g.candidatesIn(s), g.listed(s)...)
	for k, x := range out {
		x.clues = g.cluesOf(x, k > 0)
	}
	if slices.ContainsFunc(out, g.plain) {
		g.deals = append(g.deals, s.Index)
	}
	return out
}

// stands reports whether a commitment may be no more than where one side stands:
// "Peru said it would not drop its demand".
func (g *agreementFinder) stands(x *commitment) bool {
	if x.form != willForm || x.sentence.Reading().Clauses[x.clause].Reality != parse.Denied {
		return false
	}
	return x.who.Role != seating.AllRole || g.ofSpeaker(x)
}

// ofSpeaker reports whether "we" of a quotation binds itself: one side's word.
func (g *agreementFinder) ofSpeaker(x *commitment) bool { return ofWe(x) && g.spoken(x) }

// ofWriter reports whether "we" is who wrote the article: "we agreed to the road,
// and it brought us noise".
func (g *agreementFinder) ofWriter(x *commitment) bool { return ofWe(x) && !g.spoken(x) }

// spoken reports whether what binds is part of a quotation.
func (g *agreementFinder) spoken(x *commitment) bool {
	return x.at >= 0 && (x.sentence.Quoted || g.InQuotation(x.sentence.Tokens[x.at].Start))
}

// ofWe reports whether what binds is said of "we".
func ofWe(x *commitment) bool {
	b := x.sentence.Reading().ClauseAt(x.at)
	return b != nil && clause.Between(b.Subject.From, b.Subject.To).Any(x.sentence.Tokens, "we", "i")
}

// plain reports whether a commitment is told as done by those who bind
// themselves: what they will do is then likelier to belong to it.
func (g *agreementFinder) plain(x *commitment) bool {
	b := x.sentence.Reading().ClauseAt(x.at)
	return b != nil && b.Reality == parse.Told && !b.Verb.Perfect && x.form != willForm && x.form != planForm && x.who.Role != seating.OutsideRole && dealLexicon().class[x.act].has("plain")
}

// toCome reports whether the lead tells more of a meeting ahead than of one
// that was.
func (g *agreementFinder) toCome() bool {
	meets := lex.Of("meets") | lex.Of("hosts") | lex.Of("attends") | lex.Of("goes") | lex.Of("discusses") | lex.Of("holds")
	ahead, told := 0, 0
	for _, s := range g.Sentences[:min(len(g.Sentences), allegiance.Lead)] {
		p := s.Reading()
		for i := range p.Clauses {
			switch c := &p.Clauses[i]; {
			case p.Words[c.Verb.Head].Verb&meets == 0:
			case c.Reality == parse.Told:
				told++
			case c.Reality == parse.Planned:
				ahead++
			}
		}
	}
	return ahead > told
}

// chosen returns the commitments that are at least as likely as from, without
// those that only say again what another says: of two that share words the
// likelier stays, of two tellings that are both shown the fuller.
func (g *agreementFinder) chosen(all []*commitment, from float64) (out []*commitment) {
	all = slices.DeleteFunc(slices.Clone(all), func(x *commitment) bool { return x.likely < from || g.bare(x) })
	said := make([]clause.Words, len(all))
	for i, x := range all {
		said[i] = x.sentence.Telling(beforeRelative(x.sentence.Tokens, x.run))
	}
	drop := make([]bool, len(all))
	for _, overlapping := range []bool{true, false} {
		for i, x := range all {
			for k, y := range all[:i] {
				if drop[i] || drop[k] || x.overlaps(y) != overlapping || !overlapping && (x.opener != nil && y.opener != nil || !clause.SameWords(said[i], said[k]) && !within(said[i], said[k])) {
					continue
				}
				later := y.likely >= x.likely
				if !overlapping && min(x.likely, y.likely) >= dealShown {
					later = len(said[k]) >= len(said[i])
				}
				drop[i], drop[k] = later, !later
			}
		}
	}
	for i, x := range all {
		if !drop[i] {
			out = append(out, x)
		}
	}
	return out
}

// overlaps reports whether two commitments share words of a sentence.
func (x *commitment) overlaps(y *commitment) bool {
	return x.sentence == y.sentence && x.run.From < y.run.To && y.run.From < x.run.To
}

// beforeRelative returns r up to a clause that only tells more of what it names.
func beforeRelative(t []lang.Token, r clause.Run) clause.Run {
	for k := r.From + 1; k < r.To; k++ {
		if clause.Relatives[t[k].Lower] && t[k-1].Lower == "," {
			return clause.Between(r.From, k-1)
		}
	}
	return r
}

// listed returns the items of the list that s opens: "They agreed to:".
func (g *agreementFinder) listed(s *mention.Sentence) (out []*commitment) {
	t := s.Tokens
	if len(t) == 0 || t[len(t)-1].Lower != ":" {
		return nil
	}
	at := opensDeals(t)
	if at < 0 {
		return nil
	}
	act := dealAct(t[at])
	who := g.seat(g.table.Party(s, clause.PredicateOf(t, at).Subject))
	for _, b := range g.bullets(s) {
		if !b.run.Empty() {
			out = append(out, &commitment{sentence: b.sentence, clause: -1, at: -1, act: act, form: listedForm, run: b.run, opener: s, who: who})
		}
	}
	return out
}

// opensDeals returns the last word of a sentence that says that the list behind
// it holds what was agreed; -1 if none does.
func opensDeals(t []lang.Token) int {
	for k := len(t) - 1; k >= 0 && k > len(t)-seating.Farthest; k-- {
		if dealLexicon().class[dealAct(t[k])].has("lists") {
			return k
		}
	}
	return -1
}

// dealAct returns the class of a word as a noun or verb of commitment, or "".
func dealAct(t lang.Token) string {
	if class := dealLexicon().nouns[t.Lower]; class != "" {
		return class
	}
	return dealLexicon().verbs[lex.Look(t.Lower).Lemma]
}
