package compose

import (
	"slices"

	"example.org/attache/briefing"
)

// corrected makes the fixes in a briefing that was just composed: those that
// tell people apart first, then names, then what goes by a name.
func (c *composer) corrected(b briefing.Briefing) briefing.Briefing {
	src := c.sources()
	for _, kind := range briefing.FixKinds {
		for _, f := range c.fixes() {
			if f.Kind != kind {
				continue
			}
			if after, _, err := briefing.Apply(b, b.Use(f, src)); err == nil {
				b = after
			}
		}
	}
	seat(b.Section(briefing.DelegationsSection).Lines) // a member may have changed sides
	return b
}

func (c *composer) fixes() []briefing.Fix {
	if len(c.inputs) == 0 {
		return nil
	}
	return c.inputs[0].Fixes
}

// apart reports whether the analyst said that two names are two people.
func (c *composer) apart(x, y string) bool {
	return slices.ContainsFunc(c.fixes(), func(f briefing.Fix) bool {
		return f.Kind == briefing.ApartFix && (f.From == x && f.To == y || f.From == y && f.To == x)
	})
}

func (c *composer) sources() briefing.Sources {
	byID := map[briefing.ArticleID]*briefing.Article{}
	for _, in := range c.inputs {
		byID[in.Article.ID] = in.Article
	}
	src := briefing.Sources{Article: func(id briefing.ArticleID) *briefing.Article { return byID[id] }}
	if len(c.inputs) > 0 {
		src.Names = c.inputs[0].Names
	}
	return src
}
