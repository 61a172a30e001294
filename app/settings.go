package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
	"example.org/attache/store"
)

// Settings are the person's choices. They are kept in the library.
type Settings struct {
	Theme       string  `json:"theme"`        // one of Themes
	TextSize    float64 `json:"text_size"`    // 1 is standard; 0.8 to 2
	Paper       string  `json:"paper"`        // "a4" or "letter", of new briefings
	Language    string  `json:"language"`     // of the page's labels, of new briefings: "en", "es", "fr"
	StartWith   string  `json:"start_with"`   // "last" or "library"
	SingleKeys  bool    `json:"single_keys"`  // V, X, E and so on in the review list
	Marking     string  `json:"marking"`      // of new briefings
	TLP         string  `json:"tlp"`          // of new briefings
	Template    string  `json:"template"`     // of new briefings, by name; "" is the standard page
	Author      string  `json:"author"`       // of new briefings
	PrintAuthor bool    `json:"print_author"` // in exports
	Unverified  bool    `json:"unverified"`   // print unverified lines, marked
	Trace       bool    `json:"trace"`        // put trace data in exports
	Annex       bool    `json:"annex"`
	Format      Format  `json:"format"`         // of the last export
	Folder      string  `json:"export_folder"`  // of the last export
	Scale       string  `json:"scale"`          // words of likelihood: "icd203", "phia" or "off"
	DailyKept   int     `json:"daily_backups"`  // 1 to 366
	WeeklyKept  int     `json:"weekly_backups"` // 0 to 520
}

// Themes lists the values of Settings.Theme.
var Themes = []string{"system", "light", "dark", "contrast"}

// Papers lists the papers of a page, the usual one first.
var Papers = []string{"a4", "letter"}

// Languages lists the languages of the page's labels, the usual one first.
var Languages = page.Languages()

// TLPs lists the markings of the Traffic Light Protocol 2.0
// (https://www.first.org/tlp/), from open to closed.
var TLPs = []string{"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}

// DefaultSettings are the settings of a new library.
func DefaultSettings() Settings {
	return Settings{
		Theme: "system", TextSize: 1, Paper: "a4", Language: "en", StartWith: "last", SingleKeys: true,
		Unverified: true, Trace: true, Format: PDF, Scale: "icd203", DailyKept: 7, WeeklyKept: 4,
	}
}

// The keys under which the library keeps settings.
const (
	settingsKey = "settings"
	viewKey     = "view." // and the face's own key
	exportsKey  = "exports"
	// The analyst's own templates, their texts by name.
	templatesKey = "templates"
)

// Settings returns the settings.
func (a *App) Settings(ctx context.Context) (Settings, error) {
	s := DefaultSettings() // a setting newer than the library keeps its default
	value, err := a.library().Setting(ctx, settingsKey)
	if err != nil || value == nil {
		return s, a.failed(err)
	}
	if err := json.Unmarshal(value, &s); err != nil {
		return DefaultSettings(), a.failed(fmt.Errorf("read settings: %w: %w", briefing.ErrDamaged, err))
	}
	return s, nil
}

// SetSettings replaces the settings. Values that are not possible are refused
// with a *SettingError, and nothing is changed.
func (a *App) SetSettings(ctx context.Context, s Settings) error {
	if err := s.check(); err != nil {
		return err
	}
	value, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return a.change(Event{Kind: SettingsChanged}, func(lib *store.Library) error {
		return lib.SetSetting(ctx, settingsKey, value)
	})
}

// SettingError is a setting with a value it cannot have.
type SettingError struct{ Name, Value, Allowed string }

func (e *SettingError) Error() string {
	return fmt.Sprintf("setting %s: %q is not one of: %s", e.Name, e.Value, e.Allowed)
}

func (s Settings) check() error {
	for _, c := range []struct {
		name, value string
		allowed     []string
	}{
		{"theme", s.Theme, Themes},
		{"paper", s.Paper, Papers},
		{"language", s.Language, Languages},
		{"start_with", s.StartWith, []string{"last", "library"}},
		{"tlp", s.TLP, append([]string{""}, TLPs...)},
		{"format", string(s.Format), []string{"pdf", "docx", "md", "html", "json"}},
		{"scale", s.Scale, []string{"icd203", "phia", "off"}},
	} {
		if !slices.Contains(c.allowed, c.value) {
			return &SettingError{c.name, c.value, fmt.Sprintf("%q", c.allowed)}
		}
	}
	for _, c := range []struct {
		name            string
		value, min, max float64
	}{
		{"text_size", s.TextSize, 0.8, 2},
		{"daily_backups", float64(s.DailyKept), 1, 366},
		{"weekly_backups", float64(s.WeeklyKept), 0, 520},
	} {
		if !(c.min <= c.value && c.value <= c.max) {
			return &SettingError{c.name, fmt.Sprint(c.value), fmt.Sprintf("%v to %v", c.min, c.max)}
		}
	}
	return nil
}

// View returns what a face of the program kept under a key, such as the
// window's panes and the line last selected; nil if it kept nothing.
func (a *App) View(ctx context.Context, key string) (json.RawMessage, error) {
	v, err := a.library().Setting(ctx, viewKey+key)
	return v, a.failed(err)
}

// SetView keeps something for View. It changes no briefing and is no edit.
func (a *App) SetView(ctx context.Context, key string, v json.RawMessage) error {
	if !json.Valid(v) {
		return fmt.Errorf("keep view %s: not JSON", key)
	}
	return a.failed(a.library().SetSetting(ctx, viewKey+key, v))
}
