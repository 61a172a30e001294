package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
)

// ImportState is what became of one file.
type ImportState string

// The states of an imported file.
const (
	Added   ImportState = "added"
	Same    ImportState = "same"    // its text is in the library already
	Similar ImportState = "similar" // added; shares much of its text with another article
	Failed  ImportState = "failed"  // not added; Err says why
)

// ImportEvent tells what became of one file.
type ImportEvent struct {
	Path, Name string // as given or found; base name
	State      ImportState
	Article    briefing.ArticleID // the article added, or the one that was there
	Title      string
	Outlet     string
	Published  briefing.Date
	Paragraphs int
	Similar    briefing.ArticleID // the article it shares text with
	SimilarTo  string             // its title or file name
	Shared     float64            // share of the smaller one's words, 0 to 1
	// Notes are worth a look: "No date found", "2 blocks left out".
	Notes       []string
	Err         error
	Done, Total int // files so far and in all; Total grows while folders are read
}

// ImportReport tells what an import did, in the order the files were named,
// folders in the order of their file names.
type ImportReport struct {
	Events []ImportEvent
	// Added, Same, Similar and Failed count Events by State.
	Added, Same, Similar, Failed int
	// Stopped reports whether the import was cancelled; what it had added by
	// then stays.
	Stopped bool
}

// Articles returns the articles of the report that are in the library, added
// now or there before, each once.
func (r ImportReport) Articles() []briefing.ArticleID {
	var ids []briefing.ArticleID
	seen := map[briefing.ArticleID]bool{}
	for _, e := range r.Events {
		if e.State != Failed && e.Article != "" && !seen[e.Article] {
			seen[e.Article] = true
			ids = append(ids, e.Article)
		}
	}
	return ids
}

// Import adds files, and the files in folders, to the library. It never stops
// at a bad file; progress, which may be nil, hears of each file when it is
// done, one at a time. The error is of the whole import: a cancelled context
// or a library that cannot be written.
func (a *App) Import(ctx context.Context, paths []string, progress func(ImportEvent)) (ImportReport, error) {
	return ImportReport{}, errors.ErrUnsupported
}

// ImportBytes adds one text that is not a file, such as the clipboard's. name
// is what the article's file is called.
func (a *App) ImportBytes(ctx context.Context, name string, contents []byte) (ImportEvent, error) {
	return ImportEvent{}, errors.ErrUnsupported
}

// UndoImport takes the articles that an import added out of the library
// again, but for those a briefing uses by now.
func (a *App) UndoImport(ctx context.Context, r ImportReport) error { return errors.ErrUnsupported }
