package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/docx"
	"example.org/attache/briefing/export/html"
	"example.org/attache/briefing/export/json"
	"example.org/attache/briefing/export/markdown"
	"example.org/attache/briefing/export/pdf"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// generator is how exported files name the program that made them.
const generator = "Attaché"

// press makes the files of one export.
type press struct {
	b        briefing.Briefing
	articles []*briefing.Article
	src      briefing.Sources
	options  ExportOptions
	format   Format
	page     *page.Page
	held     page.Held
	fit      error
	report   ExportReport
}

// newPress lays the briefing out and counts what is on the page.
func newPress(b briefing.Briefing, articles []*briefing.Article, src briefing.Sources, o ExportOptions) (*press, error) {
	p := &press{b: b.Clone(), articles: articles, src: src, options: o}
	var err error
	if p.format, err = o.format(); err != nil {
		return nil, err
	}
	if o.Paper != "" {
		p.b.Details.Paper = o.Paper
	}
	if !o.Author {
		p.b.Details.Author = ""
	}
	p.b.Details.VerifiedOnly = !o.Unverified
	p.page, p.held, p.fit = page.Fit(p.b, page.PaperNamed(p.b.Details.Paper))
	if p.fit != nil && !errors.Is(p.fit, briefing.ErrNoFit) {
		return nil, p.fit
	}
	p.count()
	return p, nil
}

// check refuses a briefing that must not leave the library as it is.
func (p *press) check() error {
	if err := briefing.Check(p.b, p.src); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := page.CheckMarking(p.b); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return p.fit
}

// count fills the report.
func (p *press) count() {
	r := &p.report
	r.Path, r.Pages, r.Fill, r.Held = p.options.Path, 1, p.held.Used, p.held.Lines
	for _, l := range p.b.Lines() {
		if !l.OnPage() || slices.Contains(p.held.Lines, l.ID) || slices.Contains(p.held.Unverified, l.ID) {
			continue
		}
		r.Lines++
		if l.Kind == briefing.AnalystLine {
			r.AnalystLines++
			continue
		}
		switch l.Status {
		case briefing.Suggested, briefing.Stale:
			r.Unverified++
		case briefing.Conflict:
			r.Conflicts++
		}
		if slices.ContainsFunc(briefing.Trace(l, p.src), func(w briefing.Word) bool { return w.Class == briefing.YoursWord }) {
			r.Edited++
		} else {
			r.Traced++
		}
	}
	for _, c := range p.held.Missing {
		r.Missing += string(c)
	}
	r.Warnings = r.Warn(English())
}

// print returns the files of the export, after all checks.
func (p *press) print(ctx context.Context) ([]outFile, error) {
	contents, err := p.contents(ctx)
	if err != nil {
		return nil, err
	}
	files := []outFile{{p.options.Path, p.format, contents}}
	if p.options.Annex && p.format != HTML {
		p.report.Annex = p.options.annex()
		if contents, err = p.write(HTML); err != nil {
			return nil, err
		}
		files = append(files, outFile{p.report.Annex, HTML, contents})
	}
	return files, nil
}

func (p *press) contents(ctx context.Context) ([]byte, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	contents, err := p.write(p.format)
	p.report.Bytes = int64(len(contents))
	return contents, err
}

// write writes the briefing in a format. The only day that goes in is the one
// the briefing is as of: the same briefing gives the same bytes.
func (p *press) write(f Format) ([]byte, error) {
	var out bytes.Buffer
	var err error
	o := export.Options{Held: p.held, Generator: generator, Author: p.options.Author, Trace: p.options.Trace, Created: p.b.Details.AsOf.Time()}
	switch f {
	case PDF:
		po := pdf.Options{Title: p.b.Title(), Author: p.b.Details.Author, Language: p.b.Details.Language, Created: o.Created}
		if p.options.Trace {
			record := trace.New(export.NewContent(p.b, o), false, p.src)
			po.Record = &record
		}
		err = pdf.Write(&out, p.page, po)
	case Markdown:
		err = markdown.Write(&out, p.b, o)
	case Word:
		err = docx.Write(&out, p.b, page.PaperNamed(p.b.Details.Paper), o)
	case HTML:
		err = html.Write(&out, p.b, p.articles, o)
	case JSON:
		err = json.Write(&out, json.Document{Generator: generator, Briefing: p.b, HeldBack: p.held.Lines, Unverified: p.held.Unverified})
	}
	if err == nil && out.Len() == 0 {
		err = fmt.Errorf("nothing to write: %w", briefing.ErrUnsupported)
	}
	if err != nil {
		return nil, fmt.Errorf("export %s: %w", filepath.Base(p.options.Path), err)
	}
	return out.Bytes(), nil
}
