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
	Evidence []briefing.Evidence `json:"evidence"` // the first place in each article
}

// Office returns the title by which a list gives the person: the one that is
// told of last among those that many articles give; "" if none is.
func (p PersonEntry) Office() string {
	most := 0
	for _, o := range p.Held {
		most = max(most, len(o.Evidence))
	}
	var best Office
	for _, o := range p.Held {
		if 3*len(o.Evidence) >= most && cmp.Or(cmp.Compare(o.Last, best.Last), cmp.Compare(len(o.Evidence), len(best.Evidence))) > 0 {
			best = o
		}
	}
	return best.Title
}

// Told reports whether anything is told of the person: an office, a meeting, a
// side or words. Many are only named.
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

// People returns who is named, who held which office when, who met whom and
// who said what. name picks those who may be called so; "" is everybody. Names
// are joined as the analyst has said, and where a shorter one can be nobody
// else's on that side.
func (a *App) People(ctx context.Context, name string) (Register, error) {
	fixes, err := a.fixes(ctx)
	if err != nil {
		return Register{}, err
	}
	b := registerBuilder{fixes: fixes, meetings: map[place]store.Fact{}, there: map[place][]store.Fact{}}
	kinds := []store.FactKind{store.PersonFact, store.MemberFact, store.MeetingFact, store.QuoteFact, store.ReportedFact}
	if err := a.eachFact(ctx, store.FactQuery{Kinds: kinds}, func(f store.Fact) error { b.see(f); return nil }); err != nil {
		return Register{}, err
	}
	r := Register{People: b.finished(name)}
	if !a.ReadOnly() {
		r.Unread, err = a.UnreadFacts(ctx)
	}
	return r, err
}

type registerBuilder struct {
	fixes    []briefing.Fix
	facts    []store.Fact // about people
	meetings map[place]store.Fact
	there    map[place][]store.Fact
	entries  []*personFacts
}

func (b *registerBuilder) see(f store.Fact) {
	if f.Kind == store.MeetingFact {
		b.meetings[place{f.Article, f.Meeting}] = f
		return
	}
	f.Who = b.corrected(f.Who)
	if f.Who == "" {
		return
	}
	if f.Kind == store.MemberFact {
		at := place{f.Article, f.Meeting}
		b.there[at] = append(b.there[at], f)
	}
	b.facts = append(b.facts, f)
}

// corrected returns a name as the analyst wants it.
func (b *registerBuilder) corrected(name string) string {
	for _, f := range b.fixes {
		if f.Kind == briefing.NameFix && f.From == name {
			return f.To
		}
	}
	return name
}

// finished makes the entries of those who may be called name.
func (b *registerBuilder) finished(name string) []PersonEntry {
	b.group()
	all := []PersonEntry{}
	for _, e := range b.entries {
		if name != "" && !slices.ContainsFunc(e.names, func(n writtenName) bool { return calledSo(n.text, name) }) {
			continue
		}
		all = append(all, b.entry(e))
	}
	slices.SortStableFunc(all, func(x, y PersonEntry) int {
		return cmp.Or(cmp.Compare(y.Articles, x.Articles), cmp.Compare(x.Name, y.Name))
	})
	return all
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

func (b *registerBuilder) entry(e *personFacts) PersonEntry {
	p := PersonEntry{Name: e.names[0].text, Sides: e.mostlyOf()}
	for _, n := range e.names {
		p.Names = append(p.Names, n.text)
	}
	slices.SortStableFunc(e.facts, inOrder)
	seen, met := map[briefing.ArticleID]bool{}, map[place]bool{}
	for _, f := range e.facts {
		seen[f.Article] = true
		switch at := (place{f.Article, f.Meeting}); f.Kind {
		case store.QuoteFact, store.ReportedFact:
			p.Said = append(p.Said, Saying{Day: f.Day, Text: f.Text, Verbatim: f.Kind == store.QuoteFact, Article: f.Article,
				Title: cmp.Or(f.Title, f.File), Evidence: evidenceOf(f)})
		case store.MemberFact:
			p.hold(f)
			if m, ok := b.meetings[at]; ok && !met[at] {
				met[at] = true
				p.Met = append(p.Met, Encounter{Day: m.Day, What: m.Text, Place: m.Role, With: b.others(at, p.Names, f), Article: f.Article,
					Title: cmp.Or(f.Title, f.File), Evidence: evidenceOf(m)})
			}
		default:
			p.hold(f)
		}
	}
	p.Articles = len(seen)
	return p
}

// hold notes an office, once for each article.
func (p *PersonEntry) hold(f store.Fact) {
	if f.Role == "" {
		return
	}
	side := ""
	if len(f.Sides) > 0 {
		side = f.Sides[0]
	}
	i := slices.IndexFunc(p.Held, func(o Office) bool {
		return store.SameSpelling(o.Title, f.Role) && (o.Side == side || o.Side == "" || side == "")
	})
	if i < 0 {
		p.Held = append(p.Held, Office{Title: f.Role, Side: side, First: f.Day, Last: f.Day, Evidence: evidenceOf(f)})
		return
	}
	o := &p.Held[i]
	o.Side, o.Last = cmp.Or(o.Side, side), max(o.Last, f.Day)
	if !slices.ContainsFunc(o.Evidence, func(e briefing.Evidence) bool { return e.Article == f.Article }) {
		o.Evidence = append(o.Evidence, evidenceOf(f)...)
	}
}

// others are the members of a meeting who stood on other sides than one.
func (b *registerBuilder) others(at place, own []string, self store.Fact) []string {
	var names []string
	for _, f := range b.there[at] {
		if !slices.Contains(own, f.Who) && !slices.Contains(names, f.Who) && !slices.Equal(f.Sides, self.Sides) {
			names = append(names, f.Who)
		}
	}
	return names
}

func evidenceOf(f store.Fact) []briefing.Evidence {
	var all []briefing.Evidence
	for _, s := range f.Evidence {
		all = append(all, briefing.Evidence{Article: f.Article, Span: s})
	}
	return all
}
