package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// run is the half-open range [from, to) of a sentence's tokens.
type run struct{ from, to int }

func (r run) empty() bool { return r.from >= r.to }
func (r run) len() int    { return max(0, r.to-r.from) }

// span returns the bytes that r covers, from its first token to its last.
func (r run) span(t []lang.Token) briefing.Span {
	return briefing.Span{Start: t[r.from].Start, End: t[r.to-1].End}
}

// has reports whether one of the words stands in r.
func (r run) has(t []lang.Token, set wordSet) bool {
	for i := r.from; i < r.to; i++ {
		if set[t[i].Lower] {
			return true
		}
	}
	return false
}

// any reports whether one of the words stands in r.
func (r run) any(t []lang.Token, words ...string) bool {
	for i := r.from; i < r.to; i++ {
		if t[i].Is(words...) {
			return true
		}
	}
	return false
}

// predicate is a verb in its clause: who does it, and how sure it is that it
// is done.
type predicate struct {
	subject  run
	main     int    // token of the finite verb that an infinitive or a second verb depends on; -1 if none
	verb     int    // token of the verb
	modal    string // "will", "would", "may", … or ""
	governor string // the verb or adjective an infinitive hangs off: "expected" of "expected to discuss"
	negated  bool
	passive  bool
	perfect  bool // "have been talking": told of a long time, not of the meeting
}

// predicateOf reads the clause around the verb at token v:
//
//	The two leaders · have also · discussed
//	He said he · plans to · discuss
//	They exchanged views and · discussed
//
// It does not find a subject that follows its verb.
func predicateOf(t []lang.Token, v int) predicate {
	p := predicate{verb: v, main: -1}
	j := v - 1
	been := false
loop:
	for ; j >= 0; j-- {
		w := t[j].Lower
		switch {
		case negations[w]:
			p.negated = true
		case modals[w]:
			p.modal = w
		case w == "been" || w == "being":
			p.passive, been = p.governor == "", true
		case auxiliaries[w]:
			if w != "have" && w != "has" && w != "had" && w != "having" && w != "do" && w != "does" && w != "did" && w != "am" {
				p.passive = p.passive || p.governor == ""
			} else if been {
				p.perfect = true
			}
		case isAdverb(t[j]):
		case w == "," && j > 1 && t[j-2].Lower == "," && asides[t[j-1].Lower]: // "did, however, agree"
			j -= 2
		case w == "to" && j > 0:
			j--
			for j > 0 && (isAdverb(t[j]) || t[j].Is("”", `"`)) {
				j--
			}
			p.governor = t[j].Lower
			if negations[p.governor] {
				p.negated = true
			}
			if !governors[p.governor] {
				break loop
			}
		case (w == "and" || w == "or") && j > 0 && (isAdverb(t[j-1]) || modals[t[j-1].Lower]):
		default:
			break loop
		}
	}
	p.passive = p.passive && !isGerund(t[v])
	end := j + 1
	if j >= 0 && (t[j].Is("and", "or", "but", ",") || p.governor != "" && !governors[p.governor]) {
		// A second verb of the same subject: go back to the first one.
		end = j
		from := clauseStart(t, j)
		first := firstVerb(t, run{from, j})
		if first < j {
			q := predicateOf(t, first)
			p.subject, p.main = q.subject, first
			p.negated = p.negated || q.negated && t[j].Is("or")
			if p.modal == "" && !pastLike(t[v]) && t[j].Is("and", "or", ",") {
				p.modal = q.modal
			}
			if p.governor == "" && v > 0 && !pastLike(t[v]) {
				p.governor = q.governor
			}
			return p
		}
		if k := openingComma(t, j, 0); t[j].Lower == "," && p.governor == "" && k >= 0 && !hasAnd(t, k, j) {
			end = j + 1 // the comma closes an apposition: "Roe, the minister, agreed"
		}
	}
	p.subject = trimRun(t, run{subjectStart(t, end), end})
	return p
}

// asides are adverbs that commas may enclose in front of a verb.
var asides = words("however meanwhile though instead too also nevertheless nonetheless moreover then likewise furthermore additionally")

// governors are words that put an infinitive off to the future or make it
// somebody's plan, without changing who is to do it.
var governors = words("expected due set scheduled planned plans plan planning hopes hope hoped likely intends intend intended going want wants wanted prepared ready continue continues continued began begun begin agreed able used refused declined failed unable meet met opportunity aims aimed supposed bound determined seeks sought wish wishes wished about promised pledged vowed committed decided tried attempted")

