package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
	"example.org/attache/store"
)

// LedgerQuery asks for commitments.
type LedgerQuery struct {
	// Sides are who it is between, under any name; empty is anybody.
	Sides  []string
	Since  briefing.Date              // of that day or later; the unknown date is all
	Status []briefing.AgreementStatus // empty is all
}

// News says how an entry stands to the occasion before the last: a deal told
// of for the first time on the last day that these sides were told of is new.
type News string

// The news of an entry.
const (
	FirstTold News = "new"     // told of on the last day for the first time
	ToldAgain News = "again"   // told of on the last day, and before
	ToldOnce  News = "earlier" // not told of on the last day any more
	NewsOpen  News = "open"    // nobody can say: it has no day, or it is not told between whom
)

// Ledger is what was agreed, promised, proposed and refused, the newest first.
type Ledger struct {
	Entries []LedgerEntry `json:"entries"`
	Unread  int           `json:"unread"` // articles whose facts are not read yet
}

// LedgerEntry is one commitment and where it is told.
type LedgerEntry struct {
	Status  briefing.AgreementStatus `json:"status"`
	Text    string                   `json:"text"` // in the words of one of its tellings
	Parties []string                 `json:"parties"`
	Talks   []string                 `json:"talks"` // sides of the meeting it is told of
	First   string                   `json:"first"` // ISO date of the first telling, as far as known
	Last    string                   `json:"last"`
	News    News                     `json:"news"`
	// Verified reports whether an analyst verified a line that rests on it, and
	// Briefing and Line say where.
	Verified bool                `json:"verified"`
	Briefing briefing.BriefingID `json:"briefing,omitempty"`
	Line     briefing.LineID     `json:"line,omitempty"`
	Tellings []Telling           `json:"tellings"` // oldest first, undated ones last
}

// Telling is one article's account of a commitment.
type Telling struct {
	Article   briefing.ArticleID       `json:"article"`
	Title     string                   `json:"title"` // of the article, or its file
	Outlet    string                   `json:"outlet"`
	Published briefing.Date            `json:"published"`
	Day       string                   `json:"day"`
	Status    briefing.AgreementStatus `json:"status"`
	Text      string                   `json:"text"`
	Evidence  []briefing.Evidence      `json:"evidence"`
	Rule      briefing.RuleID          `json:"rule"`
}

// Agreements returns what was agreed, promised, proposed and refused: what
// several articles tell of one commitment is one entry.
func (a *App) Agreements(ctx context.Context, q LedgerQuery) (Ledger, error) {
	b := ledgerBuilder{query: q, talks: map[place][]string{}, byWord: map[string][]int{}}
	fresh, err := a.readFresh(ctx)
	if err != nil {
		return Ledger{}, err
	}
	err = a.eachFact(ctx, store.FactQuery{Kinds: []store.FactKind{store.MeetingFact, store.AgreementFact, store.PositionFact}}, fresh, func(f store.Fact) error {
		b.see(f)
		return nil
	})
	if err != nil {
		return Ledger{}, err
	}
	b.collect()
	seals, err := a.seals(ctx)
	if err != nil {
		return Ledger{}, err
	}
	l := Ledger{Entries: b.finished(seals)}
	if !a.ReadOnly() {
		l.Unread, err = a.UnreadFacts(ctx)
	}
	return l, err
}

// place is a meeting of an article.
type place struct {
	article briefing.ArticleID
	meeting int
}

type ledgerBuilder struct {
	query   LedgerQuery
	talks   map[place][]string
	deals   []store.Fact
	entries []LedgerEntry
	read    []compose.Deal   // the entries', as they stand
	byWord  map[string][]int // entries by the longer words of their texts
}

func (b *ledgerBuilder) see(f store.Fact) {
	switch f.Kind {
	case store.MeetingFact:
		b.talks[place{f.Article, f.Meeting}] = f.Sides
	case store.AgreementFact:
		b.deals = append(b.deals, f)
	case store.PositionFact:
		if status, ok := positionStatus[briefing.PositionMode(f.Role)]; ok {
			f.Role = string(status)
			b.deals = append(b.deals, f)
		}
	}
}

// positionStatus are the positions that a ledger holds.
var positionStatus = map[briefing.PositionMode]briefing.AgreementStatus{briefing.Offered: briefing.Proposed, briefing.Refused: briefing.Rejected}

// collect takes the deals that are asked for, agreements before the positions
// that stand in the same words.
func (b *ledgerBuilder) collect() {
	taken := map[briefing.ArticleID][]briefing.Span{}
	for _, kind := range []store.FactKind{store.AgreementFact, store.PositionFact} {
		for _, f := range b.deals {
			if f.Kind != kind || len(f.Evidence) == 0 || !b.asked(f) {
				continue
			}
			if kind == store.PositionFact && slices.ContainsFunc(taken[f.Article], f.Evidence[0].Overlaps) {
				continue
			}
			taken[f.Article] = append(taken[f.Article], f.Evidence[0])
			b.put(f)
		}
	}
}

func (b *ledgerBuilder) asked(f store.Fact) bool {
	if len(b.query.Status) > 0 && !slices.Contains(b.query.Status, briefing.AgreementStatus(f.Role)) {
		return false
	}
	if b.query.Since.Known() && f.Day < b.query.Since.String() {
		return false
	}
	if len(b.query.Sides) == 0 {
		return true
	}
	own := false
	for _, side := range b.query.Sides {
		in := slices.ContainsFunc(f.Sides, func(s string) bool { return goesBy(s, side) })
		if !in && !slices.ContainsFunc(b.talks[place{f.Article, f.Meeting}], func(s string) bool { return goesBy(s, side) }) {
			return false
		}
		own = own || in || len(f.Sides) == 0
	}
	return own
}

