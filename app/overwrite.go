package app

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/pdf"
	"example.org/attache/store"
)

// outFile is a file about to be written.
type outFile struct {
	path     string
	format   Format
	contents []byte
}

func writeFiles(files []outFile) error {
	for _, f := range files {
		if err := writeFile(f.path, f.contents, document); err != nil {
			return err
		}
	}
	return nil
}

// exported notes a file that was written, to tell later whether somebody has
// changed it since.
type exported struct {
	Path string `json:"path"`
	Hash string `json:"hash"`
}

// exportsKept is how many exported files the library remembers.
const exportsKept = 300

// mayWrite fails with ErrExists if a file is in the way that is not ours to
// replace: another program's, or one of ours with somebody's changes in it.
func (a *App) mayWrite(ctx context.Context, f outFile, overwrite bool) error {
	if a.library().Owns(f.path) {
		return &WriteError{Path: f.path, Err: errLibrary}
	}
	old, err := inTheWay(f, overwrite)
	if err != nil || old == nil {
		return err
	}
	list, err := a.exports(ctx)
	if err != nil {
		return err
	}
	path, err := filepath.Abs(f.path)
	if err != nil {
		return &WriteError{Path: f.path, Err: err}
	}
	for _, e := range list {
		if e.Path == path && e.Hash != hash(old) {
			return &ExistsError{f.path + " was changed since it was exported"}
		}
	}
	return nil
}

// inTheWay returns the contents of one of our own files in the place of f, or
// nil; a foreign file is ErrExists unless it may be overwritten.
func inTheWay(f outFile, overwrite bool) ([]byte, error) {
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, &WriteError{Path: f.path, Err: plain(err)}
	case info.IsDir():
		return nil, &WriteError{Path: f.path, Err: errFolder}
	case !info.Mode().IsRegular():
		return nil, &WriteError{Path: f.path, Err: errNoFile}
	case overwrite || info.Size() == 0:
		return nil, nil
	case info.Size() > maxOurs:
		return nil, &ExistsError{f.path}
	}
	old, err := os.ReadFile(f.path)
	if err != nil {
		return nil, &WriteError{Path: f.path, Err: plain(err)}
	}
	if !ours(old, f.format) {
		return nil, &ExistsError{f.path}
	}
	return old, nil
}

// maxOurs is more than an export can take.
const maxOurs = 64 << 20

// ours reports whether a file is an export of this program, by what exports
// say of themselves.
func ours(contents []byte, f Format) bool {
	head := contents[:min(len(contents), 4096)]
	switch f {
	case PDF:
		return pdf.Written(contents)
	case Markdown:
		return bytes.HasPrefix(head, []byte("---\n")) && bytes.Contains(head, []byte(generator))
	case HTML:
		return bytes.Contains(head, []byte(`name="generator" content="`+generator))
	case JSON:
		return bytes.Contains(head, []byte(export.BriefingSchema))
	case Word:
		return oursInZip(contents)
	}
	return false
}

// oursInZip knows a Word file by names in it that Word gives otherwise when it
// saves the file anew.
func oursInZip(contents []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(contents), int64(len(contents)))
	if err != nil {
		return false
	}
	f, err := z.Open("word/_rels/document.xml.rels")
	if err != nil {
		return false
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 4096))
	return err == nil && bytes.Contains(b, []byte(`Id="rNumbering"`))
}

func (a *App) exports(ctx context.Context) ([]exported, error) {
	value, err := a.library().Setting(ctx, exportsKey)
	if err != nil {
		return nil, a.failed(err)
	}
	var list []exported
	if value != nil && json.Unmarshal(value, &list) != nil {
		return nil, nil // a list to be careful by, not worth failing for
	}
	return list, nil
}

func (a *App) noteExports(ctx context.Context, files []outFile) error {
	a.changing.Lock()
	defer a.changing.Unlock()
	list, err := a.exports(ctx)
	if err != nil {
		return err
	}
	for _, f := range files {
		path, err := filepath.Abs(f.path)
		if err != nil {
			return &WriteError{Path: f.path, Err: err}
		}
		list = slices.DeleteFunc(list, func(e exported) bool { return e.Path == path })
		list = append(list, exported{path, hash(f.contents)})
	}
	value, err := json.Marshal(list[max(0, len(list)-exportsKept):])
	if err != nil {
		return err
	}
	err = a.library().SetSetting(ctx, exportsKey, value)
	if errors.Is(err, store.ErrFull) {
		return nil // the export is done; the note is a courtesy
	}
	return a.failed(err)
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
