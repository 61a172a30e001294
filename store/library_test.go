package store_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

var ctx = context.Background()

// clock returns a clock that ticks a second at every look.
func clock() func() time.Time {
	t := time.Date(2019, 12, 5, 13, 40, 0, 0, time.UTC)
	return func() time.Time { t = t.Add(time.Second); return t }
}

func open(t testing.TB, path string) *store.Library {
	t.Helper()
	l, err := store.Open(ctx, path, store.Options{Now: clock()})
	if err != nil {
		t.Fatalf("Open(%s): %v", path, err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

func newLibrary(t testing.TB) *store.Library {
	return open(t, filepath.Join(t.TempDir(), "library.db"))
}

// article makes an article of words of our own.
func article(title, text string) *briefing.Article {
	return &briefing.Article{
		ID: briefing.IDOf(text), Title: title, Text: text, Language: "en",
		Paragraphs: []briefing.Paragraph{{Span: briefing.Span{Start: 0, End: len(text)}, Kind: briefing.Body}},
		Source:     briefing.Source{Name: title + ".txt", MediaType: "text/plain", Encoding: "utf-8", Size: int64(len(text))},
	}
}

func add(t testing.TB, l *store.Library, articles ...store.NewArticle) []store.AddState {
	t.Helper()
	states, err := l.Add(ctx, articles)
	if err != nil {
		t.Fatalf("Add: %v", err)
	}
	return states
}

func TestArticleComesBackAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "library.db")
	l := open(t, path)
	want := article("Ferry", "The ferry “Zenda” sails again.\n\nÀ demain.\n")
	want.Outlet, want.Byline, want.URL, want.Published = "Strelsau Gazette", "Anna Rassendyll", "https://example.org/1", briefing.Date{Year: 2019, Month: 12}
	original := []byte("\xef\xbb\xbf<html>\x00")
	if got := add(t, l, store.NewArticle{Article: want, Original: original}); got[0] != store.IsNew {
		t.Errorf("Add = %v, want IsNew", got)
	}
	if got := add(t, l, store.NewArticle{Article: want, Original: original}); got[0] != store.WasThere {
		t.Errorf("Add again = %v, want WasThere", got)
	}
	l.Close()

	l = open(t, path)
	got, err := l.Article(ctx, want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("article (-want +got):\n%s", diff)
	}
	if b, err := l.Original(ctx, want.ID); err != nil || string(b) != string(original) {
		t.Errorf("Original = %q, %v; want %q", b, err, original)
	}
	if _, err := l.Article(ctx, "sha256:00"); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("an article that is not there: %v, want ErrNotFound", err)
	}
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file modes")
	}
	dir := filepath.Join(t.TempDir(), "attache")
	path := filepath.Join(dir, "library.db")
	l := open(t, path)
	add(t, l, store.NewArticle{Article: article("a", "one two three")})
	if _, err := l.BackupIfDue(ctx, store.Keep{Daily: 7, Weekly: 4}); err != nil {
		t.Fatal(err)
	}
	err := filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v: others can read it", p, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefusesWhatIsNoLibrary(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.db")
	open(t, good).Close()
	library, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, b ...byte) []byte {
		c := append([]byte(nil), library...)
		copy(c[at:], b)
		return c
	}
	tests := []struct {
		name     string
		contents []byte
		want     error
	}{
		{"text", []byte("Dear diary, this is not a database at all."), store.ErrNotLibrary},
		{"short", []byte("S"), store.ErrNotLibrary},
		{"another program's database", patched(68, 1, 2, 3, 4), store.ErrNotLibrary},
		{"of a newer version", patched(60, 0, 0, 1, 0), store.ErrNewer},
		{"header and nothing else", library[:100], briefing.ErrDamaged},
		{"cut in half", library[:len(library)/2], briefing.ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			if err := os.WriteFile(path, tt.contents, 0o600); err != nil {
				t.Fatal(err)
			}
			l, err := store.Open(ctx, path, store.Options{})
			if err == nil {
				l.Close()
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("Open = %v, want %v", err, tt.want)
			}
			if got, err := os.ReadFile(path); err != nil || string(got) != string(tt.contents) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

// A file that may only be read says so when it is opened to write, not at the
// first change; it is read all the same.
func TestFileThatMayNotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("the superuser may write everywhere; Windows has another say")
	}
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	add(t, l, store.NewArticle{Article: article("Ferry", "The ferry at Zenda runs again.")})
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if l, err := store.Open(ctx, path, store.Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("opened to write: %v, want ErrPermission", err)
		if err == nil {
			l.Close()
		}
	}
	l, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.Add(ctx, nil); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("written to: %v, want ErrReadOnly", err)
	}
}

