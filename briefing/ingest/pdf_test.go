package ingest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/pdf"
	"github.com/google/go-cmp/cmp"
)

// drawn is a PDF with a page for each of the content streams, in Helvetica
// (F1), Helvetica-Bold (F2) and a font of which nobody says what its letters
// are (F3). info is its information dictionary.
func drawn(info string, contents ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var kids strings.Builder
	for i := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", 9+2*i)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(contents), kids.String()))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
	object("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream")
	object("<</Type/Font/Subtype/Type3/FontBBox[0 0 500 500]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</g1 7 0 R>>/Encoding<</Type/Encoding/Differences[1/g1]>>/FirstChar 1/LastChar 1/Widths[500]>>")
	object("<</Length 38>>stream\n500 0 0 0 500 500 d1 0 0 500 500 re f  \nendstream")
	object("<<" + info + ">>")
	for i, c := range contents {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 6 0 R>>/XObject<</I 5 0 R>>>>/Contents %d 0 R>>", 10+2*i))
		object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(c), c))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R/Info 8 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// row draws a line of text.
func row(x, y, size float64, text string) string { return rowIn("F1", x, y, size, text) }

func rowIn(font string, x, y, size float64, text string) string {
	text = strings.NewReplacer("“", "\x93", "”", "\x94", "–", "\x96", "•", "\x95", "(", `\(`, ")", `\)`).Replace(text)
	return fmt.Sprintf("BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, text)
}

// passage draws lines of text below each other.
func passage(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(row(x, y-12*float64(i), 10, l))
	}
	return b.String()
}

var harbour = []string{
	"The two ministers met in Strelsau on Wednesday to discuss the harbour, a",
	"spokesman of the older one said after nine hours. They agreed to meet again.",
}

func paragraphs(a *briefing.Article) []string {
	var got []string
	for _, p := range a.Paragraphs {
		got = append(got, string(p.Kind)+": "+strings.ReplaceAll(p.Of(a.Text), "\n", "|"))
	}
	return got
}

// The lines of a paragraph that begins with a great letter.
var (
	greatLetter = row(30, 488, 26, "T")
	below       = passage(52, 488, "harbour, a spokesman of the older one said after hours and hours.") + passage(30, 476, "They agreed to meet again in the spring, in the other of the two capitals.")
)

const initialRest = "two ministers met in Strelsau on Wednesday to discuss the harbour, a spokesman of the older one said after hours and hours. They agreed to meet again in the spring, in the other of the two capitals."

