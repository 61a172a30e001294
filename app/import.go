package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/store"
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

// ImportEvent tells what became of one file, or of one of its articles, if it
// holds several.
type ImportEvent struct {
	Path, Name string // as given or found; base name
	// Of a file that holds several articles: which one this is, from 1, of how
	// many, and the file inside that it came from, if any. Else 0.
	Part, Parts int
	Inside      string
	Language    string // BCP 47, "" if unknown
	State       ImportState
	Article     briefing.ArticleID // the article added, or the one that was there
	Title       string
	Outlet      string
	Published   briefing.Date
	Paragraphs  int
	Similar     briefing.ArticleID // the article it shares text with
	SimilarTo   string             // its title or file name
	Shared      float64            // share of the smaller one's words, 0 to 1
	// Notes are worth a look: "No date found", "2 blocks left out".
	Notes  []string
	ReadAs string // the encoding it was read in, if not UTF-8
	Odd    bool   // some letters do not fit it
	// Encoding is the one that the letters speak for and all fit, if Odd and
	// there is one; else "".
	Encoding    string
	Err         error // why it failed: a *FileError
	Done, Total int   // files so far and in all
	// Offers are what the file, a list of references or links, tells of articles
	// in the library that lack it.
	Offers []Offer
}

// ImportReport tells what an import did, in the order the files were named,
// folders in the order of their file names.
type ImportReport struct {
	Events []ImportEvent
	// Added, Same, Similar and Failed count Events by State.
	Added, Same, Similar, Failed int
	Skipped                      int // files in folders that are hidden or of no known kind
	// Capped reports whether there were more files than are looked at.
	Capped bool
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
// or a library that cannot be written; what was added by then stays.
func (a *App) Import(ctx context.Context, paths []string, progress func(ImportEvent)) (ImportReport, error) {
	return a.ImportWith(ctx, paths, ImportOptions{}, progress)
}

// ImportOptions are what is said of files by a person who looked at them.
type ImportOptions struct {
	Anyway   bool   // add pages that end early, too
	Encoding string // of the files; "" detects it
	Whole    bool   // take a text of several articles for one
	// Parts are the articles to take of a file that holds several, by their
	// numbers from 1; nil takes all.
	Parts func(n int) bool
	told  told // what lists in the folders say of the files
}

// ingest returns the options of reading.
func (o ImportOptions) ingest() ingest.Options {
	return ingest.Options{Encoding: o.Encoding, Whole: o.Whole}
}

// reader names what reads files so, for files to be known again; "" if only
// some of what a file holds is taken.
func (o ImportOptions) reader() string {
	if o.Parts != nil || program() == "" {
		return ""
	}
	return fmt.Sprintf("%s %s %t %t", program(), o.Encoding, o.Whole, o.Anyway)
}

// wanted returns the articles of a batch that are to be taken.
func (o ImportOptions) wanted(batch []readFile) []readFile {
	if o.Parts == nil {
		return batch
	}
	return slices.DeleteFunc(batch, func(f readFile) bool {
		return f.err == nil && f.taken == nil && f.Article.Source.Parts > 0 && !o.Parts(f.Article.Source.Part)
	})
}

// ImportWith is Import with options.
func (a *App) ImportWith(ctx context.Context, paths []string, o ImportOptions, progress func(ImportEvent)) (ImportReport, error) {
	list := ingest.Walk(paths)
	r := ImportReport{Skipped: list.Skipped, Capped: list.Capped}
	var alone []string
	o.told, alone = lists(ctx, list, o.ingest())
	list.Files = append(list.Files, alone...)
	total, done := len(list.Problems)+len(list.Files), 0
	r.Events = make([]ImportEvent, 0, total) // of a large folder too large to be copied while it grows
	tell := func(events ...ImportEvent) {
		for _, e := range events {
			if e.Part <= 1 {
				done++
			}
			e.Done, e.Total = done, total
			r.add(e)
			if progress != nil {
				progress(e)
			}
		}
	}
	for _, p := range list.Problems {
		tell(failed(p.Path, p.Err))
	}
	var files []source
	for _, path := range list.Files {
		if a.library().Owns(path) { // SQLite alone may open it
			tell(failed(path, fmt.Errorf("it is the library itself: %w", briefing.ErrUnsupported)))
			continue
		}
		files = append(files, source{path: path})
	}
	err := a.read(ctx, files, o, func(batch []readFile) error {
		batch = o.wanted(batch)
		for i := range batch {
			if !o.Anyway {
				batch[i].keptOut()
			}
		}
		events, err := a.add(ctx, batch, o)
		tell(events...)
		return err
	})
	r.Stopped = ctx.Err() != nil
	return r, err
}

// ImportBytes adds one text that is not a file, such as the clipboard's. name
// is what the article's file is called; its ending says what kind it is. Of a
// text that holds several articles all are added and the first is told of;
// ImportText tells of all.
func (a *App) ImportBytes(ctx context.Context, name string, contents []byte) (ImportEvent, error) {
	return a.importBytes(ctx, name, contents, ImportOptions{})
}

// ImportText is ImportBytes of a text that may hold several articles: the report
// has an event for each.
func (a *App) ImportText(ctx context.Context, name string, contents []byte) (ImportReport, error) {
	var r ImportReport
	err := a.read(ctx, []source{{path: name, contents: contents, given: true}}, ImportOptions{}, func(batch []readFile) error {
		events, err := a.add(ctx, batch, ImportOptions{})
		for _, e := range events {
			e.Done, e.Total = 1, 1
			r.add(e)
		}
		return err
	})
	r.Stopped = ctx.Err() != nil
	return r, err
}

func (a *App) importBytes(ctx context.Context, name string, contents []byte, o ImportOptions) (ImportEvent, error) {
	var event ImportEvent
	err := a.read(ctx, []source{{path: name, contents: contents, given: true}}, o, func(batch []readFile) error {
		events, err := a.add(ctx, o.wanted(batch), o)
		if err == nil && len(events) == 0 {
			err = fmt.Errorf("article %s: %w", name, briefing.ErrNotFound)
		}
		if err == nil {
			event = events[0]
			event.Done, event.Total = 1, 1
		}
		return err
	})
	if err == nil {
		err = event.Err
	}
	return event, err
}

// UndoImport takes the articles that an import added out of the library
// again, but for those a briefing uses by now.
func (a *App) UndoImport(ctx context.Context, r ImportReport) error {
	var ids []briefing.ArticleID
	for _, e := range r.Events {
		if e.State != Added && e.State != Similar {
			continue
		}
		users, err := a.library().UsedBy(ctx, e.Article)
		if err != nil {
			return a.failed(err)
		}
		if len(users) == 0 {
			ids = append(ids, e.Article)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return a.Remove(ctx, ids)
}

func (r *ImportReport) add(e ImportEvent) {
	r.Events = append(r.Events, e)
	switch e.State {
	case Added:
		r.Added++
	case Same:
		r.Same++
	case Similar:
		r.Similar++
	case Failed:
		r.Failed++
	}
}

// add keeps a batch of files in one transaction and says what became of each.
func (a *App) add(ctx context.Context, batch []readFile, o ImportOptions) ([]ImportEvent, error) {
	ctx = context.WithoutCancel(ctx) // what was read is kept
	events := make([]ImportEvent, len(batch))
	var articles []store.NewArticle
	var rows []copies.Rows // of each article
	var at []int           // event of each article
	var err error
	for i, f := range batch {
		if ours := new(LibraryError); errors.As(f.err, &ours) {
			return nil, ours // no file's fault: none can be added
		}
		if f.err != nil {
			events[i] = failed(f.path, f.err)
			if events[i].Offers, err = a.offers(ctx, f.err); err != nil {
				return nil, err
			}
			continue
		}
		if f.taken != nil {
			events[i] = f.eventAgain()
			continue
		}
		events[i] = f.event()
		articles = append(articles, store.NewArticle{Article: f.Article, Original: f.original, Fingerprint: f.rows.Fingerprint(), Reader: o.reader()})
		rows = append(rows, f.rows)
		at = append(at, i)
	}
	if len(articles) == 0 {
		return events, nil
	}
	alike, err := a.alike(ctx, articles, rows)
	if err != nil {
		return nil, err
	}
	a.changing.Lock()
	defer a.changing.Unlock()
	states, err := a.library().Add(ctx, articles)
	if err != nil {
		return nil, a.failed(err)
	}
	var added []briefing.ArticleID
	for k, state := range states {
		e := &events[at[k]]
		if state == store.WasThere {
			e.State, e.Notes = Same, nil
			continue
		}
		added = append(added, e.Article)
		if m := alike[k]; m.article != "" {
			other, err := a.library().Article(ctx, m.article)
			if err != nil {
				return nil, a.failed(err)
			}
			e.State, e.Similar, e.SimilarTo, e.Shared = Similar, m.article, nameOf(other), m.shared
		}
	}
	if len(added) > 0 {
		a.events.publish(Event{Kind: ArticlesAdded, Articles: added})
	}
	return events, nil
}
