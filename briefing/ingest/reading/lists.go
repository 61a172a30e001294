package reading

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
)

// IsTable reports whether the first line of a file names the columns of a
// list that a program for reading later gives out.
func IsTable(head []byte) bool {
	if bytes.HasPrefix(letters.TrimStart(head), []byte("<")) { // a page
		return false
	}
	columns := columnsOf(head)
	has := func(name string) bool { return slices.Contains(columns, name) }
	return len(columns) >= 3 && (has("url") || has("highlight") || has("link") || has("doi")) && (has("title") || has("booktitle") || has("name"))
}

func columnsOf(head []byte) []string {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), []byte("\n"))
	r := csv.NewReader(bytes.NewReader(line))
	r.LazyQuotes = true
	if bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		r.Comma = ';'
	}
	names, err := r.Read()
	if err != nil {
		return nil
	}
	for i, n := range names {
		names[i] = strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.TrimSpace(n)))
	}
	return names
}

// Table reads a list in CSV: articles, if a column has their texts, else an
// error that says what the list is and what it tells.
func Table(data []byte) ([]cutting.Cutting, error) {
	if !utf8.Valid(data) {
		data = bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	columns := columnsOf(data)
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))))
	r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = true, -1, true
	line, _, _ := bytes.Cut(data, []byte("\n"))
	if bytes.Count(line, []byte(";")) > bytes.Count(line, []byte(",")) {
		r.Comma = ';'
	}
	var all []cutting.Cutting
	var references []cutting.Reference
	for first := true; len(references)+len(all) < cutting.MaxCuttings; first = false {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			continue
		}
		if err != nil {
			break
		}
		if first {
			continue
		}
		e := entry{}
		for i, v := range row {
			if i < len(columns) && v != "" {
				e[columns[i]] = v
			}
		}
		ref := e.reference()
		ref.Byline = letters.Or(ref.Byline, e.value("bookauthor"))
		if c, ok := e.body(); ok {
			c.Title, c.Outlet, c.Byline, c.URL, c.Language, c.Date = ref.Title, ref.Outlet, ref.Byline, ref.URL, ref.Language, ref.Date
			all = append(all, c)
			continue
		}
		references = append(references, ref)
	}
	if len(all) > 0 {
		return all, nil
	}
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(columns, n) })
	}
	switch {
	case has("highlight"):
		return nil, refused("a list of highlights from Readwise", references)
	case has("timeadded"):
		return nil, refused("a list of links from Pocket", references)
	case has("selection") && has("folder"):
		return nil, refused("a list of links from Instapaper", references)
	case has("excerpt") && has("cover"):
		return nil, refused("a list of links from Raindrop", references)
	case has("itemtype", "publicationtitle", "doi"):
		return nil, refused("a list of references", references)
	}
	return nil, refused("a list of links", references)
}

var risLine = pattern.New(`^([A-Z][A-Z0-9])  - ?(.*)$`)

// IsRIS reports whether a file is a list of references in the form RIS.
func IsRIS(head []byte) bool { return bytes.HasPrefix(letters.TrimStart(head), []byte("TY  - ")) }

// RIS reads a list of references as an error that tells what it is.
func RIS(data []byte) error {
	var all []cutting.Reference
	var r cutting.Reference
	for raw := range strings.Lines(string(bytes.ToValidUTF8(letters.TrimStart(data), []byte("\uFFFD")))) {
		m := risLine().FindStringSubmatch(strings.TrimRight(raw, "\r\n"))
		if m == nil {
			continue
		}
		value := strings.TrimSpace(m[2])
		switch m[1] {
		case "TY":
			r = cutting.Reference{}
		case "TI", "T1":
			r.Title = letters.Or(r.Title, value)
		case "AU", "A1":
			if name := turned(value); name != "" {
				r.Byline = strings.TrimPrefix(r.Byline+", "+name, ", ")
			}
		case "T2", "JO", "JF", "PB":
			r.Outlet = letters.Or(r.Outlet, value)
		case "DA", "Y1", "PY":
			r.Date = letters.Or(r.Date, strings.TrimRight(value, "/"))
		case "UR":
			r.URL = letters.Or(r.URL, value)
		case "LA":
			r.Language = value
		case "ER":
			if len(all) < cutting.MaxCuttings {
				all = append(all, r)
			}
		}
	}
	return refused("a list of references (RIS)", all)
}

