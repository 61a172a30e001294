package app

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// The list of what was learnt as a file: a line of column names, then a line
// a fix, in columns with tabs between. It opens in any spreadsheet.
var learntColumns = []string{"kind", "person", "from", "to", "learnt from", "on"}

// LearntFileError is a file of fixes that cannot be read. Nothing of it was
// learnt.
type LearntFileError struct {
	Name string // base name
	Row  int    // from 1; 0 if it is about the file
	Err  error
}

func (e *LearntFileError) Error() string {
	if e.Row > 0 {
		return fmt.Sprintf("fixes of %s: line %d: %v", e.Name, e.Row, e.Err)
	}
	return fmt.Sprintf("fixes of %s: %v", e.Name, e.Err)
}

// Unwrap returns the error behind it.
func (e *LearntFileError) Unwrap() error { return e.Err }

// ExportLearnt writes what was learnt to a file and returns how many fixes.
// A file that is there already is left as it is: the error is ErrExists.
func (a *App) ExportLearnt(ctx context.Context, path string) (int, error) {
	fixes, err := a.fixes(ctx)
	if err != nil {
		return 0, err
	}
	var b bytes.Buffer
	writeFixes(&b, fixes)
	return len(fixes), WriteNew(path, b.Bytes())
}

func writeFixes(b *bytes.Buffer, fixes []briefing.Fix) {
	rows := [][]string{learntColumns}
	for _, f := range fixes {
		rows = append(rows, []string{string(f.Kind), f.Person, f.From, f.To, f.Origin, f.On.String()})
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = OneLine(cell)
		}
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
}

// maxLearnt is what a file of fixes may hold, in bytes: some ten thousand.
const maxLearnt = 1 << 20

// ImportLearnt learns the fixes of a file, in the place of those for the same
// name, as one change that can be undone. It returns how many are new or
// other. It fails with a *LearntFileError and learns nothing if a line cannot
// be read.
func (a *App) ImportLearnt(ctx context.Context, path string) (int, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return 0, &LearntFileError{Name: name, Err: plain(err)}
	}
	defer f.Close()
	contents, err := io.ReadAll(io.LimitReader(f, maxLearnt+1))
	if err == nil && len(contents) > maxLearnt {
		err = briefing.ErrTooLarge
	}
	if err != nil {
		return 0, &LearntFileError{Name: name, Err: plain(err)}
	}
	fixes, err := readFixes(name, contents)
	if err != nil {
		return 0, err
	}
	known, err := a.fixes(ctx)
	if err != nil {
		return 0, err
	}
	e := briefing.Edit{Op: briefing.Batch, Name: "Import Fixes"}
	for _, f := range fixes {
		if !slices.ContainsFunc(known, func(k briefing.Fix) bool { return k.Key() == f.Key() && k.From == f.From && k.To == f.To }) {
			e.Edits = append(e.Edits, briefing.Learn(f))
		}
	}
	if len(e.Edits) == 0 {
		return 0, nil
	}
	return len(e.Edits), a.doLearnt(ctx, e)
}

// readFixes reads a file as ExportLearnt writes it. Empty lines and those that
// begin with # are passed over, and so are columns after the last.
func readFixes(name string, contents []byte) ([]briefing.Fix, error) {
	var fixes []briefing.Fix
	lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(contents, []byte("\xef\xbb\xbf"))))
	lines.Buffer(nil, maxLearnt+1)
	for row := 1; lines.Scan(); row++ {
		line := strings.ToValidUTF8(strings.TrimRight(lines.Text(), "\r"), "")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = OneLine(cells[i])
		}
		if len(fixes) == 0 && cells[0] == learntColumns[0] {
			continue
		}
		if len(cells) < 4 {
			return nil, &LearntFileError{name, row, errColumns}
		}
		cells = append(cells, "", "")
		f := briefing.Fix{Kind: briefing.FixKind(cells[0]), Person: cells[1], From: cells[2], To: cells[3], Origin: cells[4]}
		if f.Origin == "" {
			f.Origin = name
		}
		if on, _, err := ParseDate(cells[5]); err == nil {
			f.On = on
		}
		if !f.Valid() {
			return nil, &LearntFileError{name, row, errNoFix}
		}
		fixes = append(fixes, f)
	}
	if err := lines.Err(); err != nil {
		return nil, &LearntFileError{Name: name, Err: err}
	}
	if len(fixes) == 0 {
		return nil, &LearntFileError{Name: name, Err: briefing.ErrEmpty}
	}
	return fixes, nil
}

// What may be wrong with a line of a file of fixes.
var (
	errColumns = fmt.Errorf("fewer than 4 columns with tabs between: %w", briefing.ErrDamaged)
	errNoFix   = fmt.Errorf("not a fix: %w", briefing.ErrDamaged)
)
