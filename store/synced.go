package store

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// Surroundings are what other programs do to the folder of a library.
type Surroundings struct {
	Service string   // the program that synchronises the folder with other computers, "" if none is known to
	Copies  []string // copies of the library that such a program made when two computers wrote to it, by name
}

// services are what folders that are synchronised are called, or have in them.
var services = []struct{ name, folder, mark string }{
	{"Dropbox", "Dropbox", ".dropbox"},
	{"OneDrive", "OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"},
	{"Nextcloud", "Nextcloud", ".nextcloudsync.log"},
	{"ownCloud", "ownCloud", ".owncloudsync.log"},
	{"iCloud", "Mobile Documents", ""},
	{"Google Drive", "Google Drive", ".tmp.driveupload"},
	{"Syncthing", "", ".stfolder"},
}

// conflictCopy matches how those programs name a copy, after the name without
// its ending: "library (Anna's conflicted copy 2024-03-02)", "library
// (conflicted copy 2024-03-02 101500)", "library.sync-conflict-20240302-101500-ABCDEFG",
// "library_conflict-20240302-101500", "library-DESKTOP-1AB2", "library 2".
var conflictCopy = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?: \(.*(?i:conflicted copy|in conflict|en conflicto|en conflit|konflikt).*\)|\.sync-conflict-\d.*|_conflict-\d.*|-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]+| \(?\d{1,2}\)?)$`)
})

// SurroundingsOf looks at the folder of the library at path and those above.
func SurroundingsOf(path string) Surroundings {
	var s Surroundings
	dir, name := filepath.Split(path)
	for at := filepath.Clean(dir); s.Service == ""; at = filepath.Dir(at) {
		s.Service = serviceOf(at)
		if at == filepath.Dir(at) {
			break
		}
	}
	entries, _ := os.ReadDir(dir) // what cannot be read has no copies to tell of
	ext := filepath.Ext(name)
	for _, e := range entries {
		more, same := strings.CutPrefix(strings.TrimSuffix(e.Name(), ext), strings.TrimSuffix(name, ext))
		if same && e.Type().IsRegular() && filepath.Ext(e.Name()) == ext && conflictCopy().MatchString(more) {
			s.Copies = append(s.Copies, e.Name())
		}
	}
	return s
}

func serviceOf(dir string) string {
	name := filepath.Base(dir)
	for _, s := range services {
		// "OneDrive - Ministry" and "Dropbox (Ministry)" are theirs too.
		if s.folder != "" && (name == s.folder || strings.HasPrefix(name, s.folder+" ")) || s.mark != "" && exists(filepath.Join(dir, s.mark)) {
			return s.name
		}
	}
	return ""
}
