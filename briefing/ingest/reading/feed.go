package reading

import (
	"strings"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// Feed reads a news feed (RSS 2.0, RSS 1.0, Atom). Items with the whole text
// are articles. short counts those of which there is only a summary; if all
// are, the feed is refused.
func Feed(data []byte) (all []cutting.Cutting, short int, err error) {
	root, err := treeOf(data)
	if err != nil {
		return nil, 0, err
	}
	channel := root.first("channel")
	if channel == nil {
		channel = root.first("feed")
	}
	outlet := channel.child("title").value()
	language := channel.child("language", "dc:language").value()
	if feed := root.first("feed"); feed != nil && language == "" {
		language = feed.attrs["lang"]
	}
	var references []cutting.Reference
	for _, item := range append(root.all("item"), root.all("entry")...) {
		r := cutting.Reference{
			Title:  item.child("title").value(),
			Outlet: letters.Or(item.child("source").child("title").value(), outlet),
			Byline: letters.Or(item.values("dc:creator"), item.authors()),
			URL:    itemLink(item), Language: language,
			Date: letters.Or(item.child("pubDate", "published", "dc:date", "issued").value(), item.child("updated").value()),
		}
		body := itemText(item)
		if body == "" {
			short++
			references = append(references, r)
			continue
		}
		c := page(body)
		c.Title, c.Outlet, c.Byline, c.URL, c.Language, c.Date = stripped(r.Title), r.Outlet, r.Byline, r.URL, r.Language, r.Date
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, short, refused("a news feed with summaries only", references)
	}
	return all, short, nil
}

// authors returns the names of an item's authors: Atom has a name in each, RSS
// an address with the name behind it.
func (e *element) authors() string {
	var all []string
	for _, k := range e.kids {
		if k.name == "author" {
			if name := letters.Or(k.child("name").value(), mailName(k.value())); name != "" {
				all = append(all, name)
			}
		}
	}
	return strings.Join(all, ", ")
}

// values joins the texts of all children of a name.
func (e *element) values(name string) string {
	var all []string
	for _, k := range e.kids {
		if s := k.value(); k.name == name && s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

// itemText returns the text of an item as HTML, "" if the feed has only a
// summary of it. A description is taken for the text if it is as long as one.
func itemText(item *element) string {
	const whole = 1000 // letters that no summary has
	if s := item.child("content:encoded").value(); told(s) {
		return s
	}
	if c := item.child("content"); c != nil {
		if t := c.attrs["type"]; strings.Contains(t, "xhtml") && told(c.inner) {
			return c.inner
		}
		if s := c.value(); told(s) {
			return s
		}
	}
	if s := item.child("description", "summary").value(); letters.Count(stripped(s)) >= whole {
		return s
	}
	return ""
}

func itemLink(item *element) string {
	for _, k := range item.kids {
		if k.name == "link" {
			if rel := k.attrs["rel"]; k.attrs["href"] != "" && (rel == "" || rel == "alternate") {
				return k.attrs["href"]
			}
			if k.value() != "" {
				return k.value()
			}
		}
	}
	return item.child("guid", "id").value()
}

// mailName returns the name in "ana@wire.example (Ana Prieto)".
func mailName(s string) string {
	if _, name, ok := strings.Cut(s, "("); ok {
		return strings.TrimSuffix(strings.TrimSpace(name), ")")
	}
	if strings.Contains(s, "@") {
		return ""
	}
	return s
}

// stripped returns a text without tags.
func stripped(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>' && in:
			in = false
			b.WriteByte(' ')
		case !in:
			b.WriteRune(r)
		}
	}
	return b.String()
}
