package speech

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/story"
	"example.org/attache/briefing/lang"
)

// This stage finds speech that is told and not quoted, or quoted in part:
//
//	Roe said that talks would go on     Roe said talks had “gone well”
//	talks would go on, said Roe         talks would go on, according to Roe
//	Roe vowed to go on                  Roe warned the ministers they would fail
//
// It needs a verb of speech with somebody who speaks. It does not find what a
// verb of thought or a noun reports ("hopes of a deal").

// leastReported is the least number of words of reported speech.
const leastReported = 3

// FindReported fills Findings.Reported.
func FindReported(d *Document) {
	s := d.speakers
	if s == nil {
		return
	}
	for _, p := range d.passages {
		if len(p.pieces) < 5 {
			continue
		}
		s.report(p)
	}
}

// report adds what passage p reports.
func (s *speakers) report(p *passage) {
	var told []phrase // what has been taken, so that no two findings overlap
	for c := 0; c < len(p.pieces); c++ {
		if p.is(c, "according") && p.is(c+1, "to") {
			s.accordingTo(p, c, &told)
			continue
		}
		cu := p.cue(c)
		if cu == nil {
			continue
		}
		if cu.form == pastForm && (p.passive(c) || p.is(c+1, "by")) || p.is(c-1, "the", "a", "an", "his", "her", "their", "of", "'s", "’s") {
			continue
		}
		if cu.form != ingForm && p.finite(c) == nil && !p.is(c-1, "to") && !p.in(c-1, sets.auxiliary) && !p.adverb(c-1) {
			continue
		}
		if noTelling[cu.verb] || p.is(c+1, "than") {
			continue
		}
		if from, to, rule, ok := s.trailing(p, c, cu); ok {
			s.keepReported(p, c, phrase{p: p, from: from, to: to}, rule, &told)
			continue
		}
		if s.afterQuotation(p, c) && !p.is(c+1, "that") {
			continue // “…,” said Ann Roe: what follows is the speaker
		}
		if p.is(c+1, ",") && cu.clause && s.asideAt(p, c) {
			if from := c + 2; p.finite(from) == nil {
				s.keepReported(p, c, phrase{p: p, from: from, to: s.contentEnd(p, from, false)}, "reported.aside", &told)
			}
			continue
		}
		if from, rule, ok := s.content(p, c, cu); ok {
			s.keepReported(p, c, phrase{p: p, from: from, to: s.contentEnd(p, from, rule == "reported.described")}, rule, &told)
		}
	}
}

// noTelling are cues of quotations that tell nothing in other words.
var noTelling = lexicon.Set(`go put begin start finish read speak continue spell cry`)

// afterQuotation reports whether nothing but adverbs and a comma stand between
// the cue at c and a quotation before it.
func (s *speakers) afterQuotation(p *passage, c int) bool {
	k := c - 1
	for k > 0 && (p.adverb(k) && !p.capital(k) || p.is(k, ",")) {
		k--
	}
	return p.quoted(k)
}

// announcing are verbs whose object is what was said: "proposed a new round".
var announcing = lexicon.Set(`announce propose deny promise pledge demand declare confirm`)

// asideAt reports whether the cue at c and its subject stand between commas:
// "The plan, she said, would cost more".
func (s *speakers) asideAt(p *passage, c int) bool {
	for k := c - 1; k > 0 && c-k < 12; k-- {
		if p.is(k, ",") {
			f := s.ahead(p, k+1)
			return k > 0 && !f.empty() && f.to >= c-2 && f.to <= c
		}
	}
	return false
}

