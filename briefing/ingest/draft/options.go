package draft

import "example.org/attache/briefing/ingest/pdf"

// Options say how files are read. The zero value is the usual.
type Options struct {
	// Encoding is the name of the files' encoding, such as "windows-1252",
	// where the one that was detected is wrong. "" detects it. The names are
	// those of the WHATWG Encoding Standard.
	Encoding string
	// Whole takes a text of several articles for one, where it can be read so.
	// Files that hold files are taken apart all the same.
	Whole bool

	Engine *pdf.Engine // of the reader of PDF files, nil for that of this process
}
