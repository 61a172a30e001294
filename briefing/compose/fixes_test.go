package compose_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"github.com/google/go-cmp/cmp"
)

// taught composes the two articles with what the analyst corrected before.
func taught(t *testing.T, fixes ...briefing.Fix) (briefing.Briefing, briefing.Sources) {
	t.Helper()
	inputs := []compose.Input{firstInput(t), secondInput(t)}
	for i := range inputs {
		inputs[i].Fixes = fixes
	}
	src := briefing.Sources{Article: func(id briefing.ArticleID) *briefing.Article {
		for _, in := range inputs {
			if in.Article.ID == id {
				return in.Article
			}
		}
		return nil
	}, Names: func(side string) []string { return []string{strings.TrimSuffix(side, "a") + "an"} }}
	return compose.Compose(inputs...), src
}

func people(b briefing.Briefing) []string {
	var all []string
	for _, l := range b.Section(briefing.DelegationsSection).Lines {
		all = append(all, l.Side+": "+l.Text+", "+l.Title+" ("+string(l.Status)+")")
	}
	return all
}

func TestComposeWithFixes(t *testing.T) {
	for _, c := range []struct {
		name  string
		fixes []briefing.Fix
		want  []string
	}{
		{"none", nil, []string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Sylvania: Karl Tarlenheim, envoy (suggested)"}},
		{"a title of the analyst's", []briefing.Fix{{Kind: briefing.TitleFix, Person: "Karl Tarlenheim", From: "envoy", To: "special envoy"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Sylvania: Karl Tarlenheim, special envoy (edited)"}},
		{"a title that the article has", []briefing.Fix{{Kind: briefing.TitleFix, Person: "Karl Tarlenheim", From: "envoy", To: "Sylvanian envoy"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Sylvania: Karl Tarlenheim, Sylvanian envoy (suggested)"}},
		{"a name, then a title by the new name", []briefing.Fix{
			{Kind: briefing.TitleFix, Person: "Charles Tarlenheim", From: "envoy", To: "ambassador"}, {Kind: briefing.NameFix, From: "Karl Tarlenheim", To: "Charles Tarlenheim"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Sylvania: Charles Tarlenheim, ambassador (edited)"}},
		{"a member on the other side", []briefing.Fix{{Kind: briefing.SideFix, Person: "Karl Tarlenheim", From: "Sylvania", To: "Ruritania"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Ruritania: Karl Tarlenheim, envoy (suggested)"}},
		{"two articles, two people", []briefing.Fix{{Kind: briefing.ApartFix, From: "Rassendyll", To: "Anna Rassendyll"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Ruritania: Rassendyll, Minister (suggested)", "Sylvania: Karl Tarlenheim, envoy (suggested)"}},
		{"two names, one person", []briefing.Fix{{Kind: briefing.NameFix, From: "Karl Tarlenheim", To: "Anna Rassendyll"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)"}},
		{"somebody else", []briefing.Fix{{Kind: briefing.TitleFix, Person: "Otto Strakencz", From: "envoy", To: "minister"}},
			[]string{"Ruritania: Anna Rassendyll, Transport Minister (suggested)", "Sylvania: Karl Tarlenheim, envoy (suggested)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, src := taught(t, c.fixes...)
			if diff := cmp.Diff(c.want, people(b)); diff != "" {
				t.Errorf("members (-want +got):\n%s", diff)
			}
			if c.name == "two articles, two people" {
				return // the second article, by itself, names no side
			}
			if err := briefing.Check(b, src); err != nil {
				t.Errorf("the referee refuses it: %v", err)
			}
		})
	}
}

func TestFixesChangeNoIDs(t *testing.T) {
	plain, _ := taught(t)
	fixed, _ := taught(t, briefing.Fix{Kind: briefing.TitleFix, Person: "Karl Tarlenheim", From: "envoy", To: "special envoy"})
	for i, l := range plain.Lines() {
		if got := fixed.Lines()[i].ID; got != l.ID {
			t.Errorf("line %q has the id %s with fixes, %s without", l.Text, got, l.ID)
		}
	}
}

// TestUpdateKeepsFixes updates a briefing that fixes have worded: nothing is
// new, nothing gone.
func TestUpdateKeepsFixes(t *testing.T) {
	fix := briefing.Fix{Kind: briefing.TitleFix, Person: "Karl Tarlenheim", From: "envoy", To: "special envoy"}
	b, _ := taught(t, fix)
	inputs := []compose.Input{firstInput(t), secondInput(t)}
	inputs[0].Fixes, inputs[1].Fixes = []briefing.Fix{fix}, []briefing.Fix{fix}
	if p := compose.Update(b, inputs...); !p.Empty() || len(p.Kept) > 0 {
		t.Errorf("the plan is not empty: %+v", p)
	}
}

// TestUpdateKeepsWhatWasPutTogether merges two lines and splits a third; the
// update brings none of them back.
func TestUpdateKeepsWhatWasPutTogether(t *testing.T) {
	b, src := taught(t)
	agenda := b.Section(briefing.AgendaSection).Lines
	for _, make := range []func() (briefing.Edit, error){
		func() (briefing.Edit, error) { return b.MergeNext(agenda[0].ID, src) },
		func() (briefing.Edit, error) {
			l := b.Section(briefing.AgreementsSection).Lines[0]
			return b.Split(l.ID, l.Wording, strings.Index(l.Text, " and pay"))
		},
	} {
		e, err := make()
		if err != nil {
			t.Fatal(err)
		}
		if b, _, err = briefing.Apply(b, e); err != nil {
			t.Fatal(err)
		}
	}
	p := compose.Update(b, firstInput(t), secondInput(t))
	if len(p.New) > 0 || len(p.Gone) > 0 || len(p.Changed) > 0 {
		t.Errorf("new %+v, gone %v, changed %+v; want none", p.New, p.Gone, p.Changed)
	}
	var agreements []string
	for _, l := range b.Section(briefing.AgreementsSection).Lines {
		agreements = append(agreements, l.Text)
	}
	if want := []string{"Reopen the Zenda bridge before winter", "And pay for it together"}; !slices.Equal(agreements, want) {
		t.Errorf("the split line reads %q, want %q", agreements, want)
	}
}
