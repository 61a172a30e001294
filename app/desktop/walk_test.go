//go:build cgo && !nogui && linux

package desktop_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKeyboardWalk makes a briefing without the mouse: the sample, three lines
// verified, one left out, one edited, undo and redo, the page, the PDF. Then
// the program is killed in the middle of its work and must come back with the
// last edit it said it had saved.
func TestKeyboardWalk(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home)
	begun, keys := time.Now(), 0
	press := func(k ...string) {
		for _, k := range k {
			s.key(k)
			keys++
		}
	}
	reviewed := func(n float64) {
		t.Helper()
		s.until(fmt.Sprintf("%v lines reviewed", n), func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == n })
	}
	s.wait("rect")
	press("Tab", "Tab", "Tab", "space") // Add Articles, Add Folder, Try the Sample
	s.wait("source")
	press("v", "v", "v")
	reviewed(3)
	press("x")
	reviewed(4)
	press("e")
	line := s.wait("editor")["line"]
	s.do("type", " now")
	keys++
	press("Return")
	reviewed(5)
	edited := func(want bool) {
		t.Helper()
		s.until(fmt.Sprintf("the edited line, edited: %v", want), func(e map[string]any) bool {
			return e["event"] == "line" && e["id"] == line && strings.HasSuffix(fmt.Sprint(e["text"]), " now") == want
		})
	}
	edited(true)
	press("ctrl+z")
	s.wait("undone")
	edited(false)
	press("ctrl+shift+z")
	s.wait("redone")
	edited(true)
	press("ctrl+shift+p")
	s.wait("raster")
	press("ctrl+shift+e")
	s.wait("export checks")
	press("Return")
	if path := fmt.Sprint(s.wait("exported")["path"]); !strings.HasSuffix(path, ".pdf") {
		t.Errorf("exported %s, want a PDF", path)
	}
	t.Logf("from the first screen to the PDF: %d keys, %.1f s", keys, time.Since(begun).Seconds())

	press("ctrl+q")
	s.ended()
	s.open()
	s.until("the edited line, selected again", func(e map[string]any) bool {
		return e["event"] == "line" && e["id"] == line && strings.HasSuffix(fmt.Sprint(e["text"]), " now")
	})
	s.wait("source")
	press("u", "x")
	reviewed(6)
	s.kill()
	s.open()
	s.until("the line left out before the kill", func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == 6.0 })
	s.kill()
	if _, err := os.Stat(filepath.Join(home, "library.db")); err != nil {
		t.Error(err)
	}
	if strings.Contains(s.said(), "Error in Fyne call thread") {
		t.Errorf("something was drawn off the window's thread:\n%s", s.said())
	}
}
