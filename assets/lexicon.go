package assets

import (
	"embed"
	"fmt"
)

//go:embed lexicon/*.tsv
var lexiconFiles embed.FS

// Lexicon returns the bytes of a word list, such as "countries": lines of
// tab-separated fields; lines that begin with # are comments.
func Lexicon(name string) ([]byte, error) {
	b, err := lexiconFiles.ReadFile("lexicon/" + name + ".tsv")
	if err != nil {
		return nil, fmt.Errorf("lexicon %q: %w", name, err)
	}
	return b, nil
}
