package parse

import "testing"

func TestExtentWords(t *testing.T) {
	if names := extentWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only the lexicon extents or only the code has: %q", names)
	}
	if !ties.Has("trade") || ties.Has("minister") {
		t.Error(`"trade with Peru" is one thing, "the minister with Ann Roe" tells of company`)
	}
}
