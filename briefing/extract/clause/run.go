package clause

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Run is the half-open range [from, to) of a sentence's tokens.
type Run struct{ From, To int }

// Empty reports whether r has no tokens.
func (r Run) Empty() bool { return r.From >= r.To }

// Len returns how many tokens r has, 0 or more.
func (r Run) Len() int { return max(0, r.To-r.From) }

// Span returns the bytes that r covers, from its first token to its last.
func (r Run) Span(t []lang.Token) briefing.Span {
	return briefing.Span{Start: t[r.From].Start, End: t[r.To-1].End}
}

// Has reports whether one of the words stands in r.
func (r Run) Has(t []lang.Token, set WordSet) bool {
	for i := r.From; i < r.To; i++ {
		if set[t[i].Lower] {
			return true
		}
	}
	return false
}

// Any reports whether one of the words stands in r.
func (r Run) Any(t []lang.Token, words ...string) bool {
	for i := r.From; i < r.To; i++ {
		if t[i].Is(words...) {
			return true
		}
	}
	return false
}

// Predicate is a verb in its clause: who does it, and how sure it is that it
// is done.
type Predicate struct {
	Subject  Run
	Main     int    // token of the finite verb that an infinitive or a second verb depends on; -1 if none
	Verb     int    // token of the verb
	Modal    string // "will", "would", "may", … or ""
	Governor string // the verb or adjective an infinitive hangs off: "expected" of "expected to discuss"
	Negated  bool
	Passive  bool
	Perfect  bool // "have been talking": told of a long time, not of the meeting
}

// PredicateOf reads the clause around the verb at token v:
//
//	The two leaders · have also · discussed
//	He said he · plans to · discuss
//	They exchanged views and · discussed
//
// It does not find a subject that follows its verb.
func PredicateOf(t []lang.Token, v int) Predicate {
	p := Predicate{Verb: v, Main: -1}
	j := v - 1
	been := false
loop:
	for ; j >= 0; j-- {
		w := t[j].Lower
		switch {
		case Negations[w]:
			p.Negated = true
		case Modals[w]:
			p.Modal = w
		case w == "been" || w == "being":
			p.Passive, been = p.Governor == "", true
		case Auxiliaries[w]:
			if w != "have" && w != "has" && w != "had" && w != "having" && w != "do" && w != "does" && w != "did" && w != "am" {
				p.Passive = p.Passive || p.Governor == ""
			} else if been {
				p.Perfect = true
			}
		case IsAdverb(t[j]):
		case w == "," && j > 1 && t[j-2].Lower == "," && asides.Has(t[j-1].Lower): // "did, however, agree"
			j -= 2
		case w == "to" && j > 0:
			j--
			for j > 0 && (IsAdverb(t[j]) || t[j].Is("”", `"`)) {
				j--
			}
			p.Governor = t[j].Lower
			if Negations[p.Governor] {
				p.Negated = true
			}
			if !Governors.Has(p.Governor) {
				break loop
			}
		case (w == "and" || w == "or") && j > 0 && (IsAdverb(t[j-1]) || Modals[t[j-1].Lower]):
		default:
			break loop
		}
	}
	p.Passive = p.Passive && !IsGerund(t[v])
	end := j + 1
	if j >= 0 && (t[j].Is("and", "or", "but", ",") || p.Governor != "" && !Governors.Has(p.Governor)) {
		// A second verb of the same subject: go back to the first one.
		end = j
		from := ClauseStart(t, j)
		first := FirstVerb(t, Run{from, j})
		if first < j {
			q := PredicateOf(t, first)
			p.Subject, p.Main = q.Subject, first
			p.Negated = p.Negated || q.Negated && t[j].Is("or")
			if p.Modal == "" && !PastLike(t[v]) && t[j].Is("and", "or", ",") {
				p.Modal = q.Modal
			}
			if p.Governor == "" && v > 0 && !PastLike(t[v]) {
				p.Governor = q.Governor
			}
			return p
		}
		if k := openingComma(t, j, 0); t[j].Lower == "," && p.Governor == "" && k >= 0 && !HasAnd(t, k, j) {
			end = j + 1 // the comma closes an apposition: "Roe, the minister, agreed"
		}
	}
	p.Subject = TrimRun(t, Run{SubjectStart(t, end), end})
	return p
}

// ClauseStart returns the token at which the clause that holds j begins.
func ClauseStart(t []lang.Token, j int) int {
	i := j - 1
	if i > 0 && t[i].Lower == "”" { // a subject in quotation marks
		for i--; i > 0 && t[i].Lower != "“"; i-- {
		}
		i--
	}
	for ; i >= 0; i-- {
		switch w := t[i].Lower; {
		case saysThat.Has(w) && i+1 < j && i > 0:
			return i + 1
		case (w == "told" || w == "informed") && i+2 < j:
			for k := i + 1; k < i+5 && k+1 < j; k++ { // "told reporters the talks would"
				if k > i+1 && Determiners[t[k].Lower] || Pronouns[t[k].Lower] {
					return k
				}
			}
		case w == ";" || w == ":" || w == "“" || w == `"` || w == "”" || w == "''" || w == "—" || w == "--":
			return i + 1
		case (w == "that" || w == "which" || w == "who" || w == "because" || w == "although" || w == "while" || w == "whether" || w == "if" || w == "but") && i+1 < j && !(w == "that" && i > 0 && Prepositions[t[i-1].Lower]):
			return i + 1
		}
	}
	return 0
}

