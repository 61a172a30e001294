//go:build cgo && !nogui && linux

package desktop_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestResponse takes minutes, and needs a machine that does nothing else. It
// measures this program, and another build of it in the same minutes:
//
//	go test ./app/desktop -run '^TestResponse$' -v -timeout 1h -respond 20000 -against /path/of/another/attache
var (
	respond = flag.Int("respond", 0, "articles in the library of TestResponse; 0 leaves it out")
	against = flag.String("against", "", "another build of the program that TestResponse measures, too")
	rounds  = flag.Int("rounds", 100, "keys that TestResponse presses of each kind")
)

// responses is how long a program takes to answer, in what is done with it.
type responses struct {
	wall map[string][]time.Duration
	cpu  map[string][]time.Duration // computed meanwhile, which other programs change little
	rate map[string]float64         // of one core, in per cent
}

// goals are what each is to take at most, in the middle and at the 95th of a
// hundred; 0 is no goal.
var goals = []struct {
	what        string
	median, p95 time.Duration
}{
	{"first text", 500 * time.Millisecond, 0},
	{"down, up", 60 * time.Millisecond, 120 * time.Millisecond},
	{"verify", 60 * time.Millisecond, 120 * time.Millisecond},
	{"search, each key", 100 * time.Millisecond, 0},
	{"three articles to a briefing", 350 * time.Millisecond, 0},
}

