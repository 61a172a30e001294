package export

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"example.org/attache/briefing"
)

// lineComment is what a comment behind a line of Markdown carries: all that
// the words in sight cannot. What is as usual is left out.
type lineComment struct {
	ID     briefing.LineID   `json:"id"`
	Kind   briefing.LineKind `json:"kind,omitempty"`   // "" is extract
	Status briefing.Status   `json:"status,omitempty"` // "" is suggested
	From   string            `json:"from,omitempty"`   // "1:0-57 2:30-41": article, bytes
	Rule   briefing.RuleID   `json:"rule,omitempty"`
	Reason string            `json:"reason,omitempty"`
	Rank   float64           `json:"rank,omitempty"`
	// Alternatives are other articles' wordings of a line in conflict.
	Alternatives []briefing.Wording `json:"alternatives,omitempty"`
	Label        string             `json:"label,omitempty"`
	Locked       bool               `json:"locked,omitempty"`
	Pinned       bool               `json:"pinned,omitempty"`
	// At is the line's place in its section, where lines are shown in another
	// order.
	At *int `json:"at,omitempty"`
	// Seen is a hash of the words in sight, to know when a person changed
	// them.
	Seen string `json:"seen"`
	// SeenText is the same of a quotation's text alone.
	SeenText string `json:"text,omitempty"`
	// Asides says what each thing behind the dash is, unless as usual.
	Asides string `json:"asides,omitempty"`
	// Words and Marking are given where the words in sight do not read back
	// the same.
	Words   *briefing.Wording `json:"words,omitempty"`
	Marking *string           `json:"marking,omitempty"`
	// Suggested is given where it is not the words themselves.
	Suggested *briefing.Wording `json:"suggested,omitempty"`
}

// hash identifies what a person sees of a line.
func (s seen) hash() string { return hash([]any{s.Wording, s.marking}) }

// textHash identifies its text.
func (s seen) textHash() string { return hash(s.Text) }

func hash(v any) string {
	h := fnv.New64a()
	json.NewEncoder(h).Encode(v) // plain strings and booleans: it cannot fail
	return strconv.FormatUint(h.Sum64(), 36)
}

// comment returns v as a comment of HTML that no reader shows.
func comment(v any) (string, error) {
	data, err := json.Marshal(v) // with <, > and & escaped
	if err != nil {
		return "", err
	}
	return "<!-- " + strings.ReplaceAll(string(data), "--", `-\u002d`) + " -->", nil
}

// comment returns the comment behind a line of which a reader sees s.
func (m *markdown) comment(l briefing.Line, s seen, asides string, at *int) (string, error) {
	c := lineComment{
		ID: l.ID, Rule: l.Rule, Reason: l.Reason, Rank: l.Rank, Label: l.Label, Locked: l.Locked, Pinned: l.Pinned, Alternatives: l.Alternatives,
		From: m.evidence(l.From), Seen: s.hash(), Asides: asides, At: at,
	}
	if l.Kind != briefing.ExtractLine {
		c.Kind = l.Kind
	}
	if l.Status != briefing.Suggested {
		c.Status = l.Status
	}
	if l.Kind == briefing.QuoteLine {
		c.SeenText = s.textHash()
		s.Text = unquoted(s.Text)
	}
	if !s.Wording.Equal(l.Wording) {
		c.Words = &l.Wording
	}
	if s.marking != l.Marking {
		c.Marking = &l.Marking
	}
	usual := l.Wording
	if l.Kind == briefing.AnalystLine {
		usual = briefing.Wording{}
	}
	if !l.Suggested.Equal(usual) {
		c.Suggested = &l.Suggested
	}
	return comment(c)
}

// evidence returns spans as "1:0-57 2:30-41", the article by its number.
func (m *markdown) evidence(from []briefing.Evidence) string {
	parts := make([]string, len(from))
	for i, e := range from {
		article := string(e.Article)
		for n, a := range m.p.Articles {
			if a.ID == e.Article {
				article = strconv.Itoa(n + 1)
				break
			}
		}
		parts[i] = fmt.Sprintf("%s:%d-%d", article, e.Start, e.End)
	}
	return strings.Join(parts, " ")
}

// readEvidence reads what evidence wrote. What does not read as a span is
// left out.
func readEvidence(s string, articles []briefing.ArticleRef) []briefing.Evidence {
	var from []briefing.Evidence
	for _, part := range strings.Fields(s) {
		cut := strings.LastIndexByte(part, ':')
		if cut < 1 {
			continue
		}
		span, ok := readSpan(part[cut+1:])
		if !ok {
			continue
		}
		e := briefing.Evidence{Article: briefing.ArticleID(part[:cut]), Span: span}
		if n, err := strconv.Atoi(part[:cut]); err == nil && n >= 1 && n <= len(articles) {
			e.Article = articles[n-1].ID
		}
		from = append(from, e)
	}
	return from
}

func readSpan(s string) (briefing.Span, bool) {
	from, to, ok := strings.Cut(s, "-")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	return briefing.Span{Start: start, End: end}, ok && err1 == nil && err2 == nil && 0 <= start && start <= end
}

// sourceComment is what a comment behind a source carries.
type sourceComment struct {
	briefing.ArticleRef
	Spans string `json:"spans,omitempty"` // of the paragraphs: "0-229 231-400:heading", body by default
}

func newSourceComment(a briefing.ArticleRef) sourceComment {
	parts := make([]string, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		parts[i] = fmt.Sprintf("%d-%d", p.Start, p.End)
		if p.Kind != briefing.Body {
			parts[i] += ":" + string(p.Kind)
		}
	}
	a.Paragraphs = nil
	return sourceComment{a, strings.Join(parts, " ")}
}

func (c sourceComment) article() briefing.ArticleRef {
	a := c.ArticleRef
	a.Paragraphs = nil
	for _, part := range strings.Fields(c.Spans) {
		span, kind, ok := strings.Cut(part, ":")
		if !ok {
			kind = string(briefing.Body)
		}
		if s, ok := readSpan(span); ok {
			a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: s, Kind: briefing.ParagraphKind(kind)})
		}
	}
	return a
}

// sectionComment is what a comment behind a heading carries.
type sectionComment struct {
	Section briefing.SectionKind `json:"section"`
	Label   *string              `json:"label,omitempty"` // where the heading does not read back the same
}
