package app

import (
	"bytes"
	"os"
	"path/filepath"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/docx"
	"example.org/attache/briefing/export/html"
	"example.org/attache/briefing/export/json"
	"example.org/attache/briefing/export/markdown"
	"example.org/attache/briefing/export/pdf"
	"example.org/attache/briefing/export/trace"
)

// exportedFile is an exported file as it was read.
type exportedFile struct {
	trace.File
	briefing briefing.Briefing // the lines with their evidence
}

// readExported reads an exported file.
func readExported(path string) (e exportedFile, err error) {
	name := filepath.Base(path)
	contents, err := os.ReadFile(path)
	if err != nil {
		return e, &VerifyError{Name: name, Err: plain(err)}
	}
	r := bytes.NewReader(contents)
	format, err := ExportOptions{Path: path}.format()
	if err != nil {
		return e, &VerifyError{Name: name, Err: errNotVerifiable}
	}
	switch format {
	case Markdown:
		e.File, err = markdown.Open(r)
	case JSON:
		e.File, err = json.Open(r)
	case PDF:
		e.File, err = pdf.Open(r)
	case Word:
		e.File, err = docx.Open(r)
	case HTML:
		e.File, err = html.Open(r)
	}
	if err != nil {
		return e, &VerifyError{Name: name, Err: err}
	}
	e.briefing = e.Record.Content()
	return e, nil
}

// verify answers both questions: it holds the file against what was exported,
// looks each of its words up in the articles, and has the referee judge the
// lines that come with their evidence.
func (e exportedFile) verify(articles []*briefing.Article) VerifyReport {
	r := VerifyReport{Untraced: []UntracedWord{}, Changes: []VerifyChange{}, Notes: e.Seen.Notes, AsExported: AsExported}
	rows := e.Record.Printed
	if rows == nil {
		rows, r.AsExported, r.Why = e.Rows, ExportedUnknown, whyNotNoted
		if len(e.Record.Articles) == 0 {
			r.Why = whyNoRecord
		}
	}
	held := trace.Hold(rows, e.Seen)
	if r.AsExported == AsExported {
		for _, c := range append(held.Changes, e.Record.Altered()...) {
			r.Changes = append(r.Changes, VerifyChange{c, c.String()})
			r.AsExported = ChangedSince
		}
	}
	w := newWordCheck(e, articles)
	if rows == nil {
		w.recorded()
	}
	w.words(held.Words)
	w.quotations()
	w.referee()
	r.Words, r.Untraced = w.count, w.untraced
	return r
}
