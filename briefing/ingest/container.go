package ingest

import (
	"bytes"
	"path"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/reading"
)

// This file reads files that hold files: ZIP, web archives of Safari and of
// libraries.

// isZIP reports whether a file is a ZIP archive that is no document.
func isZIP(head []byte, _ string) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// holdsPDF reports whether a file names a PDF that it holds.
func holdsPDF(data []byte) bool {
	return bytes.Contains(data, []byte(".pdf")) || bytes.Contains(data, []byte(".PDF")) || bytes.Contains(data, []byte("application/pdf"))
}

// readZIP reads the files of an archive that can hold articles, as Walk takes
// them from a folder. Lists of what is in it, as Omnivore and Zotero write
// them, give their details to the files they name.
func readZIP(f *draft.File) error {
	z, beyond, err := archive.OpenFiles(f.Data)
	if err != nil {
		return err
	}
	if beyond > 0 {
		f.Note(draft.PartsOut, "%s beyond the first %d not read: unpack it and add the folder", draft.Count(beyond, "file", "files"), archive.MaxMembers)
	}
	names := z.Names()
	pages := map[string]bool{}
	for _, name := range names {
		if ext := draft.Ext(name); draft.KnownAs(ext, ".html", ".htm", ".xhtml") {
			pages[strings.TrimSuffix(name, path.Ext(name))] = true
		}
	}
	told, lists := listed(f, z, names)
	skipped, locked := 0, 0
	for _, name := range names {
		switch {
		case lists[name]:
		case !worthReading(name, pages):
			skipped++
		case z.Locked(name):
			locked++
		default:
			c := cutting.Cutting{Name: name, Load: func() ([]byte, error) { return z.Member(name) }}
			if r, ok := told[name]; ok {
				c.Title, c.Outlet, c.Byline, c.URL, c.Language, c.Date = r.Title, r.Outlet, r.Byline, r.URL, r.Language, r.Date
				c.Bare = draft.KnownAs(draft.Ext(name), ".html") && strings.Contains("/"+name, "/content/")
			}
			f.Held = append(f.Held, c)
		}
	}
	switch {
	case len(f.Held) == 0 && locked > 0:
		return &briefing.RefusedError{Kind: briefing.ErrUnsupported, Why: "the archive is locked with a password", Do: "unpack it and add the folder"}
	case len(f.Held) == 0:
		return &briefing.RefusedError{Kind: briefing.ErrEmpty, Why: "the archive holds no articles", Do: "unpack it and look what is in it"}
	case locked > 0:
		f.Note(draft.PartsOut, "%s not read: locked with a password", draft.Count(locked, "file", "files"))
	}
	if skipped > 0 {
		f.Note(draft.PartsOut, "%s of other kinds not read", draft.Count(skipped, "file", "files"))
	}
	return nil
}

// worthReading reports whether a file in an archive is of a kind that is read,
// and no hidden one or part of a saved page.
func worthReading(name string, pages map[string]bool) bool {
	if !knownExtension(draft.Ext(name)) {
		return false
	}
	dir := ""
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$") || part == "__MACOSX" {
			return false
		}
		if dir != "" && ofSavedPage(dir, pages) {
			return false
		}
		dir = path.Join(dir, part)
	}
	return true
}

// listed returns what the lists in an archive tell of its files, by their
// names, and which files are such lists.
func listed(f *draft.File, z *archive.ZIP, names []string) (told map[string]cutting.Reference, lists map[string]bool) {
	told, lists = map[string]cutting.Reference{}, map[string]bool{}
	there := map[string]bool{}
	for _, name := range names {
		there[name] = true
	}
	for _, name := range names {
		if !IsList(name) {
			continue
		}
		data, err := z.Member(name)
		if err != nil {
			continue // it is then read as a file, and named
		}
		references, err := listReferences(name, data)
		if err != nil {
			continue
		}
		found := false
		for _, r := range references {
			for _, inside := range r.Files {
				full := path.Join(path.Dir(name), inside)
				if there[full] {
					told[full], found = r, true
				}
			}
		}
		lists[name] = found
	}
	return told, lists
}

// IsList reports whether a file is one that reading-list programs write beside
// the files with the articles, to say what they are.
func IsList(name string) bool {
	base := strings.ToLower(draft.BaseName(name))
	return strings.HasSuffix(base, ".rdf") || strings.HasPrefix(base, "metadata_") && strings.HasSuffix(base, ".json")
}

func listReferences(name string, data []byte) ([]cutting.Reference, error) {
	if draft.Ext(name) == ".rdf" {
		return reading.Zotero(data)
	}
	return reading.References(data)
}

// readWebArchive reads the page that Safari saved.
func readWebArchive(f *draft.File) error {
	c, err := archive.WebArchive(f.Data)
	if err != nil {
		return err
	}
	f.Held = []cutting.Cutting{c}
	return nil
}

// readWARC reads the pages in a web archive of a library or a crawler.
func readWARC(f *draft.File) error {
	pages, more, cut, err := archive.WARC(f.Data)
	if err != nil {
		return err
	}
	f.Held = pages
	if more > 0 {
		f.Note(draft.PartsOut, "%s of other kinds not read", draft.Count(more, "answer", "answers"))
	}
	if cut {
		f.Note(draft.PartsLost, "the archive is damaged: what could be read of it was kept")
	}
	return nil
}
