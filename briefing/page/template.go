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

// ApplyTemplate returns b with its sections in the order and under the
// headings of t, on t's paper and in its language. Sections that t has not
// follow in the order they had, if they hold lines: none is lost.
func ApplyTemplate(b briefing.Briefing, t Template) briefing.Briefing {
	b = b.Clone()
	b.Details.Template = t.Name
	if t.Paper != "" {
		b.Details.Paper = t.Paper
	}
	if t.Language != "" {
		b.Details.Language = t.Language
	}
	var sections []briefing.Section
	for _, ts := range t.Sections {
		s := b.Section(ts.Kind)
		s.Label = ts.label(b.Details.Language)
		if s.Lines == nil {
			s.Lines = []briefing.Line{}
		}
		sections = append(sections, s)
	}
	for _, s := range b.Sections {
		if len(s.Lines) > 0 && !t.has(s.Kind) {
			s.Label = ""
			sections = append(sections, s)
		}
	}
	b.Sections = sections
	return b
}

func (t Template) has(kind briefing.SectionKind) bool {
	return slices.ContainsFunc(t.Sections, func(s TemplateSection) bool { return s.Kind == kind })
}

// overBudget is taken off the rank of a line that is one too many in its
// section. Ranks are between 0 and 1, so such a line goes before any other,
// and among its like the order stays.
const overBudget = 1000

// Rank returns b with lower ranks for the lines that are more than a section
// of t may hold, lowest first, so that Fit holds them back before others if
// the page is full. Pinned, locked and left-out lines do not count. It is for
// Fit only: the ranks are not the briefing's own.
func (t Template) Rank(b briefing.Briefing) briefing.Briefing {
	b = b.Clone()
	for i, s := range b.Sections {
		n := slices.IndexFunc(t.Sections, func(ts TemplateSection) bool { return ts.Kind == s.Kind })
		if n < 0 || t.Sections[n].Max == 0 {
			continue
		}
		var free []int
		fixed := 0
		for j, l := range s.Lines {
			switch {
			case !l.OnPage():
			case l.Pinned, l.Locked:
				fixed++
			default:
				free = append(free, j)
			}
		}
		slices.SortStableFunc(free, func(x, y int) int {
			switch rx, ry := s.Lines[x].Rank, s.Lines[y].Rank; {
			case rx > ry:
				return -1
			case rx < ry:
				return 1
			}
			return 0
		})
		for _, j := range free[min(len(free), max(0, t.Sections[n].Max-fixed)):] {
			b.Sections[i].Lines[j].Rank -= overBudget
		}
	}
	return b
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
