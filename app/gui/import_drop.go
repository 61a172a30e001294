package gui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// dropped adds what was dropped on the window. A link dragged from a browser
// is none: some desktops hand its address over as the name of a file.
func (w *Window) dropped(uris []fyne.URI) {
	var paths []string
	links := 0
	for _, u := range uris {
		path, ok := u.Path(), u.Scheme() == "file"
		if ok && !exists(path) {
			if plain, err := url.PathUnescape(path); err == nil && exists(plain) {
				path = plain
			}
		}
		if !ok || isLink(path) {
			links++
			continue
		}
		paths = append(paths, path)
	}
	if links > 0 {
		w.notices.show(notice{text: w.t("drop.link"), bad: true})
	}
	w.importPaths(paths)
}

// isLink reports whether a path is the address of a page that a desktop took
// for a path, such as /home/me/https:/example.org/news.
func isLink(path string) bool {
	path = filepath.ToSlash(path)
	for _, scheme := range []string{"http:/", "https:/", "ftp:/"} {
		if strings.HasPrefix(path, scheme) || strings.Contains(path, "/"+scheme) {
			return !exists(path)
		}
	}
	return false
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// droppedPaths reads a clipboard of copied files: addresses of files or
// absolute paths that exist, one a line, and nothing else. File managers write
// "copy" or "cut" before them.
func droppedPaths(text string) []string {
	var paths []string
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if i == 0 && (line == "copy" || line == "cut" || line == "x-special/nautilus-clipboard") || line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		path := fileOf(line)
		if path == "" || !exists(path) {
			return nil
		}
		paths = append(paths, path)
	}
	return paths
}

// fileOf is the path that a line names: an address of a file, decoded, or an
// absolute path; "" for neither.
func fileOf(line string) string {
	if bare := strings.Trim(line, `"`); len(bare) == len(line)-2 {
		line = bare // as Windows copies a path
	}
	if rest, ok := strings.CutPrefix(line, "file://"); ok {
		if i := strings.IndexByte(rest, '/'); i > 0 { // file://host/path
			rest = rest[i:]
		}
		if bare := strings.TrimPrefix(rest, "/"); filepath.VolumeName(bare) != "" {
			rest = bare // file:///C:/press
		}
		if plain, err := url.PathUnescape(rest); err == nil && exists(filepath.FromSlash(plain)) {
			return filepath.FromSlash(plain)
		}
		return filepath.FromSlash(rest)
	}
	if filepath.IsAbs(line) {
		return line
	}
	return ""
}

// pastedLink reports whether text is nothing but addresses: of pages, or of
// files that are not there.
func pastedLink(text string) bool {
	fields := strings.Fields(text)
	for _, f := range fields {
		u, err := url.Parse(f)
		if err != nil || u.Scheme == "" || u.Host == "" && u.Scheme != "file" {
			return false
		}
	}
	return len(fields) > 0
}
