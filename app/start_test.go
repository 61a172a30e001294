package app_test

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestStart has the runtime say what each package of ours makes as the program
// starts. A lexicon read or an expression compiled there is paid for by every
// command, "attache --version" too: words.Later and pattern.New wait.
func TestStart(t *testing.T) {
	const most = 150_000 // bytes; the sets of words of a grammar are half of it
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	said := regexp.MustCompile(`(?m)^init (\S+) .* (\d+) bytes, \d+ allocs$`).FindAllSubmatch(out, -1)
	ours := 0
	for _, m := range said {
		name := string(m[1])
		bytes, err := strconv.Atoi(string(m[2]))
		if err != nil || !strings.HasPrefix(name, module) || strings.Contains(name, "_test") {
			continue
		}
		if ours++; bytes > most {
			t.Errorf("%s makes %d bytes as the program starts, more than %d", name, bytes, most)
		}
	}
	if ours == 0 {
		t.Fatalf("the runtime named none of our packages: %s", out)
	}
}
