//go:build unix

package app_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
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
	for _, n := range sizes {
		measure(t, n).print()
	}
	const files = 40
	ours, theirs := readPDF(t, files)
	fmt.Printf("\nreading a PDF file of one page, when the reader is warm: Attaché %s with all that adding takes, pdftotext %s\n", ms(ours), ms(theirs))
}

// cost is what work takes in a library of so many articles: CPU time of one
// piece of work.
type cost struct {
	articles int
	text     int64 // bytes of the files
	disk     int64 // bytes of the library
	memory   int64 // bytes, the most of this process so far
	again    time.Duration
	adding   []adding
	looking  []looking
}

// adding is what a program takes for articles.
type adding struct {
	program      string
	all, oneMore time.Duration
}

// looking is what searches of one kind take, with SQLite's FTS5 on the same
// texts beside it.
type looking struct {
	kind               string
	median, p95, plain time.Duration
}

func (c cost) print() {
	fmt.Printf("\n%d articles of %.1f KB: on disk %.2f times the text, at most %d MB of memory, the same folder again %s a file\n",
		c.articles, float64(c.text)/float64(c.articles)/1e3, float64(c.disk)/float64(c.text), c.memory>>20, ms(c.again))
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "adding\tone more\tall\t")
	for _, a := range c.adding {
		fmt.Fprintf(out, "%s\t%s\t%.1f s\t\n", a.program, ms(a.oneMore), a.all.Seconds())
	}
	fmt.Fprintln(out, "searching\tmedian\t95 in 100\tplain FTS5\t")
	for _, l := range c.looking {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t\n", l.kind, ms(l.median), ms(l.p95), ms(l.plain))
	}
	out.Flush()
}

func ms(d time.Duration) string {
	if d == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f ms", float64(d)/1e6)
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
	c := cost{articles: n}
	folder, text := newsFolder(t, n)
	c.text = text
	last := min(n/5, 1000)
	path := filepath.Join(t.TempDir(), "library.db")
	a, err := app.Open(ctx, app.Options{Library: path, MaxWorkers: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	add := func(dir string) {
		if r, err := a.Import(ctx, []string{dir}, nil); err != nil || r.Failed > 0 {
			t.Fatalf("%d failed, %v", r.Failed, err)
		}
	}
	first := spent(func() { add(filepath.Join(folder, "first")) })
	late := spent(func() { add(filepath.Join(folder, "last")) })
	c.adding = append(c.adding, adding{"Attaché", first + late, late / time.Duration(last)})
	c.again = spent(func() { add(folder) }) / time.Duration(n)
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err == nil {
		c.memory = int64(u.Maxrss)
		if runtime.GOOS == "linux" {
			c.memory <<= 10
		}
	}
	plain := openPlain(t)
	c.adding = append(c.adding, plain.fill(t, folder, last))
	for _, l := range searches(n) {
		c.looking = append(c.looking, look(t, a, plain, l))
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err == nil {
		c.disk = info.Size()
	}
	for _, other := range []adding{recoll(t, folder, last), omindex(t, folder, last)} {
		if other.all > 0 {
			c.adding = append(c.adding, other)
		}
	}
	return c
}

// searched is a kind of searches, as a person types them and as SQLite's FTS5
// is asked.
type searched struct {
	kind          string
	typed, asked  []string
	between       [2]string // days
	byRank, words bool
}

// searches are of every kind, each with several words, in a library of so many
// articles.
func searches(articles int) []searched {
	list := searched{kind: "list", typed: slices.Repeat([]string{""}, 20)}
	ordinary := searched{kind: "ordinary word", byRank: true, words: true}
	two := searched{kind: "two words", byRank: true, words: true}
	phrase := searched{kind: "phrase", byRank: true, words: true}
	filter := searched{kind: "words and days", byRank: true, words: true, between: [2]string{"2010", "2014"}}
	common := searched{kind: "commonest word", words: true, byRank: articles <= 10_000}
	for k := range 20 {
		rare := 150 + k*k*40
		ordinary.add(fmt.Sprintf("w%d ", rare), fmt.Sprintf(`"w%d"`, rare))
		two.add(fmt.Sprintf("w%d w%d ", 20+k, rare), fmt.Sprintf(`"w%d" "w%d"`, 20+k, rare))
		phrase.add(fmt.Sprintf(`"w%d w%d"`, 5+k, 9+k), fmt.Sprintf(`"w%d w%d"`, 5+k, 9+k))
		filter.add(fmt.Sprintf("w%d after:2010 before:2014", rare), fmt.Sprintf(`"w%d" *`, rare))
		common.add(fmt.Sprintf("w%d ", k%3), fmt.Sprintf(`"w%d"`, k%3))
	}
	return []searched{list, ordinary, two, phrase, filter, common}
}

func (s *searched) add(typed, asked string) {
	s.typed, s.asked = append(s.typed, typed), append(s.asked, asked)
}

// look searches, the first time apart, which fills the memory.
func look(t *testing.T, a *app.App, plain *plainIndex, s searched) looking {
	var all, others []time.Duration
	for round := range 2 {
		for i, text := range s.typed {
			d := spent(func() {
				if _, err := a.Search(ctx, app.Query{Text: text}); err != nil {
					t.Fatal(err)
				}
			})
			var other time.Duration
			if s.words {
				other = spent(func() { plain.search(t, s, s.asked[i]) })
			}
			if round > 0 {
				all, others = append(all, d), append(others, other)
			}
		}
	}
	slices.Sort(all)
	slices.Sort(others)
	return looking{s.kind, all[len(all)/2], all[len(all)*95/100], others[len(others)/2]}
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
