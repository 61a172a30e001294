package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
	"github.com/jdkato/prose/v2"
)

func TestTokenize(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"marks stand apart", `He said, "Yes."`, `He|said|,|"|Yes|.|"`},
		{"stops of abbreviations", "Mr. Li of the U.S. met Lt. Gen. Roe at 5 p.m. today", "Mr.|Li|of|the|U.S.|met|Lt.|Gen.|Roe|at|5|p.m.|today"},
		{"possessives", "Mexico’s and Senators' and al-Rifa'i's", "Mexico|’s|and|Senators|'|and|al-Rifa'i|'s"},
		{"contractions", "didn't we’ll can’t", "did|n't|we|’ll|ca|n’t"},
		{"hyphens and apostrophes in names", "Kim Tae-hyo, O’Malley", "Kim|Tae-hyo|,|O’Malley"},
		{"numbers", "27th 1,200 3.5 $40m", "27th|1,200|3.5|$|40m"},
		{"lost space", "the Gruport.They agreed", "the|Gruport|.|They|agreed"},
		{"initials", "J. R. Roe and I. Then", "J.|R.|Roe|and|I|.|Then"},
		{"runs of marks", "well ... ''no''", "well|...|''|no|''"},
		{"broken bytes", "a\xffb \x00 é", "a|\xff|b|\x00|é"},
	} {
		var got []string
		for _, tok := range Tokenize(tt.text, briefing.Span{Start: 0, End: len(tt.text)}) {
			got = append(got, tok.Text)
			if tok.Text != tt.text[tok.Start:tok.End] {
				t.Errorf("%s: token %q is not its span", tt.name, tok.Text)
			}
		}
		if d := cmp.Diff(tt.want, strings.Join(got, "|")); d != "" {
			t.Errorf("%s: Tokenize(%q) (-want +got):\n%s", tt.name, tt.text, d)
		}
	}
}

func TestAnalyseSentences(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "They met. They talked.", []string{"They met.", "They talked."}},
		{"honorific after a quotation mark", `He saw “Mr. Roe.” Then he left.`, []string{"He saw “Mr. Roe.”", "Then he left."}},
		{"country with stops", "The visit of U.S. Attorney General Roe ended. It rained.", []string{"The visit of U.S. Attorney General Roe ended.", "It rained."}},
		{"country with stops at the end", "He left the U.S. The talks went on.", []string{"He left the U.S.", "The talks went on."}},
		{"initials", "Joseph R. Roe met Ann B. Lee. They talked.", []string{"Joseph R. Roe met Ann B. Lee.", "They talked."}},
		{"rank", "He met Gen. Roe and Lt. Gov. Lee.", []string{"He met Gen. Roe and Lt. Gov. Lee."}},
		{"lost space", "They praised the group.They agreed to meet.", []string{"They praised the group.", "They agreed to meet."}},
		{"address keeps together", "See www.example.Org for more. Bye.", []string{"See www.example.Org for more.", "Bye."}},
		{"day at the end", "The pact was signed on Dec. 5. They met again in May.", []string{"The pact was signed on Dec. 5.", "They met again in May."}},
		{"speaker after a question", "“Will you sail?” he asked. She did.", []string{"“Will you sail?” he asked.", "She did."}},
		{"no stops", "one two three", []string{"one two three"}},
	} {
		var got []string
		for _, s := range Analyse(tt.text) {
			got = append(got, s.Of(tt.text))
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: Analyse(%q) (-want +got):\n%s", tt.name, tt.text, d)
		}
	}
}

func TestAnalyseParts(t *testing.T) {
	text := "Heading\n\nBody of it"
	got := Analyse(text, briefing.Span{Start: 0, End: 7}, briefing.Span{Start: 9, End: len(text)})
	if len(got) != 2 || got[0].Of(text) != "Heading" || got[1].Of(text) != "Body of it" {
		t.Errorf("a sentence crosses from one part into the next: %d sentences", len(got))
	}
}

