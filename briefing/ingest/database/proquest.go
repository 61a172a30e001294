package database

import (
	"regexp"
	"strings"
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
	ruleLine      = regexp.MustCompile(`^_{20,}$`)
	documentOf    = regexp.MustCompile(`^(?:Document|Dokument|Documento) \d{1,5} (?:of|von|de|sur|di) \d{1,5}$`)
	proquestField = regexp.MustCompile(`^(Title|Author|Publication info|ProQuest document (?:link|ID)|Abstract|Full [Tt]ext|FULL TEXT|Subject|Location|People|Company / organization|Classification|Publication title|Publication year|Publication date|Year|Volume|Issue|Pages|First page|Number of pages|Publication subject|Publisher|Place of publication|Country of publication|ISSN|Source type|Language of publication|Language|Document type|Document URL|Document feature|Copyright|Last updated|Database|Section|Column|Links|Credit|Identifier / keyword|Dateline|URL)\s*:(?:\s+(.*))?$`)
)

func proquest(lines []line) []article {
	told, texts := 0, 0
	for _, l := range lines {
		if m := proquestField.FindStringSubmatch(l.text); m != nil {
			switch m[1] {
			case "Full text", "Full Text", "FULL TEXT":
				texts++
			case "Publication title", "ProQuest document link", "ProQuest document ID", "Publication info", "Publication date":
				told++
			}
		}
	}
	if texts == 0 || told == 0 {
		return nil
	}
	c := cutter{lines: lines}
	for i, l := range lines {
		if ruleLine.MatchString(l.text) || documentOf.MatchString(l.text) && !(i > 0 && ruleLine.MatchString(lines[i-1].text)) {
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
		if ruleLine.MatchString(s) || documentOf.MatchString(s) {
			title = -1
			continue
		}
		m := proquestField.FindStringSubmatch(s)
		if m == nil {
			if title < 0 {
				title = i
			}
			continue
		}
		value := strings.TrimSpace(m[2])
		switch m[1] {
		case "Full text", "Full Text", "FULL TEXT":
			if len(a.body) == 0 {
				a.body = []span{{i, until(lines, i+1, proquestField.MatchString)}}
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
			if value == "English" {
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
		for to < len(lines) && !lines[to].gap && !proquestField.MatchString(lines[to].text) {
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
	if m := proquestField.FindStringSubmatch(lines[first].text); m != nil {
		own := append([]line(nil), lines...)
		own[first].text = strings.TrimSpace(m[2])
		if own[first].text == "" {
			a.body[0].from++
			own[first].text = m[1] + ":"
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
