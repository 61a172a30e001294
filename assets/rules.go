package assets

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed rules/*.rule
var ruleFiles embed.FS

// Rules returns the extraction rules by the names of their files, such as
// "agenda". What a rule is tells package rule.
func Rules() map[string][]byte {
	out := map[string][]byte{}
	names, _ := fs.Glob(ruleFiles, "rules/*.rule")
	for _, name := range names {
		if b, err := ruleFiles.ReadFile(name); err == nil {
			out[strings.TrimSuffix(path.Base(name), ".rule")] = b
		}
	}
	return out
}
