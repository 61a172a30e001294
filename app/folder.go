package app

import (
	"os"
	"path/filepath"
	"runtime"
)

// userDataFolder is the data folder of the operating system's own convention.
func userDataFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "." // no home: the working folder, which the person can see
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
			return dir
		}
		return filepath.Join(home, "AppData", "Local")
	case "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, ".local", "share")
}