// turned writes "Prieto, Ana" as "Ana Prieto".
func turned(s string) string {
	last, first, ok := strings.Cut(s, ",")
	if !ok {
		return s
	}
	return strings.TrimSpace(strings.TrimSpace(first) + " " + strings.TrimSpace(last))
}

var (
	bibEntry = pattern.New(`(?m)^\s*@(?:article|online|misc|book|inproceedings|newspaper|electronic|www|report|techreport|incollection|thesis)\s*[{(]\s*[^\s,]+\s*,`)
	bibField = pattern.New(`(?m)^\s*([A-Za-z]+)\s*=\s*(?:\{(.*)\}|"(.*)"|(\w+))\s*,?\s*\}?\s*$`)
)

// IsBibTeX reports whether a file is a list of references of BibTeX.
func IsBibTeX(head []byte) bool {
	return bytes.IndexByte(head, '@') >= 0 && !bytes.HasPrefix(letters.TrimStart(head), []byte("<")) && bibEntry().Match(head) && bibField().Match(head)
}

// BibTeX reads a list of references as an error that tells what it is.
func BibTeX(data []byte) error {
	source := string(bytes.ToValidUTF8(data, []byte("\uFFFD")))
	starts := bibEntry().FindAllStringIndex(source, cutting.MaxCuttings)
	var all []cutting.Reference
	for i, at := range starts {
		end := len(source)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		var r cutting.Reference
		for _, m := range bibField().FindAllStringSubmatch(source[at[1]:end], 60) {
			value := strings.TrimSpace(strings.NewReplacer("{", "", "}", "", `\&`, "&", `\%`, "%", `\_`, "_").Replace(m[2] + m[3] + m[4]))
			switch strings.ToLower(m[1]) {
			case "title":
				r.Title = value
			case "author":
				var names []string
				for name := range strings.SplitSeq(value, " and ") {
					names = append(names, turned(strings.TrimSpace(name)))
				}
				r.Byline = strings.Join(names, ", ")
			case "journal", "journaltitle", "publisher", "organization":
				r.Outlet = letters.Or(r.Outlet, value)
			case "date":
				r.Date = value
			case "year":
				r.Date = letters.Or(r.Date, value)
			case "url":
				r.URL = value
			case "language", "langid":
				r.Language = value
			}
		}
		all = append(all, r)
	}
	return refused("a list of references (BibTeX)", all)
}

// IsBookmarks reports whether a page is a list of links that a browser, Pocket
// or Instapaper gave out.
func IsBookmarks(head []byte) bool {
	if !bytes.HasPrefix(letters.TrimStart(head), []byte("<")) {
		return false
	}
	low := letters.Lower(head)
	return bytes.Contains(low, []byte("netscape-bookmark-file")) || bytes.Contains(low, []byte("<title>pocket export")) || bytes.Contains(low, []byte("<title>instapaper"))
}

var linkTag = pattern.New(`(?i)<a\s[^>]*href="([^"]+)"[^>]*>([^<]*)</a>`)

// Bookmarks reads a list of links as an error that tells what it is.
func Bookmarks(data []byte) error {
	var all []cutting.Reference
	for _, m := range linkTag().FindAllSubmatch(data, cutting.MaxCuttings) {
		all = append(all, cutting.Reference{URL: string(m[1]), Title: string(m[2])})
	}
	kind := "a list of bookmarks"
	if low := bytes.ToLower(data[:min(len(data), 4096)]); bytes.Contains(low, []byte("pocket export")) {
		kind = "a list of links from Pocket"
	} else if bytes.Contains(low, []byte("instapaper")) {
		kind = "a list of links from Instapaper"
	}
	return refused(kind, all)
}
