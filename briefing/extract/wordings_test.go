package extract

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// TestWordings reads the lexicons of topics and deals as somebody who extends
// them may get them wrong: a column too few, a status or form that is none.
func TestWordings(t *testing.T) {
	confidence := func(row []string, s string) {
		if c, err := strconv.ParseFloat(s, 64); err != nil || c <= 0 || c > 1 {
			t.Errorf("%q: confidence %q is not in (0, 1]", row, s)
		}
	}
	for _, row := range rows("topics") {
		if len(row) != 5 || !strings.HasPrefix(row[0], "agenda.") || !slices.Contains([]string{"object", "subject", "complement"}, row[1]) {
			t.Errorf("topics: %q is no wording", row)
			continue
		}
		confidence(row, row[2])
	}
	for _, row := range rows("deals") {
		if row[0] == "set" && len(row) == 3 {
			continue
		}
		if len(row) != 7 || !strings.HasPrefix(row[0], "agreement.") || !slices.Contains([]string{"active", "passive", "refused"}, row[1]) {
			t.Errorf("deals: %q is no wording", row)
			continue
		}
		if !slices.Contains(firmness, briefing.AgreementStatus(row[2])) {
			t.Errorf("deals: %q has no status", row)
		}
		if _, ok := agreementForms[row[4]]; !ok {
			t.Errorf("deals: %q has no form", row)
		}
		confidence(row, row[3])
	}
	w, d := agendaLexicon(), agreementLexicon()
	for name, n := range map[string]int{"object": len(w.object), "subject": len(w.subject), "complement": len(w.complement), "active": len(d.active), "passive": len(d.passive), "refused": len(d.refused)} {
		if n == 0 {
			t.Errorf("no wording of kind %s was read", name)
		}
	}
	for first := range d.active {
		if strings.Contains(first, "<") {
			t.Errorf("set %s is not defined", first)
		}
	}
}
