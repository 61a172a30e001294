package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// misbehave makes the test program a child that fails in the way its argument
// names.
func misbehave(args []string) bool {
	if len(args) == 0 {
		return false
	}
	switch args[0] {
	case "child-hangs":
		time.Sleep(time.Minute)
	case "child-dies":
		os.Stdin.Read(make([]byte, 10))
		os.Exit(7)
	case "child-overflows":
		debug.SetMaxStack(1 << 20)
		var deep func(n int) int
		deep = func(n int) int { return deep(n+1) + 1 }
		deep(0)
	case "child-floods":
		go io.Copy(io.Discard, os.Stdin)
		os.Stdout.WriteString(strings.Repeat("a", 2*outputLimit))
		time.Sleep(time.Minute)
	case "child-stops-midway":
		a, _, err := Read("good.html", strings.NewReader(page))
		if err == nil {
			reply, _ := encode(answer{Held: Held{Article: a}, More: true})
			os.Stdout.Write(reply)
		}
		time.Sleep(time.Minute)
	case "child-lies":
		fmt.Println(`{"article":{"ID":"sha256:0","Text":"invented","Paragraphs":[{"start":0,"end":99}]}}`)
		time.Sleep(time.Minute)
	default:
		return false
	}
	return true
}

const page = "<html><body><p>The ministers met on Monday and agreed on a text.</p></body></html>"

// readerWith returns a Reader whose first child is started with the argument
// and all others as they should be.
func readerWith(t *testing.T, argument string) *Reader {
	r := NewReader(draft.Options{})
	t.Cleanup(r.Close)
	first := true
	r.start = func() (*child, error) {
		if !first {
			return startSelf()
		}
		first = false
		limit := 20 * time.Second // room for a busy machine; only a child that hangs is to reach it
		if argument == "child-hangs" || argument == "child-stops-midway" {
			limit = time.Second
		}
		return startChild(exec.Command(os.Args[0], argument), limit)
	}
	return r
}

func TestReaderSurvivesItsChildren(t *testing.T) {
	for _, tt := range []struct {
		argument string
		want     error
		says     string
	}{
		{"child-hangs", briefing.ErrDamaged, "took longer than 1s"},
		{"child-dies", briefing.ErrDamaged, "the reading process failed"},
		{"child-overflows", briefing.ErrDamaged, "the reading process failed"},
		{"child-floods", briefing.ErrTooLarge, "longer than an article may be"},
		{"child-lies", briefing.ErrDamaged, "the reading process failed"},
	} {
		t.Run(tt.argument, func(t *testing.T) {
			r := readerWith(t, tt.argument)
			_, err := r.Bytes(t.Context(), "bad.html", []byte(page))
			if !errors.Is(err, tt.want) || !strings.Contains(fmt.Sprint(err), tt.says) || !strings.Contains(fmt.Sprint(err), "bad.html") {
				t.Errorf("got %v, want %v that says %q", err, tt.want, tt.says)
			}
			if _, err := r.Bytes(t.Context(), "good.html", []byte(page)); err != nil {
				t.Errorf("the next file fails too: %v", err)
			}
		})
	}
}

// Of an archive with one file that hangs its reader, the files before it are
// kept, and it is said that the rest is not.
func TestReaderKeepsWhatWasRead(t *testing.T) {
	r := readerWith(t, "child-stops-midway")
	got, err := r.Bytes(t.Context(), "pages.zip", zipOfFiles(t, "a.html", page, "b.html", page))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.Article.Text, "agreed on a text") {
		t.Errorf("the article is %q", got.Article.Text)
	}
	if note := noteText(got.Notes, draft.PartsLost); !strings.HasPrefix(note, "the rest of the file was not read: reading it took longer") {
		t.Errorf("note %q", note)
	}
}

func TestReaderStartsAnewWhenAnIdleChildWasKilled(t *testing.T) {
	r := NewReader(draft.Options{})
	defer r.Close()
	for i := range 3 {
		if _, err := r.Bytes(t.Context(), "a.html", []byte(page)); err != nil {
			t.Fatalf("file %d: %v", i, err)
		}
		if len(r.idle) != 1 {
			t.Fatalf("%d idle children, want 1", len(r.idle))
		}
		r.idle[0].cmd.Process.Kill()
	}
}

