package assets

import "embed"

// Labels holds the fixed words of a page, one file per language: key, tab,
// text. Package page reads them.
//
//go:embed labels/*.tsv
var Labels embed.FS
