package seating

import "testing"

func TestAffairWords(t *testing.T) {
	if names := affairWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only assets/lexicon/affairs.tsv or only the code has: %q", names)
	}
}