func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := store.Open(ctx, path, store.Options{As: "a test"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(ctx, path, store.Options{}); !errors.Is(err, store.ErrInUse) {
		t.Fatalf("second Open = %v, want ErrInUse", err)
	}
	var held *store.InUseError
	if _, err := store.Open(ctx, path, store.Options{}); !errors.As(err, &held) || held.Process != os.Getpid() || held.As != "a test" {
		t.Errorf("second Open = %v, want who holds it", err)
	}
	a := article("a", "one two three")
	add(t, l, store.NewArticle{Article: a})
	reading, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("open to read beside a writer: %v", err)
	}
	defer reading.Close()
	if _, err := reading.Article(ctx, a.ID); err != nil {
		t.Errorf("read beside a writer: %v", err)
	}
	if _, err := reading.Add(ctx, []store.NewArticle{{Article: a}}); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Add in a library open to read = %v, want ErrReadOnly", err)
	}
	time.AfterFunc(100*time.Millisecond, func() { l.Close() })
	again, err := store.Open(ctx, path, store.Options{Wait: 10 * time.Second})
	if err != nil {
		t.Fatalf("Open that waits for the first to close: %v", err)
	}
	again.Close()
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b", "a%41b", "a?b#c", "ünïcode", "a&b=c;d", "quo'te\""} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("names that Windows does not allow")
			}
			path := filepath.Join(t.TempDir(), name, name+".db")
			l := open(t, path)
			if err := l.Backup(ctx, filepath.Join(filepath.Dir(path), "copy of "+name)); err != nil {
				t.Error(err)
			}
			l.Close()
			if _, err := os.Stat(path); err != nil {
				t.Errorf("the library is not at its path: %v", err)
			}
		})
	}
}

func TestLastExit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	if !l.LastExit().Clean {
		t.Error("a new library says it was not closed")
	}
	add(t, l, store.NewArticle{Article: article("a", "one two three")})
	copied := filepath.Join(t.TempDir(), "library.db") // as a power cut would leave it
	for _, ending := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + ending)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied+ending, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l.Close()
	if l := open(t, path); !l.LastExit().Clean {
		t.Error("closed in order, but said not to be")
	}
	cut := open(t, copied)
	if cut.LastExit().Clean {
		t.Error("cut off, but said to be closed in order")
	}
	add(t, cut, store.NewArticle{Article: article("b", "four five six")})
	cut.Close()
	l = open(t, copied) // nobody was told
	if l.LastExit().Clean {
		t.Error("a session in between hid that the one before was cut off")
	}
	l.TellLastExit()
	l.Close()
	if l := open(t, copied); !l.LastExit().Clean {
		t.Error("closed in order after the person was told, but said not to be")
	}
}

func TestSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	if v, err := l.Setting(ctx, "window"); v != nil || err != nil {
		t.Errorf("a setting that was never set = %s, %v", v, err)
	}
	for i := range 3 {
		if err := l.SetSetting(ctx, "window", fmt.Appendf(nil, `{"width":%d}`, i)); err != nil {
			t.Fatal(err)
		}
	}
	l.Close()
	if v, err := open(t, path).Setting(ctx, "window"); string(v) != `{"width":2}` || err != nil {
		t.Errorf("setting = %s, %v", v, err)
	}
}
