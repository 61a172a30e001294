package ingest

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing/ingest/draft"
)

// hostileMost is how long a hostile file may take, on a machine that does
// other work besides. On an idle one each takes a fraction of it.
const hostileMost = 40 * time.Second

// packed is data, gzipped.
func packed(t testing.TB, data string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hostileFiles are files of a million boundaries, of depths and sizes that no
// program writes, for each kind that holds articles; with words of an article
// that is to be read all the same, "" if there is none.
func hostileFiles(t testing.TB) map[string]struct {
	data []byte
	want string
} {
	const many, some = 1_000_000, 30_000
	good := pageOf(ferryTitle, ferryBody, ferryMore)
	mailHead := "From: Mira Solberg <mira@mail.example>\nSubject: " + ferryTitle + "\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\n"
	deepMail := mailHead + "Content-Type: text/plain\n\n" + ferryBody
	for i := range 200 {
		deepMail = fmt.Sprintf("%sContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: text/plain\n\n%s\n\n--b%d\nContent-Type: message/rfc822\n\n%s\n--b%d--\n", mailHead, i, i, ferryBody, i, deepMail, i)
	}
	record := func(body string) string {
		http := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mail.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
	}
	entities := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`
	entry := func(i int) string { return fmt.Sprintf("e%07d.html", i) }
	var names []string
	for i := range 12_000 {
		names = append(names, entry(i), "")
	}
	return map[string]struct {
		data []byte
		want string
	}{
		"factiva.html":    {[]byte(factivaHTML() + strings.Repeat(`<div class="article enArticle">`, some)), ""},
		"factiva.rtf":     {[]byte(`{\rtf1 ` + strings.Repeat(`Document AAAAAAAAAAAAAAAAAAAAAAAA\par `, some) + "}"), ""},
		"nexis.rtf":       {[]byte(`{\rtf1 ` + strings.Repeat(`End of Document\par `, 3*some) + "}"), ""},
		"nexis.docx":      {wordDocument(t, strings.Split(strings.Repeat("# T\nBody\nb\nEnd of Document\n", some), "\n")...), ""},
		"europresse.html": {[]byte(strings.Repeat(`<article><span class="DocPublicationName">X</span><p class="titreArticleVisu">T</p><div class="DocText">b</div></article>`, some/2)), ""},
		"report.html":     {[]byte(`<ul class="report">` + strings.Repeat(`<li class="item"><h2>T</h2><table><tr><th>Date</th><td>x</td></tr></table><ul class="notes"><li>n</li></ul></li>`, some/2)), ""},
		"endless.html":    {[]byte("<html><body>" + strings.Repeat("<article><h1>T</h1>"+strings.Repeat("<p>"+ferryBody+"</p>", 6)+"</article>", 2000)), "Skerry"},
		"shadows.html":    {[]byte("<html><body>" + strings.Repeat("<div><template shadowrootmode=open><slot></slot>", some) + good), ""},
		"lists.html":      {[]byte(good + strings.Repeat("<ol reversed><li>", some)), ""},
		"parts.eml":       {[]byte(mailHead + "Content-Type: multipart/digest; boundary=b\n\n" + strings.Repeat("--b\n\nSubject: x\n\nb\n", many) + "--b--\n"), ""},
		"deep.eml":        {[]byte(deepMail), "Skerry"},
		"box.mbox":        {[]byte(strings.Repeat("From a@b Sat Mar  2 06:00:00 2024\n", many)), ""},
		"notes.enex":      {[]byte(`<?xml version="1.0"?><en-export>` + strings.Repeat(`<note><title>t</title><content><![CDATA[<en-note>b</en-note>]]></content></note>`, some) + "</en-export>"), "b"},
		"entities.enex":   {[]byte(`<?xml version="1.0"?>` + entities + `<en-export><note><title>t</title><content>&c;&f; ` + ferryBody + `</content></note></en-export>`), ""},
		"entities.rdf":    {[]byte(`<?xml version="1.0"?>` + entities + `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">&c;&f;</rdf:RDF>`), ""},
		"feed.xml":        {[]byte(`<?xml version="1.0"?><rss xmlns:content="x"><channel>` + strings.Repeat(`<item><content:encoded>b</content:encoded></item>`, some)), ""},
		"wallabag.json":   {[]byte("[" + strings.Repeat(`{"title":"t","content":"<p>b</p>"},`, some) + `{"title":"t","content":"<p>b</p>"}]`), "b"},
		"omnivore.zip":    {zipOfFiles(t, "metadata_0_to_20.json", `[{"slug":"../../etc/passwd","title":"t"},{"slug":"a","title":"`+ferryTitle+`"}]`, "content/a.html", good, "content/../../b.html", good), "Skerry"},
		"entries.zip":     {zipOfFiles(t, append([]string{"a.html", good}, names...)...), "Skerry"},
		"bomb.warc.gz":    {packed(t, record(good)+record(strings.Repeat(" ", 100<<20))), ""},
		"records.warc":    {[]byte(record(good) + strings.Repeat("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 2*some)), "Skerry"},
		"frames.mhtml":    {[]byte("From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; type=\"text/html\"\n\n--b\nContent-Type: text/html\n\n" + good + "\n" + strings.Repeat("--b\nContent-Type: text/html\n\nx\n", some) + "--b--\n"), "Skerry"},
		"proquest.txt":    {[]byte(strings.Repeat("____________________________________________________________\n\nDocument 1 of 9\n\nT\n\nFull text: b\n\n", some)), ""},
		"proquest.rtf":    {[]byte(`{\rtf1 ` + strings.Repeat(`____________________________________________________________\par Full text: b\par `, some) + "}"), ""},
		"review.eml":      {[]byte(mailHead + "Content-Type: text/html\n\n" + strings.Repeat("<h2>T</h2><p>Mail, 2 March 2024, Mira Solberg</p><p>b</p>", some/2)), ""},
		"winmail.eml":     {[]byte(mailHead + "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{0x78, 0x9f, 0x3e, 0x22}, 1<<20))), ""},
		"references.ris":  {[]byte(strings.Repeat("TY  - NEWS\nER  - \n", some)), ""},
		"references.bib":  {[]byte(strings.Repeat("@a{b,", some)), ""},
		"references.json": {[]byte("[" + strings.Repeat(`{"id":"a","type":"article","title":"t"},`, some) + `{"id":"a","type":"article"}]`), ""},
		"bookmarks.html":  {[]byte("<!DOCTYPE NETSCAPE-Bookmark-file-1>" + strings.Repeat(`<A HREF="x">`, some)), ""},
		"links.csv":       {[]byte("title,url,time_added,tags,status\n" + strings.Repeat("\"", many+1)), ""},
		"book.epub":       {zipOfFiles(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="../../o.opf"/></rootfiles></container>`, "../../o.opf", `<package><manifest><item id="a" href="../../../etc/passwd"/></manifest><spine>`+strings.Repeat(`<itemref idref="a"/>`, some)+`</spine></package>`), ""},
		"frontmatter.md":  {[]byte("---\n" + strings.Repeat("a: &x [*x]\n", some) + "---\n\n" + ferryBody), ""},
		"clip.webarchive": {[]byte("<?xml version=\"1.0\"?><plist><dict><key>WebMainResource</key>" + strings.Repeat("<dict><key>a</key>", some)), ""},
		"portfolio.pdf":   {[]byte("%PDF-1.7\n" + strings.Repeat("1 0 obj<</Type/Filespec/EF<</F 1 0 R>>>>endobj\n", 100_000) + "trailer<</Root 1 0 R>>\n%%EOF"), ""},
		"characters.txt":  {[]byte(strings.Repeat("\u200b\u2066\u00ad\ufeff", many) + ferryBody), ""},
		"references.html": {[]byte("<html><body><p>" + strings.Repeat("&#x110000;&ampampamp;", some) + "</p>" + good), ""},
		"attachments.eml": {[]byte(mailHead + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + strings.Repeat(ferryBody+"\n\n", 3) + "\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(zipOfFiles(t, "../../../tmp/a.html", good)) + "\n--b--\n"), "Skerry"},
	}
}

// TestHostileFiles: no hostile file ends the program, takes long or is taken
// for what it is not; what is good in it goes in, and nothing is written.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("reads hundreds of megabytes")
	}
	folder := t.TempDir()
	t.Chdir(folder)
	r := NewReader(draft.Options{})
	defer r.Close()
	for name, tt := range hostileFiles(t) {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			got, err := r.Bytes(t.Context(), name, tt.data)
			if d := time.Since(begun); d > hostileMost {
				t.Errorf("it took %v", d)
			}
			if err != nil {
				if tt.want != "" {
					t.Fatalf("nothing of it is read: %v", err)
				}
				return
			}
			found := tt.want == ""
			for _, h := range got.All() {
				checkArticle(t, h.Article)
				found = found || strings.Contains(h.Article.Text, tt.want)
				if strings.Contains(h.Article.Text, "root:") {
					t.Errorf("a file of the system stands in %q", h.Article.Text[:80])
				}
			}
			if !found {
				t.Errorf("%d articles, none with %q", len(got.All()), tt.want)
			}
		})
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%v, %v written", left, err)
	}
	if _, err := os.Stat(filepath.Join(os.TempDir(), "a.html")); err == nil {
		t.Error("a file was written outside")
	}
}

// TestManyArticlesAreReadSoon: five hundred articles of a database, as much as
// one hands out at a time, are read while a person waits.
func TestManyArticlesAreReadSoon(t *testing.T) {
	lines := []string{"Documents (500)"}
	body := strings.Repeat(ferryBody+" "+ferryMore+"\n", 12) // 350 words
	for i := range 500 {
		lines = append(lines, fmt.Sprintf("# %s %d", ferryTitle, i), "The Norhaven Mail", "March 2, 2024 Saturday", "Length: 350 words", "Byline: By Mira Solberg", "Body")
		lines = append(lines, strings.Split(strings.TrimSpace(body), "\n")...)
		lines = append(lines, "Load-Date: March 3, 2024", "End of Document")
	}
	for name, data := range map[string][]byte{
		"nexis.txt":  []byte(strings.ReplaceAll(strings.Join(lines, "\n\n"), "# ", "")),
		"nexis.docx": wordDocument(t, lines...),
		"nexis.rtf":  richText(lines...),
	} {
		begun := time.Now()
		all, err := ReadAll(name, bytes.NewReader(data))
		if err != nil || len(all) != 500 {
			t.Errorf("%s: %d articles, %v, want 500", name, len(all), err)
		}
		if d := time.Since(begun); d > 20*time.Second { // 1 where nothing else runs
			t.Errorf("%s: it took %v", name, d)
		}
		t.Logf("%s: %d articles of %d KB in %v", name, len(all), len(data)>>10, time.Since(begun).Round(time.Millisecond))
	}
}
