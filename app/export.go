package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

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
	Annex      bool   // also write the briefing beside its sources, as an HTML file beside
	Unverified bool   // print suggestions nobody has checked, with a mark
	Author     bool   // print the author's name, if the briefing has one
	Trace      bool   // put the evidence of every line in the file, where the format can hold it
	// Overwrite allows replacing a file that this program did not write, or
	// that was changed since. Files of its own are replaced without it.
	Overwrite bool
}

// ExportReport says what was written, or for CheckExport what would be.
type ExportReport struct {
	Path         string            `json:"path"`
	Annex        string            `json:"annex"` // path of the evidence annex, or ""
	Bytes        int64             `json:"bytes"`
	Pages        int               `json:"pages"`
	Fill         float64           `json:"fill"`   // share of the page that is used, 0 to 1
	Held         []briefing.LineID `json:"held"`   // for want of room, lowest rank first
	Lines        int               `json:"lines"`  // printed
	Traced       int               `json:"traced"` // of those, lines whose every word is traced to a source
	AnalystLines int               `json:"analyst_lines"`
	Unverified   int               `json:"unverified"` // printed, checked by nobody
	Conflicts    int               `json:"conflicts"`  // printed, not decided
	Edited       int               `json:"edited"`     // printed, with words of the analyst's
	Missing      string            `json:"missing"`    // characters that no font of the page has
	Warnings     []string          `json:"warnings"`   // Warn in English
}

// Warn says in a language of the interface what a person should know before
// the briefing leaves the library.
func (r ExportReport) Warn(w *Words) []string {
	var all []string
	for _, c := range []struct {
		key string
		n   int
	}{{"unverified", r.Unverified}, {"conflicts", r.Conflicts}, {"edited", r.Edited}, {"missing", utf8.RuneCountInString(r.Missing)}} {
		if c.n > 0 {
			all = append(all, w.T("warning."+c.key, "n", c.n, "chars", strings.Join(strings.Split(r.Missing, ""), " ")))
		}
	}
	return all
}

// ErrExists means that a file another program made, or changed, is in the way.
var ErrExists = errors.New("a file is in the way that Attaché did not write")

// ExistsError is ErrExists with what is in the way: a path, or what became of
// the file there.
type ExistsError struct{ What string }

func (e *ExistsError) Error() string { return e.What + ": " + ErrExists.Error() }

// Unwrap returns ErrExists.
func (e *ExistsError) Unwrap() error { return ErrExists }

// FormatError is a file name that tells no format.
type FormatError struct{ Path string }

func (e *FormatError) Error() string {
	return fmt.Sprintf("%s: the ending tells no format: use .pdf, .docx, .md, .html or .json", filepath.Base(e.Path))
}

// format returns the format that was asked for.
func (o ExportOptions) format() (Format, error) {
	name := string(o.Format)
	if name == "" {
		name = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.Path), "."))
	}
	switch name {
	case "pdf", "docx", "md", "html", "json":
		return Format(name), nil
	case "markdown":
		return Markdown, nil
	case "htm":
		return HTML, nil
	}
	if info, err := os.Stat(o.Path); err == nil && info.IsDir() {
		return "", &WriteError{Path: o.Path, Err: errFolder}
	}
	return "", &FormatError{o.Path}
}

// annex is the path of the evidence annex.
func (o ExportOptions) annex() string {
	return strings.TrimSuffix(o.Path, filepath.Ext(o.Path)) + " evidence.html"
}

// Export checks a briefing and writes it to a file. The file appears whole or
// not at all: a failed export leaves an old file as it was. It fails with
// briefing.ErrInvented, ErrMarking or ErrNoFit if the briefing must not be
// exported as it is, with ErrExists if a foreign file is in the way, and with
// a *WriteError if the file cannot be written.
func (a *App) Export(ctx context.Context, b briefing.Briefing, o ExportOptions) (ExportReport, error) {
	p, err := a.press(ctx, b, o)
	if err != nil {
		return ExportReport{}, err
	}
	files, err := p.print(ctx)
	if err != nil {
		return p.report, err
	}
	for _, f := range files {
		if err := a.mayWrite(ctx, f, o.Overwrite); err != nil {
			return p.report, err
		}
	}
	if err := writeFiles(files); err != nil {
		var failed *WriteError
		if errors.As(err, &failed) {
			failed.Saved = true
		}
		return p.report, err
	}
	if a.ReadOnly() {
		return p.report, nil
	}
	return p.report, a.noteExports(ctx, files)
}

// ExportBytes returns what Export would write, but for the annex, and writes
// nothing.
func (a *App) ExportBytes(ctx context.Context, b briefing.Briefing, o ExportOptions) ([]byte, ExportReport, error) {
	p, err := a.press(ctx, b, o)
	if err != nil {
		return nil, ExportReport{}, err
	}
	contents, err := p.contents(ctx)
	return contents, p.report, err
}

// CheckExport makes the checks of Export and writes nothing. With the error
// of a failed check it returns what is known of the rest.
func (a *App) CheckExport(ctx context.Context, b briefing.Briefing, o ExportOptions) (ExportReport, error) {
	p, err := a.press(ctx, b, o)
	if err != nil {
		return ExportReport{}, err
	}
	if err := p.check(); err != nil {
		return p.report, err
	}
	if o.Path == "" {
		return p.report, nil
	}
	return p.report, a.mayWrite(ctx, outFile{path: o.Path, format: p.format}, o.Overwrite)
}

func (a *App) press(ctx context.Context, b briefing.Briefing, o ExportOptions) (*press, error) {
	var articles []*briefing.Article
	for _, r := range b.Articles {
		article, err := a.Article(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		articles = append(articles, article)
	}
	return newPress(b, articles, a.sources(ctx), o)
}

// ExportName proposes a name for the exported file: the title and the day of
// the newest article.
func ExportName(b briefing.Briefing, f Format) string {
	title := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) { // what Windows refuses
			return ' '
		}
		return r
	}, b.Title())
	words := strings.Fields(title)
	name := ""
	for _, w := range words {
		if len(name)+len(w) > 80 {
			break
		}
		name = strings.TrimSpace(name + " " + w)
	}
	if name = strings.Trim(name, " ."); name == "" {
		name = "Briefing"
	}
	day := ""
	for _, r := range b.Articles {
		day = max(day, r.Published.String())
	}
	if day != "" {
		name += " " + day
	}
	return name + "." + string(f)
}
