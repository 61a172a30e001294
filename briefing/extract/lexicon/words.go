// Package lexicon reads the files of assets/lexicon, one row a line, and sets of
// words written in one string. It does not own what a word means: each reader
// does.
package lexicon
