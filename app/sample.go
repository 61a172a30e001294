package app

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"example.org/attache/assets"
	"example.org/attache/briefing"
)

// SampleTag marks the articles of the sample.
const SampleTag = "sample"

// LoadSample adds the sample articles, tagged, and drafts their briefing. If
// they are there already it returns the briefing that is.
func (a *App) LoadSample(ctx context.Context) (briefing.BriefingID, error) {
	rows, err := a.Briefings(ctx)
	if err != nil {
		return "", err
	}
	if i := slices.IndexFunc(rows, func(r BriefingRow) bool { return r.Sample }); i >= 0 {
		return rows[i].ID, nil
	}
	files := assets.Samples()
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		return "", fmt.Errorf("load the sample: %w", err)
	}
	var ids, added []briefing.ArticleID
	for _, name := range names { // sorted
		contents, err := fs.ReadFile(files, name)
		if err != nil {
			return "", fmt.Errorf("load the sample: %w", err)
		}
		e, err := a.ImportBytes(ctx, name, contents)
		if err != nil {
			return "", fmt.Errorf("load the sample: %w", err)
		}
		ids = append(ids, e.Article)
		if e.State != Same {
			added = append(added, e.Article)
		}
	}
	if err := a.Tag(ctx, added, []string{SampleTag}, nil); err != nil {
		return "", err
	}
	b, err := a.draft(ctx, ids, true)
	return b.ID, err
}

// RemoveSample takes the sample's briefing away, and its articles but for
// those that another briefing uses.
func (a *App) RemoveSample(ctx context.Context) error {
	rows, err := a.Briefings(ctx)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Sample {
			if err := a.DeleteBriefing(ctx, r.ID); err != nil {
				return err
			}
		}
	}
	found, err := a.Search(ctx, Query{Text: "tag:" + SampleTag + " is:unused", Limit: 1000})
	if err != nil {
		return err
	}
	var ids []briefing.ArticleID
	for _, r := range found.Rows {
		ids = append(ids, r.ID)
	}
	if len(ids) == 0 {
		return nil
	}
	return a.Remove(ctx, ids)
}
