package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/store"
)

// OriginVerdict is what an analyst says of two articles: that they come from
// one origin, as an agency's report printed by two papers does, or that they
// do not, whatever they share.
type OriginVerdict string

// The verdicts.
const (
	OriginComputed OriginVerdict = "" // by the text they share
	OriginSame     OriginVerdict = "same"
	OriginSeparate OriginVerdict = "separate"
)

// OriginPair is a verdict on two articles.
type OriginPair struct {
	A, B    briefing.ArticleID // A < B
	Verdict OriginVerdict
}

// originsKey is the setting that holds the verdicts: those on each pair, by
// the two ids with a blank between.
const originsKey = "origins"

// verdicts are the analyst's, by pair.
type verdicts map[string]OriginVerdict

func pairKey(a, b briefing.ArticleID) string {
	if b < a {
		a, b = b, a
	}
	return string(a) + " " + string(b)
}

func (v verdicts) on(a, b briefing.ArticleID) OriginVerdict { return v[pairKey(a, b)] }

// SetOrigin says of articles, each with each, whether they come from one
// origin. Briefings that cite two of them are brought up to date as one edit
// each, which can be undone. It returns the verdicts there were, for
// SetOrigins to put back.
func (a *App) SetOrigin(ctx context.Context, ids []briefing.ArticleID, v OriginVerdict) (before []OriginPair, err error) {
	var pairs []OriginPair
	for i, x := range ids {
		for _, y := range ids[:i] {
			if x != y {
				pairs = append(pairs, OriginPair{min(x, y), max(x, y), v})
			}
		}
	}
	return a.SetOrigins(ctx, pairs)
}

// SetOrigins gives verdicts on pairs of articles, and returns those there
// were.
func (a *App) SetOrigins(ctx context.Context, pairs []OriginPair) (before []OriginPair, err error) {
	var ids []briefing.ArticleID
	for _, p := range pairs {
		ids = append(ids, p.A, p.B)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	err = a.change(Event{Kind: ArticlesChanged, Articles: ids}, func(lib *store.Library) error {
		all, err := a.verdicts(ctx)
		if err != nil {
			return err
		}
		for _, p := range pairs {
			before = append(before, OriginPair{p.A, p.B, all.on(p.A, p.B)})
			if p.Verdict == OriginComputed {
				delete(all, pairKey(p.A, p.B))
				continue
			}
			all[pairKey(p.A, p.B)] = p.Verdict
		}
		value, err := json.Marshal(all)
		if err != nil {
			return err
		}
		return lib.SetSetting(ctx, originsKey, value)
	})
	if err != nil {
		return nil, err
	}
	return before, a.countAnew(ctx, ids)
}

// Origin says whether two articles count as one origin, and whether the
// analyst said so.
func (a *App) Origin(ctx context.Context, x, y briefing.ArticleID) (same bool, v OriginVerdict, err error) {
	all, err := a.verdicts(ctx)
	if err != nil {
		return false, "", err
	}
	var both []*briefing.Article
	for _, id := range []briefing.ArticleID{x, y} {
		article, err := a.Article(ctx, id)
		if err != nil {
			return false, "", err
		}
		both = append(both, article)
	}
	of := origins(both, all)
	return of[0] == of[1], all.on(x, y), nil
}

func (a *App) verdicts(ctx context.Context) (verdicts, error) {
	value, err := a.library().Setting(ctx, originsKey)
	if err != nil {
		return nil, a.failed(err)
	}
	all := verdicts{}
	if value == nil {
		return all, nil
	}
	if err := json.Unmarshal(value, &all); err != nil {
		return nil, a.failed(fmt.Errorf("read origins: %w: %w", briefing.ErrDamaged, err))
	}
	return all, nil
}

// countAnew has the briefings that cite two of the articles count their
// origins anew.
func (a *App) countAnew(ctx context.Context, ids []briefing.ArticleID) error {
	cited := map[briefing.BriefingID]int{}
	var users []briefing.BriefingID
	for _, id := range ids {
		by, err := a.library().UsedBy(ctx, id)
		if err != nil {
			return a.failed(err)
		}
		for _, b := range by {
			if cited[b]++; cited[b] == 2 {
				users = append(users, b)
			}
		}
	}
	all, err := a.verdicts(ctx)
	if err != nil {
		return err
	}
	for _, id := range users {
		b, err := a.Briefing(ctx, id)
		if err != nil {
			return err
		}
		e, changed, err := a.originEdit(ctx, b, all)
		if err != nil {
			return err
		}
		if changed {
			if _, err := a.Do(ctx, id, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// originEdit returns the edit that has a briefing count its origins anew, if
// that is a change.
func (a *App) originEdit(ctx context.Context, b briefing.Briefing, v verdicts) (e briefing.Edit, changed bool, err error) {
	articles := make([]*briefing.Article, len(b.Articles))
	for i, r := range b.Articles {
		if articles[i], err = a.Article(ctx, r.ID); err != nil {
			return e, false, err
		}
	}
	refs := slices.Clone(b.Articles)
	numbers := map[int]int{} // as compose numbers them: from 0, by first mention
	for i, origin := range origins(articles, v) {
		n, seen := numbers[origin]
		if !seen {
			n = len(numbers)
			numbers[origin] = n
		}
		changed = changed || refs[i].Origin != n
		refs[i].Origin = n
	}
	return briefing.Edit{Op: briefing.SetArticles, Name: "Count Origins", Articles: refs}, changed, nil
}

// setOrigins marks inputs that copy one another, or that the analyst said do.
func setOrigins(inputs []compose.Input, v verdicts) {
	articles := make([]*briefing.Article, len(inputs))
	for i, in := range inputs {
		articles[i] = in.Article
	}
	for i, origin := range origins(articles, v) {
		inputs[i].Origin = origin
	}
}
