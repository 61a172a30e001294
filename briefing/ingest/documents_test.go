package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/draft"
	"github.com/google/go-cmp/cmp"
)

// zipped makes an archive of names and contents, in turn.
func zipped(t testing.TB, members ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: members[i], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, members[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordStart = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	wordEnd   = `</w:body></w:document>`
	coreXML   = `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>From the properties</dc:title><dc:creator>whoever saved it</dc:creator></cp:coreProperties>`
	openStart = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>`
	openEnd   = `</office:text></office:body></office:document-content>`
)

func utf16LE(s string) string {
	var b strings.Builder
	b.WriteString("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

func TestDocuments(t *testing.T) {
	for _, tt := range []struct {
		name, file string
		data       []byte
		title      string
		want       []string
	}{
		{"Word", "a.docx", zipped(t, "[Content_Types].xml", "", "docProps/core.xml", coreXML, "word/document.xml", wordStart+
			`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The bridge</w:t></w:r></w:p>`+
			`<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve">often </w:t></w:r></w:ins><w:r><w:t>met</w:t><w:br/><w:t>here.</w:t></w:r></w:p>`+
			`<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r></w:p><w:p/>`+
			`<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr><w:r><w:t>“Good.”</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`+wordEnd),
			"From the properties", []string{"heading: The bridge", "body: They often met|here.", "list: one\ttwo", "quote: “Good.”"}},
		{"Word with a title", "a.docx", zipped(t, "word/document.xml", wordStart+
			`<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Talks</w:t></w:r></w:p><w:p><w:r><w:t>They met.</w:t></w:r></w:p>`+wordEnd, "docProps/core.xml", coreXML),
			"Talks", []string{"heading: Talks", "body: They met."}},
		{"Word, great first letter, numbers, footnote, description", "a.docx", zipped(t, "word/document.xml", wordStart+
			`<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p><w:p><w:r><w:t>hey met.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing><wp:docPr descr="Two men at a table"/></w:drawing></w:r></w:p>`+
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>open it</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>soon</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>share it</w:t></w:r></w:p>`+
			`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Next</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A draft.</w:t></w:r><w:r><w:t>They left.</w:t></w:r></w:p>`+wordEnd,
			"word/styles.xml", `<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
			"word/numbering.xml", `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
			"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>In the town hall.</w:t></w:r></w:p></w:footnote></w:footnotes>`),
			"", []string{"body: They met.", "furniture: Two men at a table", "list: 1. open it", "list: 1.a) soon", "list: 2. share it", "heading: Next", "body: They left.", "furniture: A draft.", "furniture: In the town hall."}},
		{"Word in UTF-16, under another name", "a.docx", zipped(t, "_rels/.rels", `<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>`, "word/document2.xml",
			utf16LE(strings.Replace(wordStart, "UTF-8", "UTF-16", 1)+`<w:p><w:r><w:t>Żółć płynie.</w:t></w:r></w:p>`+wordEnd)), "", []string{"body: Żółć płynie."}},
		{"OpenDocument with numbers and a picture", "a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", strings.Replace(openStart, "<office:body>",
			`<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style><style:style style:name="P9" style:parent-style-name="Quotations"/></office:automatic-styles><office:body>`, 1)+
			`<text:p>They met.<draw:frame><svg:title>Two men at a table</svg:title></draw:frame></text:p><text:list text:style-name="L1"><text:list-item><text:p>open it</text:p></text:list-item><text:list-item><text:p>share it</text:p></text:list-item></text:list><text:p text:style-name="P9">“Good.”</text:p>`+openEnd),
			"", []string{"body: They met.", "furniture: Two men at a table", "list: 1. open it", "list: 2. share it", "quote: “Good.”"}},
		{"RTF fragment with numbers and a footnote", "a.rtf", []byte(`{\pard \outlinelevel0 Talks\par}{\pard They met.{\super\chftn}{\*\footnote\chftn\~In the town hall.}\par}{\pard 1.\tx360\tab open it\par}{\pard {\v A draft.}They left.\par}`),
			"Talks", []string{"heading: Talks", "body: They met.", "list: 1.\topen it", "body: They left.", "furniture: In the town hall.", "furniture: A draft."}},
		{"OpenDocument", "a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", openStart+
			`<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h>The bridge</text:h>`+
			`<text:p>They<text:s/>met<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note> here.</text:p>`+
			`<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><text:p text:style-name="Quotations">“Good.”</text:p>`+openEnd),
			"The bridge", []string{"heading: The bridge", "body: They met here.", "list: one", "quote: “Good.”", "furniture: A note."}},
		{"e-book", "a.epub", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="in/b.opf"/></rootfiles></container>`,
			"in/b.opf", `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Talks</dc:title></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="2" href="two.xhtml"/><item id="1" href="one%20a.xhtml"/></manifest>`+
				`<spine><itemref idref="n"/><itemref idref="1"/><itemref idref="2"/></spine></package>`,
			"in/two.xhtml", `<html><body><p>Then they left.</p></body></html>`, "in/one a.xhtml", `<html><head><title/></head><body><h1>The bridge</h1><p>They met.</p></body></html>`,
			"in/nav.xhtml", `<html><body>Contents</body></html>`),
			"Talks", []string{"heading: The bridge", "body: They met.", "body: Then they left."}},
		{"RTF", "a.rtf", []byte(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Talks}{\author whoever saved it}}{\*\generator x;}` + "\r\n" +
			`\pard\outlinelevel0 The bridge\par\pard Jos\'e9 said \ldblquote good\rdblquote  \u8212? and {\b lef` + "\r\n" + `t}.\line Twice.\par{\header Page}\uc2\u-10179??\u-9191?? x\par` + `{\pict 89504e47}{\bin3 }}}\pard\ls1 one\tab two\par}`),
			"Talks", []string{"heading: The bridge", "body: José said “good” — and left.|Twice.", "body: 🐙 x", "list: one\ttwo"}},
		{"Word, a table, and a row of running text", "a.docx", zipped(t, "word/document.xml", wordStart+
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Wheat</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>40 t</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Rye</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>7 t</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>They met.</w:t></w:r></w:p><w:p><w:r><w:t>They left.</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Beside</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>The end.</w:t></w:r></w:p>`+wordEnd),
			"", []string{"body: Wheat\t40 t", "body: Rye\t7 t", "body: They met.", "body: They left.", "body: Beside", "body: The end."}},
		{"OpenDocument, a table", "a.odt", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", strings.Replace(openStart, "xmlns:text", "xmlns:table=\"b\" xmlns:text", 1)+
			`<table:table><table:table-row><table:table-cell><text:p>Wheat</text:p></table:table-cell><table:table-cell><text:p>40 t</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Rye</text:p></table:table-cell><table:table-cell><text:p>7 t</text:p></table:table-cell></table:table-row></table:table><text:p>The end.</text:p>`+openEnd),
			"", []string{"body: Wheat\t40 t", "body: Rye\t7 t", "body: The end."}},
		{"RTF in Russian", "a.rtf", []byte(`{\rtf1\ansicpg1251 \'cc\'e8\'f0.}`), "", []string{"body: Мир."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read(tt.file, bytes.NewReader(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			var got []string
			for _, p := range a.Paragraphs {
				got = append(got, string(p.Kind)+": "+strings.ReplaceAll(p.Of(a.Text), "\n", "|"))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || a.Title != tt.title || a.Byline != "" {
				t.Errorf("title %q, byline %q, want %q and none; paragraphs (-want +got):\n%s", a.Title, a.Byline, tt.title, diff)
			}
		})
	}
}

