package mention

import "testing"

// TestMentionWords reads the lexicon mentions as somebody who extends it may leave it.
func TestMentionWords(t *testing.T) {
	if names := mentionWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only the lexicon mentions or only the code has: %q", names)
	}
	if !abstractNoun("navigation") || !abstractNoun("banking") || abstractNoun("ness") || abstractNoun("roe") {
		t.Error("a word is told by an ending, or is one, save that Ness is a name")
	}
	if !arabicArticle("al-Roe") || arabicArticle("al-roe") {
		t.Error("a small article is followed by a capital")
	}
}
