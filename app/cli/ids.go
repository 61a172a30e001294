package cli

import (
	"context"
	"strings"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// idDigits is how much of an article's hash lists show and commands need:
// enough that no two of a million articles share it by chance (48 bits).
const idDigits = 12

func shortID(id briefing.ArticleID) string {
	s := strings.TrimPrefix(string(id), "sha256:")
	return s[:min(idDigits, len(s))]
}

// articles finds articles by the ids a person typed: whole, or begun.
func articles(ctx context.Context, a *app.App, typed []string) ([]briefing.ArticleID, error) {
	var ids []briefing.ArticleID
	for _, t := range typed {
		found, err := a.FindArticle(ctx, strings.TrimPrefix(t, "sha256:"))
		if err != nil {
			return nil, err
		}
		ids = append(ids, found)
	}
	return ids, nil
}