// content returns the first piece of what the cue at c reports, to its right.
func (s *speakers) content(p *passage, c int, cu *cue) (int, briefing.RuleID, bool) {
	k := c + 1
	// "said on Friday in an interview that": what comes between verb and
	// clause is skipped where "that" says where the clause begins.
	if p.is(k, "out") && cu.verb == "point" {
		k++
	}
	for p.is(k, "this", "last", "earlier", "late", "early") && p.in(k+1, sets.time) || p.is(k, "on") && p.in(k+1, sets.time) {
		k += 2
	}
	if p.is(0, "as") && p.is(k, ",") && s.firstComma(p) >= k-1 {
		return k + 1, "reported.as-said", true // "As Roe said, talks go on."
	}
	that := -1
	for m := k; m < len(p.pieces) && m < c+16; m++ {
		if p.is(m, "that") && cu.clause && !(cu.verb == "point" && !p.is(m-1, "out", "fact")) {
			if s.between(p, k, m, cu) {
				that = m
			}
			break
		}
		if p.is(m, ".", ";", ":") || p.quoted(m) || m > k && p.cue(m) != nil && p.finite(m) != nil {
			break
		}
	}
	if that >= 0 {
		return that, "reported.that", true
	}
	if cu.description {
		// "called the plan “a bad deal for all of us”"
		for m := k + 1; m < len(p.pieces) && m < k+20 && !p.is(m, ";", ":") && !(p.is(m-1, "as") && p.is(m, "saying")); m++ {
			if p.quoted(m) {
				return k, "reported.described", true
			}
		}
		if s.speechAct(p, c, k, cu) {
			return k, "reported.act", true
		}
		return 0, "", false
	}
	if cu.onlyThat || cu.form == baseForm && p.is(c-1, "to") && cu.verb != "say" {
		return 0, "", false
	}
	if cu.infinitive && p.is(k, "to") {
		return k, "reported.to", true
	}
	for k < len(p.pieces) && (p.in(k, sets.adverb) || p.in(k, sets.time)) && !p.is(k, "all", "both", "this", "last") {
		k++
	}
	if p.is(k, "in", "on", "at", "during", "to", "of", "about") && cu.verb == "say" && !p.quoted(k+1) {
		return 0, "", false
	}
	if cu.verb == "ask" || cu.verb == "wonder" || cu.verb == "question" {
		for m := k; m < len(p.pieces) && m < k+8; m++ {
			if p.is(m, "whether", "if", "why", "how", "what", "when") || p.is(m, "to") && cu.verb == "ask" {
				return m, "reported.asked", true
			}
		}
		return 0, "", false
	}
	if cu.addressee {
		f := s.ahead(p, k)
		if f.empty() {
			return 0, "", false
		}
		k = f.to
		for p.in(k, sets.time) || p.is(k, "on") && p.in(k+1, sets.time) {
			k++
		}
		if k >= len(p.pieces) || p.punct(k) || p.in(k, sets.preposition) || p.in(k, sets.bounds) && !p.is(k, "how", "why", "what") {
			return 0, "", false
		}
		if !s.clauseAt(p, k) {
			return 0, "", false
		}
		return k, "reported.told", true
	}
	if !cu.clause || k >= len(p.pieces) || p.quoted(k) && p.pieces[k].End-p.pieces[k].Start > 1 && (k+1 >= len(p.pieces) || p.punct(k+1)) {
		return 0, "", false
	}
	if p.punct(k) && !p.is(k, "\"") && !p.quoted(k) || p.in(k, sets.preposition) && !p.is(k, "over", "about", "in", "at", "under", "with") || p.is(k, "and", "but", "or") {
		return 0, "", false
	}
	if announcing[cu.verb] && (p.in(k, sets.determiner) || k < len(p.pieces) && p.pieces[k].Kind == lang.Number) && len(p.pieces)-k > 5 {
		return k, "reported.announced", true
	}
	if cu.verb == "say" || s.clauseAt(p, k) || p.is(k, "how", "why", "what", "it", "there") {
		return k, "reported.said", true
	}
	return 0, "", false
}

// speechAct reports whether the cue at c, with its object from piece k on, says
// what somebody did by speaking, in words enough to tell what was said.
func (s *speakers) speechAct(p *passage, c, k int, cu *cue) bool {
	if cu.form == baseForm || cu.form == ingForm || p.finite(c) == nil || len(p.pieces)-k < 6 {
		return false
	}
	for m := k; m < len(p.pieces) && m < k+12; m++ {
		if p.punct(m) || p.quoted(m) {
			return false
		}
		if cu.acts[p.pieces[m].Lower] {
			return cu.verb == "call" && m <= k+2 || m > k
		}
	}
	return false
}

// firstComma returns the first comma of a passage that closes no apposition
// before its first cue.
func (s *speakers) firstComma(p *passage) int {
	for k := range p.pieces {
		if p.is(k, ",") && p.cue(k-1) != nil || p.is(k, ",") && p.is(k-1, "out") {
			return k
		}
	}
	return len(p.pieces)
}

