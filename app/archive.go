package app

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/store"
)

// A library can leave as a ZIP file that needs no Attaché to be read:
//
//	library.json             what the file is, and everything beside the articles
//	articles/000001.json     an article, with tags and details, in the order added
//	originals/SHA-256        the files as they were saved, each once
//
// The same library gives the same bytes.

// ArchiveSchema names the form of library.json.
const ArchiveSchema = "attache/library/1"

type archiveHead struct {
	Schema   string `json:"schema"`
	Articles int    `json:"articles"`
	store.Papers
}

type archiveArticle struct {
	*briefing.Article
	Given    json.RawMessage `json:"given"`
	SavedAt  time.Time       `json:"saved_at"`
	Removed  bool            `json:"removed"`
	Tags     []string        `json:"tags"`
	Original string          `json:"original,omitempty"` // its name in originals
}

// WriteArchive writes the whole library to a ZIP file. A file that is there is a
// *WriteError that wraps briefing.ErrConflict.
func (a *App) WriteArchive(ctx context.Context, path string, progress func(done, total int)) error {
	if _, err := os.Lstat(path); err == nil {
		return &WriteError{Path: path, Err: errTaken}
	}
	out, err := os.CreateTemp(filepath.Dir(path), ".attache-*")
	if err != nil {
		return &WriteError{Path: path, Err: plain(err)}
	}
	defer os.Remove(out.Name()) // gone already if all went well
	err = a.writeArchive(ctx, out, progress)
	if e := out.Sync(); err == nil {
		err = e
	}
	if e := out.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(out.Name(), path)
	}
	var library *LibraryError
	if err != nil && !errors.As(err, &library) && !errors.Is(err, context.Canceled) {
		return &WriteError{Path: path, Err: plain(err)}
	}
	return err
}

func (a *App) writeArchive(ctx context.Context, out io.Writer, progress func(done, total int)) error {
	z := zip.NewWriter(out)
	papers, err := a.library().Papers(ctx)
	if err != nil {
		return a.failed(err)
	}
	head := archiveHead{Schema: ArchiveSchema, Papers: papers}
	if head.Articles, err = a.library().Count(ctx); err != nil {
		return a.failed(err)
	}
	if err := putJSON(z, "library.json", head); err != nil {
		return err
	}
	kept, n := map[string]bool{}, 0
	err = a.library().Stock(ctx, func(s store.SavedArticle) error {
		n++
		x := archiveArticle{Article: s.Article, Given: s.Given, SavedAt: s.SavedAt.UTC(), Removed: s.Removed, Tags: s.Tags}
		if s.Original != nil {
			x.Original = hash(s.Original)
			if !kept[x.Original] {
				kept[x.Original] = true
				if err := putBytes(z, "originals/"+x.Original, s.Original); err != nil {
					return err
				}
			}
		}
		if progress != nil {
			progress(n, head.Articles)
		}
		return putJSON(z, fmt.Sprintf("articles/%06d.json", n), x)
	})
	if err != nil {
		return a.failed(err)
	}
	return z.Close()
}

func putJSON(z *zip.Writer, name string, v any) error {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	return putBytes(z, name, append(b, '\n'))
}

func putBytes(z *zip.Writer, name string, b []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}) // without a time: the same bytes every time
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// ReadArchive fills the library, which must be empty, with what WriteArchive
// wrote. A file that is damaged or something else is an *ArchiveError, and
// nothing of it stays visible.
func (a *App) ReadArchive(ctx context.Context, path string, progress func(done, total int)) (articles int, err error) {
	if empty, err := a.library().Empty(ctx); err != nil || !empty {
		if err == nil {
			return 0, &ArchiveError{a.Path(), errNotEmpty}
		}
		return 0, a.failed(err)
	}
	z, head, err := openArchive(path)
	if err != nil {
		return 0, err
	}
	defer z.Close()
	r := archiveReader{zip: &z.Reader}
	if err := r.check(ctx, head.Articles); err != nil { // before anything is kept
		return 0, &ArchiveError{path, err}
	}
	a.changing.Lock()
	defer a.changing.Unlock()
	var batch []store.SavedArticle
	for n := 1; n <= head.Articles; n++ {
		s, err := r.article(n)
		if err != nil {
			return n - 1, &ArchiveError{path, err}
		}
		if batch = append(batch, s); len(batch) == batchSize || n == head.Articles {
			if err := a.library().Restock(ctx, batch); err != nil {
				return n - len(batch), a.failed(err)
			}
			batch = nil
		}
		if progress != nil {
			progress(n, head.Articles)
		}
	}
	if err := a.library().PutPapers(ctx, head.Papers); err != nil {
		return head.Articles, a.failed(err)
	}
	a.events.publish(Event{Kind: LibraryReplaced})
	return head.Articles, nil
}

