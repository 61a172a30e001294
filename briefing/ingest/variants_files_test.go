package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"howett.net/plist"
)

// The forms in which mail programs and programs for reading later keep both
// articles.

// mailed are what messages state: title, nothing, sender, day.
var mailed = [2]string{ferryTitle + "||The Norhaven Mail|2024-03-02", grainTitle + "||Tessaly Herald|2024-03-04"}

func mailVariants(t *testing.T) []variant {
	first := newsletter(1, ferryTitle, "The Norhaven Mail", ferryDay, ferryBody+"\n\n"+ferryMore)
	second := newsletter(2, grainTitle, "Tessaly Herald", grainDay, grainBody+"\n\n"+grainMore)
	box := func(marks ...string) []byte {
		return []byte("From " + marks[0] + "\n" + first + "\nFrom " + marks[1] + "\n" + second)
	}
	const m1, m2 = "news@mail.example Sat Mar  2 06:00:00 2024", "news@mail.example Mon Mar  4 06:00:00 2024"
	encoded := func(m, encoding string, encode func(string) string) string {
		head, body, _ := strings.Cut(m, "\n\n")
		return head + "\nContent-Transfer-Encoding: " + encoding + "\n\n" + encode(body)
	}
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) + "\n" }
	quoted := func(s string) string {
		return strings.NewReplacer("“", "=E2=80=9C", "”", "=E2=80=9D", "harbour offices", "harbour=\n offices").Replace(s)
	}
	asPage := func(m string, a, b string) string {
		head, _, _ := strings.Cut(m, "\n\n")
		return strings.Replace(head, "text/plain", "text/html", 1) + "\n\n<html><body><p>" + a + "</p><p>" + b + "</p></body></html>\n"
	}
	fromLine := "From here the road is open, said the driver at 10:15 on a day of 2024."
	quotes := strings.Replace(first, ferryMore, "\n"+fromLine+"\n\n"+ferryMore, 1)
	outer := "Subject: Two for you\nFrom: Greta <g@mail.example>\nDate: " + grainDay + "\n"
	review := func(a, b string) []byte {
		return []byte(strings.NewReplacer("The Norhaven Mail, 2 March 2024, by Mira Solberg", a, "Tessaly Herald – 4 March 2024", b).Replace(pressReview()))
	}
	return []variant{
		{name: "mailbox of Thunderbird.mbox", data: box("- Sat Mar 02 06:00:00 2024", "- Mon Mar 04 06:00:00 2024"), want: mailed},
		{name: "mailbox of an older system.mbox", data: box(m1, m2), want: mailed},
		{name: "mailbox with a zone.mbox", data: box("MAILER-DAEMON Sat Mar  2 06:00:00 +0100 2024", "MAILER-DAEMON Mon Mar  4 06:00:00 +0100 2024"), want: mailed},
		{name: "mailbox of Google.mbox", data: box("1792450012345678901@xxx Sat Mar 02 05:00:00 +0000 2024", "1792450012345678902@xxx Mon Mar 04 05:00:00 +0000 2024"), want: mailed},
		{name: "mailbox with line ends of Windows.mbox", data: withCRLF(box(m1, m2)), want: mailed},
		{name: "mailbox without an ending", data: box(m1, m2), want: mailed},
		{name: "mailbox in base64.mbox", data: []byte("From " + m1 + "\n" + encoded(first, "base64", b64) + "\nFrom " + m2 + "\n" + encoded(second, "base64", b64)), want: mailed},
		{name: "mailbox in quoted-printable.mbox", data: []byte("From " + m1 + "\n" + encoded(first, "quoted-printable", quoted) + "\nFrom " + m2 + "\n" + second), want: mailed},
		{name: "mailbox of pages.mbox", data: []byte("From " + m1 + "\n" + asPage(first, ferryBody, ferryMore) + "\nFrom " + m2 + "\n" + asPage(second, grainBody, grainMore)), want: mailed},
		{name: "a line that begins with From.mbox", data: []byte("From " + m1 + "\n" + quotes + "\nFrom " + m2 + "\n" + second), want: mailed, text: [2]string{fromLine + "\n" + ferryMore}},
		{name: "digest.eml", data: []byte(letter(outer+inParts("digest", "\n"+first, "\n"+second), "")), want: mailed},
		{name: "messages as files.eml", data: []byte(letter(outer+inParts("mixed", "Content-Type: text/plain\n\nBoth attached.", "Content-Type: application/octet-stream; name=a.eml\nContent-Disposition: attachment; filename=a.eml\n\n"+first, "Content-Type: application/octet-stream; name=b.eml\nContent-Disposition: attachment; filename=b.eml\n\n"+second), "")), want: mailed},
		{name: "messages in base64.eml", data: []byte(letter(outer+inParts("mixed", "Content-Type: text/plain\n\nBoth attached.", "Content-Type: application/octet-stream; name=a.eml\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.eml\n\n"+b64(first), "Content-Type: application/octet-stream; name=b.eml\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=b.eml\n\n"+b64(second)), "")), want: mailed},
		{name: "review with bars.eml", data: review("The Norhaven Mail | 2 March 2024 | Mira Solberg", "Tessaly Herald | 4 March 2024")},
		{name: "review, day first.eml", data: review("2 March 2024, The Norhaven Mail, by Mira Solberg", "4 March 2024, Tessaly Herald")},
		{name: "review in German.eml", data: review("The Norhaven Mail, 2. März 2024, von Mira Solberg", "Tessaly Herald, 4. März 2024")},
		{name: "review in French.eml", data: review("The Norhaven Mail, le samedi 2 mars 2024, par Mira Solberg", "Tessaly Herald, 4 mars 2024")},
		{name: "review with two authors.eml", data: review("The Norhaven Mail, 2 March 2024, by Mira Solberg and Jon Vale", "Tessaly Herald, 4 March 2024"), want: with("The Norhaven Mail|Mira Solberg and Jon Vale|2024-03-02")},
		{name: "review in brackets.eml", data: review("(The Norhaven Mail, 2.3.2024, Mira Solberg)", "(Tessaly Herald, 4.3.2024)")},
		{name: "review with a page.eml", data: review("The Norhaven Mail, 2 March 2024, p. 4, by Mira Solberg", "Tessaly Herald, 4 March 2024, page 7")},
		{name: "review, smaller headings.eml", data: []byte(strings.NewReplacer("<h2>", "<h3>", "</h2>", "</h3>").Replace(pressReview()))},
	}
}