func TestReaderObeysItsContext(t *testing.T) {
	r := readerWith(t, "child-hangs")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := r.Bytes(ctx, "a.html", []byte(page)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
	}
}

func TestReaderReadsAsReadDoes(t *testing.T) {
	r := NewReader(draft.Options{})
	defer r.Close()
	var files []string
	for _, kind := range []string{"html", "eml", "mhtml", "pdf"} {
		found, err := filepath.Glob("testdata/*." + kind)
		if err != nil || len(found) == 0 {
			t.Fatal("no files", kind, err)
		}
		files = append(files, found...)
	}
	var all sync.WaitGroup
	for _, path := range files {
		all.Go(func() {
			got, err := r.File(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			a, notes, err := Read(path, strings.NewReader(string(got.Original)))
			if err != nil {
				t.Error(err)
				return
			}
			if in, child := describe(a, notes), describe(got.Article, got.Notes); in != child {
				t.Errorf("%s: in the child %s\nhere %s", path, child, in)
			}
		})
	}
	all.Wait()
	if n := len(r.idle); n > cap(r.slots) {
		t.Errorf("%d children for %d slots", n, cap(r.slots))
	}
}

func TestReaderEndsHostilePages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const words = "<p>The ministers met on Monday in the capital and agreed on a text, the office said.</p>"
	var attributes strings.Builder
	for i := range 1_000_000 {
		fmt.Fprintf(&attributes, " a%d=1", i)
	}
	r := NewReader(draft.Options{})
	defer r.Close()
	for name, page := range map[string]string{
		"deep":       "<html>" + strings.Repeat("<div>", 200_000) + words,
		"attributes": "<html><body" + attributes.String() + ">" + words,
		"formatting": "<html>" + strings.Repeat("<b><i><a><p>", 50_000) + words,
		"tables":     "<html>" + strings.Repeat("<table><tr><td>", 50_000) + words,
		"entities":   "<html>" + words + strings.Repeat("&amp;", 100_000),
		"comments":   "<html>" + words + strings.Repeat("<!--", 500_000),
		"json":       `<html><script type="application/ld+json">` + strings.Repeat("[", 500_000) + "</script>" + words,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got, err := r.Bytes(t.Context(), name+".html", []byte(page))
			if err == nil {
				checkArticle(t, got.Article)
				if !strings.Contains(got.Article.Text, "agreed on a text") {
					t.Errorf("the words are lost: %.100q", got.Article.Text)
				}
			} else if !errors.Is(err, briefing.ErrDamaged) && !errors.Is(err, briefing.ErrTooLarge) {
				t.Errorf("unexpected error: %v", err)
			}
			if d := time.Since(start); d > TimeLimit+2*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
	if _, err := r.Bytes(t.Context(), "good.html", []byte(page)); err != nil {
		t.Errorf("after all that a good page fails: %v", err)
	}
}

func TestFileRefuses(t *testing.T) {
	dir := t.TempDir()
	big := filepath.Join(dir, "big.txt")
	if err := os.WriteFile(big, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(big, MaxFile+1); err != nil { // sparse: costs no disk
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path string
		want error
	}{
		{big, briefing.ErrTooLarge},
		{dir, briefing.ErrUnsupported},
		{filepath.Join(dir, "missing.txt"), os.ErrNotExist},
		{os.DevNull, briefing.ErrUnsupported},
	} {
		_, err := ReadFile(t.Context(), tt.path, draft.Options{})
		if !errors.Is(err, tt.want) || !strings.HasPrefix(fmt.Sprint(err), "read "+filepath.Base(tt.path)+": ") || strings.Contains(fmt.Sprint(err), dir) {
			t.Errorf("ReadFile(%s): %v, want %v", tt.path, err, tt.want)
		}
	}
}

// A program that cannot start its child, as one whose file is gone, does not
// say that the article is missing or damaged.
func TestReaderThatCannotStart(t *testing.T) {
	r := NewReader(draft.Options{})
	defer r.Close()
	r.start = func() (*child, error) {
		return startChild(exec.Command(filepath.Join(t.TempDir(), "gone")), time.Second)
	}
	_, err := r.Bytes(t.Context(), "a.html", []byte(page))
	if !errors.Is(err, ErrNoReader) || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want %v and nothing of a missing file", err, ErrNoReader)
	}
}
