package assets

import (
	"embed"
	"fmt"
)

//go:embed guide/*.md
var guideFiles embed.FS

// Guide returns the user guide in a language of the interface ("en", "es",
// "fr"), as Markdown. It fails for a language that is not there.
func Guide(language string) ([]byte, error) {
	b, err := guideFiles.ReadFile("guide/" + language + ".md")
	if err != nil {
		return nil, fmt.Errorf("guide in %q: %w", language, err)
	}
	return b, nil
}
