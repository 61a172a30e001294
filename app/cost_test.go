//go:build unix

package app_test

import (
	"database/sql"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"

	"example.org/attache/app"
	"example.org/attache/store"
)

// costs are the sizes of the libraries that TestCost fills:
//
//	go test ./app -run TestCost -v -costs 1000,4000
//	go test ./app -run TestCost -v -costs 2000,20000,100000 -timeout 2h
var costs = flag.String("costs", "", "measure what work costs in libraries of these sizes")

// TestCost prints what work costs as a library grows, in CPU time, with what
// others of this machine need for the same in the same run: SQLite's FTS5 with
// nothing around it, and recoll and omindex where they are installed.
func TestCost(t *testing.T) {
	if *costs == "" {
		t.Skip("asked for with -costs")
	}
	var sizes []int
	for s := range strings.SplitSeq(*costs, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "articles\tone more\tsame folder again\tall\tdisk / text\tmemory\tlist\trare word\tphrase\tfilter\tcommonest\tFTS5: one more\tcommonest\trecoll: one more\tomindex\t")
	for _, n := range sizes {
		measure(t, n).print(out)
	}
	out.Flush()
}

// cost is one row of the table: CPU time of one piece of work.
type cost struct {
	n                                      int
	add, again, all                        time.Duration
	disk                                   float64
	memory                                 int64 // bytes, the most so far
	list, rare, phrase, filter, common     time.Duration
	floorAdd, floorCommon, recoll, omindex time.Duration
}

func (c cost) print(out *tabwriter.Writer) {
	ms := func(d time.Duration) string {
		if d == 0 {
			return "–"
		}
		return fmt.Sprintf("%.2f ms", float64(d)/1e6)
	}
	fmt.Fprintf(out, "%d\t%s\t%s\t%.1f s\t%.2f\t%d MB\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", c.n, ms(c.add), ms(c.again), c.all.Seconds(), c.disk, c.memory>>20,
		ms(c.list), ms(c.rare), ms(c.phrase), ms(c.filter), ms(c.common), ms(c.floorAdd), ms(c.floorCommon), ms(c.recoll), ms(c.omindex))
}

