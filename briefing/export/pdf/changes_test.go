package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

func openBytes(data []byte) (trace.File, error) { return Open(bytes.NewReader(data)) }

// samplePDF returns the page of b with its record.
func samplePDF(t testing.TB, b briefing.Briefing) []byte {
	t.Helper()
	o := exporttest.Options()
	for i, s := range b.Sections { // the page has held nothing back
		for j, l := range s.Lines {
			if l.ID == "held" {
				b.Sections[i].Lines = append(s.Lines[:j:j], s.Lines[j+1:]...)
			}
		}
	}
	p, _, err := page.Fit(b, page.A4)
	if err != nil {
		t.Fatal(err)
	}
	record := trace.New(export.NewContent(b, o), false, exporttest.Sources())
	var out bytes.Buffer
	if err := Write(&out, p, Options{Title: b.Title(), Record: &record, Created: o.Created}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rewritten writes a PDF anew with the contents of some streams replaced, as
// an editor of PDFs does.
func rewritten(t *testing.T, data []byte, streams map[int][]byte) []byte {
	t.Helper()
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	var out pdfFile
	out.buf.WriteString("%PDF-1.7\n")
	for n := 1; n <= len(f.places); n++ {
		out.alloc()
	}
	for n := 1; n < len(f.places); n++ {
		at := f.places[n].offset
		end := bytes.Index(data[at:], []byte("\nendobj\n"))
		object := data[at : at+end+len("\nendobj\n")]
		if content, ok := streams[n]; ok {
			head, _, _ := bytes.Cut(object, []byte(" /Length "))
			packed := deflate(content)
			object = fmt.Appendf(nil, "%s /Length %d>>\nstream\n%s\nendstream\nendobj\n", head, len(packed), packed)
		}
		out.offsets[n-1] = out.buf.Len()
		out.buf.Write(object)
	}
	at := out.buf.Len()
	fmt.Fprintf(&out.buf, "xref\n0 %d\n0000000000 65535 f \n", len(f.places))
	for _, o := range out.offsets[:len(f.places)-1] {
		fmt.Fprintf(&out.buf, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out.buf, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(f.places), f.trailer["Root"], f.trailer["Info"], at)
	return out.buf.Bytes()
}

// attachedAt returns the number and contents of the record's stream.
func attachedAt(t *testing.T, data []byte) (int, []byte) {
	t.Helper()
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	specs, _ := f.list(f.catalog["AF"])
	files, err := f.dict(specs[0].(pdfDict)["EF"])
	if err != nil {
		t.Fatal(err)
	}
	_, content, err := f.stream(files["F"])
	if err != nil {
		t.Fatal(err)
	}
	return int(files["F"].(pdfRef)), content
}

// contentAt returns the number and the drawing commands of the page.
func contentAt(t *testing.T, data []byte) (int, string) {
	t.Helper()
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := f.dict(f.catalog["Pages"])
	sheets, err := f.sheets(pages, pdfDict{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, content, err := f.stream(sheets[0]["Contents"])
	if err != nil {
		t.Fatal(err)
	}
	return int(sheets[0]["Contents"].(pdfRef)), string(content)
}

// forged returns the page of b with the record of the sample's.
func forged(t *testing.T, b briefing.Briefing) []byte {
	_, record := attachedAt(t, samplePDF(t, exporttest.Briefing()))
	data := samplePDF(t, b)
	n, _ := attachedAt(t, data)
	return rewritten(t, data, map[int][]byte{n: record})
}

func TestChangesAreNamed(t *testing.T) { exporttest.CheckChanges(t, forged, openBytes) }

// TestDrawingChangesAreNamed changes the drawing commands of an exported page.
func TestDrawingChangesAreNamed(t *testing.T) {
	data := samplePDF(t, exporttest.Briefing())
	n, content := contentAt(t, data)
	runs := regexp.MustCompile(`BT .*? ET\n`).FindAllString(content, -1)
	quote := runOf(t, data, content, "“The")
	speaker := runOf(t, data, content, "Flavia Elphberg,")
	glyphs := regexp.MustCompile(`\[<.*>\] TJ`)
	place := regexp.MustCompile(`1 0 0 1 \S+ \S+ Tm`)
	swapped := func(a, b string, part *regexp.Regexp) string {
		x, y := part.FindString(a), part.FindString(b)
		s := strings.Replace(content, a, "\x00", 1)
		s = strings.Replace(s, b, strings.Replace(b, y, x, 1), 1)
		return strings.Replace(s, "\x00", strings.Replace(a, x, y, 1), 1)
	}
	colour := regexp.MustCompile(`BT \S+ \S+ \S+ rg`)
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"glyphs of two runs swapped", swapped(quote, speaker, glyphs), []string{"line 12"}},
		{"places of two runs swapped", swapped(quote, speaker, place), []string{"line 12", "elsewhere"}},
		{"a run taken out", strings.Replace(content, quote, "", 1), []string{"line 12", "missing"}},
		{"a run drawn twice", strings.Replace(content, quote, quote+quote, 1), []string{"added", "bridge belongs"}},
		{"a run in white", strings.Replace(content, quote, colour.ReplaceAllString(quote, "BT 1 1 1 rg"), 1), []string{"line 12", "cannot be seen"}},
		{"a run invisible", strings.Replace(content, quote, strings.Replace(quote, "BT ", "BT 3 Tr ", 1)+"BT 0 Tr ET\n", 1), []string{"line 12", "missing"}},
		{"a run off the page", strings.Replace(content, quote, place.ReplaceAllString(quote, "1 0 0 1 -900 40 Tm"), 1), []string{"line 12", "missing"}},
		{"a run moved", strings.Replace(content, quote, place.ReplaceAllString(quote, "1 0 0 1 60 400 Tm"), 1), []string{"line 12", "elsewhere"}},
		{"a box over the text", content + "/Artifact BMC 1 1 1 rg 50 50 400 400 re f EMC\n", []string{"a drawing over the text"}},
		{"more text", content + "/Artifact BMC " + place.ReplaceAllString(quote, "1 0 0 1 60 400 Tm") + "EMC\n", []string{"added", "bridge belongs"}},
		{"all text gone", "", []string{"missing|cut off"}},
		{"the last runs gone", strings.Join(strings.SplitAfter(content, "ET\n")[:len(runs)/2], "") + "EMC\n", []string{"cut off"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.content == content {
				t.Fatal("nothing was changed")
			}
			f, err := openBytes(rewritten(t, data, map[int][]byte{n: []byte(c.content)}))
			if err != nil {
				t.Fatal(err)
			}
			if said := exporttest.Sentences(f); !(exporttest.Change{Says: c.want}).Said(said) {
				t.Errorf("said %q, want %q", said, c.want)
			}
		})
	}
}

// runOf returns the drawing of the run that begins with some words.
func runOf(t *testing.T, data []byte, content, words string) string {
	t.Helper()
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := f.dict(f.catalog["Pages"])
	sheets, _ := f.sheets(pages, pdfDict{}, 0)
	for _, run := range regexp.MustCompile(`BT .*? ET\n`).FindAllString(content, -1) {
		v := &viewer{file: f, fonts: map[string]*readFont{}, hashes: map[string]bool{}, added: map[string]bool{}, sheet: sheetBox{0, 0, 900, 900}, now: state{ctm: identity, scale: 1}}
		resources, _ := f.dict(sheets[0]["Resources"])
		if err := v.draw([]byte(run), resources, 0); err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, w := range v.flow.words {
			text += w.text.String() + " "
		}
		if strings.HasPrefix(text, words) {
			return run
		}
	}
	t.Fatalf("no run begins with %q", words)
	return ""
}

// TestOtherThingsAreNamed lays things over the page that are no drawing
// commands.
func TestOtherThingsAreNamed(t *testing.T) {
	data := samplePDF(t, exporttest.Briefing())
	for _, c := range []struct{ name, old, new, want string }{
		{"a note", "/Subtype /Link", "/Subtype /Text", "a note laid over the page"},
		{"where a link leads", "(https://courier.example/bridge?a=1&b=2)>>", "(https://courier.exampl3/bridge?a=1&b=2)>>", "a link to https://courier.exampl3"},
		{"a smaller page", "/MediaBox [0 0 595", "/MediaBox [0 0 295", "missing"},
		{"a turned page", "/StructParents 0 /Tabs /S", "/StructParent 0 /Rotate 9", "a turn of the page"},
	} {
		changed := bytes.ReplaceAll(data, []byte(c.old), []byte(c.new))
		if bytes.Equal(changed, data) || len(changed) != len(data) {
			t.Errorf("%s: the file is %d bytes longer", c.name, len(changed)-len(data))
			continue
		}
		f, err := openBytes(changed)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if said := strings.Join(exporttest.Sentences(f), "\n"); !strings.Contains(said, c.want) {
			t.Errorf("%s: said %q, want %q", c.name, said, c.want)
		}
	}
}

// TestFontsAreKnown changes which letters the glyphs of a font stand for: the
// text reads on as it was, but other letters are drawn.
func TestFontsAreKnown(t *testing.T) {
	data := samplePDF(t, exporttest.Briefing())
	f, err := openFile(data)
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n < len(f.places); n++ {
		_, table, err := f.stream(pdfRef(n))
		if err != nil || !bytes.Contains(table, []byte("beginbfchar")) {
			continue
		}
		out, err := openBytes(rewritten(t, data, map[int][]byte{n: append(table, '\n')}))
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Seen.Notes) == 0 {
			t.Error("the letters of a font were changed, and nothing is said")
		}
		return
	}
	t.Fatal("no font has a table of letters")
}

// TestWrittenAnew has other programs write a page anew, and one that was
// changed: nothing is said of the first, and the change of the other.
func TestWrittenAnew(t *testing.T) {
	if testing.Short() {
		t.Skip("running other programs takes a while")
	}
	api.DisableConfigDir()
	changed := exporttest.Briefing()
	change := exporttest.Changes()[0]
	change.Edit(&changed)
	same, other := samplePDF(t, exporttest.Briefing()), forged(t, changed)
	ways := map[string]func(from, to string) error{
		"itself": func(from, to string) error {
			data, err := os.ReadFile(from)
			if err != nil {
				return err
			}
			return os.WriteFile(to, rewritten(t, data, nil), 0o600)
		},
		"pdfcpu": func(from, to string) error { return api.OptimizeFile(from, to, nil) },
	}
	run := func(name string, args ...string) {
		ways[name+" "+strings.Join(args[:len(args)-2], " ")] = func(from, to string) error {
			if _, err := exec.LookPath(name); err != nil {
				return errNotInstalled
			}
			all := make([]string, len(args))
			for i, a := range args {
				all[i] = strings.NewReplacer("FROM", from, "TO", to).Replace(a)
			}
			out, err := exec.Command(name, all...).CombinedOutput()
			if err != nil {
				return fmt.Errorf("%w: %s", err, out)
			}
			return nil
		}
	}
	for _, option := range []string{"--linearize", "--object-streams=generate", "--object-streams=disable", "--qdf", "--compress-streams=n",
		"--normalize-content=y", "--coalesce-contents", "--newline-before-endstream", "--recompress-flate", "--remove-unreferenced-resources=yes",
		"--force-version=1.5", "--deterministic-id", "--static-id", "--preserve-unreferenced"} {
		run("qpdf", option, "FROM", "TO")
	}
	run("qpdf", "--linearize", "--object-streams=generate", "FROM", "TO")
	run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=TO", "FROM")
	run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dCompatibilityLevel=1.4", "-sDEVICE=pdfwrite", "-sOutputFile=TO", "FROM")
	run("mutool", "clean", "FROM", "TO")
	dir := t.TempDir()
	for name, way := range ways {
		from, to := filepath.Join(dir, "from.pdf"), filepath.Join(dir, "to.pdf")
		for _, data := range [][]byte{same, other} {
			if err := os.WriteFile(from, data, 0o600); err != nil {
				t.Fatal(err)
			}
			err := way(from, to)
			if err == errNotInstalled {
				t.Logf("%s is not installed", name)
				break
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
			got, err := os.ReadFile(to)
			if err != nil {
				t.Fatal(err)
			}
			f, err := openBytes(got)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
			said := exporttest.Sentences(f)
			if bytes.Equal(data, same) && len(said) > 0 {
				t.Errorf("%s, nothing changed: said %q", name, said)
			}
			if bytes.Equal(data, other) && !change.Said(said) {
				t.Errorf("%s, changed: said %q, want %q", name, said, change.Says)
			}
		}
	}
}

var errNotInstalled = fmt.Errorf("not installed")

func TestOldFile(t *testing.T) {
	f, err := openBytes(exporttest.OldFile(t, "ferry.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Record.Printed != nil || len(f.Record.Lines) != 12 || len(f.Seen.Words) < 80 {
		t.Errorf("%d printed rows, %d lines, %d words; want none, 12, 80 or more", len(f.Record.Printed), len(f.Record.Lines), len(f.Seen.Words))
	}
}
