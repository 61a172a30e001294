package ingest

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
)

var update = flag.Bool("update", false, "write the .want files of testdata")

// TestMain lets the test program be its own child process.
func TestMain(m *testing.M) {
	if ChildMain(os.Args[1:]) {
		return
	}
	if misbehave(os.Args[1:]) {
		return
	}
	flag.Parse()
	os.Exit(m.Run())
}

// TestRead reads the files of testdata. What is wanted stands beside each in
// a .want file: the metadata, the notes, and the paragraphs with their kinds.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		if filepath.Ext(path) == ".want" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			a, notes, err := Read(path, bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			got := describe(a, notes)
			if *update {
				if err := os.WriteFile(path+".want", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path + ".want")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", path, diff)
			}
		})
	}
}

// describe writes an article out for comparison.
func describe(a *briefing.Article, notes []draft.Note) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\noutlet: %s\nbyline: %s\nurl: %s\nlanguage: %s\npublished: %s\n",
		a.Title, a.Outlet, a.Byline, a.URL, a.Language, a.Published)
	fmt.Fprintf(&b, "source: %s, %s, %s\n", a.Source.MediaType, a.Source.Reader, a.Source.Encoding)
	for _, n := range notes {
		fmt.Fprintf(&b, "note: %s: %s\n", n.Code, n.Text)
	}
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "\n%s: %s\n", p.Kind, p.Of(a.Text))
	}
	return strings.ReplaceAll(b.String(), ": \n", ":\n")
}

// checkArticle checks what is promised of every article.
func checkArticle(t testing.TB, a *briefing.Article) {
	t.Helper()
	if a.ID != briefing.IDOf(a.Text) {
		t.Errorf("ID is not that of the text %.60q", a.Text)
	}
	if !utf8.ValidString(a.Text) || strings.ContainsFunc(a.Text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
		t.Errorf("text is not canonical: %.60q", a.Text)
	}
	if len(a.Text) > MaxText {
		t.Errorf("text has %d bytes", len(a.Text))
	}
	end := 0
	for _, p := range a.Paragraphs {
		if p.Start < end || !p.Valid(a.Text) {
			t.Fatalf("paragraph %v after byte %d is not valid in %.60q", p, end, a.Text)
		}
		if gap := a.Text[end:p.Start]; strings.TrimSpace(gap) != "" {
			t.Errorf("%.60q is in no paragraph", gap)
		}
		end = p.End
	}
	if rest := a.Text[end:]; strings.TrimSpace(rest) != "" {
		t.Errorf("%.60q is in no paragraph", rest)
	}
	for field, s := range map[string]string{"title": a.Title, "outlet": a.Outlet, "byline": a.Byline, "URL": a.URL, "language": a.Language} {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
			t.Errorf("%s is not one clean line: %q", field, s)
		}
	}
}

func TestReadKeepsTheBytesOfText(t *testing.T) {
	for name, text := range map[string]string{
		"plain":            "One day.\n\nTwo days.\n",
		"blanks at ends":   "\n\n  One day. \t\n   \n Two days.   ",
		"no-break spaces":  "One\u00A0day.\n\u00A0\nTwo\u202Fdays.",
		"odd line ends":    "One day.\u2028Two days.\u0085Three.",
		"combining letter": "Jose\u0301 came.",
		"private and rare": "\uE000 \U0001F41F \u200B word \uFEFF",
	} {
		t.Run(name, func(t *testing.T) {
			a, _, err := Read("a.txt", strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			if a.Text != text {
				t.Errorf("Read(%q).Text = %q", text, a.Text)
			}
		})
	}
}

func TestReadCanonicalText(t *testing.T) {
	for _, tt := range []struct{ name, in, want, note string }{
		{"CRLF", "One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.\n", ""},
		{"old Macintosh", "One.\r\rTwo.", "One.\n\nTwo.", ""},
		{"byte order mark", "\uFEFFOne.", "One.", ""},
		{"NUL and bell keep their places", "One\x00two\x07three.", "One two three.", "2 control characters became spaces"},
		{"page break", "One.\fTwo.", "One. Two.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, notes, err := Read("a.txt", strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			if a.Text != tt.want {
				t.Errorf("Read(%q).Text = %q, want %q", tt.in, a.Text, tt.want)
			}
			if got := noteText(notes, draft.ControlChars); got != tt.note {
				t.Errorf("Read(%q) notes %q, want %q", tt.in, got, tt.note)
			}
		})
	}
}

