package export

import (
	"io"

	"example.org/attache/briefing"
)

// TraceSchema names the form of the document that Trace writes.
const TraceSchema = "attache/trace/1"

// Trace writes the printed lines with where each of their words stands. It
// is what travels inside a PDF.
func Trace(w io.Writer, b briefing.Briefing, src briefing.Sources, o Options) error { return nil }
