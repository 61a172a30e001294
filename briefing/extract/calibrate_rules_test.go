package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/lang"
)

// TestCalibrateRules counts, on the annotated articles of -gold, how often
// each rule on topics and agreements is right. With -write-clues it writes the
// counts into assets/rules and the measure made of them into the lexicons
// topics and deals (make calibrate). Arguable facts count for nothing.
func TestCalibrateRules(t *testing.T) {
	if *goldDir == "" {
		t.Skip("no -gold folder of annotated articles")
	}
	counts := map[briefing.RuleID]*[2]int{} // right, found
	articles := goldArticles(t)
	if len(articles) == 0 {
		t.Fatalf("no annotated articles in %s", *goldDir)
	}
	for _, a := range articles {
		found := Extract(&briefing.Article{Text: a.Text, Language: "en"})
		agenda, agreements := slices.Clone(a.Gold.Agenda), slices.Clone(a.Gold.Agreements)
		for _, x := range found.Agenda {
			tally(counts, x.Rule, x.Text, agenda)
		}
		for _, x := range found.Agreements {
			tally(counts, x.Rule, x.Text, agreements)
		}
	}
	ids := make([]briefing.RuleID, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		t.Logf("%-30s %3d of %d", id, counts[id][0], counts[id][1])
	}
	if *writeClues {
		writeCounts(t, counts)
	}
}

// tally matches a finding with the annotated fact that shares most words with
// it, at least half.
func tally(counts map[briefing.RuleID]*[2]int, id briefing.RuleID, text string, facts []annotatedFact) {
	best, at := .5, -1
	for i, f := range facts {
		if s := max(shared(text, f.Text), shared(text, f.Evidence)); s >= best && !f.taken {
			best, at = s, i
		}
	}
	if at >= 0 {
		facts[at].taken = true
		if facts[at].Optional {
			return
		}
	}
	if counts[id] == nil {
		counts[id] = &[2]int{}
	}
	counts[id][1]++
	if at >= 0 {
		counts[id][0]++
	}
}

// shared is the F1 of the telling words of two texts.
func shared(a, b string) float64 {
	words := func(s string) clause.Words {
		var stems []string
		for _, x := range lang.Analyse(s) {
			stems = append(stems, clause.Stems(x.Tokens)...)
		}
		return clause.WordsOf(stems)
	}
	x, y := words(a), words(b)
	n := x.Shared(y)
	if n == 0 {
		return 0
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}

// writeCounts writes the counts beside the rules.
func writeCounts(t *testing.T, counts map[briefing.RuleID]*[2]int) {
	rules, _ := filepath.Glob("../../assets/rules/*.rule")
	for _, path := range rules {
		rewrite(t, path, func(block string) string {
			id, _, _ := strings.Cut(strings.TrimPrefix(block, "rule   "), "\n")
			c := counts[briefing.RuleID(id)]
			var out strings.Builder
			for line := range strings.Lines(block) {
				switch {
				case strings.HasPrefix(line, "right "):
					continue
				case strings.HasPrefix(line, "ok ") && c != nil:
					fmt.Fprintf(&out, "right  %d of %d\n", c[0], c[1])
					c = nil
				}
				out.WriteString(line)
			}
			return out.String()
		})
	}
	for name, column := range map[string]int{"topics": 2} {
		path := "../../assets/lexicon/" + name + ".tsv"
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for line := range strings.Lines(string(data)) {
			f := strings.Split(line, "\t")
			if len(f) > column+1 && line[0] != '#' && f[0] != "set" {
				measure := .5 // never seen: as likely right as wrong
				if c := counts[briefing.RuleID(f[0])]; c != nil {
					measure = float64(c[0]+1) / float64(c[1]+2)
				}
				f[column] = strings.TrimPrefix(fmt.Sprintf("%.2f", measure), "0")
			}
			out.WriteString(strings.Join(f, "\t"))
		}
		if err := os.WriteFile(path, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// rewrite changes each block of a file, which an empty line ends.
func rewrite(t *testing.T, path string, change func(string) string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(data), "\n\n")
	for i, b := range blocks {
		if strings.HasPrefix(b, "rule ") {
			blocks[i] = change(b)
		}
	}
	if err := os.WriteFile(path, []byte(strings.Join(blocks, "\n\n")), 0o666); err != nil {
		t.Fatal(err)
	}
}