func noteText(notes []draft.Note, code draft.NoteCode) string {
	if i := slices.IndexFunc(notes, func(n draft.Note) bool { return n.Code == code }); i >= 0 {
		return notes[i].Text
	}
	return ""
}

func TestReadEncodings(t *testing.T) {
	const (
		western = "“Buenos días”, dijo el señor Peña — y añadió que mañana volverá el niño."
		russian = "Министры договорились в четверг укрепить сотрудничество двух стран, сообщило министерство иностранных дел."
		polish  = "Ministrowie uzgodnili w czwartek, że pogłębią współpracę, a także że będą się spotykać każdej jesieni, żeby omówić źródła sporów."
	)
	enc := func(e interface {
		String(string) (string, error)
	}, s string) string {
		out, err := e.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := func(o xunicode.Endianness, p xunicode.BOMPolicy, s string) string {
		return enc(xunicode.UTF16(o, p).NewEncoder(), s)
	}
	declared := func(name, s string) string {
		return `<html><head><meta charset="` + name + `"></head><body><p>` + s + `</p></body></html>`
	}
	for _, tt := range []struct {
		name, file, data, override string
		want, encoding             string
	}{
		{"UTF-8", "a.txt", western, "", western, "utf-8"},
		{"windows-1252", "a.txt", enc(charmap.Windows1252.NewEncoder(), western), "", western, "windows-1252"},
		{"windows-1251", "a.txt", enc(charmap.Windows1251.NewEncoder(), russian), "", russian, "windows-1251"},
		{"KOI8-R", "a.txt", enc(charmap.KOI8R.NewEncoder(), russian), "", russian, "koi8-r"},
		{"windows-1250", "a.txt", enc(charmap.Windows1250.NewEncoder(), polish), "", polish, "windows-1250"},
		{"told windows-1250", "a.txt", enc(charmap.Windows1250.NewEncoder(), polish), "windows-1250", polish, "windows-1250"},
		{"UTF-16 with mark", "a.txt", utf16(xunicode.LittleEndian, xunicode.UseBOM, western), "", western, "utf-16le"},
		{"UTF-16 big with mark", "a.txt", utf16(xunicode.BigEndian, xunicode.UseBOM, western), "", western, "utf-16be"},
		{"UTF-16 without mark", "a.txt", utf16(xunicode.LittleEndian, xunicode.IgnoreBOM, western), "", western, "utf-16le"},
		{"UTF-16 big without mark", "a.txt", utf16(xunicode.BigEndian, xunicode.IgnoreBOM, western), "", western, "utf-16be"},
		{"page in windows-1252", "a.html", enc(charmap.Windows1252.NewEncoder(), declared("iso-8859-1", western)), "", western, "windows-1252"},
		{"page in KOI8-R", "a.html", enc(charmap.KOI8R.NewEncoder(), declared("koi8-r", russian)), "", russian, "koi8-r"},
		{"page in UTF-8 that says Latin-1", "a.html", declared("iso-8859-1", western), "", western, "utf-8"},
		{"page in UTF-16", "a.html", utf16(xunicode.LittleEndian, xunicode.UseBOM, declared("utf-16", western)), "", western, "utf-16le"},
		{"UTF-8 with one bad byte", "a.txt", western + western + "\x93", "", western + western + "\uFFFD", "utf-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReader(draft.Options{Encoding: tt.override})
			defer r.Close()
			got, err := r.Bytes(t.Context(), tt.file, []byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, got.Article)
			if got.Article.Text != tt.want || got.Article.Source.Encoding != tt.encoding {
				t.Errorf("read %q as %s, want %q as %s", got.Article.Text, got.Article.Source.Encoding, tt.want, tt.encoding)
			}
			if odd := noteText(got.Notes, draft.Encoded); (odd != "") != (tt.encoding != "utf-8") {
				t.Errorf("%s: note %q", tt.encoding, odd)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, file, data string
		want             error
		says             string
	}{
		{"nothing", "a.txt", "", briefing.ErrEmpty, "no bytes"},
		{"blanks", "a.txt", " \n\t\n", briefing.ErrEmpty, "no readable text"},
		{"marks only", "a.txt", "--- *** ---", briefing.ErrEmpty, "no readable text"},
		{"page without text", "a.html", "<html><body><script>x = 1</script></body></html>", briefing.ErrEmpty, "no readable text"},
		{"PDF under another name", "a.txt", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", briefing.ErrDamaged, "the PDF ends early"},
		{"broken Word document", "a.docx", "PK\x03\x04\x14\x00\x06\x00", briefing.ErrDamaged, "archive"},
		{"archive", "a.zip", "PK\x03\x04\x14\x00\x06\x00", briefing.ErrDamaged, "no whole archive"},
		{"old Word document", "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", briefing.ErrUnsupported, "older Office"},
		{"Outlook message", "a.msg", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", briefing.ErrUnsupported, "this is an Outlook message"},
		{"web archive without a page", "a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x", briefing.ErrDamaged, "holds no page"},
		{"message without text", "a.eml", "Received: from x\r\nMessage-ID: <1@x>\r\nSubject: y\r\n\r\n", briefing.ErrEmpty, "no readable text"},
		{"message with attachments only", "a.eml", "Mime-Version: 1.0\nContent-Type: application/msword; name=x.doc\nMessage-ID: <1@x>\n\nabc", briefing.ErrEmpty, "only attachments; save x.doc and add that"},
		{"picture", "a.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF", briefing.ErrUnsupported, "picture"},
		{"program", "a", "\x7FELF\x02\x01\x01\x00", briefing.ErrUnsupported, "program"},
		{"bytes", "a.txt", strings.Repeat("\x01\x02\x03\xFE\xF1abc", 100), briefing.ErrUnsupported, "no text"},
		{"long text", "a.txt", strings.Repeat("All is well in the north. ", MaxText/26+1), briefing.ErrTooLarge, "an article may have 1 MB"},
		{"long page", "a.html", "<p>" + strings.Repeat("All is well in the north. ", MaxText/26+1), briefing.ErrTooLarge, "an article may have 1 MB"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Read("some/folder/"+tt.file, strings.NewReader(tt.data))
			if !errors.Is(err, tt.want) || !strings.Contains(fmt.Sprint(err), tt.says) || !strings.HasPrefix(fmt.Sprint(err), "read "+tt.file+": ") {
				t.Errorf("Read(%s, %.40q): %v, want %v that says %q", tt.file, tt.data, err, tt.want, tt.says)
			}
			if strings.Contains(fmt.Sprint(err), "folder/") {
				t.Errorf("the message shows a path: %v", err)
			}
		})
	}
}

// endless is a reader without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestReadStopsAtTheLimit(t *testing.T) {
	if _, _, err := Read("a.txt", endless{}); !errors.Is(err, briefing.ErrTooLarge) {
		t.Errorf("endless file: %v, want %v", err, briefing.ErrTooLarge)
	}
}

func TestReadTwiceIsTheSame(t *testing.T) {
	data, err := os.ReadFile("testdata/linked-data.html")
	if err != nil {
		t.Fatal(err)
	}
	first, notes, err := Read("a.html", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, moreNotes, err := Read("a.html", bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again) + cmp.Diff(notes, moreNotes); diff != "" {
			t.Fatalf("a second reading differs:\n%s", diff)
		}
	}
}
