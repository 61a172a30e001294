package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
	Why     string `json:"why"`     // "" if the word is in none of the articles
}

// VerifyError is a file that could not be checked, for its own sake or for an
// article's.
type VerifyError struct {
	Name    string // base name of the exported file
	Article string // base name of the article's file that could not be read, or ""
	Err     error
}

func (e *VerifyError) Error() string {
	if e.Article != "" {
		return fmt.Sprintf("verify %s: article %s: %v", e.Name, e.Article, e.Err)
	}
	return fmt.Sprintf("verify %s: %v", e.Name, e.Err)
}

// Unwrap returns the error behind it.
func (e *VerifyError) Unwrap() error { return e.Err }

// Why a file that could be read cannot be checked.
var (
	errNoArticles    = fmt.Errorf("none of its articles is in the library: %w", briefing.ErrNotFound)
	errNotVerifiable = fmt.Errorf("only PDF, Markdown and JSON exports can be verified: %w", briefing.ErrUnsupported)
	errNoTrace       = fmt.Errorf("it was exported without trace data: %w", briefing.ErrUnsupported)
)

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
		return VerifyReport{}, &VerifyError{Name: filepath.Base(path), Err: errNoArticles}
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
			return VerifyReport{}, &VerifyError{Name: filepath.Base(path), Article: filepath.Base(name), Err: err}
		}
		for _, h := range r.All() {
			list = append(list, h.Article)
		}
	}
	return e.verify(list), nil
}

// exportedFile is what an exported file tells.
type exportedFile struct {
	words []export.Word
	// briefing has the articles cited, and the lines with their evidence if
	// the file carries it.
	briefing briefing.Briefing
	// altered are words that are not as the file's own trace has them.
	altered []UntracedWord
}

// readExported reads an exported file.
func readExported(path string) (exportedFile, error) {
	name := filepath.Base(path)
	contents, err := os.ReadFile(path)
	if err != nil {
		return exportedFile{}, &VerifyError{Name: name, Err: plain(err)}
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
		err = errNotVerifiable
	}
	if err != nil {
		return exportedFile{}, &VerifyError{Name: name, Err: err}
	}
	return e, nil
}

// verify looks each word up in the articles, and has the referee judge the
// lines that come with their evidence.
func (e exportedFile) verify(articles []*briefing.Article) VerifyReport {
	known := vocabulary(articles)
	r := VerifyReport{Untraced: slices.Clone(e.altered)}
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
	r.Untraced = append(r.Untraced, e.misquoted(articles, told)...)
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
				r.Untraced = append(r.Untraced, UntracedWord{Word: w, Context: l.Text, Why: v.Why})
			}
		}
	}
	return r
}

// misquoted returns the quotations that stand in none of the articles word for
// word: the referee can judge only those whose very article is at hand.
func (e exportedFile) misquoted(articles []*briefing.Article, told map[string]bool) []UntracedWord {
	texts := make([]string, len(articles))
	for i, a := range articles {
		texts[i] = tokens(a.Text)
	}
	var off []UntracedWord
	for _, l := range e.briefing.Lines() {
		if l.Kind != briefing.QuoteLine {
			continue
		}
		for _, piece := range strings.Split(l.Text, briefing.Cut) {
			want := tokens(piece)
			if want == "" || slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, want) }) {
				continue
			}
			w := departs(texts, strings.Fields(want))
			if !told[string(l.ID)+" "+w] {
				told[string(l.ID)+" "+w] = true
				off = append(off, UntracedWord{Word: w, Context: l.Text, Why: notQuoted})
			}
		}
	}
	return off
}

// Why a word is told that stands in an article all the same.
const (
	notQuoted     = "not as the quotation has it"
	notAsExported = "not as the file was exported"
)

// departs returns the first of the words that no text has after those before
// it.
func departs(texts, words []string) string {
	for n := range words {
		begun := " " + strings.Join(words[:n+1], " ") + " "
		if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, begun) }) {
			return words[n]
		}
	}
	return words[len(words)-1]
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
