package app_test

import (
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func TestOpeningOf(t *testing.T) {
	long := strings.Repeat("The two ministers spoke of the river and its bridges ", 8) + "."
	for _, c := range []struct {
		name, title    string
		paragraphs     []string
		headline, lead string
	}{
		{"a title of its own", "Ministers meet", []string{"Ministers meet", "They met on Monday."}, "Ministers meet", "They met on Monday."},
		{"a first line that is a headline", "", []string{"Ministers meet in Orsk", "They met on Monday."}, "Ministers meet in Orsk", "They met on Monday."},
		{"a first line that is a sentence", "", []string{"They met on Monday.", "They spoke."}, "They met on Monday.", "They met on Monday."},
		{"one long paragraph", "", []string{long}, "The two ministers spoke", "The two ministers spoke"},
		{"nothing", "", nil, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &briefing.Article{Title: c.title}
			for _, p := range c.paragraphs {
				start := len(a.Text)
				a.Text += p + "\n\n"
				a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: start, End: start + len(p)}, Kind: briefing.Body})
			}
			o := app.OpeningOf(a)
			if !strings.HasPrefix(o.Headline, c.headline) || !strings.HasPrefix(o.Lead, c.lead) || len([]rune(o.Headline)) > 142 || (c.headline == "") != (o.Headline == "") {
				t.Errorf("headline %q, lead %q; want %q, %q", o.Headline, o.Lead, c.headline, c.lead)
			}
		})
	}
}