// cpu is the CPU time that this process has used, or its children that ended.
func cpu(who int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func spent(work func()) time.Duration {
	before := cpu(syscall.RUSAGE_SELF)
	work()
	return cpu(syscall.RUSAGE_SELF) - before
}

func measure(t *testing.T, n int) cost {
	c := cost{n: n}
	folder, text := newsFolder(t, n)
	last := min(n/5, 1000)
	path := filepath.Join(t.TempDir(), "library.db")
	a, err := app.Open(ctx, app.Options{Library: path, MaxWorkers: 1})
	if err != nil {
		t.Fatal(err)
	}
	add := func(dir string) {
		if r, err := a.Import(ctx, []string{dir}, nil); err != nil || r.Failed > 0 {
			t.Fatalf("%d failed, %v", r.Failed, err)
		}
	}
	first := spent(func() { add(filepath.Join(folder, "first")) })
	late := spent(func() { add(filepath.Join(folder, "last")) })
	c.add, c.all = late/time.Duration(last), first+late
	c.again = spent(func() { add(folder) }) / time.Duration(n)
	for _, q := range []struct {
		into *time.Duration
		text string
	}{{&c.list, ""}, {&c.rare, "w20000 "}, {&c.phrase, `"w5 w9"`}, {&c.filter, "w300 after:2010 before:2014"}, {&c.common, "w0 "}} {
		*q.into = searching(t, a, q.text)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err == nil {
		c.disk = float64(info.Size()) / float64(text)
	}
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err == nil {
		c.memory = int64(u.Maxrss)
		if runtime.GOOS == "linux" {
			c.memory <<= 10
		}
	}
	floor(t, folder, last, &c)
	c.recoll = recoll(t, folder, last)
	c.omindex = omindex(t, folder, last)
	return c
}

const searches = 20

// searching is the median of some searches, the first apart.
func searching(t *testing.T, a *app.App, text string) time.Duration {
	var all []time.Duration
	for i := range searches + 1 {
		d := spent(func() {
			if _, err := a.Search(ctx, app.Query{Text: text}); err != nil {
				t.Fatal(err)
			}
		})
		if i > 0 {
			all = append(all, d)
		}
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// newsFolder writes articles of about 3 KB that share names and a footer, as
// those of one outlet do, into the folders "first" and "last", and returns how
// many bytes they are.
func newsFolder(t *testing.T, n int) (dir string, size int64) {
	dir = t.TempDir()
	for i := range n {
		folder := filepath.Join(dir, "first")
		if i >= n-min(n/5, 1000) {
			folder = filepath.Join(dir, "last")
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		s := news(i)
		size += int64(len(s))
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%06d.md", i)), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, size
}

// news is an article of words as common and as rare as those of a language
// are: w0 stands in nearly every one, w20000 in few.
func news(n int) string {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	names := []string{"Anna Rassendyll", "Carlos Ibarra", "Rudolf Hentzau", "Marta Sapt", "Ilse Tarlenheim"}
	common := strings.Fields("the of to and in a that for on with said was by at is it as from which his its be an this were had not are will")
	var b strings.Builder
	fmt.Fprintf(&b, "---\ndate: %04d-%02d-%02d\n---\n# Story %d of the day\n", 2000+n%20, 1+n%12, 1+n%28, n)
	for range 9 {
		b.WriteString("\n")
		for range 3 {
			for w := range 12 + r.IntN(12) {
				switch {
				case w > 0 && r.IntN(10) < 4:
					b.WriteString(common[r.IntN(len(common))] + " ")
				case r.IntN(40) == 0:
					b.WriteString(names[r.IntN(len(names))] + " ")
				default:
					fmt.Fprintf(&b, "w%d ", int(math.Exp(r.Float64()*math.Log(50000)))-1)
				}
			}
			b.WriteString("done. ")
		}
		b.WriteString("\n")
	}
	b.WriteString("\nSign up for the morning letter of the Strelsau Gazette and read what the day brings before anybody else does, free of charge, every weekday at six.\n")
	return b.String()
}

// floor is SQLite's FTS5 with nothing around it.
func floor(t *testing.T, folder string, last int, c *cost) {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "floor.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	run := func(sql string, args ...any) {
		if _, err := db.Exec(sql, args...); err != nil {
			t.Fatal(err)
		}
	}
	run("PRAGMA journal_mode = wal; CREATE VIRTUAL TABLE search USING fts5 (text)")
	fill := func(name string) {
		run("BEGIN")
		if err := filepath.WalkDir(filepath.Join(folder, name), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path)
			run("INSERT INTO search (text) VALUES (?)", string(text))
			return err
		}); err != nil {
			t.Fatal(err)
		}
		run("COMMIT")
	}
	fill("first")
	c.floorAdd = spent(func() { fill("last") }) / time.Duration(last)
	c.floorCommon = spent(func() {
		for range searches {
			var n int
			if err := db.QueryRow(`SELECT count(*) FROM search WHERE search MATCH '"w0"'`).Scan(&n); err != nil {
				t.Fatal(err)
			}
			rows, err := db.Query(`SELECT rowid, snippet(search, 0, '[', ']', '…', 24) FROM search WHERE search MATCH '"w0"' ORDER BY rowid DESC LIMIT 50`)
			if err != nil {
				t.Fatal(err)
			}
			for rows.Next() {
			}
			if err := rows.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}) / searches
}

// recoll is what recollindex needs for one more article, 0 if it is not there.
func recoll(t *testing.T, folder string, last int) time.Duration {
	program, err := exec.LookPath("recollindex")
	if err != nil {
		return 0
	}
	config := t.TempDir()
	return peer(t, folder, last, func() *exec.Cmd {
		if err := os.WriteFile(filepath.Join(config, "recoll.conf"), []byte("topdirs = "+folder+"/now\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return exec.Command(program, "-c", config)
	})
}

// omindex is what omindex needs for one more article, 0 if it is not there.
func omindex(t *testing.T, folder string, last int) time.Duration {
	program, err := exec.LookPath("omindex")
	if err != nil {
		return 0
	}
	index := filepath.Join(t.TempDir(), "index")
	return peer(t, folder, last, func() *exec.Cmd {
		return exec.Command(program, "--db", index, "--mime-type", "md:text/plain", "--url", "/", folder+"/now")
	})
}

// peer has another program read the first articles, then the last.
func peer(t *testing.T, folder string, last int, command func() *exec.Cmd) time.Duration {
	now := filepath.Join(folder, "now")
	if err := os.Mkdir(now, 0o700); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(now)
	var used time.Duration
	for _, name := range []string{"first", "last"} {
		if err := os.CopyFS(filepath.Join(now, name), os.DirFS(filepath.Join(folder, name))); err != nil {
			t.Fatal(err)
		}
		before := cpu(syscall.RUSAGE_CHILDREN)
		if out, err := command().CombinedOutput(); err != nil {
			t.Logf("a peer failed: %v: %.200s", err, out)
			return 0
		}
		used = cpu(syscall.RUSAGE_CHILDREN) - before
	}
	return used / time.Duration(last)
}

var _ store.Request // the store registers the driver that floor uses
