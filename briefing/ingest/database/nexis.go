package database

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/pattern"
)

// Nexis has written two forms. The one since 2018 (Nexis Uni, Nexis Advance)
// ends each article with a mark, after a cover that lists them all:
//
//  1. Bridge reopens              ← cover, to the last of such lines
//     Client/Matter: -None-
//     Search Terms: bridge
//     Bridge reopens                 ← title
//     The Courier                    ← outlet
//     March 3, 2024 Sunday
//     Copyright 2024 … Section: … Length: … Byline: …
//     Body
//     …
//     Load-Date: March 4, 2024
//     End of Document
//
// The one before begins each with its number:
//
//	               1 of 12 DOCUMENTS
//	               The Courier
//	               March 3, 2014 Monday
//
//	Bridge reopens
//
//	BYLINE: …
var (
	endOfDocument = pattern.New(`(?i)^(?:end of document|ende des dokuments|fin (?:du|de) document|fin del documento|fim do documento|fine (?:del )?documento|einde van (?:het )?document)$`)
	coverLine     = pattern.New(`^(?:Client/Matter|Search Terms|Search Type|Narrowed by|Suchbegriffe|Quellen|Mandant|Termes de (?:la )?recherche|Términos de búsqueda|Termos de (?:busca|pesquisa)|Zoektermen|Termini di ricerca)\s*:`)
	coverMore     = pattern.New(`^(?:Content Type|Narrowed by|News|Page \d+ of \d+|About LexisNexis.*|\| ?About LexisNexis.*)$`)
	uniBody       = pattern.New(`^(?:Body|Text|Corps|Cuerpo|Corpo|Inhalt|Volltext|Inhoud|Tekst|Texte|Texto|Testo)$`)
	uniEnd        = pattern.New(`^(?:Classification|Load-Date:.*|Klassifikation|Ladedatum:.*|Graphic|Correction|Correction-Date:.*|Copyright \d{4}.*All Rights Reserved.*|Classement|Date de chargement\s*:.*|Clasificación|Fecha de carga:.*|Classificação|Data de carregamento:.*|Classificatie|Laaddatum:.*|Classificazione|Data di caricamento:.*)$`)
	uniField      = pattern.New(`^(?:Copyright\b|©|All Rights Reserved|Section:|Length:|Byline:|Dateline:|Highlight:|Rubrik:|Länge:|Autor:|Rubrique\s*:|Longueur\s*:|Sección:|Longitud:|Seção:|Comprimento:|Sectie:|Lengte:|Sezione:|Lunghezza:|Line-?up\b|Edition:|Publication Type:)`)
	uniByline     = pattern.New(`^(?:Byline|Autor|Auteur|Author|Autore|Verfasser)\s*:\s*(.*)$`)
	pageOf        = pattern.New(`^Page \d+ of \d+$`)

	numberOf  = pattern.New(`^(?:Dokument |Document )?\d{1,5} (?:of|von|de|sur|di) \d{1,5} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS|DOCUMENTI)$`)
	oldField  = pattern.New(`^(\p{Lu}[\p{Lu} -]{2,24})\s?:(?:\s+(.*))?$`)
	oldEnd    = pattern.New(`^(?:LOAD-DATE|UPDATE|LANGUAGE|GRAPHIC|GRAFIK|PUBLICATION-TYPE|DOCUMENT-TYPE|JOURNAL-CODE|SUBJECT|ORGANIZATION|PERSON|COMPANY|COUNTRY|CITY|GEOGRAPHIC|INDUSTRY|SPRACHE|TYPE|NOTES|CORRECTION-DATE|PUB-TYPE|TICKER|STATE|LANGUE|DATE-CHARGEMENT|TYPE-PUBLICATION|IDIOMA|FECHA-CARGA|FECHA-PUBLICACION|TIPO-PUBLICACION|SACHGEBIET|PUBLIKATIONSTYP)\s*:`)
	copyright = pattern.New(`^(?:Copyright|\(c\)|©|\(C\))\s.{0,12}\d{4}`)
)

// nexisUni reads the form with marks at the end.
func nexisUni(lines []line) []article {
	ends, told := 0, false
	for _, l := range lines {
		if endOfDocument().MatchString(l.text) {
			ends++
		}
		told = told || uniEnd().MatchString(l.text) || uniField().MatchString(l.text) || uniBody().MatchString(l.text)
	}
	if ends == 0 || !told {
		return nil
	}
	c := cutter{lines: lines}
	for i, l := range lines {
		if endOfDocument().MatchString(l.text) {
			c.cut(i+1, uniArticle)
		}
	}
	return c.end()
}

