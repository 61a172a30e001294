package export

import (
	"time"

	"example.org/attache/briefing/page"
)

// Options are what every format takes. The zero value prints every line of
// the briefing, names nobody and carries no trace.
type Options struct {
	// Held is what page.Fit held back, so that every format shows the lines
	// the page shows. Its Density sets the size of type of a DOCX file.
	Held page.Held
	// Generator names the program and its version, such as "Attaché 1.0";
	// "" leaves it out.
	Generator string
	// Created is when the file was made; the zero time leaves it out.
	Created time.Time
	// Author writes the name in Details.Author.
	Author bool
	// Trace writes id, kind, status and evidence of every line, hidden in the
	// file. ReadMarkdown needs it to give the same briefing back.
	Trace bool
}
