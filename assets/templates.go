package assets

import "embed"

// Templates holds the built-in templates of a page as text. Package page
// reads them.
//
//go:embed templates/*.txt
var Templates embed.FS