// goesBy reports whether a side may be called name.
func goesBy(side, name string) bool {
	return slices.ContainsFunc(append(extract.Names(side), side), func(form string) bool { return store.SameSpelling(form, name) })
}

// put adds a telling to the entry that it tells of, or begins one.
func (b *ledgerBuilder) put(f store.Fact) {
	deal := briefing.Agreement{Text: f.Text, Parties: f.Sides, Status: briefing.AgreementStatus(f.Role)}
	telling := Telling{Article: f.Article, Title: cmp.Or(f.Title, f.File), Outlet: f.Outlet, Published: f.Published, Day: f.Day,
		Status: deal.Status, Text: f.Text, Rule: f.Rule}
	for _, s := range f.Evidence {
		telling.Evidence = append(telling.Evidence, briefing.Evidence{Article: f.Article, Span: s})
	}
	talks := b.talks[place{f.Article, f.Meeting}]
	if i, ok := b.find(deal); ok {
		e := &b.entries[i]
		e.Tellings = append(e.Tellings, telling)
		e.Parties, e.Talks = union(e.Parties, f.Sides), union(e.Talks, talks)
		if firmness[deal.Status] > firmness[e.Status] {
			e.Status = deal.Status
		}
		if len(f.Text) > len(e.Text) {
			e.Text = f.Text
		}
		b.note(i, f.Text)
		b.read[i] = e.deal()
		return
	}
	b.entries = append(b.entries, LedgerEntry{Status: deal.Status, Text: f.Text, Parties: slices.Clone(f.Sides), Talks: talks, Tellings: []Telling{telling}})
	b.read = append(b.read, compose.ReadDeal(deal))
	b.note(len(b.entries)-1, f.Text)
}

// firmness orders the statuses that one commitment may be told with.
var firmness = map[briefing.AgreementStatus]int{briefing.Announced: 1, briefing.Pledged: 2, briefing.Agreed: 3, briefing.Signed: 4}

const (
	keyLetters = 5   // of a word that tells one commitment from another
	keyEntries = 300 // with a word, beyond which it tells nothing
)

// note finds an entry by the words of a telling. A word with too many entries
// has no use for more.
func (b *ledgerBuilder) note(i int, text string) {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if len(w) >= keyLetters && len(b.byWord[w]) <= keyEntries && !slices.Contains(b.byWord[w], i) {
			b.byWord[w] = append(b.byWord[w], i)
		}
	}
}

// find returns the entry that a deal is told of in.
func (b *ledgerBuilder) find(deal briefing.Agreement) (int, bool) {
	sought, tried := compose.ReadDeal(deal), map[int]bool{}
	for _, w := range strings.Fields(strings.ToLower(deal.Text)) {
		if len(b.byWord[w]) > keyEntries {
			continue
		}
		for _, i := range b.byWord[w] {
			if !tried[i] && b.read[i].Same(sought) {
				return i, true
			}
			tried[i] = true
		}
	}
	return 0, false
}

// deal is the entry as an agreement.
func (e *LedgerEntry) deal() compose.Deal {
	return compose.ReadDeal(briefing.Agreement{Text: e.Text, Parties: e.Parties, Status: e.Status})
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// finished dates the entries, says what is news and puts the newest first.
func (b *ledgerBuilder) finished(seals map[briefing.ArticleID][]seal) []LedgerEntry {
	last := map[string]string{} // day of the last occasion, by who was there
	for i := range b.entries {
		e := &b.entries[i]
		slices.SortStableFunc(e.Tellings, func(x, y Telling) int {
			return cmp.Or(compareDays(x.Day, y.Day), cmp.Compare(x.Article, y.Article))
		})
		slices.Sort(e.Parties)
		slices.Sort(e.Talks)
		e.First = e.Tellings[0].Day
		for _, t := range e.Tellings {
			e.Last = max(e.Last, t.Day)
		}
		if key, _ := b.between(*e); e.Last > last[key] {
			last[key] = e.Last
		}
		for _, t := range e.Tellings {
			if s, ok := sealOn(seals, t.Text, t.Evidence); ok {
				e.Verified, e.Briefing, e.Line = true, s.briefing, s.line
			}
		}
	}
	for i := range b.entries {
		e := &b.entries[i]
		key, known := b.between(*e)
		switch day := last[key]; {
		case e.First != "" && e.First < e.Last && !known:
			e.News = ToldAgain
		case e.Last == "" || !known:
			e.News = NewsOpen
		case e.Last < day:
			e.News = ToldOnce
		case e.First < day:
			e.News = ToldAgain
		default:
			e.News = FirstTold
		}
	}
	slices.SortStableFunc(b.entries, func(x, y LedgerEntry) int {
		return cmp.Or(cmp.Compare(y.Last, x.Last), cmp.Compare(firmness[y.Status], firmness[x.Status]), cmp.Compare(x.Text, y.Text))
	})
	return b.entries
}

// compareDays puts the earlier day first and what has none last.
func compareDays(x, y string) int {
	if x == "" || y == "" {
		return cmp.Compare(y, x)
	}
	return cmp.Compare(x, y)
}

// between names the circle whose occasions are compared: the sides asked for,
// or those of the entry. What one side alone is told of, or nobody, is of no
// circle.
func (b *ledgerBuilder) between(e LedgerEntry) (circle string, known bool) {
	if len(b.query.Sides) > 0 {
		return "", true
	}
	all := union(slices.Clone(e.Parties), e.Talks)
	slices.Sort(all)
	return strings.Join(all, "\x00"), len(all) > 1
}
