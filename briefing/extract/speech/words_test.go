package speech

import (
	"testing"

	"example.org/attache/briefing/extract/lexicon"
)

// TestSpeechWords reads the lexicons of speech as somebody who extends them may
// leave them.
func TestSpeechWords(t *testing.T) {
	if names := speechWords.Astray(); len(names) > 0 {
		t.Errorf("classes that only the lexicon speech or only the code has: %q", names)
	}
	for _, row := range lexicon.Rows("likeoffices") {
		if len(row) != 2 {
			t.Errorf("likeoffices: %q is not nouns and offices", row)
		}
	}
	if !likeOffices()["liberal"]["mayor"] || likeOffices()["liberal"]["king"] {
		t.Error(`"the liberal" may be a mayor and is no king`)
	}
	for noun, want := range map[string]byte{"spokesman": 'm', "duchess": 'f', "minister": 0} {
		if got := nounGender(noun); got != want {
			t.Errorf("%s tells gender %q, want %q", noun, got, want)
		}
	}
}
