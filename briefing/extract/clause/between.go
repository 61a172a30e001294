// Package clause reads the tokens around a verb: its subject, its object, what
// they list, how far they run. It owns the closed classes of English words that
// cut a sentence into clauses, and the patterns of words that rules look for.
// Ranges are half-open and count tokens of the sentence.
//
// It does not own the full reading of a sentence (package parse), and knows no
// names.
package clause

// Between returns the tokens [from, to).
func Between(from, to int) Run { return Run{From: from, To: to} }
