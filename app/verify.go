package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/page"
)

// VerifyReport says which words of an exported briefing stand in its articles.
type VerifyReport struct {
	Words    int            `json:"words"` // checked; fixed labels and the analyst's own lines are not
	Untraced []UntracedWord `json:"untraced"`
}

// UntracedWord is a word that stands in none of the articles.
type UntracedWord struct {
	Word    string `json:"word"`
	Context string `json:"context"` // the words around it
	Line    int    `json:"line"`    // of the file's text, from 1; 0 if the format has none
}

// Verify checks an exported PDF, Markdown or JSON file against its articles.
// Without article files, the library's articles are what its words must stand
// in.
func (a *App) Verify(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	if len(articles) > 0 {
		return VerifyFiles(ctx, path, articles)
	}
	e, err := readExported(path)
	if err != nil {
		return VerifyReport{}, err
	}
	var list []*briefing.Article
	for _, ref := range e.briefing.Articles {
		article, err := a.Article(ctx, ref.ID)
		if errors.Is(err, briefing.ErrNotFound) {
			continue // its words will be missed
		}
		if err != nil {
			return VerifyReport{}, err
		}
		list = append(list, article)
	}
	if len(list) == 0 {
		return VerifyReport{}, fmt.Errorf("verify %s: none of its articles is in the library: %w", filepath.Base(path), briefing.ErrNotFound)
	}
	return e.verify(list), nil
}

// VerifyFiles is Verify without a library.
func VerifyFiles(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	e, err := readExported(path)
	if err != nil {
		return VerifyReport{}, err
	}
	reader := ingest.NewReader(ingest.Options{})
	defer reader.Close()
	var list []*briefing.Article
	for _, name := range articles {
		r, err := reader.File(ctx, name)
		if err != nil {
			return VerifyReport{}, fmt.Errorf("verify %s: %w", filepath.Base(path), err)
		}
		list = append(list, r.Article)
	}
	return e.verify(list), nil
}

// exportedFile is what an exported file tells.
type exportedFile struct {
	words []export.Word
	// briefing has the articles cited, and the lines with their evidence if
	// the file carries it.
	briefing briefing.Briefing
}

// readExported reads an exported file.
func readExported(path string) (exportedFile, error) {
	name := filepath.Base(path)
	contents, err := os.ReadFile(path)
	if err != nil {
		return exportedFile{}, fmt.Errorf("verify %s: %w", name, plain(err))
	}
	var e exportedFile
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown":
		if e.words, err = export.MarkdownWords(bytes.NewReader(contents)); err == nil {
			e.briefing, err = export.ReadMarkdown(bytes.NewReader(contents))
		}
	case ".json":
		var d export.Document
		if d, err = export.ReadJSON(bytes.NewReader(contents)); err == nil {
			e.briefing = d.Briefing
			e.words, err = export.JSONWords(bytes.NewReader(contents))
		}
	case ".pdf":
		e, err = readExportedPDF(contents)
	default:
		err = fmt.Errorf("only PDF, Markdown and JSON exports can be verified: %w", briefing.ErrUnsupported)
	}
	if err != nil {
		return exportedFile{}, fmt.Errorf("verify %s: %w", name, err)
	}
	return e, nil
}

// readExportedPDF reads the trace in a PDF, and adds those words of the
// visible text that the trace does not tell of, so that nothing is read past
// the trace. Rows with the marking and the author hold no words of lines.
func readExportedPDF(contents []byte) (e exportedFile, err error) {
	text, trace, err := export.ReadPDF(bytes.NewReader(contents))
	if err != nil {
		return e, err
	}
	if trace == nil {
		return e, fmt.Errorf("it was exported without trace data: %w", briefing.ErrUnsupported)
	}
	d, err := export.ReadTrace(bytes.NewReader(trace))
	if err != nil {
		return e, err
	}
	e.briefing.Articles = d.Articles
	for _, l := range d.Lines {
		e.briefing.Sections = append(e.briefing.Sections, briefing.Section{Kind: l.Section, Lines: []briefing.Line{l.Line}})
	}
	if e.words, err = export.TraceWords(bytes.NewReader(trace)); err != nil {
		return e, err
	}
	known := map[string]bool{}
	for _, w := range e.words {
		for _, f := range wordsOf(w.Text) {
			known[f] = true
		}
	}
	prepared := strings.ToLower(page.LabelsFor(d.Language).PreparedBy)
	rows := strings.Split(text, "\n")
	for i, row := range rows {
		if row == rows[0] && isMarking(row) || prepared != "" && strings.HasPrefix(strings.ToLower(row), prepared) {
			continue
		}
		for _, f := range wordsOf(row) {
			if !known[f] {
				e.words = append(e.words, export.Word{Text: f, Row: i + 1, Context: row})
			}
		}
	}
	return e, nil
}

