package app

import (
	"strings"
	"testing"
)

// The guide and the interface have the same words, and the guide is whole in
// every language.
func TestGuide(t *testing.T) {
	english := Guide("en")
	for _, language := range []string{"en", "es", "fr"} {
		words, err := LoadWords(language)
		if err != nil {
			t.Fatal(err)
		}
		shown := map[string]bool{}
		for _, text := range words.texts {
			shown[text] = true
		}
		guide := Guide(language)
		if len(guide) != len(english) {
			t.Fatalf("%s has %d chapters, English %d", language, len(guide), len(english))
		}
		for i, chapter := range guide {
			if len(chapter.Blocks) != len(english[i].Blocks) {
				t.Errorf("%s: %q has %d paragraphs and items, English %d", language, chapter.Title, len(chapter.Blocks), len(english[i].Blocks))
			}
			for k, block := range chapter.Blocks {
				if k < len(english[i].Blocks) && block.Mark != english[i].Blocks[k].Mark {
					t.Errorf("%s: %q: item %d has the mark %q, English %q", language, chapter.Title, k, block.Mark, english[i].Blocks[k].Mark)
				}
				for _, run := range block.Runs {
					if run.Term && !shown[run.Text] {
						t.Errorf("%s: %q: the interface has no %q", language, chapter.Title, run.Text)
					}
					if strings.ContainsAny(run.Text, "*`#") && !run.Code {
						t.Errorf("%s: %q: marks left in %q", language, chapter.Title, run.Text)
					}
				}
			}
		}
	}
	if len(english) < 9 {
		t.Errorf("%d chapters", len(english))
	}
	if got := Guide("xx"); len(got) != len(english) || got[0].Title != english[0].Title {
		t.Error("another language does not get the English guide")
	}
}
