//go:build cgo && !nogui && linux

package desktop_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// compositor is a Wayland desktop of the test's own, without a screen.
type compositor struct {
	t       *testing.T
	cmd     *exec.Cmd
	runtime string // XDG_RUNTIME_DIR
	socket  string
}

// sway starts a compositor, or skips the test. It refuses to run as root, so
// root runs it as nobody.
func sway(t *testing.T) *compositor {
	t.Helper()
	for _, tool := range []string{"sway", "swaymsg", "wtype"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: apt-get install sway wtype", tool)
		}
	}
	c := &compositor{t: t}
	var err error
	if c.runtime, err = os.MkdirTemp("", "attache-wl"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(c.runtime) })
	conf := filepath.Join(c.runtime, "config")
	if err := os.WriteFile(conf, []byte("output HEADLESS-1 resolution 1280x800\nxwayland disable\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c.cmd = exec.Command("sway", "-c", conf)
	c.cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+c.runtime, "WLR_BACKENDS=headless", "WLR_RENDERER=pixman", "WLR_LIBINPUT_NO_DEVICES=1", "HOME="+c.runtime)
	if os.Getuid() == 0 {
		const nobody = 65534
		if err := os.Chown(c.runtime, nobody, nobody); err != nil {
			t.Fatal(err)
		}
		c.cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	if err := c.cmd.Start(); err != nil {
		t.Skipf("sway does not start: %v", err)
	}
	t.Cleanup(c.end)
	for range 100 {
		found, _ := filepath.Glob(filepath.Join(c.runtime, "wayland-*[0-9]"))
		if len(found) > 0 {
			c.socket = filepath.Base(found[0])
			return c
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Skip("sway has made no display within five seconds")
	return nil
}

func (c *compositor) end() {
	_ = c.cmd.Process.Kill()
	_ = c.cmd.Wait()
}

func (c *compositor) env() []string {
	return append(os.Environ(), "XDG_RUNTIME_DIR="+c.runtime, "WAYLAND_DISPLAY="+c.socket, "DISPLAY=")
}

func (c *compositor) run(name string, args ...string) string {
	c.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = c.env()
	if socks, _ := filepath.Glob(filepath.Join(c.runtime, "sway-ipc.*")); len(socks) > 0 {
		cmd.Env = append(cmd.Env, "SWAYSOCK="+socks[0])
	}
	out, err := cmd.Output()
	if err != nil {
		c.t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return string(out)
}

// TestWaylandEnds opens the program under Wayland, where it names itself to the
// desktop, types, and takes the desktop away: the program ends, what was typed
// is kept, the library is let go of, and the next start says what happened.
func TestWaylandEnds(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home) // the sample, under X
	s.click(s.wait("rect"))
	s.wait("source")
	s.key("ctrl+q")
	s.ended()
	c := sway(t)
	path, _ := program()
	cmd := exec.Command(path, "--library", filepath.Join(home, "library.db"))
	cmd.Env = append(c.env(), "HOME="+home, "ATTACHE_TRACE_UI=1", "LIBGL_ALWAYS_SOFTWARE=1")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	s.program = cmd
	s.hear(stderr)
	s.wait("source")
	time.Sleep(time.Second)
	if tree := c.run("swaymsg", "-t", "get_tree"); !strings.Contains(tree, `"app_id": "org.example.attache"`) {
		t.Error("the desktop does not know the window by the program's id")
	}
	// The keyboard comes with the first key. The last two letters are typed, and
	// not kept yet, when the desktop ends.
	c.run("wtype", "-s", "500", "-k", "Escape", "-s", "300", "e", "-s", "1500", "zz", "-s", "1500", "zz", "-s", "100")
	c.end()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		t.Fatal("the program lives on without a display")
	}
	if text := typedIn(t, home); strings.Count(text, "z") != 4 {
		t.Errorf("kept is %q, want all four letters", text)
	}
	s.open()
	s.until("what happened", func(e map[string]any) bool {
		return e["event"] == "notice" && strings.Contains(fmt.Sprint(e["text"]), "The desktop ended")
	})
	s.kill()
}
