package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"github.com/google/go-cmp/cmp"
	"howett.net/plist"
)

// The two articles that every file of the tests holds, in the form of its
// program.
const (
	ferryTitle = "Ferry to Skerry sails again"
	ferryBody  = "The ferry between Norhaven and Skerry will sail again from Monday, both harbour offices said."
	ferryMore  = "“We have waited for two winters,” said Ilse Brandt, who keeps the inn on Skerry."
	grainTitle = "Talks on grain put off"
	grainBody  = "Delegates of Tessaly and Morvia put off their talks on grain until the spring, a spokeswoman said."
	grainMore  = "Neither side named a day for the next round."
)

// zipOfFiles is a ZIP archive of names and contents in turn.
func zipOfFiles(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wordDocument is a Word document of paragraphs, "# " before a heading.
func wordDocument(t testing.TB, paragraphs ...string) []byte {
	var b strings.Builder
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range paragraphs {
		words, heading := strings.CutPrefix(p, "# ")
		b.WriteString("<w:p>")
		if heading {
			b.WriteString(`<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`)
		}
		b.WriteString("<w:r><w:t>" + words + "</w:t></w:r></w:p>")
	}
	b.WriteString("</w:body></w:document>")
	return zipOfFiles(t, "[Content_Types].xml", "<Types/>", "word/document.xml", b.String())
}

// richText is an RTF document of paragraphs.
func richText(paragraphs ...string) []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}`)
	for _, p := range paragraphs {
		b.WriteString(`\pard `)
		for _, r := range p {
			if r > 126 {
				fmt.Fprintf(&b, `\u%d?`, r)
			} else {
				b.WriteRune(r)
			}
		}
		b.WriteString("\\par\n")
	}
	return []byte(b.String() + "}")
}

func pageOf(title, body, more string) string {
	return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + body + "</p><p>" + more + "</p></article></body></html>"
}

// nexisLines are the lines of two articles as Nexis Uni writes them, after the
// list of what is in the file.
func nexisLines(heading string) []string {
	return []string{"Page 1 of 4", "Date and Time: Tuesday, 5 March 2024 10:12:00 CET", "Job Number: 2200", "Documents (2)",
		"1. " + ferryTitle, "Client/Matter: -None-", "Search Terms: ferry", "2. " + grainTitle, "Client/Matter: -None-", "Search Terms: ferry", "Narrowed by:", "Content Type", "News",
		heading + ferryTitle, "The Norhaven Mail", "March 2, 2024 Saturday", "Correction Appended", "Copyright 2024 Norhaven Press All Rights Reserved", "Section: HOME; Pg. 2", "Length: 40 words",
		"Byline: By Mira Solberg", "Body", ferryBody, ferryMore, "Classification", "Language: ENGLISH", "Load-Date: March 3, 2024", "End of Document",
		heading + grainTitle, "Tessaly Herald", "March 4, 2024 Monday 7:15 AM GMT", "Copyright 2024 Tessaly Herald", "Length: 38 words", "Body", grainBody, grainMore, "Load-Date: March 4, 2024", "End of Document"}
}

const nexisOldForm = "\uFEFF\n\nDownload Request: Selected Items: 1-2\n\n\n                       1 of 2 DOCUMENTS\n\n\n                     The Norhaven Mail\n\n                   March 2, 2014 Sunday\n                      First Edition\n\n" +
	ferryTitle + "\n\nBYLINE: Mira Solberg\n\nSECTION: HOME; Pg. 2\n\nLENGTH: 40 words\n\n" + ferryBody + "\n\n" + ferryMore + "\n\nLOAD-DATE: March 3, 2014\n\nLANGUAGE: ENGLISH\n\n            Copyright 2014 Norhaven Press\n                 All Rights Reserved\n\n" +
	"                       2 of 2 DOCUMENTS\n\n\n                     Tessaly Herald\n\n                   March 4, 2014 Tuesday\n\n" + grainTitle + "\n\nLENGTH: 38 words\n\n" + grainBody + "\n\n" + grainMore + "\n\nLOAD-DATE: March 4, 2014\n"

func factivaLines() []string {
	return []string{"Home", ferryTitle, "By Mira Solberg", "40 words", "2 March 2024", "06:10", "The Norhaven Mail", "NORHM", "2", "English", "(c) 2024 Norhaven Press", ferryBody, ferryMore, "Document NORHM00020240302ek3200001",
		grainTitle, "1,038 words", "4 March 2024", "Tessaly Herald", "TESTD", "English", "Copyright 2024 Tessaly Herald. All rights reserved.", grainBody, grainMore, "Document TESTD00020240304ek3400002"}
}

func factivaHTML() string {
	return `<html><head><title>Factiva</title></head><body><div class="article deArticle"><p>Home</p><div id="hd"><span class="deHeadline">` + ferryTitle + `</span></div><div class="author">Mira Solberg</div><div>40 words</div><div>2 March 2024</div><div>06:10</div><div>The Norhaven Mail</div><div>NORHM</div><div>English</div><div>(c) 2024 Norhaven Press</div><p class="articleParagraph dearticleParagraph">` + ferryBody + `</p><p class="articleParagraph dearticleParagraph">` + ferryMore + `</p><p>Document NORHM00020240302ek3200001</p></div>` +
		`<div class="article enArticle"><table><tr><td class="index"><b>HD</b>&nbsp;</td><td><b class="enHeadline">` + grainTitle + `</b></td></tr><tr><td class="index"><b>WC</b></td><td>38 words</td></tr><tr><td class="index"><b>PD</b></td><td>4 March 2024</td></tr><tr><td class="index"><b>ET</b></td><td>07:15</td></tr><tr><td class="index"><b>SN</b></td><td>Tessaly Herald</td></tr><tr><td class="index"><b>LP</b></td><td><p>` + grainBody + `</p></td></tr><tr><td class="index"><b>TD</b></td><td><p>` + grainMore + `</p></td></tr><tr><td class="index"><b>IN</b></td><td>i01 : Agriculture</td></tr><tr><td class="index"><b>AN</b></td><td>Document TESTD00020240304ek3400002</td></tr></table></div></body></html>`
}

func europresseHTML() string {
	article := func(outlet, when, title, by, a, b string) string {
		return `<article><header><div><span class="DocPublicationName">` + outlet + ` </span></div><div><span class="DocHeader">` + when + `</span></div><div><p>EN BREF</p></div><div class="titreArticle"><p class="titreArticleVisu">` + title + `</p></div>` + by + `</header><section><div class="DocText"><div class="docOcurrContainer"><p>` + a + `</p><p>` + b + `</p></div></div></section><footer><small>© 2024 Presse de Norhaven. Tous droits réservés.</small><p>Numéro de document : news·20240302·NM·1</p><span class="txtCertificat">Ce certificat est émis à la Bibliothèque de Tessaly.</span></footer></article>`
	}
	return "<!DOCTYPE html><html><head><title></title></head><body>" + article("Le Courrier de Norhaven, no. 7120", "Ville, samedi 2 mars 2024, p. 2", ferryTitle, "<div>Mira Solberg</div>", ferryBody, ferryMore) +
		article("Tessaly Herald", "Monde, lundi 4 mars 2024", grainTitle, "", grainBody, grainMore) + "</body></html>"
}

const proquestText = "____________________________________________________________\n\nDocument 1 of 2\n\n" + ferryTitle + "\n\nAuthor: Solberg, Mira\n\nPublication info: The Norhaven Mail ; Norhaven [Norhaven] 02 Mar 2024: 2.\n\nProQuest document link\n\nFull text: " + ferryBody + "\n\n" + ferryMore +
	"\n\nSubject: Ferries\n\nPublication title: The Norhaven Mail\n\nPublication date: Mar 2, 2024\n\nLanguage of publication: English\n\n____________________________________________________________\n\nDocument 2 of 2\n\n" + grainTitle + "\n\nPublication info: Tessaly Herald ; Tessaly [Tessaly] 04 Mar 2024.\n\nFull text:\n\n" + grainBody + "\n\n" + grainMore + "\n\nSubject: Grain\n\nPublication title: Tessaly Herald\n\nPublication date: Mar 4, 2024\n"

func newsletter(n int, title, from, date, body string) string {
	return fmt.Sprintf("From: %s <news@mail.example>\nTo: desk@mail.example\nSubject: %s\nDate: %s\nMessage-ID: <%d@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n", from, title, date, n, body)
}

const (
	ferryDay = "Sat, 02 Mar 2024 06:00:00 +0100"
	grainDay = "Mon, 04 Mar 2024 06:00:00 +0100"
)

// webArchived is a page as Safari saves it.
func webArchived(t testing.TB) []byte {
	b, err := plist.Marshal(map[string]any{
		"WebMainResource": map[string]any{"WebResourceData": []byte(pageOf(ferryTitle, ferryBody, ferryMore)), "WebResourceURL": "https://mail.example/ferry", "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "UTF-8"},
		"WebSubresources": []any{map[string]any{"WebResourceData": []byte{1, 2, 3}, "WebResourceMIMEType": "image/png"}},
	}, plist.BinaryFormat)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// warc is a web archive with two pages, a picture and a page that was not
// found; packed packs it record by record.
func warc(packed bool) []byte {
	var out bytes.Buffer
	record := func(kind, url, block string) {
		r := fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, len(block), block)
		if !packed {
			out.WriteString(r)
			return
		}
		z := gzip.NewWriter(&out)
		z.Write([]byte(r))
		z.Close()
	}
	chunked := func(s string) string {
		return fmt.Sprintf("%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 40, s[:40], len(s)-40, s[40:])
	}
	record("warcinfo", "", "software: a crawler")
	record("response", "https://mail.example/ferry", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"+pageOf(ferryTitle, ferryBody, ferryMore))
	record("response", "https://mail.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxyz")
	record("response", "https://mail.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><body><p>Gone.</p></body></html>")
	record("response", "https://mail.example/grain", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"+chunked(pageOf(grainTitle, grainBody, grainMore)))
	return out.Bytes()
}

const rssFeed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Norhaven Mail</title><link>https://mail.example</link><item><title>` + ferryTitle + `</title><link>https://mail.example/ferry</link><pubDate>` + ferryDay + `</pubDate><dc:creator>Mira Solberg</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>` + ferryBody + `</p><p>` + ferryMore + `</p>]]></content:encoded></item><item><title>A summary only</title><link>https://mail.example/s</link><description>Too short to be read.</description></item><item><title>` + grainTitle + `</title><link>https://mail.example/grain</link><pubDate>` + grainDay + `</pubDate><content:encoded><![CDATA[<p>` + grainBody + `</p><p>` + grainMore + `</p>]]></content:encoded></item></channel></rss>`

