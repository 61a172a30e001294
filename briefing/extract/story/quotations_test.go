package story

import (
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

func TestScanQuotations(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"curly", "“We agree on it,” he said.", []string{"We agree on it,"}},
		{"straight", `"We agree on it," he said.`, []string{"We agree on it,"}},
		{"double apostrophes", "''We agree on it,'' he said.", []string{"We agree on it,"}},
		{"typewriter", "``We agree on it,'' he said.", []string{"We agree on it,"}},
		{"single curly", "‘We agree on it,’ he said.", []string{"We agree on it,"}},
		{"single straight", "'We agree on it,' he said.", []string{"We agree on it,"}},
		{"single with apostrophes inside", "'It's the workers' right, isn't it?' she said.", []string{"It's the workers' right, isn't it?"}},
		{"guillemets", "«We agree on it», he said.", []string{"We agree on it"}},
		{"guillemets with space", "« We agree on it », he said.", []string{"We agree on it"}},
		{"guillemets turned round", "»We agree on it«, he said.", []string{"We agree on it"}},
		{"low and high", "„We agree on it“, he said.", []string{"We agree on it"}},
		{"both turned the same way", "”We agree on it,” he said.", []string{"We agree on it,"}},
		{"opened curly, closed straight", `“We agree on it," he said.`, []string{"We agree on it,"}},
		{"opened straight, closed curly", `"We agree on it,” he said.`, []string{"We agree on it,"}},
		{"broken by the speaker", `"We agree," he said, "on all of it."`, []string{"We agree,", "on all of it."}},
		{"nested single", `"He told me 'no way' twice," she said.`, []string{"He told me 'no way' twice,"}},
		{"nested straight in curly", `“He told me "no way" twice,” she said.`, []string{`He told me "no way" twice,`}},
		{"nested straight in straight", `"He told me "no way" twice," she said. "Yes."`, []string{`He told me "no way" twice,`, "Yes."}},
		{"nested curly in curly", `“He told me “no way” twice,” she said. “Yes.”`, []string{`He told me “no way” twice,`, "Yes."}},
		{"nested double in single", `‘He told me “no way” twice,’ she said.`, []string{"no way"}},
		{"curly and straight mixed", `“We agree on it," he said. "We go on.” They left.`, []string{"We agree on it,", "We go on."}},
		{"a report that quotes", "\"The talks failed.\n“We agree on it,” he said.\"\nThey left. \"Yes.\"", []string{"The talks failed.\n“We agree on it,” he said.", "Yes."}},
		{"a report that quotes, doubled apostrophes", "''The talks failed.\n\"We agree on it,\" he said.''\nThey left.", []string{"The talks failed.\n\"We agree on it,\" he said."}},
		{"opened again in the next paragraph", "“We agree.\n\n“We go on,” he said.", []string{"We agree.\n\n“We go on,"}},
		{"opened again, straight", "\"We agree.\n\"We go on,\" he said. \"Yes.\"", []string{"We agree.\n\"We go on,", "Yes."}},
		{"closed in the next paragraph", "“We agree.\n\nWe go on,” he said.", []string{"We agree.\n\nWe go on,"}},
		{"never closed", "“We agree on it.\n\nThey left. “Yes,” he said.", []string{"We agree on it.", "Yes,"}},
		{"lost opening mark", "We agree on it,\" he said. \"Yes,\" she said.", []string{"Yes,"}},
		{"lost space before", `He said,"We agree." She left.`, []string{"We agree."}},
		{"lost space after", `"We agree on it,"he said.`, []string{"We agree on it,"}},
		{"inches", `He is 6'2" tall. "Yes," he said.`, []string{"Yes,"}},
		{"stray mark ends with its paragraph", "He \"left.\nShe came. \"We agree,\" she said. \"Yes.\"", []string{"left.", "We agree,", "Yes."}},
		{"dashes", `He said —"We agree"— and left.`, []string{"We agree"}},
		{"brackets", `He left ("We agree on it").`, []string{"We agree on it"}},
		{"apostrophes alone", "The workers' rights, the '90s, rock 'n' roll and 'em all.", nil},
		{"possessive and single", "The ministers’ plan is ‘a disgrace to us all’, he said.", []string{"a disgrace to us all"}},
		{"marks without words", `"" "!" ''''`, nil},
	} {
		var got []string
		for _, q := range scanQuotations(tt.text, Lines(tt.text)) {
			got = append(got, q.Of(tt.text))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: scanQuotations(%q) (-want +got):\n%s", tt.name, tt.text, d)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	for _, s := range []string{
		"“We agree,” he said. ‘No.’ \"Yes.\n\"Go on,\" ''x'' «y» »z«", "6'2\" \"\" ``a'' '90s", "”a“ \xff\" \x00'", "\"\"\"\"''''``",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, q := range scanQuotations(text, Lines(text)) {
			if !q.Span.Valid(text) && strings.ToValidUTF8(text, "") == text {
				t.Errorf("span %v of %q is not valid", q.Span, text)
			}
			if !q.Outer.Contains(q.Span) || q.Outer.Start < end {
				t.Errorf("quotation %v in %v after %d of %q", q.Span, q.Outer, end, text)
			}
			end = q.Outer.End
		}
	})
}

// marksOf returns text with n quotation marks of a hard kind, in one line.
func marksOf(n int, unit string) string { return strings.Repeat(unit, n/strings.Count(unit, `"`)) }

func TestScanQuotationsIsLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"pairs": `"We go on," he said. `, "only openers": ` "word`, "only closers": `word" `, "no space": `"`, "singles": ` 'word "`,
	} {
		cost := func(n int) time.Duration {
			text := marksOf(n, unit)
			p := []briefing.Paragraph{{Span: briefing.Span{Start: 0, End: len(text)}}}
			best := time.Hour
			for range 3 {
				start := time.Now()
				scanQuotations(text, p)
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := cost(20_000), cost(200_000)
		tooMuch := func() bool { return large > 40*max(small, 10*time.Millisecond) }
		for range 3 { // another program may have had the machine
			if tooMuch() {
				large = min(large, cost(200_000))
			}
		}
		if tooMuch() {
			t.Errorf("%s: ten times the marks take %v, not about ten times %v", name, large, small)
		}
	}
}

func BenchmarkQuotations(b *testing.B) {
	article := strings.Repeat("The ministers met on Monday. “We agree on most of it,” Ann Roe said. “It wasn't easy, and ‘no’ was said.”\n", 40)
	for _, tt := range []struct{ name, text string }{
		{"article 4KB", article},
		{"40KB", strings.Repeat(article, 10)},
		{"20,000 marks", marksOf(20_000, `"We go on," he said. `)},
		{"5MB in one line", strings.Repeat(strings.ReplaceAll(article, "\n", " "), 1200)},
	} {
		b.Run(tt.name, func(b *testing.B) {
			list := Lines(tt.text)
			b.SetBytes(int64(len(tt.text)))
			b.ReportAllocs()
			for b.Loop() {
				scanQuotations(tt.text, list)
			}
		})
	}
}
