package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// naming is how a person is named, and in how many articles.
type naming struct {
	name, side, office string
	articles           int
}

func registerOf(t *testing.T, all []naming) string {
	t.Helper()
	named := &store.Namings{Terms: []string{""}}
	for i, n := range all {
		for k := range n.articles {
			f := store.Fact{Kind: store.PersonFact, Who: n.name, Role: n.office, Evidence: []briefing.Span{{Start: 0, End: 1}}}
			if n.side != "" {
				f.Sides = []string{n.side}
			}
			if err := named.Add(store.ArticleNamings{Article: briefing.ArticleID(fmt.Sprint(i, ".", k))}, []store.Fact{f}); err != nil {
				t.Fatal(err)
			}
		}
	}
	b := registerBuilder{named: named}
	if err := b.group(); err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, e := range b.entries {
		p := b.row(e)
		rows = append(rows, fmt.Sprintf("%s: %s", strings.Join(p.Names, ", "), strings.Join(p.Sides, ", ")))
	}
	slices.Sort(rows)
	return strings.Join(rows, "\n")
}

// TestOnePersonUnderManyNames joins what is one person's and keeps apart what is
// two people's, over articles that know nothing of each other.
func TestOnePersonUnderManyNames(t *testing.T) {
	for what, c := range map[string]struct {
		naming []naming
		want   string
	}{
		"accents, capitals, hyphens": {
			[]naming{{"Tomáš Króll", "Norway", "", 3}, {"TOMAS KROLL", "", "", 1}, {"Bora Min-ji", "Fiji", "", 2}, {"Bora Min Ji", "Fiji", "", 1}},
			"Bora Min-ji, Bora Min Ji: Fiji\nTomáš Króll, TOMAS KROLL: Norway",
		},
		"the same name written fully on another side is a slip": {
			[]naming{{"Edda Q. Marling", "Norway", "", 4}, {"Edda Q Marling", "Chad", "", 1}},
			"Edda Q. Marling, Edda Q Marling: Norway",
		},
		"short forms and what stands behind a name": {
			[]naming{{"Joseph K. Arden, Jr.", "Norway", "President", 5}, {"Joe Arden", "Norway", "", 2}, {"Arden", "Norway", "President", 3}},
			"Joseph K. Arden, Jr., Joe Arden, Arden: Norway",
		},
		"written from another script": {
			[]naming{{"Petro Hrebelsky", "Ukraine", "", 3}, {"Petro Hrebelskyy", "Ukraine", "", 2}, {"Petro Hrebelskiy", "Ukraine", "", 1}},
			"Petro Hrebelsky, Petro Hrebelskyy, Petro Hrebelskiy: Ukraine",
		},
		"the family's name first": {
			[]naming{{"Bora Min-ji", "Fiji", "President", 3}, {"Bora", "", "President", 2}, {"Kuno", "Japan", "", 1}, {"Kuno Haru", "Japan", "", 1}},
			"Bora Min-ji, Bora: Fiji\nKuno Haru, Kuno: Japan",
		},
		"an initial is not another's first name": {
			[]naming{{"Karl T. Berg", "Norway", "", 3}, {"Therese Berg", "", "", 1}},
			"Karl T. Berg: Norway\nTherese Berg: ",
		},
		"a surname alone is the holder's of the office": {
			[]naming{{"Karl Berg", "Norway", "President", 6}, {"Olga Berg", "Norway", "", 2}, {"Berg", "Norway", "President", 2}},
			"Karl Berg, Berg: Norway\nOlga Berg: Norway",
		},
		"a surname that two may bear stays apart": {
			[]naming{{"Karl Berg", "Norway", "minister", 2}, {"Olga Berg", "Norway", "minister", 2}, {"Berg", "Norway", "minister", 1}},
			"Berg: Norway\nKarl Berg: Norway\nOlga Berg: Norway",
		},
		"an office is not that of somebody named in passing": {
			[]naming{{"Olga Berg", "", "", 2}, {"Berg", "Norway", "President", 2}},
			"Berg: Norway\nOlga Berg: ",
		},
		"the same last name on two sides": {
			[]naming{{"Karl Berg", "Norway", "", 2}, {"Berg", "Chad", "", 1}, {"K. Berg", "Chad", "", 1}},
			"K. Berg, Berg: Chad\nKarl Berg: Norway",
		},
		"kings": {
			[]naming{{"Rudolf II", "Norway", "King", 2}, {"Rudolf V", "Norway", "King", 2}},
			"Rudolf II: Norway\nRudolf V: Norway",
		},
	} {
		if got := registerOf(t, c.naming); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", what, got, c.want)
		}
		slices.Reverse(c.naming)
		if got := strings.Count(registerOf(t, c.naming), "\n"); got != strings.Count(c.want, "\n") {
			t.Errorf("%s: naming the other way round there are others:\n%s", what, registerOf(t, c.naming))
		}
	}
}

func TestOfficeOfAPerson(t *testing.T) {
	office := func(title, last string, articles int) Office {
		return Office{Title: title, Last: last, Evidence: make([]briefing.Evidence, articles)}
	}
	for want, held := range map[string][]Office{
		"":          nil,
		"President": {office("Minister", "2017-03-06", 2), office("President", "2019-11-05", 1)},
		"Envoy":     {office("Envoy", "2019-11-05", 9), office("former Minister", "2020-01-02", 1)},
	} {
		if got := (PersonEntry{Held: held}).Office(); got != want {
			t.Errorf("office of %+v is %q, want %q", held, got, want)
		}
	}
}