const atomFeed = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Norhaven Mail</title><entry><title type="html">` + ferryTitle + `</title><link rel="alternate" href="https://mail.example/ferry"/><published>2024-03-02T06:00:00+01:00</published><author><name>Mira Solberg</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>` + ferryBody + `</p><p>` + ferryMore + `</p></div></content></entry><entry><title>` + grainTitle + `</title><link href="https://mail.example/grain"/><updated>2024-03-04T06:00:00Z</updated><content type="html">&lt;p&gt;` + grainBody + `&lt;/p&gt;&lt;p&gt;` + grainMore + `&lt;/p&gt;</content></entry></feed>`

const enex = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export application="Evernote"><note><title>` + ferryTitle + `</title><created>20240302T060000Z</created><note-attributes><author>Mira Solberg</author><source-url>https://mail.example/ferry</source-url></note-attributes><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note><div>` + ferryBody + `</div><div>` + ferryMore + `</div></en-note>]]></content></note><note><title>` + grainTitle + `</title><content><![CDATA[<en-note><div>` + grainBody + `</div><div>` + grainMore + `</div></en-note>]]></content><created>20240304T060000Z</created></note></en-export>`

const wallabag = `[{"id":1,"title":"` + ferryTitle + `","url":"https://mail.example/ferry","domain_name":"mail.example","published_at":"2024-03-02T06:00:00+0100","published_by":["Mira Solberg"],"content":"<p>` + ferryBody + `</p><p>` + ferryMore + `</p>"},{"id":2,"title":"` + grainTitle + `","url":"https://mail.example/grain","domain_name":"mail.example","published_at":"2024-03-04T06:00:00+0100","content":"<p>` + grainBody + `</p><p>` + grainMore + `</p>"}]`

