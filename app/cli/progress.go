package cli

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// progress shows how far a long command is, on one line that is written again
// and again, if a person looks on: how much is done, how fast, how long it
// will take.
type progress struct {
	w     io.Writer // nil to show nothing
	now   func() time.Time
	begun time.Time
	last  time.Time
	shown int    // runes on the line
	what  string // is being done; "" for the reading of files
}

// progress returns the line for a command that begins now.
func (c *command) progress() *progress {
	p := &progress{now: time.Now, begun: time.Now()}
	if isTerminal(c.Stderr) {
		p.w = c.Stderr
	}
	return p
}

const (
	firstShown = time.Second            // what is done sooner needs no line
	shownEvery = 200 * time.Millisecond // between two of them
)

// tell says that done of total are done.
func (p *progress) tell(done, total int) {
	now := p.now()
	if p.w == nil || now.Sub(p.begun) < firstShown || now.Sub(p.last) < shownEvery || done == 0 {
		return
	}
	p.last = now
	line := progressLine(p.what, done, total, now.Sub(p.begun))
	fmt.Fprint(p.w, "\r"+line+strings.Repeat(" ", max(0, p.shown-len(line))))
	p.shown = len(line)
}

// clear takes the line away, so that others can be written.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprint(p.w, "\r"+strings.Repeat(" ", p.shown)+"\r")
		p.shown = 0
	}
}

// progressLine is "120 of 400 files, 15 a second, 19 s left".
func progressLine(what string, done, total int, passed time.Duration) string {
	rate := float64(done) / passed.Seconds()
	s := fmt.Sprintf("%d of %d files, ", done, total)
	if what != "" {
		s = fmt.Sprintf("%s: %d of %d, ", what, done, total)
	}
	if rate >= 1 {
		s += fmt.Sprintf("%.0f a second", rate)
	} else {
		s += fmt.Sprintf("%.0f a minute", rate*60)
	}
	left := time.Duration(float64(total-done) / rate * float64(time.Second))
	switch {
	case left >= 2*time.Hour:
		return s + fmt.Sprintf(", %.0f h left", left.Hours())
	case left >= 2*time.Minute:
		return s + fmt.Sprintf(", %.0f min left", left.Minutes())
	}
	return s + fmt.Sprintf(", %.0f s left", left.Seconds())
}

// telling returns a function that tells a person at a terminal how far a long
// work is, and one that ends the line. Where nobody watches, it tells nothing.
func (c *command) telling(what string) (tell func(done, total int), end func()) {
	p := c.progress()
	if p.w == nil {
		return func(int, int) {}, func() {}
	}
	p.what = what
	return p.tell, p.clear
}
