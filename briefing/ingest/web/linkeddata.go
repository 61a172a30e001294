package web

import (
	"encoding/json"
	"html"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing/ingest/letters"
)

// linkedData is what a schema.org object says of an article, or of the page
// it stands on. https://schema.org/NewsArticle
type linkedData struct {
	headline, name, author, outlet, url, language, published string
	body                                                     string // the text, where it is stated too
	page                                                     bool   // of the page, not the article
}

// linkedDataOf reads the articles among the objects of a page's JSON-LD
// scripts. Objects that name each other by @id are put together, across
// scripts too. What is no JSON is passed over: pages hold a lot of it.
func linkedDataOf(scripts []string) []linkedData {
	var l ldReader
	var all []any
	for _, s := range scripts {
		if v, ok := parseLinkedData(s); ok {
			all = append(all, v)
			l.index(v, 0)
		}
	}
	for _, v := range all {
		l.collect(v, 0)
	}
	return l.found
}

// parseLinkedData reads one script, with the commonest mistakes.
func parseLinkedData(script string) (any, bool) {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<![CDATA["), "]]>")
	// Line ends inside strings are the commonest mistake; outside of them
	// they are blanks.
	script = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.TrimSuffix(strings.TrimSpace(script), ";"))
	var v any
	return v, json.Unmarshal([]byte(script), &v) == nil
}

// ldReader collects the articles of a page's linked data.
type ldReader struct {
	byID  map[string]map[string]any
	found []linkedData
}

// ldDepth is how deep objects are looked for.
const ldDepth = 8

// index remembers the objects that have a name and an @id.
func (l *ldReader) index(v any, depth int) {
	const most = 5000 // objects
	if depth > ldDepth || len(l.byID) > most {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.index(e, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] != nil && l.byID[id] == nil {
			if l.byID == nil {
				l.byID = map[string]map[string]any{}
			}
			l.byID[id] = v
		}
		for _, e := range v { // the order does not matter: an @id is of one object
			switch e.(type) {
			case []any, map[string]any:
				l.index(e, depth+1)
			}
		}
	}
}

// collect appends the articles in v, in the order of lists. Objects are
// entered only by the names that hold articles, so the order is fixed.
func (l *ldReader) collect(v any, depth int) {
	if depth > ldDepth || len(l.found) >= 50 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.collect(e, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) || isPage(v["@type"]) {
			l.found = append(l.found, linkedData{
				headline:  word(v["headline"]),
				name:      word(v["name"]),
				author:    letters.Or(l.names(v["author"]), l.names(v["creator"])),
				outlet:    letters.Or(l.names(v["publisher"]), l.names(v["sourceOrganization"])),
				url:       letters.Or(word(v["url"]), word(v["mainEntityOfPage"])),
				language:  word(v["inLanguage"]),
				published: dayOf(v["datePublished"]),
				body:      word(v["articleBody"]),
				page:      !isArticle(v["@type"]),
			})
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			l.collect(v[key], depth+1)
		}
	}
}

// isArticle reports whether a type, or one of several, is a kind of article.
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || t == "Report" || strings.HasSuffix(t, "BlogPosting")
	case []any:
		for _, e := range t {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

// isPage reports whether a type is a page, or a work that is no article but
// has a writer and a day too.
func isPage(t any) bool {
	switch t := t.(type) {
	case string:
		switch t {
		case "WebPage", "ItemPage", "Recipe", "Review", "HowTo", "DiscussionForumPosting", "SocialMediaPosting", "Event", "CreativeWork", "QAPage", "FAQPage", "VideoObject":
			return true
		}
	case []any:
		return slices.ContainsFunc(t, isPage)
	}
	return false
}

// word returns a string, or the name of an object that stands for one.
func word(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case map[string]any:
		for _, key := range []string{"name", "@value", "@id", "url"} {
			if s, ok := v[key].(string); ok && strings.TrimSpace(s) != "" {
				return strings.TrimSpace(html.UnescapeString(s))
			}
		}
	case []any:
		if len(v) > 0 {
			return word(v[0])
		}
	}
	return ""
}

// dayOf returns a date as a string: some programs write it as a number.
func dayOf(v any) string {
	switch n := v.(type) {
	case float64:
		return letters.Moment(n)
	case []any:
		if len(n) > 0 {
			return dayOf(n[0])
		}
	}
	s := word(v)
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		return letters.Or(letters.Moment(n), s)
	}
	return s
}

// names joins the names of one or several people or houses.
func (l *ldReader) names(v any) string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var all []string
	for _, e := range list {
		if m, ok := e.(map[string]any); ok {
			if _, named := m["name"]; !named {
				id, _ := m["@id"].(string)
				if m = l.byID[id]; m == nil {
					continue // a bare @id is no name
				}
				e = m
			}
			if name, ok := m["name"].([]any); ok {
				e = l.names(name)
			}
		}
		if s := word(e); s != "" && !strings.Contains(s, "://") && len(all) < 10 && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

// chooseArticle returns the linked data of the page's own article: the one
// that has the page's title or address, or else the only one there is.
// Others are of articles the page refers to. What it leaves open, the data of
// the page itself fill in.
func chooseArticle(all []linkedData, titles []string, canonical string) linkedData {
	var articles []linkedData
	var page linkedData
	for _, ld := range all {
		if !ld.page {
			articles = append(articles, ld)
		} else if page == (linkedData{}) || page.author == "" && ld.author != "" {
			page = ld
		}
	}
	chosen := ownArticle(articles, titles, canonical)
	if chosen == (linkedData{}) && len(articles) > 0 {
		return linkedData{} // the page is about several
	}
	chosen.author = letters.Or(chosen.author, page.author)
	chosen.outlet = letters.Or(chosen.outlet, page.outlet)
	chosen.published = letters.Or(chosen.published, page.published)
	chosen.language = letters.Or(chosen.language, page.language)
	chosen.url = letters.Or(chosen.url, page.url)
	return chosen
}

func ownArticle(all []linkedData, titles []string, canonical string) linkedData {
	for _, ld := range all {
		if ld.url != "" && ld.url == canonical {
			return ld
		}
		for _, t := range titles {
			for _, own := range []string{ld.name, ld.headline} {
				if own != "" && strings.HasPrefix(fold(t), fold(letters.Unescaped(own))) {
					return ld
				}
			}
		}
	}
	if len(all) > 0 && allSame(all) {
		return all[0]
	}
	return linkedData{}
}

// allSame reports whether the objects are about one article: none has
// another headline than the first.
func allSame(all []linkedData) bool {
	for _, ld := range all[1:] {
		if fold(letters.Or(ld.headline, ld.name)) != fold(letters.Or(all[0].headline, all[0].name)) {
			return false
		}
	}
	return true
}

func fold(s string) string { return strings.ToLower(letters.Clean(s)) }
