//go:build cgo && !nogui && linux

package desktop_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"example.org/attache/app"
)

// screen is an X server of the test's own, and the real program on it.
type screen struct {
	t       *testing.T
	home    string
	path    string // of the program
	quiet   bool   // the program does not tell of events
	display string
	program *exec.Cmd
	events  chan map[string]any
	entered chan struct{} // closed once the display has given the program the keyboard

	mu      sync.Mutex
	log     strings.Builder
	blocked []time.Duration // frames later than 50 ms
}

// TestRealWindow walks through the program as a person would: the sample, two
// lines verified, the page, a PDF. It needs Xvfb and xdotool, and compiles
// the program with its window, which takes minutes the first time.
func TestRealWindow(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home)
	s.click(s.wait("rect"))
	s.wait("briefing")
	s.wait("page")
	s.key("v")
	s.key("v")
	s.until("two lines reviewed", func(e map[string]any) bool { return e["event"] == "briefing" && e["reviewed"] == 2.0 })
	s.key("ctrl+shift+p")
	s.wait("raster")
	s.key("ctrl+shift+e")
	s.wait("export checks")
	s.key("Return")
	e := s.wait("exported")
	data, err := os.ReadFile(fmt.Sprint(e["path"]))
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("export: %.20q, %v; want a PDF", data, err)
	}
	s.key("ctrl+q")
	s.ended()
	if strings.Contains(s.said(), "Error in Fyne call thread") {
		t.Errorf("something was drawn off the window's thread:\n%s", s.said())
	}
}

// needsScreen skips the test where no window can be opened for it, and returns
// a home for the program.
func needsScreen(t *testing.T) (home string) {
	t.Helper()
	if testing.Short() {
		t.Skip("opens a real window; run without -short")
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: apt-get install xvfb xdotool", tool)
		}
	}
	return t.TempDir()
}

// start compiles the program and opens it on a screen of its own.
func start(t *testing.T, home string) *screen {
	t.Helper()
	s := prepare(t, home)
	s.open()
	return s
}

// program compiles the program, once for all tests, and returns its path.
var program = sync.OnceValues(func() (string, error) {
	path := filepath.Join(built, "attache")
	if out, err := exec.Command("go", "build", "-o", path, "example.org/attache").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return path, nil
})

// built is the folder of the compiled program.
var built string

func TestMain(m *testing.M) {
	var err error
	if built, err = os.MkdirTemp("", "attache"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = os.RemoveAll(built)
	os.Exit(status)
}

// prepare is start without opening the window.
func prepare(t *testing.T, home string) *screen {
	t.Helper()
	path, err := program()
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, home: home, path: path}
	s.serve()
	return s
}

// serve starts the screen's X server; args are more of its arguments.
func (s *screen) serve(args ...string) {
	s.t.Helper()
	x := exec.Command("Xvfb", append([]string{"-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"}, args...)...)
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		s.t.Skipf("Xvfb does not start: %v", err)
	}
	s.t.Cleanup(func() { _ = x.Process.Kill(); _ = x.Wait() })
	_ = w.Close()
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		s.t.Skipf("Xvfb does not say its display: %v", err)
	}
	s.display = ":" + strings.TrimSpace(number)
}

// open starts the program on the home's library.
func (s *screen) open() {
	s.t.Helper()
	library := filepath.Join(s.home, "library.db")
	cmd := exec.Command(s.path, "--library", library)
	if app.NoLibrary(library) {
		cmd.Args = append(cmd.Args, "--create")
	}
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display, "HOME="+s.home, "WAYLAND_DISPLAY=", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1")
	if !s.quiet {
		cmd.Env = append(cmd.Env, "ATTACHE_TRACE_UI=1")
	}
	stderr, err := cmd.StderrPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	s.program = cmd
	s.hear(stderr)
}

// hear reads what the program says from now on.
func (s *screen) hear(stderr io.Reader) {
	s.events, s.entered = make(chan map[string]any, 10_000), make(chan struct{})
	go s.read(bufio.NewScanner(stderr), s.events, s.entered)
}

// kill ends the program as a power cut would. What it told before can still be
// read from its events.
func (s *screen) kill() {
	_ = s.program.Process.Kill()
	_ = s.program.Wait()
}

// ended waits until the program has ended and everything it said is read.
func (s *screen) ended() {
	for range s.events {
	}
	_ = s.program.Wait()
}

// said is what the program wrote beside its events.
func (s *screen) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// late returns the frames that were later than 50 ms since it was last asked.
func (s *screen) late() []time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	late := s.blocked
	s.blocked = nil
	return late
}

// read takes the program's events apart from whatever else it says.
func (s *screen) read(lines *bufio.Scanner, events chan<- map[string]any, entered chan<- struct{}) {
	lines.Buffer(nil, 1<<20)
	enter := sync.OnceFunc(func() { close(entered) })
	for lines.Scan() {
		var e map[string]any
		if json.Unmarshal(lines.Bytes(), &e) == nil && e["event"] != nil && e["event"] != "blocked" {
			e["at"] = time.Now()
			events <- e
			if e["event"] == "keyboard" {
				enter()
			}
			continue
		}
		s.mu.Lock()
		if ms, late := e["ms"].(float64); late {
			s.blocked = append(s.blocked, time.Duration(ms)*time.Millisecond)
			s.mu.Unlock()
			continue
		}
		s.log.WriteString(lines.Text() + "\n")
		s.mu.Unlock()
	}
	close(events)
}

// keyboard waits until the display has given the program the keyboard: keys
// pressed before go nowhere.
func (s *screen) keyboard() {
	s.t.Helper()
	select {
	case <-s.entered:
	case <-time.After(60 * time.Second):
		s.t.Fatalf("waited a minute for the keyboard:\n%s", s.said())
	}
}

func (s *screen) wait(event string) map[string]any {
	s.t.Helper()
	return s.until(event, func(e map[string]any) bool { return e["event"] == event })
}

func (s *screen) until(what string, is func(map[string]any) bool) map[string]any {
	s.t.Helper()
	timeout := time.After(60 * time.Second)
	var heard []string
	for {
		select {
		case e, ok := <-s.events:
			if e["event"] != "library" {
				heard = append(heard, fmt.Sprint(e))
			}
			if !ok {
				s.t.Fatalf("the program ended before %s:\n%s", what, s.said())
			}
			if e["event"] == "problem" {
				s.t.Errorf("the window tells of a problem: %v", e["what"])
			}
			if is(e) {
				return e
			}
		case <-timeout:
			s.t.Fatalf("waited a minute for %s; heard meanwhile:\n%s\n%s", what, strings.Join(heard[max(0, len(heard)-12):], "\n"), s.said())
		}
	}
}

func (s *screen) do(args ...string) string {
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("xdotool %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

func (s *screen) key(k ...string) { s.do(append([]string{"key"}, k...)...) }

// click clicks in the middle of what a "rect" event tells of. There is no
// window manager, so the window stands at 0, 0. The pointer rests before the
// click, as a hand's does: the window takes up its place at the next frame.
func (s *screen) click(rect map[string]any) {
	at := func(pos, size string) string {
		p, _ := rect[pos].(float64)
		n, _ := rect[size].(float64)
		return fmt.Sprint(int(p + n/2))
	}
	s.do("mousemove", at("x", "w"), at("y", "h"), "sleep", "0.5", "click", "1")
}