// packedWARC is a web archive whose answers are packed and have names of
// fields in small letters.
func packedWARC() []byte {
	var out bytes.Buffer
	for _, p := range [][2]string{{"ferry", pageOf(ferryTitle, ferryBody, ferryMore)}, {"grain", pageOf(grainTitle, grainBody, grainMore)}} {
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		z.Write([]byte(p[1]))
		z.Close()
		block := "HTTP/1.1 200\r\ncontent-type: text/html; charset=UTF-8\r\ncontent-encoding: gzip\r\n\r\n" + packed.String()
		fmt.Fprintf(&out, "WARC/1.1\r\nwarc-type: response\r\nwarc-target-uri: https://mail.example/%s\r\ncontent-type: application/http;msgtype=response\r\ncontent-length: %d\r\n\r\n%s\r\n\r\n", p[0], len(block), block)
	}
	return out.Bytes()
}

// resourceWARC has its pages as they are, without the answers of a server.
func resourceWARC() []byte {
	var out bytes.Buffer
	for _, p := range [][2]string{{"ferry", pageOf(ferryTitle, ferryBody, ferryMore)}, {"grain", pageOf(grainTitle, grainBody, grainMore)}} {
		fmt.Fprintf(&out, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://mail.example/%s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", p[0], len(p[1]), p[1])
	}
	return out.Bytes()
}

func storedZIP(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[i+1]))
	}
	z.Close()
	return b.Bytes()
}

