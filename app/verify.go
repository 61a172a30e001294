package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/ingest"
)

// VerifyReport answers two questions of an exported file apart: which of its
// words stand in the articles, and whether it is as it was exported.
type VerifyReport struct {
	Words    int            `json:"words"` // checked; fixed labels and the analyst's own lines are not
	Untraced []UntracedWord `json:"untraced"`
	// AsExported is yes, no, or unknown where the file does not carry what
	// was printed; then Why says why it does not.
	AsExported string         `json:"as_exported"`
	Why        string         `json:"why,omitempty"`
	Changes    []VerifyChange `json:"changes"`
	Notes      []string       `json:"notes,omitempty"` // what to know besides
}

// The answers to whether a file is as it was exported.
const (
	AsExported      = "yes"
	ChangedSince    = "no"
	ExportedUnknown = "unknown"
)

// Why a file does not tell whether it is as it was exported.
const (
	whyNotNoted = "it was exported by a version that did not note what it printed"
	whyNoRecord = "it was exported without trace data"
)

// VerifyChange is one difference between a file and what was exported.
type VerifyChange struct {
	trace.Change
	Says string `json:"says"` // in English: "line 12 was changed after export: …"
}

// UntracedWord is a word that stands in none of the articles.
type UntracedWord struct {
	Word    string `json:"word"`
	Context string `json:"context"` // the words around it
	Line    int    `json:"line"`    // of the file's text, from 1; 0 if the format has none
	Why     string `json:"why"`     // "" if the word is in none of the articles
}

// VerifyError is a file that could not be checked, for its own sake or for an
// article's.
type VerifyError struct {
	Name    string // base name of the exported file
	Article string // base name of the article's file that could not be read, or ""
	Err     error
}

func (e *VerifyError) Error() string {
	if e.Article != "" {
		return fmt.Sprintf("verify %s: article %s: %v", e.Name, e.Article, e.Err)
	}
	return fmt.Sprintf("verify %s: %v", e.Name, e.Err)
}

// Unwrap returns the error behind it.
func (e *VerifyError) Unwrap() error { return e.Err }

// Why a file that could be read cannot be checked.
var (
	errNoArticles    = fmt.Errorf("none of its articles is in the library: %w", briefing.ErrNotFound)
	errNotVerifiable = fmt.Errorf("its ending is none of .pdf, .docx, .md, .html and .json: %w", briefing.ErrUnsupported)
)

// Verify checks an exported file of any format. Without article files, the
// library's articles are what its words must stand in.
func (a *App) Verify(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	if len(articles) > 0 {
		return VerifyFiles(ctx, path, articles)
	}
	e, err := readExported(path)
	if err != nil {
		return VerifyReport{}, err
	}
	var list []*briefing.Article
	for _, ref := range e.Record.Articles {
		article, err := a.Article(ctx, ref.ID)
		if errors.Is(err, briefing.ErrNotFound) {
			continue // its words will be missed
		}
		if err != nil {
			return VerifyReport{}, err
		}
		list = append(list, article)
	}
	if len(list) == 0 {
		return VerifyReport{}, &VerifyError{Name: filepath.Base(path), Err: errNoArticles}
	}
	return e.verify(list), nil
}

// VerifyFiles is Verify without a library.
func VerifyFiles(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	e, err := readExported(path)
	if err != nil {
		return VerifyReport{}, err
	}
	reader := ingest.NewReader(ingest.Options{})
	defer reader.Close()
	var list []*briefing.Article
	for _, name := range articles {
		r, err := reader.File(ctx, name)
		if err != nil {
			return VerifyReport{}, &VerifyError{Name: filepath.Base(path), Article: filepath.Base(name), Err: err}
		}
		for _, h := range r.All() {
			list = append(list, h.Article)
		}
	}
	return e.verify(list), nil
}
