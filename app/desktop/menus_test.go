//go:build cgo && !nogui && linux

package desktop_test

import (
	"testing"
	"time"
)

// TestMenusByKeyboard opens every menu with Alt and its letter and the first
// with F10, and runs a command of each; then one from the list of commands. The
// new briefing comes last: it has no lines for the others.
func TestMenusByKeyboard(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home)
	s.click(s.wait("rect"))
	s.wait("source")
	ran := func(id string) {
		t.Helper()
		s.until("the command "+id, func(e map[string]any) bool { return e["event"] == "command" && e["id"] == id })
		s.key("Escape")
		time.Sleep(300 * time.Millisecond) // until a sheet, if it opened one, is gone
	}
	for _, m := range []struct {
		open, id string
		down     int
	}{{"alt+e", "undo", 0}, {"alt+v", "preview", 1}, {"alt+a", "details", 1}, {"alt+l", "lock", 7}, {"alt+b", "next-unverified", 0}, {"alt+h", "guide", 1}, {"F10", "new", 0}} {
		s.key(m.open)
		s.wait("menu")
		for range m.down {
			s.key("Down")
		}
		s.key("Return")
		ran(m.id)
		if m.id == "preview" { // back to the article
			s.key("ctrl+shift+p")
			s.wait("command")
		}
	}
	s.key("ctrl+shift+k")
	s.wait("sheet")
	s.do("type", "marks and col")
	s.key("Return")
	ran("legend")
	s.kill()
}
