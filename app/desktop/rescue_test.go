//go:build cgo && !nogui && linux

package desktop_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/attache/app"
)

// TestDamagedLibraryInTheWindow spoils a library while no program runs, and
// restores its backup with one key. Then another process writes to the
// library, and the window reads it.
func TestDamagedLibraryInTheWindow(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home)
	s.click(s.wait("rect"))
	s.wait("source")
	s.key("v")
	s.until("a line reviewed", func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == 1.0 })
	s.key("ctrl+q")
	s.ended()

	library, backups := filepath.Join(home, "library.db"), filepath.Join(home, "backups")
	if err := os.MkdirAll(backups, 0o700); err != nil {
		t.Fatal(err)
	}
	binary, err := program()
	if err != nil {
		t.Fatal(err)
	}
	backup := exec.Command(binary, "--library", library, "backup", filepath.Join(backups, "library-20191205T134000Z.db"))
	if out, err := backup.CombinedOutput(); err != nil {
		t.Fatalf("backup: %v\n%s", err, out)
	}
	spoiled := []byte("SQLite format 3\x00" + strings.Repeat("damaged!", 40_000))
	if err := os.WriteFile(library, spoiled, 0o600); err != nil {
		t.Fatal(err)
	}

	s.open()
	if kind := s.wait("rescue")["kind"]; kind != "damaged" {
		t.Errorf("a damaged library: the window is for %v", kind)
	}
	s.wait("backup found")
	s.key("Return")
	s.until("the briefing of the backup", func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == 1.0 })
	kept, err := filepath.Glob(filepath.Join(home, "library-replaced-*.db"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("the damaged file was kept as %v, %v", kept, err)
	}
	if data, err := os.ReadFile(kept[0]); err != nil || string(data) != string(spoiled) {
		t.Errorf("the file kept is not the damaged one: %d bytes, %v", len(data), err)
	}

	s.wait("source")
	s.key("ctrl+q")
	s.ended()
	said := s.said()
	other, err := app.Open(t.Context(), app.Options{Library: library})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	s.open()
	if kind := s.wait("rescue")["kind"]; kind != "in use" {
		t.Errorf("a library in use: the window is for %v", kind)
	}
	time.Sleep(time.Second) // until the window is there to be typed to
	s.key("Return")         // Open Read-Only
	s.until("why it is read only", func(e map[string]any) bool {
		text, _ := e["text"].(string)
		return e["event"] == "notice" && strings.Contains(text, "read only")
	})
	s.until("the briefing", func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == 1.0 })
	s.kill()
	if said += s.said(); strings.Contains(said, "Error in Fyne call thread") {
		t.Errorf("something was drawn off the window's thread:\n%s", said)
	}
}
