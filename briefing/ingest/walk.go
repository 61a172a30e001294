package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// Listing is what Walk found.
type Listing struct {
	Files    []string  // paths to read, in order, each once
	Lists    []string  // files in folders that say what is in the files beside them, see IsList
	Skipped  int       // files in folders that were left alone: hidden, of no known kind, or parts of a saved page
	Problems []Problem // paths that could not be looked at
	Capped   bool      // there were more than MaxEntries; the rest was not looked at
}

// Problem is a path and why it could not be looked at.
type Problem struct {
	Path string
	Err  error
}

// ErrNoArticles is a folder, named by a person, without a file to read.
var ErrNoArticles = fmt.Errorf("no articles in the folder: %w", briefing.ErrEmpty)

// Walk expands paths: files are taken as they are, folders are searched to
// any depth, in the order of their names. In folders, hidden files, files of
// unknown kinds and the folders that browsers save beside a page are skipped
// and counted. Links are followed, but no folder is searched twice.
func Walk(paths []string) Listing { return walk(paths, MaxEntries) }

func walk(paths []string, most int) Listing {
	w := walker{seen: map[string]bool{}, most: most}
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case err != nil:
			w.problem(p, err)
		case info.IsDir():
			before := len(w.Files) + len(w.Lists) + len(w.Problems)
			if w.folder(p); len(w.Files)+len(w.Lists)+len(w.Problems) == before && !w.Capped {
				w.problem(p, ErrNoArticles)
			}
		default:
			w.file(p)
		}
	}
	return w.Listing
}

type walker struct {
	Listing
	seen    map[string]bool // real paths
	entries int
	most    int // entries that are looked at
}

// File takes a file, unless it was taken before under whatever name.
func (w *walker) file(path string) {
	if w.first(path) && w.room() {
		w.Files = append(w.Files, path)
	}
}

// folder searches a folder.
func (w *walker) folder(path string) {
	if !w.first(path) || !w.room() {
		return
	}
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		w.problem(path, err) // what could be read is used nevertheless
	}
	pages := map[string]bool{}
	for _, e := range entries {
		if ext := draft.Ext(e.Name()); draft.KnownAs(ext, ".html", ".htm", ".xhtml") {
			pages[strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))] = true
		}
	}
	for _, e := range entries {
		if w.Capped {
			return
		}
		w.entry(filepath.Join(path, e.Name()), e, pages)
	}
}

// entry looks at one name in a folder with the given saved pages.
func (w *walker) entry(path string, e fs.DirEntry, pages map[string]bool) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			w.problem(path, err)
			return
		}
		mode = info.Mode().Type()
	}
	name := e.Name()
	switch {
	case strings.HasPrefix(name, "."):
		w.skip()
	case mode.IsDir() && ofSavedPage(name, pages):
		w.skip()
	case mode.IsDir():
		w.folder(path)
	case mode.IsRegular() && IsList(name):
		if w.first(path) && w.room() {
			w.Lists = append(w.Lists, path)
		}
	case !mode.IsRegular() || strings.HasPrefix(name, "~$") || !knownExtension(draft.Ext(name)):
		w.skip()
	default:
		w.file(path)
	}
}

// ofSavedPage reports whether a folder holds the pictures and frames of a
// saved page beside it: "Talks.html" has "Talks_files", or what the browser's
// language makes of it.
func ofSavedPage(folder string, pages map[string]bool) bool {
	for _, suffix := range []string{"_files", ".files", "_archivos", "-Dateien", "_Dateien", "_fichiers", "_arquivos", "_file", "_bestanden", "_pliki"} {
		if base, ok := strings.CutSuffix(folder, suffix); ok && pages[base] {
			return true
		}
	}
	return false
}

// first reports whether path was not met before. Links count as what they
// point to, so a loop of links ends.
func (w *walker) first(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.problem(path, err)
		return false
	}
	if w.seen[real] {
		return false
	}
	w.seen[real] = true
	return true
}

// room counts an entry and reports whether there is room for it.
func (w *walker) room() bool {
	if w.entries++; w.entries > w.most {
		w.Capped = true
	}
	return !w.Capped
}

func (w *walker) skip() {
	if w.room() {
		w.Skipped++
	}
}

func (w *walker) problem(path string, err error) {
	if os.IsNotExist(err) {
		err = fmt.Errorf("%w: there is no such file", briefing.ErrNotFound)
	}
	w.Problems = append(w.Problems, Problem{path, fmt.Errorf("look at %s: %w", path, plainError(err))})
}
