package ingest

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// toldAs is how the README and the user guide call the kinds of one article, by
// their reader. The guide names only those that have a name of their own.
var toldAs = map[string]struct {
	word    string
	inGuide bool
}{
	"docx": {"Word", true}, "odt": {"OpenDocument", true}, "epub": {"EPUB", true}, "rtf": {"RTF", true}, "pdfium": {"PDF", true},
	"mhtml": {"MHTML", false}, "mail": {"mail", false}, "readability": {"HTML", false}, "goldmark": {"Markdown", true}, "text": {"text", false},
}

// TestEveryKindIsTold wants each kind of file that is one article in the README,
// the user guide, and what the packages offer the program for on Linux and
// Windows.
func TestEveryKindIsTold(t *testing.T) {
	read := func(path string) string {
		data, err := os.ReadFile("../../" + path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	desktop, installer, readme := read(".ci/packaging/org.example.attache.desktop"), read(".ci/packaging/windows/attache.nsi"), read("README.md")
	for _, k := range slices.Concat(documentKinds(), textKinds()) {
		told, ok := toldAs[k.reader]
		if !ok {
			t.Errorf("%s: tell in this test how the README calls it", k.reader)
			continue
		}
		if !strings.Contains(readme, told.word) {
			t.Errorf("the README does not name %q", told.word)
		}
		for _, language := range []string{"en", "es", "fr"} {
			if told.inGuide && !strings.Contains(read("assets/guide/"+language+".md"), told.word) {
				t.Errorf("the guide in %s does not name %q", language, told.word)
			}
		}
		if !strings.Contains(desktop, k.mediaType+";") {
			t.Errorf("the desktop file does not offer %s", k.mediaType)
		}
		for _, ext := range k.exts {
			if !strings.Contains(installer, `"`+ext+`"`) {
				t.Errorf("the installer does not offer %s", ext)
			}
		}
	}
}
