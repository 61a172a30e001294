package parse

import "strings"

// Pos is the part of speech of a word, as coarse as clauses need it.
type Pos uint8

// The parts of speech.
const (
	Noun Pos = iota
	Name     // a capital word
	Pron
	Det
	Adj
	Num
	Verb
	Aux   // be, have, do
	Modal // will, may
	To    // before a verb
	Not   // not, n't, never
	Prep
	Conj // and, or, but
	Sub  // because, if, that before a clause
	Rel  // who, which, that behind a noun
	Adv
	Poss // 's
	Mark
)

var posNames = [...]string{"noun", "name", "pronoun", "determiner", "adjective", "number", "verb", "auxiliary", "modal", "to", "not", "preposition", "conjunction", "subordinator", "relative", "adverb", "possessive", "mark"}

func (p Pos) String() string { return posNames[p] }

// nominal reports whether the word may stand in a noun phrase.
func (p Pos) nominal() bool { return p <= Num || p == Poss }

// closed are the closed sets of English: words that no text adds to.
var closed = sets(map[Pos]string{
	Det: `the a an this these those his her its their our my your some any each every both all several many no another such
		either neither what whose few much more most half enough`,
	Pron: `he she they it we i you him them us me himself herself itself themselves ourselves myself everyone everybody
		someone somebody anyone anybody nobody none nothing everything something anything one there mine theirs ours`,
	Prep: `of in on at for from by with about over under between among amongst against through across during within into onto upon
		without toward towards regarding concerning around beyond throughout amid amidst via per like despite behind beside besides
		beneath near off out up down inside outside alongside including following above below along than versus vs plus except
		aboard atop notwithstanding pending respecting touching barring`,
	Conj:  `and or but nor yet &`,
	Sub:   `because although though while whereas if unless until when whenever wherever whether lest once how why where since as after before so till`,
	Rel:   `who which whom`,
	Modal: `will would shall should can ca could may might must 'll ’ll wo 'd ’d cannot ought`,
	Not:   `not n't n’t never`,
	Adv: `also again then now soon still already just only even too very here there together today yesterday tomorrow tonight later
		earlier ago further instead rather however therefore moreover meanwhile perhaps maybe else away back forward ahead abroad
		home well once twice thus hence often always sometimes almost nearly quite abruptly apart jointly yet far long first`,
	Aux: `be is are was were been being am has have had having do does did 's 've 're 'm ’ve ’re ’m`,
	Adj: `new old other own high low joint large great good bad main major key senior top free full early late recent private open
		strong weak next last second third fourth fresh frank candid broad wide deep common separate short long same similar
		different certain various whole big small former current present own foreign domestic mutual bilateral due ready likely
		unlikely able unable willing unwilling prepared keen eager aware possible impossible important urgent tough hard difficult
		better best worse worst less least wider broader deeper closer stronger higher lower greater larger smaller further
		two-day three-day one-day four-day five-day latest human nuclear post-war ongoing upcoming forthcoming outstanding
		mixed joint daily weekly monthly annual two-way face-to-face high-level top-level`,
})

func sets(m map[Pos]string) map[string]Pos {
	out := map[string]Pos{}
	for _, p := range []Pos{Num, Adj, Adv, Sub, Prep, Rel, Conj, Det, Pron, Not, Modal, Aux} { // the later wins
		for w := range strings.FieldsSeq(m[p]) {
			out[w] = p
		}
	}
	return out
}

// be, have and do, apart from the other auxiliaries.
var (
	beForms   = sets(map[Pos]string{Aux: "be is are was were been being am 's 're 'm ’re ’m"})
	haveForms = sets(map[Pos]string{Aux: "has have had having 've ’ve"})
	doForms   = sets(map[Pos]string{Aux: "do does did"})
)

// nominative are the pronouns that are subjects.
var nominative = sets(map[Pos]string{Pron: "he she they it we i you there everyone everybody nobody someone"})

// numberWords are numbers in words.
var numberWords = sets(map[Pos]string{Num: "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty hundred thousand million billion dozen"})

// either are prepositions before a noun and subordinators before a clause.
var either = sets(map[Pos]string{Sub: "since as after before until till once"})

// adjectival are endings of adjectives.
var adjectival = [...]string{"al", "ic", "ive", "ary", "ous", "ful", "less", "able", "ible", "ish"}

func adjectiveLike(w string) bool {
	for _, s := range adjectival {
		if len(w) > len(s)+2 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return strings.HasSuffix(w, "-based") || strings.HasSuffix(w, "-led") || strings.HasSuffix(w, "-term")
}
