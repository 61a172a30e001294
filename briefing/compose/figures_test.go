package compose_test

import (
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"github.com/google/go-cmp/cmp"
)

// deals is an article that tells one agreement a sentence.
func deals(t *testing.T, texts ...string) compose.Input {
	t.Helper()
	article := ""
	for _, s := range texts {
		article += "The two sides agreed to " + s + ".\n\n"
	}
	return input(t, article, func(f *briefing.Findings, basis func(string) briefing.Basis) {
		for _, s := range texts {
			f.Agreements = append(f.Agreements, briefing.Agreement{Text: s, Status: briefing.Agreed, Basis: basis(s)})
		}
	})
}

func TestFigures(t *testing.T) {
	tests := []struct {
		name   string
		inputs []compose.Input
		want   []string
		status briefing.Status // of the first agreement
		other  []string        // its other wordings
	}{
		{"two articles, two days", []compose.Input{deals(t, "open the Zenda bridge by 1 March"), deals(t, "open the Zenda bridge by 15 March")},
			[]string{"Open the Zenda bridge by 1 March"}, briefing.Conflict, []string{"Open the Zenda bridge by 15 March"}},
		{"two articles, two months", []compose.Input{deals(t, "close the old Zenda mill in August"), deals(t, "close the old Zenda mill in September")},
			[]string{"Close the old Zenda mill in August"}, briefing.Conflict, []string{"Close the old Zenda mill in September"}},
		{"two articles, two counts", []compose.Input{deals(t, "open two joint border posts"), deals(t, "open three joint border posts")},
			[]string{"Open two joint border posts"}, briefing.Conflict, []string{"Open three joint border posts"}},
		{"one says more", []compose.Input{deals(t, "open the Zenda bridge by 1 March"), deals(t, "open the Zenda bridge by 1 March 2026")},
			[]string{"Open the Zenda bridge by 1 March 2026"}, briefing.Suggested, nil},
		{"one gives no day", []compose.Input{deals(t, "open the Zenda bridge"), deals(t, "open the Zenda bridge by 15 March")},
			[]string{"Open the Zenda bridge by 15 March"}, briefing.Suggested, nil},
		{"one article, two things", []compose.Input{deals(t, "open the Zenda bridge by 1 March", "open the Zenda tunnel bridge by 15 March")},
			[]string{"Open the Zenda bridge by 1 March", "Open the Zenda tunnel bridge by 15 March"}, briefing.Suggested, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i := range tt.inputs {
				tt.inputs[i].Article.Published = briefing.Date{Year: 2026, Month: 1, Day: i + 1}
			}
			b := compose.Compose(tt.inputs...)
			if diff := cmp.Diff(tt.want, texts(b, briefing.AgreementsSection)); diff != "" {
				t.Fatalf("agreements (-want +got):\n%s", diff)
			}
			l := b.Section(briefing.AgreementsSection).Lines[0]
			var other []string
			for _, w := range l.Alternatives {
				other = append(other, w.Text)
			}
			if diff := cmp.Diff(tt.other, other); diff != "" || l.Status != tt.status {
				t.Errorf("%q is %s, want %s; other wordings (-want +got):\n%s", l.Text, l.Status, tt.status, diff)
			}
		})
	}
}

// TestUpdateTellsOfAnotherFigure: a line that was settled keeps its words, and
// the plan says that a new article gives another figure.
func TestUpdateTellsOfAnotherFigure(t *testing.T) {
	one, two := deals(t, "open the Zenda bridge by 1 March"), deals(t, "open the Zenda bridge by 15 March")
	one.Article.Published = briefing.Date{Year: 2026, Month: 1, Day: 1}
	b := compose.Compose(one)
	l := b.Section(briefing.AgreementsSection).Lines[0]
	b = do(t, b, must(b.Verify(l.ID)))
	plan := compose.Update(b, one, two)
	got, _, _, _ := do(t, b, plan.Edit).Find(l.ID)
	if got.Text != l.Text || got.Status != briefing.Verified || len(got.Alternatives) != 1 {
		t.Errorf("the verified line is %q (%s) with %d other wordings; want it as it was, with one", got.Text, got.Status, len(got.Alternatives))
	}
	if len(plan.Kept) != 1 || plan.Kept[0].Now.Text != "Open the Zenda bridge by 15 March" {
		t.Errorf("the plan keeps %+v, want the line with the other day told", plan.Kept)
	}
}
