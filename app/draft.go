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
// order of ids is that of the references.
func (a *App) Draft(ctx context.Context, ids []briefing.ArticleID) (briefing.Briefing, error) {
	return a.draft(ctx, ids, false)
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
// refuses is a mistake of a rule: it is left out rather than shown.
func composed(inputs []compose.Input, src briefing.Sources) (briefing.Briefing, error) {
	b := compose.Compose(shown(inputs)...)
	err := briefing.Check(b, src)
	var broken *briefing.CheckError
	if !errors.As(err, &broken) {
		return b, err
	}
	bad := map[briefing.LineID]bool{}
	for _, v := range broken.Violations {
		bad[v.Line] = true
	}
	for i, s := range b.Sections {
		b.Sections[i].Lines = slices.DeleteFunc(s.Lines, func(l briefing.Line) bool { return bad[l.ID] })
	}
	return b, briefing.Check(b, src)
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
	setOrigins(inputs, v)
	return inputs, nil
}
