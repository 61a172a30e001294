package seating

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// verbish reports whether a finite verb can begin at token k.
func (r *clueReader) verbish(k int) bool {
	for k+1 < len(r.t) && clause.IsAdverb(r.t[k]) {
		k++
	}
	t := r.t[k]
	return !t.Capital() && (clause.Auxiliaries[t.Lower] || r.verbs[k] != "" || clause.PastLike(t))
}

// verb reads the verb group that begins at token i; at is -1 where none does.
func (r *clueReader) verb(i int) tie {
	none := tie{at: -1}
	not, be, may := false, false, false
	if i < len(r.t) && r.t[i].Is("who", "and", "both", "all") {
		i++
	}
	for ; i < len(r.t); i++ {
		t := r.t[i]
		switch {
		case t.Is("not", "n't", "n’t", "never", "refused", "refuses", "declined"):
			not = true
		case t.Is("would", "could", "might", "may"):
			may = true
		case t.Is("is", "are", "was", "were", "be", "been", "being"):
			be = true
		case t.Is("had", "have", "has", "having") && i+1 < len(r.t) && !r.verbish(i+1):
			return r.named(i, not, may, be)
		case clause.Auxiliaries[t.Lower], clause.IsAdverb(t), mention.TimeWord(t), t.Is("to", "each", "here", "there", "expected", "due", "scheduled", "set", "going"):
		case t.Is("on") && i+1 < len(r.t) && mention.TimeWord(r.t[i+1]):
		case r.verbs[i] != "", clause.PastLike(t), be, may, i > 0 && clause.Auxiliaries[r.t[i-1].Lower]:
			return r.named(i, not, may, be)
		default:
			return none
		}
	}
	return none
}

// named returns the tie to the main verb at i.
func (r *clueReader) named(i int, not, may, be bool) tie {
	class := r.verbs[i]
	if class == "holds" || r.t[i].Is("take", "took", "takes", "taking", "taken", "pay", "paid", "pays") {
		class = r.light(i, class)
	}
	switch {
	case class == "":
		class = "verb"
	case (class == "meets" || class == "holds talk") && r.own(i):
		class = "own"
	}
	if be && lex.Look(r.t[i].Lower).Form&lex.Participle != 0 {
		class = "passive " + class
	}
	return tie{class: class, not: not || may && !r.reportedFuture(i), at: i}
}

// light returns what a verb without a meaning of its own does by its object:
// "held [talks]", "took [part]", "paid [a visit]".
func (r *clueReader) light(i int, class string) string {
	for k := i + 1; k < len(r.t) && k < i+10; k++ {
		switch {
		case r.t[k].Is("part") && class == "attends":
			return class
		case r.nouns[k] != "" && r.nouns[k] != "team":
			return "holds " + r.nouns[k]
		case r.t[k].Is(".", ";", ":", ","):
			return ""
		}
	}
	return ""
}

// own reports whether the meeting that token i names is one with people of
// one's own: "will meet with [his advisers] on Friday", "met [her staff]".
func (r *clueReader) own(i int) bool {
	for k := i + 1; k < min(len(r.t), i+LongestTeam); k++ {
		t := r.t[k]
		if !t.Is("his", "her", "their", "its") {
			if t.Kind != lang.Word || t.Capital() || t.Is("that", "who", "which", "and") {
				return false
			}
			continue
		}
		for k++; k < min(len(r.t), i+2*LongestTeam); k++ {
			if lex.Look(r.t[k].Lower).Class&ownPeople() != 0 {
				return true
			}
			if r.t[k].Kind != lang.Word || mention.Preposition(r.t[k]) {
				return false
			}
		}
	}
	return false
}

var ownPeople = lex.Later("own")
