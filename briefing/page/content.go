package page

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/pattern"
)

// content is a briefing made ready for the sheet: what never goes on the page
// is gone, texts are clean, references are resolved. It is computed once per
// Fit.
type content struct {
	details  briefing.Details
	labels   Labels
	articles []briefing.ArticleRef
	sections []section
	lines    []*line                    // of all sections, in page order
	cited    []bool                     // by article
	foreign  map[briefing.LineID]string // languages that are not the labels'

	unverified    []briefing.LineID // kept off by Details.VerifiedOnly
	possible      []briefing.LineID // kept off until the analyst takes them; see briefing.Line.Possible
	allUnverified bool              // no line of the articles has been checked
}

type section struct {
	kind    briefing.SectionKind
	heading string
	lines   []*line
}

// line is a line that may be printed.
type line struct {
	briefing.Line
	section briefing.SectionKind
	refs    []briefing.Ref
	order   int  // index in content.lines
	held    bool // not in this layout
}

func prepare(b briefing.Briefing) *content {
	c := &content{details: b.Details, labels: LabelsFor(b.Details.Language), articles: b.Articles, foreign: map[briefing.LineID]string{}}
	c.cited = make([]bool, len(b.Articles))
	suggested, checked := 0, 0
	for _, from := range b.Sections {
		sec := section{kind: from.Kind, heading: clean(c.labels.SectionHeading(from))}
		for _, l := range from.Lines {
			switch {
			case !l.OnPage():
				continue
			case b.Details.VerifiedOnly && !l.Reviewed():
				c.unverified = append(c.unverified, l.ID)
				continue
			case l.Possible():
				c.possible = append(c.possible, l.ID)
				continue
			case l.Kind != briefing.AnalystLine && l.Status == briefing.Suggested:
				suggested++
			case l.Kind != briefing.AnalystLine && l.Reviewed():
				checked++
			}
			l.Wording = cleanWording(l.Wording)
			l.Marking = clean(l.Marking)
			ready := &line{Line: l, section: from.Kind, refs: b.Refs(l), order: len(c.lines)}
			for _, r := range ready.refs {
				c.cited[r.Article-1] = true
			}
			if lang := c.languageOf(ready); lang != "" {
				c.foreign[l.ID] = lang
			}
			sec.lines = append(sec.lines, ready)
			c.lines = append(c.lines, ready)
		}
		c.sections = append(c.sections, sec)
	}
	c.allUnverified = suggested > 1 && checked == 0
	return c
}

// languageOf returns the language of a line's words if it is known and not
// that of the labels, so that a screen reader speaks it right.
func (c *content) languageOf(l *line) string {
	if len(l.refs) == 0 || l.Kind == briefing.AnalystLine {
		return ""
	}
	lang := c.articles[l.refs[0].Article-1].Language
	base, _, _ := strings.Cut(lang, "-")
	if base == c.labels.Language || !languageTag().MatchString(lang) {
		return ""
	}
	return lang
}

// languageTag is what a BCP 47 tag may look like.
var languageTag = pattern.New(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func cleanWording(w briefing.Wording) briefing.Wording {
	w.Text, w.Title, w.Side = clean(w.Text), clean(w.Title), clean(w.Side)
	w.Speaker, w.Channel, w.Meeting, w.Mode = clean(w.Speaker), clean(w.Channel), clean(w.Meeting), clean(w.Mode)
	parties := make([]string, len(w.Parties))
	for i, p := range w.Parties {
		parties[i] = clean(p)
	}
	w.Parties = parties
	return w
}

// printed returns the lines of the section that are in this layout.
func (s section) printed() []*line {
	var lines []*line
	for _, l := range s.lines {
		if !l.held {
			lines = append(lines, l)
		}
	}
	return lines
}

// heldBack counts the lines that are on file but not in this layout.
func (c *content) heldBack() int {
	n := len(c.unverified) + len(c.possible)
	for _, l := range c.lines {
		if l.held {
			n++
		}
	}
	return n
}
