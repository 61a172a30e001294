package database

import (
	"regexp"
	"strings"
	"unicode"

	"example.org/attache/briefing/pattern"
)

// Factiva ends each article with its number. What stands before it depends on
// how the user wanted it shown. In the article form the lines follow each
// other without names:
//
//	World                            ← section, or nothing
//	Bridge reopens                   ← headline
//	By Ana Prieto                    ← or nothing
//	312 words
//	3 March 2024
//	06:12                            ← or nothing
//	The Courier
//	COUR
//	4                                ← page, or nothing
//	English
//	(c) 2024 The Courier
//	…
//	Document COUR000020240303ek33000ab
//
// In the form of fields each has a code of two or three capitals: HD headline,
// BY author, PD day, SN outlet, LP and TD the text.
var (
	factivaEnd   = pattern.New(`^(?:Document|Dokument|Documento|Документ|文件|文書|문서|Belge) [A-Z][A-Z0-9]{2,}[0-9a-z]{10,}$`)
	factivaWords = pattern.New(`^[\d.,\x{00A0} ]{1,9}\s?(?:words|Wörter|mots|palabras|parole|palavras|woorden|ord|słów|słowa|слов|слова|слово|kelime|字|單字|单词|ワード|単語|단어)$`)
	factivaHour  = pattern.New(`^\d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: [A-Z]{2,4})?$`)
	factivaRight = pattern.New(`(?i)^(?:\(c\)|©|copyright\b|\(Copyright)`)
	factivaLang  = pattern.New(`^(?:English|French|German|Spanish|Italian|Portuguese|Dutch|Russian|Arabic|Chinese.*|Japanese|Korean|Polish|Swedish|Turkish|Anglais|Français|Englisch|Deutsch|Inglés|Español|Inglese|Italiano|Inglês|Português|Engels|Nederlands|Engelska|Angielski|Polski|Английский|Русский|İngilizce|英语|英文|英語|日文|中文|한국어|영어)$`)
	factivaLoose = pattern.New(`^(SE|HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:\s(.*))?$`)
	factivaCode  = pattern.New(`^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|DLN|NGC|GC|RST)(?:(?:[\t\x{00A0}]|\s{2,}|:\s)\s*(.*))?$`)
)

// factiva reads the article form.
func factiva(lines []line) []article {
	c := cutter{lines: lines}
	for i, l := range lines {
		if factivaEnd().MatchString(l.text) {
			c.cut(i+1, func(part []line) (article, bool) { return factivaArticle(part, -1, -1) })
		}
	}
	return c.end()
}

// factivaArticle reads one article. headline and text are the lines where they
// begin, if the markup tells; else -1.
func factivaArticle(lines []line, headline, text int) (article, bool) {
	a := article{lines: lines}
	count := until(lines, 0, factivaWords().MatchString)
	if count == len(lines) {
		return a, false
	}
	title := count - 1
	if title > 0 && isByline(lines[title].text) && headline != title {
		a.Byline = byline(lines[title].text)
		title--
	}
	if headline >= 0 {
		if a.Byline == "" && headline < count-1 {
			a.Byline = byline(lines[count-1].text)
		}
		title = headline
	}
	if title < 0 {
		return a, false
	}
	a.say(span{title, title + 1})
	const most = 10 // lines of the head after the number of words
	head, day := count+1, -1
	for i := count + 1; i < min(len(lines), count+most); i++ {
		s := lines[i].text
		switch {
		case day < 0 && isDate(s):
			a.Date, day = s, i
		case day >= 0 && a.Outlet == "" && !factivaHour().MatchString(s):
			a.Outlet = s
		}
		if factivaRight().MatchString(s) || factivaLang().MatchString(s) {
			head = i + 1
		}
		if factivaRight().MatchString(s) {
			break
		}
	}
	if text >= 0 {
		head = text
	}
	end := until(lines, head, factivaEnd().MatchString)
	a.body = []span{{min(head, end), end}}
	return a, day >= 0
}

// isByline reports whether a line names an author: it says so, or it is a few
// words that begin with capitals.
func isByline(s string) bool {
	if byline(s) != s {
		return true
	}
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || strings.ContainsAny(s, "0123456789:;?!\"“”") {
		return false
	}
	for _, w := range words {
		if r := []rune(w)[0]; !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// factivaCodes reads the form of fields. Programs that lost the blanks between
// code and value leave one: then more codes must show the form.
func factivaCodes(lines []line) []article {
	const fewest, fewestLoose = 4, 8 // different codes
	code := factivaCode()
	known := codesIn(lines, code)
	if len(known) < fewest || !known["HD"] {
		code = factivaLoose()
		if known = codesIn(lines, code); len(known) < fewestLoose || !known["SN"] || !known["PD"] {
			return nil
		}
	}
	if !known["HD"] || !known["LP"] && !known["TD"] {
		return nil
	}
	c := cutter{lines: lines}
	headline := false // has the open article one
	read := func(part []line) (article, bool) { return codesArticle(part, code), true }
	for i, l := range lines {
		m := code.FindStringSubmatch(l.text)
		if m == nil || m[1] != "HD" && m[1] != "SE" {
			continue
		}
		if headline {
			c.cut(i, read)
		}
		headline = m[1] == "HD"
	}
	c.cut(len(lines), read)
	return c.end()
}

// codesIn returns which codes begin a line.
func codesIn(lines []line, code *regexp.Regexp) map[string]bool {
	known := map[string]bool{}
	for _, l := range lines {
		if m := code.FindStringSubmatch(l.text); m != nil {
			known[m[1]] = true
		}
	}
	return known
}

// codesArticle reads one article of fields, whose lines begin as form says.
func codesArticle(lines []line, form *regexp.Regexp) article {
	a := article{}
	code := ""
	add := func(to *string, s string) {
		if s != "" {
			*to = strings.TrimSpace(*to + " " + s)
		}
	}
	for _, l := range lines {
		value := l.text
		if m := form.FindStringSubmatch(l.text); m != nil && m[1] != code {
			code, value = m[1], strings.TrimSpace(m[2])
			a.lines = append(a.lines, line{text: code, block: -1})
			if value == "" {
				continue
			}
			l.text, l.block = value, -1-len(a.lines)
		}
		at := len(a.lines)
		a.lines = append(a.lines, l)
		switch code {
		case "HD":
			add(&a.Title, value)
			if a.title == (span{}) {
				a.title.from = at
			}
			a.title.to = at + 1
		case "BY":
			add(&a.Byline, value)
		case "SN":
			add(&a.Outlet, value)
		case "PD":
			add(&a.Date, value)
		case "LP", "TD":
			if n := len(a.body); n > 0 && a.body[n-1].to == at {
				a.body[n-1].to++
			} else {
				a.body = append(a.body, span{at, at + 1})
			}
		}
	}
	a.Byline = byline(a.Byline)
	return a
}
