package app

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
)

// Draft makes a briefing of articles: extracts, composes and saves it. The
// order of ids does not matter.
func (a *App) Draft(ctx context.Context, ids []briefing.ArticleID) (briefing.Briefing, error) {
	return a.draft(ctx, ids, false)
}

// Apart groups articles by the meeting they are about; one group if all may be
// about the same.
func (a *App) Apart(ctx context.Context, ids []briefing.ArticleID) ([][]briefing.ArticleID, error) {
	inputs, err := a.inputs(ctx, ids)
	if err != nil {
		return nil, err
	}
	var groups [][]briefing.ArticleID
	for _, group := range compose.Apart(inputs) {
		var g []briefing.ArticleID
		for _, in := range group {
			g = append(g, in.Article.ID)
		}
		groups = append(groups, g)
	}
	return groups, nil
}

func (a *App) draft(ctx context.Context, ids []briefing.ArticleID, sample bool) (briefing.Briefing, error) {
	if len(ids) == 0 {
		return briefing.Briefing{}, fmt.Errorf("draft a briefing: no articles: %w", briefing.ErrEmpty)
	}
	inputs, err := a.inputs(ctx, ids)
	if err != nil {
		return briefing.Briefing{}, err
	}
	b, err := composed(inputs, a.sources(ctx))
	if err != nil {
		return briefing.Briefing{}, err
	}
	return a.create(ctx, b, sample)
}

// composed composes a briefing and has it checked. A line that the referee
// refuses is a mistake of a rule: it falls back to its whole clause, and where
// that does not mend it, is left out rather than shown.
func composed(inputs []compose.Input, src briefing.Sources) (briefing.Briefing, error) {
	b := compose.Compose(inputs...)
	refused, err := refusals(b, src)
	if err != nil || len(refused) == 0 {
		return b, err
	}
	for i, s := range b.Sections {
		kept := s.Lines[:0]
		for _, l := range s.Lines {
			if vs := refused[l.ID]; len(vs) > 0 {
				wide, ok := briefing.Widen(s.Kind, l, src)
				if !ok || wide.Text == l.Text {
					continue
				}
				l.Text, l.Suggested.Text = wide.Text, wide.Text
			}
			kept = append(kept, l)
		}
		b.Sections[i].Lines = kept
	}
	if refused, err = refusals(b, src); err != nil {
		return b, err
	}
	for i, s := range b.Sections {
		b.Sections[i].Lines = slices.DeleteFunc(s.Lines, func(l briefing.Line) bool { return len(refused[l.ID]) > 0 })
	}
	return b, briefing.Check(b, src)
}

// refusals returns what the referee says against lines, by line.
func refusals(b briefing.Briefing, src briefing.Sources) (map[briefing.LineID][]briefing.Violation, error) {
	err := briefing.Check(b, src)
	var broken *briefing.CheckError
	if !errors.As(err, &broken) {
		return nil, err
	}
	refused := map[briefing.LineID][]briefing.Violation{}
	for _, v := range broken.Violations {
		refused[v.Line] = append(refused[v.Line], v)
	}
	return refused, nil
}

// inputs gathers articles, each once, their findings, and what was learnt.
func (a *App) inputs(ctx context.Context, ids []briefing.ArticleID) ([]compose.Input, error) {
	var each []briefing.ArticleID
	for _, id := range ids {
		if !slices.Contains(each, id) {
			each = append(each, id)
		}
	}
	inputs := make([]compose.Input, len(each))
	fixes, err := a.fixes(ctx)
	if err != nil {
		return nil, err
	}
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.NumCPU())
	for i, id := range each {
		g.Go(func() (err error) {
			inputs[i].Fixes, inputs[i].Names = fixes, extract.Names
			if inputs[i].Article, err = a.Article(gctx, id); err != nil {
				return err
			}
			inputs[i].Findings, err = a.Findings(gctx, id)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	v, err := a.verdicts(ctx)
	if err != nil {
		return nil, err
	}
	inputs = compose.InOrder(inputs)
	setOrigins(inputs, v)
	return inputs, nil
}
