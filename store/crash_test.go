package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// crashLibrary names, in the environment of a child process, the library it
// is to write to until it is killed.
const crashLibrary = "ATTACHE_TEST_CRASH"

func TestMain(m *testing.M) {
	if path := os.Getenv(crashLibrary); path != "" {
		writeUntilKilled(path)
	}
	os.Exit(m.Run())
}

// writeUntilKilled adds lines to the first briefing, each with something that
// is learnt, and prints the number of each when the library says that it is
// kept. Some it undoes and does again.
func writeUntilKilled(path string) {
	fail := func(err error) {
		fmt.Println("error", err)
		os.Exit(1)
	}
	l, err := store.Open(ctx, path, store.Options{})
	if err != nil {
		fail(err)
	}
	b, err := l.Briefing(ctx, "b1")
	if err != nil {
		fail(err)
	}
	for n := len(b.Lines()) + 1; ; n++ {
		e := briefing.Edit{Op: briefing.Batch, Name: "New Line", Edits: []briefing.Edit{b.NewLine(briefing.CommentSection, 1<<20, strconv.Itoa(n)),
			briefing.Learn(briefing.Fix{Kind: briefing.NameFix, From: strconv.Itoa(n), To: "x"})}}
		if b, err = l.Do(ctx, "b1", e, nil); err != nil {
			fail(err)
		}
		if n%3 == 0 {
			if _, _, err := l.Undo(ctx, "b1"); err != nil {
				fail(err)
			}
			if b, _, err = l.Redo(ctx, "b1"); err != nil {
				fail(err)
			}
		}
		fmt.Println(n)
	}
}

// TestKilledInMidWrite kills a process that writes, many times over on the
// same library, and looks for the last edit it said was kept.
func TestKilledInMidWrite(t *testing.T) {
	rounds := 25
	if testing.Short() {
		rounds = 5
	}
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	create(t, l)
	l.Close()
	kept := 0
	for round := range rounds {
		acknowledged := killAfter(t, path, time.Duration(5+round*7%60)*time.Millisecond)
		l := open(t, path)
		lines := read(t, l, "b1").Lines()
		if acknowledged > 0 && l.LastExit().Clean {
			t.Errorf("round %d: killed, but the library says it was closed", round)
		}
		if len(lines) < acknowledged || len(lines) < kept {
			t.Fatalf("round %d: %d lines, but edit %d was acknowledged, and %d lines were there before", round, len(lines), acknowledged, kept)
		}
		for i, line := range lines {
			if line.Text != strconv.Itoa(i+1) {
				t.Fatalf("round %d: line %d reads %q", round, i+1, line.Text)
			}
		}
		if learnt, err := l.Learnt(ctx); err != nil || len(learnt) != len(lines) {
			t.Fatalf("round %d: %d fixes learnt with %d lines: %v", round, len(learnt), len(lines), err)
		}
		kept = len(lines)
		if round%5 == 0 || round == rounds-1 {
			healthy(t, l, false)
		}
		l.Close()
	}
	if kept == 0 {
		t.Fatal("no edit was made in all rounds: the test tests nothing")
	}
	t.Logf("%d edits in %d rounds, none lost", kept, rounds)
}

// killAfter has a child write to the library, kills it some time after its
// first word, and returns the last edit it acknowledged.
func killAfter(t *testing.T, path string, after time.Duration) int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), crashLibrary+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	last := 0
	scanner := bufio.NewScanner(out)
	for first := true; scanner.Scan(); first = false {
		n, err := strconv.Atoi(scanner.Text())
		if err != nil {
			t.Errorf("the child: %s", strings.TrimSpace(scanner.Text()))
			break
		}
		last = n
		if first {
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	return last
}
