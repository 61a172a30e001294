package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// Register is who the library's articles name, those named in most articles
// first.
type Register struct {
	People []PersonEntry `json:"people"`
	Unread int           `json:"unread"` // articles whose facts are not read yet
}

// PersonEntry is what the library's articles tell of one person.
type PersonEntry struct {
	Name     string      `json:"name"`  // the fullest form
	Names    []string    `json:"names"` // all forms, the fullest first
	Sides    []string    `json:"sides"`
	Articles int         `json:"articles"` // that name the person
	Held     []Office    `json:"held"`     // by the day of the first article that says so
	Met      []Encounter `json:"met"`      // oldest first
	Said     []Saying    `json:"said"`     // oldest first
}

// Office is a title somebody held, as articles of these days give it.
type Office struct {
	Title    string              `json:"title"`
	Side     string              `json:"side"`
	First    string              `json:"first"` // ISO date, as far as known
	Last     string              `json:"last"`
	Evidence []briefing.Evidence `json:"evidence"` // of the first fact in each article
}

// Roll is a register without what is told of each person: of a hundred thousand
// articles it is there in seconds.
type Roll struct {
	People []PersonRow
	Unread int // articles whose facts are not read yet
}

// PersonRow is how much the library's articles tell of one person.
type PersonRow struct {
	Name            string // the fullest form
	Names           []string
	Sides           []string
	Office          string // told of last among those that many articles give; "" if none is
	Articles        int    // that name the person
	Held, Met, Said int    // offices, meetings, sayings
}

// Told reports whether anything is told of the person: an office, a meeting, a
// side or words. Many are only named.
func (p PersonRow) Told() bool { return p.Held+p.Met+p.Said+len(p.Sides) > 0 }

// Office returns the title by which a list gives the person, as
// PersonRow.Office.
func (p PersonEntry) Office() string {
	all := make([]tenure, len(p.Held))
	for i, o := range p.Held {
		all[i] = tenure{o.Title, o.Last, len(o.Evidence)}
	}
	return lastOffice(all)
}

// Told reports whether anything is told of the person, as PersonRow.Told.
func (p PersonEntry) Told() bool {
	return len(p.Held)+len(p.Met)+len(p.Said)+len(p.Sides) > 0
}

// Encounter is a meeting somebody took part in.
type Encounter struct {
	Day      string              `json:"day"`
	What     string              `json:"what"`
	Place    string              `json:"place"`
	With     []string            `json:"with"` // others of the meeting, of other sides
	Article  briefing.ArticleID  `json:"article"`
	Title    string              `json:"title"` // of the article, or its file
	Evidence []briefing.Evidence `json:"evidence"`
}

// Saying is what somebody said, verbatim or not.
type Saying struct {
	Day      string              `json:"day"`
	Text     string              `json:"text"`
	Verbatim bool                `json:"verbatim"`
	Article  briefing.ArticleID  `json:"article"`
	Title    string              `json:"title"`
	Evidence []briefing.Evidence `json:"evidence"`
}

// Named returns who is named, those named in most articles first.
func (a *App) Named(ctx context.Context) (Roll, error) {
	_, b, unread, err := a.register(ctx)
	if err != nil {
		return Roll{}, err
	}
	r := Roll{People: make([]PersonRow, 0, len(b.entries)), Unread: unread}
	for _, e := range b.entries {
		r.People = append(r.People, b.row(e))
	}
	slices.SortStableFunc(r.People, func(x, y PersonRow) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Name, y.Name))
	})
	return r, nil
}

// People returns who held which office when, who met whom and who said what.
// name picks those who may be called so; "" is everybody. Names are joined as
// the analyst has said, and where a shorter one can be nobody else's on that
// side.
func (a *App) People(ctx context.Context, name string) (Register, error) {
	fresh, b, unread, err := a.register(ctx)
	if err != nil {
		return Register{}, err
	}
	var asked []*personFacts
	for _, e := range b.entries {
		if name == "" || slices.ContainsFunc(e.names, func(n writtenName) bool { return calledSo(n.text, name) }) {
			asked = append(asked, e)
		}
	}
	q := store.FactQuery{Kinds: []store.FactKind{store.PersonFact, store.MemberFact, store.MeetingFact, store.QuoteFact, store.ReportedFact}}
	if name != "" {
		q.In, q.Who = b.whereabouts(asked)
	}
	t := newTelling(asked, b.corrected)
	if err := a.eachFact(ctx, q, fresh, func(f store.Fact) error { t.see(f); return nil }); err != nil {
		return Register{}, err
	}
	r := Register{People: make([]PersonEntry, 0, len(asked)), Unread: unread}
	for _, e := range asked {
		r.People = append(r.People, t.entry(e))
	}
	slices.SortStableFunc(r.People, func(x, y PersonEntry) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Name, y.Name))
	})
	return r, nil
}

// register tells the people of all articles apart, and how many articles are
// not read yet.
func (a *App) register(ctx context.Context) (freshFacts, *registerBuilder, int, error) {
	fixes, err := a.fixes(ctx)
	if err != nil {
		return nil, nil, 0, err
	}
	fresh, err := a.readFresh(ctx)
	if err != nil {
		return nil, nil, 0, err
	}
	named, err := a.namings(ctx, fresh)
	if err != nil {
		return nil, nil, 0, err
	}
	b := registerBuilder{fixes: fixes, named: named}
	if err := b.group(); err != nil {
		return nil, nil, 0, a.failed(err)
	}
	unread := 0
	if !a.ReadOnly() {
		unread, err = a.UnreadFacts(ctx)
	}
	return fresh, &b, unread, err
}

// calledSo reports whether all the words of what is asked for stand in a name.
func calledSo(name, asked string) bool {
	for _, w := range strings.Fields(asked) {
		if !slices.ContainsFunc(strings.Fields(name), func(part string) bool { return store.SameSpelling(part, w) }) {
			return false
		}
	}
	return true
}
