package app

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
)

// told are what lists say of the files beside them, by the files' paths.
type told map[string]ingest.Reference

// lists reads the lists in folders: those that name files of the import give
// them their details, the others are files to be told of.
func lists(ctx context.Context, list ingest.Listing, o ingest.Options) (told, []string) {
	if len(list.Lists) == 0 {
		return nil, nil
	}
	reader := ingest.NewReader(o)
	defer reader.Close()
	there := map[string]bool{}
	for _, path := range list.Files {
		there[filepath.Clean(path)] = true
	}
	all := told{}
	var alone []string
	for _, path := range list.Lists {
		_, err := reader.File(ctx, path)
		var foreign *ingest.ForeignError
		used := false
		if errors.As(err, &foreign) {
			for _, r := range foreign.References {
				for _, name := range r.Files {
					if beside := filepath.Join(filepath.Dir(path), filepath.FromSlash(name)); there[beside] {
						all[beside], used = r, true
					}
				}
			}
		}
		if !used {
			alone = append(alone, path)
		}
	}
	return all, alone
}

// give gives the articles of a file what a list says of it.
func (t told) give(path string, r *ingest.Result) {
	if reference, ok := t[filepath.Clean(path)]; ok && len(r.More) == 0 {
		r.Told(reference)
	}
}

// tells reports whether a list says something of a file.
func (t told) tells(path string) bool {
	_, ok := t[filepath.Clean(path)]
	return ok
}

// Offer is what a list of references or links says of an article that is in
// the library and lacks it.
type Offer struct {
	Article briefing.ArticleID
	Title   string         // of the article, or its file's name
	Details ArticleDetails // what the list has and the article lacks
}

// offers returns what a list says of articles in the library, known by their
// addresses.
func (a *App) offers(ctx context.Context, err error) ([]Offer, error) {
	var foreign *ingest.ForeignError
	if !errors.As(err, &foreign) || len(foreign.References) == 0 {
		return nil, nil
	}
	byURL := map[string]ingest.Reference{}
	for _, r := range foreign.References {
		if key := addressKey(r.URL); key != "" {
			byURL[key] = r
		}
	}
	if len(byURL) == 0 {
		return nil, nil
	}
	addresses, err := a.library().Addresses(ctx)
	if err != nil {
		return nil, a.failed(err)
	}
	var all []Offer
	for _, at := range addresses {
		r, ok := byURL[addressKey(at.URL)]
		if !ok {
			continue
		}
		article, err := a.Article(ctx, at.Article)
		if err != nil {
			return nil, err
		}
		if d, ok := gaps(article, r); ok {
			all = append(all, Offer{article.ID, nameOf(article), d})
		}
	}
	return all, nil
}

// gaps returns what a reference has and an article lacks.
func gaps(article *briefing.Article, r ingest.Reference) (d ArticleDetails, any bool) {
	filled := *article
	h := ingest.Held{Article: &filled}
	h.Told(r)
	fill := func(to **string, had, has string) {
		if had == "" && has != "" {
			*to, any = &has, true
		}
	}
	fill(&d.Title, article.Title, filled.Title)
	fill(&d.Outlet, article.Outlet, filled.Outlet)
	fill(&d.Byline, article.Byline, filled.Byline)
	if !article.Published.Known() && filled.Published.Known() {
		d.Published, any = &filled.Published, true
	}
	return d, any
}

// addressKey is an address without what differs between copies of it: the
// scheme, "www.", a slash at the end and the fragment.
func addressKey(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return ""
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}

// Fill gives articles the details that a list offers them, and returns what
// they had, for Fill to put back.
func (a *App) Fill(ctx context.Context, offers []Offer) (before []Offer, err error) {
	for _, o := range offers {
		article, err := a.Article(ctx, o.Article)
		if err != nil {
			return before, err
		}
		old := Offer{Article: o.Article, Title: o.Title}
		keep := func(now *string, was string) *string {
			if now == nil {
				return nil
			}
			return &was
		}
		old.Details = ArticleDetails{Title: keep(o.Details.Title, article.Title), Outlet: keep(o.Details.Outlet, article.Outlet), Byline: keep(o.Details.Byline, article.Byline)}
		if o.Details.Published != nil {
			day := article.Published
			old.Details.Published = &day
		}
		if err := a.SetDetails(ctx, o.Article, o.Details); err != nil {
			return before, fmt.Errorf("fill in details: %w", err)
		}
		before = append(before, old)
	}
	return before, nil
}