// clauseStart returns the token at which the clause that holds j begins.
func clauseStart(t []lang.Token, j int) int {
	i := j - 1
	if i > 0 && t[i].Lower == "”" { // a subject in quotation marks
		for i--; i > 0 && t[i].Lower != "“"; i-- {
		}
		i--
	}
	for ; i >= 0; i-- {
		switch w := t[i].Lower; {
		case (w == "said" || w == "says" || w == "say" || w == "saying" || w == "believed" || w == "believes" || w == "added" || w == "confirmed") && i+1 < j && i > 0:
			return i + 1
		case (w == "told" || w == "informed") && i+2 < j:
			for k := i + 1; k < i+5 && k+1 < j; k++ { // "told reporters the talks would"
				if k > i+1 && determiners[t[k].Lower] || pronouns[t[k].Lower] {
					return k
				}
			}
		case w == ";" || w == ":" || w == "“" || w == `"` || w == "”" || w == "''" || w == "—" || w == "--":
			return i + 1
		case (w == "that" || w == "which" || w == "who" || w == "because" || w == "although" || w == "while" || w == "whether" || w == "if" || w == "but") && i+1 < j && !(w == "that" && i > 0 && prepositions[t[i-1].Lower]):
			return i + 1
		}
	}
	return 0
}

// subjectStart returns where the subject that ends before token end begins.
func subjectStart(t []lang.Token, end int) int {
	from := clauseStart(t, end)
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
				return max(from, subjectStart(t, k))
			}
		case i+2 < end && t[i+1].Is("and") && t[i+2].Is("they", "he", "she", "it", "we"):
			return i + 2 // "…, and they will"
		case i+1 < end && hasAnd(t, i+1, end) && nounList(t, run{from, i}):
			continue // "Smuggling of sugar, the fight against raids and fuel were"
		case firstVerb(t, run{from, i}) < i && t[i+1].Is("and"):
			return i + 1 // ", and the plans were discussed"
		case i+1 < end && (t[i+1].Is("and") || hasAnd(t, i+1, end) && t[i+1].Capital()):
			continue
		default:
			return i + 1
		}
	}
	return from
}

// nounList reports whether r may be the first members of a list that is a
// subject: no introduction and no clause.
func nounList(t []lang.Token, r run) bool {
	if r.empty() {
		return false
	}
	first := t[r.from]
	if prepositions[first.Lower] || relatives[first.Lower] || conjunctions[first.Lower] || isAdverb(first) || pastLike(first) || first.Is("to", "asked", "noting", "speaking", "according", "today", "yesterday", "next", "last", "earlier", "later", "this") {
		return false
	}
	for i := r.from; i < r.to; i++ {
		if auxiliaries[t[i].Lower] || weekdays[t[i].Lower] || i > r.from && pastLike(t[i]) && !(i+1 < r.to && !prepositions[t[i+1].Lower]) || i > r.from && isGerund(t[i]) && t[i-1].Lower == "," {
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

func hasAnd(t []lang.Token, from, to int) bool {
	for i := from; i < to; i++ {
		if t[i].Lower == "and" {
			return true
		}
	}
	return false
}

// firstVerb returns the first token of r that looks like a finite verb, or
// r.to.
func firstVerb(t []lang.Token, r run) int {
	for i := r.from + 1; i < r.to; i++ {
		if !pastLike(t[i]) || t[i-1].Lower == "," && !irregularFinite[t[i].Lower] && i+1 < r.to && prepositions[t[i+1].Lower] {
			continue // ", held at the palace,"
		}
		if auxiliaries[t[i].Lower] && i+1 < r.to {
			for k := i + 1; k < r.to && k < i+5; k++ {
				if pastLike(t[k]) && !auxiliaries[t[k].Lower] {
					return k
				}
			}
		}
		return i
	}
	return r.to
}

// trimRun strips marks and conjunctions off both ends of r.
func trimRun(t []lang.Token, r run) run {
	for r.from < r.to && (t[r.from].Kind == lang.Punct && t[r.from].Lower != "(" && t[r.from].Lower != "$" || t[r.from].Is("and", "or", "but", "also", "as", "well") && !(t[r.from].Is("as") && r.from+1 < r.to && !t[r.from+1].Is("well"))) {
		r.from++
	}
	for r.from < r.to && (t[r.to-1].Kind == lang.Punct && t[r.to-1].Lower != ")" && t[r.to-1].Lower != "%" || t[r.to-1].Is("and", "or", "but", "as")) {
		r.to--
	}
	return r
}

// irregularFinite are past forms that are no participles.
var irregularFinite = words("said took gave began spoke went came saw became wrote rose fell grew knew drew flew did had was were is are has have will would can could may might must should shall")
