package page

import (
	"io"

	"example.org/attache/briefing"
)

// Template is a house format: which sections a page has, in which order,
// under which headings, and how many lines each may hold.
type Template struct {
	Name     string
	About    string
	Paper    string // "a4", "letter" or "" for the briefing's own
	Language string // of the labels, or "" for the briefing's own
	Sections []TemplateSection
}

// TemplateSection is one section of a Template.
type TemplateSection struct {
	Kind briefing.SectionKind
	Max  int // lines before further ones are the first to be held back; 0 is no limit
	// Labels are the headings by language; "" is for every other one.
	Labels map[string]string
}

// ReadTemplate reads a template from its text form.
func ReadTemplate(r io.Reader) (Template, error) { return Template{}, briefing.ErrUnsupported }

// Templates returns the built-in templates.
func Templates() []Template { return nil }

// ApplyTemplate returns b with its sections in the order and under the
// headings of t. No line is lost.
func ApplyTemplate(b briefing.Briefing, t Template) briefing.Briefing { return b }

// Rank returns b with the ranks of lines over a section's budget lowered, to
// hand to Fit.
func (t Template) Rank(b briefing.Briefing) briefing.Briefing { return b }
