//go:build cgo && !nogui && linux

package desktop_test

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pixels are what the screen shows, as the X server has it in its memory: to
// look at it costs the program nothing.
type pixels struct {
	memory []byte
	stride int // bytes of a row
}

// looks is how often the screen is looked at.
const looks = 500 * time.Microsecond

// watch maps the screen of a server that was started with its frame in folder.
func watch(t *testing.T, folder string) *pixels {
	t.Helper()
	f, err := os.Open(filepath.Join(folder, "Xvfb_screen0"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	memory, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = syscall.Munmap(memory) })
	// The file is an X window dump: a header, a table of colours, the pixels.
	field := func(n int) int { return int(binary.BigEndian.Uint32(memory[4*n:])) }
	const headerSize, bytesPerLine, coloursInTable, bytesOfColour = 0, 12, 19, 12
	return &pixels{memory[field(headerSize)+bytesOfColour*field(coloursInTable):], field(bytesPerLine)}
}

// sum tells one frame from another: of every second row, every eighth pixel.
func (p *pixels) sum() uint64 {
	sum := uint64(14695981039346656037)
	for row := 0; row+p.stride <= len(p.memory); row += 2 * p.stride {
		for at := row; at+8 <= row+p.stride; at += 32 {
			sum = (sum ^ binary.LittleEndian.Uint64(p.memory[at:])) * 1099511628211
		}
	}
	return sum
}

// text reports whether there is text: as many changes from one colour to
// another, along the rows, as a menu and a list of words have, and no more than
// lines and frames have at the least.
func (p *pixels) text() bool {
	changes := 0
	for row := 0; row+p.stride <= len(p.memory); row += 2 * p.stride {
		for at := row; at+8 <= row+p.stride; at += 4 {
			if binary.LittleEndian.Uint32(p.memory[at:]) != binary.LittleEndian.Uint32(p.memory[at+4:]) {
				changes++
			}
		}
	}
	return changes > 5_000
}

// changed waits until the screen is another than before, and returns when.
func (p *pixels) changed(t *testing.T, before uint64) time.Time {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(looks) {
		if p.sum() != before {
			return time.Now()
		}
	}
	t.Fatal("the screen has not changed within 30 seconds")
	return time.Time{}
}

// quiet waits until the screen has been the same for a time, and returns what
// it shows.
func (p *pixels) quiet(t *testing.T, for_ time.Duration) uint64 {
	t.Helper()
	now, since := p.sum(), time.Now()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if next := p.sum(); next != now {
			now, since = next, time.Now()
		} else if time.Since(since) >= for_ {
			return now
		}
	}
	t.Fatal("the screen has not come to rest within 30 seconds")
	return 0
}

// hand presses keys without the time that starting a program takes.
type hand struct {
	t  *testing.T
	in io.Writer
}

// newHand returns a hand at the screen's keyboard.
func (s *screen) newHand() hand {
	s.t.Helper()
	cmd := exec.Command("xdotool", "-")
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	in, err := cmd.StdinPipe()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = in.Close(); _ = cmd.Wait() })
	return hand{s.t, in}
}

func (h hand) press(key string) {
	if _, err := fmt.Fprintln(h.in, "key --delay 0", key); err != nil {
		h.t.Fatal(err)
	}
}

// cpuOf is the time that a process has computed, with all its threads.
func cpuOf(t *testing.T, pid int) time.Duration {
	t.Helper()
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		t.Fatalf("process %d is not there: %v", pid, err)
	}
	var sum time.Duration
	for _, task := range tasks {
		data, err := os.ReadFile(task)
		if err != nil {
			continue // a thread that has ended
		}
		first, _, _ := strings.Cut(string(data), " ")
		ns, err := strconv.ParseInt(first, 10, 64)
		if err != nil {
			t.Fatalf("%s: %q", task, data)
		}
		sum += time.Duration(ns)
	}
	return sum
}
