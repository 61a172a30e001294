package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

func openBytes(data []byte) (trace.File, error) { return Open(bytes.NewReader(data)) }

func sample(t *testing.T) []byte {
	return docxOf(t, exporttest.Briefing(), page.A4, exporttest.Options())
}

// repacked writes a document anew with its parts changed. A part that becomes
// "" is left out.
func repacked(t *testing.T, data []byte, method uint16, change func(name, text string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		changed := change(f.Name, string(text))
		if changed == "" {
			continue
		}
		p, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(p, changed); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// forged returns the document of b with the record of the sample's.
func forged(t *testing.T, b briefing.Briefing) []byte {
	record := unzipped(t, sample(t))[recordPart]
	return repacked(t, docxOf(t, b, page.A4, exporttest.Options()), zip.Deflate, func(name, text string) string {
		if name == recordPart {
			return record
		}
		return text
	})
}

func TestChangesAreNamed(t *testing.T) { exporttest.CheckChanges(t, forged, openBytes) }

// TestChangesByHandAreNamed changes the parts of a document as a word
// processor can.
func TestChangesByHandAreNamed(t *testing.T) {
	data := sample(t)
	const body, foot = "word/document.xml", "word/footer1.xml"
	for _, c := range []struct {
		name, part, old, new string
		want                 []string
	}{
		{"hidden text", body, `<w:r><w:t xml:space="preserve">*night trains*`, `<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">*night trains*`, []string{"line 8", "night trains", "missing"}},
		{"white on white", body, `<w:r><w:t xml:space="preserve">*night trains*`, `<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t xml:space="preserve">*night trains*`, []string{"line 8", "night trains", "missing"}},
		{"deleted under tracking", body, `<w:r><w:t xml:space="preserve">*night trains*</w:t></w:r>`, `<w:del><w:r><w:delText>*night trains*</w:delText></w:r></w:del>`, []string{"line 8", "night trains", "missing"}},
		{"inserted under tracking", body, `<w:r><w:t xml:space="preserve">*night trains*`, `<w:ins><w:r><w:t>no </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">*night trains*`, []string{"line 8", "no *night"}},
		{"a drawing", body, `<w:r><w:t xml:space="preserve">*night trains*`, `<w:r><w:drawing/></w:r><w:r><w:t xml:space="preserve">*night trains*`, []string{"a drawing was added"}},
		{"the marking at the foot", foot, "DESK USE", "PUBLIC", []string{"marking", "public"}},
		{"a style that hides", "word/styles.xml", `w:styleId="Quote">`, `w:styleId="Quote"><w:rPr><w:vanish/></w:rPr>`, []string{"a style that hides text"}},
		{"a link", "word/_rels/document.xml.rels", "https://courier.example/", "https://evil.example/", []string{"a link to https://evil.example/"}},
		{"the record", recordPart, "Castle of Zenda", "Castle of Tarlenheim", []string{"record"}},
		{"a digit", body, "7 Mar 1911", "8 Mar 1911", []string{"source", "8 Mar"}},
		{"a paragraph more", body, `<w:sectPr>`, `<w:p><w:r><w:t>By order of the king.</w:t></w:r></w:p><w:sectPr>`, []string{"order of the king"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := false
			edited := repacked(t, data, zip.Deflate, func(name, text string) string {
				changed := text
				if name == c.part {
					changed = strings.Replace(text, c.old, c.new, 1)
				}
				done = done || changed != text
				return changed
			})
			if !done {
				t.Fatalf("%q is not in %s", c.old, c.part)
			}
			f, err := openBytes(edited)
			if err != nil {
				t.Fatal(err)
			}
			if said := exporttest.Sentences(f); !(exporttest.Change{Says: c.want}).Said(said) {
				t.Errorf("said %q, want %q", said, c.want)
			}
		})
	}
}

// TestHarmless writes a document in other ways for the same.
func TestHarmless(t *testing.T) {
	data := sample(t)
	in := func(part, old, new string) func(name, text string) string {
		return func(name, text string) string {
			if name != part {
				return text
			}
			changed := regexp.MustCompile(old).ReplaceAllString(text, new)
			if changed == text {
				t.Errorf("%q is not in %s", old, part)
			}
			return changed
		}
	}
	same := func(_, text string) string { return text }
	const body = "word/document.xml"
	for name, changed := range map[string][]byte{
		"stored":                  repacked(t, data, zip.Store, same),
		"packed anew":             repacked(t, data, zip.Deflate, same),
		"runs divided":            repacked(t, data, zip.Deflate, in(body, `(<w:t xml:space="preserve">[^<&]*[a-z])([a-z][^<&]*</w:t>)`, `$1</w:t></w:r><w:r><w:t xml:space="preserve">$2`)),
		"marks of the edit":       repacked(t, data, zip.Deflate, in(body, `<w:p>`, `<w:p w:rsidR="00A1">`)),
		"proof reading":           repacked(t, data, zip.Deflate, in(body, `</w:r>`, `</w:r><w:proofErr w:type="spellStart"/>`)),
		"bookmarks":               repacked(t, data, zip.Deflate, in(body, `</w:pPr>`, `</w:pPr><w:bookmarkStart w:id="900" w:name="_GoBack"/><w:bookmarkEnd w:id="900"/>`)),
		"a language on each run":  repacked(t, data, zip.Deflate, in(body, `<w:r><w:t`, `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t`)),
		"rows between paragraphs": repacked(t, data, zip.Deflate, in(body, `<w:p>`, "\n<w:p>")),
		"an empty paragraph":      repacked(t, data, zip.Deflate, in(body, `<w:sectPr>`, `<w:p/><w:sectPr>`)),
		"no-break spaces":         repacked(t, data, zip.Deflate, in(body, `preserve"> <`, "preserve\">\u00a0<")),
		"other styles":            repacked(t, data, zip.Deflate, in("word/styles.xml", `Arial`, "Calibri")),
	} {
		exporttest.CheckHarmless(t, name, changed, openBytes)
	}
}

// TestSavedByLibreOffice has LibreOffice read a document and save it anew.
func TestSavedByLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed (soffice)")
	}
	if testing.Short() {
		t.Skip("starting LibreOffice takes a while")
	}
	dir := t.TempDir()
	changed := exporttest.Briefing()
	exporttest.Changes()[0].Edit(&changed)
	files := map[string][]byte{"same.docx": sample(t), "changed.docx": forged(t, changed)}
	args := []string{"--headless", "-env:UserInstallation=file://" + dir + "/profile", "--convert-to", "docx:MS Word 2007 XML", "--outdir", dir + "/out"}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.Join(dir, name))
	}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(dir, "out", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	exporttest.CheckHarmless(t, "saved by LibreOffice", read("same.docx"), openBytes)
	f, err := openBytes(read("changed.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if said := exporttest.Sentences(f); !exporttest.Changes()[0].Said(said) {
		t.Errorf("of a changed document saved by LibreOffice is said %q", said)
	}
}

func TestBadFiles(t *testing.T) {
	data := sample(t)
	var newer *export.NewerError
	without := repacked(t, data, zip.Deflate, func(name, text string) string {
		if strings.HasPrefix(name, "customXml") {
			return ""
		}
		return text
	})
	record := func(old, new string) []byte {
		return repacked(t, data, zip.Deflate, func(name, text string) string {
			if name == recordPart {
				return strings.Replace(text, old, new, 1)
			}
			return text
		})
	}
	var empty bytes.Buffer
	if err := zip.NewWriter(&empty).Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		as   any
		is   error
	}{
		{"nothing", nil, nil, briefing.ErrUnsupported},
		{"no document", []byte("PK\x03\x04"), nil, briefing.ErrDamaged},
		{"an empty archive", slices.Concat([]byte("PK\x03\x04"), empty.Bytes()), nil, briefing.ErrUnsupported},
		{"of version 1.0", exporttest.OldFile(t, "ferry.docx"), nil, trace.ErrNone},
		{"without a trace", without, nil, trace.ErrNone},
		{"cut off", data[:len(data)/2], nil, briefing.ErrDamaged},
		{"of a newer version", record("attache/trace/1", "attache/trace/7"), &newer, briefing.ErrUnsupported},
		{"with a trace that is none", record("&#34;lines&#34;:[", "&#34;lines&#34;:[["), nil, briefing.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) { exporttest.CheckRefused(t, c.data, openBytes, c.is, c.as) })
	}
}
