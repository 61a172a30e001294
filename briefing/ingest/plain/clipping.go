package plain

import (
	"strings"
	"sync"

	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/language"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/web"
	"example.org/attache/briefing/pattern"
)

// This file knows what programs that clip articles write above them:
//
//	- Author: [[Ana Prado]]
//	- URL: https://courier.example/a

// statedFields are what a file states of its article, by the fields of
// assets/lexicon/fields.
type statedFields map[string]string

var fieldNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range letters.Lexicon("fields") {
		for name := range strings.SplitSeq(row[1], "|") {
			names[name] = row[0]
		}
	}
	return names
})

// add takes a field by the name that the file gives it and reports whether it
// is a known one. The first value counts. A source that is no address is an
// outlet.
func (s statedFields) add(name, value string) bool {
	field := fieldNames()[strings.ToLower(strings.Trim(strings.TrimSpace(name), "*_"))]
	if field == "" {
		return false
	}
	value = unquote(unwiki(strings.Trim(strings.TrimSpace(value), "*")))
	if m := mdLink().FindStringSubmatch(value); m != nil {
		if value = m[1]; field == "url" {
			value = m[2]
		}
	}
	if field == "url" && draft.WebAddress(value) == "" {
		field = "outlet"
	}
	if s[field] == "" {
		s[field] = value
	}
	return true
}

// apply sets the article's metadata, where they are not known yet.
func (s statedFields) apply(f *draft.File) {
	a := &f.Article
	a.Outlet = letters.Or(a.Outlet, letters.Clean(s["outlet"]))
	a.Title = letters.Or(web.WithoutOutlet(letters.Unescaped(letters.Clean(s["title"])), a.Outlet), a.Title)
	a.Byline = letters.Or(a.Byline, imprint.Person(s["byline"]))
	a.URL = letters.Or(a.URL, draft.WebAddress(s["url"]))
	a.Language = letters.Or(a.Language, language.Declared(s["language"]))
	if !a.Published.Known() {
		a.Published = dates.Stated(s["published"], a.Language)
	}
}

var (
	mdLink   = pattern.New(`^\[([^\]]*)\]\(\s*<?([^)\s>]*)[^)]*\)$`)
	wikiLink = pattern.New(`\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]`)
	tagLine  = pattern.New(`^(?:#[\p{L}\d/_-]+\s*)+$`)
	// "- Author: …", "**Author:** …", "Author:: …", "> Author: …"
	fieldLine = pattern.New(`^[\s>*-]*\**([\p{L}_][\p{L}_/ ]{0,24}?)\**\s*::?\**\s+(\S.*)$`)
)

// unwiki writes the names in double brackets plainly: "[[Ana Prado]]".
func unwiki(s string) string { return wikiLink().ReplaceAllString(s, "$1") }

// statedHead returns of how many of the lines, at the top of a text, the head
// of a clipping consists, and what it states. Titles above it and rules in it
// belong to it. A head states two fields at least, or is marked as one.
func statedHead(lines []string) (n int, fields statedFields) {
	const most = 60 // lines
	fields = statedFields{}
	known, unknown, marked, quoted := 0, 0, false, false
	for i, line := range lines[:min(len(lines), most)] {
		s := strings.TrimSpace(line)
		plain := strings.ToLower(strings.Trim(s, "#>* \t"))
		switch {
		case s == "" || strings.Trim(s, "-*_ ") == "" || strings.HasPrefix(s, "!["):
			continue
		case plain == "excerpt":
			quoted, marked, n = true, true, i+1
			continue
		case quoted && strings.HasPrefix(s, ">"):
			n = i + 1
			continue
		case (plain == "metadata" || plain == "full document" || plain == "full article" || plain == "content") && strings.HasPrefix(s, "#"):
			marked, n = true, i+1
			if plain != "metadata" {
				return n, fields
			}
			continue
		case known == 0 && !marked && n == 0 && strings.HasPrefix(s, "# "), tagLine().MatchString(s):
			continue // the title, or tags
		}
		quoted = false
		if m := mdLink().FindStringSubmatch(s); m != nil && (fields.add(m[1], m[2]) || strings.HasPrefix(strings.ToLower(m[1]), "read on ")) {
			marked, n = true, i+1
			continue
		}
		m := fieldLine().FindStringSubmatch(s)
		if m == nil {
			return ifHead(n, known, marked, fields)
		}
		if !fields.add(m[1], m[2]) {
			const long = 100 // bytes of a line that is no field any more
			if unknown++; unknown > 3 || len(s) > long {
				return ifHead(n, known, marked, fields)
			}
			continue // is of the head only if a known one follows
		}
		known, n = known+1, i+1
	}
	return ifHead(n, known, marked, fields)
}

func ifHead(n, known int, marked bool, fields statedFields) (int, statedFields) {
	if known < 2 && !marked {
		return 0, nil
	}
	return n, fields
}
