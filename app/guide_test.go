package app

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/assets"
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
				if whole := k < len(english[i].Blocks) && (block.Picture == nil) == (english[i].Blocks[k].Picture == nil); !whole {
					t.Errorf("%s: %q: block %d is a picture in one language and none in the other", language, chapter.Title, k)
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

// TestGuidePictures reads every picture of the guide, wants each in the folder
// to be shown, and all of them to stay small: they are in the program.
func TestGuidePictures(t *testing.T) {
	shown, bytesOfAll := map[string]bool{}, 0
	for _, language := range []string{"en", "es", "fr"} {
		for line := range strings.Lines(string(GuideText(language))) {
			said, path, ok := guidePicture(strings.TrimRight(line, "\n"))
			if !ok {
				continue
			}
			data, err := assets.GuidePicture(path)
			if err != nil {
				t.Error(err)
				continue
			}
			if _, err := png.Decode(bytes.NewReader(data)); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if said == "" || !strings.HasPrefix(path, "pictures/"+language+"-") {
				t.Errorf("%s: the picture %q says %q", language, path, said)
			}
			shown[filepath.Base(path)] = true
			bytesOfAll += len(data)
		}
		if words := GuideWords(language); bytes.Contains(words, []byte("![")) || bytes.Contains(words, []byte("\n\n\n")) {
			t.Errorf("%s: the guide without pictures has traces of them", language)
		}
		page := string(GuidePage(language))
		if n := strings.Count(page, "<img "); n != strings.Count(string(GuideText(language)), "![") || strings.Contains(page, "http") {
			t.Errorf("%s: the page has %d pictures, or an address of the web", language, n)
		}
	}
	files, err := os.ReadDir("../assets/guide/pictures")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !shown[f.Name()] {
			t.Errorf("%s is on no page of the guide", f.Name())
		}
	}
	if bytesOfAll > 1<<20 || len(shown) < 18 {
		t.Errorf("%d pictures of %d bytes", len(shown), bytesOfAll)
	}
}
