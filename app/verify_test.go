package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// TestVerify exports the sample with everything on its page that is no word of
// an article, and finds nothing amiss; then it slips a word in.
func TestVerify(t *testing.T) {
	a := newApp(t)
	id, err := a.LoadSample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b, err := a.Briefing(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, id, b.NewLine(briefing.CommentSection, 0, "Utterly novel vocabulary.")); err != nil {
		t.Fatal(err)
	}
	l := extracted(t, b)
	reword, err := b.Reword(l.ID, briefing.Wording{Text: l.Text + " zweifellos", Mode: l.Mode, Parties: l.Parties})
	if err != nil {
		t.Fatal(err)
	}
	if b, err = a.Do(ctx, id, reword); err != nil {
		t.Fatal(err)
	}
	details := b.Details
	details.TLP, details.Author, details.AsOf = "TLP:AMBER", "Quentin Xylander", briefing.Date{Year: 2019, Month: 12, Day: 5}
	if b, err = a.Do(ctx, id, briefing.Edit{Op: briefing.SetDetails, Name: "Details", Details: &details}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	verify := func(t *testing.T, path string) app.VerifyReport {
		t.Helper()
		r, err := a.Verify(ctx, path, nil)
		if err != nil {
			t.Fatalf("Verify: %v", err)
		}
		return r
	}
	for _, format := range app.Formats {
		t.Run(string(format), func(t *testing.T) {
			path := filepath.Join(dir, "brief."+string(format))
			if _, err := a.Export(ctx, b, app.ExportOptions{Path: path, Unverified: true, Trace: true, Author: true}); err != nil {
				t.Fatal(err)
			}
			r := verify(t, path)
			if r.Words < 50 || len(r.Untraced) > 0 || r.AsExported != app.AsExported || len(r.Changes) > 0 {
				t.Errorf("%d words, untraced: %+v, as exported: %s, %+v", r.Words, r.Untraced, r.AsExported, r.Changes)
			}
			if format == app.PDF || format == app.Word {
				return // cannot be tampered with by a text editor
			}
			contents, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			quote := quotation(t, b)
			first, _, _ := strings.Cut(quote, " ")
			changed := strings.ReplaceAll(string(contents), quote, strings.Replace(quote, first, first+" gargantuan", 1))
			if changed == string(contents) {
				t.Fatalf("the quotation %q is not in the file", quote)
			}
			if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
				t.Fatal(err)
			}
			if r = verify(t, path); len(r.Untraced) == 0 || r.Untraced[0].Word != "gargantuan" {
				t.Errorf("with a word slipped in, untraced: %+v", r.Untraced)
			}
			if r.AsExported != app.ChangedSince || len(r.Changes) == 0 || !strings.Contains(r.Changes[0].Says, "gargantuan") {
				t.Errorf("with a word slipped in, as exported: %s, %+v", r.AsExported, r.Changes)
			}
		})
	}
}

// quotation returns the words of a quotation that stand in any format as they
// are: letters and spaces.
func quotation(t *testing.T, b briefing.Briefing) string {
	t.Helper()
	for _, l := range b.Section(briefing.QuotesSection).Lines {
		run := strings.FieldsFunc(l.Text, func(r rune) bool { return r != ' ' && (r < 'A' || r > 'z') })
		for _, s := range run {
			if s = strings.TrimSpace(s); strings.Count(s, " ") > 2 {
				return s
			}
		}
	}
	t.Fatal("no quotation in the sample")
	return ""
}
