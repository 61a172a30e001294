package page

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"example.org/attache/assets"
	"example.org/attache/briefing"
)

// Template is a house format: which sections a page has, in which order,
// under which headings, and how many lines each may hold. ReadTemplate gives
// the text form.
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

// label returns the heading in a language, "" for the standard one.
func (s TemplateSection) label(language string) string {
	if l, ok := s.Labels[LabelsFor(language).Language]; ok {
		return l
	}
	return s.Labels[""]
}

var builtin = sync.OnceValue(func() []Template {
	var all []Template
	for _, name := range []string{"readout", "visit", "blank"} {
		f, err := assets.Templates.Open("templates/" + name + ".txt")
		if err != nil {
			panic(err) // embedded, and checked by a test
		}
		t, err := ReadTemplate(f)
		f.Close()
		if err != nil {
			panic(err)
		}
		all = append(all, t)
	}
	return all
})

// Templates returns the built-in templates: readout, the standard page;
// visit; blank.
func Templates() []Template { return slices.Clone(builtin()) }

// TemplateNamed returns the built-in template with the name.
func TemplateNamed(name string) (Template, bool) {
	for _, t := range builtin() {
		if t.Name == name {
			return t, true
		}
	}
	return Template{}, false
}

// ApplyTemplate returns the edit that puts b's sections in the order, under
// the headings and to the limits of t, on t's paper and in its language.
// Sections that t has not follow in the order they had, under their standard
// headings and without limits: no line is lost.
func ApplyTemplate(b briefing.Briefing, t Template) briefing.Edit {
	d := b.Details
	d.Template = t.Name
	d.Paper = or(t.Paper, d.Paper)
	d.Language = or(t.Language, d.Language)
	var heads []briefing.SectionHead
	for _, s := range t.Sections {
		heads = append(heads, briefing.SectionHead{Kind: s.Kind, Label: s.label(d.Language), Max: s.Max})
	}
	for _, s := range b.Sections {
		if !t.has(s.Kind) {
			heads = append(heads, briefing.SectionHead{Kind: s.Kind})
		}
	}
	name := "Use Template " + t.Name
	return briefing.Edit{Op: briefing.Batch, Name: name, Edits: []briefing.Edit{
		{Op: briefing.SetSections, Name: name, Sections: heads},
		{Op: briefing.SetDetails, Name: name, Details: &d},
	}}
}

func (t Template) has(kind briefing.SectionKind) bool {
	return slices.ContainsFunc(t.Sections, func(s TemplateSection) bool { return s.Kind == kind })
}

// String returns t in its text form, which ReadTemplate reads back.
func (t Template) String() string {
	var s strings.Builder
	for _, kv := range [][2]string{{"name", t.Name}, {"about", t.About}, {"paper", t.Paper}, {"language", t.Language}} {
		if kv[1] != "" {
			s.WriteString(kv[0] + ": " + kv[1] + "\n")
		}
	}
	s.WriteString("\n")
	for _, ts := range t.Sections {
		s.WriteString(ts.line() + "\n")
	}
	for _, ts := range t.Sections {
		for _, lang := range slices.Sorted(maps.Keys(ts.Labels)) {
			key := "label " + string(ts.Kind)
			if lang != "" {
				key += " " + lang
			}
			s.WriteString(key + ": " + ts.Labels[lang] + "\n")
		}
	}
	return s.String()
}
