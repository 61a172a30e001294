package ingest

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/office"
	"example.org/attache/briefing/ingest/plain"
	"example.org/attache/briefing/ingest/reading"
	"example.org/attache/briefing/ingest/web"
)

// Kind is a kind of file that can be read.
type kind struct {
	name      string // as messages call it
	mediaType string
	reader    string   // what Source.Reader says
	exts      []string // with dot, in lower case; Walk takes these from folders
	// is reports by content, and only then by extension, whether a file is
	// of this kind.
	is     func(head []byte, ext string) bool
	read   func(*draft.File) error
	risky  bool                   // read in a child process
	limit  time.Duration          // for reading one, if not TimeLimit
	engine func(data []byte) bool // reports whether the PDF reader has to be started, which takes a while; nil for never
	mark   bool                   // begins with a mark of its own: asked for before all others
}

// kinds lists what can be read, in the order of asking. Plain text comes last
// because everything below it is text too.
func kinds() []kind { return slices.Concat(documentKinds(), holderKinds(), textKinds()) }

// documentKinds are the kinds that are mostly one article, and say at their
// beginning what they are.
func documentKinds() []kind {
	return []kind{
		{
			name: "Word document", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", reader: "docx",
			exts: []string{".docx", ".docm"},
			is:   zipOf("word/", ".docx", ".docm"), read: office.DOCX, risky: true, mark: true,
		},
		{
			name: "OpenDocument text", mediaType: "application/vnd.oasis.opendocument.text", reader: "odt",
			exts: []string{".odt"},
			is:   zipOf("mimetypeapplication/vnd.oasis.opendocument.text", ".odt"), read: office.ODT, risky: true, mark: true,
		},
		{
			name: "e-book", mediaType: "application/epub+zip", reader: "epub",
			exts: []string{".epub"},
			is:   zipOf("mimetypeapplication/epub", ".epub"), read: office.EPUB, risky: true, mark: true,
		},
		{
			name: "RTF document", mediaType: "application/rtf", reader: "rtf",
			exts: []string{".rtf"},
			is:   isRTF, read: office.RTF, risky: true, mark: true,
		},
		{
			name: "PDF", mediaType: "application/pdf", reader: "pdfium",
			exts: []string{".pdf"},
			is:   isPDF, read: readPDF, risky: true, mark: true, engine: always, limit: pdfLimit,
		},
		{
			name: "web archive", mediaType: "multipart/related", reader: "mhtml",
			exts: []string{".mht", ".mhtml"},
			is:   isMHTML, read: readMHTML, risky: true, mark: true,
		},
		{
			name: "message", mediaType: "message/rfc822", reader: "mail",
			exts: []string{".eml", ".mbox"},
			is:   isMail, read: readMail, risky: true, mark: true, engine: holdsPDF,
		},
	}
}

