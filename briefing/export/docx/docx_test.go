package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/page"
	"github.com/pdfcpu/pdfcpu/pkg/api"
)

func docxOf(t testing.TB, b briefing.Briefing, paper page.Paper, o export.Options) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := Write(&w, b, paper, o); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// unzipped returns the parts of a document, and fails if one is not
// well-formed XML.
func unzipped(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	last := ""
	for _, f := range z.File {
		if f.Name <= last {
			t.Errorf("%s comes behind %s", f.Name, last)
		}
		last = f.Name
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
		dec := xml.NewDecoder(bytes.NewReader(text))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in\n%s", f.Name, err, text)
			}
		}
	}
	return parts
}

// wordsIn returns the text of a part.
func wordsIn(t testing.TB, part string) string {
	t.Helper()
	var s strings.Builder
	dec := xml.NewDecoder(strings.NewReader(part))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return s.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.CharData:
			s.Write(tok)
		case xml.EndElement:
			if tok.Name.Local == "p" {
				s.WriteByte('\n')
			}
		}
	}
}

func TestDOCX(t *testing.T) {
	o := exporttest.Options()
	o.Author = false
	data := docxOf(t, exporttest.Briefing(), page.A4, o)
	if !bytes.Equal(data, docxOf(t, exporttest.Briefing(), page.A4, o)) {
		t.Error("twice the same briefing gives different bytes")
	}
	parts := unzipped(t, data)
	exporttest.Golden(t, "document.xml", []byte(parts["word/document.xml"]))
	text := wordsIn(t, parts["word/document.xml"])
	exporttest.Golden(t, "document.txt", []byte(text))
	if strings.Contains(fmt.Sprint(parts), "Rassendyll") {
		t.Error("the author is named without being chosen")
	}
	if !strings.Contains(docxPart(t, exporttest.Options(), "docProps/core.xml"), "<dc:creator>R. Rassendyll</dc:creator>") {
		t.Error("the author is not named though chosen")
	}
	for _, name := range []string{"word/header1.xml", "word/footer1.xml"} {
		if s := wordsIn(t, parts[name]); !strings.Contains(s, "DESK USE") || !strings.Contains(s, "TLP:GREEN") {
			t.Errorf("%s is %q, want the marking", name, s)
		}
	}
	if s := wordsIn(t, parts["word/footer1.xml"]); !strings.Contains(s, "Page 1 of 1") || !strings.Contains(s, "1 further line on file") {
		t.Errorf("the footer is %q", s)
	}
	if rels := parts["word/_rels/document.xml.rels"]; strings.Contains(rels, "javascript") || !strings.Contains(rels, "https://courier.example/bridge?a=1&amp;b=2") {
		t.Errorf("links are\n%s", rels)
	}
}

func docxPart(t *testing.T, o export.Options, name string) string {
	t.Helper()
	return unzipped(t, docxOf(t, exporttest.Briefing(), page.Letter, o))[name]
}

// TestDOCXHoldsAnyWords puts exporttest.Injections everywhere: the document stays
// well-formed and shows them.
func TestDOCXHoldsAnyWords(t *testing.T) {
	for _, words := range append(exporttest.Injections, "]]>", "<w:p/>", "&amp;", "\ufffe", "a\u2028b") {
		b := exporttest.Briefing()
		for i := range b.Sections {
			b.Sections[i].Label = words
			for j := range b.Sections[i].Lines {
				l := &b.Sections[i].Lines[j]
				l.Text, l.Title, l.Speaker, l.Marking, l.Parties = words, words, words, words, []string{words}
			}
		}
		b.Details.Marking, b.Articles[0].Title, b.Articles[0].URL = words, words, words
		text := wordsIn(t, unzipped(t, docxOf(t, b, page.A4, exporttest.Options()))["word/document.xml"])
		want := strings.Map(func(r rune) rune {
			if r < ' ' || r == 0xFFFE {
				return 0xFFFD
			}
			return r
		}, export.OneLine(words))
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the document:\n%s", want, text)
		}
	}
}

// full returns a briefing of random lines that fills n lines or more.
func full(r *rand.Rand, n int) briefing.Briefing {
	b := exporttest.Briefing()
	words := strings.Fields(exporttest.Text)
	say := func(n int) string {
		var s []string
		for range 1 + r.Intn(n) {
			s = append(s, words[r.Intn(len(words))])
		}
		return strings.Join(s, " ")
	}
	for i := range n {
		kind := 1 + r.Intn(len(b.Sections)-1)
		l := exporttest.Line(fmt.Sprintf("more%d", i), briefing.ExtractLine, briefing.Suggested, briefing.Wording{Text: say(30)},
			exporttest.From(1, "tolls", "Tuesday"))
		l.Rank = r.Float64()
		switch b.Sections[kind].Kind {
		case briefing.DelegationsSection:
			l.Text, l.Title, l.Side = say(3), say(8), []string{"Ruritania", "Sylvania", "Zembla", "Borduria"}[r.Intn(4)]
		case briefing.QuotesSection:
			l.Kind, l.Speaker, l.Title = briefing.QuoteLine, say(4), say(5)
		case briefing.AgreementsSection:
			l.Parties, l.Mode = []string{"Ruritania", "Sylvania"}, "agreed"
		}
		b.Sections[kind].Lines = append(b.Sections[kind].Lines, l)
	}
	return b
}

// TestDOCXIsOnePage opens documents in LibreOffice and counts pages.
func TestDOCXIsOnePage(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed (soffice)")
	}
	if testing.Short() {
		t.Skip("starting LibreOffice takes a while")
	}
	dir := t.TempDir()
	r := rand.New(rand.NewSource(4))
	var files []string
	for i := range 24 {
		b, paper := full(r, i*4), page.A4
		if i%2 == 1 {
			paper = page.Letter
		}
		_, held, err := page.Fit(b, paper)
		if err != nil {
			t.Fatal(err)
		}
		o := exporttest.Options()
		o.Held = held
		name := filepath.Join(dir, fmt.Sprintf("%02d.docx", i))
		if err := os.WriteFile(name, docxOf(t, b, paper, o), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + dir + "/profile", "--convert-to", "pdf", "--outdir", dir}, files...)
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, f := range files {
		n, err := api.PageCountFile(strings.TrimSuffix(f, ".docx") + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		if n != 1 {
			t.Errorf("%s has %d pages, want 1", filepath.Base(f), n)
		}
	}
}

func BenchmarkDOCX(b *testing.B) {
	br, o := exporttest.Briefing(), exporttest.Options()
	for b.Loop() {
		if err := Write(io.Discard, br, page.A4, o); err != nil {
			b.Fatal(err)
		}
	}
}
