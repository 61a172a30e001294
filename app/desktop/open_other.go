//go:build cgo && !nogui && !windows

package desktop

import (
	"net/url"

	"fyne.io/fyne/v2"
)

// openPath has the system open the file or folder of an absolute path.
func openPath(a fyne.App, path string) error {
	return a.OpenURL(&url.URL{Scheme: "file", Path: path})
}
