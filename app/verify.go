package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
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
	words, cited, err := exportedWords(path)
	if err != nil {
		return VerifyReport{}, err
	}
	var list []*briefing.Article
	for _, id := range cited {
		article, err := a.Article(ctx, id)
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
	return verifyWords(words, list), nil
}

// VerifyFiles is Verify without a library.
func VerifyFiles(ctx context.Context, path string, articles []string) (VerifyReport, error) {
	words, _, err := exportedWords(path)
	if err != nil {
		return VerifyReport{}, err
	}
	reader := ingest.NewReader(ingest.Options{})
	defer reader.Close()
	var list []*briefing.Article
	for _, name := range articles {
		r, err := reader.File(ctx, name)
		if err != nil {
			return VerifyReport{}, &FileError{filepath.Base(name), err}
		}
		list = append(list, r.Article)
	}
	return verifyWords(words, list), nil
}

// exportedWords reads the words of an exported file and the ids of the
// articles it cites.
func exportedWords(path string) ([]export.Word, []briefing.ArticleID, error) {
	name := filepath.Base(path)
	contents, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, &FileError{name, plain(err)}
	}
	var words []export.Word
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md", ".markdown":
		words, err = export.MarkdownWords(bytes.NewReader(contents))
	case ".json":
		words, err = export.JSONWords(bytes.NewReader(contents))
	case ".pdf":
		words, contents, err = pdfWords(contents)
	default:
		err = fmt.Errorf("only PDF, Markdown and JSON exports can be verified: %w", briefing.ErrUnsupported)
	}
	if err != nil {
		return nil, nil, &FileError{name, err}
	}
	var cited []briefing.ArticleID
	for _, id := range articleIDs.FindAll(contents, -1) {
		if !slices.Contains(cited, briefing.ArticleID(id)) {
			cited = append(cited, briefing.ArticleID(id))
		}
	}
	return words, cited, nil
}

var articleIDs = regexp.MustCompile(`sha256:[0-9a-f]{64}`)

// pdfWords returns the words of the trace in a PDF, and further those of its
// visible text that the trace does not tell of, so that nothing is read past
// the trace. The bytes returned are the trace.
func pdfWords(contents []byte) ([]export.Word, []byte, error) {
	text, trace, err := export.ReadPDF(bytes.NewReader(contents))
	if err != nil {
		return nil, nil, err
	}
	if trace == nil {
		return nil, nil, fmt.Errorf("it was exported without trace data: %w", briefing.ErrUnsupported)
	}
	words, err := export.TraceWords(bytes.NewReader(trace))
	if err != nil {
		return nil, nil, err
	}
	known := map[string]bool{}
	for _, w := range words {
		for _, f := range wordsOf(w.Text) {
			known[f] = true
		}
	}
	for i, line := range strings.Split(text, "\n") {
		for _, f := range wordsOf(line) {
			if !known[f] {
				words = append(words, export.Word{Text: f, Row: i + 1, Context: line})
			}
		}
	}
	return words, trace, nil
}

// verifyWords looks each word up in the articles.
func verifyWords(words []export.Word, articles []*briefing.Article) VerifyReport {
	known := vocabulary(articles)
	var r VerifyReport
	for _, w := range words {
		if w.Class != "" {
			continue
		}
		r.Words++
		for _, f := range wordsOf(w.Text) {
			if !known[f] && !known[strings.TrimSuffix(f, "'s")] {
				r.Untraced = append(r.Untraced, UntracedWord{Word: w.Text, Context: w.Context, Line: w.Row})
				break
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
