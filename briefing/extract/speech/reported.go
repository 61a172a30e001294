package speech

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/story"
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
		if tellsNothing.Has(cu.verb) || p.is(c+1, "than") {
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

// afterQuotation reports whether nothing but adverbs and a comma stand between
// the cue at c and a quotation before it.
func (s *speakers) afterQuotation(p *passage, c int) bool {
	k := c - 1
	for k > 0 && (p.adverb(k) && !p.capital(k) || p.is(k, ",")) {
		k--
	}
	return p.quoted(k)
}

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
