package ingest

import (
	"bytes"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/reading"
)

// This file reads what programs for notes, references and reading later give
// out, and news feeds.

// isXML returns a test for XML that has one of the marks near its start.
func isXML(marks ...string) func([]byte, string) bool {
	return func(head []byte, ext string) bool {
		low := bytes.ToLower(trimStart(head))
		if !bytes.HasPrefix(low, []byte("<?xml")) && !bytes.HasPrefix(low, []byte("<rss")) && !bytes.HasPrefix(low, []byte("<feed")) &&
			!bytes.HasPrefix(low, []byte("<rdf")) && !bytes.HasPrefix(low, []byte("<en-export")) && !bytes.HasPrefix(low, []byte("<!doctype en-export")) {
			return false
		}
		for _, m := range marks {
			if bytes.Contains(low, []byte(m)) {
				return true
			}
		}
		return false
	}
}

// several makes a reader of a function that finds the articles of a file.
func several(find func([]byte) ([]cutting.Cutting, error)) func(*file) error {
	return func(f *file) error {
		all, err := find(f.data)
		f.held = all
		return err
	}
}

// refuse makes a reader of a function that says what a list is.
func refuse(say func([]byte) error) func(*file) error {
	return func(f *file) error { return say(f.data) }
}

func readFeed(f *file) error {
	all, short, err := reading.Feed(f.data)
	if err != nil {
		return err
	}
	f.held = all
	if short > 0 {
		f.note(PartsOut, "%s with a summary only not taken", count(short, "item", "items"))
	}
	return nil
}

// readRDF reads a library of Zotero without the files that it names: it is a
// list. With its files it gives them their details, see Companions.
func readRDF(f *file) error {
	references, err := reading.Zotero(f.data)
	if err != nil {
		return err
	}
	return &ForeignError{Kind: "a library of Zotero", Hint: "add the whole folder, with the files beside it", References: references}
}

func isJSON(head []byte, ext string) bool {
	start := trimStart(head)
	return knownAs(ext, ".json") || len(start) > 0 && (start[0] == '{' || start[0] == '[') && knownAs(ext, ".txt", "") && bytes.Contains(head, []byte(`":`))
}

func isTable(head []byte, ext string) bool {
	return knownAs(ext, ".csv", ".tsv") || reading.IsTable(head) && isText(head, ext)
}

func readTable(f *file) error {
	if !reading.IsTable(f.data[:min(len(f.data), sniffLen)]) {
		return &ForeignError{Kind: "a table", Hint: "it is no article"}
	}
	all, err := reading.Table(f.data)
	f.held = all
	return err
}