const readerJSON = `{"count":2,"results":[{"title":"` + ferryTitle + `","source_url":"https://mail.example/ferry","site_name":"The Norhaven Mail","author":"Mira Solberg","published_date":1709359200000,"html_content":"<p>` + ferryBody + `</p><p>` + ferryMore + `</p>"},{"title":"` + grainTitle + `","source_url":"https://mail.example/grain","site_name":"Tessaly Herald","author":"","published_date":1709532000000,"html_content":"<p>` + grainBody + `</p><p>` + grainMore + `</p>"}]}`

const karakeepTexts = `{"bookmarks":[{"title":"` + ferryTitle + `","createdAt":1709359200,"tags":[],"content":{"type":"link","url":"https://mail.example/ferry","author":"Mira Solberg","publisher":"The Norhaven Mail","datePublished":"2024-03-02","htmlContent":"<p>` + ferryBody + `</p><p>` + ferryMore + `</p>"}},{"title":"` + grainTitle + `","content":{"type":"link","url":"https://mail.example/grain","publisher":"Tessaly Herald","datePublished":"2024-03-04","htmlContent":"<p>` + grainBody + `</p><p>` + grainMore + `</p>"}}]}`

const zoteroReportPage = `<!DOCTYPE html><html><head><title>Zotero Report</title></head><body><ul class="report combineChildItems"><li id="a" class="item newspaperArticle"><h2>` + ferryTitle + `</h2><table><tr><th>Item Type</th><td>Newspaper Article</td></tr><tr><th class="author">Author</th><td>Mira Solberg</td></tr><tr><th>Date</th><td>2024-03-02</td></tr><tr><th>URL</th><td>https://mail.example/ferry</td></tr><tr><th>Publication</th><td>The Norhaven Mail</td></tr></table><h3 class="notes">Notes:</h3><ul class="notes"><li id="n1"><p>` + ferryBody + `</p><p>` + ferryMore + `</p></li></ul></li><li id="b" class="item webpage"><h2>` + grainTitle + `</h2><table><tr><th>Date</th><td>2024-03-04</td></tr><tr><th>URL</th><td>https://mail.example/grain</td></tr><tr><th>Website Title</th><td>Tessaly Herald</td></tr></table><ul class="notes"><li><p>` + grainBody + `</p><p>` + grainMore + `</p></li></ul></li></ul></body></html>`

