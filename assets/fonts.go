// Package assets holds the files that are built into the program: fonts, the
// icon, lexicons, the sample and the interface strings. It reads nothing from
// disk and knows no other package of ours.
package assets

import (
	"embed"
	"fmt"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// Face names a font of the program, by its file name without the ending.
type Face string

// The faces. Text is set in Source Serif 4, labels and the window in Source
// Sans 3; both are under the Open Font License.
const (
	Sans         Face = "SourceSans3-Regular"
	SansSemibold Face = "SourceSans3-Semibold"
	Serif        Face = "SourceSerif4-Regular"
	SerifItalic  Face = "SourceSerif4-It"
	SerifBold    Face = "SourceSerif4-Semibold"
	Display      Face = "SourceSerif4Display-Semibold"
)

// Faces lists every face.
var Faces = []Face{Sans, SansSemibold, Serif, SerifItalic, SerifBold, Display}

// Font returns the TrueType bytes of a face; callers must not change them.
func Font(face Face) ([]byte, error) {
	b, err := fontFiles.ReadFile("fonts/" + string(face) + ".ttf")
	if err != nil {
		return nil, fmt.Errorf("font %q: %w", face, err)
	}
	return b, nil
}
