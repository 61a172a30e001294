package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func TestExportOverwritesOnlyItsOwn(t *testing.T) {
	a, b := draft(t)
	dir := t.TempDir()
	for _, format := range app.Formats {
		t.Run(string(format), func(t *testing.T) {
			path := filepath.Join(dir, "brief."+string(format))
			o := app.ExportOptions{Path: path, Unverified: true, Trace: true}
			for range 2 {
				_, err := a.Export(ctx, b, o)
				if errors.Is(err, briefing.ErrUnsupported) {
					t.Skip(err) // a format still to be written
				}
				if err != nil {
					t.Fatalf("Export: %v", err)
				}
			}
			first, err := os.ReadFile(path)
			if err != nil || len(first) == 0 {
				t.Fatalf("%d bytes written, %v", len(first), err)
			}
			changed := append(append([]byte(nil), first...), " "...)
			if err := os.WriteFile(path, changed, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err = a.Export(ctx, b, o)
			if p := app.Explain(err); !errors.Is(err, app.ErrExists) || p.Safe == "" || p.Do == "" {
				t.Errorf("over a file changed since = %v (%s), want ErrExists", err, p)
			}
			if err := os.WriteFile(path, []byte("somebody's thesis"), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := a.CheckExport(ctx, b, o); !errors.Is(err, app.ErrExists) {
				t.Errorf("CheckExport over a foreign file = %v, want ErrExists", err)
			}
			if _, err := a.Export(ctx, b, o); !errors.Is(err, app.ErrExists) {
				t.Errorf("over a foreign file = %v, want ErrExists", err)
			}
			if got, _ := os.ReadFile(path); string(got) != "somebody's thesis" {
				t.Error("a foreign file was replaced")
			}
			o.Overwrite = true
			if _, err := a.Export(ctx, b, o); err != nil {
				t.Errorf("on purpose: %v", err)
			}
			if got, _ := os.ReadFile(path); string(got) != string(first) {
				t.Error("the same briefing gave other bytes")
			}
		})
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".attache-*"))
	if len(left) > 0 {
		t.Errorf("temporary files left: %v", left)
	}
}

func TestExportOutsideALibrary(t *testing.T) {
	dir := put(t, map[string]string{"talks.txt": talks, "talks-copy.txt": talks, "empty.txt": ""})
	s, events, err := app.BriefFiles(ctx, []string{dir}, app.BriefOptions{Title: "Talks in Strelsau", Paper: "letter", Date: briefing.Date{Year: 2019, Month: 12, Day: 5}})
	if err != nil || len(events) != 3 || len(s.Articles) != 1 || s.Briefing.Title() != "Talks in Strelsau" {
		t.Fatalf("BriefFiles: %+v, %v; title %q", events, err, s.Briefing.Title())
	}
	if s.Articles[0].Published.String() != "2019-12-05" {
		t.Errorf("published %v", s.Articles[0].Published)
	}
	path := filepath.Join(t.TempDir(), "brief.pdf")
	o := app.ExportOptions{Path: path, Unverified: true}
	for range 2 { // the second time over its own file
		if r, err := s.Export(ctx, o); err != nil || r.Lines == 0 {
			t.Fatalf("Export: %+v, %v", r, err)
		}
	}
	foreign := filepath.Join(dir, "talks.txt")
	if _, err := s.Export(ctx, app.ExportOptions{Path: foreign, Format: app.Markdown}); !errors.Is(err, app.ErrExists) {
		t.Errorf("Export over an article = %v, want ErrExists", err)
	}
	md, _, err := s.Bytes(ctx, app.ExportOptions{Format: app.Markdown, Unverified: true})
	if err != nil || !strings.Contains(string(md), "Talks in Strelsau") {
		t.Errorf("Markdown: %v\n%s", err, md)
	}
	if _, _, err := app.BriefFiles(ctx, []string{filepath.Join(dir, "empty.txt")}, app.BriefOptions{}); !errors.Is(err, briefing.ErrEmpty) {
		t.Errorf("BriefFiles of nothing = %v, want ErrEmpty", err)
	}
}

func TestExportRefusesMarkings(t *testing.T) {
	a, b := draft(t)
	mark, err := b.Mark(extracted(t, b).ID, "TLP:RED")
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, b.ID, mark); err != nil {
		t.Fatal(err)
	}
	b.Details.TLP = "TLP:GREEN"
	path := filepath.Join(t.TempDir(), "brief.pdf")
	_, err = a.Export(ctx, b, app.ExportOptions{Path: path, Unverified: true})
	if p := app.Explain(err); !errors.Is(err, briefing.ErrMarking) || !strings.Contains(p.What, "TLP:RED on line") || !strings.Contains(p.What, "TLP:GREEN") {
		t.Errorf("Export = %v; explained %q", err, p)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a refused export left a file")
	}
}

func TestExportToWhereItCannot(t *testing.T) {
	a, b := draft(t)
	dir := t.TempDir()
	folder := filepath.Join(dir, "brief.pdf")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, path, says string
	}{
		{"no such folder", filepath.Join(dir, "no", "brief.pdf"), "there is no such folder"},
		{"a folder", dir, "it is a folder"},
		{"a folder by a file's name", folder, "it is a folder"},
		{"no ending", filepath.Join(dir, "brief"), "tells no format"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := a.Export(ctx, b, app.ExportOptions{Path: tt.path, Unverified: true})
			if p := app.Explain(err); err == nil || !strings.Contains(p.Error(), tt.says) || p.Do == "" {
				t.Errorf("Export = %v; explained %q", err, p)
			}
		})
	}
}

func TestExportToAFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs a small disk")
	}
	a, b := draft(t)
	dir := smallDisk(t, 64<<10)
	path := filepath.Join(dir, "brief.md")
	o := app.ExportOptions{Path: path, Unverified: true}
	if _, err := a.Export(ctx, b, o); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	if err := os.WriteFile(filepath.Join(dir, "ballast"), make([]byte, 52<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := a.Export(ctx, b, app.ExportOptions{Path: filepath.Join(dir, "brief.pdf"), Unverified: true})
	var failed *app.WriteError
	if p := app.Explain(err); !errors.As(err, &failed) || !strings.Contains(p.What, "the disk is full") || !strings.Contains(p.Safe, "saved") {
		t.Errorf("Export = %v; explained %q", err, p)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the older export was touched")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".attache-*")); len(left) > 0 {
		t.Errorf("temporary files left: %v", left)
	}
}

func TestExportName(t *testing.T) {
	b := briefing.Blank()
	if got := app.ExportName(b, app.PDF); got != "Briefing.pdf" {
		t.Errorf("ExportName of nothing = %q", got)
	}
	e := b.NewLine(briefing.MeetingSection, 0, ` Ruritania/Sylvania: “talks” <1> `)
	e.Line.Label = briefing.TitleLabel
	b, _, err := briefing.Apply(b, e)
	if err != nil {
		t.Fatal(err)
	}
	b.Articles = []briefing.ArticleRef{{Published: briefing.Date{Year: 2019, Month: 12, Day: 5}}, {}}
	if got, want := app.ExportName(b, app.Word), "Ruritania Sylvania “talks” 1 2019-12-05.docx"; got != want {
		t.Errorf("ExportName = %q, want %q", got, want)
	}
}