// between reports whether pieces [k, m) may stand between a verb of speech and
// its "that": circumstances, or the one spoken to.
func (s *speakers) between(p *passage, k, m int, cu *cue) bool {
	for k < m && p.adverb(k) && !p.pronoun(k) {
		k++
	}
	if k == m || p.in(k, sets.preposition) && !p.is(k, "about", "of") {
		return true
	}
	if cu.addressee {
		f := s.ahead(p, k)
		k = f.to
		for k < m && (p.adverb(k) || p.in(k, sets.time) || p.quoted(k) || p.is(k, "'s", "’s")) {
			k++
		}
		return k == m || p.in(k, sets.preposition)
	}
	return cu.onlyThat && p.is(k, "out", "again") && k+1 == m
}

// clauseAt reports whether a clause with a verb of its own begins at piece k.
func (s *speakers) clauseAt(p *passage, k int) bool {
	if p.pronoun(k) || p.is(k, "there") {
		return true
	}
	for m := k + 1; m < len(p.pieces) && m < k+14; m++ {
		if p.is(m, ".", ";", ":") || m < k+8 && p.is(m, "when", "which", "whose") {
			return false
		}
		if p.in(m, sets.be) || p.in(m, sets.auxiliary) {
			return true
		}
	}
	return false
}

// accordingTo adds what a source is given for: all the sentence but the source.
func (s *speakers) accordingTo(p *passage, c int, told *[]phrase) {
	f := s.ahead(p, c+2)
	if f.empty() {
		return
	}
	if c < 3 { // "According to Roe, talks would go on."
		k := f.to
		for k < len(p.pieces) && !p.is(k, ",") {
			k++
		}
		s.keepReported(p, c, phrase{p: p, from: k + 1, to: s.contentEnd(p, k+1, false)}, "reported.according-to", told)
		return
	}
	end := c
	for end > 0 && p.is(end-1, ",", "-", "—", "–") {
		end--
	}
	from := 0
	if p.is(from, "but", "and") {
		from++
	}
	s.keepReported(p, c, phrase{p: p, from: from, to: end}, "reported.according-to", told)
}

// keepReported adds a finding, unless it is too short, overlaps an earlier one
// or is nothing but a quotation.
func (s *speakers) keepReported(p *passage, c int, f phrase, rule briefing.RuleID, told *[]phrase) {
	if f.from < 0 || f.to > len(p.pieces) || f.to-f.from < 2 {
		return
	}
	span := p.between(f.from, f.to)
	text := span.Of(s.Text)
	if story.CountWords(text) < leastReported {
		return
	}
	for _, o := range *told {
		if o.from < f.to && f.from < o.to {
			return
		}
	}
	kind, plain := briefing.Indirect, false
	for k := f.from; k < f.to; k++ {
		switch {
		case p.quoted(k):
			kind = briefing.Mixed
		case p.word(k) && !p.is(k, "that"):
			plain = true
		}
	}
	if !plain {
		return
	}
	subject := s.subject(p, c)
	sure := .8
	if p.is(c, "according") {
		subject = s.ahead(p, c+2)
	}
	if subject.empty() {
		return
	}
	sp := s.resolve(voice{phrase: subject, cue: c, rule: rule, sure: sure}, s.quotesBefore(span.Start))
	if sp.text == "" {
		return
	}
	*told = append(*told, f)
	r := briefing.Reported{Text: text, Span: span, Speaker: sp.text, Kind: kind}
	r.Basis = briefing.Basis{Rule: rule, Reason: sp.reason, Confidence: sp.sure}
	r.Evidence = []briefing.Span{s.sentencesOf(p.span().Start, p.span().End)}
	if !holdsWords(s.Text, r.Evidence, sp.text) {
		switch {
		case sp.person != nil:
			r.Evidence = append(r.Evidence, s.around(sp.person.NameSpan))
		case sp.named.End > 0:
			r.Evidence = append(r.Evidence, s.around(sp.named))
		default:
			r.Evidence = append(r.Evidence, s.around(sp.span))
		}
	}
	s.Findings.Reported = append(s.Findings.Reported, r)
}

// quotesBefore returns how many quotations begin before offset.
func (s *speakers) quotesBefore(offset int) int {
	lo, hi := 0, len(s.Quotations)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Quotations[mid].Outer.Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