// uniArticle reads one article, with the cover if it is the first.
func uniArticle(lines []line) (article, bool) {
	a := article{lines: lines}
	start := 0
	for i, l := range lines {
		if coverLine().MatchString(l.text) {
			start = i + 1
		}
		if uniBody().MatchString(l.text) {
			break
		}
	}
	for start < len(lines) && (coverMore().MatchString(lines[start].text) || coverLine().MatchString(lines[start].text)) {
		start++
	}
	const near = 12 // lines from the title to the day
	day := -1
	for i := start + 1; i < min(len(lines), start+near); i++ {
		if isDate(lines[i].text) {
			day = i
			break
		}
	}
	body := until(lines, start, uniBody().MatchString)
	switch {
	case day < 0 && body == len(lines):
		return a, false
	case day < 0:
		day = min(start+2, body)
	default:
		a.Date = lines[day].text
	}
	outlet := max(start, day-1)
	if outlet > start {
		a.Outlet = lines[outlet].text
	}
	title := start
	for title < outlet-1 && pageOf().MatchString(lines[title].text) {
		title++
	}
	for i := title; i < outlet; i++ { // a heading goes before what stands above it
		if lines[i].kind == briefing.Heading && lines[title].kind != briefing.Heading {
			title = i
		}
	}
	a.say(span{title, max(title+1, outlet)})
	a.readFields(lines, day, body)
	return a, true
}

// readFields reads what stands between the day and the body, and finds where
// the body begins and ends.
func (a *article) readFields(lines []line, day, body int) {
	head := body
	if body == len(lines) { // without the word: behind the fields
		head = day + 1
		for head < len(lines) && (uniField().MatchString(lines[head].text) || strings.HasSuffix(lines[head].text, "Reserved") || lines[head].text == "Correction Appended") {
			head++
		}
		body = head - 1
	}
	for i := day; i < head; i++ {
		if m := uniByline().FindStringSubmatch(lines[i].text); m != nil && a.Byline == "" {
			a.Byline = byline(m[1])
		}
		if rest, ok := strings.CutPrefix(lines[i].text, "Highlight:"); ok && strings.TrimSpace(rest) != "" {
			a.body = append(a.body, span{i, i + 1})
		}
	}
	end := until(lines, body+1, func(s string) bool { return uniEnd().MatchString(s) || endOfDocument().MatchString(s) })
	a.body = append(a.body, span{min(body+1, end), end})
}

// nexisOld reads the form with numbers at the beginning.
func nexisOld(lines []line) []article {
	var starts []int
	for i, l := range lines {
		if numberOf().MatchString(l.text) {
			starts = append(starts, i)
		}
	}
	if len(starts) == 0 {
		return nil
	}
	var all []article
	for k, start := range starts {
		end := len(lines)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		before := 0
		if k == 0 { // the list of what is in the file
			before = start
			start = 0
		}
		if a, ok := oldArticle(lines[start:end], before+1); ok {
			all = append(all, a)
		}
	}
	return all
}

// oldArticle reads one article whose outlet stands in the line at.
func oldArticle(lines []line, at int) (article, bool) {
	a := article{lines: lines}
	for at < len(lines) && (copyright().MatchString(lines[at].text) || strings.EqualFold(lines[at].text, "All Rights Reserved")) {
		at++
	}
	const near = 8 // lines from the number to the day
	day := at
	for day < min(len(lines), at+near) && !isDate(lines[day].text) {
		day++
	}
	if day == min(len(lines), at+near) {
		return a, false
	}
	if day > at {
		a.Outlet = lines[at].text
	}
	a.Date = lines[day].text
	i := day + 1
	for i < len(lines) && (!lines[i].gap || isEdition(lines[i].text)) {
		i++
	}
	title := i
	for i < len(lines) && !oldField().MatchString(lines[i].text) && (i == title || !lines[i].gap) {
		i++
	}
	a.say(span{title, i})
	head, highlight := a.oldFields(i)
	a.body = append(a.body, highlight...)
	end := until(lines, head, func(s string) bool {
		return oldEnd().MatchString(s) || copyright().MatchString(s) && len(s) < 200
	})
	a.body = append(a.body, span{head, end})
	return a, true
}

// oldFields reads the fields between title and body and returns where the body
// begins.
func (a *article) oldFields(i int) (head int, highlight []span) {
	name := ""
	for ; i < len(a.lines); i++ {
		l := a.lines[i]
		m := oldField().FindStringSubmatch(l.text)
		if m == nil {
			if l.gap {
				return i, highlight
			}
			if name == "BYLINE" && a.Byline != "" {
				a.Byline += " " + l.text
			}
			if name == "HEADLINE" {
				a.Title += " " + l.text
			}
			continue
		}
		if oldEnd().MatchString(l.text) {
			return i, highlight
		}
		switch name = m[1]; name {
		case "BYLINE", "AUTOR", "AUTEUR":
			a.Byline = byline(m[2])
		case "HEADLINE":
			a.Title, a.title = m[2], span{i, i + 1}
		case "BODY", "TEXT", "CORPS", "CUERPO":
			return i + 1, highlight
		case "HIGHLIGHT":
			to := i + 1
			for to < len(a.lines) && !a.lines[to].gap {
				to++
			}
			highlight = append(highlight, span{i, to})
			i = to - 1
		}
	}
	return i, highlight
}

// isEdition reports whether a line names an edition of a paper.
func isEdition(s string) bool {
	return len(s) < 60 && (strings.HasSuffix(s, "Edition") || strings.HasSuffix(s, "EDITION") || strings.HasSuffix(s, "Ausgabe") || s == "Correction Appended")
}
