package app

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// recentKept is how many libraries are remembered.
const recentKept = 10

// recentFile is the list of libraries opened lately. It lies in the user's
// settings folder, as it cannot lie in any one of them.
func recentFile() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "attache", "recent.json"), nil
}

// RecentLibraries returns the libraries opened lately, the last one first,
// without those that are gone.
func RecentLibraries() []string {
	path, err := recentFile()
	if err != nil {
		return nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	var list []string
	if json.Unmarshal(b, &list) != nil {
		return nil // a list to spare clicks, not worth a message
	}
	return slices.DeleteFunc(list, func(p string) bool {
		info, err := os.Stat(p)
		return err != nil || !info.Mode().IsRegular()
	})
}

// RememberLibrary puts a library first in the list of RecentLibraries.
func RememberLibrary(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("remember library: %w", err)
	}
	list := append([]string{path}, slices.DeleteFunc(RecentLibraries(), func(p string) bool { return p == path })...)
	b, err := json.Marshal(list[:min(len(list), recentKept)])
	if err != nil {
		return fmt.Errorf("remember library: %w", err)
	}
	file, err := recentFile()
	if err == nil {
		err = os.MkdirAll(filepath.Dir(file), 0o700)
	}
	if err != nil {
		return fmt.Errorf("remember library: %w", err)
	}
	return writeFile(file, b, private)
}

// ForgetLibraries empties the list of RecentLibraries.
func ForgetLibraries() error {
	file, err := recentFile()
	if err == nil {
		err = os.Remove(file)
	}
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