const factivaXML = `<?xml version="1.0"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticle><article><baseLanguage>en</baseLanguage><headline><paragraph><hlt>Ferry</hlt> to Skerry sails again</paragraph></headline><byline>By Mira Solberg</byline><leadParagraph><paragraph>` + ferryBody + `</paragraph></leadParagraph><publicationDate><dateTime>2024-03-02T05:00:00Z</dateTime></publicationDate><sourceName>The Norhaven Mail</sourceName><tailParagraphs><paragraph>` + ferryMore + `</paragraph></tailParagraphs></article></ppsarticle><ppsarticle><article><headline><paragraph>` + grainTitle + `</paragraph></headline><leadParagraph><paragraph>` + grainBody + `</paragraph></leadParagraph><tailParagraphs><paragraph>` + grainMore + `</paragraph></tailParagraphs><publicationDate><date>2024-03-04</date></publicationDate><sourceName>Tessaly Herald</sourceName></article></ppsarticle></ppsArticleResponse></PPSResponse>`

func pressReview() string {
	return "From: Desk <desk@mail.example>\nSubject: Press review, 5 March 2024\nDate: Tue, 05 Mar 2024 06:00:00 +0000\nMessage-ID: <9@mail.example>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><body><h1>Press review, 5 March 2024</h1><h2>" + ferryTitle + "</h2><p><i>The Norhaven Mail, 2 March 2024, by Mira Solberg</i></p><p>" + ferryBody + "</p><p>" + ferryMore + "</p><h2>" + grainTitle + "</h2><p>Tessaly Herald – 4 March 2024</p><p>" + grainBody + "</p><p>" + grainMore + "</p></body></html>"
}

const zoteroRDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"><bib:Article rdf:about="https://mail.example/ferry"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>The Norhaven Mail</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Solberg</foaf:surname><foaf:givenName>Mira</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><link:link rdf:resource="#item_1"/><dc:title>` + ferryTitle + `</dc:title><dc:date>2024-03-02</dc:date></bib:Article><z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/1/a.html"/></z:Attachment><bib:Document rdf:about="https://mail.example/grain"><z:itemType>webpage</z:itemType><dcterms:isPartOf><z:Website><dc:title>Tessaly Herald</dc:title></z:Website></dcterms:isPartOf><link:link rdf:resource="#item_2"/><dc:title>` + grainTitle + `</dc:title><dc:date>2024-03-04</dc:date></bib:Document><z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/2/b.html"/></z:Attachment></rdf:RDF>`

