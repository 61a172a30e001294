package app

import (
	"encoding/base64"
	"fmt"
	"html"
	"strings"
)

// guideHead begins the page; its styles are its own, and it loads nothing.
const guideHead = `<!doctype html>
<html lang="%[1]s">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%[2]s</title>
<style>
body { font: 17px/1.5 "Source Sans 3", system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff }
h1, h2, a { color: #1f3a63; line-height: 1.2 }
img { max-width: 100%%; border: 1px solid #ccd3dd }
code { background: #eef1f6; padding: 0 .2em }
nav a { margin-right: 1em }
.item { padding-left: 1.6em; text-indent: -1.6em; margin: .4em 0 }
.item span { display: inline-block; width: 1.6em; text-indent: 0 }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #16191f } h1, h2, a { color: #a9c3ee } code { background: #2a303b } }
</style>
<h1>%[2]s</h1>
`

// GuidePage is the user guide as one page of HTML with its pictures in it. (By
// hand: a template would keep every method of the whole program, six megabytes.)
func GuidePage(language string) []byte {
	title, _, _ := strings.Cut(strings.TrimPrefix(string(GuideText(language)), "# "), "\n")
	chapters := Guide(language)
	var b strings.Builder
	fmt.Fprintf(&b, guideHead, html.EscapeString(language), html.EscapeString(title))
	b.WriteString("<nav>\n")
	for i, c := range chapters {
		fmt.Fprintf(&b, "<a href=\"#c%d\">%s</a>\n", i+1, html.EscapeString(c.Title))
	}
	b.WriteString("</nav>\n")
	for i, c := range chapters {
		fmt.Fprintf(&b, "<h2 id=\"c%d\">%s</h2>\n", i+1, html.EscapeString(c.Title))
		for _, block := range c.Blocks {
			b.WriteString(block.html())
		}
	}
	b.WriteString("</html>\n")
	return []byte(b.String())
}

// html is a block as an element of the page.
func (g GuideBlock) html() string {
	if g.Picture != nil {
		return fmt.Sprintf("<p><img alt=\"%s\" src=\"data:image/png;base64,%s\"></p>\n", html.EscapeString(g.Runs[0].Text), base64.StdEncoding.EncodeToString(g.Picture))
	}
	var words strings.Builder
	for _, r := range g.Runs {
		text := html.EscapeString(r.Text)
		switch {
		case r.Term:
			text = "<b>" + text + "</b>"
		case r.Code:
			text = "<code>" + text + "</code>"
		}
		words.WriteString(text)
	}
	if g.Mark == "" {
		return "<p>" + words.String() + "</p>\n"
	}
	return fmt.Sprintf("<p class=\"item\"><span>%s</span>%s</p>\n", g.Mark, words.String())
}
