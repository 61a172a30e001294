package parse

import (
	"example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// Object returns the noun phrase, clause or infinitive right behind the verb
// of c with all that belongs to it; empty if a preposition or nothing follows.
func (s *Sentence) Object(c *Clause) Run {
	k := s.pastAdverbs(c.Verb.To)
	if s.pos(k) == Conj && k+1 < len(s.Words) { // "reviewed and encouraged progress"
		if d := s.ClauseAt(s.pastAdverbs(k + 1)); d != nil && d.Kind == Coordinate && d.Verb.From > k && d.Verb.To > c.Verb.To {
			return s.Object(d)
		}
	}
	if k >= c.Rest.To || s.pos(k) == Prep || s.pos(k) == Conj || s.is(k, ",") {
		return Run{}
	}
	return s.Trim(Run{k, c.Rest.To})
}

// After returns what follows the first of the prepositions behind the verb of
// c, if no verb stands in between; empty if there is none.
func (s *Sentence) After(c *Clause, prepositions ...string) Run {
	for k := c.Verb.To; k < c.Rest.To; k++ {
		switch {
		case s.is(k, prepositions...) && k+1 < c.Rest.To:
			return s.Trim(Run{k + 1, c.Rest.To})
		case s.pos(k) == Verb && k > c.Verb.To, s.pos(k) == Sub && either[s.Tokens[k].Lower] != Sub, s.pos(k) == Rel, s.pos(k) == To:
			return Run{}
		}
	}
	return Run{}
}

func (s *Sentence) pastAdverbs(k int) int {
	for s.pos(k) == Adv && k < len(s.Tokens) {
		k++
	}
	return k
}

// Trim returns r without what tells when and where at its end and without
// what another clause says of the whole: "trade (in Lima on Monday)",
// "trade (, which worries Peru)", "the border (after talks in Lima)".
func (s *Sentence) Trim(r Run) Run { return s.strip(s.adjuncts(s.ownClause(r))) }

// ownClause returns r up to where a clause of its own begins.
func (s *Sentence) ownClause(r Run) Run {
	depth := 0
	inside := s.Quoted(r.From)
	for k := r.From; k < r.To; k++ {
		switch {
		case inside && s.is(k, "”", `"`, "''"):
			r.To = k
		case s.is(k, "(", "“", "["):
			depth++
		case s.is(k, ")", "”", "]") && depth > 0:
			depth--
		case depth > 0:
		case k > r.From && s.ends(r, k):
			r.To = k
		}
	}
	return r
}

func (s *Sentence) adjuncts(r Run) Run {
	for {
		n := s.adjunct(r)
		if n == r.To {
			break
		}
		r.To = n
	}
	return r
}

// strip takes what joins or marks off the end of r.
func (s *Sentence) strip(r Run) Run {
	for r.To > r.From && (s.pos(r.To-1) == Mark && !s.is(r.To-1, ")", "%", "]") && !(s.is(r.To-1, "”", `"`, "''") && s.opened(r)) || s.pos(r.To-1) == Conj || s.pos(r.To-1) == Prep && !s.in(r.To-1, particles) || s.pos(r.To-1) == Sub || s.pos(r.To-1) == Det && r.To-1 > r.From) {
		r.To--
	}
	return r
}

// opened reports whether a quotation opens inside r before its last token.
func (s *Sentence) opened(r Run) bool {
	for k := r.From; k < r.To-1; k++ {
		if s.in(k, quotes) {
			return true
		}
	}
	return false
}

// Quoted reports whether token k stands in a quotation that opened before it.
func (s *Sentence) Quoted(k int) bool {
	open := false
	for i := range k {
		switch {
		case s.is(i, "“", "``"):
			open = true
		case s.is(i, "”", "''"):
			open = false
		case s.is(i, `"`):
			open = !open
		}
	}
	return open
}

// ends reports whether a clause of its own begins at token k.
func (s *Sentence) ends(r Run, k int) bool {
	switch s.pos(k) {
	case Mark:
		if !s.in(k, breaks) {
			return false
		}
		if !s.is(k, ",", ";", ":") && s.pos(k-1) == Name && s.pos(k+1) == Name {
			return false // "the U.S. – Peru pact"
		}
		n := s.pastAdverbs(k + 1)
		switch s.pos(n) {
		case Rel:
			return true
		case Sub:
			if s.is(n, "as") && s.is(n+1, "well") {
				return false
			}
			return !s.in(n, questions) || s.is(n, "where", "when") && s.pos(n-1) == Mark && !s.joined(n, r.To)
		case Prep:
			return s.in(n, circumstances) && !s.joined(n, r.To)
		case Verb:
			c := s.ClauseAt(n)
			return c != nil && c.Kind == Participle && !s.joined(n, r.To)
		case Adj, Adv:
			return !s.joined(n, r.To)
		case To:
			return s.is(n+1, "be") && !s.joined(n, r.To) // ", to be led by"
		}
		if s.Words[min(n, len(s.Words)-1)].Has(words.Of("time")) {
			return !s.joined(n, r.To) // ", just hours"
		}
		return !s.is(k, ",")
	case Sub:
		switch s.Tokens[k].Lower {
		case "as":
			return !s.in(k-1, asBefore) && !s.is(k+1, "well") && (s.clauseFollows(k, r.To) || s.is(k+1, "part"))
		case "after", "before", "since", "until", "till", "once":
			return !s.in(k-1, dayBefore()) // "after talks", "before leaving"
		case "when", "while", "because", "although", "though", "whereas", "if", "unless", "so":
			return s.pos(k-1) != Prep && s.pos(k-1) != Conj && !s.is(k-1, ",")
		}
	}
	return false
}

// joined reports whether a list goes on behind token n: "A, in B, and C".
func (s *Sentence) joined(n, to int) bool {
	for k := n; k < to; k++ {
		if s.is(k, ",") && s.pos(s.pastAdverbs(k+1)) == Conj {
			return true
		}
		if s.pos(k) == Conj && s.verbal(n) != 0 && s.verbal(k+1) == s.verbal(n) {
			return true // "reducing A, raising B and cutting C"
		}
	}
	return false
}

// clauseFollows reports whether a finite verb stands in (k, to).
func (s *Sentence) clauseFollows(k, to int) bool {
	for j := range s.Clauses {
		if v := s.Clauses[j].Verb; v.From > k && v.From < to {
			return v.Finite() && s.Clauses[j].Kind != Relative
		}
	}
	return false
}

// adjunct returns where the phrase of time or place at the end of r begins, or
// r.To if there is none.
func (s *Sentence) adjunct(r Run) int {
	t := s.Tokens
	timely := words.Of("weekday") | words.Of("month") | words.Of("time")
	if r.To-r.From < 2 {
		return r.To
	}
	last := r.To - 1
	for k := last; k > r.From && last-k < 9; k-- {
		if s.Words[k].Pos == Mark && !s.is(k, ",", ")", "(") {
			return r.To
		}
		if s.pos(k) != Prep && s.pos(k) != Sub {
			continue
		}
		inner := Run{k + 1, r.To}
		switch {
		case inner.Empty():
			return r.To
		case s.is(k, "of") && s.is(k-1, "ahead") && k-1 > r.From:
			return k - 1
		case s.in(k, timePreps) && s.timely(inner, timely):
			return k
		case s.in(k, eventPreps) && s.headOf(inner).Has(words.Of("event")) && !s.in(k-1, takesEvent()):
			if s.is(k, "on", "over", "in") && !s.in(k+1, beforeEvent()) {
				return r.To
			}
			return k
		case s.is(k, "with") && k > r.From && s.company(inner) && !s.in(k-1, ties()):
			return k
		case s.is(k, "in", "at") && t[k+1].Capital() && s.capitalRun(inner) && k > r.From+1 && s.is(k-1, "talks", "meeting", "summit"):
			return k
		}
		if s.pos(k) == Prep {
			return r.To
		}
	}
	// "the fish trade Monday", "the price this week"
	for k := last; k > r.From && last-k < 4; k-- {
		if s.Words[k].Has(timely) && s.timely(Run{k, r.To}, timely) && !s.is(k-1, "of", "-") {
			for k > r.From+1 && s.in(k-1, withTime()) {
				k--
			}
			if s.pos(k-1) == Prep || s.pos(k-1) == Poss || s.pos(k-1) == Adj || s.pos(k-1) == Num {
				return r.To
			}
			return k
		}
	}
	return r.To
}

// timely reports whether r tells a time and nothing else: "Monday", "the
// first week of May", "late 2019".
func (s *Sentence) timely(r Run, timely words.Class) bool {
	found := false
	for k := r.From; k < r.To; k++ {
		switch w := s.Words[k]; {
		case w.Has(timely), s.pos(k) == Num && s.Tokens[k].Kind == lang.Number && len(s.Tokens[k].Text) == 4:
			found = true
		case s.pos(k) == Det, s.pos(k) == Num, s.pos(k) == Poss, s.in(k, insideTime()):
		default:
			return false
		}
	}
	return found
}

// headOf returns the word that is the head of the noun phrase at the start of r.
func (s *Sentence) headOf(r Run) Word {
	k := s.HeadIndex(r)
	if k < 0 {
		return Word{}
	}
	return s.Words[k]
}

// HeadIndex returns the token that is the head of the noun phrase at the start
// of r: its last noun before a preposition, verb or mark; -1 if it has none.
func (s *Sentence) HeadIndex(r Run) int {
	head := -1
	for k := r.From; k < r.To; k++ {
		switch p := s.pos(k); {
		case p == Noun || p == Name || p == Pron:
			head = k
		case p == Poss:
			head = -1
		case p == Det || p == Adj || p == Num || p == Adv || s.in(k, inNoun):
		case p == Conj && head < 0:
		default:
			return head
		}
	}
	return head
}

func (s *Sentence) capitalRun(r Run) bool {
	for k := r.From; k < r.To; k++ {
		if !s.Tokens[k].Capital() && !s.in(k, inName) {
			return false
		}
	}
	return true
}

// company reports whether r names only whom something is done with: "Peru", "the
// Peruvian President", "his counterpart", "them".
func (s *Sentence) company(r Run) bool {
	if s.pos(r.From) == Pron {
		return r.To == r.From+1
	}
	if s.pos(r.From) == Det {
		r.From++
	}
	last := r.To - 1
	if s.is(last, "counterpart", "counterparts") {
		r.To--
	}
	return !r.Empty() && s.pos(r.From) == Name && s.capitalRun(r)
}

// Contrasts reports whether token k sets a clause against the one before it, or
// beside it in time.
func (s *Sentence) Contrasts(k int) bool {
	return s.in(k, contrasts)
}
