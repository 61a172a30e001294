package extract

import (
	"os"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// opening is the paragraph before each sentence of testdata/real.txt.
const opening = "Estonian Foreign Minister Maret Kask met Latvian Foreign Minister Juris Bergs in Tartu on Monday to discuss timber.\n\n"

// TestReal reads sentences that deny, doubt, ask or only suppose. "+" wants a
// finding with the words, and every finding that has some of them has to have
// them all; "-" wants none at all but a refusal; "?" allows one with the words.
func TestReal(t *testing.T) {
	data, err := os.ReadFile("testdata/real.txt")
	if err != nil {
		t.Fatal(err)
	}
	kind, kinds, sentences := "", 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			kind, kinds = strings.Trim(line, "[]"), kinds+1
			continue
		}
		sentence, want, ok := strings.Cut(line, " | ")
		if !ok {
			t.Fatalf("line without what is wanted: %q", line)
		}
		sentences++
		sign, words := want[:1], strings.TrimSpace(want[1:])
		text := opening + sentence + "\n"
		found := told(Extract(&briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"}))
		some := false
		for _, f := range found {
			some = some || strings.Contains(f, words)
			if sign == "-" || !strings.Contains(f, words) {
				t.Errorf("%s: %q gives %q, want %s %s", kind, sentence, f, sign, words)
			}
		}
		if sign == "+" && !some {
			t.Errorf("%s: %q gives nothing with %q", kind, sentence, words)
		}
	}
	if kinds < 15 || sentences < 120 {
		t.Errorf("%d sentences of %d kinds, want 120 of 15", sentences, kinds)
	}
}

// told are the words of all findings but those of the opening paragraph and
// refusals.
func told(f briefing.Findings) []string {
	var found []string
	for _, a := range f.Agreements {
		if a.Status != briefing.Rejected {
			found = append(found, a.Text)
		}
	}
	for _, p := range f.Positions {
		if p.Mode != briefing.Refused || !strings.Contains(p.Text, "agree") {
			found = append(found, p.Text)
		}
	}
	for _, a := range f.Agenda {
		if a.Text != "timber" && len(f.Agreements) == 0 && a.Evidence[0].Start > 0 {
			found = append(found, a.Text)
		}
	}
	for _, q := range f.Quotes {
		found = append(found, q.Text)
	}
	for _, d := range f.Delegations {
		for _, m := range d.Members {
			if m.Name != "Maret Kask" && m.Name != "Juris Bergs" {
				found = append(found, m.Name)
			}
		}
	}
	return found
}
