package app

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/json"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
)

// ChildMain is what the program does first of all: if the process was started
// by another of its own to read risky files, it does that, reports true and
// the program ends. args are the program's, without its name.
func ChildMain(args []string) (handled bool) { return ingest.ChildMain(args) }

// FileFindings is an article of a file and its findings, or why there are none:
// Err is a *FileError. Of a file that holds several articles there are as many,
// in its order; Article.Source says which each is.
type FileFindings struct {
	Path     string
	Article  *briefing.Article
	Findings briefing.Findings
	Err      error
}

// ExtractFiles reads files and hands on what is found in each, without a
// library: one at a time, in the order given, as soon as it is there. Files
// are read side by side, but only a few are in memory at a time. It stops at
// the first error of each.
func ExtractFiles(ctx context.Context, paths []string, each func(FileFindings) error) error {
	reader := ingest.NewReader(ingest.Options{})
	defer reader.Close()
	work, ctx := errgroup.WithContext(ctx)

	// Every file has a place to put its result in; the places are queued in
	// the order of the files, and the queue is no longer than the work that
	// may be ahead of the reader of the results.
	queue := make(chan chan []FileFindings, runtime.NumCPU())
	work.Go(func() error {
		defer close(queue)
		for _, path := range paths {
			result := make(chan []FileFindings, 1)
			select {
			case queue <- result:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() { result <- extractFile(ctx, reader, path) }()
		}
		return nil
	})
	work.Go(func() error {
		for result := range queue {
			for _, f := range <-result {
				if err := each(f); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return work.Wait()
}

func extractFile(ctx context.Context, reader *ingest.Reader, path string) []FileFindings {
	read, err := reader.File(ctx, path)
	if err != nil {
		return []FileFindings{{Path: path, Err: &FileError{filepath.Base(path), err}}}
	}
	var all []FileFindings
	for _, h := range read.All() {
		h.Article.Paragraphs = extract.Paragraphs(h.Article)
		all = append(all, FileFindings{Path: path, Article: h.Article, Findings: extract.Extract(h.Article)})
	}
	return all
}

// Write writes the findings as a document of the schema attache/findings/1.
func (f FileFindings) Write(w io.Writer) error { return json.Findings(w, f.Article, f.Findings) }

// WriteFile writes the document to a file, whole or not at all. It is not
// synced: findings can be had again at any time.
func (f FileFindings) WriteFile(path string) error {
	var document bytes.Buffer
	if err := f.Write(&document); err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	out, err := os.CreateTemp(filepath.Dir(path), ".attache-*")
	if err != nil {
		return &WriteError{Path: path, Err: err}
	}
	defer os.Remove(out.Name()) // gone already if all went well
	_, err = out.Write(document.Bytes())
	if e := out.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(out.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(out.Name(), path)
	}
	if err != nil {
		return &WriteError{Path: path, Err: err}
	}
	return nil
}

// HowRead tells how each sentence of an article is read, for people who write
// rules.
func HowRead(a *briefing.Article) string { return extract.Explain(a) }
