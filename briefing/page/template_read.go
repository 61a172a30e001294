package page

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// TemplateError says which line of a template is wrong, and why. It wraps
// briefing.ErrDamaged.
type TemplateError struct {
	Row int // from 1
	Why string
}

func (e *TemplateError) Error() string { return fmt.Sprintf("template, line %d: %s", e.Row, e.Why) }

func (e *TemplateError) Unwrap() error { return briefing.ErrDamaged }

// maxTemplateRow keeps a file that is no template from being read whole.
const maxTemplateRow = 4096

// ReadTemplate reads a template from its text form, one thing a line:
//
//	# a remark
//	name: readout
//	about: what the page is for
//	paper: letter                   a4 or letter; may be missing
//	language: es                    en, es or fr; may be missing
//	section agreements max 8        the sections, in page order
//	label agreements: Outcomes      a heading of one's own
//	label agreements fr: Résultats  the same in one language
//
// What is wrong comes as a *TemplateError with the number of the line.
func ReadTemplate(r io.Reader) (Template, error) {
	var t Template
	rows := bufio.NewScanner(r)
	rows.Buffer(make([]byte, maxTemplateRow), maxTemplateRow)
	row := 0
	for rows.Scan() {
		row++
		text := rows.Text()
		if row == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if err := t.read(strings.TrimSpace(text)); err != nil {
			return Template{}, &TemplateError{row, err.Error()}
		}
	}
	if err := rows.Err(); errors.Is(err, bufio.ErrTooLong) {
		return Template{}, &TemplateError{row + 1, fmt.Sprintf("longer than %d bytes", maxTemplateRow)}
	} else if err != nil {
		return Template{}, fmt.Errorf("read template: %w", err)
	}
	switch {
	case t.Name == "":
		return Template{}, &TemplateError{max(1, row), "the template ends without a name, as in “name: readout”"}
	case len(t.Sections) == 0:
		return Template{}, &TemplateError{row, "the template ends without a section, as in “section agenda”"}
	}
	return t, nil
}

func (t *Template) read(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("not UTF-8 text")
	}
	if text == "" || text[0] == '#' {
		return nil
	}
	first, rest, _ := strings.Cut(text, " ")
	switch first {
	case "section":
		return t.readSection(strings.Fields(rest))
	case "label":
		return t.readLabel(rest)
	}
	key, value, ok := strings.Cut(text, ":")
	value = strings.TrimSpace(value)
	if !ok {
		return fmt.Errorf("%q is neither “key: value” nor a section nor a label", text)
	}
	switch key {
	case "name":
		return set(&t.Name, key, value)
	case "about":
		return set(&t.About, key, value)
	case "paper":
		if value != A4.Name && value != Letter.Name {
			return fmt.Errorf("paper %q is neither a4 nor letter", value)
		}
		return set(&t.Paper, key, value)
	case "language":
		if !slices.Contains(languages[:], value) {
			return fmt.Errorf("there are no labels in the language %q; there are %s", value, strings.Join(languages[:], ", "))
		}
		return set(&t.Language, key, value)
	}
	return fmt.Errorf("unknown key %q; known are name, about, paper, language, section, label", key)
}

func set(field *string, key, value string) error {
	switch {
	case value == "":
		return fmt.Errorf("%s has no value", key)
	case *field != "":
		return fmt.Errorf("%s is given twice", key)
	}
	*field = value
	return nil
}

func (t *Template) readSection(words []string) error {
	if len(words) != 1 && (len(words) != 3 || words[1] != "max") {
		return errors.New("want “section KIND” or “section KIND max NUMBER”")
	}
	kind := briefing.SectionKind(words[0])
	if err := known(kind); err != nil {
		return err
	}
	if t.has(kind) {
		return fmt.Errorf("section %s is given twice", kind)
	}
	s := TemplateSection{Kind: kind}
	if len(words) == 3 {
		n, err := strconv.Atoi(words[2])
		if err != nil || n < 1 || n > 999 {
			return fmt.Errorf("%q is not a number of lines from 1 to 999", words[2])
		}
		s.Max = n
	}
	t.Sections = append(t.Sections, s)
	return nil
}

func (t *Template) readLabel(rest string) error {
	key, value, ok := strings.Cut(rest, ":")
	words, value := strings.Fields(key), strings.TrimSpace(value)
	if !ok || value == "" || len(words) < 1 || len(words) > 2 {
		return errors.New("want “label KIND: TEXT” or “label KIND LANGUAGE: TEXT”")
	}
	kind, lang := briefing.SectionKind(words[0]), ""
	if err := known(kind); err != nil {
		return err
	}
	if len(words) == 2 {
		if lang = words[1]; !slices.Contains(languages[:], lang) {
			return fmt.Errorf("there are no labels in the language %q; there are %s", lang, strings.Join(languages[:], ", "))
		}
	}
	i := slices.IndexFunc(t.Sections, func(s TemplateSection) bool { return s.Kind == kind })
	if i < 0 {
		return fmt.Errorf("label for section %s, which does not come before it", kind)
	}
	s := &t.Sections[i]
	if _, twice := s.Labels[lang]; twice {
		return fmt.Errorf("label for section %s is given twice", kind)
	}
	if s.Labels == nil {
		s.Labels = map[string]string{}
	}
	s.Labels[lang] = value
	return nil
}

func known(kind briefing.SectionKind) error {
	if slices.Contains(briefing.SectionKinds, kind) {
		return nil
	}
	names := make([]string, len(briefing.SectionKinds))
	for i, k := range briefing.SectionKinds {
		names[i] = string(k)
	}
	return fmt.Errorf("unknown section %q; known are %s", kind, strings.Join(names, ", "))
}

// line returns the section in the text form.
func (s TemplateSection) line() string {
	if s.Max == 0 {
		return "section " + string(s.Kind)
	}
	return "section " + string(s.Kind) + " max " + strconv.Itoa(s.Max)
}
