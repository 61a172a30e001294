package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	"example.org/attache/briefing"
)

// This file is the parent's side of a child process: the same program,
// started with a hidden argument, that reads one file after the other.
//
//	parent ── {"name":…,"size":n}\n and n bytes ──► stdin   child
//	       ◄── {"article":…,"notes":…,"more":true}\n, for each article, ── stdout
//	           then {}\n or {"error":…}\n
//
// The child has no environment and may write no file. A child that takes too
// long, says too much or dies is ended; the file gets an error and the next
// one a new child.

// childArgument makes the program a child, and fillArgument one that fills the
// cache folder named after it and ends. See ChildMain.
const (
	childArgument = "__read-saved-files"
	fillArgument  = "__translate-reader"
)

// request goes before a file's bytes; or it is for the child to start the
// engine of a kind, before it meets any such file, and is without bytes.
type request struct {
	Name     string `json:"name"`
	Encoding string `json:"encoding,omitempty"`
	Whole    bool   `json:"whole,omitempty"`
	Size     int    `json:"size"`
	Start    bool   `json:"start,omitempty"`
	Cache    string `json:"cache,omitempty"` // folder of the engine's translation

	limit time.Duration // for the child's answer, if longer than the usual
}

// answer is what the child made of a file: of one that holds several articles
// an answer for each, and an empty one at the end.
type answer struct {
	Held
	More    bool          `json:"more,omitempty"` // another answer follows
	Foreign *ForeignError `json:"foreign,omitempty"`
	Code    string        `json:"code,omitempty"`  // of the sentinel, if it failed
	Error   string        `json:"error,omitempty"` // the whole message
	Why     string        `json:"why,omitempty"`   // of a briefing.RefusedError
	Do      string        `json:"do,omitempty"`
	Started bool          `json:"started,omitempty"`
	Cold    bool          `json:"cold,omitempty"` // the cache folder did not have the translation
}

// err returns the child's error with its sentinel.
func (a answer) err() error {
	if a.Foreign != nil {
		return a.Foreign
	}
	if a.Error == "" {
		return nil
	}
	if a.Do != "" {
		return &briefing.RefusedError{Kind: sentinels[a.Code], Why: a.Why, Do: a.Do}
	}
	return &childError{a.Error, sentinels[a.Code]}
}

// childError is an error that came from a child: its words, and the sentinel
// they contain.
type childError struct {
	text     string
	sentinel error
}

func (e *childError) Error() string { return e.text }
func (e *childError) Unwrap() error { return e.sentinel }

// child is a running child process.
type child struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	stderr  *firstBytes
	limit   time.Duration // for one file
	overran bool          // it was ended for taking too long or saying too much
	started bool          // its engine runs
}

// ErrNoReader reports that the program could not be started as its own child,
// as where its file was removed or the system hides it. The file that was to
// be read is not at fault.
var ErrNoReader = errors.New("the reader of such files could not be started")

// startSelf starts this program as a child.
func startSelf() (*child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrNoReader, err)
	}
	return startChild(exec.Command(self, childArgument), TimeLimit)
}

func startChild(cmd *exec.Cmd, limit time.Duration) (*child, error) {
	c := &child{cmd: cmd, stderr: &firstBytes{}, limit: limit}
	cmd.Env = []string{"GOTRACEBACK=none"} // and nothing of ours
	cmd.Stderr = c.stderr
	var err error
	if c.in, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReaderSize(out, 64<<10)
	if err := cmd.Start(); err != nil {
		return c, fmt.Errorf("%w: %v", ErrNoReader, err)
	}
	return c, nil
}

// ask has the child read a file and returns its articles. The time that is
// allowed is for each of them. After an error the child is gone; the articles
// it had read by then are good.
func (c *child) ask(ctx context.Context, q request, data []byte) (a answer, all []Held, err error) {
	var late atomic.Bool
	limit := max(c.limit, q.limit)
	timer := time.AfterFunc(limit, func() {
		late.Store(true)
		c.cmd.Process.Kill()
	})
	defer timer.Stop()
	stopWatching := context.AfterFunc(ctx, func() { c.cmd.Process.Kill() })
	defer stopWatching()

	last := time.Now().Add(manyLimit)
	a, all, err = c.exchange(q, data, func() { timer.Reset(min(limit, time.Until(last))) })
	if err == nil {
		return a, all, nil
	}
	c.cmd.Process.Kill()
	c.in.Close()
	end := c.cmd.Wait()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return answer{}, nil, ctx.Err()
	case late.Load():
		c.overran = true
		return answer{}, all, fmt.Errorf("%w: reading it took longer than %v and was stopped", briefing.ErrDamaged, limit)
	case errors.Is(err, errTooMuch):
		c.overran = true
		return answer{}, all, fmt.Errorf("%w: %w", briefing.ErrTooLarge, err)
	case errors.As(end, &exit) && exit.ExitCode() == outOfMemory || strings.Contains(c.stderr.String(), "memory"):
		return answer{}, all, fmt.Errorf("%w: reading it needs more memory than a file may take", briefing.ErrTooLarge)
	}
	return answer{}, all, fmt.Errorf("%w: the reading process failed on it", briefing.ErrDamaged)
}

var errTooMuch = errors.New("what it holds is longer than an article may be")

// exchange sends a file and receives the answers; got is called after each.
func (c *child) exchange(q request, data []byte, got func()) (a answer, all []Held, err error) {
	line, err := json.Marshal(q)
	if err != nil {
		return answer{}, nil, err
	}
	if _, err := c.in.Write(append(line, '\n')); err != nil {
		return answer{}, nil, err
	}
	if _, err := c.in.Write(data); err != nil {
		return answer{}, nil, err
	}
	for size := 0; ; {
		reply, err := c.line()
		if err != nil {
			return answer{}, all, err
		}
		if size += len(reply); size > outputMost {
			return answer{}, all, errTooMuch
		}
		a = answer{}
		if err := json.Unmarshal(reply, &a); err != nil {
			return answer{}, all, err
		}
		if !a.More {
			if a.Error == "" && a.Foreign == nil && !a.Started && len(all) == 0 {
				return answer{}, all, errUnsound
			}
			return a, all, nil
		}
		if !a.sound() || len(all) >= heldMost {
			return answer{}, all, errUnsound
		}
		all = append(all, a.Held)
		got()
	}
}

var errUnsound = errors.New("unsound answer")

// line reads one answer.
func (c *child) line() ([]byte, error) {
	var reply []byte
	for {
		part, err := c.out.ReadSlice('\n')
		if len(reply)+len(part) > outputLimit {
			return nil, errTooMuch
		}
		reply = append(reply, part...)
		if err == nil {
			return reply, nil
		}
		if err != bufio.ErrBufferFull {
			return nil, err
		}
	}
}

// sound reports whether an article is what an article must be. What comes
// from a process that has met hostile bytes is believed no further.
func (a answer) sound() bool {
	if a.Article == nil || a.Article.ID != briefing.IDOf(a.Article.Text) {
		return false
	}
	end := 0
	for _, p := range a.Article.Paragraphs {
		if p.Start < end || !p.Valid(a.Article.Text) {
			return false
		}
		end = p.End
	}
	return true
}

// stop ends an idle child.
func (c *child) stop() {
	c.in.Close()
	c.cmd.Process.Kill()
	c.cmd.Wait()
}

// firstBytes keeps the first bytes written to it.
type firstBytes struct{ bytes.Buffer }

func (b *firstBytes) Write(p []byte) (int, error) {
	const most = 4 << 10
	b.Buffer.Write(p[:min(len(p), most-min(most, b.Len()))])
	return len(p), nil
}
