package extract

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	lex "example.org/attache/briefing/extract/words"
)

// TestWordings reads the lexicons of topics and deals as somebody who extends
// them may get them wrong: a column too few, a status or form that is none.
func TestWordings(t *testing.T) {
	confidence := func(row []string, s string) {
		if c, err := strconv.ParseFloat(s, 64); err != nil || c <= 0 || c > 1 {
			t.Errorf("%q: confidence %q is not in (0, 1]", row, s)
		}
	}
	for _, row := range lexicon.Rows("topics") {
		if len(row) != 5 || !strings.HasPrefix(row[0], "agenda.") || !slices.Contains([]string{"object", "subject", "complement"}, row[1]) {
			t.Errorf("topics: %q is no wording", row)
			continue
		}
		confidence(row, row[2])
	}
	w := agendaLexicon()
	for name, n := range map[string]int{"object": len(w.object), "subject": len(w.subject), "complement": len(w.complement)} {
		if n == 0 {
			t.Errorf("no wording of kind %s was read", name)
		}
	}
}

// TestDealWords reads the lexicon deals as somebody who extends it may get it
// wrong: a class without a line, a status that is none, a verb that package
// words does not know.
func TestDealWords(t *testing.T) {
	w := dealLexicon()
	statuses := []briefing.AgreementStatus{"", briefing.Signed, briefing.Agreed, briefing.Pledged, briefing.Announced, briefing.Proposed, briefing.Rejected}
	for name, c := range w.class {
		if c.rule != "" && !strings.HasPrefix(string(c.rule), "agreement.") || !slices.Contains(statuses, c.all) || !slices.Contains(statuses, c.one) {
			t.Errorf("class %s: rule %q, statuses %q and %q", name, c.rule, c.all, c.one)
		}
		for shape := range strings.SplitSeq(c.shapes, ",") {
			if !slices.Contains([]string{"binds", "clause", "verb", "object", "due", "of", "lists", "term", "light", "plain", "noun", "-"}, shape) {
				t.Errorf("class %s has no shape %q", name, shape)
			}
		}
	}
	for _, row := range lexicon.Rows("deals") {
		if len(row) != 3 && !(len(row) == 6 && row[1] == "class") {
			t.Errorf("%q is neither a class nor a word", row)
		}
	}
	for verb := range w.verbs {
		lemma, _, _ := strings.Cut(verb, " ")
		if len(lex.Forms(lemma)) == 0 {
			t.Errorf("verbs.tsv does not have %q: it is never read as a verb", verb)
		}
	}
	if len(w.verbs) < 100 || len(w.nouns) < 50 || len(w.clues) < 30 {
		t.Errorf("%d verbs, %d nouns and %d clues: has the lexicon another shape?", len(w.verbs), len(w.nouns), len(w.clues))
	}
}

// TestPositionWords reads the lexicon positions as somebody who extends it may
// get it wrong: a column too few, a mode that is none.
func TestPositionWords(t *testing.T) {
	modes := []briefing.PositionMode{briefing.Offered, briefing.Asked, briefing.Demanded, briefing.Refused, briefing.Expected, briefing.SupportedMode}
	rows := lexicon.Rows("positions")
	for _, row := range rows {
		if len(row) != 4 || !strings.HasPrefix(row[1], "position.") || !slices.Contains(modes, briefing.PositionMode(row[2])) {
			t.Errorf("positions: %q is no wording", row)
			continue
		}
		if c, err := strconv.ParseFloat(row[3], 64); err != nil || c <= 0 || c > 1 {
			t.Errorf("%q: confidence %q is not in (0, 1]", row, row[3])
		}
	}
	if len(rows) < 20 || len(positionVerbs()) < 20 {
		t.Errorf("%d wordings of positions, %d first words: has the lexicon another shape?", len(rows), len(positionVerbs()))
	}
}
