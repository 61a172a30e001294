package gui

import "example.org/attache/app"

// Words are the strings of the interface in one language.
type Words = app.Words

// Languages are the languages of the interface, by their own names.
var Languages = []struct{ Code, Name string }{{"en", "English"}, {"es", "Español"}, {"fr", "Français"}}

// LoadWords reads the strings of a language. What it lacks is English.
func LoadWords(language string) (*Words, error) { return app.LoadWords(language) }

// oneLine puts text into one line: a line of the page has no line ends, and
// nothing that no letter stands for.
func oneLine(s string) string { return app.OneLine(s) }
