package html

import (
	"strings"
	"testing"

	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
)

func TestOpen(t *testing.T) {
	f, err := Open(strings.NewReader(htmlOf(t, exporttest.Briefing(), exporttest.Options())))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range trace.Compare(f.Record.Printed, f.Seen) {
		t.Error(c)
	}
}
