package extract

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestArticles runs the marked articles of testdata/*.txtar. A file holds
//
//	-- article --       the text, written for the project
//	-- meetings --      name | day | place, each as the text has it or empty
//	-- members --       side | name | title | head; the last two may be left out
//	-- agenda --        topic
//	-- agreements --    status | text | party, party
//	-- positions --     mode | holder | text
//	-- quotes --        speaker | words; "first … last" stands for long ones
//	-- reported --      speaker | words
//	-- never --         section: words that no finding of it may hold
//	-- misses --        section: line that the rules do not find yet # why
//	-- wrong --         section: line that they find and should not # why
//
// A section that is there is matched line by line, one to one: an unexpected
// finding fails like a missing one, and an empty section wants none. A miss
// that is found fails too, and a wrong line that is not, so that the lists stay
// honest.
func TestArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no marked articles: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			testArticle(t, a)
		})
	}
}

func testArticle(t *testing.T, a *txtar.Archive) {
	sections := map[string][]string{}
	text := ""
	for _, f := range a.Files {
		if f.Name == "article" {
			text = strings.TrimSpace(string(f.Data))
			continue
		}
		sections[f.Name] = []string{}
		for line := range strings.Lines(string(f.Data)) {
			if line = strings.TrimSpace(line); line != "" {
				sections[f.Name] = append(sections[f.Name], line)
			}
		}
	}
	article := &briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"}
	findings := Extract(article)
	checkFindings(t, article, findings)
	got := rendered(findings)

	missing, wrong := withReasons(t, sections["misses"]), withReasons(t, sections["wrong"])
	for _, section := range []string{"meetings", "members", "agenda", "agreements", "positions", "quotes", "reported"} {
		want, marked := sections[section]
		if !marked {
			continue
		}
		left := slices.Clone(got[section])
		var lost []string
		take := func(w string) bool {
			i := slices.IndexFunc(left, func(g string) bool { return fits(w, g) })
			if i >= 0 {
				left = slices.Delete(left, i, i+1)
			}
			return i >= 0
		}
		for _, w := range want {
			if !take(w) {
				lost = append(lost, w)
			}
		}
		for _, w := range missing[section] {
			if take(w) {
				t.Errorf("%s: a listed miss is found now; move it to the wanted lines: %s", section, w)
			}
		}
		for _, w := range wrong[section] {
			if !take(w) {
				t.Errorf("%s: a line listed as wrong is gone; take it off the list: %s", section, w)
			}
		}
		for _, w := range lost {
			t.Errorf("%s: wanted and not found: %s", section, w)
		}
		for _, g := range left {
			t.Errorf("%s: found and not wanted: %s", section, g)
		}
	}
	for _, n := range sections["never"] {
		section, words, _ := strings.Cut(n, ": ")
		for _, g := range got[section] {
			if strings.Contains(strings.ToLower(g), strings.ToLower(words)) && !slices.ContainsFunc(wrong[section], func(w string) bool { return fits(w, g) }) {
				t.Errorf("%s: %q must not appear: %s", section, words, g)
			}
		}
	}
}

// withReasons returns listed lines by section; each must tell why it is listed.
func withReasons(t *testing.T, lines []string) map[string][]string {
	out := map[string][]string{}
	for _, l := range lines {
		line, why, ok := strings.Cut(l, " # ")
		section, line, ok2 := strings.Cut(line, ": ")
		if !ok || !ok2 || why == "" {
			t.Fatalf("listed without a section or a reason: %q", l)
		}
		out[section] = append(out[section], strings.TrimSpace(line))
	}
	return out
}

// fits reports whether a found line is the wanted one; trailing fields that
// the wanted line leaves out, and words for which it has "…", may be any.
func fits(want, got string) bool {
	w, g := strings.Split(want, "|"), strings.Split(got, "|")
	if len(w) > len(g) {
		return false
	}
	for i := range w {
		x, y := strings.TrimSpace(w[i]), strings.TrimSpace(g[i])
		if a, b, cut := strings.Cut(x, "…"); cut {
			if !strings.HasPrefix(y, strings.TrimSpace(a)) || !strings.HasSuffix(y, strings.TrimSpace(b)) {
				return false
			}
		} else if x != y {
			return false
		}
	}
	return true
}

// rendered returns the findings as the lines that marked articles hold.
func rendered(f briefing.Findings) map[string][]string {
	out := map[string][]string{}
	add := func(section, format string, args ...any) {
		out[section] = append(out[section], strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " "))
	}
	for _, m := range f.Meetings {
		add("meetings", "%s | %s | %s", m.What, m.Date, m.Place)
	}
	for _, g := range f.Delegations {
		for _, m := range g.Members {
			head := ""
			if m.Head {
				head = "head"
			}
			add("members", "%s | %s | %s | %s", g.Side, m.Name, m.Title, head)
		}
	}
	for _, a := range f.Agenda {
		if !a.Possible {
			add("agenda", "%s", a.Text)
		}
	}
	for _, a := range f.Agreements {
		add("agreements", "%s | %s | %s", a.Status, a.Text, strings.Join(a.Parties, ", "))
	}
	for _, p := range f.Positions {
		add("positions", "%s | %s | %s", p.Mode, p.Holder, p.Text)
	}
	for _, q := range f.Quotes {
		add("quotes", "%s | %s", q.Speaker, q.Text)
	}
	for _, r := range f.Reported {
		add("reported", "%s | %s", r.Speaker, r.Text)
	}
	return out
}

// checkFindings checks what holds for every article: spans are valid, quotes
// are their bytes, and no word of a name or title is invented.
func checkFindings(t *testing.T, a *briefing.Article, f briefing.Findings) {
	t.Helper()
	spans := func(what string, list []briefing.Span) {
		if len(list) == 0 {
			t.Errorf("%s: no evidence", what)
		}
		for _, s := range list {
			if !s.Valid(a.Text) {
				t.Errorf("%s: span %v is not valid", what, s)
			}
		}
	}
	traced := func(what, words string, list []briefing.Span, title bool) {
		kind := briefing.Line{Kind: briefing.ExtractLine, Status: briefing.Suggested}
		kind.Text = words
		if title {
			kind.Text, kind.Title = "", words
		}
		for _, s := range list {
			kind.From = append(kind.From, briefing.Evidence{Article: a.ID, Span: s})
		}
		b := briefing.Blank()
		b.Sections[0].Lines = append(b.Sections[0].Lines, kind)
		src := briefing.Sources{Article: func(briefing.ArticleID) *briefing.Article { return a }, Names: mention.Names}
		err := briefing.Check(b, src)
		var broken *briefing.CheckError
		if errors.As(err, &broken) && len(broken.Violations[0].Lost) > 0 {
			return // he was not there: TestReal looks at who is seated
		}
		if err != nil {
			t.Errorf("%s: %q: %v", what, words, err)
		}
	}
	for _, g := range f.Delegations {
		for _, m := range g.Members {
			spans("member "+m.Name, m.Evidence)
			traced("name", m.Name, m.Evidence, false)
			if m.Title != "" {
				traced("title of "+m.Name, m.Title, m.Evidence, true)
			}
		}
	}
	for _, p := range f.People {
		spans("person "+p.Name, p.Evidence)
		traced("name", p.Name, p.Evidence, false)
		if p.Title != "" {
			traced("title of "+p.Name, p.Title, p.Evidence, true)
		}
	}
	for _, x := range f.Agenda {
		spans("topic "+x.Text, x.Evidence)
	}
	for _, x := range f.Agreements {
		spans("agreement "+x.Text, x.Evidence)
	}
	for _, x := range f.Positions {
		spans("position "+x.Text, x.Evidence)
	}
	for _, q := range f.Quotes {
		spans("quote "+q.Text, q.Evidence)
		if q.Of(a.Text) != q.Text {
			t.Errorf("quote %q is not its bytes", q.Text)
		}
	}
	for _, r := range f.Reported {
		spans("reported "+r.Text, r.Evidence)
	}
}

// sampleTexts returns the texts of all marked articles.
func sampleTexts(tb testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		for _, part := range txtar.Parse(data).Files {
			if part.Name == "article" {
				out = append(out, string(bytes.TrimSpace(part.Data)))
			}
		}
	}
	return out
}

// FuzzExtract checks that any bytes give valid findings, and the same twice.
func FuzzExtract(f *testing.F) {
	for _, s := range sampleTexts(f) {
		f.Add(s)
	}
	for _, s := range []string{"", "\xff\xfe", "President \xff met Ann Roe.", "“”\"''", strings.Repeat("(", 50), "Ministers A, B and C", "met", "Mr. ’s", "of of of", ", Jr."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
		found := Extract(a)
		if utf8.ValidString(text) {
			checkFindings(t, a, found)
		}
		if d := cmp.Diff(found, Extract(a)); d != "" {
			t.Errorf("two runs differ:\n%s", d)
		}
	})
}

func TestLexicons(t *testing.T) {
	for _, name := range []string{"countries", "titles", "names", "organisations", "leaders", "lookalikes", "agencies", "hints", "furniture", "cues", "channels", "given"} {
		if len(lexicon.Rows(name)) == 0 {
			t.Errorf("lexicon %s is missing or empty", name)
		}
	}
	for side, forms := range mention.Sides().BySide {
		for _, f := range forms {
			if got, ok := mention.Sides().Named(f); !ok {
				t.Errorf("%s: form %q is not known", side, f)
			} else if got.Side != side && mention.Sides().Forms[f].Side == side {
				t.Errorf("%s: form %q gives %s", side, f, got.Side)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct{ side, form string }{{"Mexico", "Mexican"}, {"Mexico", "Mexico City"}, {"United States", "U.S."}, {"United Kingdom", "British"}, {"Solidarity", "Solidarity"}} {
		if !slices.Contains(mention.Names(tt.side), tt.form) {
			t.Errorf("Names(%q) lacks %q", tt.side, tt.form)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	texts := sampleTexts(b)
	text := ""
	for i := 0; len(text) < 4000; i++ {
		text += texts[i%len(texts)] + "\n\n"
	}
	a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
	Extract(a)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Extract(a)
	}
}

func BenchmarkExtractSizes(b *testing.B) {
	texts := strings.Join(sampleTexts(b), "\n\n") + "\n\n"
	for _, size := range []int{4 << 10, 32 << 10, 256 << 10, 1 << 20} {
		text := strings.Repeat(texts, size/len(texts)+1)[:size]
		text = strings.ToValidUTF8(text, "?")
		b.Run(fmt.Sprintf("%dK", size>>10), func(b *testing.B) {
			a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Extract(a)
			}
		})
	}
}

// TestHostileText holds the cost to the length of the text: most of these once
// took time that grew with its square.
func TestHostileText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const size = 256 << 10
	article := strings.Join(sampleTexts(t), "\n\n") + "\n\n"
	line := strings.ReplaceAll(article, "\n", " ")
	texts := map[string]string{"the article": repeated(article, size)}
	for _, s := range []string{"Mr. Roe and Mr. Lee met ", "he met Ann Roe. ", "\n\nAnn Roe met Bob Lee.", "President Ann Roe, ", "Aa ", "United States ", "Minister of State for Trade and ", "President Ann Roe left. “We go on and on,” the president said. ", "“We go on and on,” Roe laughed. ", "“We go.” Roe had a word. “It is over now.”\n",
		`" `, "“a ", "a” ", "'a' ", "“We go on\n\n", "(", ". ", "J. ", "a", "\x00\xff", "\u200fقال ", "and ", "to agree ", "fish; ", "they discussed: ", "- open a line\n", "the minister's envoy's aide's "} {
		texts[s] = repeated(s, size)
	}
	for name, s := range map[string]string{"one line": line, "no stops": strings.NewReplacer(".", "", "?", "", "!", "").Replace(line), "no spaces": strings.ReplaceAll(line, " ", "")} {
		texts[name] = repeated(s, size)
	}
	for _, s := range []string{"Ana %s, ", "Minister Ana %s of Peru and ", "Minister %s Prado met Mr. Prado. ", "“We will open the line,” said Minister Ana %s of Peru. ", "They discussed the %s line. ", "Peru and Chile agreed to build the %s line. ", "“We did not discuss the %s dam,” she said. ", "The %s Union met the Commission of %[1]s. "} {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, s, invented(i))
		}
		texts[s] = b.String()
	}
	usual := extractTime(texts["the article"])
	for name, text := range texts {
		limit := 5*usual + time.Second/2
		took := extractTime(text)
		if took > limit { // another program may have had the machine
			took = min(took, extractTime(text))
		}
		if took > limit {
			t.Errorf("%d bytes of %q took %v, as many of articles %v", len(text), name, took, usual)
		}
	}
}

// repeated returns s over and over, size bytes in all.
func repeated(s string, size int) string { return strings.Repeat(s, size/len(s)+1)[:size] }

// invented returns a name of its own for every number.
func invented(i int) string {
	name := "Qua"
	for ; i > 0; i /= 60 {
		name += string("bdfglmnprstv"[i%12]) + string("aeiou"[i/12%5])
	}
	return name
}

func extractTime(text string) time.Duration {
	start := time.Now()
	Extract(&briefing.Article{Text: text})
	return time.Since(start)
}
