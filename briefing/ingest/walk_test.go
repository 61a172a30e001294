package ingest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

// tree makes files below a temporary folder.
func tree(t *testing.T, names ...string) string {
	dir := t.TempDir()
	for _, n := range names {
		path := filepath.Join(dir, filepath.FromSlash(n))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// relative returns paths as they are below dir.
func relative(t *testing.T, dir string, paths []string) []string {
	var all []string
	for _, p := range paths {
		r, err := filepath.Rel(dir, p)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, filepath.ToSlash(r))
	}
	return all
}

func TestWalk(t *testing.T) {
	dir := tree(t, "b.txt", "a.html", "A.HTM", "notes.md", "photo.jpg", ".hidden.txt", ".git/x.txt", "~$b.txt",
		"2019/z.txt", "2019/12/y.txt", "a_files/frame.html", "loose_files/kept.html")
	got := Walk([]string{dir})
	want := []string{"2019/12/y.txt", "2019/z.txt", "A.HTM", "a.html", "b.txt", "loose_files/kept.html", "notes.md"}
	if diff := cmp.Diff(want, relative(t, dir, got.Files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if got.Skipped != 5 || len(got.Problems) != 0 || got.Capped {
		t.Errorf("got %+v, want 5 skipped and nothing else", got)
	}
}

func TestWalkTakesNamedFilesAsTheyAre(t *testing.T) {
	dir := tree(t, ".hidden.txt", "photo.jpg", "b.txt")
	b, hidden, photo := filepath.Join(dir, "b.txt"), filepath.Join(dir, ".hidden.txt"), filepath.Join(dir, "photo.jpg")
	got := Walk([]string{photo, hidden, b, b, dir, filepath.Join(dir, ".", "b.txt")})
	if diff := cmp.Diff([]string{photo, hidden, b}, got.Files); diff != "" {
		t.Errorf("files in the order named, each once (-want +got):\n%s", diff)
	}
}

func TestWalkEndsLoopsOfLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege")
	}
	dir := tree(t, "a/x.txt", "b/y.txt")
	for link, to := range map[string]string{"a/up": "..", "a/b": "../b", "b/a": "../a", "b/self": "self", "b/gone.txt": "nowhere.txt", "b/z.txt": "y.txt"} {
		if err := os.Symlink(to, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Fatal(err)
		}
	}
	got := Walk([]string{dir})
	if diff := cmp.Diff([]string{"a/b/y.txt", "a/x.txt"}, relative(t, dir, got.Files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if len(got.Problems) != 2 {
		t.Errorf("problems %v, want the link to itself and the one to nowhere", got.Problems)
	}
}

func TestWalkNamesWhatIsMissing(t *testing.T) {
	got := Walk([]string{filepath.Join(t.TempDir(), "missing")})
	if len(got.Problems) != 1 || !errors.Is(got.Problems[0].Err, briefing.ErrNotFound) {
		t.Errorf("got %+v, want one problem, %v", got, briefing.ErrNotFound)
	}
}

// A folder goes in whole, with more files than the 10,000 that once were the
// most; what is left out beyond the limit is said.
func TestWalkIsCapped(t *testing.T) {
	const most = 500
	dir := t.TempDir()
	for i := range most + 10 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := walk([]string{dir}, most)
	if !got.Capped || len(got.Files) >= most+1 || len(got.Files) < most-1 {
		t.Errorf("capped %v with %d files, want true with about %d", got.Capped, len(got.Files), most)
	}
	if got := walk([]string{dir}, MaxEntries); got.Capped || len(got.Files) != most+10 {
		t.Errorf("capped %v with %d files, want all %d", got.Capped, len(got.Files), most+10)
	}
}
