// Package locale gives the process a locale that Fyne can read. It owns
// nothing else: it is a package of its own because Fyne reads the environment
// while packages are initialised, and complains about the locales C and POSIX
// on standard error. Go initialises packages by import path where their
// imports allow, so this one, which needs the standard library alone, comes
// before fyne.io.
package locale

import (
	"os"
	"runtime"
	"strings"
)

func init() {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	for _, v := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		l, _, _ := strings.Cut(os.Getenv(v), ".")
		if l == "C" || l == "POSIX" || l == "" && v == "LANG" {
			os.Setenv(v, "en_US.UTF-8")
		}
	}
}
