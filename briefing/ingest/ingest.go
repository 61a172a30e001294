package ingest

import (
	"context"
	"fmt"
	"io"

	"example.org/attache/briefing"
)

// Options say how files are read. The zero value is the usual.
type Options struct {
	// Encoding is the IANA name of the file's encoding, such as
	// "windows-1252", for a file whose own is detected wrongly. "" detects.
	Encoding string
}

// Result is one file, read.
type Result struct {
	Article  *briefing.Article
	Notes    []Note
	Original []byte // the file's bytes
}

// Read reads an article from r, in this process. name is the file's name; of
// a path only the last element is used. Errors wrap briefing.ErrTooLarge,
// ErrEmpty, ErrUnsupported or ErrDamaged, or are r's own.
func Read(name string, r io.Reader) (*briefing.Article, []Note, error) {
	return nil, nil, fmt.Errorf("read %s: %w", name, briefing.ErrUnsupported)
}

// ReadFile reads one file, kinds with a complicated grammar in a child
// process. To read many files use a Reader, which keeps its children.
func ReadFile(ctx context.Context, path string, o Options) (Result, error) {
	r := NewReader(o)
	defer r.Close()
	return r.File(ctx, path)
}

// Reader reads files, several at a time if asked to, and keeps the child
// processes it needs. It is safe for concurrent use. Close it after use.
type Reader struct{ o Options }

// NewReader returns a Reader. It starts no process until one is needed.
func NewReader(o Options) *Reader { return &Reader{o} }

// File reads the file at path. Errors are as for Read, or the system's; they
// name the file.
func (r *Reader) File(ctx context.Context, path string) (Result, error) {
	return Result{}, fmt.Errorf("read %s: %w", path, briefing.ErrUnsupported)
}

// Bytes reads a file's bytes that are at hand already, such as pasted text.
func (r *Reader) Bytes(ctx context.Context, name string, data []byte) (Result, error) {
	return Result{}, fmt.Errorf("read %s: %w", name, briefing.ErrUnsupported)
}

// Close ends the child processes.
func (r *Reader) Close() {}

// ChildMain is the child process's main: it must be called first thing in the
// program's, with os.Args[1:]. It reports whether the process was a child; if
// so its work is done and the program is to exit.
func ChildMain(args []string) (handled bool) { return false }
