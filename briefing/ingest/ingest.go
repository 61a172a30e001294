package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// What a caller needs of how a file becomes an article.
type (
	Options  = draft.Options
	Note     = draft.Note
	NoteCode = draft.NoteCode
)

// The codes of notes that change what a caller does.
const (
	EndsEarly   = draft.EndsEarly
	EncodingOdd = draft.EncodingOdd
)

// Held is one article of a file, and what there is to say of how it was read.
type Held struct {
	Article *briefing.Article `json:"article"`
	Notes   []Note            `json:"notes,omitempty"`
}

// Result is one file, read: the articles it holds, in its order. The first one
// is Article, with the notes about the file as a whole.
type Result struct {
	Held
	More     []Held // the others
	Original []byte // the file's bytes
}

// All returns all articles of the file.
func (r Result) All() []Held { return append([]Held{r.Held}, r.More...) }

// Read reads an article from r in this process, whatever the kind; of a file
// that holds several the first. name is the file's; of a path only the last
// element is used. Errors name the file and wrap briefing.ErrTooLarge,
// ErrEmpty, ErrUnsupported or ErrDamaged, or are r's own.
//
// A hostile file can take long: for files from outside use a Reader.
func Read(name string, r io.Reader) (*briefing.Article, []draft.Note, error) {
	all, err := ReadAll(name, r)
	if err != nil {
		return nil, nil, err
	}
	return all[0].Article, all[0].Notes, nil
}

// ReadAll reads all articles of a file, as Read does: at least one.
func ReadAll(name string, r io.Reader) ([]Held, error) {
	name = draft.BaseName(name)
	data, err := load(r)
	if err != nil {
		return nil, &ReadError{name, err}
	}
	k, err := kindOf(name, data)
	if err != nil {
		return nil, &ReadError{name, err}
	}
	all, err := gather(func(each func(Held)) error { return k.parse(name, data, draft.Options{}, each) })
	if err != nil {
		return nil, &ReadError{name, err}
	}
	return all, nil
}

// gather collects the articles that parse hands on, and numbers them.
func gather(parse func(each func(Held)) error) ([]Held, error) {
	var all []Held
	if err := parse(func(h Held) { all = append(all, h) }); err != nil {
		return nil, err
	}
	number(all)
	return all, nil
}

// number says of the articles of a file which one of how many each is.
func number(all []Held) {
	if len(all) < 2 {
		return
	}
	for i, h := range all {
		h.Article.Source.Part, h.Article.Source.Parts = i+1, len(all)
	}
	all[0].Notes = append([]draft.Note{{Code: draft.Several, Text: fmt.Sprintf("%d articles in this file", len(all))}}, all[0].Notes...)
}

// ReadFile reads one file, kinds with a complicated grammar in a child
// process under limits. To read many files use a Reader, which keeps its
// children.
func ReadFile(ctx context.Context, path string, o draft.Options) (Result, error) {
	r := NewReader(o)
	defer r.Close()
	return r.File(ctx, path)
}

// load reads all of r, up to the limit.
func load(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxFile {
		return nil, tooLarge()
	}
	return data, nil
}

// ReadError is an error of reading a file.
type ReadError struct {
	Name string // of the file, without its folder
	Err  error
}

func (e *ReadError) Error() string { return "read " + e.Name + ": " + e.Err.Error() }

// Unwrap returns what was wrong.
func (e *ReadError) Unwrap() error { return e.Err }

// sentinels are the errors that keep their identity on the way from a child.
var sentinels = map[string]error{
	"unsupported": briefing.ErrUnsupported,
	"damaged":     briefing.ErrDamaged,
	"too-large":   briefing.ErrTooLarge,
	"empty":       briefing.ErrEmpty,
}

// codeOf returns the code of the sentinel that err wraps, or "damaged".
func codeOf(err error) string {
	for code, s := range sentinels {
		if errors.Is(err, s) {
			return code
		}
	}
	return "damaged"
}
