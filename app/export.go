package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
)

// Format is a kind of file to export.
type Format string

// The formats.
const (
	PDF      Format = "pdf"
	Markdown Format = "md"
	Word     Format = "docx"
	HTML     Format = "html"
	JSON     Format = "json"
)

// Formats lists the formats in the order the export window shows them.
var Formats = []Format{PDF, Word, Markdown, HTML, JSON}

// ExportOptions say what to write and where.
type ExportOptions struct {
	Path       string
	Format     Format // "" is by the ending of Path
	Paper      string // "a4", "letter"; "" is the briefing's own
	Annex      bool   // also write the evidence, in a second file beside
	Unverified bool   // print suggestions nobody has checked, with a mark
	Author     bool   // print the author's name, if the briefing has one
	Trace      bool   // put the evidence of every line in the file, where the format can hold it
	// Overwrite allows replacing a file that this program did not write.
	// Files of its own are replaced without it.
	Overwrite bool
}

// ExportReport says what was written, or for CheckExport what would be.
type ExportReport struct {
	Path         string
	Annex        string // path of the evidence annex, or ""
	Bytes        int64
	Pages        int
	Fill         float64 // of one page, 0 to 1
	Held         []briefing.LineID
	Lines        int // printed
	Traced       int // of those, lines whose every word is traced to a source
	AnalystLines int
	Unverified   int
	Conflicts    int
	Warnings     []string // in the words shown to the person
}

// Export checks a briefing and writes it to a file. The file appears whole or
// not at all: a failed export leaves an old file as it was. It fails with
// briefing.ErrInvented, ErrMarking or ErrNoFit if the briefing must not be
// exported as it is, and with ErrExists if a foreign file is in the way.
func (a *App) Export(ctx context.Context, b briefing.Briefing, o ExportOptions) (ExportReport, error) {
	return ExportReport{}, errors.ErrUnsupported
}

// CheckExport makes the checks of Export and writes nothing.
func (a *App) CheckExport(ctx context.Context, b briefing.Briefing, o ExportOptions) (ExportReport, error) {
	return ExportReport{}, errors.ErrUnsupported
}

// ErrExists means that a file another program made is in the way.
var ErrExists = errors.New("a file that Attaché did not write is in the way")
