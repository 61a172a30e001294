package app

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
)

// turn puts a word or more into a plain sentence that tells of a bargain.
// What stands behind the words put in may be told with them only, or, if the
// bargain itself is taken away, not at all.
type turn struct {
	name string
	// put returns the sentence with words put in, and where they stand in it.
	put  func(sentence string) (turned string, in briefing.Span)
	gone bool // no bargain is left
}

var (
	bargain = regexp.MustCompile(`\b(agreed|pledged|promised|vowed|undertook|decided|signed) `)
	promise = regexp.MustCompile(`\b(agreed|pledged|promised|vowed|undertook|decided) to `)
	// plainSentence has one clause, so that what is put in governs all of it.
	plainSentence = regexp.MustCompile(`^\p{Lu}[^,;:—–“”"?!\n]*\.$`)
	twoClauses    = regexp.MustCompile(` (but|while|after|before|because|although|which|who|and (will|would|agreed|pledged|promised|decided|signed|said|\p{Lu}\w+ (will|would|agreed|pledged|promised|signed|has|had)))\b`)
)

func before(words string) func(string) (string, briefing.Span) {
	return func(s string) (string, briefing.Span) {
		return words + s, briefing.Span{Start: 0, End: len(words)}
	}
}

func atMatch(re *regexp.Regexp, group int, words string) func(string) (string, briefing.Span) {
	return func(s string) (string, briefing.Span) {
		m := re.FindStringSubmatchIndex(s)
		if m == nil {
			return "", briefing.Span{}
		}
		at := m[group]
		return s[:at] + words + s[at:], briefing.Span{Start: at, End: at + len(words)}
	}
}

var turns = []turn{
	{"not to", func(s string) (string, briefing.Span) {
		m := promise.FindStringIndex(s)
		if m == nil {
			return "", briefing.Span{}
		}
		at := m[1] - len("to ")
		return s[:at] + "not " + s[at:], briefing.Span{Start: at, End: at + len("not ")}
	}, false},
	{"reportedly", atMatch(bargain, 2, "reportedly "), false},
	{"almost", atMatch(bargain, 2, "almost "), true},
	{"never", atMatch(bargain, 2, "never "), true},
	{"not true", before("It is not true that "), true},
	{"denied", before("A spokesman denied that "), true},
	{"doubt", before("Observers doubt that "), true},
	{"false", func(s string) (string, briefing.Span) {
		const first, last = "Reports that ", " are false."
		return first + strings.TrimSuffix(s, ".") + last, briefing.Span{Start: len(first) + len(s) - 1, End: len(first) + len(s) - 1 + len(last)}
	}, true},
	{"question", func(s string) (string, briefing.Span) {
		return "Is it so that " + strings.TrimSuffix(s, ".") + "?", briefing.Span{Start: len("Is it so that ") + len(s) - 1, End: len("Is it so that ") + len(s)}
	}, true},
}

// markedArticles are the articles that the rules are tested with.
func markedArticles(tb testing.TB) []string {
	files, err := filepath.Glob("../briefing/extract/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no marked articles: %v", err)
	}
	var all []string
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		for _, part := range a.Files {
			if part.Name == "article" {
				all = append(all, strings.TrimSpace(string(part.Data)))
			}
		}
	}
	return all
}

// bargains are the plain sentences of an article that tell of a bargain.
func bargains(article string) []briefing.Span {
	var all []briefing.Span
	for _, s := range briefing.Sentences(article, briefing.Span{Start: 0, End: len(article)}) {
		text := s.Of(article)
		s.Start += len(text) - len(strings.TrimLeft(text, " \n"))
		if text = s.Of(article); plainSentence.MatchString(text) && bargain.MatchString(text) && !twoClauses.MatchString(text) {
			all = append(all, s)
		}
	}
	return all
}

// turnedRound puts the turn into the n-th plain sentence of the article that
// tells of a bargain, and returns the lines that say the opposite; ok is false
// if there is no such sentence.
func turnedRound(tb testing.TB, article string, x turn, n int) (wrong []string, ok bool) {
	places := bargains(article)
	if n >= len(places) {
		return nil, false
	}
	at := places[n]
	sentence, in := x.put(at.Of(article))
	if sentence == "" {
		return nil, true
	}
	text := article[:at.Start] + sentence + article[at.End:]
	in.Start, in.End = in.Start+at.Start, in.End+at.Start
	whole := briefing.Span{Start: at.Start, End: at.Start + len(sentence)}
	a := &briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"}
	src := sourcesOf([]*briefing.Article{a})
	b, err := composed([]compose.Input{{Article: a, Findings: extract.Extract(a), Names: extract.Names}}, src)
	if err != nil {
		tb.Fatal(err)
	}
	for _, s := range b.Sections {
		switch s.Kind {
		case briefing.AgreementsSection, briefing.PositionsSection, briefing.BottomLine:
		default:
			continue
		}
		for _, l := range s.Lines {
			if l.Mode == string(briefing.Rejected) || s.Kind == briefing.PositionsSection && l.Mode == "" && strings.HasPrefix(l.Text, "refused") {
				continue
			}
			behind, kept := false, false
			for _, w := range briefing.Trace(l, src) {
				if w.Field != briefing.TextField || !whole.Contains(w.From.Span) {
					continue
				}
				behind = behind || x.gone || w.From.Start >= in.End
				kept = kept || in.Overlaps(w.From.Span)
			}
			// A line that tells the whole sentence says what was put in.
			if behind && (!kept || x.gone && s.Kind == briefing.AgreementsSection) {
				wrong = append(wrong, fmt.Sprintf("%s: %s: %q of %q", x.name, s.Kind, l.Text, sentence))
			}
		}
	}
	return wrong, true
}

// TestOpposite puts every turn into up to twelve sentences of every marked
// article.
func TestOpposite(t *testing.T) {
	tried := 0
	for _, article := range markedArticles(t) {
		for _, x := range turns {
			for n := range 12 {
				wrong, ok := turnedRound(t, article, x, n)
				if !ok {
					break
				}
				tried++
				for _, line := range wrong {
					t.Error(line)
				}
			}
		}
	}
	t.Logf("%d sentences turned", tried)
	if tried < 200 {
		t.Errorf("only %d sentences were turned", tried)
	}
}

// FuzzOpposite puts two turns into one article.
func FuzzOpposite(f *testing.F) {
	articles := markedArticles(f)
	f.Add(uint8(0), uint8(0), uint8(1), uint8(0))
	f.Add(uint8(3), uint8(4), uint8(2), uint8(1))
	f.Fuzz(func(t *testing.T, article, first, second, n uint8) {
		text := articles[int(article)%len(articles)]
		x, y := turns[int(first)%len(turns)], turns[int(second)%len(turns)]
		if places := bargains(text); len(places) > 1 { // the other turn goes into the last such sentence
			last := places[len(places)-1]
			if turned, _ := y.put(last.Of(text)); turned != "" {
				text = text[:last.Start] + turned + text[last.End:]
			}
		}
		wrong, _ := turnedRound(t, text, x, int(n)%4)
		for _, line := range wrong {
			t.Error(line)
		}
	})
}