func TestTags(t *testing.T) {
	text := "Senator O’Malley’s ministers met the Senate’s guests, and “agreed” quickly."
	s := Analyse(text)[0]
	var got []string
	for i, tok := range s.Tokens {
		got = append(got, tok.Text+"/"+s.Tag(i))
	}
	want := "Senator/NNP O’Malley/NNP ’s/POS ministers/NNS met/VBD the/DT Senate/NNP ’s/POS guests/NNS ,/, and/CC “/. agreed/VBD ”/. quickly/RB ./."
	line := strings.Join(got, " ")
	for _, w := range strings.Fields(want) {
		if strings.HasPrefix(w, "“") || strings.HasPrefix(w, "”") {
			continue // any tag will do for a mark
		}
		if !strings.Contains(line, w) {
			t.Errorf("tags of %q: no %s in %s", text, w, line)
		}
	}
}

// A word has the tag that prose gives it, and its own where the sentence repeats
// it: prose keeps one token for all that read the same.
func TestTagsAsProse(t *testing.T) {
	if loadTagger() == nil {
		t.Fatal("no tagger in prose's model")
	}
	for _, text := range []string{
		"After two days of talks in Oslo , the ministers plan to visit our port , which their guests , who had asked for a loan , want to lease to some partner .",
		"Costs rise ; the state would cut loans to farms , reports say , while exports to Peru fall and nine mayors call meetings about more of it .",
		"On 4 May 1987 some 1,200 long-haul drivers - mostly from Ghana - struck ; a.m. shifts at roe@mill.example ended .",
	} {
		doc, err := prose.NewDocument(text, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		s := &Sentence{Tokens: Tokenize(text, briefing.Span{End: len(text)})}
		for i, want := range doc.Tokens() {
			if got := s.Tag(i); got != want.Tag || s.Tokens[i].Text != want.Text {
				t.Errorf("%q is %s, and %q is %s to prose", s.Tokens[i].Text, got, want.Text, want.Tag)
			}
		}
	}
	const twice = "The envoys hope that the visit will end the strike, and the unions, which had called for an end to talks, plan a vote."
	s := Analyse(twice)[0]
	var got []string
	for i, tok := range s.Tokens {
		if tok.Text == "end" {
			got = append(got, s.Tag(i))
		}
	}
	if d := cmp.Diff([]string{"VB", "NN"}, got); d != "" {
		t.Errorf("a verb and a noun that read the same (-want +got):\n%s", d)
	}
}

func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{"", "They met. They talked.", "a\xff.B \x00", "U.S. Mr. St.’s 'n't ’s", "日本。中国。", "end.Start ...'''s", "İ’d x'S"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		valid := func(s briefing.Span) bool {
			return s.Valid(text) || !utf8.ValidString(text) && 0 <= s.Start && s.Start < s.End && s.End <= len(text)
		}
		last := 0
		for _, s := range Analyse(text) {
			if !valid(s.Span) || s.Start < last {
				t.Fatalf("sentence %v of %q", s.Span, text)
			}
			for i, tok := range s.Tokens {
				if !valid(tok.Span) || tok.Start < last || tok.Text != text[tok.Start:tok.End] || s.Tag(i) == "" {
					t.Fatalf("token %d %v of %q", i, tok, text)
				}
				last = tok.End
			}
		}
	})
}

func BenchmarkAnalyse(b *testing.B) {
	text := strings.Repeat("The foreign ministers of both countries met on Tuesday and discussed trade, the border and Mr. Roe’s visit. ", 40)
	b.Run("cut", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			Analyse(text)
		}
	})
	b.Run("tag", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for _, s := range Analyse(text) {
				s.Tag(0)
			}
		}
	})
}

// BenchmarkProseDefaults is the tagger's library as it comes: with entities
// and sentences, and a model loaded for every text.
func BenchmarkProseDefaults(b *testing.B) {
	text := strings.Repeat("The foreign ministers of both countries met on Tuesday and discussed trade, the border and Mr. Roe’s visit. ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := prose.NewDocument(text); err != nil {
			b.Fatal(err)
		}
	}
}