func TestPDFLayout(t *testing.T) {
	var zigzag, left, right strings.Builder
	for i := range 8 {
		l, r := fmt.Sprintf("The left words of line %d are here", i+1), fmt.Sprintf("and the right words of line %d too", i+1)
		y := 500 - 12*float64(i)
		zigzag.WriteString(row(30, y, 10, l) + row(220, y, 10, r))
		left.WriteString(l + " ")
		right.WriteString(r + " ")
	}
	page := func(n int, lines ...string) string {
		return row(30, 570, 8, "The Strelsau Courier") + passage(30, 400, lines...) + row(200, 20, 8, fmt.Sprintf("Page %d of 3", n))
	}
	joined := strings.Join(harbour, " ")
	for _, tt := range []struct {
		name  string
		pages []string
		title string
		want  []string
	}{
		{"a gap between paragraphs", []string{passage(30, 500, harbour...) + passage(30, 468, harbour...)}, "", []string{"body: " + joined, "body: " + joined}},
		{"first lines set in", []string{passage(42, 500, "The two ministers met in Strelsau on Wednesday to discuss the") + passage(30, 488, "harbour, said a spokesman of the older one after nine hours. They did") +
			passage(42, 476, "not say more than that, and went home to their countries in the rain.")}, "",
			[]string{"body: The two ministers met in Strelsau on Wednesday to discuss the harbour, said a spokesman of the older one after nine hours. They did", "body: not say more than that, and went home to their countries in the rain."}},
		{"title and heading", []string{row(30, 550, 20, "Harbour talks resume") + passage(30, 500, harbour...) + rowIn("F2", 30, 464, 10, "What comes next") + passage(30, 448, harbour...)}, "Harbour talks resume",
			[]string{"heading: Harbour talks resume", "body: " + joined, "heading: What comes next", "body: " + joined}},
		{"title of two lines", []string{row(30, 560, 20, "Harbour talks resume") + row(30, 537, 20, "after three years") + passage(30, 500, harbour...)}, "Harbour talks resume after three years",
			[]string{"heading: Harbour talks resume after three years", "body: " + joined}},
		{"divided words", []string{passage(30, 500, "The nego-", "tiations are over. Cross-border trade, high-level talks about cross-", "border trade and vice-", "presidents. Negotiations went on in the Franco-", "German office.")}, "",
			[]string{"body: The negotiations are over. Cross-border trade, high-level talks about cross-border trade and vice-presidents. Negotiations went on in the Franco-German office."}},
		{"columns in turn", []string{zigzag.String()}, "", []string{"body: " + left.String() + strings.TrimSpace(right.String())}},
		{"running heads around a paragraph", []string{page(1, harbour[0]), page(2, "spokesman of the older one said after nine hours."), page(3, harbour...)}, "",
			[]string{"body: " + harbour[0] + " spokesman of the older one said after nine hours.", "furniture: The Strelsau Courier|Page 1 of 3|The Strelsau Courier|Page 2 of 3", "body: " + joined, "furniture: The Strelsau Courier|Page 3 of 3"}},
		{"printed by a browser", []string{row(20, 585, 7, "11/23/26, 10:25 PM") + row(180, 585, 7, "Harbour talks") + passage(30, 400, harbour...) + row(20, 10, 7, "https://courier.example/2019/harbour") + row(370, 10, 7, "1/1")}, "",
			[]string{"body: " + joined, "furniture: 11/23/26, 10:25 PM|Harbour talks|https://courier.example/2019/harbour|1/1"}},
		{"list", []string{passage(30, 500, "• arms trafficking", "• the harbour of Strelsau and what is to become of it in winter, when ice", "comes", "• money")}, "",
			[]string{"list: • arms trafficking", "list: • the harbour of Strelsau and what is to become of it in winter, when ice comes", "list: • money"}},
		{"note at the foot", []string{passage(30, 500, harbour...) + row(30, 90, 7, "1 See the annex.")}, "", []string{"body: " + joined, "furniture: 1 See the annex."}},
		{"numbers of notes", []string{"BT /F1 10 Tf 30 500 Td (The ministers met in the spring.) Tj /F1 6 Tf 4 Ts (12) Tj /F1 10 Tf 0 Ts ( They agreed) Tj /F1 6 Tf 4 Ts (*) Tj /F1 10 Tf 0 Ts ( on 5 km) Tj /F1 6 Tf 4 Ts (2) Tj /F1 10 Tf 0 Ts ( of land.) Tj ET"}, "",
			[]string{"body: The ministers met in the spring. They agreed on 5 km2 of land."}},
		{"words across the page", []string{passage(30, 500, harbour...) + "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n"}, "", []string{"body: " + joined, "furniture: DRAFT"}},
		{"page on its side", []string{"0 1 -1 0 400 0 cm\n" + passage(30, 300, harbour...)}, "", []string{"body: " + joined}},
		{"words beside the page", []string{passage(30, 500, harbour...) + row(900, 500, 10, "Nobody sees this") + row(30, -50, 10, "nor this")}, "", []string{"body: " + joined}},
		{"contents", []string{passage(30, 500, harbour...) + passage(30, 400, "The harbour . . . . . . . . . . . . . 7", "The mole.............12") + row(200, 20, 8, "xiv")}, "",
			[]string{"body: " + joined, "furniture: The harbour . . . . . . . . . . . . . 7|The mole.............12|xiv"}},
		{"a great first letter", []string{greatLetter + row(52, 500, 10, "he two ministers met in Strelsau on Wednesday to discuss the") + below}, "", []string{"body: The " + initialRest}},
		{"a great first letter in capitals, written last", []string{row(52, 500, 10, "HE two ministers met in Strelsau on Wednesday to discuss the") + below + greatLetter}, "", []string{"body: THE " + initialRest}},
		{"a great first letter and a quotation mark", []string{row(30, 550, 20, "Harbour talks resume") + row(30, 488, 26, "“W") + row(65, 500, 10, "e two ministers met in Strelsau on Wednesday to discuss the") + passage(65, 488, "harbour, a spokesman of the older one said after hours and hours.") + passage(30, 476, "They agreed to meet again in the spring, in the other of the two capitals.")}, "Harbour talks resume", []string{"heading: Harbour talks resume", "body: “We " + initialRest}},
		{"a great first letter that is a word", []string{row(30, 488, 26, "A") + row(52, 500, 10, "spokesman of the two ministers met others in Strelsau to discuss the") + below}, "", []string{"body: A spokesman of the two ministers met others in Strelsau to discuss the " + initialRest[strings.Index(initialRest, "harbour"):]}},
		{"a great first letter that is a word, before a name", []string{row(30, 488, 26, "A") + row(52, 500, 10, "Ruritanian spokesman met others in Strelsau to discuss the") + below}, "", []string{"body: A Ruritanian spokesman met others in Strelsau to discuss the " + initialRest[strings.Index(initialRest, "harbour"):]}},
		{"the letter over names in a list", []string{row(30, 488, 26, "B") + passage(52, 500, "Barrow, the minister of the harbour", "Bellamy, a spokesman of the other side who was there as well") + passage(30, 440, harbour...)}, "B", []string{"heading: B", "body: Barrow, the minister of the harbour", "body: Bellamy, a spokesman of the other side who was there as well", "body: " + joined}},
		{"one number", []string{row(200, 300, 10, "1919")}, "", []string{"body: 1919"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.pdf", bytes.NewReader(drawn("", tt.pages...)))
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a)
			if diff := cmp.Diff(tt.want, paragraphs(a)); diff != "" || a.Title != tt.title {
				t.Errorf("title %q, want %q; paragraphs (-want +got):\n%s", a.Title, tt.title, diff)
			}
			if a.Published.Known() || a.Byline != "" {
				t.Errorf("published %v by %q: a PDF states neither", a.Published, a.Byline)
			}
			if address := "https://courier.example/2019/harbour"; strings.Contains(a.Text, address) != (a.URL == address) {
				t.Errorf("URL %q", a.URL)
			}
		})
	}
}