// isMarking reports whether a row can be the marking of the page, which is
// the analyst's: a TLP label or a classification.
func isMarking(row string) bool {
	for _, part := range strings.Split(row, "·") {
		part = strings.TrimSpace(part)
		_, tlp := page.TLPLevel(part)
		_, _, classified := page.ClassificationLevel(part)
		if !tlp && !classified {
			return false
		}
	}
	return true
}

// verify looks each word up in the articles, and has the referee judge the
// lines that come with their evidence.
func (e exportedFile) verify(articles []*briefing.Article) VerifyReport {
	known := vocabulary(articles)
	var r VerifyReport
	told := map[string]bool{}
	for _, w := range e.words {
		if w.Class != "" {
			continue
		}
		r.Words++
		for _, f := range wordsOf(w.Text) {
			if !known[f] && !known[strings.TrimSuffix(f, "'s")] {
				r.Untraced = append(r.Untraced, UntracedWord{Word: w.Text, Context: w.Context, Line: w.Row})
				told[string(w.Line)+" "+w.Text] = true
				break
			}
		}
	}
	var broken *briefing.CheckError
	if !errors.As(briefing.Check(e.briefing, sourcesOf(articles)), &broken) {
		return r
	}
	for _, v := range broken.Violations {
		l, _, _, _ := e.briefing.Find(v.Line)
		words := v.Words
		if len(words) == 0 {
			words = []string{l.Text}
		}
		for _, w := range words {
			if !told[string(v.Line)+" "+w] {
				r.Untraced = append(r.Untraced, UntracedWord{Word: w, Context: l.Text + ": " + v.Why})
			}
		}
	}
	return r
}

// vocabulary is every form in which a word of the articles may stand on a
// page: as it is, without its possessive, a plural title in the singular, and
// a side by its usual name. Fixed labels are in it too.
func vocabulary(articles []*briefing.Article) map[string]bool {
	known := map[string]bool{}
	add := func(text string) {
		for _, w := range wordsOf(text) {
			known[w] = true
			known[strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")] = true
			known[strings.ToLower(briefing.Singular(w))] = true
		}
	}
	for _, a := range articles {
		for _, text := range []string{a.Text, a.Title, a.Outlet, a.Byline, a.URL, a.Source.Name} {
			add(text)
		}
		for _, side := range sidesOf(extract.Extract(a)) {
			for _, form := range extract.Names(side) {
				if strings.Contains(a.Text, form) {
					add(side)
					break
				}
			}
		}
	}
	for _, language := range page.Languages() {
		for _, label := range page.LabelsFor(language).Words() {
			add(label)
		}
	}
	return known
}

func sidesOf(f briefing.Findings) []string {
	var sides []string
	for _, d := range f.Delegations {
		sides = append(sides, d.Side)
	}
	for _, a := range f.Agreements {
		sides = append(sides, a.Parties...)
	}
	for _, p := range f.People {
		sides = append(sides, p.Side)
	}
	for _, p := range f.Positions {
		sides = append(sides, p.Holder)
	}
	return sides
}

// wordsOf cuts text into words in lower case, with plain apostrophes. What has
// no letter is no word: numbers are counted by nobody but may be references.
func wordsOf(text string) []string {
	text = strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00ad", "", "\u2060", "").Replace(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' })
	kept := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'"); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}
