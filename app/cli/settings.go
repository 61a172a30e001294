package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) settings() *cobra.Command {
	return &cobra.Command{
		Use:   "settings [NAME=VALUE…]",
		Short: "Show the library's settings, or change some",
		RunE: func(cmd *cobra.Command, changes []string) error {
			open := c.reading
			if len(changes) > 0 {
				open = c.writing
			}
			return open(cmd, func(a *app.App) error {
				s, err := a.Settings(cmd.Context())
				if err != nil {
					return err
				}
				if len(changes) > 0 {
					if s, err = changed(s, changes); err != nil {
						return err
					}
					if err := a.SetSettings(cmd.Context(), s); err != nil {
						return err
					}
				}
				return c.printSettings(s)
			})
		},
	}
}

func (c *command) printSettings(s app.Settings) error {
	if c.json {
		return c.printJSON(s)
	}
	fields, err := settingFields(s)
	if err != nil {
		return err
	}
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return c.table(func(w io.Writer) {
		for _, name := range names {
			row(w, name, strings.Trim(string(fields[name]), `"`))
		}
	})
}

// settingFields are the settings by their names in JSON.
func settingFields(s app.Settings) (map[string]json.RawMessage, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	var fields map[string]json.RawMessage
	return fields, json.Unmarshal(data, &fields)
}

// changed returns s with the changes NAME=VALUE made.
func changed(s app.Settings, changes []string) (app.Settings, error) {
	fields, err := settingFields(s)
	if err != nil {
		return s, err
	}
	for _, change := range changes {
		name, value, ok := strings.Cut(change, "=")
		old, known := fields[name]
		if !ok || !known {
			return s, usageError{fmt.Errorf("settings: %q is not NAME=VALUE with a name that 'attache settings' lists", change)}
		}
		fields[name] = json.RawMessage(value)
		if strings.HasPrefix(string(old), `"`) {
			if fields[name], err = json.Marshal(value); err != nil {
				return s, err
			}
		}
	}
	data, err := json.Marshal(fields)
	if err != nil {
		return s, usageError{fmt.Errorf("settings: %s: not a value of its kind", strings.Join(changes, " "))}
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return s, usageError{fmt.Errorf("settings: %s: not a value of its kind", strings.Join(changes, " "))}
	}
	return s, nil
}
