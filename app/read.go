package app

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/store"
)

// source is a file to be read, or bytes that are at hand.
type source struct {
	path     string
	contents []byte
	given    bool // contents are the file's
}

// readFile is an article of a file that was read, or why the file was not.
type readFile struct {
	path string
	ingest.Held
	original []byte // the bytes of the file
	rows     copies.Rows
	err      error
	more     []readFile          // the file's other articles
	taken    *store.TakenArticle // the article, if the file was read before and need not be again
}

// FileError is a file that no article could be made of.
type FileError struct {
	Name string // base name
	Err  error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Name, e.Err) }

// Unwrap returns the error behind it.
func (e *FileError) Unwrap() error { return e.Err }

// readOptions say how files are read.
type readOptions struct {
	workers int // files at a time; 0 is one per processor
	ingest.Options
	// taken returns the articles of a file that was read before, by the hash of
	// its bytes, or nil; it may be nil.
	taken func(ctx context.Context, hash [sha256.Size]byte) ([]store.TakenArticle, error)
	told  told // what lists say of the files
}

// read reads files with several workers and calls keep with batches of their
// articles, in the order of files whichever is read first.
func (a *App) read(ctx context.Context, files []source, o ImportOptions, keep func([]readFile) error) error {
	all := readOptions{workers: a.options.MaxWorkers, Options: o.ingest(), told: o.told}
	if reader := o.reader(); reader != "" {
		all.taken = func(ctx context.Context, hash [sha256.Size]byte) ([]store.TakenArticle, error) {
			again, err := a.library().Taken(ctx, hash, reader)
			return again, a.failed(err)
		}
	}
	return readAll(ctx, files, all, keep)
}

func readAll(ctx context.Context, files []source, o readOptions, keep func([]readFile) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ahead := startReading(ctx, files, o)
	defer ahead.reader.Close()
	for {
		batch := ahead.batch(ctx)
		if ctx.Err() != nil {
			batch = finished(batch)
		}
		if len(batch) > 0 {
			if err := keep(articlesOf(batch)); err != nil {
				return err
			}
		}
		if len(batch) == 0 || ctx.Err() != nil {
			return ctx.Err()
		}
	}
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

// articlesOf returns the articles of files one after the other.
func articlesOf(files []readFile) []readFile {
	var all []readFile
	for _, f := range files {
		all = append(all, f)
		all = append(all, f.more...)
	}
	return all
}

func readOne(ctx context.Context, reader *ingest.Reader, f source, o readOptions) readFile {
	if !f.given {
		var err error
		if f.contents, err = ingest.Load(f.path); err != nil {
			return readFile{path: f.path, err: err}
		}
	}
	if o.taken != nil && !o.told.tells(f.path) {
		again, err := takenAgain(ctx, f, o.taken)
		if err != nil || again.taken != nil {
			again.err = err
			return again
		}
	}
	r, err := reader.Bytes(ctx, f.path, f.contents)
	if err != nil {
		return readFile{path: f.path, err: err}
	}
	o.told.give(f.path, &r)
	var all []readFile
	for _, h := range r.All() {
		h.Article.Paragraphs = extract.Paragraphs(h.Article)
		all = append(all, readFile{path: f.path, Held: h, original: r.Original, rows: copies.RowsOf(h.Article)})
	}
	all[0].more = all[1:]
	return all[0]
}

// takenAgain is a file that was read before: its articles, without their
// texts.
func takenAgain(ctx context.Context, f source, taken func(context.Context, [sha256.Size]byte) ([]store.TakenArticle, error)) (readFile, error) {
	articles, err := taken(ctx, sha256.Sum256(f.contents))
	if err != nil || len(articles) == 0 {
		return readFile{path: f.path}, err
	}
	all := make([]readFile, len(articles))
	for i := range articles {
		all[i] = readFile{path: f.path, taken: &articles[i]}
	}
	all[0].more = all[1:]
	return all[0], nil
}

// eventAgain is the event of an article of a file that was read before.
func (f readFile) eventAgain() ImportEvent {
	a := f.taken
	e := ImportEvent{Path: f.path, Name: filepath.Base(f.path), State: Same, Article: a.ID, Title: a.Title, Outlet: a.Outlet,
		Published: a.Published, Paragraphs: a.Paragraphs, Part: a.Source.Part, Parts: a.Source.Parts, Inside: a.Source.Inside, Language: a.Language}
	if read := a.Source.Encoding; read != "utf-8" {
		e.ReadAs = read
	}
	return e
}

// event is the event of an article that was read and added.
func (f readFile) event() ImportEvent {
	e := ImportEvent{Path: f.path, Name: filepath.Base(f.path), State: Added, Article: f.Article.ID,
		Title: f.Article.Title, Outlet: f.Article.Outlet, Published: f.Article.Published, Paragraphs: len(f.Article.Paragraphs),
		Part: f.Article.Source.Part, Parts: f.Article.Source.Parts, Inside: f.Article.Source.Inside, Language: f.Article.Language}
	for _, n := range f.Notes {
		e.Notes = append(e.Notes, sentence(n.Text))
	}
	if l := otherLanguage(f.Article.Language); l != "" {
		e.Notes = append(e.Notes, "The text is in another language ("+l+"): findings are English only")
	}
	if read := f.Article.Source.Encoding; read != "utf-8" {
		e.ReadAs = read
	}
	if e.Odd = f.has(ingest.EncodingOdd); e.Odd {
		e.Encoding = betterEncoding(f.original, f.Article.Source.Encoding)
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
