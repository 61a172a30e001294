package ingest

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// Reader reads files and keeps the child processes it needs, so that many
// files do not each pay for starting one. It is safe for concurrent use: as
// many files are read at once as there are processors. Close it after use.
type Reader struct {
	options draft.Options
	start   func() (*child, error) // of a new child process
	fill    func(context.Context, string) error
	slots   chan struct{} // one for each file being read in a child

	mu     sync.Mutex
	idle   []*child
	closed bool

	filling sync.Mutex
	cache   *string // folder of the engine's translation, once it was looked for
}

// NewReader returns a Reader. It starts no process until one is needed.
func NewReader(o draft.Options) *Reader {
	return &Reader{options: o, start: startSelf, fill: fillSelf, slots: make(chan struct{}, max(1, runtime.NumCPU()))}
}

// File reads the file at path. Errors are as for Read, or the system's, and
// name the file.
func (r *Reader) File(ctx context.Context, path string) (Result, error) {
	data, err := loadFile(path)
	if err != nil {
		return Result{}, &ReadError{draft.BaseName(path), err}
	}
	return r.Bytes(ctx, path, data)
}

// Bytes reads a file whose bytes are at hand already, such as pasted text.
func (r *Reader) Bytes(ctx context.Context, name string, data []byte) (Result, error) {
	name = draft.BaseName(name)
	all, err := r.read(ctx, name, data)
	if err != nil {
		return Result{}, &ReadError{name, err}
	}
	return Result{Held: all[0], More: all[1:], Original: data}, nil
}

// Close ends the child processes. Files being read are still finished.
func (r *Reader) Close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.closed = true
	for _, c := range r.idle {
		c.stop()
	}
	r.idle = nil
}

func (r *Reader) read(ctx context.Context, name string, data []byte) ([]Held, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) > MaxFile {
		return nil, tooLarge()
	}
	k, err := kindOf(name, data)
	if err != nil {
		return nil, err
	}
	if !k.risky {
		return gather(func(each func(Held)) error { return k.parse(name, data, r.options, each) })
	}
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for {
		c, fresh, err := r.take()
		if err != nil {
			return nil, fmt.Errorf("start the reading process: %w", err)
		}
		if k.engine != nil && k.engine(data) {
			if err := r.startEngine(ctx, c); err != nil {
				if c.overran || fresh || ctx.Err() != nil {
					return nil, err
				}
				continue
			}
		}
		answer, all, err := c.ask(ctx, request{Name: name, Encoding: r.options.Encoding, Whole: r.options.Whole, Size: len(data), limit: k.limit}, data)
		if err == nil {
			r.put(c)
			number(all)
			return all, answer.err()
		}
		if len(all) > 0 && ctx.Err() == nil { // what it had read before it was ended is good
			last := &all[len(all)-1]
			last.Notes = append(last.Notes, draft.Note{Code: draft.PartsLost, Text: "the rest of the file was not read: " + reason(err)})
			number(all)
			return all, nil
		}
		// A child that waited may have been ended by the system since.
		if c.overran || fresh || ctx.Err() != nil {
			return nil, err
		}
	}
}

// reason is what an error says without the kind of error that it is.
func reason(err error) string {
	s := err.Error()
	for _, kind := range sentinels {
		s = strings.TrimPrefix(s, kind.Error()+": ")
	}
	return s
}

// take returns an idle child, or a fresh one.
func (r *Reader) take() (c *child, fresh bool, err error) {
	r.mu.Lock()
	if n := len(r.idle); n > 0 {
		c, r.idle = r.idle[n-1], r.idle[:n-1]
		r.mu.Unlock()
		return c, false, nil
	}
	r.mu.Unlock()
	c, err = r.start()
	return c, true, err
}

func (r *Reader) put(c *child) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		c.stop()
		return
	}
	r.idle = append(r.idle, c)
}

// Load returns the bytes of the file at path, if Bytes could read them. Errors
// are as for File.
func Load(path string) ([]byte, error) {
	data, err := loadFile(path)
	if err != nil {
		return nil, &ReadError{draft.BaseName(path), err}
	}
	return data, nil
}

// loadFile reads the file at path, if it is a file: opening a pipe or device
// could wait for ever.
func loadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, plainError(err)
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("it is a folder: %w", briefing.ErrUnsupported)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("it is no ordinary file: %w", briefing.ErrUnsupported)
	case info.Size() > MaxFile:
		return nil, tooLarge()
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, plainError(err)
	}
	defer f.Close()
	return load(f)
}

// plainError takes the path out of a system's error: the file is named
// already, and paths stay out of messages.
func plainError(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}
