package ingest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// The forms in which the databases of the press, mail and programs hand out
// the two articles of many_test.go: other languages of the interface, other
// versions of the layout, other encodings and line ends, fields that are
// missing or hold several names, texts that quote what parts articles.

// stated is what the articles of most files state: title, outlet, byline, day.
var stated = [2]string{ferryTitle + "|The Norhaven Mail|Mira Solberg|2024-03-02", grainTitle + "|Tessaly Herald||2024-03-04"}

// variant is a form of a file of both articles.
type variant struct {
	name string // its ending says what the file is called
	data []byte
	want [2]string // as stated, if other than that
	text [2]string // of the articles, where it is more
}

// changed are lines with some of them replaced, in pairs of old and new; a
// new one that is empty takes the line out.
func changed(lines []string, pairs ...string) []string {
	var all []string
	for _, l := range lines {
		for i := 0; i < len(pairs); i += 2 {
			if l == pairs[i] {
				l = pairs[i+1]
				break
			}
		}
		if l != "" {
			all = append(all, l)
		}
	}
	return all
}

// spaced are lines with an empty line between.
func spaced(lines []string) []byte { return []byte(strings.Join(lines, "\n\n")) }

func withCRLF(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) }

func inUTF16(s string) []byte {
	out := []byte("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

func inWindows1252(t *testing.T, b []byte) []byte {
	t.Helper()
	out, err := charmap.Windows1252.NewEncoder().Bytes(b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// with is the pair with other statements on the first article.
func with(first string) [2]string { return [2]string{ferryTitle + "|" + first, stated[1]} }

func nexisVariants(t *testing.T) []variant {
	all := nexisLines("")
	uni := func(pairs ...string) []byte { return spaced(changed(all, pairs...)) }
	const day, other, by = "March 2, 2024 Saturday", "March 4, 2024 Monday 7:15 AM GMT", "Byline: By Mira Solberg"
	inOneLine := "“Put ‘End of Document’ below it,” said Ilse Brandt. The page read 1 of 2 DOCUMENTS."
	old := func(pairs ...string) []byte { return []byte(strings.NewReplacer(pairs...).Replace(nexisOldForm)) }
	oldStated := [2]string{ferryTitle + "|The Norhaven Mail|Mira Solberg|2014-03-02", grainTitle + "|Tessaly Herald||2014-03-04"}
	oldPage := func() []byte {
		var b strings.Builder
		b.WriteString(`<html><head><title></title></head><body>`)
		for _, run := range strings.Split(strings.TrimPrefix(nexisOldForm, "\uFEFF"), "\n\n") {
			if s := strings.TrimSpace(run); s != "" {
				b.WriteString(`<div class="c0"><p class="c1"><span class="c2">` + strings.ReplaceAll(s, "\n", "<br>") + `</span></p></div>`)
			}
		}
		return []byte(b.String() + "</body></html>")
	}
	return []variant{
		{name: "German interface.txt", data: uni("End of Document", "Ende des Dokuments", day, "2. März 2024 Samstag", other, "4. März 2024 Montag", "Length: 40 words", "Länge: 40 Wörter", by, "Autor: Mira Solberg", "Section: HOME; Pg. 2", "Rubrik: HOME; S. 2", "Body", "Inhalt", "Load-Date: March 3, 2024", "Ladedatum: 3. März 2024", "Load-Date: March 4, 2024", "Ladedatum: 4. März 2024", "Search Terms: ferry", "Suchbegriffe: ferry")},
		{name: "French interface.txt", data: uni("End of Document", "Fin du document", day, "samedi 2 mars 2024", other, "lundi 4 mars 2024", by, "Auteur : Par Mira Solberg", "Length: 40 words", "Longueur : 40 mots", "Body", "Corps", "Load-Date: March 3, 2024", "Date de chargement : 3 mars 2024", "Load-Date: March 4, 2024", "Date de chargement : 4 mars 2024", "Search Terms: ferry", "Termes de recherche : ferry")},
		{name: "Spanish interface.txt", data: uni("End of Document", "Fin del documento", day, "sábado, 2 de marzo de 2024", other, "4 de marzo de 2024", by, "Autor: Por Mira Solberg", "Length: 40 words", "Longitud: 40 palabras", "Body", "Cuerpo", "Load-Date: March 3, 2024", "Fecha de carga: 3 de marzo de 2024", "Load-Date: March 4, 2024", "Fecha de carga: 4 de marzo de 2024", "Search Terms: ferry", "Términos de búsqueda: ferry")},
		{name: "Portuguese interface.txt", data: uni("End of Document", "Fim do documento", day, "2 de março de 2024", other, "4 de março de 2024", by, "Autor: Mira Solberg", "Length: 40 words", "Comprimento: 40 palavras", "Section: HOME; Pg. 2", "Seção: HOME", "Body", "Corpo", "Load-Date: March 3, 2024", "Data de carregamento: 3 de março de 2024", "Load-Date: March 4, 2024", "Data de carregamento: 4 de março de 2024")},
		{name: "Dutch interface.txt", data: uni("End of Document", "Einde van document", day, "2 maart 2024 zaterdag", other, "4 maart 2024", by, "Auteur: Mira Solberg", "Length: 40 words", "Lengte: 40 woorden", "Section: HOME; Pg. 2", "Sectie: HOME", "Body", "Inhoud", "Load-Date: March 3, 2024", "Laaddatum: 3 maart 2024", "Load-Date: March 4, 2024", "Laaddatum: 4 maart 2024")},
		{name: "line ends of Windows.txt", data: withCRLF(uni())},
		{name: "one line after the other.txt", data: []byte(strings.Join(all, "\n"))},
		{name: "in UTF-16.txt", data: inUTF16(string(uni()))},
		{name: "in Windows-1252.txt", data: inWindows1252(t, uni())},
		{name: "without byline.txt", data: uni(by, ""), want: with("The Norhaven Mail||2024-03-02")},
		{name: "without copyright and section.txt", data: uni("Copyright 2024 Norhaven Press All Rights Reserved", "", "Section: HOME; Pg. 2", "", "Correction Appended", "")},
		{name: "two authors.txt", data: uni(by, "Byline: Mira Solberg and Jon Vale"), want: with("The Norhaven Mail|Mira Solberg and Jon Vale|2024-03-02")},
		{name: "authors with semicolons.txt", data: uni(by, "Byline: Mira Solberg; Jon Vale"), want: with("The Norhaven Mail|Mira Solberg, Jon Vale|2024-03-02")},
		{name: "day first.txt", data: uni(day, "2 March 2024", other, "4 March 2024")},
		{name: "day with a comma.txt", data: uni(day, "Saturday, March 2, 2024", other, "Monday, 4 March 2024")},
		{name: "month only.txt", data: uni(day, "March 2024"), want: with("The Norhaven Mail|Mira Solberg|2024-03")},
		{name: "marks quoted in the text.txt", data: uni(ferryMore, inOneLine), text: [2]string{inOneLine}},
		{name: "no cover.txt", data: spaced(all[13:])},
		{name: "no cover.docx", data: wordDocument(t, nexisLines("# ")[13:]...)},
		{name: "no classification.rtf", data: richText(changed(all, "Classification", "", "Language: ENGLISH", "")...)},
		{name: "title linked.html", data: []byte("<html><body><p><a href=\"https://advance.example/x\">" + strings.Join(all[13:], "</p><p>") + "</p></body></html>")},
		{name: "old, in German.txt", data: old("1 of 2 DOCUMENTS", "1 von 2 DOKUMENTEN", "2 of 2 DOCUMENTS", "2 von 2 DOKUMENTEN", "March 2, 2014 Sunday", "2. März 2014 Sonntag", "March 4, 2014 Tuesday", "4. März 2014 Dienstag", "BYLINE:", "AUTOR:", "SECTION:", "RUBRIK:", "LENGTH:", "LÄNGE:", "LANGUAGE:", "SPRACHE:", "LOAD-DATE:", "UPDATE:"), want: oldStated},
		{name: "old, in French.txt", data: old("1 of 2 DOCUMENTS", "1 de 2 DOCUMENTS", "2 of 2 DOCUMENTS", "2 de 2 DOCUMENTS", "March 2, 2014 Sunday", "Dimanche 2 Mars 2014", "March 4, 2014 Tuesday", "Mardi 4 Mars 2014", "BYLINE:", "AUTEUR:", "SECTION:", "RUBRIQUE:", "LENGTH:", "LONGUEUR:", "LANGUAGE:", "LANGUE:", "LOAD-DATE:", "DATE-CHARGEMENT:"), want: oldStated},
		{name: "old, with line ends of Windows.txt", data: withCRLF(old()), want: oldStated},
		{name: "old, copyright first.txt", data: old("                     The Norhaven Mail\n", "                Copyright 2014 Norhaven Press\n                    All Rights Reserved\n                     The Norhaven Mail\n"), want: oldStated},
		{name: "old, headline as a field.txt", data: old(ferryTitle+"\n\nBYLINE: Mira Solberg\n\nSECTION: HOME; Pg. 2\n\nLENGTH: 40 words\n\n", "SECTION: HOME; Pg. 2\n\nLENGTH: 40 words\n\nHEADLINE: "+ferryTitle+"\n\nBYLINE: Mira Solberg\n\nBODY:\n"), want: oldStated},
		{name: "old, as a page.html", data: oldPage(), want: oldStated},
		{name: "old, marks quoted.txt", data: old(ferryMore, inOneLine), want: oldStated, text: [2]string{inOneLine}},
	}
}

func factivaVariants(t *testing.T) []variant {
	all := factivaLines()
	form := func(pairs ...string) []byte { return richText(changed(all, pairs...)...) }
	in := func(words, day, other, language, document, by string) []byte {
		return form("40 words", "40 "+words, "1,038 words", "1.038 "+words, "2 March 2024", day, "4 March 2024", other, "English", language, "By Mira Solberg", by,
			"Document NORHM00020240302ek3200001", document+" NORHM00020240302ek3200001", "Document TESTD00020240304ek3400002", document+" TESTD00020240304ek3400002")
	}
	codes := []string{"SE  Home", "HD  " + ferryTitle, "BY  By Mira Solberg", "WC  40 words", "PD  2 March 2024", "ET  06:10", "SN  The Norhaven Mail", "SC  NORHM", "PG  2", "LA  English", "CY  (c) 2024 Norhaven Press", "LP", ferryBody, "TD", ferryMore, "NS  gtrans : Transport", "RE  nor : Norhaven", "PUB  Norhaven Press", "AN  Document NORHM00020240302ek3200001",
		"HD  " + grainTitle, "WC  38 words", "PD  4 March 2024", "SN  Tessaly Herald", "SC  TESTD", "LA  English", "LP", grainBody, "TD", grainMore, "AN  Document TESTD00020240304ek3400002"}
	tabs := func(lines []string) []string {
		var all []string
		for _, l := range lines {
			all = append(all, strings.Replace(l, "  ", "\t", 1))
		}
		return all
	}
	page := factivaHTML()
	return []variant{
		{name: "German interface.rtf", data: in("Wörter", "2 März 2024", "4. März 2024", "Englisch", "Dokument", "Von Mira Solberg")},
		{name: "French interface.rtf", data: in("mots", "2 mars 2024", "4 mars 2024", "Anglais", "Document", "Par Mira Solberg")},
		{name: "Spanish interface.rtf", data: in("palabras", "2 marzo 2024", "4 de marzo de 2024", "Inglés", "Documento", "Por Mira Solberg")},
		{name: "Italian interface.rtf", data: in("parole", "2 marzo 2024", "4 marzo 2024", "Inglese", "Documento", "Di Mira Solberg")},
		{name: "Portuguese interface.rtf", data: in("palavras", "2 março 2024", "4 de março de 2024", "Inglês", "Documento", "Por Mira Solberg")},
		{name: "Russian interface.rtf", data: in("слов", "2 Март 2024", "4 марта 2024", "Английский", "Документ", "Mira Solberg")},
		{name: "Polish interface.rtf", data: in("słów", "2 marzec 2024", "4 marca 2024", "Angielski", "Dokument", "Mira Solberg")},
		{name: "as text.txt", data: spaced(all)},
		{name: "as text with line ends of Windows.txt", data: withCRLF(spaced(all))},
		{name: "without section and byline.rtf", data: form("Home", "", "By Mira Solberg", ""), want: with("The Norhaven Mail||2024-03-02")},
		{name: "without byline, with a section.rtf", data: form("By Mira Solberg", ""), want: with("The Norhaven Mail||2024-03-02")},
		{name: "two authors.rtf", data: form("By Mira Solberg", "By Mira Solberg and Jon Vale"), want: with("The Norhaven Mail|Mira Solberg and Jon Vale|2024-03-02")},
		{name: "hour of another form.rtf", data: form("06:10", "06:10 AM GMT")},
		{name: "edition and page.rtf", data: form("NORHM", "NORHM\nFirst")},
		{name: "codes.rtf", data: richText(codes...)},
		{name: "codes.txt", data: []byte(strings.Join(codes, "\n"))},
		{name: "codes with tabs.txt", data: withCRLF([]byte(strings.Join(tabs(codes), "\n")))},
		{name: "codes of two authors.txt", data: []byte(strings.Join(changed(codes, "BY  By Mira Solberg", "BY  By Mira Solberg, Jon Vale"), "\n")), want: with("The Norhaven Mail|Mira Solberg, Jon Vale|2024-03-02")},
		{name: "search summary behind it.rtf", data: richText(append(all, "Search Summary", "Text", "ferry or grain", "Date", "All Dates", "© 2024 Factiva, Inc. All rights reserved.")...)},
		{name: "French classes.html", data: []byte(strings.NewReplacer("deArticle", "frArticle", "deHeadline", "frHeadline", "dearticle", "frarticle", ">40 words<", ">40 mots<", ">2 March 2024<", ">2 mars 2024<").Replace(page))},
		{name: "day and author in German.html", data: []byte(strings.NewReplacer(">40 words<", ">40 Wörter<", ">2 March 2024<", ">2 März 2024<", ">Mira Solberg<", ">Von Mira Solberg<").Replace(page))},
		{name: "two authors.html", data: []byte(strings.Replace(page, ">Mira Solberg<", ">By Mira Solberg and Jon Vale<", 1)), want: with("The Norhaven Mail|Mira Solberg and Jon Vale|2024-03-02")},
		{name: "without author.html", data: []byte(strings.Replace(page, `<div class="author">Mira Solberg</div>`, "", 1)), want: with("The Norhaven Mail||2024-03-02")},
		{name: "in Windows-1252.html", data: inWindows1252(t, []byte(strings.Replace(page, "<head>", `<head><meta charset=windows-1252>`, 1)))},
		{name: "line ends of Windows.html", data: withCRLF([]byte(strings.ReplaceAll(page, "><", ">\n<")))},
	}
}

func europresseVariants(t *testing.T) []variant {
	page := strings.Replace(europresseHTML(), "Le Courrier de Norhaven, no. 7120", "The Norhaven Mail", 1)
	form := func(pairs ...string) []byte { return []byte(strings.NewReplacer(pairs...).Replace(page)) }
	const first, second = "Ville, samedi 2 mars 2024, p. 2", "Monde, lundi 4 mars 2024"
	return []variant{
		{name: "English.html", data: form(first, "City, Saturday, March 2, 2024, p. 2", second, "World, Monday, March 4, 2024", "Numéro de document :", "Document number:", "Ce certificat est émis", "This certificate is issued")},
		{name: "German.html", data: form(first, "Stadt, Samstag, 2. März 2024, S. 2", second, "Welt, Montag, 4. März 2024", "Numéro de document :", "Dokumentnummer:")},
		{name: "Spanish.html", data: form(first, "Ciudad, sábado, 2 de marzo de 2024, p. 2", second, "Mundo, lunes 4 de marzo de 2024")},
		{name: "day with its number of words.html", data: form(first, "samedi 2 mars 2024 - p. 2 40 mots", second, "lundi 4 mars 2024 38 mots")},
		{name: "day in figures.html", data: form(first, "2024-03-02", second, "2024-03-04")},
		{name: "two authors.html", data: form("<div>Mira Solberg</div>", "<div>Mira Solberg et Jon Vale</div>"), want: with("The Norhaven Mail|Mira Solberg et Jon Vale|2024-03-02")},
		{name: "authors of their own class.html", data: form("<div>Mira Solberg</div>", `<div class="docAuthors">Mira Solberg; Jon Vale</div>`), want: with("The Norhaven Mail|Mira Solberg, Jon Vale|2024-03-02")},
		{name: "author with Par.html", data: form("<div>Mira Solberg</div>", "<div>Par Mira Solberg</div>")},
		{name: "newer class of the title.html", data: form("titreArticleVisu", "titreArticleVisu rdp__articletitle", "DocText", "DocText clearfix")},
		{name: "in Windows-1252.html", data: inWindows1252(t, form("<head>", `<head><meta charset="windows-1252">`))},
		{name: "line ends of Windows.html", data: withCRLF(form("><", ">\n<"))},
	}
}

func proquestVariants(*testing.T) []variant {
	form := func(pairs ...string) []byte { return []byte(strings.NewReplacer(pairs...).Replace(proquestText)) }
	rtf := func(b []byte) []byte { return richText(strings.Split(string(b), "\n\n")...) }
	return []variant{
		{name: "rich text.rtf", data: rtf(form())},
		{name: "line ends of Windows.txt", data: withCRLF(form())},
		{name: "no rules.txt", data: form("____________________________________________________________\n\n", "")},
		{name: "two authors.txt", data: form("Solberg, Mira", "Solberg, Mira; Vale, Jon"), want: with("The Norhaven Mail|Mira Solberg, Jon Vale|2024-03-02")},
		{name: "no author.txt", data: form("Author: Solberg, Mira\n\n", ""), want: with("The Norhaven Mail||2024-03-02")},
		{name: "with an abstract.txt", data: form("Full text: "+ferryBody, "Abstract: The ferry sails.\n\nFull text: "+ferryBody)},
		{name: "day only in the line of the source.txt", data: form("Publication date: Mar 2, 2024\n\n", "")},
		{name: "French interface.txt", data: form("Document 1 of 2", "Document 1 sur 2", "Document 2 of 2", "Document 2 sur 2", "Author:", "Auteur :", "Full text:", "Texte intégral :", "Subject:", "Sujet :", "Publication title:", "Titre de la publication :", "Publication date:", "Date de publication :", "Mar 2, 2024", "2 mars 2024", "Mar 4, 2024", "4 mars 2024", "Publication info:", "Informations sur la publication :", "Language of publication:", "Langue de publication :")},
		{name: "Spanish interface.txt", data: form("Document 1 of 2", "Documento 1 de 2", "Document 2 of 2", "Documento 2 de 2", "Author:", "Autor:", "Full text:", "Texto completo:", "Subject:", "Materia:", "Publication title:", "Título de publicación:", "Publication date:", "Fecha de publicación:", "Mar 2, 2024", "2 mar 2024", "Mar 4, 2024", "4 mar 2024", "Publication info:", "Información de publicación:", "Language of publication:", "Idioma de la publicación:")},
		{name: "German interface.txt", data: form("Document 1 of 2", "Dokument 1 von 2", "Document 2 of 2", "Dokument 2 von 2", "Author:", "Autor:", "Full text:", "Volltext:", "Subject:", "Thema:", "Publication title:", "Titel der Publikation:", "Publication date:", "Publikationsdatum:", "Mar 2, 2024", "2. März 2024", "Mar 4, 2024", "4. März 2024", "Publication info:", "Publikationsinfo:", "Language of publication:", "Publikationssprache:")},
	}
}

func TestVariantsOfDatabases(t *testing.T) {
	for kind, variants := range map[string]func(*testing.T) []variant{"Nexis": nexisVariants, "Factiva": factivaVariants, "Europresse": europresseVariants, "ProQuest": proquestVariants} {
		t.Run(kind, func(t *testing.T) {
			for _, v := range variants(t) {
				t.Run(v.name, func(t *testing.T) { v.check(t) })
			}
		})
	}
}

// check reads the file and holds it to both articles: what they state, their
// texts, and nothing of one in the other.
func (v variant) check(t *testing.T) {
	all, err := ReadAll(v.name, bytes.NewReader(v.data))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 {
		t.Fatalf("%d articles, want 2; the first: %q", len(all), all[0].Article.Text)
	}
	bodies := [2]string{ferryBody + "\n" + ferryMore, grainBody + "\n" + grainMore}
	for i, h := range all {
		a := h.Article
		checkArticle(t, a)
		want := v.want[i]
		if want == "" {
			want = stated[i]
		}
		if got := fmt.Sprintf("%s|%s|%s|%s", a.Title, a.Outlet, a.Byline, a.Published); got != want {
			t.Errorf("article %d states %q, want %q", i+1, got, want)
		}
		body := bodies[i]
		if v.text[i] != "" {
			body = strings.Replace(body, [2]string{ferryMore, grainMore}[i], v.text[i], 1)
		}
		if got := strings.Join(strings.Fields(bodyOf(a)), " "); got != strings.Join(strings.Fields(body), " ") {
			t.Errorf("article %d: text\n%q, want\n%q", i+1, got, body)
		}
	}
}
