package ingest

import (
	"bytes"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/reading"
)

// This file reads what programs for notes, references and reading later give
// out, and news feeds.

// isXML returns a test for XML that has one of the marks near its start.
func isXML(marks ...string) func([]byte, string) bool {
	return func(head []byte, ext string) bool {
		const longest = 20 // bytes of the tags that such files begin with
		start := letters.TrimStart(head)
		if bytes.IndexByte(head, 0) >= 0 { // UTF-16
			start = letters.TrimStart(bytes.ReplaceAll(bytes.TrimLeft(head, "\xFF\xFE"), []byte{0}, nil))
		}
		low := bytes.ToLower(start[:min(len(start), longest)])
		if !bytes.HasPrefix(low, []byte("<?xml")) && !bytes.HasPrefix(low, []byte("<rss")) && !bytes.HasPrefix(low, []byte("<feed")) &&
			!bytes.HasPrefix(low, []byte("<rdf")) && !bytes.HasPrefix(low, []byte("<en-export")) && !bytes.HasPrefix(low, []byte("<!doctype en-export")) {
			return false
		}
		low = bytes.ToLower(start)
		for _, m := range marks {
			if bytes.Contains(low, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// several makes a reader of a function that finds the articles of a file.
func several(find func([]byte) ([]cutting.Cutting, error)) func(*draft.File) error {
	return func(f *draft.File) error {
		all, err := find(f.Data)
		f.Held = all
		return err
	}
}

// refuse makes a reader of a function that says what a list is.
func refuse(say func([]byte) error) func(*draft.File) error {
	return func(f *draft.File) error { return say(f.Data) }
}

func readFeed(f *draft.File) error {
	all, short, err := reading.Feed(f.Data)
	if err != nil {
		return err
	}
	f.Held = all
	if short > 0 {
		f.Note(draft.PartsOut, "%s with a summary only not taken", draft.Count(short, "item", "items"))
	}
	return nil
}

// readRDF reads a library of Zotero without the files that it names: it is a
// list. With its files it gives them their details, see Companions.
func readRDF(f *draft.File) error {
	references, err := reading.Zotero(f.Data)
	if err != nil {
		return err
	}
	return &ForeignError{Kind: "a library of Zotero", Hint: "add the whole folder, with the files beside it", References: references}
}

func isJSON(head []byte, ext string) bool {
	start := letters.TrimStart(head)
	return draft.KnownAs(ext, ".json", ".jsonl", ".ndjson") || len(start) > 0 && (start[0] == '{' || start[0] == '[') && draft.KnownAs(ext, ".txt", "") && bytes.Contains(head, []byte(`":`))
}

func isTable(head []byte, ext string) bool {
	return draft.KnownAs(ext, ".csv", ".tsv") || reading.IsTable(head) && letters.IsText(head, ext)
}

func readTable(f *draft.File) error {
	if !reading.IsTable(f.Data[:min(len(f.Data), draft.SniffLen)]) {
		return &ForeignError{Kind: "a table", Hint: "it is no article"}
	}
	all, err := reading.Table(f.Data)
	f.Held = all
	return err
}
