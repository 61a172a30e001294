package docx

import (
	"bytes"
	"testing"

	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

func TestOpen(t *testing.T) {
	f, err := Open(bytes.NewReader(docxOf(t, exporttest.Briefing(), page.A4, exporttest.Options())))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range trace.Compare(f.Record.Printed, f.Seen) {
		t.Error(c)
	}
}
