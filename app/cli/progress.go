package cli

import (
	"fmt"
	"time"
)

// progressAfter is how long a work may take before it is told of.
const progressAfter = 2 * time.Second

// telling returns a function that tells a person at a terminal how far a long
// work is, and one that ends the line. Where nobody watches, it tells nothing.
func (c *command) telling(what string) (tell func(done, total int), end func()) {
	begun, told := time.Now(), false
	if !isTerminal(c.Stderr) {
		return func(int, int) {}, func() {}
	}
	tell = func(done, total int) {
		if time.Since(begun) > progressAfter {
			told = true
			fmt.Fprintf(c.Stderr, "\r%s: %d of %d", what, done, total)
		}
	}
	return tell, func() {
		if told {
			fmt.Fprintln(c.Stderr)
		}
	}
}
