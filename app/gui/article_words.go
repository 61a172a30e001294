package gui

import (
	"strings"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// articleName is what an article is called: its title, its first paragraph
// where that reads like one, or its file.
func (w *Window) articleName(a *briefing.Article) string {
	if name := app.OpeningOf(a).Headline; name != "" {
		return name
	}
	return a.Source.Name
}

// aboutArticle is who published an article and when.
func (w *Window) aboutArticle(a *briefing.Article) string {
	var about []string
	if a.Outlet != "" {
		about = append(about, a.Outlet)
	}
	if a.Published.Known() {
		about = append(about, w.date(a.Published))
	} else {
		about = append(about, w.t("reader.undated"))
	}
	return strings.Join(append(about, w.t("reader.paragraphs", "n", len(a.Paragraphs))), " · ")
}
