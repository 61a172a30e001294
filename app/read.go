package app

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
)

// source is a file to be read, or bytes that are at hand.
type source struct {
	path     string
	contents []byte
	given    bool // contents are the file's
}

// readFile is a file that was read, or why it was not.
type readFile struct {
	path string
	ingest.Result
	fingerprint []uint64
	err         error
}

// FileError is a file that no article could be made of.
type FileError struct {
	Name string // base name
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Name, e.Err) }

// Unwrap returns the error behind it.
func (e *FileError) Unwrap() error { return e.Err }

const (
	// readAhead is how many files may be read and not yet kept: each holds
	// its bytes in memory.
	readAhead = 16
	// batchSize is how many files are kept in one transaction, if so many are
	// ready: syncing the disk takes as long for one as for many.
	batchSize = 16
)

// readOptions say how files are read.
type readOptions struct {
	workers  int    // files at a time; 0 is one per processor
	encoding string // of all of them; "" detects it
}

// read reads files with several workers and calls keep with batches of them,
// in the order of files whichever is read first.
func (a *App) read(ctx context.Context, files []source, encoding string, keep func([]readFile) error) error {
	return readAll(ctx, files, readOptions{a.options.MaxWorkers, encoding}, keep)
}

func readAll(ctx context.Context, files []source, o readOptions, keep func([]readFile) error) error {
	reader := ingest.NewReader(ingest.Options{Encoding: o.encoding})
	defer reader.Close()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := o.workers
	if workers <= 0 {
		workers = runtime.NumCPU()
	}
	workers = min(workers, readAhead)
	slots := make([]chan readFile, len(files))
	for i := range slots {
		slots[i] = make(chan readFile, 1)
	}
	ahead, busy := make(chan struct{}, readAhead), make(chan struct{}, workers)
	go func() {
		for i, f := range files {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			busy <- struct{}{}
			go func() {
				defer func() { <-busy }()
				slots[i] <- readOne(ctx, reader, f)
			}()
		}
	}()
	for i := 0; i < len(files); {
		var batch []readFile
		select {
		case f := <-slots[i]:
			batch = append(batch, f)
		case <-ctx.Done():
			return ctx.Err()
		}
		for more := true; more && i+len(batch) < len(files) && len(batch) < batchSize; {
			select {
			case f := <-slots[i+len(batch)]:
				batch = append(batch, f)
			default:
				more = false
			}
		}
		if ctx.Err() != nil {
			batch = finished(batch)
		}
		if len(batch) > 0 {
			if err := keep(batch); err != nil {
				return err
			}
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		i += len(batch)
		for range batch {
			<-ahead
		}
	}
	return nil
}

// finished returns the files of a batch up to the first that was not read
// because the work was stopped.
func finished(batch []readFile) []readFile {
	for i, f := range batch {
		if f.err != nil {
			return batch[:i]
		}
	}
	return batch
}

func readOne(ctx context.Context, reader *ingest.Reader, f source) readFile {
	out := readFile{path: f.path}
	if f.given {
		out.Result, out.err = reader.Bytes(ctx, f.path, f.contents)
	} else {
		out.Result, out.err = reader.File(ctx, f.path)
	}
	if out.err == nil {
		out.Article.Paragraphs = extract.Paragraphs(out.Article)
		out.fingerprint = ingest.Fingerprint(out.Article)
	}
	return out
}

// event is the event of a file that was read and added.
func (f readFile) event() ImportEvent {
	e := ImportEvent{Path: f.path, Name: filepath.Base(f.path), State: Added, Article: f.Article.ID,
		Title: f.Article.Title, Outlet: f.Article.Outlet, Published: f.Article.Published, Paragraphs: len(f.Article.Paragraphs)}
	for _, n := range f.Notes {
		e.Notes = append(e.Notes, sentence(n.Text))
	}
	if read := f.Article.Source.Encoding; read != "utf-8" {
		e.ReadAs = read
	}
	if e.Odd = f.has(ingest.EncodingOdd); e.Odd {
		e.Encoding = betterEncoding(f.Original, f.Article.Source.Encoding)
	}
	return e
}

func (f readFile) has(code ingest.NoteCode) bool {
	return slices.ContainsFunc(f.Notes, func(n ingest.Note) bool { return n.Code == code })
}

// keptOut makes an error of a file that a person has to look at before it is
// added.
func (f *readFile) keptOut() {
	if f.err == nil && f.has(ingest.EndsEarly) {
		f.err = ErrEndsEarly
	}
}

// ErrEndsEarly is a page that was cut off while it was saved. It is kept out
// unless it is added on purpose.
var ErrEndsEarly = fmt.Errorf("the file ends early: %w", briefing.ErrDamaged)

// failed is the event of a file that was not read.
func failed(path string, err error) ImportEvent {
	name := filepath.Base(path)
	return ImportEvent{Path: path, Name: name, State: Failed, Err: &FileError{name, err}}
}
