package database

import (
	"strings"
	"sync"

	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
)

// ProQuest parts articles by a rule, names their fields and has the day and
// the outlet behind the text:
//
//	____________________________________________________________
//
//	Document 1 of 20
//
//	Bridge reopens
//
//	Author: Prieto, Ana
//
//	Publication info: The Courier ; Oslo [Oslo] 03 Mar 2024: A4.
//
//	Full text: …
//
//	Subject: Bridges
//	Publication title: The Courier
//	Publication date: Mar 3, 2024
var (
	ruleLine   = pattern.New(`^_{20,}$`)
	documentOf = pattern.New(`^(?:Document|Dokument|Documento) \d{1,5} (?:of|von|de|sur|di) \d{1,5}$`)
	anyField   = pattern.New(`^(\p{L}[\p{L}\d /'’-]{1,45}?)\s?:(?:\s+(.*))?$`)
)

// proquestNames are the names of the fields in English by those in any
// language.
var proquestNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, row := range letters.Lexicon("proquest") {
		names[row[0]] = row[0]
		for other := range strings.SplitSeq(row[1], "|") {
			names[other] = row[0]
		}
	}
	return names
})

// proquestField returns the English name of the field that a line begins with,
// its value and its name as it stands there; "" if there is none.
func proquestField(s string) (name, value, written string) {
	m := anyField().FindStringSubmatch(s)
	if m == nil {
		return "", "", ""
	}
	return proquestNames()[m[1]], strings.TrimSpace(m[2]), m[1]
}

func isProquestField(s string) bool {
	name, _, _ := proquestField(s)
	return name != ""
}

func proquest(lines []line) []article {
	told, texts := 0, 0
	for _, l := range lines {
		switch name, _, _ := proquestField(l.text); name {
		case "Full text":
			texts++
		case "Publication title", "ProQuest document link", "Publication info", "Publication date":
			told++
		}
	}
	if texts == 0 || told == 0 {
		return nil
	}
	c := cutter{lines: lines}
	for i, l := range lines {
		if ruleLine().MatchString(l.text) || documentOf().MatchString(l.text) && !(i > 0 && ruleLine().MatchString(lines[i-1].text)) {
			c.cut(i, proquestArticle)
		}
	}
	c.cut(len(lines), proquestArticle)
	return c.end()
}

func proquestArticle(lines []line) (article, bool) {
	a := article{lines: lines}
	title := -1
	for i, l := range lines {
		s := l.text
		if ruleLine().MatchString(s) || documentOf().MatchString(s) {
			title = -1
			continue
		}
		name, value, _ := proquestField(s)
		if name == "" {
			if title < 0 {
				title = i
			}
			continue
		}
		switch name {
		case "Full text":
			if len(a.body) == 0 {
				a.body = []span{{i, until(lines, i+1, isProquestField)}}
			}
		case "Title":
			a.Title = value
		case "Author":
			if a.Byline == "" {
				a.Byline = turned(value)
			}
		case "Publication title":
			a.Outlet = value
		case "Publication date":
			a.Date = value
		case "Publication info":
			outlet, _, _ := strings.Cut(value, ";")
			outlet, _, _ = strings.Cut(outlet, "[")
			if a.Outlet == "" {
				a.Outlet = strings.TrimSpace(outlet)
			}
			if a.Date == "" {
				a.Date = value
			}
		case "Document URL", "ProQuest document link":
			if a.URL == "" {
				a.URL = value
			}
		case "Language of publication":
			if value == "English" || value == "Anglais" || value == "Inglés" || value == "Englisch" {
				a.Language = "en"
			}
		}
		if title < 0 {
			title = len(lines) // no bare line may follow
		}
	}
	if len(a.body) == 0 {
		return a, false
	}
	if title >= 0 && title < a.body[0].from {
		to := title + 1
		for to < len(lines) && !lines[to].gap && !isProquestField(lines[to].text) {
			to++
		}
		stated := a.Title
		a.say(span{title, to})
		if stated != "" {
			a.Title = stated
		}
	}
	// The name of the field is no word of the text.
	first := a.body[0].from
	if name, value, written := proquestField(lines[first].text); name != "" {
		own := append([]line(nil), lines...)
		own[first].text = value
		if value == "" {
			a.body[0].from++
			own[first].text = written + ":"
		}
		a.lines = own
	}
	return a, true
}

// turned writes "Prieto, Ana" as "Ana Prieto".
func turned(s string) string {
	var names []string
	for name := range strings.SplitSeq(s, ";") {
		last, first, ok := strings.Cut(strings.TrimSpace(name), ",")
		if ok && !strings.Contains(first, ",") {
			last = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
		}
		if last != "" {
			names = append(names, strings.TrimSuffix(last, "."))
		}
	}
	return strings.Join(names, ", ")
}
