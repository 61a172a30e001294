package app

import (
	"context"
	"strings"

	"example.org/attache/briefing"
)

// Opening is how an article begins, to tell it by in a list.
type Opening struct {
	Headline string // its title, or its first paragraph where that reads like one; "" for none
	Lead     string // the first words of its text after that
}

// Lengths of an opening, in runes.
const (
	// maxHeadline is how long a first paragraph can be to be taken for a
	// headline: the longest of news agencies have some 120.
	maxHeadline = 140
	maxLead     = 240
)

// Openings returns how articles begin. Those that are not there are left out.
func (a *App) Openings(ctx context.Context, ids []briefing.ArticleID) (map[briefing.ArticleID]Opening, error) {
	all := make(map[briefing.ArticleID]Opening, len(ids))
	for _, id := range ids {
		if x, err := a.Article(ctx, id); err == nil {
			all[id] = OpeningOf(x)
		}
	}
	return all, ctx.Err()
}

// OpeningOf returns how an article begins. What the file holds beside its text,
// such as menus, is passed over.
func OpeningOf(a *briefing.Article) Opening {
	o := Opening{Headline: a.Title}
	for _, p := range a.Paragraphs {
		text := OneLine(p.Of(a.Text))
		if p.Kind == briefing.Furniture || text == "" || strings.EqualFold(text, o.Headline) {
			continue
		}
		if o.Headline == "" && headline(text) {
			o.Headline = text
			continue
		}
		o.Lead = beginning(text, maxLead)
		break
	}
	if o.Headline == "" { // nothing reads like one: the first words do
		o.Headline = beginning(o.Lead, maxHeadline)
	}
	return o
}

// headline reports whether a first paragraph reads like a headline: it is
// short and no sentence that ends.
func headline(text string) bool {
	return len([]rune(text)) <= maxHeadline && !strings.HasSuffix(strings.TrimRight(text, `"”’)»`), ".")
}

// beginning returns whole words of a text, up to n runes.
func beginning(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	cut := string(runes[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}
