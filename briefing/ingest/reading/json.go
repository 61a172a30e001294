package reading

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// JSON reads what programs give out in JSON: articles if it holds texts
// (Wallabag, Readwise Reader, Readeck, Karakeep, Omnivore's successors, JSON
// Feed), else an error that says what the list is and what it tells.
//
// The programs name the same things in few ways; the fields are known by all
// of them. So are lists of programs that nobody here has seen.
func JSON(data []byte) ([]cutting.Cutting, error) {
	top, err := values(data)
	if err != nil {
		return nil, err
	}
	entries := entriesOf(top, 0)
	var all []cutting.Cutting
	var references []cutting.Reference
	outlet := ""
	if o, ok := top.(map[string]any); ok && strings.Contains(text(o["version"]), "jsonfeed.org") {
		outlet = text(o["title"])
	}
	for _, e := range entries {
		r := e.reference()
		r.Outlet = letters.Or(r.Outlet, outlet)
		c, ok := e.body()
		if !ok {
			references = append(references, r)
			continue
		}
		c.Title, c.Outlet, c.Byline, c.URL, c.Language, c.Date = r.Title, r.Outlet, r.Byline, r.URL, r.Language, r.Date
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, refusedJSON(top, entries, references)
	}
	return all, nil
}

// References returns what a list in JSON tells of articles, with the files
// that hold their texts: Omnivore names them by a "slug".
func References(data []byte) ([]cutting.Reference, error) {
	top, err := values(data)
	if err != nil {
		return nil, err
	}
	var all []cutting.Reference
	for _, e := range entriesOf(top, 0) {
		all = append(all, e.reference())
	}
	return all, nil
}

// values returns the value of a file of JSON; of one that has a value on each
// line the list of them.
func values(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(letters.TrimStart(data)))
	d.UseNumber()
	var all []any
	for len(all) <= cutting.MaxCuttings {
		var v any
		err := d.Decode(&v)
		if err == io.EOF && len(all) > 0 {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: it is no whole JSON: %v", briefing.ErrDamaged, err)
		}
		all = append(all, v)
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

// entry is an object that tells of an article, names in lower case without
// dividers.
type entry map[string]any

// lists are the fields that programs put their articles into.
var lists = []string{"bookmarks", "items", "results", "entries", "articles", "links", "documents", "data", "list", "pages", "collections", "highlights", "books", "_embedded", "children"}

// entriesOf returns the objects that tell of articles.
func entriesOf(v any, depth int) []entry {
	const deepest = 9 // folders in folders of bookmarks
	if depth > deepest {
		return nil
	}
	var all []entry
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			all = append(all, entriesOf(x, depth+1)...)
		}
	case map[string]any:
		e := entryOf(v)
		if e.tells() {
			return []entry{e}
		}
		for _, name := range lists {
			if inner, ok := v[name]; ok {
				all = append(all, entriesOf(inner, depth+1)...)
			}
		}
	}
	return all
}

func entryOf(o map[string]any) entry {
	e := entry{}
	for _, name := range slices.Sorted(mapKeys(o)) {
		key := strings.ToLower(strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.TrimPrefix(name, "article__"))) // Readability
		if _, taken := e[key]; !taken {
			e[key] = o[name]
		}
	}
	return e
}

func mapKeys(o map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range o {
			if !yield(k) {
				return
			}
		}
	}
}

// tells reports whether an object is about an article: it has a title or a
// text, and an address or a text.
func (e entry) tells() bool {
	r := e.reference()
	_, body := e.body()
	return body && (r.Title != "" || r.URL != "") || r.Title != "" && (r.URL != "" || text(e["type"]) != "" || text(e["slug"]) != "") || r.URL != "" && e["content"] != nil
}

func (e entry) value(names ...string) string {
	for _, n := range names {
		if s := text(e[n]); s != "" {
			return s
		}
	}
	return ""
}

