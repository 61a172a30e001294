package parse

import "example.org/attache/briefing/extract/words"

// Group is a verb with its auxiliaries: "had not been told", "to agree".
type Group struct {
	Run
	Head       int    // the verb's own token
	Lemma      string // of the verb
	Modal      string // "will", "may"; "be to" for "are to meet"
	Form       words.Form
	Passive    bool
	Perfect    bool
	Continuous bool // is meeting
	Negated    bool // by a word inside the group
	Infinitive bool
}

// Finite reports whether the verb may be that of a clause of its own.
func (g Group) Finite() bool { return !g.Infinitive && g.Form&(words.Past|words.Third|words.Base) != 0 }

// Kind is how a clause hangs in its sentence.
type Kind uint8

// The kinds of clauses.
const (
	Main       Kind = iota
	Coordinate      // and agreed: the subject of the clause before
	Complement      // said that …, said …
	Relative        // which …, who …
	Adverbial       // if …, because …
	Infinitive      // to agree
	Gerund          // of agreeing, after meeting
	Participle      // signed in May, saying that
)

var kindNames = [...]string{"main", "coordinate", "complement", "relative", "adverbial", "infinitive", "gerund", "participle"}

func (k Kind) String() string { return kindNames[k] }

// Clause is a verb with what belongs to it.
type Clause struct {
	Verb    Group
	Kind    Kind
	Marker  int // token of "if", "that", "which", or the preposition of a gerund; -1
	Parent  int // the clause it hangs in; -1
	Hook    int // the word that an infinitive or a noun's clause hangs on: "plan" to …; -1
	Subject Run // may be another clause's: of a coordinate clause, of an infinitive
	Rest    Run // what follows the verb, to where the clause ends
	Reality Reality
}

// builder finds the clauses of a sentence.
type builder struct {
	s    *Sentence
	real []bool // whether reality has been decided
}

// groups finds the verb groups; each is the verb of a clause.
func (b *builder) groups() {
	s := b.s
	for i := 0; i < len(s.Words); {
		switch s.Words[i].Pos {
		case To, Modal, Aux, Verb:
		case Not:
			if s.pos(i+1) != To && s.pos(i+1) != Verb {
				i++
				continue
			}
		default:
			i++
			continue
		}
		g := b.group(i)
		s.Clauses = append(s.Clauses, Clause{Verb: g, Marker: -1, Parent: -1, Hook: -1})
		i = g.To
	}
}

// group reads the verb group that begins at token i.
func (b *builder) group(i int) Group {
	s, t := b.s, b.s.Tokens
	g := Group{Run: Run{i, i}}
	last := Mark // the auxiliary before: Aux or Modal
	aux := ""
	for k := i; k < len(t); k++ {
		w := s.Words[k]
		switch w.Pos {
		case To:
			switch {
			case k == i || s.pos(i) == Not && k == i+1:
				g.Infinitive = true
			case beForms[aux] == Aux:
				g.Modal = "be to"
			case haveForms[aux] == Aux:
				g.Modal = "must"
			default:
				return g
			}
			aux, last = "", To
		case Modal:
			if last != Mark && last != To {
				return g
			}
			g.Modal, last = t[k].Lower, Modal
			g.Negated = g.Negated || t[k].Is("cannot")
		case Not:
			g.Negated = true
			continue
		case Adv:
			continue
		case Aux:
			if aux != "" && !(haveForms[aux] == Aux && t[k].Lower == "been") && !(beForms[aux] == Aux && t[k].Lower == "being") && !(t[k].Is("have", "had") && beForms[aux] != Aux) && !(doForms[aux] == Aux) {
				return g
			}
			g.Perfect = g.Perfect || haveForms[aux] == Aux
			aux, last = t[k].Lower, Aux
			g.Head, g.Form, g.Lemma = k, auxForm(aux, g), auxLemma(aux)
		case Verb:
			switch {
			case aux == "" || doForms[aux] == Aux:
			case w.Form&words.Ing != 0 && beForms[aux] == Aux:
				g.Continuous = true
			case w.Form&words.Participle != 0 && beForms[aux] == Aux:
				g.Passive = true
			case w.Form&words.Participle != 0 && haveForms[aux] == Aux:
				g.Perfect = true
			default:
				return g
			}
			if g.To > g.From && last == Mark && !g.Infinitive && g.Modal == "" && aux == "" {
				return g
			}
			g.Head, g.Lemma, g.To = k, w.Lemma, k+1
			if aux == "" && g.Modal == "" && !g.Infinitive {
				g.Form = w.Form
			} else if g.Form == 0 {
				g.Form = words.Base
			}
			return g
		default:
			return g
		}
		g.To = k + 1
	}
	return g
}

func auxForm(aux string, g Group) words.Form {
	switch {
	case g.Form != 0:
		return g.Form // the first auxiliary tells
	case aux == "being" || aux == "having":
		return words.Ing
	case aux == "been":
		return words.Participle
	case aux == "be" || aux == "have" && g.Modal != "":
		return words.Base
	}
	return words.Past // finite, whatever its tense
}

func auxLemma(aux string) string {
	switch {
	case beForms[aux] == Aux:
		return "be"
	case haveForms[aux] == Aux:
		return "have"
	}
	return "do"
}

// Future reports whether the verb tells what is to come or ought to.
func (g Group) Future() bool {
	switch g.Modal {
	case "will", "would", "shall", "'ll", "’ll", "should", "must", "be to":
		return true
	}
	return false
}