// manyFiles are files that hold both articles, one of each kind.
func manyFiles(t testing.TB) map[string][]byte {
	bare := func(a, b string) string { return "<html><body><p>" + a + "</p><p>" + b + "</p></body></html>" }
	box := newsletter(1, ferryTitle, "The Norhaven Mail", ferryDay, ferryBody+"\n\n>From here on it is quiet, said a captain.\n\n"+ferryMore)
	return map[string][]byte{
		"nexis.docx":         wordDocument(t, nexisLines("# ")...),
		"nexis.rtf":          richText(nexisLines("")...),
		"nexis-uni.txt":      []byte(strings.Join(nexisLines(""), "\n\n")),
		"nexis-old.txt":      []byte(nexisOldForm),
		"factiva.rtf":        richText(factivaLines()...),
		"factiva.html":       []byte(factivaHTML()),
		"factiva.xml":        []byte(factivaXML),
		"europresse.html":    []byte(europresseHTML()),
		"proquest.txt":       []byte(proquestText),
		"inbox.mbox":         []byte("From news@mail.example Sat Mar  2 06:00:00 2024\n" + box + "\nFrom - Mon Mar 04 06:00:00 2024\n" + newsletter(2, grainTitle, "Tessaly Herald", grainDay, grainBody+"\n\n"+grainMore)),
		"digest.eml":         []byte(letter("Subject: Two for you\nFrom: Greta <g@mail.example>\nDate: "+grainDay+"\n"+inParts("digest", "Content-Type: message/rfc822\n\n"+box, "Content-Type: message/rfc822\n\n"+newsletter(2, grainTitle, "Tessaly Herald", grainDay, grainBody+"\n\n"+grainMore)), "")),
		"attached.eml":       []byte(letter("Subject: Two pages\nFrom: Greta <g@mail.example>\nDate: "+grainDay+"\n"+inParts("mixed", "Content-Type: text/plain\n\nBoth attached.", "Content-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\n\n"+pageOf(ferryTitle, ferryBody, ferryMore), "Content-Type: text/html\nContent-Disposition: attachment; filename=b.html\n\n"+pageOf(grainTitle, grainBody, grainMore)), "")),
		"review.eml":         []byte(pressReview()),
		"review.docx":        wordDocument(t, "Press review", "# "+ferryTitle, "The Norhaven Mail, 2 March 2024, by Mira Solberg", ferryBody, ferryMore, "# "+grainTitle, "Tessaly Herald, 4 March 2024", grainBody, grainMore),
		"pages.zip":          zipOfFiles(t, "__MACOSX/._a.html", "x", "in/a.html", pageOf(ferryTitle, ferryBody, ferryMore), "in/a_files/frame.html", pageOf("Advertisement", "Buy this now.", "Or that."), "in/b.html", pageOf(grainTitle, grainBody, grainMore), "logo.png", "x"),
		"omnivore.zip":       zipOfFiles(t, "metadata_0_to_2.json", `[{"slug":"a","title":"`+ferryTitle+`","author":"Mira Solberg","url":"https://mail.example/ferry","publishedAt":"2024-03-02T06:00:00Z","savedAt":"2024-03-05T06:00:00Z"},{"slug":"b","title":"`+grainTitle+`","author":"","url":"https://mail.example/grain","publishedAt":"2024-03-04T06:00:00Z"}]`, "content/a.html", bare(ferryBody, ferryMore), "content/b.html", bare(grainBody, grainMore), "highlights/a.md", ""),
		"zotero.zip":         zipOfFiles(t, "Export/Export.rdf", zoteroRDF, "Export/files/1/a.html", bare(ferryBody, ferryMore), "Export/files/2/b.html", bare(grainBody, grainMore)),
		"zotero-report.html": []byte(zoteroReportPage),
		"crawl.warc":         warc(false),
		"crawl.warc.gz":      warc(true),
		"feed.xml":           []byte(rssFeed),
		"atom.xml":           []byte(atomFeed),
		"notes.enex":         []byte(enex),
		"wallabag.json":      []byte(wallabag),
		"reader.json":        []byte(readerJSON),
		"karakeep.json":      []byte(karakeepTexts),
	}
}