func (e entry) reference() cutting.Reference {
	r := cutting.Reference{
		Title:    e.value("title", "headline", "name", "resolvedtitle", "giventitle", "booktitle"),
		URL:      e.value("url", "sourceurl", "originalurl", "resolvedurl", "givenurl", "link", "href", "canonicalurl", "uri"),
		Outlet:   e.value("sitename", "publication", "containertitle", "publisher", "outlet", "site", "domainname", "domain", "website"),
		Byline:   letters.Or(people(e["author"]), people(e["authors"]), people(e["byline"]), people(e["publishedby"]), people(e["creator"]), people(e["creators"])),
		Language: e.value("language", "lang"),
		Date:     e.value("publishedat", "publisheddate", "datepublished", "published", "publicationdate", "pubdate", "date"),
	}
	if r.Date == "" {
		r.Date = dateParts(e["issued"])
	}
	if slug := text(e["slug"]); slug != "" {
		r.Files = []string{"content/" + slug + ".html"} // in a folder of Omnivore
	}
	if in, ok := e["content"].(map[string]any); ok { // Karakeep has the address and the text a level deeper
		c := entryOf(in).reference()
		r.Title, r.URL, r.Byline = letters.Or(r.Title, c.Title), letters.Or(r.URL, c.URL), letters.Or(r.Byline, c.Byline)
		r.Outlet, r.Date = letters.Or(r.Outlet, c.Outlet), letters.Or(r.Date, c.Date)
	}
	if in, ok := e["metadata"].(map[string]any); ok && r.Title == "" {
		return entryOf(in).reference()
	}
	return r
}

// body returns the text of an article, if the object has it.
func (e entry) body() (cutting.Cutting, bool) {
	for _, name := range []string{"htmlcontent", "contenthtml", "content", "html", "articlehtml", "body"} {
		switch v := e[name].(type) {
		case string:
			if told(v) && (strings.Contains(v, "<") || letters.Count(v) > 200 || name == "content") {
				if strings.Contains(v, "<") {
					return page(v), true
				}
				return cutting.Cutting{Data: []byte(v), Name: "article.txt"}, true
			}
		case map[string]any:
			if c, ok := entryOf(v).body(); ok {
				return c, true
			}
		}
	}
	for _, name := range []string{"text", "textcontent", "contenttext", "plaintext", "fulltext"} {
		if s := text(e[name]); letters.Count(s) > 200 || told(s) && name != "text" || told(s) && text(e["type"]) == "text" {
			return cutting.Cutting{Data: []byte(s), Name: "article.txt"}, true
		}
	}
	return cutting.Cutting{}, false
}

// text returns a value as text: a string, or a number that is a moment.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		n, err := strconv.ParseFloat(string(v), 64)
		if err != nil {
			return ""
		}
		day, _, _ := strings.Cut(letters.Moment(n), "T")
		return day
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	}
	return ""
}

// people returns the names of authors.
func people(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		var all []string
		for _, x := range v {
			if s := people(x); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		if n := text(v["name"]); n != "" {
			return n
		}
		given, family := letters.Or(text(v["given"]), text(v["firstName"])), letters.Or(text(v["family"]), text(v["lastName"]), text(v["literal"]))
		return strings.TrimSpace(given + " " + family)
	}
	return ""
}

// dateParts reads the date of CSL: {"date-parts": [[2024, 2, 12]]}.
func dateParts(v any) string {
	o, ok := v.(map[string]any)
	if !ok {
		return text(v)
	}
	parts, _ := o["date-parts"].([]any)
	if len(parts) == 0 {
		return letters.Or(text(o["raw"]), text(o["literal"]))
	}
	day, _ := parts[0].([]any)
	s := ""
	for i, p := range day {
		n, err := strconv.Atoi(fmt.Sprint(p))
		if err != nil || i > 2 {
			break
		}
		if i > 0 {
			s += "-"
		}
		s += fmt.Sprintf("%02d", n)
	}
	return s
}

// refusedJSON says what a list without texts is.
func refusedJSON(top any, entries []entry, references []cutting.Reference) error {
	has := func(names ...string) bool {
		for _, e := range entries[:min(len(entries), 20)] {
			for _, n := range names {
				if e[n] != nil {
					return true
				}
			}
		}
		return false
	}
	object, _ := top.(map[string]any)
	switch {
	case len(entries) == 0:
		return &cutting.Foreign{Kind: "a file of JSON without articles", Hint: "it is no article"}
	case has("containertitle", "issued", "doi", "citationkey", "itemtype"):
		return refused("a list of references (CSL-JSON)", references)
	case has("highlights", "highlightedat", "bookid") || object["highlights"] != nil:
		return refused("a list of highlights", references)
	case has("slug") && has("savedat", "readingprogress"):
		return &cutting.Foreign{Kind: "the list of an Omnivore export", Hint: "add the whole folder or the ZIP file it came in", References: references}
	case object["root"] == "placesRoot":
		return refused("a list of bookmarks from Firefox", references)
	case object["collections"] != nil:
		return refused("a list of links from Linkwarden", references)
	case object["bookmarks"] != nil && !has("excerpt", "dateadded"):
		return refused("a list of links from Karakeep", references)
	}
	return refused("a list of links", references)
}
