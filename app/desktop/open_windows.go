//go:build cgo && !nogui

package desktop

import (
	"fmt"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

// openPath has the system open the file or folder of an absolute path. Windows
// gets the path as it is: it does not decode the address of a file that holds
// spaces or a dash.
func openPath(_ fyne.App, path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return nil
}
