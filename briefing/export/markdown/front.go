package markdown

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// front is the YAML at the head of the file: keys in a fixed order, every
// value a double-quoted scalar.
type front struct{ keys, values []string }

func (f *front) set(key, value string) {
	if value != "" {
		f.keys, f.values = append(f.keys, key), append(f.values, value)
	}
}

func (f *front) get(key string) string {
	for i, k := range f.keys {
		if k == key {
			return f.values[i]
		}
	}
	return ""
}

func (f *front) String() string {
	var s strings.Builder
	s.WriteString("---\n")
	for i, k := range f.keys {
		s.WriteString(k + ": " + yamlQuoted(f.values[i]) + "\n")
	}
	s.WriteString("---\n")
	return s.String()
}

func newFront(c export.Content) *front {
	f := &front{}
	d := c.Details
	f.set("title", export.OneLine(c.Title()))
	if at := c.Options.Created; !at.IsZero() {
		f.set("date", at.Format(time.DateOnly))
	}
	f.set("marking", d.Marking)
	f.set("tlp", d.TLP)
	f.set("lang", c.Labels.Language)
	f.set("as_of", d.AsOf.String())
	f.set("author", c.Author())
	if c.OnFile > 0 {
		f.set("held_back", strconv.Itoa(c.OnFile))
	}
	f.set("schema", export.BriefingSchema)
	f.set("generator", c.Options.Generator)
	if c.Options.Trace {
		f.set(traceKey, traceBelow)
		return f
	}
	switch d.Language {
	case c.Labels.Language:
	case "":
		f.set("labels", defaultLanguage)
	default:
		f.set("labels", d.Language)
	}
	f.set("paper", d.Paper)
	f.set("template", d.Template)
	if d.VerifiedOnly {
		f.set("verified_only", "true")
	}
	return f
}

// traceKey says where the record is: a file that says so and has none was cut
// off.
const (
	traceKey   = "trace"
	traceBelow = "at the end of this file"
)

// row returns the front matter as a row of the record, whatever the order of
// its keys.
func (f *front) row() trace.Row {
	row := trace.Row{Block: export.Front}
	keys := slices.Clone(f.keys)
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		if text := export.OneLine(f.get(k)); text != "" {
			row.Parts = append(row.Parts, trace.Part{Name: page.Part(k), Text: text})
		}
	}
	return row
}

// defaultLanguage stands for a briefing that names no language.
const defaultLanguage = "default"

// readSectionList reads the sections that older files name in their front
// matter: "meeting agenda*6=Topics".
func readSectionList(list string) []briefing.Section {
	var sections []briefing.Section
	for _, part := range strings.Fields(list) {
		kind, label, _ := strings.Cut(part, "=")
		kind, most, _ := strings.Cut(kind, "*")
		n, _ := strconv.Atoi(most)
		k, err1 := url.QueryUnescape(kind)
		l, err2 := url.QueryUnescape(label)
		if err1 == nil && err2 == nil {
			sections = append(sections, briefing.Section{Kind: briefing.SectionKind(k), Label: l, Max: max(0, n)})
		}
	}
	return sections
}

// details returns the settings of the page as the front matter gives them.
func (f *front) details() (briefing.Details, error) {
	asOf, err := briefing.ParseISODate(f.get("as_of"))
	if err != nil {
		return briefing.Details{}, fmt.Errorf("front matter: as_of: %w", err)
	}
	d := briefing.Details{
		Marking: f.get("marking"), TLP: f.get("tlp"), Paper: f.get("paper"), Template: f.get("template"),
		Author: f.get("author"), AsOf: asOf, Language: f.get("labels"), VerifiedOnly: f.get("verified_only") == "true",
	}
	switch d.Language {
	case "":
		d.Language = f.get("lang")
	case defaultLanguage:
		d.Language = ""
	}
	return d, nil
}

// readFront reads the front matter at the start of rows and returns how many
// rows it takes; 0 if there is none. Values may be quoted in any way of YAML,
// as other programs rewrite them; a key it cannot read is left out.
func readFront(rows []string) (*front, int) {
	f := &front{}
	if len(rows) == 0 || strings.TrimRight(strings.TrimPrefix(rows[0], "\ufeff"), " \r") != "---" {
		return f, 0
	}
	for i, row := range rows[1:] {
		row = strings.TrimRight(row, " \r")
		if row == "---" || row == "..." {
			return f, i + 2
		}
		key, value, ok := strings.Cut(row, ":")
		if ok && key != "" && key == strings.TrimSpace(key) {
			f.set(key, yamlScalar(strings.TrimSpace(value)))
		}
	}
	return &front{}, 0
}

// yamlScalar returns the value of a plain or quoted scalar.
func yamlScalar(s string) string {
	switch {
	case len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'':
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	case len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"':
		return s
	}
	var b strings.Builder
	for s = s[1 : len(s)-1]; s != ""; {
		r, size := utf8.DecodeRuneInString(s)
		if r != '\\' || len(s) < 2 {
			b.WriteString(s[:size])
			s = s[size:]
			continue
		}
		n, digits := 2, 0
		switch s[1] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		default:
			b.WriteByte(s[1])
		}
		if digits > 0 && len(s) >= 2+digits {
			if v, err := strconv.ParseUint(s[2:2+digits], 16, 32); err == nil {
				b.WriteRune(rune(v))
				n += digits
			}
		}
		s = s[n:]
	}
	return b.String()
}
