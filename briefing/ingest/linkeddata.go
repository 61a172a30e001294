package ingest

import (
	"encoding/json"
	"html"
	"strings"
)

// linkedData is what a schema.org object says of an article.
// https://schema.org/NewsArticle
type linkedData struct {
	headline, author, outlet, url, language, published string
}

// linkedDataOf reads the articles among the objects of a JSON-LD script. What
// is no JSON is passed over: pages hold a lot of it.
func linkedDataOf(script string) []linkedData {
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
	if json.Unmarshal([]byte(script), &v) != nil {
		return nil
	}
	var found []linkedData
	collect(v, 0, &found)
	return found
}

// collect appends the articles in v, in the order of lists. Objects are
// entered only by the names that hold articles, so the order is fixed.
func collect(v any, depth int, found *[]linkedData) {
	if depth > 8 || len(*found) >= 50 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			collect(e, depth+1, found)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			*found = append(*found, linkedData{
				headline:  or(word(v["headline"]), word(v["name"])),
				author:    or(names(v["author"]), names(v["creator"])),
				outlet:    names(v["publisher"]),
				url:       or(word(v["url"]), word(v["mainEntityOfPage"])),
				language:  word(v["inLanguage"]),
				published: word(v["datePublished"]),
			})
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			collect(v[key], depth+1, found)
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

// names joins the names of one or several people or houses.
func names(v any) string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var all []string
	for _, e := range list {
		if m, ok := e.(map[string]any); ok {
			if name, ok := m["name"].([]any); ok {
				e = names(name)
			} else if _, named := m["name"]; !named {
				continue // a bare @id is no name
			}
		}
		if s := word(e); s != "" && !strings.Contains(s, "://") && len(all) < 10 {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

// chooseArticle returns the linked data of the page's own article: the one
// that has the page's title or address, or else the only one there is.
// Others are of articles the page refers to.
func chooseArticle(all []linkedData, titles []string, canonical string) linkedData {
	for _, ld := range all {
		if ld.url != "" && ld.url == canonical {
			return ld
		}
		for _, t := range titles {
			if ld.headline != "" && strings.HasPrefix(fold(t), fold(ld.headline)) {
				return ld
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
		if fold(ld.headline) != fold(all[0].headline) {
			return false
		}
	}
	return true
}

func fold(s string) string { return strings.ToLower(clean(s)) }
