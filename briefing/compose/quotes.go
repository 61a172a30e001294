package compose

import (
	"strings"

	"example.org/attache/briefing"
)

// quotes makes a line of every quotation. The words are the article's bytes,
// whatever the line breaks among them.
func (c *composer) quotes() []briefing.Line {
	var lines []briefing.Line
	for n, in := range c.inputs {
		for _, q := range in.Findings.Quotes {
			if !q.Span.Valid(in.Article.Text) || len(q.Evidence) == 0 {
				continue
			}
			w := briefing.Wording{Text: q.Text, Speaker: q.Speaker, Title: q.Title, Channel: q.Channel}
			if w.Speaker == "" {
				w.Speaker = q.SpeakerAsWritten
			}
			l := c.line(n, briefing.QuoteLine, w, q.Basis)
			l.From = distinct(append(c.evidence(n, []briefing.Span{q.Span}), l.From...))
			l.Rank = c.weight(n, q)
			lines = append(lines, l)
		}
	}
	lines = unite(lines, func(a, b briefing.Line) relation {
		if sameQuote(a, b) {
			return same
		}
		return apart
	})
	return ranked(lines, quoteRank)
}

// weight is how much a quotation tells the reader of the page, 0 to 1: said by
// a member of a delegation, by somebody named, and neither a snippet nor a
// speech.
func (c *composer) weight(n int, q briefing.Quote) float64 {
	w := 0.3 * q.Confidence
	if q.Speaker != "" {
		w += 0.2
	}
	for _, d := range c.inputs[n].Findings.Delegations {
		for _, m := range d.Members {
			if sameName(m.Name, q.Speaker) {
				w += 0.3
				if m.Head {
					w += 0.1
				}
			}
		}
	}
	switch words := len(strings.Fields(q.Text)); {
	case words >= 8 && words <= 45:
		w += 0.1
	case words > 80:
		w -= 0.2
	}
	return min(max(w, 0), 1)
}

// sameQuote reports whether two articles give the same words: one quotation
// stands in the other, marks and spaces apart.
func sameQuote(a, b briefing.Line) bool {
	x, y := letters(a.Text), letters(b.Text)
	return strings.Contains(x, y) || strings.Contains(y, x)
}

func letters(s string) string {
	return " " + strings.Join(wordsOf(s), " ") + " "
}
