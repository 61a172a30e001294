package export

import (
	"io"

	"example.org/attache/briefing"
)

// FindingsSchema names the form of the document that Findings writes.
const FindingsSchema = "attache/findings/1"

// Findings writes an article and what the rules found in it as JSON, in the
// form attache/findings/1. Offsets are bytes of the article's text. Metadata
// that the article does not give is null, a list is never null.
func Findings(w io.Writer, a *briefing.Article, f briefing.Findings) error { return nil }
