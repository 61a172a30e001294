// Package parse reads a sentence once: which words are verbs, what is their
// subject and object, which clause hangs in which, and how real each is.
//
//	The envoys failed to agree on a date, Oslo said, but will meet again.
//	0 main, told                  [The envoys] FAILED [to agree on a date]
//	1 infinitive, denied, in 0    [The envoys] TO AGREE [on a date]
//	2 main, told                  [Oslo] SAID []
//	3 coordinate, planned         [The envoys] WILL MEET [again]
//
// It owns chunks, clauses, coordination and reality. It does not know who
// people are or what a rule looks for. The sets of grammatical words in
// closed.go are closed sets of English; all other words come from package
// words.
//
// Any tokens may go in. Every run lies in the sentence and a clause's parent
// stands before it. Package lang bounds the length of a sentence.
package parse