func programVariants(t *testing.T) []variant {
	ferryPage, grainPage := pageOf(ferryTitle, ferryBody, ferryMore), pageOf(grainTitle, grainBody, grainMore)
	bare := func(a, b string) string { return "<p>" + a + "</p><p>" + b + "</p>" }
	jsonOf := func(s string) string {
		return strings.NewReplacer("T1", ferryTitle, "T2", grainTitle, "C1", bare(ferryBody, ferryMore), "C2", bare(grainBody, grainMore), "P1", ferryBody+`\n\n`+ferryMore, "P2", grainBody+`\n\n`+grainMore).Replace(s)
	}
	titles := [2]string{ferryTitle + "|||", grainTitle + "|||"}
	return []variant{
		{name: "packed.warc", data: packedWARC(), want: titles},
		{name: "resources.warc", data: resourceWARC(), want: titles},
		{name: "collection.wacz", data: storedZIP(t, "datapackage.json", "{}", "archive/data.warc.gz", string(warc(true)), "indexes/index.cdx", "x", "pages/pages.jsonl", `{"format":"json-pages-1.0"}`), want: titles},
		{name: "folders of Windows.zip", data: zipOfFiles(t, `in\a.html`, ferryPage, `in\b.html`, grainPage), want: titles},
		{name: "archive in an archive.zip", data: zipOfFiles(t, "inner.zip", string(zipOfFiles(t, "a.html", ferryPage, "b.html", grainPage))), want: titles},
		{name: "stored.zip", data: storedZIP(t, "a.html", ferryPage, "b.html", grainPage), want: titles},
		{name: "mail and page.zip", data: zipOfFiles(t, "a.html", ferryPage, "b.eml", newsletter(2, grainTitle, "Tessaly Herald", grainDay, grainBody+"\n\n"+grainMore)), want: [2]string{titles[0], mailed[1]}},
		{name: "feed of two authors.xml", data: []byte(strings.Replace(rssFeed, "<dc:creator>Mira Solberg</dc:creator>", "<dc:creator>Mira Solberg</dc:creator><dc:creator>Jon Vale</dc:creator>", 1)), want: [2]string{ferryTitle + "|The Norhaven Mail|Mira Solberg, Jon Vale|2024-03-02", grainTitle + "|The Norhaven Mail||2024-03-04"}},
		{name: "feed.json", data: []byte(jsonOf(`{"version":"https://jsonfeed.org/version/1.1","title":"The Norhaven Mail","items":[{"id":"1","title":"T1","url":"https://mail.example/ferry","content_html":"C1","authors":[{"name":"Mira Solberg"}],"date_published":"2024-03-02T06:00:00+01:00"},{"id":"2","title":"T2","content_html":"C2","date_published":"2024-03-04T06:00:00+01:00"}]}`)), want: [2]string{stated[0], grainTitle + "|The Norhaven Mail||2024-03-04"}},
		{name: "feed of texts.json", data: []byte(jsonOf(`{"version":"https://jsonfeed.org/version/1","title":"The Norhaven Mail","items":[{"id":"1","title":"T1","content_text":"P1","author":{"name":"Mira Solberg"},"date_published":"2024-03-02"},{"id":"2","title":"T2","content_text":"P2","date_published":"2024-03-04"}]}`)), want: [2]string{stated[0], grainTitle + "|The Norhaven Mail||2024-03-04"}},
		{name: "Wallabag of two authors.json", data: []byte(strings.Replace(wallabag, `["Mira Solberg"]`, `["Mira Solberg","Jon Vale"]`, 1)), want: [2]string{ferryTitle + "|mail.example|Mira Solberg, Jon Vale|2024-03-02", grainTitle + "|mail.example||2024-03-04"}},
		{name: "Wallabag with moments.json", data: []byte(strings.NewReplacer("2024-03-02T06:00:00+0100", "2024-03-02 06:00:00", "2024-03-04T06:00:00+0100", "2024-03-04T06:00:00.000Z").Replace(wallabag)), want: [2]string{ferryTitle + "|mail.example|Mira Solberg|2024-03-02", grainTitle + "|mail.example||2024-03-04"}},
		{name: "lines of JSON.jsonl", data: []byte(jsonOf(`{"title":"T1","site_name":"The Norhaven Mail","author":"Mira Solberg","published":"2024-03-02","html":"C1"}` + "\n" + `{"title":"T2","site_name":"Tessaly Herald","published":"2024-03-04","html":"C2"}` + "\n"))},
		{name: "Evernote with two authors.enex", data: []byte(strings.Replace(enex, "<author>Mira Solberg</author>", "<author>Mira Solberg; Jon Vale</author>", 1)), want: [2]string{ferryTitle + "||Mira Solberg, Jon Vale|2024-03-02", grainTitle + "|||2024-03-04"}},
		{name: "line ends of Windows.enex", data: withCRLF([]byte(strings.ReplaceAll(enex, "><", ">\n<"))), want: [2]string{ferryTitle + "||Mira Solberg|2024-03-02", grainTitle + "|||2024-03-04"}},
	}
}

func TestVariantsOfMailAndPrograms(t *testing.T) {
	for kind, variants := range map[string]func(*testing.T) []variant{"mail": mailVariants, "programs": programVariants} {
		t.Run(kind, func(t *testing.T) {
			for _, v := range variants(t) {
				t.Run(v.name, func(t *testing.T) { v.check(t) })
			}
		})
	}
}

// Safari wrote its archives in XML too, as other programs still do.
func TestWebArchiveInXML(t *testing.T) {
	data, err := plist.Marshal(map[string]any{"WebMainResource": map[string]any{"WebResourceData": inWindows1252(t, []byte(pageOf(ferryTitle, ferryBody, ferryMore))), "WebResourceURL": "https://mail.example/ferry", "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "windows-1252"}}, plist.XMLFormat)
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := Read("page.webarchive", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Title+"|"+a.URL+"|"+bodyOf(a), ferryTitle+"|https://mail.example/ferry|"+ferryBody+"\n"+ferryMore; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
