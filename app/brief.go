package app

import (
	"context"
	"fmt"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/page"
)

// BriefOptions say how to brief files without a library.
type BriefOptions struct {
	Title   string        // in the analyst's own words; "" keeps the one composed
	Date    briefing.Date // day the articles without a date of their own were published
	Marking string
	TLP     string
	Paper   string // "a4", "letter"; "" is the template's, or A4
	// Template is the name of a built-in template, or a text file; "" is the
	// standard page.
	Template string
	Language string // of the labels: "en", "es", "fr"
	Author   string
	AsOf     briefing.Date
}

// Session is a briefing and the articles it was made of, outside a library.
type Session struct {
	Briefing briefing.Briefing
	Articles []*briefing.Article
	// Meetings are the articles by the meeting they are about; one group if
	// all may be about the same. See BriefEach.
	Meetings [][]*briefing.Article
}

// BriefFiles makes a briefing of files, without a library. It never stops at
// a bad file; the events tell what became of each, in the order given. It
// fails with briefing.ErrEmpty if no file could be read.
func BriefFiles(ctx context.Context, paths []string, o BriefOptions) (Session, []ImportEvent, error) {
	form, err := o.form()
	if err != nil {
		return Session{}, nil, err
	}
	inputs, events, err := readInputs(ctx, paths, o)
	if err != nil {
		return Session{}, events, err
	}
	s, err := session(inputs, o, form)
	return s, events, err
}

// BriefEach is BriefFiles with a briefing for every meeting that the files
// tell of.
func BriefEach(ctx context.Context, paths []string, o BriefOptions) ([]Session, []ImportEvent, error) {
	form, err := o.form()
	if err != nil {
		return nil, nil, err
	}
	inputs, events, err := readInputs(ctx, paths, o)
	if err != nil {
		return nil, events, err
	}
	var each []Session
	for _, group := range compose.Apart(inputs) {
		s, err := session(group, o, form)
		if err != nil {
			return nil, events, err
		}
		each = append(each, s)
	}
	return each, events, nil
}

// form is the template asked for, or the standard page.
func (o BriefOptions) form() (page.Template, error) {
	if o.Template == "" {
		return page.Template{}, nil
	}
	return templateOf(o.Template)
}

// readInputs reads files and finds what they tell, each text once.
func readInputs(ctx context.Context, paths []string, o BriefOptions) ([]compose.Input, []ImportEvent, error) {
	list := ingest.Walk(paths)
	var events []ImportEvent
	for _, p := range list.Problems {
		events = append(events, failed(p.Path, p.Err))
	}
	var reading readOptions
	reading.told, _ = lists(ctx, list, reading.Options)
	files := make([]source, len(list.Files))
	for i, path := range list.Files {
		files[i] = source{path: path}
	}
	var inputs []compose.Input
	seen := map[briefing.ArticleID]bool{}
	err := readAll(ctx, files, reading, func(batch []readFile) error {
		for _, f := range batch {
			if f.err != nil {
				events = append(events, failed(f.path, f.err))
				continue
			}
			e := f.event()
			if seen[f.Article.ID] {
				e.State, e.Notes = Same, nil
			}
			seen[f.Article.ID] = true
			if !f.Article.Published.Known() {
				f.Article.Published = o.Date
			}
			inputs = append(inputs, compose.Input{Article: f.Article, Names: extract.Names})
			events = append(events, e)
		}
		return nil
	})
	for i := range events {
		events[i].Done, events[i].Total = i+1, len(events)
	}
	if err != nil {
		return nil, events, err
	}
	if len(inputs) == 0 {
		return nil, events, fmt.Errorf("brief: no article could be read: %w", briefing.ErrEmpty)
	}
	// Of two files with one text the same one counts, in whatever order they
	// were given.
	inputs, seen = compose.InOrder(inputs), map[briefing.ArticleID]bool{}
	inputs = slices.DeleteFunc(inputs, func(in compose.Input) bool {
		again := seen[in.Article.ID]
		seen[in.Article.ID] = true
		return again
	})
	for i, in := range inputs {
		inputs[i].Findings = extract.Extract(in.Article)
	}
	setOrigins(inputs, nil)
	return inputs, events, nil
}

// session makes the briefing of inputs.
func session(inputs []compose.Input, o BriefOptions, form page.Template) (Session, error) {
	var s Session
	for _, in := range inputs {
		s.Articles = append(s.Articles, in.Article)
	}
	for _, group := range compose.Apart(inputs) {
		var articles []*briefing.Article
		for _, in := range group {
			articles = append(articles, in.Article)
		}
		s.Meetings = append(s.Meetings, articles)
	}
	var err error
	if s.Briefing, err = composed(inputs, s.sources()); err != nil {
		return Session{}, err
	}
	if title := OneLine(o.Title); title != "" {
		if s.Briefing, err = withTitle(s.Briefing, title); err != nil {
			return Session{}, err
		}
	}
	d := &s.Briefing.Details
	d.Marking, d.TLP, d.Author, d.AsOf = OneLine(o.Marking), o.TLP, OneLine(o.Author), o.AsOf
	d.Language = o.Language
	if o.Template != "" {
		if o.Language != "" {
			form.Language = o.Language
		}
		if s.Briefing, _, err = briefing.Apply(s.Briefing, page.ApplyTemplate(s.Briefing, form)); err != nil {
			return Session{}, err
		}
	}
	if o.Paper != "" {
		s.Briefing.Details.Paper = o.Paper
	}
	return s, nil
}

func (s Session) sources() briefing.Sources { return sourcesOf(s.Articles) }

// sourcesOf are articles at hand, to trace lines against.
func sourcesOf(articles []*briefing.Article) briefing.Sources {
	byID := make(map[briefing.ArticleID]*briefing.Article, len(articles))
	for _, a := range articles {
		byID[a.ID] = a
	}
	return briefing.Sources{Article: func(id briefing.ArticleID) *briefing.Article { return byID[id] }, Names: extract.Names}
}

// Export is App.Export for a briefing outside a library. It prints the
// author's name if there is one.
func (s Session) Export(ctx context.Context, o ExportOptions) (ExportReport, error) {
	o.Author = s.Briefing.Details.Author != ""
	p, err := newPress(s.Briefing, s.Articles, s.sources(), o)
	if err != nil {
		return ExportReport{}, err
	}
	files, err := p.print(ctx)
	if err != nil {
		return p.report, err
	}
	for _, f := range files {
		if _, err := inTheWay(f, o.Overwrite); err != nil {
			return p.report, err
		}
	}
	return p.report, writeFiles(files)
}

// Bytes returns what Export would write, for standard output.
func (s Session) Bytes(ctx context.Context, o ExportOptions) ([]byte, ExportReport, error) {
	o.Author = s.Briefing.Details.Author != ""
	p, err := newPress(s.Briefing, s.Articles, s.sources(), o)
	if err != nil {
		return nil, ExportReport{}, err
	}
	contents, err := p.contents(ctx)
	return contents, p.report, err
}
