package briefing_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

func TestWritingHints(t *testing.T) {
	for _, c := range []struct {
		name, text string
		scale      briefing.Scale
		others     []string
		want       []string // kind: words
	}{
		{"a vague word", "The talks may fail.", briefing.ICD203, nil, []string{"vague: may"}},
		{"each once", "It could rain, it could snow, possibly both.", briefing.ICD203, nil, []string{"vague: could", "vague: possibly"}},
		{"a word of the scale", "The talks are likely to fail.", briefing.ICD203, nil, nil},
		{"two steps of one row", "War is very unlikely, and talks are likely.", briefing.ICD203, nil, nil},
		{"both rows", "War is very unlikely; talks are probable.", briefing.ICD203, nil, []string{"mixed: very unlikely, probable"}},
		{"an adverb of the other row", "It will probably rain. Snow is unlikely.", briefing.ICD203, nil, []string{"mixed: unlikely, probably"}},
		{"the other row in another line", "Talks are probable.", briefing.ICD203, []string{"War is very unlikely."}, []string{"mixed: very unlikely, probable"}},
		{"others alone are not this line's", "The talks ended.", briefing.ICD203, []string{"War is unlikely.", "Peace is probable."}, nil},
		{"confidence and likelihood", "We assess with high confidence that war is unlikely.", briefing.ICD203, nil, []string{"both: high confidence, unlikely"}},
		{"in two sentences", "War is unlikely. Our confidence is low: low confidence is due to one source.", briefing.ICD203, nil, nil},
		{"the month of May", "They meet in May, on 3 May and again.", briefing.ICD203, nil, nil},
		{"May first", "May 2026 is set.", briefing.ICD203, nil, nil},
		{"a remote place", "They met in a remote valley.", briefing.ICD203, nil, nil},
		{"a remote chance", "War is remote, talks are likely.", briefing.ICD203, nil, []string{"mixed: likely, remote"}},
		{"somebody else's words", "He said “it may probably rain”, which is unlikely.", briefing.ICD203, nil, nil},
		{"possibility in one scale", "There is a realistic possibility of war.", briefing.ICD203, nil, []string{"vague: possibility"}},
		{"and in the other", "There is a realistic possibility of war.", briefing.PHIA, nil, nil},
		{"off", "It may possibly rain with high confidence.", briefing.NoScale, nil, nil},
		{"nothing", "", briefing.ICD203, nil, nil},
	} {
		var got []string
		for _, h := range briefing.WritingHints(c.text, c.others, c.scale) {
			got = append(got, string(h.Kind)+": "+strings.Join(h.Words, ", "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}

func FuzzWritingHints(f *testing.F) {
	f.Add("We assess with high confidence that war may be unlikely.")
	f.Add("“. May\xff” … very")
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range briefing.WritingHints(text, []string{text}, briefing.ICD203) {
			for _, w := range h.Words {
				if utf8.ValidString(text) && len(w) > len(text) {
					t.Errorf("hint %v is longer than %q", h, text)
				}
			}
		}
	})
}
