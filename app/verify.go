package app

import (
	"context"
	"errors"
)

// VerifyReport says which words of an exported briefing stand in its articles.
type VerifyReport struct {
	Words    int // checked; fixed labels and the analyst's own lines are not
	Untraced []UntracedWord
}

// UntracedWord is a word that stands in none of the articles.
type UntracedWord struct {
	Word    string
	Context string // the words around it
	Line    int    // of the file's text, from 1
}

// Verify checks an exported PDF, Markdown or JSON file against its articles.
// Without article files, the articles are looked for in the library.
func (a *App) Verify(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	return VerifyReport{}, errors.ErrUnsupported
}

// VerifyFiles is Verify without a library.
func VerifyFiles(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	return VerifyReport{}, errors.ErrUnsupported
}
