package extract

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// subjects finds topics in front of their verb, or behind it as its
// complement.
func (g *agendaFinder) subjects(s *mention.Sentence) {
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		for _, f := range agendaLexicon().subject[t[i].Lower] {
			end, ok := f.Pattern.Match(t, i)
			if !ok || clause.Between(i, end).Has(t, clause.Negations) {
				continue
			}
			if t[i].Is("came", "come") && t[i+1].Is("up") && end < len(t) && t[end].Kind != lang.Punct && !t[end].Is("in", "at", "during", "as", "for") {
				continue // "came up with"
			}
			p := clause.PredicateOf(t, i)
			if end < len(t) && t[end].Lower == ":" && !p.Negated && !p.Subject.Empty() && (clause.EmptyStart(t, p.Subject) || clause.Between(end, len(t)).Any(t, ",", ";")) { // "Three matters were discussed: A, B and C"
				g.add(s, end+1, clause.Extent{}, f.Rule, "")
				break
			}
			if clause.Between(p.Subject.From, p.Subject.To).Any(t, "has", "have", "had", "said", "denied", "is", "are", "was", "were", "who", "which") {
				continue // "Mr Roe, who has denied the matter came up"
			}
			if p.Negated || p.Subject.Empty() || f.Rule.id == "agenda.was-discussed" && !g.atTable(s, end) && !listAlone(t, p, end) || ask(t, i) || t[i].Is("be") && p.Modal == "" && p.Governor == "" {
				continue
			}
			g.addRun(s, p.Subject, f.Rule, "")
			break
		}
		for _, f := range agendaLexicon().complement[t[i].Lower] {
			end, ok := f.Pattern.Match(t, i)
			if !ok || clause.Between(i, end).Has(t, clause.Negations) {
				continue
			}
			verb := t[end-1].Lower
			if end < len(t) && (t[end].Is("from", "ranging") || verb != "ranged" && end < len(t)) {
				if leadsToTopic(t, i, verb) {
					g.add(s, end, clause.Extent{}, f.Rule, "")
				}
			}
			break
		}
	}
	g.listed(s)
	g.fronted(s)
}

// leadsToTopic reports whether the topic stands behind the wording that begins
// at i and ends with verb: "topping the agenda were nets".
func leadsToTopic(t []lang.Token, i int, verb string) bool {
	w := t[i].Lower
	return agendaHeads.Has(verb) || verb == "ranged" || focusNouns.Has(w) || i < 3 && tabledFirst.Has(w) || onTop.Has(w)
}

// ask reports whether the verb at i stands in a question put or a wish.
func ask(t []lang.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if t[k].Is("should", "must", "whether", "if", "can", "cannot", "could") {
			return true
		}
	}
	return false
}

// AtTable reports whether the passive whose wording ends at end is told of the
// meeting: by a pronoun of place or time, or in a sentence with an event noun,
// or inside a quotation about it.
func (g *agendaFinder) atTable(s *mention.Sentence, end int) bool {
	return clause.Between(0, len(s.Tokens)).Has(s.Tokens, clause.EventNouns) || clause.Between(0, len(s.Tokens)).Has(s.Tokens, seating.AllWords) || g.InQuotation(s.Tokens[end-1].Start) || g.nearEvent(s)
}

// listAlone reports whether a sentence says nothing but that several things
// were talked over: "Ferry fares, a lighthouse and the return of nets were
// discussed."
func listAlone(t []lang.Token, p clause.Predicate, end int) bool {
	return p.Modal == "" && p.Governor == "" && p.Subject.From == 0 && (end == len(t) || end == len(t)-1 && t[end].Kind == lang.Punct) &&
		p.Subject.Any(t, ",") && clause.HasAnd(t, 0, p.Subject.To) && !p.Subject.Has(t, clause.Relatives) && talkedOver.Has(t[end-1].Lower)
}

// nearEvent reports whether the sentence before s speaks of the meeting.
func (g *agendaFinder) nearEvent(s *mention.Sentence) bool {
	if s.Index == 0 {
		return false
	}
	q := g.document.Sentences[s.Index-1]
	all := clause.Between(0, len(q.Tokens))
	return q.Paragraph == s.Paragraph && (all.Has(q.Tokens, clause.EventNouns) || all.Has(q.Tokens, atTable()))
}

// listed finds "They include A and B" after a sentence that spoke of topics.
func (g *agendaFinder) listed(s *mention.Sentence) {
	t := s.Tokens
	if s.Index == 0 || len(t) < 4 || !t[0].Is("they", "these", "those") || !t[1].Is("include", "included", "are", "were") || t[1].Is("are", "were") && t[0].Is("they") {
		return
	}
	q := g.document.Sentences[s.Index-1].Tokens
	if clause.Between(0, len(q)).Has(q, topicHeads()) {
		g.add(s, 2, clause.Extent{}, agendaRule{id: "agenda.listed", confidence: .8}, "topics named in the sentence before")
	}
}

// fronted finds "On A, Jones said he would …": what a member takes to the
// talks, or has just said there.
func (g *agendaFinder) fronted(s *mention.Sentence) {
	t := s.Tokens
	if len(t) < 6 || !t[0].Is("on", "regarding", "concerning", "about") || clause.Weekdays[t[1].Lower] || clause.Months[t[1].Lower] || t[1].Kind == lang.Number {
		return
	}
	k := 1
	for k < len(t) && k < 14 && t[k].Lower != "," {
		k++
	}
	if k >= len(t) || k == 14 || k < 3 && !(k == 2 && t[1].Capital() && t[0].Is("on")) || onNoSubject.Has(t[k-1].Lower) || clause.Between(1, k).Has(t, clause.Weekdays) || clause.Between(1, min(k, 3)).Has(t, onTheWay()) {
		return
	}
	for i := k + 1; i < len(t) && i < k+12; i++ {
		if !clause.Speech[t[i].Lower] && !utters.Has(t[i].Lower) {
			continue
		}
		who := g.table.Party(s, clause.Between(k+1, i))
		if who.Role == seating.SideRole || who.Role == seating.AllRole {
			g.addRun(s, clause.Between(1, k), agendaRule{id: "agenda.fronted", confidence: .6}, who.Reason)
		}
		return
	}
}
