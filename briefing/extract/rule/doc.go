// Package rule reads and matches extraction rules, which are data with their
// examples beside them (assets/rules). It owns the language and the matching.
// It does not know English beyond what package parse tells, nor who people
// are: that is asked of the caller (Known).
//
//	rule   agenda.discussed
//	verb   discuss debate
//	frame  who=subject topic=object
//	needs  who is table
//	not    topic has <press>
//	real   told planned
//	gives  topic
//	right  200 of 214
//	ok     [who The ministers] discussed [topic fishing rights].
//	ok     [topic Fishing rights] were discussed.
//	no     The ministers did not discuss fishing rights.
//
// A rule hangs on verbs (lemmas) or on nouns (words as they stand), where
// <event> is every noun of a class of assets/lexicon/words.tsv. "verb exchange
// views|notes" needs an object with one of the words.
//
// The frame names roles by what the words are in the clause: subject, object
// (both as if the clause were active), that (a clause with "that"), to (an
// infinitive), or prepositions ("on|about"). A role with "?" may be missing.
// A rule without all its other roles does not fire.
//
// Conditions name a role, or what a role may be, and what it needs or must
// not have:
//
//	needs who is table          the caller says what it is
//	not   topic has visa|<bid>  a word in it
//	needs topic head deal       the head of its noun phrase
//	needs object begins the|a   its first word
//	not   clause has letter     in the clause; also "sentence"
//	not   verb is loose         reduced ("issues raised"), loose (an infinitive
//	                            or participle of no meeting), relative ("whom
//	                            they consider"), pledged ("agreed to discuss"),
//	                            willing ("keen to discuss"), passive, perfect
//	not   noun is named         part of a name
//
// real lists the realities (package parse) in which the rule fires; without
// it, told and planned.
//
// right counts, over the annotated articles, how often the rule was right; it
// is written by "make calibrate", never by hand.
package rule
