package app

import (
	"context"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// CopyText returns what Export would print as plain text, for the clipboard.
// It passes the same gate: it fails with briefing.ErrInvented, ErrMarking or
// ErrNoFit if the briefing must not leave the library as it is, and what it
// returns has the marking, the marks of lines that nobody verified and of the
// analyst's own, speakers, sides and sources.
func (a *App) CopyText(ctx context.Context, b briefing.Briefing, o ExportOptions) (string, error) {
	o.Format, o.Path, o.Trace = Markdown, "", false
	p, err := a.press(ctx, b, o)
	if err != nil {
		return "", err
	}
	return p.text()
}

func (p *press) text() (string, error) {
	if err := p.check(); err != nil {
		return "", err
	}
	return export.Plain(export.NewContent(p.b, export.Options{Held: p.held, Author: p.options.Author})), nil
}

// CopyLine returns one line as plain text, for the clipboard, through the same
// gate as the page: a line that is refused, or is marked above the page, is
// not copied. A line that is left out is "".
func (a *App) CopyLine(ctx context.Context, b briefing.Briefing, id briefing.LineID) (string, error) {
	l, section, _, ok := b.Find(id)
	if !ok {
		return "", fmt.Errorf("copy line %s: %w", id, briefing.ErrNotFound)
	}
	b.Sections = []briefing.Section{{Kind: section, Lines: []briefing.Line{l}}}
	p, err := a.press(ctx, b, ExportOptions{Format: Markdown, Unverified: true})
	if err != nil {
		return "", err
	}
	if err := p.check(); err != nil {
		return "", err
	}
	return export.PlainLine(export.NewContent(p.b, export.Options{}), id), nil
}