// holderKinds are the kinds that hold files, or the articles of a program for
// notes, references and reading later.
func holderKinds() []kind {
	return []kind{
		{
			name: "web archive", mediaType: "application/x-webarchive", reader: "webarchive",
			exts: []string{".webarchive"},
			is: func(head []byte, ext string) bool {
				return draft.KnownAs(ext, ".webarchive") || bytes.HasPrefix(head, []byte("bplist00")) && bytes.Contains(head, []byte("WebMainResource"))
			},
			read: readWebArchive, risky: true, mark: true,
		},
		{
			name: "web archive", mediaType: "application/warc", reader: "warc",
			exts: []string{".warc"},
			is:   func(head []byte, _ string) bool { return archive.IsWARC(head) }, read: readWARC, risky: true, mark: true,
		},
		{
			name: "notes of Evernote", mediaType: "application/enex+xml", reader: "evernote",
			exts: []string{".enex"},
			is:   isXML("<en-export"), read: several(reading.Evernote), risky: true, mark: true,
		},
		{
			name: "library of Zotero", mediaType: "application/rdf+xml", reader: "zotero",
			exts: []string{".rdf"},
			is:   isXML("zotero.org/namespaces"), read: readRDF, risky: true, mark: true,
		},
		{
			name: "articles of Factiva", mediaType: "application/xml", reader: "factiva",
			is: isXML("<ppsarticle", "global.factiva.com"), read: several(reading.FactivaXML), risky: true, mark: true,
		},
		{
			name: "news feed", mediaType: "application/rss+xml", reader: "feed",
			exts: []string{".rss", ".atom"},
			is:   isXML("<rss", "<feed", "purl.org/rss/1.0"), read: readFeed, risky: true, mark: true,
		},
		{
			name: "list of references", mediaType: "application/x-research-info-systems", reader: "ris",
			exts: []string{".ris"},
			is:   func(head []byte, _ string) bool { return reading.IsRIS(head) }, read: refuse(reading.RIS), risky: true, mark: true,
		},
		{
			name: "list of references", mediaType: "application/x-bibtex", reader: "bibtex",
			exts: []string{".bib"},
			is:   func(head []byte, _ string) bool { return reading.IsBibTeX(head) }, read: refuse(reading.BibTeX), risky: true, mark: true,
		},
		{
			name: "list of links", mediaType: "text/html", reader: "bookmarks",
			is: func(head []byte, _ string) bool { return reading.IsBookmarks(head) }, read: refuse(reading.Bookmarks), risky: true, mark: true,
		},
		{
			name: "archive of files", mediaType: "application/zip", reader: "zip",
			exts: []string{".zip", ".wacz"},
			is:   isZIP, read: readZIP, risky: true, engine: holdsPDF,
		},
		{
			name: "reading list", mediaType: "application/json", reader: "json",
			is: isJSON, read: several(reading.JSON), risky: true,
		},
		{
			name: "table", mediaType: "text/csv", reader: "csv",
			is: isTable, read: readTable, risky: true,
		},
	}
}

// textKinds are the kinds that are known by what nothing else is.
func textKinds() []kind {
	return []kind{
		{
			name: "web page", mediaType: "text/html", reader: "readability",
			exts: []string{".html", ".htm", ".xhtml"},
			is:   web.Is, read: web.Read, risky: true,
		},
		{
			name: "Markdown text", mediaType: "text/markdown", reader: "goldmark",
			exts: []string{".md", ".markdown", ".mdown"},
			is:   plain.IsMarkdown, read: plain.Markdown, risky: true,
		},
		{
			name: "plain text", mediaType: "text/plain", reader: "text",
			exts: []string{".txt", ".text"},
			is:   letters.IsText, read: plain.Read,
		},
	}
}

// isRTF reports whether a file is an RTF document. Programs that convert texts
// write it without its head if they are asked for a part of one.
func isRTF(head []byte, ext string) bool {
	return bytes.HasPrefix(head, []byte(`{\rtf`)) || bytes.HasPrefix(head, []byte(`{\pard`)) || draft.KnownAs(ext, ".rtf") && bytes.HasPrefix(letters.TrimStart(head), []byte(`{\`))
}

func always([]byte) bool { return true }

// kindOf finds out what kind of file data is.
func kindOf(name string, data []byte) (kind, error) {
	if len(data) == 0 {
		return kind{}, fmt.Errorf("%w: the file has no bytes", briefing.ErrEmpty)
	}
	head, ext := data[:min(len(data), draft.SniffLen)], draft.Ext(name)
	for _, k := range kinds() {
		if k.mark && k.is(head, ext) {
			return k, nil
		}
	}
	if f, ok := foreignOf(head, ext); ok {
		return kind{}, &ForeignError{Kind: f.name, Hint: f.hint}
	}
	for _, k := range kinds() {
		if k.is(head, ext) {
			return k, nil
		}
	}
	return kind{}, &ForeignError{Kind: "no text", Hint: saveAsText}
}

// knownExtension reports whether files with the extension are worth opening.
func knownExtension(ext string) bool {
	return slices.ContainsFunc(kinds(), func(k kind) bool { return slices.Contains(k.exts, ext) })
}
