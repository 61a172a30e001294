// Package export is what the formats share: the options, the content that
// every format shows in the same order (Content, Blocks), and how addresses
// and texts are made safe. Each format is a package of its own below it: pdf,
// markdown, docx, html and json; package trace is the record that travels in
// an export, of what was printed and where each word stands. SCHEMA.md
// describes the documents.
//
// A format writes bytes on an io.Writer and reads its own files back as they
// are shown. It does not know where a file goes, it decides nothing about the
// words of a line, and it reads no clock: the same input gives the same
// bytes. Every format shows the same lines, those that Options.Held leaves.
package export
