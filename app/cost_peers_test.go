//go:build unix

package app_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/attache/app"
	_ "example.org/attache/store" // registers the driver
)

// plainIndex is SQLite's FTS5 with nothing around it.
type plainIndex struct{ db *sql.DB }

func openPlain(t *testing.T) *plainIndex {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "plain.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	p := &plainIndex{db}
	p.run(t, `PRAGMA journal_mode = wal; CREATE VIRTUAL TABLE search USING fts5 (text);
		CREATE TABLE days (n INTEGER PRIMARY KEY, day TEXT NOT NULL)`)
	return p
}

func (p *plainIndex) run(t *testing.T, sql string, args ...any) {
	if _, err := p.db.Exec(sql, args...); err != nil {
		t.Fatal(err)
	}
}

// fill reads the first articles, then the last, each in one transaction.
func (p *plainIndex) fill(t *testing.T, folder string, last int) adding {
	read := func(name string) func() {
		return func() {
			p.run(t, "BEGIN")
			if err := filepath.WalkDir(filepath.Join(folder, name), func(path string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				text, err := os.ReadFile(path)
				p.run(t, "INSERT INTO search (text) VALUES (?)", string(text))
				p.run(t, "INSERT INTO days (day) VALUES (?)", string(text[len("---\ndate: "):][:len("2006-01-02")]))
				return err
			}); err != nil {
				t.Fatal(err)
			}
			p.run(t, "COMMIT")
		}
	}
	first, late := spent(read("first")), spent(read("last"))
	return adding{"plain FTS5", first + late, late / time.Duration(last)}
}

// search counts what matches and reads the first page of it.
func (p *plainIndex) search(t *testing.T, s searched, asked string) {
	from, args := "FROM search WHERE search MATCH ?", []any{asked}
	if s.between[0] != "" {
		from += " AND +rowid IN (SELECT n FROM days WHERE day >= ? AND day < ?)"
		args = append(args, s.between[0], s.between[1])
	}
	order := "rowid DESC"
	if s.byRank {
		order = "rank"
	}
	var n int
	if err := p.db.QueryRow("SELECT count(*) "+from, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	rows, err := p.db.Query("SELECT rowid, snippet(search, 0, '[', ']', '…', 24) "+from+" ORDER BY "+order+" LIMIT 50", args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// readPDF is what adding one more file of a page takes when the reader runs, and
// what pdftotext takes for it, 0 if it is not there.
func readPDF(t *testing.T, files int) (ours, theirs time.Duration) {
	dir := t.TempDir()
	var paths []string
	for i := range files {
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%03d.pdf", i)))
		if err := os.WriteFile(paths[i], onePagePDF(news(i)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	add := func(paths []string) time.Duration {
		a, err := app.Open(ctx, app.Options{Library: filepath.Join(t.TempDir(), "library.db"), MaxWorkers: 1})
		if err != nil {
			t.Fatal(err)
		}
		before := cpu(syscall.RUSAGE_SELF) + cpu(syscall.RUSAGE_CHILDREN)
		r, err := a.Import(ctx, paths, nil)
		if e := a.Close(); err != nil || e != nil || r.Added != len(paths) {
			t.Fatalf("%d of %d added, %v, %v", r.Added, len(paths), err, e)
		}
		return cpu(syscall.RUSAGE_SELF) + cpu(syscall.RUSAGE_CHILDREN) - before
	}
	add(paths[:1]) // translates the reader, if it is the first time
	one := add(paths[:1])
	ours = (add(paths) - one) / time.Duration(files-1)
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return ours, 0
	}
	before := cpu(syscall.RUSAGE_CHILDREN)
	for _, path := range paths {
		if err := exec.Command(program, path, "-").Run(); err != nil {
			t.Fatal(err)
		}
	}
	return ours, (cpu(syscall.RUSAGE_CHILDREN) - before) / time.Duration(files)
}

// onePagePDF draws the first words of a text in lines on a page.
func onePagePDF(text string) []byte {
	const lines, perLine = 55, 14
	words := strings.Fields(strings.NewReplacer("(", "", ")", "", `\`, "").Replace(text))
	var page strings.Builder
	page.WriteString("BT /F1 10 Tf 12 TL 40 800 Td\n")
	for i := 0; i < lines && i*perLine < len(words); i++ {
		fmt.Fprintf(&page, "(%s) Tj T*\n", strings.Join(words[i*perLine:min(len(words), (i+1)*perLine)], " "))
	}
	page.WriteString("ET\n")
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", page.Len(), page.String()), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return b.Bytes()
}

// recoll is what recollindex takes, nothing if it is not there.
func recoll(t *testing.T, folder string, last int) adding {
	program, err := exec.LookPath("recollindex")
	if err != nil {
		return adding{}
	}
	config := t.TempDir()
	return peer(t, "recoll", folder, last, func() *exec.Cmd {
		if err := os.WriteFile(filepath.Join(config, "recoll.conf"), []byte("topdirs = "+folder+"/now\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return exec.Command(program, "-c", config)
	})
}

// omindex is what omindex takes, nothing if it is not there.
func omindex(t *testing.T, folder string, last int) adding {
	program, err := exec.LookPath("omindex")
	if err != nil {
		return adding{}
	}
	index := filepath.Join(t.TempDir(), "index")
	return peer(t, "omindex", folder, last, func() *exec.Cmd {
		return exec.Command(program, "--db", index, "--mime-type", "md:text/plain", "--url", "/", folder+"/now")
	})
}

// peer has another program read the first articles, then the last.
func peer(t *testing.T, name, folder string, last int, command func() *exec.Cmd) adding {
	now := filepath.Join(folder, "now")
	if err := os.Mkdir(now, 0o700); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(now)
	var all, used time.Duration
	for _, part := range []string{"first", "last"} {
		if err := os.CopyFS(filepath.Join(now, part), os.DirFS(filepath.Join(folder, part))); err != nil {
			t.Fatal(err)
		}
		before := cpu(syscall.RUSAGE_CHILDREN)
		if out, err := command().CombinedOutput(); err != nil {
			t.Logf("%s failed: %v: %.200s", name, err, out)
			return adding{}
		}
		used = cpu(syscall.RUSAGE_CHILDREN) - before
		all += used
	}
	return adding{name, all, used / time.Duration(last)}
}