// CheckArchive fails with an *ArchiveError if the file at path is nothing that
// ReadArchive could read. It looks at the head alone, before a library is begun
// for it.
func CheckArchive(path string) error {
	z, _, err := openArchive(path)
	if err != nil {
		return err
	}
	return z.Close()
}

func openArchive(path string) (*zip.ReadCloser, archiveHead, error) {
	var head archiveHead
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, head, &ArchiveError{path, err}
	}
	err = archiveReader{zip: &z.Reader}.json("library.json", &head)
	if err == nil && head.Schema != ArchiveSchema {
		err = fmt.Errorf("schema %q: %w", head.Schema, briefing.ErrUnsupported)
	}
	if err != nil {
		z.Close()
		return nil, head, &ArchiveError{path, err}
	}
	return z, head, nil
}

// errNotEmpty refuses to fill a library that has something in it.
var errNotEmpty = fmt.Errorf("the library is not empty: %w", briefing.ErrConflict)

// ArchiveError is a file that is no archive of a library, or a damaged one.
type ArchiveError struct {
	Path string
	Err  error
}

func (e *ArchiveError) Error() string { return fmt.Sprintf("archive %s: %v", e.Path, e.Err) }

// Unwrap returns the error behind it.
func (e *ArchiveError) Unwrap() error { return e.Err }

type archiveReader struct{ zip *zip.Reader }

func (r archiveReader) bytes(name string) ([]byte, error) {
	f, err := r.zip.Open(name)
	if err != nil { // an archive that lacks a part, not a file that is not there
		return nil, fmt.Errorf("%w: %v", briefing.ErrDamaged, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxArchived+1))
	if err == nil && len(b) > maxArchived {
		err = briefing.ErrTooLarge
	}
	return b, err
}

// maxArchived is more than one file of an archive can take, in bytes: journals
// of many years stand in library.json.
const maxArchived = 1 << 30

func (r archiveReader) json(name string, v any) error {
	b, err := r.bytes(name)
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// check reads every article and original once.
func (r archiveReader) check(ctx context.Context, articles int) error {
	for n := 1; n <= articles; n++ {
		if _, err := r.article(n); err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

func (r archiveReader) article(n int) (store.SavedArticle, error) {
	name := fmt.Sprintf("articles/%06d.json", n)
	var x archiveArticle
	if err := r.json(name, &x); err != nil {
		return store.SavedArticle{}, err
	}
	if x.Article == nil || briefing.IDOf(x.Text) != x.ID {
		return store.SavedArticle{}, fmt.Errorf("%s: the text is not the one that was saved: %w", name, briefing.ErrDamaged)
	}
	at := 0
	for _, p := range x.Paragraphs {
		if p.Start < at || !p.Valid(x.Text) {
			return store.SavedArticle{}, fmt.Errorf("%s: paragraphs: %w", name, briefing.ErrDamaged)
		}
		at = p.End
	}
	s := store.SavedArticle{Article: x.Article, Given: x.Given, SavedAt: x.SavedAt, Removed: x.Removed, Tags: x.Tags, Fingerprint: copies.Fingerprint(x.Article)}
	if x.Original == "" {
		return s, nil
	}
	original, err := r.bytes("originals/" + x.Original)
	if err == nil && (hash(original) != x.Original || strings.ContainsAny(x.Original, `/\`)) {
		err = briefing.ErrDamaged
	}
	if err != nil {
		return s, fmt.Errorf("originals/%s: %w", x.Original, err)
	}
	s.Original = original
	return s, nil
}