// TestResponse measures how soon what is seen answers a key: until the first
// pixel has changed on a screen that is drawn without a graphics card.
func TestResponse(t *testing.T) {
	if *respond == 0 {
		t.Skip("measures for minutes: -respond 20000")
	}
	home := needsScreen(t)
	this, err := program()
	if err != nil {
		t.Fatal(err)
	}
	folder := articlesIn(t, home, *respond)
	names, paths := []string{"this build"}, []string{this}
	if *against != "" {
		names, paths = append(names, "the other"), append(paths, *against)
	}
	measured := make([]responses, len(paths))
	for i, path := range paths {
		measured[i] = measure(t, path, folder)
		for what, wall := range measured[i].wall {
			t.Logf("%s: %s: %.0f ms of %d", names[i], what, ms(at(wall, 50)), len(wall))
		}
	}
	t.Logf("%-30s %-12s %8s %8s %8s", "milliseconds", "", "median", "95 of 100", "computed")
	for _, goal := range goals {
		for i, m := range measured {
			wall := m.wall[goal.what]
			t.Logf("%-30s %-12s %8.0f %8.0f %8.0f", goal.what, names[i], ms(at(wall, 50)), ms(at(wall, 95)), ms(at(m.cpu[goal.what], 50)))
			if i > 0 {
				t.Logf("%-30s %-12s %8.2f %8.2f %8.2f", "", "ratio", ratio(measured[0].wall[goal.what], wall, 50), ratio(measured[0].wall[goal.what], wall, 95),
					ratio(measured[0].cpu[goal.what], m.cpu[goal.what], 50))
				continue
			}
			if at(wall, 50) > goal.median || goal.p95 > 0 && at(wall, 95) > goal.p95 {
				t.Errorf("%s takes longer than %v, and %v at the 95th of a hundred", goal.what, goal.median, goal.p95)
			}
		}
	}
	for _, what := range []string{"at rest", "minimised"} {
		for i, m := range measured {
			t.Logf("%-30s %-12s %8.2f %% of a core", what, names[i], m.rate[what])
		}
	}
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// at is the value that so many of a hundred do not exceed.
func at(values []time.Duration, percent int) time.Duration {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

func ratio(a, b []time.Duration, percent int) float64 {
	return float64(at(a, percent)) / max(1, float64(at(b, percent)))
}

// articlesIn writes n articles into a folder: three of one meeting, and others.
func articlesIn(t *testing.T, home string, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(home, "articles")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.html", pageOfMeeting)
	write("b.txt", strings.Replace(textOfMeeting, "15 March", "1 March", 1)) // a line in conflict is not verified by a key
	write("c.eml", mailOfMeeting)
	for i := range n - 3 {
		write(fmt.Sprintf("%05d.txt", i), fmt.Sprintf("Talks on %s, round %d\n\n%s.", subjects[i%len(subjects)], i, wordy(i)))
	}
	return folder
}

// measure measures one build of the program, on a library and a screen of its
// own.
func measure(t *testing.T, path, folder string) responses {
	t.Helper()
	home := t.TempDir()
	// What the articles tell is read, too, as it is after some minutes of use: the
	// window would read it meanwhile.
	for _, args := range [][]string{{"import", folder}, {"agreements"}} {
		cmd := exec.Command(path, args...)
		cmd.Env = append(os.Environ(), "HOME="+home, "ATTACHE_LIBRARY="+filepath.Join(home, "library.db"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s %s: %v\n%.2000s", path, args[0], err, out)
		}
	}
	s := &screen{t: t, home: home, path: path}
	s.serve("-fbdir", home)
	p := watch(t, home)
	r := responses{map[string][]time.Duration{}, map[string][]time.Duration{}, map[string]float64{}}
	for range 5 { // the first has the files to read
		p.quiet(t, time.Second)
		begun := time.Now()
		s.open()
		for !p.text() && time.Since(begun) < time.Minute {
			time.Sleep(looks)
		}
		r.wall["first text"] = append(r.wall["first text"], time.Since(begun))
		r.cpu["first text"] = append(r.cpu["first text"], cpuOf(t, s.program.Process.Pid))
		s.until("the library", func(e map[string]any) bool { return e["event"] == "found" })
		p.quiet(t, time.Second)
		s.kill()
	}
	s.open()
	s.until("the library", func(e map[string]any) bool { return e["event"] == "found" })
	r.keys(s, p)
	s.key("ctrl+q")
	s.ended()

	s.quiet = true // a test's own listening costs more than the window does at rest
	s.open()
	time.Sleep(45 * time.Second) // the day's backup is made meanwhile
	r.rate["at rest"] = s.rate(30 * time.Second)
	s.minimise()
	time.Sleep(2 * time.Second) // it draws itself once more
	r.rate["minimised"] = s.rate(30 * time.Second)
	s.kill()
	return r
}

// rate is how much of a core the program takes for a time, in per cent.
func (s *screen) rate(for_ time.Duration) float64 {
	before, begun := cpuOf(s.t, s.program.Process.Pid), time.Now()
	time.Sleep(for_)
	return 100 * float64(cpuOf(s.t, s.program.Process.Pid)-before) / float64(time.Since(begun))
}

// minimise does to the window what a window manager does: it is taken from the
// screen, and told so.
func (s *screen) minimise() {
	id := strings.TrimSpace(s.do("search", "--onlyvisible", "--name", "Attaché"))
	cmd := exec.Command("xprop", "-id", id, "-f", "WM_STATE", "32c", "-set", "WM_STATE", "3")
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	if err := cmd.Run(); err != nil {
		s.t.Logf("xprop is not installed (apt-get install x11-utils): %v", err)
	}
	s.do("windowunmap", id)
}

// keys measures what keys do.
func (r *responses) keys(s *screen, p *pixels) {
	h, pid := s.newHand(), s.program.Process.Pid
	const rest = 200 * time.Millisecond
	press := func(what, key string) {
		s.t.Helper()
		before, computed := p.quiet(s.t, rest), cpuOf(s.t, pid)
		pressed := time.Now()
		h.press(key)
		r.add(what, p.changed(s.t, before).Sub(pressed), cpuOf(s.t, pid)-computed)
	}
	// until presses a key, waits for what the program tells, and then for what
	// is seen of it: nothing, where what it shows is as it was.
	until := func(what, key string, is func(map[string]any) bool) {
		s.t.Helper()
		p.quiet(s.t, rest)
		s.forget()
		computed, pressed := cpuOf(s.t, pid), time.Now()
		h.press(key)
		before := p.sum()
		for !s.told(is) {
			before = p.sum()
			time.Sleep(looks)
		}
		answered := time.Now()
		for p.sum() == before && time.Since(answered) < 100*time.Millisecond {
			time.Sleep(looks)
		}
		if p.sum() != before {
			answered = time.Now()
		}
		r.add(what, answered.Sub(pressed), cpuOf(s.t, pid)-computed)
	}
	p.quiet(s.t, time.Second)
	h.press("ctrl+shift+f")
	for range (*rounds + 39) / 40 {
		typed := ""
		for _, key := range []string{"h", "a", "r", "b", "o", "u", "r", "space", "t", "r", "e", "a", "t", "y"} {
			typed += strings.Replace(key, "space", " ", 1)
			until("search, each key", key, func(e map[string]any) bool { return e["event"] == "found" && e["query"] == strings.TrimSpace(typed) })
		}
		h.press("ctrl+a")
		h.press("BackSpace")
		p.quiet(s.t, time.Second)
	}
	for _, c := range "desaguadero" {
		h.press(string(c))
	}
	s.until("the three articles", func(e map[string]any) bool {
		return e["event"] == "found" && e["query"] == "desaguadero" && e["total"] == 3.0
	})
	for range max(3, *rounds/10) {
		h.press("ctrl+shift+f")
		h.press("Return")
		h.press("ctrl+a")
		p.quiet(s.t, time.Second)
		until("three articles to a briefing", "ctrl+Return", func(e map[string]any) bool { return e["event"] == "briefing" })
	}
	p.quiet(s.t, time.Second)
	for range *rounds / 10 {
		for _, key := range []string{"Down", "Down", "Down", "Down", "Down", "Up", "Up", "Up", "Up", "Up"} {
			press("down, up", key)
		}
	}
	for range *rounds {
		press("verify", "v")
		p.quiet(s.t, rest)
		s.forget()
		h.press("ctrl+z") // there are fewer lines than rounds
		s.wait("undone")
	}
}

func (r *responses) add(what string, wall, computed time.Duration) {
	r.wall[what] = append(r.wall[what], wall)
	r.cpu[what] = append(r.cpu[what], computed)
}

// forget drops the events told so far.
func (s *screen) forget() {
	for len(s.events) > 0 {
		<-s.events
	}
}

// told reports whether one of the events told since is one; it does not wait.
func (s *screen) told(is func(map[string]any) bool) bool {
	for len(s.events) > 0 {
		if e, ok := <-s.events; ok && is(e) {
			return true
		}
	}
	return false
}
