package gui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

// dropped adds what was dropped on the window.
func (w *Window) dropped(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	w.importPaths(paths)
}

// droppedPaths reads a clipboard of copied files: file URIs or absolute paths
// that exist, one a line, and nothing else.
func droppedPaths(text string) []string {
	var paths []string
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "file://") {
			u, err := storage.ParseURI(line)
			if err != nil {
				return nil
			}
			line = u.Path()
		}
		if !filepath.IsAbs(line) {
			return nil
		}
		if _, err := os.Stat(line); err != nil {
			return nil
		}
		paths = append(paths, line)
	}
	return paths
}
