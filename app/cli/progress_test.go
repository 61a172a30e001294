package cli

import (
	"strings"
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		done, total int
		passed      time.Duration
		want        string
	}{
		{120, 400, 8 * time.Second, "120 of 400 files, 15 a second, 19 s left"},
		{1, 10, 20 * time.Second, "1 of 10 files, 3 a minute, 3 min left"},
		{10, 100_000, 2 * time.Second, "10 of 100000 files, 5 a second, 6 h left"},
		{7, 7, time.Second, "7 of 7 files, 7 a second, 0 s left"},
	} {
		if got := progressLine("", c.done, c.total, c.passed); got != c.want {
			t.Errorf("%d of %d in %v: %q, want %q", c.done, c.total, c.passed, got, c.want)
		}
	}
}

// The line is shown late, seldom, and leaves nothing of itself.
func TestProgressLeavesNothing(t *testing.T) {
	var out strings.Builder
	at := time.Unix(0, 0)
	p := &progress{w: &out, now: func() time.Time { return at }, begun: at}
	for i := range 1000 {
		at = at.Add(5 * time.Millisecond)
		p.tell(i+1, 1000)
	}
	if n := strings.Count(out.String(), "files"); n == 0 || n > 22 {
		t.Errorf("the line was written %d times in 5 seconds", n)
	}
	p.clear()
	if !strings.HasSuffix(out.String(), " \r") {
		t.Errorf("the line is left: %q", out.String()[max(0, out.Len()-80):])
	}
	before := out.Len()
	(&progress{now: time.Now}).tell(1, 2)
	if p.clear(); out.Len() != before {
		t.Error("something is written for nobody")
	}
}
