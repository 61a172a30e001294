package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
	"example.org/attache/store"
)

// TemplateRow is a template as lists show it.
type TemplateRow struct {
	Name  string `json:"name"`
	About string `json:"about"`
	Own   bool   `json:"own"` // the analyst's; else built in
}

// TemplateFileError is a template that cannot be used. It wraps a
// *page.TemplateError, which names the line and the reason, or the error of
// reading the file.
type TemplateFileError struct {
	Name string
	Err  error
}

func (e *TemplateFileError) Error() string { return fmt.Sprintf("template %s: %v", e.Name, e.Err) }

// Unwrap returns the error behind it.
func (e *TemplateFileError) Unwrap() error { return e.Err }

// maxTemplate is many times what the longest template takes, in bytes.
const maxTemplate = 1 << 20

// Templates lists the templates: the built-in ones, then the analyst's own in
// the order of their names.
func (a *App) Templates(ctx context.Context) ([]TemplateRow, error) {
	var rows []TemplateRow
	for _, t := range page.Templates() {
		rows = append(rows, TemplateRow{Name: t.Name, About: t.About})
	}
	own, err := a.ownTemplates(ctx)
	if err != nil {
		return nil, err
	}
	for _, text := range own {
		t, err := readTemplate("", []byte(text))
		if err != nil {
			continue // of a newer version; it is kept
		}
		rows = append(rows, TemplateRow{Name: t.Name, About: t.About, Own: true})
	}
	return rows, nil
}

// TemplateText returns a template in its text form, to be changed and added
// under another name.
func (a *App) TemplateText(ctx context.Context, name string) (string, error) {
	t, err := a.template(ctx, name)
	return t.String(), err
}

// AddTemplate keeps a template of the analyst's own in the library, in the
// place of the one of that name if there is one. It fails with a
// *TemplateFileError if the text has a mistake, and with briefing.ErrConflict
// if a built-in template has the name. name is the file's, for messages.
func (a *App) AddTemplate(ctx context.Context, name string, text []byte) (TemplateRow, error) {
	t, err := readTemplate(name, text)
	if err != nil {
		return TemplateRow{}, err
	}
	if _, taken := page.TemplateNamed(t.Name); taken {
		return TemplateRow{}, &TemplateFileError{name, fmt.Errorf("“name: %s” is the name of a built-in template: %w", t.Name, briefing.ErrConflict)}
	}
	return TemplateRow{Name: t.Name, About: t.About, Own: true}, a.changeTemplates(ctx, func(own map[string]string) error {
		own[t.Name] = string(text)
		return nil
	})
}

// AddTemplateFile is AddTemplate for a text file.
func (a *App) AddTemplateFile(ctx context.Context, path string) (TemplateRow, error) {
	text, err := templateFile(path)
	if err != nil {
		return TemplateRow{}, err
	}
	return a.AddTemplate(ctx, filepath.Base(path), text)
}

// RemoveTemplate takes a template of the analyst's own out of the library.
// Briefings made with it stay as they are. It fails with briefing.ErrNotFound.
func (a *App) RemoveTemplate(ctx context.Context, name string) error {
	return a.changeTemplates(ctx, func(own map[string]string) error {
		if _, ok := own[name]; !ok {
			return fmt.Errorf("template %s of your own: %w", name, briefing.ErrNotFound)
		}
		delete(own, name)
		return nil
	})
}

// UseTemplate puts a briefing in the form of a template, as one edit that can
// be undone. The template is named, or is a text file. It fails with
// briefing.ErrNotFound or a *TemplateFileError, and changes nothing then.
func (a *App) UseTemplate(ctx context.Context, id briefing.BriefingID, name string) (briefing.Briefing, error) {
	t, err := a.template(ctx, name)
	if err != nil {
		return briefing.Briefing{}, err
	}
	b, err := a.Briefing(ctx, id)
	if err != nil {
		return briefing.Briefing{}, err
	}
	return a.Do(ctx, id, page.ApplyTemplate(b, t))
}

