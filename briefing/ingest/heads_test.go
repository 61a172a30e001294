package ingest

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestPlainHeads: what stands at the top of a plain text says what it is, by
// the names of fields in several languages, or by the lines under the headline.
func TestPlainHeads(t *testing.T) {
	const headline, text = "Water talks end in Strelsau", "\n\nThe ministers of Ruritania and Tessaly met on Thursday, and agreed on the water of the upper valley.\n\nA second meeting is planned for the spring.\n"
	for _, tt := range []struct{ name, file, want string }{
		{"German", "Titel: " + headline + "\r\nAutorin: Ana Prado\r\nZeitung: Der Kurier\r\nDatum: 05.12.2019\r\n", headline + "|Ana Prado|2019-12-05|Der Kurier"},
		{"French", "Titre : " + headline + "\nAuteure : Ana Prado\nPublié le : 5 décembre 2019\n", headline + "|Ana Prado|2019-12-05|"},
		{"Italian", "Titolo: " + headline + "\nAutrice: Ana Prado\nFonte: Il Corriere\nData: 5 dicembre 2019\n", headline + "|Ana Prado|2019-12-05|Il Corriere"},
		{"a field that says nothing of it between", "Title: " + headline + "\nSection: World\nPage: 4\nAuthor: Ana Prado\nDate: 5 December 2019\n", headline + "|Ana Prado|2019-12-05|"},
		{"lines under the headline", "\uFEFF" + headline + "\nBy Ana Prado\n5 December 2019\n", headline + "|Ana Prado|2019-12-05|"},
		{"the day, then the writer", headline + "\n\nThursday, 5 December 2019, 8:15\n\nPor Ana Prado y Jon Vale\n", headline + "|Ana Prado y Jon Vale|2019-12-05|"},
		{"both on one line", headline + "\n\nBy Ana Prado, Strelsau | 5 December 2019\n", headline + "|Ana Prado|2019-12-05|"},
		{"a name in capitals, then the day", headline + "\nANA PRADO\n5 December 2019\n", headline + "|ANA PRADO|2019-12-05|"},
		{"a name in capitals, then the dateline", headline + "\n\nANA PRADO\n\nSTRELSAU (RNA) — The talks have ended.\n", headline + "|ANA PRADO||"},
		{"a name in capitals, then the text", headline + "\n\nANA PRADO\n", "|||"},
		{"a name as names are written", headline + "\n\nAna Prado\n\nSTRELSAU (RNA) — The talks have ended.\n", "|||"},
		{"no name in capitals", headline + "\nWORLD NEWS\n5 December 2019\n", "|||"},
		{"a headline in capitals that goes on", "WATER TALKS END\nANA PRADO LEAVES\n5 December 2019\n", "|||"},
		{"a sentence", headline + "\n\nBy Thursday they had agreed.\n", "|||"},
		{"a day in a sentence", headline + "\n\nThe talks began on 5 December 2019 and went on.\n", "|||"},
		{"a day above it", "Thursday, 5 December 2019\n\n6 December 2019\n", "|||"},
	} {
		a, _, err := Read("a.txt", strings.NewReader(tt.file+text))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join([]string{a.Title, a.Byline, a.Published.String(), a.Outlet}, "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestClippingsOfReadwise: fields that no one else has do not end the head.
func TestClippingsOfReadwise(t *testing.T) {
	const note = "# Water talks end\n\n![rw-book-cover](https://a.example/c.png)\n\n## Metadata\n- Author: [[Ana Prado]]\n- Full Title: Water talks end\n- Category: #articles\n- Library Shelf: second\n- Published Date: 2019-12-05\n- URL: https://a.example/water\n\n## Full Document\nThe ministers met in Strelsau.\n"
	a, _, err := Read("a.md", strings.NewReader(note))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join([]string{a.Title, a.Byline, a.Published.String(), a.URL}, "|"), "Water talks end|Ana Prado|2019-12-05|https://a.example/water"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestXMLInOtherEncodings: a feed is read in the encoding that it declares, or
// in the one that its letters show, where its contents are tags too.
func TestXMLInOtherEncodings(t *testing.T) {
	feed := func(declared string) string {
		return `<?xml version="1.0"` + declared + `?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Gespräche über Wasser</title><link href="https://a.example/w"/><published>2019-12-05T08:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Ministerin sprach über das Wasser der Täler.</p></div></content></entry></feed>`
	}
	latin, err := charmap.Windows1252.NewEncoder().String(feed(` encoding="iso-8859-1"`))
	if err != nil {
		t.Fatal(err)
	}
	silent, err := charmap.Windows1252.NewEncoder().String(feed(""))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"UTF-8": feed(""), "Latin-1": latin, "Latin-1, not declared": silent, "UTF-16": string(inUTF16(feed(` encoding="utf-16"`)))} {
		a, _, err := Read("a.xml", strings.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Title != "Gespräche über Wasser" || !strings.Contains(a.Text, "über das Wasser der Täler") {
			t.Errorf("%s: %q, %q", name, a.Title, a.Text)
		}
	}
}
