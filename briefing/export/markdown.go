package export

import (
	"io"

	"example.org/attache/briefing"
)

// Markdown writes the briefing as Markdown with YAML front matter.
func Markdown(w io.Writer, b briefing.Briefing, o Options) error { return nil }

// ReadMarkdown reads what Markdown wrote.
func ReadMarkdown(r io.Reader) (briefing.Briefing, error) {
	return briefing.Briefing{}, briefing.ErrUnsupported
}