// WithTemplate returns b in the form of a template, for one export. The
// library's briefing is not changed. "" is no template.
func (a *App) WithTemplate(ctx context.Context, b briefing.Briefing, name string) (briefing.Briefing, error) {
	if name == "" {
		return b, nil
	}
	t, err := a.template(ctx, name)
	if err != nil {
		return b, err
	}
	b, _, err = briefing.Apply(b, page.ApplyTemplate(b, t))
	return b, err
}

// formed returns b in the form of the template that new briefings have. One
// that is gone by now is no reason to make no briefing: it is then a standard
// page.
func (a *App) formed(ctx context.Context, b briefing.Briefing, name string) (briefing.Briefing, error) {
	if name == "" {
		return b, nil
	}
	rows, err := a.Templates(ctx)
	if err != nil {
		return b, err
	}
	if !slices.ContainsFunc(rows, func(r TemplateRow) bool { return r.Name == name }) {
		return b, nil // never a file: a setting is a name
	}
	return a.WithTemplate(ctx, b, name)
}

// template finds a template by its name, or in a file.
func (a *App) template(ctx context.Context, name string) (page.Template, error) {
	own, err := a.ownTemplates(ctx)
	if err != nil {
		return page.Template{}, err
	}
	for _, text := range own {
		if t, err := readTemplate(name, []byte(text)); err == nil && t.Name == name {
			return t, nil
		}
	}
	return templateOf(name)
}

// templateOf returns the built-in template of the name, or the one in the
// file.
func templateOf(name string) (page.Template, error) {
	if t, ok := page.TemplateNamed(name); ok {
		return t, nil
	}
	if _, err := os.Stat(name); err != nil && !strings.ContainsAny(name, `./\`) {
		return page.Template{}, &TemplateFileError{name, fmt.Errorf("no such template: %w", briefing.ErrNotFound)}
	}
	text, err := templateFile(name)
	if err != nil {
		return page.Template{}, err
	}
	return readTemplate(filepath.Base(name), text)
}

// templateFile reads the text file of a template.
func templateFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, &TemplateFileError{name, plain(err)}
	case !info.Mode().IsRegular():
		return nil, &TemplateFileError{name, errors.New("is no file")}
	case info.Size() > maxTemplate:
		return nil, &TemplateFileError{name, fmt.Errorf("no template is so long: %w", briefing.ErrTooLarge)}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, &TemplateFileError{name, plain(err)}
	}
	return text, nil
}

func readTemplate(name string, text []byte) (page.Template, error) {
	t, err := page.ReadTemplate(bytes.NewReader(text))
	if err != nil {
		return page.Template{}, &TemplateFileError{name, err}
	}
	return t, nil
}

// ownTemplates returns the texts of the analyst's templates in the order of
// their names.
func (a *App) ownTemplates(ctx context.Context) ([]string, error) {
	own, err := a.ownTemplatesByName(ctx)
	var texts []string
	for _, name := range slices.Sorted(maps.Keys(own)) {
		texts = append(texts, own[name])
	}
	return texts, err
}

func (a *App) ownTemplatesByName(ctx context.Context) (map[string]string, error) {
	value, err := a.library().Setting(ctx, templatesKey)
	if err != nil {
		return nil, a.failed(err)
	}
	own := map[string]string{}
	if value == nil {
		return own, nil
	}
	if err := json.Unmarshal(value, &own); err != nil {
		return nil, a.failed(fmt.Errorf("read templates: %w: %w", briefing.ErrDamaged, err))
	}
	return own, nil
}

func (a *App) changeTemplates(ctx context.Context, change func(map[string]string) error) error {
	return a.change(Event{Kind: SettingsChanged}, func(lib *store.Library) error {
		own, err := a.ownTemplatesByName(ctx)
		if err != nil {
			return err
		}
		if err := change(own); err != nil {
			return err
		}
		value, err := json.Marshal(own)
		if err != nil {
			return err
		}
		return lib.SetSetting(ctx, templatesKey, value)
	})
}
