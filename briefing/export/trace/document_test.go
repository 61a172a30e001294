package trace_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
)

func TestTrace(t *testing.T) {
	var w bytes.Buffer
	if err := trace.Write(&w, sample().Sealed(nil)); err != nil {
		t.Fatal(err)
	}
	exporttest.Golden(t, "trace.json", w.Bytes())
	if s := w.String(); strings.Contains(s, "bridge.html") || strings.Contains(s, `"suggested":{`) {
		t.Errorf("the trace tells more than the page:\n%s", s)
	}
	d, err := trace.Read(&w)
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
			if got := exporttest.Article(word.Article).Text[word.Start:word.End]; got != word.Text {
				t.Errorf("line %s: %q is traced to %q", l.ID, word.Text, got)
			}
		}
	}
	if _, err := trace.Read(strings.NewReader(`{"schema":"attache/briefing/1"}`)); !errors.Is(err, briefing.ErrUnsupported) {
		t.Errorf("a briefing read as a trace: got %v, want ErrUnsupported", err)
	}
}

// sample is the record of the sample with all that stands in the articles.
func sample() trace.Document {
	return trace.New(export.NewContent(exporttest.Briefing(), exporttest.Options()), false, exporttest.Sources())
}

func BenchmarkTrace(b *testing.B) {
	for b.Loop() {
		var w bytes.Buffer
		if err := trace.Write(&w, sample()); err != nil {
			b.Fatal(err)
		}
	}
}
