package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// testRecord is the record of the test briefing.
func testRecord() *trace.Document {
	d := trace.New(export.NewContent(testBriefing(), export.Options{Generator: "Attaché"}), false, briefing.Sources{})
	return &d
}

// testOptions are options with everything in them.
func testOptions() Options {
	return Options{
		Title: "Veldland–Osmara: talks on the <river>", Author: "Zoë & Łukasz", Subject: "Briefing", Language: "en",
		Created: time.Date(2024, 3, 15, 9, 30, 0, 0, time.UTC), Record: testRecord(),
	}
}

// testPDF returns the PDF of the test briefing.
func testPDF(t testing.TB, paper page.Paper, o Options) []byte {
	t.Helper()
	p, _, err := page.Fit(testBriefing(), paper)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The same page gives the same bytes, today and with the next build. When a
// change of the layout, or of the compression of a new Go, is meant, put the
// new sum here.
func TestPDFBytes(t *testing.T) {
	tests := []struct {
		name    string
		paper   page.Paper
		options Options
		want    string
	}{
		{"a4 with everything", page.A4, testOptions(), "63c13e45df9b3d2686e1a39bd6cadb0d"},
		{"letter with nothing", page.Letter, Options{}, "4a916f3c0866d09bb58f17ac638483d4"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := testPDF(t, tt.paper, tt.options)
			if got := fmt.Sprintf("%x", sha256.Sum256(data))[:32]; got != tt.want {
				t.Errorf("sum of the PDF = %s, want %s", got, tt.want)
			}
			if !bytes.Equal(data, testPDF(t, tt.paper, tt.options)) {
				t.Error("the same page gave other bytes the second time")
			}
		})
	}
}

func TestPDFValidates(t *testing.T) {
	api.DisableConfigDir()
	for _, paper := range []page.Paper{page.A4, page.Letter} {
		for name, o := range map[string]Options{"full": testOptions(), "bare": {}} {
			conf := model.NewDefaultConfiguration()
			conf.ValidationMode = model.ValidationStrict
			// PDF/A-3 puts AFRelationship into PDF 1.7; pdfcpu knows it
			// from PDF 2.0 only.
			data := bytes.ReplaceAll(testPDF(t, paper, o), []byte("/AFRelationship /Data"), []byte("                     "))
			if err := api.Validate(bytes.NewReader(data), conf); err != nil {
				t.Errorf("%s %s: pdfcpu: %v", paper.Name, name, err)
			}
		}
	}
}

// tool runs a program on a PDF, or skips the test where it is not installed.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed", name)
	}
	path := filepath.Join(t.TempDir(), "brief.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestQPDFCheck(t *testing.T) {
	out := tool(t, testPDF(t, page.A4, testOptions()), "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors") || strings.Contains(out, "WARNING") {
		t.Errorf("qpdf says:\n%s", out)
	}
}

func TestPDFInfo(t *testing.T) {
	out := tool(t, testPDF(t, page.A4, testOptions()), "pdfinfo", "FILE")
	for _, want := range []string{"Veldland–Osmara: talks on the <river>", "Zoë & Łukasz", "Tagged:          yes", "Pages:           1", "(A4)", "PDF version:     1.7"} {
		if !strings.Contains(out, want) {
			t.Errorf("pdfinfo says no %q:\n%s", want, out)
		}
	}
	if out := tool(t, testPDF(t, page.A4, Options{}), "pdfinfo", "FILE"); strings.Contains(out, "Author") || strings.Contains(out, "Date") {
		t.Errorf("a PDF without author and date tells:\n%s", out)
	}
}

func TestPDFFonts(t *testing.T) {
	out := tool(t, testPDF(t, page.A4, testOptions()), "pdffonts", "FILE")
	rows := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(rows) < 5 {
		t.Errorf("pdffonts lists %d fonts, want at least 5:\n%s", len(rows), out)
	}
	for _, row := range rows {
		if !strings.Contains(row, "yes yes yes") || !strings.Contains(row, "+Source") {
			t.Errorf("font is not embedded, subset and mapped to Unicode: %s", row)
		}
	}
}

// TestPDFText reads the text with another program: order, accents, ligatures
// and spaces must be right for whoever copies it.
func TestPDFText(t *testing.T) {
	out := tool(t, testPDF(t, page.A4, testOptions()), "pdftotext", "-raw", "FILE", "-")
	at := 0
	for _, want := range []string{
		"UNCLASSIFIED TLP:AMBER", "Veldland–Osmara: talks on the river 1 ¶1", "Thursday 1 ¶1", "BOTTOM LINE",
		"agreement … to strengthen the office of the river commission 1 ¶1 ○", "José Łukasz Đặng HEAD",
		"Володимир Їжакевич", "Υπουργός Εξωτερικών 1 ¶1", "efficient offices, fjord ferries and baffling affluence 1 ¶1",
		"1. measure the water together — Veldland, Osmara · signed 1 ¶1 ○",
		"“We measured it with our own hands”", "integrated on August 27th 1 ¶1", "1 Veldland News, “Ministers agree on the river”, 14 Mar 2024.",
		"Page 1 of 1",
	} {
		i := strings.Index(out[at:], want)
		if i < 0 {
			t.Fatalf("pdftotext has no %q after %q:\n%s", want, out[max(0, at-40):at], out)
		}
		at += i + len(want)
	}
}

func BenchmarkPDF(b *testing.B) {
	p, _, err := page.Fit(testBriefing(), page.A4)
	if err != nil {
		b.Fatal(err)
	}
	o := testOptions()
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, p, o); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}

func BenchmarkReadPDF(b *testing.B) {
	data := testPDF(b, page.A4, testOptions())
	for b.Loop() {
		if _, err := Open(bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}
