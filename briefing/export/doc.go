// Package export writes a briefing as bytes on an io.Writer: PDF, Markdown,
// DOCX, HTML and JSON. It owns the formats, reading back those that can be
// read back, and taking the words out of a file so that they can be held
// against the articles. SCHEMA.md describes the documents.
//
// It does not know where a file goes, it decides nothing about the words of a
// line, and it reads no clock: the same input gives the same bytes. Every
// format shows the same lines, those that Options.Held leaves.
package export