func TestPDFTitleAndDate(t *testing.T) {
	for _, tt := range []struct{ stated, shown, want string }{
		{"Harbour talks resume", "The Courier", "Harbour talks resume"},
		{"Harbour talks resume | The Courier", "Harbour talks resume", "Harbour talks resume"},
		{"Harbour talks resume - The Courier", "Harbour talks resume", "Harbour talks resume"},
		{"Microsoft Word - note_v3.doc", "Harbour talks", "Harbour talks"},
		{"scan 0001.pdf", "", ""},
		{"Untitled", "Harbour talks", "Harbour talks"},
		{"A4-neu", "Harbour talks", "Harbour talks"},
		{"Talks", "", "Talks"},
		{"", "Harbour talks", "Harbour talks"},
	} {
		page := passage(30, 500, harbour...)
		if tt.shown != "" {
			page = row(30, 550, 20, tt.shown) + page
		}
		info := fmt.Sprintf("/Title(%s)/Author(whoever saved it)/CreationDate(D:20191205101112+01'00')", tt.stated)
		a, notes, err := Read("a.pdf", bytes.NewReader(drawn(info, page)))
		if err != nil {
			t.Fatal(err)
		}
		if a.Title != tt.want {
			t.Errorf("stated %q and shown %q: title %q, want %q", tt.stated, tt.shown, a.Title, tt.want)
		}
		if got := noteText(notes, draft.DateUnsure); !strings.Contains(got, "2019") || a.Published.Known() {
			t.Errorf("the day of its making: note %q, published %v", got, a.Published)
		}
	}
}

func TestPDFRefuses(t *testing.T) {
	picture := "300 0 0 500 50 50 cm /I Do"
	whole := drawn("", passage(30, 500, harbour...))
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata/pdf", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	report, err := os.ReadFile("testdata/report.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"pictures of pages", drawn("", picture, picture), briefing.ErrEmpty, "this PDF holds pictures of pages, no text; run text recognition, then add it again"},
		{"locked", read("locked.pdf"), briefing.ErrUnsupported, "the PDF is locked with a password"},
		{"cut off", report[:len(report)/2], briefing.ErrDamaged, "the PDF ends early"},
		{"cut off soon", whole[:100], briefing.ErrDamaged, "the PDF ends early"},
		{"no PDF behind the mark", []byte("%PDF-1.4\n" + strings.Repeat("hello ", 100) + "%%EOF"), briefing.ErrDamaged, "the PDF cannot be opened"},
		{"letters nobody knows", drawn("", "BT /F3 10 Tf 30 500 Td <"+strings.Repeat("01", 20)+"> Tj ET"+row(30, 400, 10, "page 1")), briefing.ErrEmpty, "does not say which letters"},
		{"no pages", drawn(""), briefing.ErrDamaged, "PDF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _, err := Read("a.pdf", bytes.NewReader(tt.data))
			if !errors.Is(err, tt.want) || !strings.Contains(fmt.Sprint(err), tt.says) {
				if a != nil {
					t.Logf("read %q", a.Text)
				}
				t.Errorf("got %v, want %v that says %q", err, tt.want, tt.says)
			}
		})
	}
}

