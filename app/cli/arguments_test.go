package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExpand(t *testing.T) {
	dir := t.TempDir()
	in := func(names ...string) (paths []string) {
		for _, n := range names {
			paths = append(paths, filepath.Join(dir, n))
		}
		return paths
	}
	for _, p := range in("b.txt", "a.txt", "note.md", "really[1].txt") {
		if err := os.WriteFile(p, []byte("Talks went on."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name       string
		have, want []string
	}{
		{"a pattern stands for its files, in order", in("*.txt"), in("a.txt", "b.txt", "really[1].txt")},
		{"names are no patterns", in("b.txt", "a.txt"), in("b.txt", "a.txt")},
		{"a file that reads like a pattern is itself", in("really[1].txt"), in("really[1].txt")},
		{"a pattern for nothing stays, to be named in the error", in("*.pdf"), in("*.pdf")},
		{"a pattern that is none stays", in("[.txt"), in("[.txt")},
		{"standard input stays", []string{"-"}, []string{"-"}},
	} {
		got, err := expand(tt.have)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
	if _, err := expand([]string{`C:\press\" C:\more`}); err == nil {
		t.Error("an argument that swallowed the next is taken for a file")
	}
}
