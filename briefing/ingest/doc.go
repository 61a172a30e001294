// Package ingest turns a saved file into a briefing.Article: it finds out what
// kind of file it is, decodes its letters, tells the body from the furniture
// around it and reads the metadata the file gives.
//
// Nothing is guessed: metadata that the file does not state stays empty, with
// a Note that says so. Articles are untrusted input: kinds with a complicated
// grammar are read by a child process (the same binary) under limits of time,
// memory and output, see Reader and ChildMain; PDF moreover by PDFium in
// WebAssembly, see pdfEngine. There is no network code: what
// a page refers to is never loaded.
//
// A kind of file is one row in the table in kinds.go. Those with a grammar of
// their own have a package: web (pages), office (DOCX, OpenDocument, RTF, EPUB),
// plain (text, Markdown), pdf, mail, database (Factiva, Nexis, Europresse,
// ProQuest), reading (feeds, reading lists, references, notes) and archive (ZIP,
// WARC, webarchive). They fill a draft.File in, or hand over the cuttings that
// a file of several articles holds; held.go makes articles of both.
//
// The package does not store articles and knows nothing of what they mean.
package ingest
