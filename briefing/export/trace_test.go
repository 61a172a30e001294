package export

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

func TestTrace(t *testing.T) {
	var w bytes.Buffer
	if err := Trace(&w, sampleBriefing(), sampleSources(), sampleOptions()); err != nil {
		t.Fatal(err)
	}
	golden(t, "trace.json", w.Bytes())
	if s := w.String(); strings.Contains(s, "bridge.html") || strings.Contains(s, `"suggested":{`) {
		t.Errorf("the trace tells more than the page:\n%s", s)
	}
	d, err := ReadTrace(&w)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range d.Lines {
		if l.ID == "held" || l.ID == "out" {
			t.Errorf("line %s is not printed, yet in the trace", l.ID)
		}
		for _, word := range l.Words {
			if word.Class != briefing.SourceWord {
				continue
			}
			if got := sampleArticle(word.Article).Text[word.Start:word.End]; got != word.Text {
				t.Errorf("line %s: %q is traced to %q", l.ID, word.Text, got)
			}
		}
	}
	if _, err := ReadTrace(strings.NewReader(jsonOf(t, sampleDocument()))); !errors.Is(err, briefing.ErrUnsupported) {
		t.Errorf("a briefing read as a trace: got %v, want ErrUnsupported", err)
	}
}

func BenchmarkTrace(b *testing.B) {
	br, src, o := sampleBriefing(), sampleSources(), sampleOptions()
	for b.Loop() {
		var w bytes.Buffer
		if err := Trace(&w, br, src, o); err != nil {
			b.Fatal(err)
		}
	}
}