// SubjectStart returns where the subject that ends before token end begins.
func SubjectStart(t []lang.Token, end int) int {
	from := ClauseStart(t, end)
	// What stands before the last comma is an introduction ("On Friday, they
	// discussed") unless the commas make a list ("A, B and C discussed") or
	// enclose a relative clause ("X, who leads the group, discussed").
	depth := 0
	for i := end - 1; i >= from; i-- {
		if t[i].Lower == ")" {
			depth++
		} else if t[i].Lower == "(" {
			depth--
		}
		if t[i].Lower != "," || depth > 0 {
			continue
		}
		switch {
		case i == end-1: // the comma that closes a relative clause or an apposition
			if k := openingComma(t, i, from); k >= 0 {
				return max(from, SubjectStart(t, k))
			}
		case i+2 < end && t[i+1].Is("and") && t[i+2].Is("they", "he", "she", "it", "we"):
			return i + 2 // "…, and they will"
		case i+1 < end && HasAnd(t, i+1, end) && nounList(t, Run{from, i}):
			continue // "Smuggling of sugar, the fight against raids and fuel were"
		case FirstVerb(t, Run{from, i}) < i && t[i+1].Is("and"):
			return i + 1 // ", and the plans were discussed"
		case i+1 < end && (t[i+1].Is("and") || HasAnd(t, i+1, end) && t[i+1].Capital()):
			continue
		default:
			return i + 1
		}
	}
	return from
}

// nounList reports whether r may be the first members of a list that is a
// subject: no introduction and no clause.
func nounList(t []lang.Token, r Run) bool {
	if r.Empty() {
		return false
	}
	first := t[r.From]
	if Prepositions[first.Lower] || Relatives[first.Lower] || Conjunctions[first.Lower] || IsAdverb(first) || PastLike(first) || introduces.Has(first.Lower) {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if Auxiliaries[t[i].Lower] || Weekdays[t[i].Lower] || i > r.From && PastLike(t[i]) && !(i+1 < r.To && !Prepositions[t[i+1].Lower]) || i > r.From && IsGerund(t[i]) && t[i-1].Lower == "," {
			return false
		}
	}
	return true
}

// openingComma returns the comma before the one at i that opens an inserted
// phrase, or -1.
func openingComma(t []lang.Token, i, from int) int {
	for k := i - 1; k > from && i-k < 30; k-- {
		if t[k].Lower == "," {
			return k
		}
	}
	return -1
}

// HasAnd reports whether "and" stands among tokens [from, to).
func HasAnd(t []lang.Token, from, to int) bool {
	for i := from; i < to; i++ {
		if t[i].Lower == "and" {
			return true
		}
	}
	return false
}

// FirstVerb returns the first token of r that looks like a finite verb, or
// r.to.
func FirstVerb(t []lang.Token, r Run) int {
	for i := r.From + 1; i < r.To; i++ {
		if !PastLike(t[i]) || t[i-1].Lower == "," && !onlyFinite.Has(t[i].Lower) && i+1 < r.To && Prepositions[t[i+1].Lower] {
			continue // ", held at the palace,"
		}
		if Auxiliaries[t[i].Lower] && i+1 < r.To {
			for k := i + 1; k < r.To && k < i+5; k++ {
				if PastLike(t[k]) && !Auxiliaries[t[k].Lower] {
					return k
				}
			}
		}
		return i
	}
	return r.To
}

// TrimRun strips marks and conjunctions off both ends of r.
func TrimRun(t []lang.Token, r Run) Run {
	for r.From < r.To && (t[r.From].Kind == lang.Punct && t[r.From].Lower != "(" && t[r.From].Lower != "$" || t[r.From].Is("and", "or", "but", "also", "as", "well") && !(t[r.From].Is("as") && r.From+1 < r.To && !t[r.From+1].Is("well"))) {
		r.From++
	}
	for r.From < r.To && (t[r.To-1].Kind == lang.Punct && t[r.To-1].Lower != ")" && t[r.To-1].Lower != "%" || t[r.To-1].Is("and", "or", "but", "as")) {
		r.To--
	}
	return r
}

// Ordinal reports whether r counts meetings: "the 32nd session".
func Ordinal(t []lang.Token, r Run) bool {
	for i := r.From; i < r.To; i++ {
		if n := len(t[i].Lower); t[i].Kind == lang.Number && n > 2 && (Run{i, i + 1}).Any(t, t[i].Lower) {
			switch t[i].Lower[n-2:] {
			case "th", "st", "nd", "rd":
				return true
			}
		}
	}
	return false
}
