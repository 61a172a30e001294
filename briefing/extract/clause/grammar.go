package clause

import (
	"strings"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// This file holds the closed classes of English words that cut a sentence
// into clauses. They decide most cases that a tagger would, at no cost.

// WordSet is a set of folded words.
type WordSet map[string]bool

var (
	// Determiners begin a noun phrase.
	Determiners = lexicon.Set("the a an this that these those our their his her its your my some any each every both all several many no another other")
	startsTopic = lexicon.Set("the a an our their his her your my ways how what whether why when where efforts steps measures plans issues matters possible")
	// Prepositions end what stands before them, unless it lists on.
	Prepositions = lexicon.Set("of in on at to for from by with about over under between among against through across during within into onto upon without after before toward towards regarding concerning around beyond throughout amid since until via per like despite")
	// Pronouns are those that may be a subject.
	Pronouns = lexicon.Set("he she they it we i you who")
	// Conjunctions join words or clauses.
	Conjunctions = lexicon.Set("and or but nor yet so")
	// Auxiliaries are the forms of be, have and do, and the modals.
	Auxiliaries = lexicon.Set("is are was were be been being am has have had having do does did will would shall should can could may might must 'll 've 're 'd")
	// beHave are those of them that alone show a clause.
	beHave = lexicon.Set("is are was were has had have")
	// Modals put a verb into what will, may or must be.
	Modals = lexicon.Set("will would shall should can could may might must 'll 'd")
	// Adverbs stand between a subject and its verb; see IsAdverb.
	Adverbs = lexicon.Set("also already then again further not never jointly now later earlier previously recently subsequently both all still just mainly largely only soon together initially reportedly separately first instead thus therefore n't")
	// Negations turn a verb round, or say that it came to nothing.
	Negations = lexicon.Set("not never n't no neither nor without failed fails fail unable refused refuses refuse declined declines denied denies ruled hardly cannot unlikely yet stopped")
	// Relatives begin a clause that hangs on the one before.
	Relatives = lexicon.Set("which who whom whose where when while whereas although though despite after before amid because but so as with if since until unless following given thus thereby yet marking making bringing leaving allowing reflecting")
	// Speech are verbs that tell of words.
	Speech = lexicon.Set("said says told tells added adds reported reports noted stated stressed announced confirmed wrote writes tweeted explained according quoted remarked commented declared replied revealed read reads continued emphasized emphasised insisted argued")
	// Weekdays are the days of the week.
	Weekdays = lexicon.Set("monday tuesday wednesday thursday friday saturday sunday")
	// Months are the months, in full and short.
	Months = lexicon.Set("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.")
	// EventNouns are nouns for a meeting of people or a time spent at one.
	EventNouns = lexicon.Set("meeting meetings talks discussions discussion negotiations negotiation summit conference conferences visit trip tour call conversation conversations dialogue consultations session sessions roundtable forum round stay lunch dinner audience encounter gathering interview briefing exchange exchanges seminar ceremony mission deliberations audience retreat get-together sitting proceedings workshop workshops dialogues roundtables")
	// Irregular are past forms and auxiliaries that do not end in -ed.
	Irregular = lexicon.Set("met held said told made gave took began spoke went came led saw left put set found became brought thought struck won lost got kept wrote sent paid built spent fell rose grew knew understood sought drew flew stood did had was were is are has have will would can could may might must should shall")
)

// Smaller groups that one rule or two ask for.
var (
	// pointsBack point from the second of two things to the first: "the port and its cost".
	pointsBack = lexicon.Set("its his her their others other")
	// ownTopic are prepositions that begin a topic of their own behind "and": "A and on B".
	ownTopic = lexicon.Set("on about over with")
	// behindNoun are prepositions by which a second noun has a phrase of its own: "complaints about mesh".
	behindNoun = lexicon.Set("about between over against from with")
	// objectPronouns are those that are no subject.
	objectPronouns = lexicon.Set("it them this him her us")
	// questions begin a question inside a sentence: "how that can be done".
	questions = lexicon.Set("how whether why when where")
	// opensInner begin a clause or a list inside a remark: no verb behind them is that of the remark.
	opensInner = lexicon.Set("that how what and including")
	// behindVerb stand behind a verb of report and show that it is one: "and both pledged to".
	behindVerb = lexicon.Set("to that on for his her their the a an its in with")
	// atEvent stand between "at" and an event: "at their summit".
	atEvent = lexicon.Set("a an the their his her today last this that talks")
	// inEvent stand between "in" and an event: "in separate talks".
	inEvent = lexicon.Set("their his her the a last talks separate")
	// beforeTopic open words that a sentence puts between a verb and its topic: "in a cordial manner".
	beforeTopic = lexicon.Set("in at among with on by over")
)

// IsAdverb reports whether the token stands between a subject and its verb
// without changing either.
func IsAdverb(t lang.Token) bool {
	return Adverbs[t.Lower] || t.Kind == lang.Word && len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ly") && !t.Capital()
}

// PastLike reports whether the token looks like a past form or a finite
// auxiliary.
func PastLike(t lang.Token) bool {
	if t.Kind != lang.Word || t.Capital() {
		return false
	}
	return Irregular[t.Lower] || len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ed") && !nounEd.Has(t.Lower)
}

// IsGerund reports whether the token looks like a verb in -ing.
func IsGerund(t lang.Token) bool {
	return t.Kind == lang.Word && len(t.Lower) > 5 && strings.HasSuffix(t.Lower, "ing") && !nounIng.Has(t.Lower) && !EventNouns[t.Lower]
}
