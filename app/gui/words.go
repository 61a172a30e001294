package gui

import "example.org/attache/app"

// Words are the strings of the interface in one language.
type Words = app.Words

// Languages are the languages of the interface, by their own names.
var Languages = []struct{ Code, Name string }{{"en", "English"}, {"es", "Español"}, {"fr", "Français"}}

// LoadWords reads the strings of a language. What it lacks is English.
func LoadWords(language string) (*Words, error) { return app.LoadWords(language) }
