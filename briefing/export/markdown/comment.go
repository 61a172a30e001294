package markdown

import (
	"encoding/json"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// Files of version 1.0 and before carry a comment behind each line, heading
// and source instead of one record at the end.

// lineComment is what a comment behind a line carries: all that the words in
// sight cannot. What is as usual is left out.
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

// commentIn returns the last comment that holds a JSON object.
func commentIn(ts []token) string {
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].kind == commentToken && strings.HasPrefix(ts[i].text, "{") {
			return ts[i].text
		}
	}
	return ""
}

// lineCommentIn returns the comment behind a line, or nil.
func lineCommentIn(ts []token) *lineComment {
	var c lineComment
	if s := commentIn(ts); s == "" || json.Unmarshal([]byte(s), &c) != nil {
		return nil
	}
	return &c
}

// sectionCommentIn returns the comment behind a heading, or nil.
func sectionCommentIn(ts []token) *sectionComment {
	var c sectionComment
	if s := commentIn(ts); s == "" || json.Unmarshal([]byte(s), &c) != nil || c.Section == "" {
		return nil
	}
	return &c
}

// source reads the comment behind a source.
func (f *file) source(ts []token) {
	c := sourceComment{}
	if hidden := commentIn(ts); hidden != "" && json.Unmarshal([]byte(hidden), &c) == nil {
		f.articles = append(f.articles, c.article())
	}
}

// asides returns what each thing behind the dash is; nil for the usual.
func (c *lineComment) asides() []page.Part {
	parts := map[rune]page.Part{'p': page.PartiesPart, 'm': page.ModePart, 's': page.SpeakerPart, 't': page.TitlePart,
		'c': page.ChannelPart, 'd': page.SidePart, 'e': page.MeetingPart}
	var all []page.Part
	for _, r := range c.Asides {
		all = append(all, parts[r])
	}
	return all
}

// known reports whether there are such a kind and status.
func (c *lineComment) known() bool {
	return (c.Kind == "" || export.KnownKind(c.Kind)) && (c.Status == "" || export.KnownStatus(c.Status))
}

// line returns the line of which the file shows s.
func (c *lineComment) line(s seen, articles []briefing.ArticleRef) briefing.Line {
	l := briefing.Line{
		ID: c.ID, Kind: c.Kind, Status: c.Status, Wording: s.Wording, Label: c.Label, From: readEvidence(c.From, articles),
		Rule: c.Rule, Reason: c.Reason, Rank: c.Rank, Locked: c.Locked, Pinned: c.Pinned, Marking: s.marking, Alternatives: c.Alternatives,
	}
	if l.Kind == "" {
		l.Kind = briefing.ExtractLine
	}
	if l.Status == "" {
		l.Status = briefing.Suggested
	}
	changed := c.Seen != s.hash()
	if l.Kind == briefing.QuoteLine {
		l.Text = unquoted(l.Text)
		if changed && c.SeenText != s.textHash() {
			l.Kind = briefing.ExtractLine
		}
	}
	if !changed && c.Words != nil {
		l.Wording = *c.Words
	}
	if !changed && c.Marking != nil {
		l.Marking = *c.Marking
	}
	switch {
	case c.Suggested != nil:
		l.Suggested = *c.Suggested
	case l.Kind != briefing.AnalystLine:
		l.Suggested = l.Wording
		l.Suggested.Parties = slices.Clone(l.Parties)
	}
	if changed {
		l.Status = briefing.Edited
	}
	return l
}
