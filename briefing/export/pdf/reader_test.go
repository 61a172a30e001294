package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// crowd returns a briefing with members on two sides and so many topics.
func crowd(members, topics int) briefing.Briefing {
	b := testBriefing()
	for i := range b.Sections {
		s := &b.Sections[i]
		from := []briefing.Evidence{{Article: b.Articles[0].ID, Span: briefing.Span{Start: 0, End: 1}}}
		switch s.Kind {
		case briefing.DelegationsSection:
			s.Lines = nil
			for n := range members {
				for _, side := range []string{"Veldland", "Osmara"} {
					s.Lines = append(s.Lines, briefing.Line{ID: briefing.LineID(fmt.Sprint(side, n)), Kind: briefing.ExtractLine, Status: briefing.Verified,
						From: from, Rank: 9, Wording: briefing.Wording{Text: fmt.Sprintf("Member %c%c of", side[0], 'A'+n), Title: fmt.Sprintf("Office %c%c held", side[0], 'A'+n), Side: side, Head: n == 0}})
				}
			}
		case briefing.AgendaSection:
			for n := range topics {
				s.Lines = append(s.Lines, briefing.Line{ID: briefing.LineID(fmt.Sprint("topic", n)), Kind: briefing.ExtractLine, Status: briefing.Verified,
					From: from, Rank: 1, Wording: briefing.Wording{Text: fmt.Sprintf("the %d. topic of the talks on the river and its banks", n)}})
			}
		}
	}
	return b
}

// TestColumnsStayWhole has Poppler read delegations in two columns at every
// density, as Evince copies them: a member's office follows the member's name.
func TestColumnsStayWhole(t *testing.T) {
	seen := map[int]bool{}
	for _, c := range []struct{ members, topics int }{{1, 0}, {2, 0}, {3, 2}, {5, 4}, {6, 8}, {4, 14}, {3, 18}, {4, 20}, {5, 22}, {6, 40}} {
		p, held, err := page.Fit(crowd(c.members, c.topics), page.A4)
		if err != nil {
			t.Fatal(err)
		}
		seen[held.Density] = true
		var b bytes.Buffer
		if err := Write(&b, p, Options{}); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(tool(t, b.Bytes(), "pdftotext", "FILE", "-")), " ")
		for n := range c.members {
			for _, side := range []string{"V", "O"} {
				id := side + string(rune('A'+n))
				_, after, found := strings.Cut(text, "Member "+id+" of")
				after = strings.TrimPrefix(strings.TrimSpace(after), "HEAD ")
				if !found || !strings.HasPrefix(after, "Office "+id+" held") {
					t.Errorf("%d members, density %d: behind member %s stands %.60q", c.members, held.Density, id, after)
				}
			}
		}
	}
	if len(seen) < 4 {
		t.Errorf("only densities %v were tried", seen)
	}
}

// TestOtherReaders has other programs read a page: what they say must be what
// is drawn.
func TestOtherReaders(t *testing.T) {
	b := testBriefing()
	b.Articles[0].URL = "https://news.example.org/fl\u00fcsse/the river?q=\u20ac"
	p, _, err := page.Fit(b, page.A4)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	o := testOptions()
	o.Title = "Talks on the river"
	if err := Write(&out, p, o); err != nil {
		t.Fatal(err)
	}
	data := out.Bytes()
	t.Run("Ghostscript's text", func(t *testing.T) {
		text := tool(t, data, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", "FILE")
		for _, want := range []string{"efficient offices, fjord ferries and baffling affluence", "José Łukasz Đặng"} {
			if !strings.Contains(text, want) {
				t.Errorf("Ghostscript reads no %q in\n%s", want, text)
			}
		}
	})
	t.Run("Ghostscript's PDF/A", func(t *testing.T) {
		if testing.Short() {
			t.Skip("the conversion takes a while")
		}
		to := filepath.Join(t.TempDir(), "a.pdf")
		said := tool(t, data, "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFA=2", "-dPDFACompatibilityPolicy=1", "-sColorConversionStrategy=RGB", "-sDEVICE=pdfwrite", "-sOutputFile="+to, "FILE")
		for _, line := range strings.Split(said, "\n") {
			if strings.Contains(line, "title") || strings.Contains(line, "UTF-16") || strings.Contains(line, "reverting") {
				t.Errorf("Ghostscript says %s", line)
			}
		}
		anew, err := os.ReadFile(to)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(anew, []byte("pdfaid")) {
			t.Error("what Ghostscript made is no PDF/A")
		}
		text := tool(t, anew, "pdftotext", "-raw", "FILE", "-")
		if want := "efficient offices, fjord ferries and baffling affluence"; !strings.Contains(text, want) {
			t.Errorf("after the conversion pdftotext reads no %q in\n%s", want, text)
		}
	})
	t.Run("Poppler's structure", func(t *testing.T) {
		tree := tool(t, data, "pdfinfo", "-struct-text", "FILE")
		marking := strings.Index(tree, "UNCLASSIFIED")
		if marking < 0 || !strings.Contains(tree, "TLP:AMBER") || marking > strings.Index(tree, "H1") {
			t.Errorf("the structure does not begin with the marking:\n%.600s", tree)
		}
	})
	t.Run("Poppler's information", func(t *testing.T) {
		info := tool(t, data, "pdfinfo", "FILE")
		for _, want := range []string{"UNCLASSIFIED TLP:AMBER", "CreationDate:"} {
			if !strings.Contains(info, want) {
				t.Errorf("pdfinfo says no %q:\n%s", want, info)
			}
		}
	})
	t.Run("Poppler's links", func(t *testing.T) {
		links := tool(t, data, "pdfinfo", "-url", "FILE")
		if want := "https://news.example.org/fl%C3%BCsse/the%20river?q=%E2%82%AC"; !strings.Contains(links, want) {
			t.Errorf("pdfinfo finds no %q in\n%s", want, links)
		}
	})
	t.Run("qpdf's languages", func(t *testing.T) {
		source := tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
		for _, want := range []string{"/Lang (und-Cyrl)", "/Lang (el)"} {
			if !strings.Contains(source, want) {
				t.Errorf("no text is marked %s", want)
			}
		}
		if !strings.Contains(source, "(Talks on the river)") {
			t.Error("an ASCII title is not written as ASCII")
		}
	})
}

// TestLabelsInAnotherLanguage looks whether a line in the language of its
// article says so, and its label that it is in that of the page.
func TestLabelsInAnotherLanguage(t *testing.T) {
	b := testBriefing()
	b.Details.Language = "es"
	b.Articles[0].Language = "en"
	p, _, err := page.Fit(b, page.A4)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(&out, p, Options{Language: "es"}); err != nil {
		t.Fatal(err)
	}
	c, err := newClaimed(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	elements := 0
	if err := c.walk(func(_ string, e pdfDict, _ []string) error {
		if lang, _ := e["Lang"].(pdfString); string(lang) == "en" {
			elements++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if elements < 8 || !bytes.Contains(c.content, []byte("/Span <</Lang (es)>> BDC")) {
		t.Errorf("%d elements are English; labels within them marked as Spanish: %v", elements, bytes.Contains(c.content, []byte("/Lang (es)")))
	}
}
