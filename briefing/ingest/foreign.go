package ingest

import (
	"bytes"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
)

// ForeignError is a file of a kind that is not read. It wraps
// briefing.ErrUnsupported.
type ForeignError = cutting.Foreign

// foreign is a kind of file that people try to add and that is not read.
type foreign struct {
	name, hint string
	is         func(head []byte, ext string) bool
}

const (
	saveAsText = "save it as text or as a web page and add that"
)

// foreigners lists kinds that are not read, so that the message can name them.
func foreigners() []foreign {
	return []foreign{
		{"a workbook or presentation", saveAsText, zipOf("xl/", ".xlsx", ".pptx", ".ods", ".odp")},
		{"an empty ZIP archive", "it is no article", starts("PK\x05\x06")},
		{"an Outlook message", "save it as .eml, or its text, and add that", func(head []byte, ext string) bool {
			return draft.KnownAs(ext, ".msg") && bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0"))
		}},
		{"an older Office document", saveAsText, starts("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")},
		{"a property list", "it is no article", func(head []byte, ext string) bool {
			return !draft.KnownAs(ext, ".webarchive") && bytes.HasPrefix(head, []byte("bplist00"))
		}},
		{"a compressed file", "unpack it and add what is in it",
			starts("\x1F\x8B", "BZh", "7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\xFD7zXZ\x00", "\x28\xB5\x2F\xFD")},
		{"a picture", "run text recognition and add the text", starts("\x89PNG\r\n", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "BM\x00")},
		{"a picture or sound", saveAsText, starts("RIFF")},
		{"a sound or film", "add a transcript", func(head []byte, _ string) bool {
			return bytes.HasPrefix(head, []byte("ID3")) || bytes.HasPrefix(head, []byte("OggS")) ||
				len(head) > 12 && string(head[4:8]) == "ftyp"
		}},
		{"a database", saveAsText, starts("SQLite format 3\x00")},
		{"a program", "it is no article", starts("\x7FELF", "MZ\x90", "\xCF\xFA\xED\xFE", "\xCA\xFE\xBA\xBE")},
		{"a script, style sheet or drawing", "it is no article", func(_ []byte, ext string) bool {
			return draft.KnownAs(ext, ".js", ".mjs", ".css", ".svg")
		}},
	}
}

// foreignOf returns the foreign kind of a file, if it is of one.
func foreignOf(head []byte, ext string) (foreign, bool) {
	for _, f := range foreigners() {
		if f.is(head, ext) {
			return f, true
		}
	}
	return foreign{}, false
}

// starts matches files that begin with one of the marks.
func starts(marks ...string) func([]byte, string) bool {
	return func(head []byte, _ string) bool {
		for _, m := range marks {
			if bytes.HasPrefix(head, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// zipOf matches ZIP archives that hold a name near their start, or have one
// of the extensions.
func zipOf(holds string, exts ...string) func([]byte, string) bool {
	return func(head []byte, ext string) bool {
		if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
			return false
		}
		return draft.KnownAs(ext, exts...) || bytes.Contains(head, []byte(holds))
	}
}
