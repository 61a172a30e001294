// Package export writes a briefing as bytes on an io.Writer: PDF, Markdown,
// DOCX, HTML and JSON. It owns the formats, and reading back those that can
// be read back. It does not know where a file goes, and it reads no clock:
// the same input gives the same bytes.
package export
