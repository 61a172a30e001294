package export

import (
	"fmt"
	"io"
	"slices"

	"example.org/attache/briefing"
)

// TraceSchema names the form of the document that Trace writes.
const TraceSchema = "attache/trace/1"

// TraceDocument says of every printed line where each of its words stands. It
// is what travels inside a PDF, so that the page can be checked against the
// articles. What was suggested before an edit, and lines that are not
// printed, are not in it.
type TraceDocument struct {
	Generator string `json:"generator,omitempty"`
	Language  string `json:"language"` // of the labels
	// Fixed is what is printed besides lines, labels and sources.
	Fixed    TraceFixed            `json:"fixed"`
	Articles []briefing.ArticleRef `json:"articles"`
	Lines    []TraceLine           `json:"lines"`
}

// TraceFixed is what the analyst chose for the page as a whole.
type TraceFixed struct {
	Marking  string   `json:"marking,omitempty"`
	TLP      string   `json:"tlp,omitempty"`
	Author   string   `json:"author,omitempty"`
	Headings []string `json:"headings,omitempty"` // of the template, in page order
}

// TraceLine is one printed line and its words.
type TraceLine struct {
	Section briefing.SectionKind `json:"section"`
	briefing.Line
	Words []TraceWord `json:"words"`
}

// TraceWord is a briefing.Word with its article by number.
type TraceWord struct {
	Field   string             `json:"field"`
	Index   int                `json:"index,omitempty"` // which of the parties
	Text    string             `json:"text"`
	Class   briefing.WordClass `json:"class"`
	Rule    string             `json:"rule,omitempty"`
	Article int                `json:"article,omitempty"` // from 1; 0 for a word that is in none
	Start   int                `json:"start,omitempty"`   // in the article's text, in bytes
	End     int                `json:"end,omitempty"`
}

// traceDocument is the form of a TraceDocument.
type traceDocument struct {
	Schema string `json:"schema"`
	TraceDocument
}

// Trace writes the trace of the printed lines as JSON. Sources may be empty:
// then words are not classed.
func Trace(w io.Writer, b briefing.Briefing, src briefing.Sources, o Options) error {
	p := newPrinted(b, o)
	d := TraceDocument{Generator: o.Generator, Language: p.labels.Language,
		Articles: slices.Clone(list(b.Articles)), Lines: []TraceLine{}}
	for i, a := range d.Articles {
		if a.Title != "" || a.Outlet != "" {
			d.Articles[i].File = "" // only what is printed of a source is told
		}
	}
	d.Fixed = TraceFixed{Marking: b.Details.Marking, TLP: b.Details.TLP}
	if o.Author {
		d.Fixed.Author = b.Details.Author
	}
	for _, s := range p.sections {
		if s.label != "" {
			d.Fixed.Headings = append(d.Fixed.Headings, s.label)
		}
		for _, l := range s.lines {
			t := TraceLine{Section: s.kind, Line: l, Words: []TraceWord{}}
			t.Suggested, t.Alternatives, t.Reason = briefing.Wording{}, nil, ""
			if src.Article != nil {
				t.Words = traceWords(b.Articles, briefing.Trace(l, src))
			}
			d.Lines = append(d.Lines, t)
		}
	}
	return writeJSON(w, "trace", "", traceDocument{TraceSchema, d})
}

func traceWords(articles []briefing.ArticleRef, words []briefing.Word) []TraceWord {
	return each(words, func(w briefing.Word) TraceWord {
		t := TraceWord{Field: w.Field, Index: w.Index, Text: w.Text, Class: w.Class, Rule: w.Rule}
		n := slices.IndexFunc(articles, func(a briefing.ArticleRef) bool { return a.ID == w.From.Article })
		if n >= 0 && w.From.Article != "" {
			t.Article, t.Start, t.End = n+1, w.From.Start, w.From.End
		}
		return t
	})
}

// ReadTrace reads what Trace wrote, with the errors of ReadJSON.
func ReadTrace(r io.Reader) (TraceDocument, error) {
	var d traceDocument
	if err := readJSON(r, &d, func() string { return d.Schema }, TraceSchema); err != nil {
		return TraceDocument{}, fmt.Errorf("read trace: %w", err)
	}
	return d.TraceDocument, nil
}
