package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/page"
)

// TestVerifyTamperedPage prints pages that differ from the trace they carry in
// as little as a letter.
func TestVerifyTamperedPage(t *testing.T) {
	dir := put(t, map[string]string{"talks.txt": talks})
	article := filepath.Join(dir, "talks.txt")
	s, _, err := app.BriefFiles(ctx, []string{article}, app.BriefOptions{Marking: "Official", TLP: "TLP:GREEN"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name     string
		old, new string // in the quotation on the page
		want     string // the word that is told; "" for none
	}{
		{"as exported", "", "", ""},
		{"a letter", "promise", "premise", "premise"},
		{"a negation gone", "did not promise", "did promise", "promise"},
		{"another word of the article", "open it together", "reopen it together", "reopen"},
		{"a word more", "a date", "a date before the winter", "before"},
		{"a number", "a date", "a 7 date", "7"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := s.Briefing.Clone()
			quotes := b.Section(briefing.QuotesSection).Lines
			if len(quotes) != 1 || !strings.Contains(quotes[0].Text, tt.old) {
				t.Fatalf("quotes are %+v", quotes)
			}
			quotes[0].Text = strings.Replace(quotes[0].Text, tt.old, tt.new, 1)
			untraced := verifyPage(t, s, b, article)
			switch {
			case tt.want == "" && len(untraced) > 0:
				t.Errorf("untraced: %+v, want none", untraced)
			case tt.want != "" && (len(untraced) == 0 || untraced[0].Word != tt.want):
				t.Errorf("%q for %q gives %+v, want %q", tt.new, tt.old, untraced, tt.want)
			}
		})
	}
	t.Run("marking", func(t *testing.T) {
		b := s.Briefing.Clone()
		b.Details.Marking = "Minister resigned"
		untraced := verifyPage(t, s, b, article)
		if !slices.ContainsFunc(untraced, func(w app.UntracedWord) bool { return w.Word == "resigned" }) {
			t.Errorf("another marking than the file's own gives %+v", untraced)
		}
	})
}

// verifyPage verifies the page of b with the trace of s.
func verifyPage(t *testing.T, s app.Session, b briefing.Briefing, article string) []app.UntracedWord {
	t.Helper()
	p, _, err := page.Fit(b, page.A4)
	if err != nil {
		t.Fatal(err)
	}
	var trace, pdf bytes.Buffer
	src := briefing.Sources{Names: extract.Names, Article: func(briefing.ArticleID) *briefing.Article { return s.Articles[0] }}
	if err := export.Trace(&trace, s.Briefing, src, export.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := export.PDF(&pdf, p, export.PDFOptions{Title: b.Title(), Trace: trace.Bytes()}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "brief.pdf")
	if err := os.WriteFile(path, pdf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := app.VerifyFiles(ctx, path, []string{article})
	if err != nil {
		t.Fatal(err)
	}
	return r.Untraced
}