// What every kind of file is known to state, beyond titles and texts.
var manyStates = map[string][2]string{ // outlet|byline|published|url of both
	"nexis.docx": {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"nexis.rtf":  {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"}, "nexis-uni.txt": {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"nexis-old.txt": {"The Norhaven Mail|Mira Solberg|2014-03-02|", "Tessaly Herald||2014-03-04|"},
	"factiva.rtf":   {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"}, "factiva.html": {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"factiva.xml":     {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"europresse.html": {"Le Courrier de Norhaven|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"proquest.txt":    {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"inbox.mbox":      {"|The Norhaven Mail|2024-03-02|", "|Tessaly Herald|2024-03-04|"}, "digest.eml": {"|The Norhaven Mail|2024-03-02|", "|Tessaly Herald|2024-03-04|"},
	"attached.eml": {"|||", "|||"}, "pages.zip": {"|||", "|||"},
	"review.eml": {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"}, "review.docx": {"The Norhaven Mail|Mira Solberg|2024-03-02|", "Tessaly Herald||2024-03-04|"},
	"omnivore.zip":       {"|Mira Solberg|2024-03-02|https://mail.example/ferry", "||2024-03-04|https://mail.example/grain"},
	"zotero.zip":         {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "Tessaly Herald||2024-03-04|https://mail.example/grain"},
	"zotero-report.html": {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "Tessaly Herald||2024-03-04|https://mail.example/grain"},
	"crawl.warc":         {"|||https://mail.example/ferry", "|||https://mail.example/grain"}, "crawl.warc.gz": {"|||https://mail.example/ferry", "|||https://mail.example/grain"},
	"feed.xml":      {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "The Norhaven Mail||2024-03-04|https://mail.example/grain"},
	"atom.xml":      {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "The Norhaven Mail||2024-03-04|https://mail.example/grain"},
	"notes.enex":    {"|Mira Solberg|2024-03-02|https://mail.example/ferry", "||2024-03-04|"},
	"wallabag.json": {"mail.example|Mira Solberg|2024-03-02|https://mail.example/ferry", "mail.example||2024-03-04|https://mail.example/grain"},
	"reader.json":   {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "Tessaly Herald||2024-03-04|https://mail.example/grain"},
	"karakeep.json": {"The Norhaven Mail|Mira Solberg|2024-03-02|https://mail.example/ferry", "Tessaly Herald||2024-03-04|https://mail.example/grain"},
}

// bodyOf is the text of an article without headings, captions and furniture.
func bodyOf(a *briefing.Article) string {
	var all []string
	for _, p := range a.Paragraphs {
		if p.Kind == briefing.Body || p.Kind == briefing.ListItem || p.Kind == briefing.Quotation {
			all = append(all, p.Of(a.Text))
		}
	}
	return strings.Join(all, "\n")
}

func TestFilesOfManyArticles(t *testing.T) {
	for name, data := range manyFiles(t) {
		t.Run(name, func(t *testing.T) {
			all, err := ReadAll(name, bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if len(all) != 2 {
				t.Fatalf("%d articles, want 2: %v", len(all), all)
			}
			bodies := [2]string{ferryBody + "\n" + ferryMore, grainBody + "\n" + grainMore}
			if name == "inbox.mbox" || name == "digest.eml" {
				bodies[0] = ferryBody + "\nFrom here on it is quiet, said a captain.\n" + ferryMore
			}
			for i, h := range all {
				a := h.Article
				checkArticle(t, a)
				if a.Title != [2]string{ferryTitle, grainTitle}[i] {
					t.Errorf("article %d: title %q", i+1, a.Title)
				}
				got := fmt.Sprintf("%s|%s|%s|%s", a.Outlet, a.Byline, a.Published, a.URL)
				want := manyStates[name][i]
				if strings.HasPrefix(name, "attached") || name == "pages.zip" || strings.HasPrefix(name, "crawl") {
					got = fmt.Sprintf("|||%s", a.URL)
				}
				if got != want {
					t.Errorf("article %d: states %q, want %q", i+1, got, want)
				}
				if diff := cmp.Diff(bodies[i], bodyOf(a)); diff != "" {
					t.Errorf("article %d: body (-want +got):\n%s", i+1, diff)
				}
				if s := a.Source; s.Name != name || s.Part != i+1 || s.Parts != 2 || s.Hash != all[0].Article.Source.Hash || s.Size != int64(len(data)) {
					t.Errorf("article %d: source %+v does not point back to the file", i+1, s)
				}
			}
			if got := noteText(all[0].Notes, draft.Several); got != "2 articles in this file" {
				t.Errorf("note %q", got)
			}
		})
	}
}

func TestWebArchiveOfSafari(t *testing.T) {
	a, _, err := Read("page.webarchive", bytes.NewReader(webArchived(t)))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Title+"|"+a.URL+"|"+bodyOf(a), ferryTitle+"|https://mail.example/ferry|"+ferryBody+"\n"+ferryMore; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text is one article again if a person says so.
func TestWholeIsNotTakenApart(t *testing.T) {
	r := NewReader(draft.Options{Whole: true})
	defer r.Close()
	files := manyFiles(t)
	for _, name := range []string{"nexis.docx", "nexis-old.txt", "factiva.html", "review.eml", "proquest.txt"} {
		got, err := r.Bytes(t.Context(), name, files[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.More) > 0 || !strings.Contains(got.Article.Text, "Skerry") || !strings.Contains(got.Article.Text, "Morvia") {
			t.Errorf("%s: %d articles, want one with both texts", name, 1+len(got.More))
		}
	}
}

// Lists without texts say what they are, what to do, and what they tell.
func TestListsAreRefusedByName(t *testing.T) {
	for _, tt := range []struct{ name, data, says, tells string }{
		{"pocket.csv", "title,url,time_added,tags,status\nFerry to Skerry,https://mail.example/ferry,1709359200,,unread\n", "a list of links from Pocket", "Ferry to Skerry||https://mail.example/ferry"},
		{"instapaper.csv", "URL,Title,Selection,Folder,Timestamp\nhttps://mail.example/ferry,Ferry to Skerry,,Unread,1709359200\n", "a list of links from Instapaper", "Ferry to Skerry||https://mail.example/ferry"},
		{"highlights.csv", "Highlight,Book Title,Book Author,Note\n\"We waited, he said.\",Ferry to Skerry,Mira Solberg,\n", "a list of highlights from Readwise", "Ferry to Skerry|Mira Solberg|"},
		{"pocket.html", "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href=\"https://mail.example/ferry\" time_added=\"1\">Ferry to Skerry</a></li></ul></body></html>", "a list of links from Pocket", "Ferry to Skerry||https://mail.example/ferry"},
		{"bookmarks.html", "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF=\"https://mail.example/ferry\" ADD_DATE=\"1\">Ferry to Skerry</A></DL>", "a list of bookmarks", "Ferry to Skerry||https://mail.example/ferry"},
		{"refs.ris", "TY  - NEWS\r\nTI  - Ferry to Skerry\r\nAU  - Solberg, Mira\r\nUR  - https://mail.example/ferry\r\nER  - \r\n", "a list of references (RIS)", "Ferry to Skerry|Mira Solberg|https://mail.example/ferry"},
		{"refs.json", `[{"id":"a","type":"article-newspaper","title":"Ferry to Skerry","container-title":"The Norhaven Mail","author":[{"family":"Solberg","given":"Mira"}],"issued":{"date-parts":[[2024,3,2]]},"URL":"https://mail.example/ferry"}]`, "a list of references (CSL-JSON)", "Ferry to Skerry|Mira Solberg|https://mail.example/ferry"},
		{"refs.bib", "@online{ferry,\n  title = {Ferry to {Skerry}},\n  author = {Solberg, Mira},\n  url = {https://mail.example/ferry},\n  date = {2024-03-02}\n}\n", "a list of references (BibTeX)", "Ferry to Skerry|Mira Solberg|https://mail.example/ferry"},
		{"firefox.json", `{"root":"placesRoot","children":[{"title":"toolbar","children":[{"title":"News","children":[{"title":"Ferry to Skerry","uri":"https://mail.example/ferry"}]}]}]}`, "a list of bookmarks from Firefox", "Ferry to Skerry||https://mail.example/ferry"},
		{"readability.json", `{"bookmarks":[{"article__title":"Ferry to Skerry","article__url":"https://mail.example/ferry","date_added":"2016-08-25T12:05:00"}]}`, "a list of links", "Ferry to Skerry||https://mail.example/ferry"},
		{"karakeep.json", `{"bookmarks":[{"title":"Ferry to Skerry","createdAt":1709359200,"content":{"type":"link","url":"https://mail.example/ferry"}}]}`, "a list of links from Karakeep", "Ferry to Skerry||https://mail.example/ferry"},
		{"linkwarden.json", `{"collections":[{"name":"News","links":[{"name":"Ferry to Skerry","url":"https://mail.example/ferry","type":"url"}]}]}`, "a list of links from Linkwarden", "Ferry to Skerry||https://mail.example/ferry"},
		{"export.rdf", zoteroRDF, "a library of Zotero", ferryTitle + "|Mira Solberg|https://mail.example/ferry"},
		{"feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>Mail</title><item><title>Ferry to Skerry</title><link>https://mail.example/ferry</link><description>Short.</description></item></channel></rss>`, "a news feed with summaries only", "Ferry to Skerry||https://mail.example/ferry"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Read(tt.name, strings.NewReader(tt.data))
			var foreign *ForeignError
			if !errors.As(err, &foreign) || !errors.Is(err, briefing.ErrUnsupported) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if foreign.Kind != tt.says || foreign.Hint == "" {
				t.Errorf("it says %q and to do %q, want %q", foreign.Kind, foreign.Hint, tt.says)
			}
			if len(foreign.References) == 0 {
				t.Fatal("it tells nothing")
			}
			if r := foreign.References[0]; r.Title+"|"+r.Byline+"|"+r.URL != tt.tells {
				t.Errorf("it tells %q, want %q", r.Title+"|"+r.Byline+"|"+r.URL, tt.tells)
			}
		})
	}
}

// Ordinary files are not taken for files of many.
func TestOneArticleStaysOne(t *testing.T) {
	for name, data := range map[string]string{
		"document of.txt": "Document 1 of the talks was read aloud.\n\nThe End of Document night came late, a delegate said.\n",
		"underscores.txt": strings.Repeat("_", 60) + "\n\nThe ministers met on Monday. Full text: see below.\n\nSubject: grain",
		"from.txt":        "From here on it is quiet.\n\nFrom Norhaven the ferry sails at 6:00 in 2024.\n",
		"listing.html":    "<html><body><article class=\"article\"><h1>One</h1><p>" + ferryBody + "</p><h2>Two</h2><p>Norhaven, 2 March 2024</p><p>" + grainBody + "</p></article></body></html>",
		"bridges.md":      "# The bridge\n\nThe Courier wrote on 2 March 2024 that it opens.\n\n## After\n\nNothing was said.\n",
	} {
		all, err := ReadAll(name, strings.NewReader(data))
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d articles, %v, want one", name, len(all), err)
		}
	}
}

// Hostile files of the kinds that hold others end soon, and what they hold
// besides goes in.
func TestHostileContainers(t *testing.T) {
	good := pageOf(ferryTitle, ferryBody, ferryMore)
	nested := zipOfFiles(t, "a.html", good)
	for range 20 {
		nested = zipOfFiles(t, "in.zip", string(nested), "a.html", good)
	}
	bomb := zipOfFiles(t, "bomb.html", strings.Repeat(" ", 80<<20), "a.html", good)
	marks := strings.Repeat("1 of 1 DOCUMENTS\n\nX\n\nMay 1, 2024\n\nT\n\nLENGTH: 1 words\n\nb\n", 100_000)
	r := NewReader(draft.Options{})
	defer r.Close()
	for name, tt := range map[string]struct {
		data []byte
		want string // words of the article that is good; "" if none is
	}{
		"nested.zip":    {nested, "Skerry"},
		"bomb.zip":      {bomb, "Skerry"},
		"traversal.zip": {zipOfFiles(t, "../../etc/a.html", good, "/b.html", good, `..\..\c.html`, good), "Skerry"},
		"marks.txt":     {[]byte(marks), "b"},
		"ends.txt":      {[]byte("Body\n" + strings.Repeat("End of Document\n", 500_000)), ""},
		"rules.txt":     {[]byte("Full text: a\nPublication title: b\n" + strings.Repeat(strings.Repeat("_", 30)+"\n", 200_000)), ""},
		"box.mbox":      {[]byte(strings.Repeat("From a@b Sat Mar  2 06:00:00 2024\nSubject: x\nFrom: y\nMessage-ID: <1@x>\n\nb\n\n", 20_000)), "b"},
		"laughs.xml":    {[]byte(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><title>x</title><item><title>t</title><content:encoded>&b;&c; ` + ferryBody + `</content:encoded></item></channel></rss>`), "Skerry"},
		"deep.xml":      {[]byte("<?xml version=\"1.0\"?><rss>" + strings.Repeat("<a>", 500_000)), ""},
		"deep.json":     {[]byte(strings.Repeat(`{"items":[`, 200_000)), ""},
		"cut.warc":      {warc(false)[:900], "Skerry"},
		"size.warc":     {[]byte("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"), ""},
		"x.webarchive":  {[]byte("bplist00\xd1\x01\x02_WebMainResource\xff\xff\xff\xff"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			got, err := r.Bytes(t.Context(), name, tt.data)
			if d := time.Since(begun); d > 20*time.Second && !raced {
				t.Errorf("it took %v", d)
			}
			if tt.want == "" {
				return
			}
			if err != nil {
				t.Fatalf("nothing of it is read: %v", err)
			}
			found := false
			for _, h := range got.All() {
				checkArticle(t, h.Article)
				found = found || strings.Contains(h.Article.Text, tt.want)
			}
			if !found {
				t.Errorf("%d articles, none with %q", len(got.All()), tt.want)
			}
		})
	}
}

// FuzzMany reads files of many articles as they come from outside: no input
// may do more than give an error.
func FuzzMany(f *testing.F) {
	for name, data := range manyFiles(f) {
		f.Add(name, data)
	}
	f.Add("page.webarchive", webArchived(f))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if draft.Ext(name) == ".pdf" || bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) {
			return // PDFium has its own target, and takes its time
		}
		all, err := ReadAll(name, bytes.NewReader(data))
		if err != nil {
			return
		}
		for i, h := range all {
			checkArticle(t, h.Article)
			if len(all) > 1 && (h.Article.Source.Part != i+1 || h.Article.Source.Parts != len(all)) {
				t.Errorf("article %d of %d says that it is %d of %d", i+1, len(all), h.Article.Source.Part, h.Article.Source.Parts)
			}
		}
	})
}

// Factiva's services of old wrote a paragraph's text without an element for
// each.
func TestFactivaWithoutParagraphs(t *testing.T) {
	data := `<?xml version="1.0"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticle><article><headline><paragraph>` + ferryTitle + `</paragraph></headline><leadParagraph>
` + ferryBody + `
    ` + ferryMore + `
</leadParagraph><publicationDate><date>2024-03-02</date></publicationDate><sourceName>The Norhaven Mail</sourceName></article></ppsarticle></ppsArticleResponse></PPSResponse>`
	a, _, err := Read("a.xml", strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Title+"|"+a.Outlet+"|"+bodyOf(a), ferryTitle+"|The Norhaven Mail|"+ferryBody+"\n"+ferryMore; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
