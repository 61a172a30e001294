package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readme is a folder in which the commands of the README can be run: with the
// files that they name, and a home of its own.
type readme struct {
	t   *testing.T
	dir string
}

func newReadme(t *testing.T) *readme {
	r := &readme{t, t.TempDir()}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"bin", "saved"} {
		if err := os.Mkdir(filepath.Join(r.dir, d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(self, filepath.Join(r.dir, "bin", "attache")); err != nil {
		t.Skip("no links here: ", err)
	}
	samples := "../../assets/samples/"
	for to, from := range map[string]string{
		"article.html": "capital-wire.html", "notes.txt": "harbour-courier.txt",
		"saved/article.html": "capital-wire.html", "saved/notes.txt": "harbour-courier.txt", "saved/review.md": "atlantic-review.md",
	} {
		data, err := os.ReadFile(samples + from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(r.dir, to), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// run runs a line as a shell does and returns what it wrote.
func (r *readme) run(line string) string {
	r.t.Helper()
	c := exec.Command("sh", "-c", line)
	c.Dir = r.dir
	c.Env = append(os.Environ(), "HOME="+r.dir, "XDG_DATA_HOME="+r.dir+"/data", "ATTACHE_LIBRARY="+r.dir+"/library.db", "PATH="+r.dir+"/bin:"+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	if err != nil {
		r.t.Errorf("%s: %v\n%s", line, err, out)
	}
	return string(out)
}

// ids returns the first ids that a command prints as JSON.
func (r *readme) ids(line string, n int) []string {
	r.t.Helper()
	found := regexp.MustCompile(`"id": "(?:sha256:)?([0-9a-f]{6,12})`).FindAllStringSubmatch(r.run(line), n)
	if len(found) < n {
		r.t.Fatalf("%s: %d ids, want %d", line, len(found), n)
	}
	var out []string
	for _, m := range found {
		out = append(out, m[1])
	}
	return out
}

// shortened is an id as the README writes it.
var shortened = regexp.MustCompile(`[0-9a-f]{4}…`)

// Every command of the README does what it says, one after the other.
func TestReadmeCommands(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	r := newReadme(t)
	ran := 0
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "    attache ") {
			continue
		}
		line, _, _ = strings.Cut(line, "  #")
		for _, command := range regexp.MustCompile(` {4,}`).Split(strings.TrimSpace(line), -1) {
			if shortened.MatchString(command) {
				list := "attache list --json"
				if strings.HasPrefix(command, "attache line ") {
					list = "attache lines b1 --json"
				}
				for _, id := range r.ids(list, len(shortened.FindAllString(command, -1))) {
					command = strings.Replace(command, shortened.FindString(command), id, 1)
				}
			}
			r.run(command)
			ran++
		}
	}
	if ran < 20 {
		t.Errorf("%d commands were found in the README", ran)
	}
}
