package compose

import (
	"cmp"
	"slices"
)

// InOrder returns the inputs in the order in which a briefing cites them: by
// the day they were published, those without one last, then by the name of
// their file and the hash of their text. It does not depend on the order they
// are given in.
func InOrder(inputs []Input) []Input {
	sorted := slices.Clone(inputs)
	slices.SortStableFunc(sorted, func(x, y Input) int {
		a, b := x.Article, y.Article
		if a.Published.Known() != b.Published.Known() {
			if a.Published.Known() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Published.String(), b.Published.String()), cmp.Compare(a.Source.Name, b.Source.Name), cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Source.Hash, b.Source.Hash), cmp.Compare(a.Title, b.Title), cmp.Compare(a.URL, b.URL))
	})
	return sorted
}