func TestPDFKeeps(t *testing.T) {
	whole := drawn("", passage(30, 500, harbour...), "300 0 0 500 50 50 cm /I Do")
	owner, err := os.ReadFile("testdata/pdf/owner.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		data []byte
		code draft.NoteCode
		note string
	}{
		{"a page without text", whole, draft.PartsLost, "1 page without text"},
		{"end mark lost", bytes.Replace(drawn("", passage(30, 500, harbour...)), []byte("%%EOF"), nil, 1), draft.EndsEarly, "the file ends early"},
		{"lines before the mark", append([]byte("Content-Type: application/pdf\n\n"), drawn("", passage(30, 500, harbour...))...), draft.PartsLost, ""},
		{"locked against changes only", owner, draft.PartsLost, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, notes, err := Read("a.pdf", bytes.NewReader(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if got := noteText(notes, tt.code); got != tt.note || !strings.Contains(a.Text, "met in Strelsau") {
				t.Errorf("note %q, want %q; text %q", got, tt.note, a.Text)
			}
		})
	}
}

func TestPDFWithLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	r := NewReader(draft.Options{})
	defer r.Close()
	deep := strings.Repeat("[", 200_000)
	long := passage(30, 500, harbour[0])
	var crowded strings.Builder
	for i := range 20_000 {
		crowded.WriteString(row(float64(i%300), float64(i%500), 1, "word"))
	}
	var blanks bytes.Buffer
	z := zlib.NewWriter(&blanks)
	for range 1 << 9 {
		z.Write(bytes.Repeat([]byte(" "), 1<<20))
	}
	z.Close()
	bomb := bytes.Replace(drawn("", "x"), []byte("<</Length 1>>stream\nx\n"), fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d>>stream\n%s\n", blanks.Len(), blanks.Bytes()), 1)
	for name, data := range map[string][]byte{
		"bomb":             bomb,
		"deep arrays":      []byte("%PDF-1.7\n1 0 obj " + deep + "\n%%EOF"),
		"pages that loop":  []byte("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
		"2,000 pages":      drawn("", slicesOf(long, 2000)...),
		"crowded page":     drawn("", crowded.String()),
		"huge coordinates": drawn("", "BT /F1 1e30 Tf 1e30 0 0 1e30 1e38 -1e38 Tm (words) Tj ET "+row(30, 500, 10, "more words")),
		"operators":        drawn("", strings.Repeat("q ", 2_000_000)+long),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got, err := r.Bytes(t.Context(), "a.pdf", data)
			if err == nil {
				checkArticle(t, got.Article)
			} else if !errors.Is(err, briefing.ErrDamaged) && !errors.Is(err, briefing.ErrTooLarge) && !errors.Is(err, briefing.ErrEmpty) {
				t.Errorf("unexpected error: %v", err)
			}
			if d := time.Since(start); d > pdfLimit+2*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
	if _, err := r.Bytes(t.Context(), "a.pdf", drawn("", long)); err != nil {
		t.Errorf("after all that a good PDF fails: %v", err)
	}
}

func slicesOf(s string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = s
	}
	return all
}

// Without a folder for the translation, or with one that cannot be written,
// a PDF is read all the same.
func TestPDFWithoutCache(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	if runtime.GOOS != "linux" {
		t.Skip("the user's cache folder is named otherwise")
	}
	data := drawn("", passage(30, 500, harbour...))
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"none": "", "not to be made": filepath.Join(blocked, "cache")} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("XDG_CACHE_HOME", folder)
			t.Setenv("HOME", "")
			r := NewReader(draft.Options{})
			defer r.Close()
			if _, err := r.Bytes(t.Context(), "a.pdf", data); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("emptied since", func(t *testing.T) {
		if raced {
			t.Skip("the race detector takes the memory that the reader of PDF files may have")
		}
		t.Setenv("XDG_CACHE_HOME", t.TempDir())
		for _, filled := range []bool{true, false} {
			cache := pdf.CacheFolder()
			if err := os.RemoveAll(cache); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(cache, 0o700); err != nil {
				t.Fatal(err)
			}
			if filled { // so it says
				if err := os.WriteFile(pdf.ReadyMark(cache), nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			r := NewReader(draft.Options{})
			if _, err := r.Bytes(t.Context(), "a.pdf", data); err != nil {
				t.Error(err)
			}
			r.Close()
			if _, err := os.Stat(pdf.ReadyMark(cache)); (err == nil) == filled {
				t.Errorf("marked as ready: %v", err == nil)
			}
		}
	})
}
