package assets

import (
	"embed"
	"fmt"
)

//go:embed guide/*.md guide/pictures/*.png
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

// GuidePicture returns a picture of the user guide (PNG) by the path that the
// guide has, such as "pictures/en-window.png". It fails for one that is not there.
func GuidePicture(path string) ([]byte, error) {
	b, err := guideFiles.ReadFile("guide/" + path)
	if err != nil {
		return nil, fmt.Errorf("picture of the guide: %w", err)
	}
	return b, nil
}
