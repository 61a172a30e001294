package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/pdf"
)

// Options say how files are read. The zero value is the usual.
type Options struct {
	// Encoding is the name of the files' encoding, such as "windows-1252",
	// where the one that was detected is wrong. "" detects it. The names are
	// those of the WHATWG Encoding Standard.
	Encoding string

	engine *pdf.Engine // nil for that of this process
}

// Result is one file, read.
type Result struct {
	Article  *briefing.Article
	Notes    []Note
	Original []byte // the file's bytes
}

// Read reads an article from r in this process, whatever the kind. name is
// the file's; of a path only the last element is used. Errors name the file
// and wrap briefing.ErrTooLarge, ErrEmpty, ErrUnsupported or ErrDamaged, or
// are r's own.
//
// A hostile file can take long: for files from outside use a Reader.
func Read(name string, r io.Reader) (*briefing.Article, []Note, error) {
	name = baseName(name)
	data, err := load(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	k, err := kindOf(name, data)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	a, notes, err := k.parse(name, data, Options{})
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", name, err)
	}
	return a, notes, nil
}

// ReadFile reads one file, kinds with a complicated grammar in a child
// process under limits. To read many files use a Reader, which keeps its
// children.
func ReadFile(ctx context.Context, path string, o Options) (Result, error) {
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

// baseName returns the last element of a path as either kind of system writes
// it.
func baseName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		path = path[i+1:]
	}
	return path
}

// extOf returns the name's extension in lower case, with its dot.
func extOf(name string) string { return strings.ToLower(filepath.Ext(name)) }

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
