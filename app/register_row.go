package app

import (
	"cmp"
	"slices"

	"example.org/attache/store"
)

// row counts what is told of a person.
func (b *registerBuilder) row(e *personFacts) PersonRow {
	p := PersonRow{Name: e.names[0].text, Sides: e.mostlyOf()}
	for _, n := range e.names {
		p.Names = append(p.Names, n.text)
	}
	type meeting struct {
		article int32
		of      int32
	}
	articles, met := map[int32]bool{}, map[meeting]bool{}
	for _, o := range e.seen {
		articles[o.article] = true
		if x := b.naming(o); x.Meeting >= 0 {
			met[meeting{o.article, x.Meeting}] = true
		}
	}
	for _, o := range e.spoken {
		articles[o.article] = true
		p.Said += int(b.naming(o).Count)
	}
	p.Articles, p.Met = len(articles), len(met)
	held := b.held(e)
	p.Held, p.Office = len(held), lastOffice(held)
	return p
}

// held are the offices of a person, as PersonEntry.Held tells them in full.
func (b *registerBuilder) held(e *personFacts) []tenure {
	var seen []occurrence
	for _, o := range e.seen {
		if b.naming(o).Role != 0 {
			seen = append(seen, o)
		}
	}
	slices.SortStableFunc(seen, func(x, y occurrence) int {
		days := cmp.Compare(b.named.Terms[b.naming(x).Day], b.named.Terms[b.naming(y).Day])
		return cmp.Or(days, cmp.Compare(b.rank[x.article], b.rank[y.article]))
	})
	var all []tenure
	var told offices
	for _, o := range seen {
		x, side := b.naming(o), ""
		if sides := b.sides[x.Sides]; len(sides) > 0 {
			side = sides[0]
		}
		role, day := b.named.Terms[x.Role], b.named.Terms[x.Day]
		spelt := once(b.spelling, x.Role, func() string { return store.Spelling(role) })
		i, first := told.note(spelt, side, b.named.Articles[o.article].Article, int(x.Count))
		if i == len(all) {
			all = append(all, tenure{title: role, last: day})
		}
		all[i].last = max(all[i].last, day)
		if first {
			all[i].places += int(x.Count)
		}
	}
	return all
}

// whereabouts returns the numbers of the articles that name people, and all
// forms that stand there.
func (b *registerBuilder) whereabouts(people []*personFacts) (articles []int64, forms []string) {
	in := map[int64]bool{}
	called := map[string]bool{}
	for _, e := range people {
		for _, n := range e.names {
			called[n.text] = true
		}
		for _, o := range slices.Concat(e.seen, e.spoken) {
			in[b.named.Articles[o.article].N] = true
		}
	}
	articles = []int64{}
	for n := range in {
		articles = append(articles, n)
	}
	slices.Sort(articles)
	for _, term := range b.named.Terms {
		if called[b.corrected(term)] {
			forms = append(forms, term)
		}
	}
	return articles, forms
}
