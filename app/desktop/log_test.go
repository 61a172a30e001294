//go:build cgo && !nogui

package desktop

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestLogKeepsACrash crashes a process of its own: the reason stands in the log
// beside the library, after what was there.
func TestLogKeepsACrash(t *testing.T) {
	if library := os.Getenv("ATTACHE_CRASH"); library != "" {
		s := &session{}
		s.keepLog(library)
		panic("the mill has stopped")
	}
	library := filepath.Join(t.TempDir(), "library.db")
	path := filepath.Join(filepath.Dir(library), logName)
	if err := os.WriteFile(path, []byte("before\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	crash := exec.Command(os.Args[0], "-test.run", "^TestLogKeepsACrash$")
	crash.Env = append(os.Environ(), "ATTACHE_CRASH="+library)
	if err := crash.Run(); err == nil {
		t.Fatal("the process did not crash")
	}
	got, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(got), "before\n") || !strings.Contains(string(got), "the mill has stopped") {
		t.Errorf("the log holds %q, %v", got, err)
	}
}

func TestLogStaysSmall(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	path := filepath.Join(filepath.Dir(library), logName)
	if err := os.WriteFile(path, make([]byte, logLimit+1), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := openLog(library)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() != 0 || info.Mode().Perm() != 0o600 {
		t.Errorf("the new log has %d bytes, mode %v, %v", info.Size(), info.Mode(), err)
	}
	if old, err := os.Stat(path + ".old"); err != nil || old.Size() != logLimit+1 {
		t.Errorf("the old log was not kept: %v", err)
	}
}
