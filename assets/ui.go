package assets

import (
	"embed"
	"fmt"
)

//go:embed ui/*.tsv
var uiFiles embed.FS

// UI returns the interface strings of a language ("en", "es", "fr") as lines
// of key, tab, text. It fails for a language that is not there.
func UI(language string) ([]byte, error) {
	b, err := uiFiles.ReadFile("ui/" + language + ".tsv")
	if err != nil {
		return nil, fmt.Errorf("interface language %q: %w", language, err)
	}
	return b, nil
}

//go:embed icon.svg icon.png
var iconFiles embed.FS

// Icon returns the program's icon, in the format "svg" or "png".
func Icon(format string) []byte {
	b, err := iconFiles.ReadFile("icon." + format)
	if err != nil {
		panic(err) // a format that was never built in
	}
	return b
}
