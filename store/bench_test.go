package store_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// The benchmarks of a large library:
//
//	go test ./store -run - -bench . -articles 100000 -library /tmp/big.db
var (
	articles    = flag.Int("articles", 2000, "articles in the library of the benchmarks")
	libraryFile = flag.String("library", "", "keep the library of the benchmarks in this file and use it again")
)

// generated returns a library of articles of 400 made-up words, as common and
// as rare as the words of a language are: w0 stands in nearly every article,
// w20000 in few.
func generated(b *testing.B) *store.Library {
	b.Helper()
	path := *libraryFile
	if path == "" {
		path = filepath.Join(b.TempDir(), "library.db")
	}
	_, err := os.Stat(path)
	l := open(b, path)
	if err == nil {
		return l
	}
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string { return fmt.Sprintf("w%d", int(math.Exp(r.Float64()*math.Log(50000)))-1) } // Zipf
	for n := 0; n < *articles; {
		var batch []store.NewArticle
		for range min(500, *articles-n) {
			words := make([]string, 400)
			for i := range words {
				words[i] = word()
			}
			text := strings.Join(words, " ") + fmt.Sprint(" n", n)
			a := article(strings.Join(words[:6], " "), text)
			a.Outlet = fmt.Sprint("Outlet ", n%40)
			if n%10 != 0 {
				a.Published = briefing.Date{Year: 2000 + n%20, Month: 1 + n%12, Day: 1 + n%28}
			}
			marks := make([]uint64, 25)
			for i := range marks {
				marks[i] = r.Uint64()
			}
			batch = append(batch, store.NewArticle{Article: a, Original: []byte(text), Fingerprint: marks})
			n++
		}
		add(b, l, batch...)
	}
	return l
}

func BenchmarkSearch(b *testing.B) {
	l := generated(b)
	for _, bb := range []struct {
		name, query string
		sort        store.Sort
		offset      int
	}{
		{"rare word", "w20000 ", store.ByRelevance, 0},
		{"two words", "w300 w700 ", store.ByRelevance, 0},
		{"phrase", `"w50 w90"`, store.ByRelevance, 0},
		{"phrase of the commonest words", `"w5 w9"`, store.ByRelevance, 0},
		{"begun word", "w300 w123", store.ByRelevance, 0},
		{"words and filters", "w300 w700 after:2010 before:2014", store.ByRelevance, 0},
		{"middling word", "w100 ", store.ByRelevance, 0},
		{"commonest word", "w0 ", store.ByRelevance, 0},
		{"commonest word, newest", "w0 ", store.ByPublished, 0},
		{"commonest word, last saved", "w0 ", store.BySaved, 0},
	} {
		b.Run(bb.name, func(b *testing.B) { bench(b, l, bb.query, bb.sort, bb.offset) })
	}
}

func BenchmarkList(b *testing.B) {
	l := generated(b)
	last := search(b, l, "", store.BySaved).Total - 50
	for _, bb := range []struct {
		name, query string
		sort        store.Sort
		offset      int
	}{
		{"newest, first page", "", store.ByPublished, 0},
		{"newest, last page", "", store.ByPublished, last},
		{"title, middle page", "", store.ByTitle, last / 2},
		{"undated", "is:undated", store.BySaved, 0},
		{"unused", "is:unused", store.BySaved, 0},
		{"after a day", "after:2010", store.ByPublished, 0},
	} {
		b.Run(bb.name, func(b *testing.B) { bench(b, l, bb.query, bb.sort, bb.offset) })
	}
}

func bench(b *testing.B, l *store.Library, query string, sort store.Sort, offset int) {
	q, err := store.ParseQuery(query)
	if err != nil {
		b.Fatal(err)
	}
	total := 0
	for b.Loop() {
		res, err := l.Search(ctx, store.Request{Query: q, Sort: sort, Offset: offset})
		if err != nil {
			b.Fatal(err)
		}
		total = res.Total
	}
	b.ReportMetric(float64(total), "found")
}

func BenchmarkSuggest(b *testing.B) {
	l := generated(b)
	q, err := store.ParseQuery("w12x34x")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := l.Suggest(ctx, q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCandidates(b *testing.B) {
	l := generated(b)
	marks := make([]uint64, 25)
	for i := range marks {
		marks[i] = uint64(i) << 40
	}
	for b.Loop() {
		if _, err := l.Candidates(ctx, marks, 1, 5); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	l := newLibrary(b)
	n := 0
	for b.Loop() {
		n++
		text := fmt.Sprint(strings.Repeat("the ministers met in the town ", 70), n)
		add(b, l, store.NewArticle{Article: article("a", text), Original: []byte(text)})
	}
}

func BenchmarkDo(b *testing.B) {
	l := newLibrary(b)
	id := create(b, l).ID
	for i := range 40 {
		do(b, l, id, read(b, l, id).NewLine(briefing.CommentSection, i, "The ministers agreed to reopen the bridge before the winter."))
	}
	for b.Loop() {
		d := briefing.Details{Marking: fmt.Sprint(b.N)}
		do(b, l, id, briefing.Edit{Op: briefing.SetDetails, Name: "Details", Details: &d})
	}
}
