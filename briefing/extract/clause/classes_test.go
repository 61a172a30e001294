package clause

import "testing"

func TestClauseWords(t *testing.T) {
	if names := clauseWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only the lexicon clauses or only the code has: %q", names)
	}
	if !nounlike.Has("traffic") || nounlike.Has("economic") {
		t.Error(`"traffic" is a noun with the ending of an adjective, "economic" is an adjective`)
	}
}
