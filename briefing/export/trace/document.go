package trace

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// Schema names the form of a Document. Keys are only added to it.
const Schema = "attache/trace/1"

// Document says how a file was printed, row by row, and of every printed line
// where it comes from. It travels inside a PDF, a Markdown, a DOCX and an HTML
// file, so that each can be held against the articles and against what was
// exported. Lines that are not printed are not in it.
type Document struct {
	Schema    string `json:"schema"`
	Generator string `json:"generator,omitempty"`
	Language  string `json:"language"` // of the labels
	// Fixed is what is printed besides lines, labels and sources.
	Fixed    Fixed                 `json:"fixed"`
	Briefing briefing.BriefingID   `json:"briefing,omitempty"`
	Details  *briefing.Details     `json:"details,omitempty"`
	Sections []Section             `json:"sections,omitempty"`
	Articles []briefing.ArticleRef `json:"articles"`
	Lines    []Line                `json:"lines"`
	// Printed is what was printed, in order; nil in a file of a version that
	// did not note it.
	Printed []Row `json:"printed,omitempty"`
	// Look holds hashes of what decides how the rows look: the style sheet of
	// an HTML file, the fonts of a PDF.
	Look []string `json:"look,omitempty"`
	// Digest is a hash of all of the above.
	Digest string `json:"digest,omitempty"`
}

// Fixed is what the analyst chose for the page as a whole.
type Fixed struct {
	Marking  string   `json:"marking,omitempty"`
	TLP      string   `json:"tlp,omitempty"`
	Author   string   `json:"author,omitempty"`
	Headings []string `json:"headings,omitempty"` // of the template, in page order
}

// Section is a section of the briefing without its lines.
type Section struct {
	Kind  briefing.SectionKind `json:"kind"`
	Label string               `json:"label,omitempty"`
	Max   int                  `json:"max,omitempty"`
}

// Line is one printed line, and where each of its words stands.
type Line struct {
	Section briefing.SectionKind `json:"section"`
	briefing.Line
	Words []Traced `json:"words,omitempty"`
}

// Traced is a briefing.Word with its article by number.
type Traced struct {
	Field   string             `json:"field"`
	Index   int                `json:"index,omitempty"` // which of the parties
	Text    string             `json:"text"`
	Class   briefing.WordClass `json:"class"`
	Rule    string             `json:"rule,omitempty"`
	Article int                `json:"article,omitempty"` // from 1; 0 for a word that is in none
	Start   int                `json:"start,omitempty"`   // in the article's text, in bytes
	End     int                `json:"end,omitempty"`
}

// New returns the record of content without its rows. With a whole one the
// briefing can be made again: it has what was suggested before an edit, and
// files that nothing on the page names. Else it tells no more of a source
// than is printed, and where each word of a line stands in src, which may be
// empty.
func New(c export.Content, whole bool, src briefing.Sources) Document {
	d := Document{Schema: Schema, Generator: c.Options.Generator, Language: c.Labels.Language,
		Articles: slices.Clone(c.Articles), Lines: []Line{}}
	if d.Articles == nil {
		d.Articles = []briefing.ArticleRef{}
	}
	for i, a := range d.Articles {
		if !whole && (a.Title != "" || a.Outlet != "") {
			d.Articles[i].File = ""
		}
	}
	d.Fixed = Fixed{Marking: c.Details.Marking, TLP: c.Details.TLP, Author: c.Author()}
	if whole {
		d.Briefing = c.ID
		details := c.Details
		details.Author = c.Author()
		d.Details = &details
		for _, s := range c.Sections {
			d.Sections = append(d.Sections, Section{s.Kind, s.Label, s.Max})
		}
	}
	for _, s := range c.Printed {
		if s.Label != "" {
			d.Fixed.Headings = append(d.Fixed.Headings, s.Label)
		}
		for _, l := range s.Lines {
			t := Line{Section: s.Kind, Line: l}
			if !whole {
				t.Suggested, t.Alternatives, t.Reason = briefing.Wording{}, nil, ""
				if src.Article != nil {
					t.Words = traced(c.Articles, briefing.Trace(l, src))
				}
			}
			d.Lines = append(d.Lines, t)
		}
	}
	return d
}

func traced(articles []briefing.ArticleRef, words []briefing.Word) []Traced {
	all := make([]Traced, len(words))
	for i, w := range words {
		all[i] = Traced{Field: w.Field, Index: w.Index, Text: w.Text, Class: w.Class, Rule: w.Rule}
		n := slices.IndexFunc(articles, func(a briefing.ArticleRef) bool { return a.ID == w.From.Article })
		if n >= 0 && w.From.Article != "" {
			all[i].Article, all[i].Start, all[i].End = n+1, w.From.Start, w.From.End
		}
	}
	return all
}

// Sealed returns d with its rows and their digests.
func (d Document) Sealed(rows []Row) Document {
	d.Printed = Sealed(rows)
	d.Digest = ""
	d.Digest = digestOf(d)
	return d
}

// Sealed returns rows with their digests.
func Sealed(rows []Row) []Row {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].Digest = rows[i].digest()
	}
	return rows
}

// Write writes d as JSON on one row.
func Write(w io.Writer, d Document) error { return export.WriteJSON(w, "trace", "", d) }

// Bytes returns what Write writes.
func (d Document) Bytes() ([]byte, error) {
	var b bytes.Buffer
	err := Write(&b, d)
	return b.Bytes(), err
}

// Read reads what Write wrote, with the errors of export.ReadJSON.
func Read(r io.Reader) (Document, error) {
	var d Document
	if err := export.ReadJSON(r, &d, func() string { return d.Schema }, Schema); err != nil {
		return Document{}, fmt.Errorf("read trace: %w", err)
	}
	return d, nil
}

// Content returns the printed lines in their sections: what can be held
// against the articles.
func (d Document) Content() briefing.Briefing {
	b := briefing.Briefing{ID: d.Briefing, Articles: d.Articles}
	for _, l := range d.Lines {
		n := len(b.Sections)
		if n == 0 || b.Sections[n-1].Kind != l.Section {
			b.Sections = append(b.Sections, briefing.Section{Kind: l.Section})
			n++
		}
		b.Sections[n-1].Lines = append(b.Sections[n-1].Lines, l.Line)
	}
	return b
}

// Altered reports a record that was changed besides its rows: what its lines
// rest on, or the analyst's settings.
func (d Document) Altered() []Change {
	if d.Digest == "" {
		return nil
	}
	was := d.Digest
	d.Digest = ""
	for _, r := range d.Printed {
		if r.Digest != r.digest() {
			return nil // told row by row
		}
	}
	if digestOf(d) == was {
		return nil
	}
	return []Change{{Kind: Forged, Block: recordBlock}}
}

// recordBlock stands for the record itself.
const recordBlock export.BlockKind = "record"
