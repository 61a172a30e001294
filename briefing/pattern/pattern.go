// Package pattern keeps regular expressions until they are needed. A variable
// of a package is made whenever the program starts, and hundreds of expressions
// made then are a quarter of the time that "attache --version" may take.
package pattern

import (
	"regexp"
	"sync"
)

// New returns the regular expression of a text, which is compiled the first
// time it is asked for. It panics then if the text is none; the test of this
// package reads all that are written in the tree.
func New(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
