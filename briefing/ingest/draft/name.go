package draft

import (
	"path/filepath"
	"slices"
	"strings"
)

// KnownAs reports whether ext is one of exts.
func KnownAs(ext string, exts ...string) bool { return slices.Contains(exts, ext) }

// BaseName returns the last element of a path as either kind of system writes
// it.
func BaseName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		path = path[i+1:]
	}
	return path
}

// Ext returns the name's extension in lower case, with its dot.
func Ext(name string) string {
	name = strings.ToLower(name)
	if strings.HasSuffix(name, ".warc.gz") { // packed record by record
		return ".warc"
	}
	return filepath.Ext(name)
}

// SniffLen is how much of a file is looked at to find its kind. Saved pages
// can begin with long comments.
const SniffLen = 8 << 10
