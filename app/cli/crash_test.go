//go:build linux

package cli_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.org/attache/briefing"
)

// How often the real program is killed, and its disk is filled:
//
//	go test ./app/cli -run 'Killed|FullDisk' -v -kills 1000 -disks 100 -timeout 2h
var (
	kills = flag.Int("kills", 12, "how often to kill the program at work")
	disks = flag.Int("disks", 2, "how often to fill its disk")
)

// real is the program as it is shipped, but for the window, at work on a
// library of its own.
type real struct {
	t       *testing.T
	program string
	dir     string
	lines   []string        // of the briefing's comment that were acknowledged, in order
	files   map[string]bool // that were acknowledged to be in the library
	n       int
}

func newReal(t *testing.T, dir string) *real {
	t.Helper()
	if testing.Short() {
		t.Skip("compiles the program")
	}
	r := &real{t: t, program: filepath.Join(t.TempDir(), "attache"), dir: dir, files: map[string]bool{}}
	build := exec.Command("go", "build", "-tags", "nogui", "-o", r.program, "../..")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v: %s", err, out)
	}
	r.must("import", r.file("begin"))
	r.files["begin.txt"] = true
	rows := struct {
		Rows []struct{ ID string } `json:"rows"`
	}{}
	r.json(&rows, "list")
	r.must("draft", rows.Rows[0].ID)
	return r
}

// file writes an article.
func (r *real) file(name string) string {
	path := filepath.Join(r.t.TempDir(), name+".txt")
	text := "French Foreign Minister Anna Rassendyll met her Spanish counterpart Carlos Ibarra in Paris on Monday.\n\nThey spoke of " + name + ".\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}

func (r *real) command(args ...string) *exec.Cmd {
	cmd := exec.Command(r.program, args...)
	cmd.Env = append(os.Environ(), "ATTACHE_LIBRARY="+filepath.Join(r.dir, "library.db"), "XDG_CACHE_HOME="+r.dir)
	return cmd
}

func (r *real) must(args ...string) []byte {
	r.t.Helper()
	out, err := r.command(args...).Output()
	if err != nil {
		r.t.Fatalf("attache %s: %v: %s", strings.Join(args, " "), err, err.(*exec.ExitError).Stderr)
	}
	return out
}

func (r *real) json(v any, args ...string) {
	r.t.Helper()
	if err := json.Unmarshal(r.must(append(args, "--json", "--read-only")...), v); err != nil {
		r.t.Fatal(err)
	}
}

// work starts the next piece of work, and kills it after a while unless that
// is 0. It notes what the program says is done.
func (r *real) work(after time.Duration) (done bool) {
	r.n++
	edit := fmt.Sprint("Edit number ", r.n, ".")
	name := fmt.Sprint("matter-", r.n)
	args := []string{"line", "add", "b1", "comment", edit}
	if r.n%3 == 0 {
		args = []string{"import", r.file(name)}
	}
	cmd := r.command(args...)
	if err := cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
	}
	if cmd.Wait() != nil {
		return false
	}
	if r.n%3 == 0 {
		r.files[name+".txt"] = true
	} else {
		r.lines = append(r.lines, edit)
	}
	return true
}

// check looks for everything that was acknowledged. What was not may be there
// too: the program can be killed between doing and saying so.
func (r *real) check() {
	r.t.Helper()
	var b briefing.Briefing
	r.json(&b, "show", "b1")
	at := 0
	for _, l := range b.Section(briefing.CommentSection).Lines {
		if at < len(r.lines) && l.Text == r.lines[at] {
			at++
		}
	}
	if at < len(r.lines) {
		r.t.Fatalf("after %d works: %q was acknowledged and is lost", r.n, r.lines[at])
	}
	var list struct {
		Rows []struct{ File string } `json:"rows"`
	}
	r.json(&list, "list", "--limit", "1000")
	there := map[string]bool{}
	for _, row := range list.Rows {
		there[row.File] = true
	}
	for name := range r.files {
		if !there[name] {
			r.t.Fatalf("after %d works: %s was acknowledged and is lost", r.n, name)
		}
	}
}

// TestKilledAtWork kills the program at edits and imports, at any moment, and
// looks for all that it acknowledged.
func TestKilledAtWork(t *testing.T) {
	r := newReal(t, t.TempDir())
	// How long a work takes here, for the kills to fall all over it.
	begun := time.Now()
	if !r.work(0) {
		t.Fatal("a work that nobody disturbs failed")
	}
	whole := time.Since(begun)
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for round := range *kills {
		if !r.work(time.Duration(random.Int64N(int64(whole*5/4))) + 1) {
			killed++
		}
		if round%10 == 9 || round == *kills-1 {
			r.check()
		}
	}
	if killed == 0 {
		t.Error("nothing was killed: the test tests nothing")
	}
	r.must("doctor")
	t.Logf("%d works, %d of them killed; %d edits and %d imports acknowledged, none lost", r.n, killed, len(r.lines), len(r.files))
}

// TestFullDiskAtWork fills the program's disk while it works, gives it room
// again, and looks for all that it acknowledged.
func TestFullDiskAtWork(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=6m"); err != nil {
		t.Skipf("no small disk: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	r := newReal(t, dir)
	ballast := filepath.Join(dir, "ballast")
	random := rand.New(rand.NewPCG(3, 4))
	refused := 0
	for range *disks {
		var free syscall.Statfs_t
		if err := syscall.Statfs(dir, &free); err != nil {
			t.Fatal(err)
		}
		fill := int(free.Bavail)*int(free.Bsize) - random.IntN(96<<10)
		if fill > 0 {
			if err := os.WriteFile(ballast, bytes.Repeat([]byte{1}, fill), 0o600); err != nil {
				t.Logf("the ballast: %v", err)
			}
		}
		for range 3 {
			if !r.work(0) {
				refused++
			}
		}
		if err := os.Remove(ballast); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		// The backups of the day are the first that one would clear away.
		_ = os.RemoveAll(filepath.Join(dir, "backups"))
		r.check()
		if !r.work(0) {
			t.Fatal("with room again the program does not go on")
		}
	}
	r.check()
	r.must("doctor")
	t.Logf("%d full disks, %d works refused; %d edits and %d imports acknowledged, none lost", *disks, refused, len(r.lines), len(r.files))
	if refused == 0 {
		t.Error("nothing was refused: the disk was never full")
	}
}