func TestDocumentsWithLimits(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	io.CopyN(w, endless{}, 20<<20)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var many []string
	for i := range archive.MaxMembers + 1 {
		many = append(many, fmt.Sprintf("word/%d", i), "")
	}
	whole := zipped(t, "word/document.xml", wordStart+"<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"+wordEnd)
	for _, tt := range []struct {
		name, file string
		data       []byte
		want       error
	}{
		{"bomb", "a.docx", bomb.Bytes(), briefing.ErrTooLarge},
		{"too many members", "a.docx", zipped(t, many...), briefing.ErrTooLarge},
		{"cut short", "a.docx", whole[:len(whole)/2], briefing.ErrDamaged},
		{"no document inside", "a.docx", zipped(t, "word/other.xml", ""), briefing.ErrDamaged},
		{"no text inside", "a.odt", zipped(t, "content.xml", openStart+openEnd), briefing.ErrEmpty},
		{"book without chapters", "a.epub", zipped(t, "META-INF/container.xml", "<container/>"), briefing.ErrDamaged},
		{"unclosed groups", "a.rtf", []byte(`{\rtf1` + strings.Repeat("{", 100_000)), briefing.ErrEmpty},
		{"length past the end", "a.rtf", []byte(`{\rtf1\bin2147483647 x}`), briefing.ErrEmpty},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := Read(tt.file, bytes.NewReader(tt.data)); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

// TestClippingHead: what a program that clips articles writes above them is
// their metadata, not their text, in Markdown and in plain text.
func TestClippingHead(t *testing.T) {
	const text = "The ministers met in Strelsau on Thursday and agreed on the water of the Elphen."
	for _, tt := range []struct{ name, file, in, want string }{
		{"Obsidian Web Clipper", "a.md", "---\ntitle: \"Water\"\nsource: \"https://courier.example/a\"\nauthor:\n  - \"[[Ana Prado]]\"\n  - \"[[Jon Vale]]\"\npublished: 2019-12-05\ncreated: 2026-01-02\n---\n" + text + " [[Strelsau|The town]] has ==two bridges==.\n\n> [!note] Bridges\n> They are old.[^1]\n\n[^1]: From a guide.\n",
			"Water|Ana Prado, Jon Vale|https://courier.example/a|2019-12-05|" + text + " The town has two bridges.|Bridges They are old.|From a guide."},
		{"MarkDownload", "a.md", "# Water\n\n> ## Excerpt\n> Two days.\n\n---\n[Source](https://courier.example/a)\n\n---\n" + text + "\n", "Water||https://courier.example/a||Water|" + text},
		{"Readwise", "a.md", "# Water\n\n![cover](https://courier.example/c.png)\n\n## Metadata\n- Author: [[Ana Prado]]\n- Full Title: Water\n- Category: #articles\n- URL: https://courier.example/a\n\n## Full Document\n" + text + "\n",
			"Water|Ana Prado|https://courier.example/a||Water|" + text},
		{"Omnivore", "a.md", "---\nid: 1-2\ntitle: Water\nauthor: Ana Prado\ndate_saved: 2026-01-02\ndate_published: 2019-12-05\n---\n\n# Water\n#Omnivore\n\n[Read on Omnivore](https://omnivore.example/a)\n[Read Original](https://courier.example/a)\n\n" + text + "\n",
			"Water|Ana Prado|https://courier.example/a|2019-12-05|Water|" + text},
		{"lines above a plain text", "a.txt", "Title: Water\nAuthor: Ana Prado\nSource: The Courier\nURL: https://courier.example/a\nDate: 5 December 2019\n\n" + text + "\n", "Water|Ana Prado|https://courier.example/a|2019-12-05|" + text},
		{"front matter of a plain text", "a.txt", "---\ntitle: Water\ndate: 2019-12-05\n---\n" + text + "\n", "Water|||2019-12-05|" + text},
		{"a text that begins with one such word", "a.txt", "Note: " + text + "\n", "||||Note: " + text},
		{"an interview", "a.txt", "Author: Why now?\n\nMinister: Because the water is low.\n", "||||Author: Why now?|Minister: Because the water is low."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read(tt.file, strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			got := []string{a.Title, a.Byline, a.URL, a.Published.String()}
			for _, p := range a.Paragraphs {
				if p.Kind != briefing.Furniture {
					got = append(got, p.Of(a.Text))
				}
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("read %q\n got %q\nwant %q", tt.in, s, tt.want)
			}
		})
	}
}

func TestDatelineIsOffered(t *testing.T) {
	for in, want := range map[string]string{
		"OSLO, 5 December 2019 – The ministers met and agreed on the water.\n":            "2019-12-05 stands in the dateline",
		"Strelsau, December 5, 2019 (Courier) - The ministers met.\n":                     "2019-12-05 stands in the dateline",
		"They met on 5 December 2019 – the day of the flood – and agreed on the water.\n": "",
	} {
		a, notes, err := Read("a.txt", strings.NewReader(in))
		if err != nil || a.Published.Known() || noteText(notes, draft.DateUnsure) != want {
			t.Errorf("read %q: published %v, note %q, %v; want the note %q", in, a.Published, noteText(notes, draft.DateUnsure), err, want)
		}
	}
}

// TestBookChapters: the encoding and the head of a chapter are its own, and
// the day on which a program made the book is not that of the article.
func TestBookChapters(t *testing.T) {
	book := func(chapter string) []byte {
		return zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>`,
			"o.opf", `<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Water</dc:title><dc:date>2026-11-29</dc:date></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`, "a.xhtml", chapter)
	}
	const text = "<p>The ministers met in Strelsau on Thursday.</p>"
	for _, tt := range []struct{ name, chapter, want string }{
		{"its own head", `<html><head><title>Water</title><meta property="article:published_time" content="2019-12-05"/><meta name="author" content="Ana Prado"/></head><body>` + text + `</body></html>`, "Ana Prado|2019-12-05|The ministers met in Strelsau on Thursday."},
		{"made by a converter", `<html><head><title>Water</title><meta name="generator" content="pandoc"/></head><body>` + text + `</body></html>`, "||The ministers met in Strelsau on Thursday."},
		{"another encoding", "<?xml version=\"1.0\" encoding=\"windows-1251\"?><html><body><p>\xcc\xe8\xed\xe8\xf1\xf2\xf0\xfb \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb\xe8\xf1\xfc.</p></body></html>", "|2026-11-29|Министры встретились."},
		{"a footnote", `<html><body><p>The ministers met.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote"><p>In the town hall.</p></aside></body></html>`, "|2026-11-29|The ministers met.|furniture: In the town hall."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.epub", bytes.NewReader(book(tt.chapter)))
			if err != nil {
				t.Fatal(err)
			}
			got := []string{a.Byline, a.Published.String()}
			for _, p := range a.Paragraphs {
				s := p.Of(a.Text)
				if p.Kind == briefing.Furniture {
					s = "furniture: " + s
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}
