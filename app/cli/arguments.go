package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// expand returns the paths with patterns such as *.txt replaced by the files
// they stand for, in order of their names. Shells do that, but cmd.exe hands
// patterns on as they are. A path that is there is never a pattern, nor is one
// that stands for nothing: the error names it then.
//
// It fails where a quotation mark shows that an argument has swallowed the next:
// cmd.exe reads \" as a mark that does not close.
func expand(paths []string) ([]string, error) {
	var out []string
	for _, path := range paths {
		if path == "" {
			return nil, usageError{errors.New("the name of a file is empty: quotation marks with nothing between them?")}
		}
		if before, rest, ok := strings.Cut(path, `"`); ok && strings.TrimSpace(rest) != "" {
			if _, err := os.Lstat(path); err != nil {
				return nil, usageError{fmt.Errorf("%q reads as one name: write %q without the stroke before its closing quotation mark, or with two", path, before)}
			}
		}
		if strings.ContainsAny(path, "*?[") {
			if _, err := os.Lstat(path); err != nil {
				if found, err := filepath.Glob(path); err == nil && len(found) > 0 {
					out = append(out, found...)
					continue
				}
			}
		}
		out = append(out, path)
	}
	return out, nil
}
