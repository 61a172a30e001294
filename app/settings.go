package app

import (
	"context"
	"encoding/json"
	"errors"
)

// Settings are the person's choices. They are kept in the library.
type Settings struct {
	Theme       string  `json:"theme"`        // "system", "light", "dark", "contrast"
	TextSize    float64 `json:"text_size"`    // 1 is standard, to 2
	Paper       string  `json:"paper"`        // "a4" or "letter"
	StartWith   string  `json:"start_with"`   // "last" or "library"
	SingleKeys  bool    `json:"single_keys"`  // V, X, E and so on in the review list
	Marking     string  `json:"marking"`      // of new briefings
	TLP         string  `json:"tlp"`          // of new briefings
	Author      string  `json:"author"`       // of new briefings
	PrintAuthor bool    `json:"print_author"` // in exports
	Unverified  bool    `json:"unverified"`   // print unverified lines, marked
	Trace       bool    `json:"trace"`        // put trace data in exports
	Annex       bool    `json:"annex"`
	Format      Format  `json:"format"`        // of the last export
	Folder      string  `json:"export_folder"` // of the last export
	Scale       string  `json:"scale"`         // words of likelihood: "icd203", "phia" or "off"
	DailyKept   int     `json:"daily_backups"`
	WeeklyKept  int     `json:"weekly_backups"`
}

// DefaultSettings are the settings of a new library.
func DefaultSettings() Settings {
	return Settings{
		Theme: "system", TextSize: 1, Paper: "a4", StartWith: "last", SingleKeys: true,
		Unverified: true, Trace: true, Format: PDF, Scale: "icd203", DailyKept: 7, WeeklyKept: 4,
	}
}

// Settings returns the settings.
func (a *App) Settings(ctx context.Context) (Settings, error) {
	return DefaultSettings(), errors.ErrUnsupported
}

// SetSettings replaces the settings. Values that are not possible are
// refused, and nothing is changed.
func (a *App) SetSettings(ctx context.Context, s Settings) error { return errors.ErrUnsupported }

// View returns what a face of the program kept under a key, such as the
// window's panes and the line last selected; nil if it kept nothing.
func (a *App) View(ctx context.Context, key string) (json.RawMessage, error) {
	return nil, errors.ErrUnsupported
}

// SetView keeps something for View. It changes no briefing and is no edit.
func (a *App) SetView(ctx context.Context, key string, v json.RawMessage) error {
	return errors.ErrUnsupported
}

// RecentLibraries returns the libraries opened lately, the last one first,
// without those that are gone.
func RecentLibraries() []string { return nil }
