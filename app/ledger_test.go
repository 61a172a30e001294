package app_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// years are articles about the same sides over three years.
var years = map[string]string{
	"a.md": "---\ndate: 2017-03-06\n---\nFrench Foreign Minister Anna Rassendyll met her Spanish counterpart Carlos Ibarra in Paris on Monday.\n\n" +
		"They discussed the rail link. The two countries agreed to reopen the Zenda bridge before the winter.\n\n“We will not wait for the ice to melt,” Rassendyll said.\n",
	"b.md": "---\ndate: 2018-05-08\n---\nSpanish Foreign Minister Carlos Ibarra received his French counterpart Anna Rassendyll in Madrid on Tuesday.\n\n" +
		"France and Spain agreed to share the catch of the river. They agreed to reopen the Zenda bridge before the winter.\n",
	"c.md": "---\ndate: 2019-11-05\n---\nFrench President Anna Rassendyll met Spanish Foreign Minister Carlos Ibarra in Paris on Tuesday.\n\n" +
		"France and Spain agreed to share the catch of the river. Spain refused to lower the tolls on the ferry.\n",
	"d.md": "---\ndate: 2019-11-06\n---\nNorwegian Foreign Minister Karl Berg met his Danish counterpart Ilse Holm in Oslo on Wednesday.\n\n" +
		"Norway and Denmark agreed to build a harbour at the cape.\n",
}

func shelfOfYears(t *testing.T) *app.App {
	a := newApp(t)
	if _, err := a.Import(ctx, []string{put(t, years)}, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.ReadFacts(ctx, nil); err != nil {
		t.Fatal(err)
	}
	return a
}

func ledger(t *testing.T, a *app.App, q app.LedgerQuery) string {
	t.Helper()
	l, err := a.Agreements(ctx, q)
	if err != nil || l.Unread != 0 {
		t.Fatalf("Agreements: %v, %d unread", err, l.Unread)
	}
	var all []string
	for _, e := range l.Entries {
		tick := ""
		if e.Verified {
			tick = " verified"
		}
		all = append(all, fmt.Sprintf("%s %s %s %s %d%s: %s", e.First, e.Last, e.News, e.Status, len(e.Tellings), tick, e.Text))
		for _, tell := range e.Tellings {
			article, err := a.Article(ctx, tell.Article)
			if err != nil || len(tell.Evidence) == 0 || !strings.Contains(tell.Evidence[0].Of(article.Text), strings.Fields(tell.Text)[0]) {
				t.Errorf("%q does not lead to its evidence: %v", tell.Text, err)
			}
		}
	}
	return strings.Join(all, "\n")
}

func TestLedger(t *testing.T) {
	a := shelfOfYears(t)
	const between = `2018-05-08 2019-11-05 again agreed 2: share the catch of the river
2019-11-05 2019-11-05 new rejected 1: refused to lower the tolls on the ferry
2017-03-06 2018-05-08 earlier agreed 2: reopen the Zenda bridge before the winter`
	for _, sides := range [][]string{{"France", "Spain"}, {"SPANISH", "french"}} {
		if got := ledger(t, a, app.LedgerQuery{Sides: sides}); got != between {
			t.Errorf("between %v:\n%s\nwant\n%s", sides, got, between)
		}
	}
	if got := ledger(t, a, app.LedgerQuery{Sides: []string{"France", "Norway"}}); got != "" {
		t.Errorf("between sides that never met: %s", got)
	}
	if got := ledger(t, a, app.LedgerQuery{Since: briefing.Date{Year: 2019}, Status: []briefing.AgreementStatus{briefing.Rejected}}); !strings.HasSuffix(got, "tolls on the ferry") || strings.Contains(got, "\n") {
		t.Errorf("refused since 2019: %s", got)
	}

	// What an analyst verified stands out, and what is corrected is read anew.
	found, err := a.Search(ctx, app.Query{Text: "catch after:2019"})
	if err != nil || found.Total != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	b, err := a.Draft(ctx, []briefing.ArticleID{found.Rows[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range b.Section(briefing.AgreementsSection).Lines {
		if strings.Contains(l.Text, "catch") {
			e, err := b.Verify(l.ID)
			if err == nil {
				b, err = a.Do(ctx, b.ID, e)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	day := briefing.Date{Year: 2020, Month: 1, Day: 2}
	if err := a.SetDetails(ctx, found.Rows[0].ID, app.ArticleDetails{Published: &day}); err != nil {
		t.Fatal(err)
	}
	if n, err := a.UnreadFacts(ctx); n != 1 || err != nil {
		t.Errorf("%d articles to read anew, %v; want 1", n, err)
	}
	if err := a.ReadFacts(ctx, nil); err != nil {
		t.Fatal(err)
	}
	got := ledger(t, a, app.LedgerQuery{Sides: []string{"France"}})
	if !strings.Contains(got, "again agreed 2 verified: share the catch") || strings.Contains(got, "verified: refused") || !strings.Contains(got, "2020-01-02") && !strings.Contains(got, "2019-12-31") {
		t.Errorf("after a line was verified and the article dated anew:\n%s", got)
	}
	if err := a.Remove(ctx, []briefing.ArticleID{found.Rows[0].ID}); err != nil {
		t.Fatal(err)
	}
	if got := ledger(t, a, app.LedgerQuery{Sides: []string{"France"}}); strings.Contains(got, "tolls") {
		t.Errorf("a removed article is still in the ledger:\n%s", got)
	}
}

// TestNewsOfALedger says nothing of what has no day or is no deal between two,
// and dates a deal by the articles that have a day.
func TestNewsOfALedger(t *testing.T) {
	a := newApp(t)
	met := "French Foreign Minister Anna Rassendyll met Spanish Foreign Minister Carlos Ibarra in Paris. "
	if _, err := a.Import(ctx, []string{put(t, map[string]string{
		"a.md": "---\ndate: 2019-03-06\n---\n" + met + "They agreed to reopen the Zenda bridge.\n",
		"b.md": met + "The two ministers agreed to reopen the Zenda bridge.\n",
		"c.md": met + "They agreed to share the catch of the river.\n",
		"d.md": "---\ndate: 2019-08-09\n---\nAfter talks in Oslo, Norway pledged to build a harbour at the cape.\n",
	})}, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.ReadFacts(ctx, nil); err != nil {
		t.Fatal(err)
	}
	const want = `2019-08-09 2019-08-09 open pledged 1: build a harbour at the cape
2019-03-06 2019-03-06 new agreed 2: reopen the Zenda bridge
  open agreed 1: share the catch of the river`
	if got := ledger(t, a, app.LedgerQuery{}); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	r, err := a.People(ctx, "rassendyll")
	if err != nil || len(r.People) != 1 || len(r.People[0].Held) != 1 || r.People[0].Held[0].First != "2019-03-06" {
		t.Errorf("an office is dated by an article without a day: %+v, %v", r.People, err)
	}
}

// TestLedgerDoesNotHangOnTheOrder of files.
func TestLedgerDoesNotHangOnTheOrder(t *testing.T) {
	var ledgers []string
	for _, order := range []string{"a.md b.md c.md d.md", "d.md c.md b.md a.md", "b.md a.md d.md c.md"} {
		a, dir := newApp(t), put(t, years)
		for name := range strings.SplitSeq(order, " ") {
			if _, err := a.Import(ctx, []string{filepath.Join(dir, name)}, nil); err != nil {
				t.Fatal(err)
			}
		}
		if err := a.ReadFacts(ctx, nil); err != nil {
			t.Fatal(err)
		}
		ledgers = append(ledgers, ledger(t, a, app.LedgerQuery{}))
		read, err := app.Open(ctx, app.Options{Library: a.Path(), ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := ledger(t, read, app.LedgerQuery{}); got != ledgers[0] {
			t.Errorf("opened to be read the ledger is\n%s\nand else\n%s", got, ledgers[0])
		}
		read.Close()
	}
	if ledgers[0] == "" || ledgers[1] != ledgers[0] || ledgers[2] != ledgers[0] {
		t.Errorf("three orders of files, three ledgers:\n%s", strings.Join(ledgers, "\n\n"))
	}
}

func TestRegister(t *testing.T) {
	a := shelfOfYears(t)
	all, err := a.People(ctx, "")
	if err != nil || len(all.People) != 4 {
		t.Fatalf("%+v, %v", all, err)
	}
	r, err := a.People(ctx, "rassendyll")
	if err != nil || len(r.People) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	p := r.People[0]
	var held []string
	for _, o := range p.Held {
		held = append(held, o.First+" "+o.Last+" "+o.Title)
	}
	if want := []string{"2017-03-06 2018-05-08 Foreign Minister", "2019-11-05 2019-11-05 President"}; !slices.Equal(held, want) {
		t.Errorf("offices %q, want %q", held, want)
	}
	if p.Articles != 3 || !slices.Equal(p.Sides, []string{"France"}) || len(p.Met) != 3 || !slices.Equal(p.Met[0].With, []string{"Carlos Ibarra"}) || p.Met[0].Day != "2017-03-06" {
		t.Errorf("%+v", p)
	}
	if len(p.Said) != 1 || !p.Said[0].Verbatim || p.Said[0].Text != "We will not wait for the ice to melt," {
		t.Errorf("said %+v", p.Said)
	}
	for query, want := range map[string]int{"person:rassendyll": 3, "side:Danish": 1, "agreed:bridge": 2, "agreed:tolls": 0, "said-by:rassendyll -topic:ferry": 1, "topic:rail": 1, "has:quote": 1, "has:agreements side:Spain": 3} {
		if found, err := a.Search(ctx, app.Query{Text: query}); err != nil || found.Total != want || found.Unread != 0 {
			t.Errorf("%s finds %d, want %d (%v)", query, found.Total, want, err)
		}
	}
}

// TestRollCountsTheRegister holds the list of who is named beside what is told
// of each, where facts are kept and where they are read on the way.
func TestRollCountsTheRegister(t *testing.T) {
	written := shelfOfYears(t)
	if _, err := written.Import(ctx, []string{put(t, map[string]string{"e.md": "---\ndate: 2019-12-07\n---\nSpanish Prime Minister Carlos Ibarra met Karl Berg, the Norwegian foreign minister, in Oslo.\n\n“The bridge is open,” Ibarra said. Berg said that the tolls would fall.\n"})}, nil); err != nil {
		t.Fatal(err)
	}
	read, err := app.Open(ctx, app.Options{Library: written.Path(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	check := func(a *app.App, articles int) {
		t.Helper()
		roll, err := a.Named(ctx)
		if err != nil {
			t.Fatal(err)
		}
		register, err := a.People(ctx, "")
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		most := 0
		for _, p := range roll.People {
			got = append(got, fmt.Sprint(p.Names, p.Sides, p.Office, p.Articles, p.Held, p.Met, p.Said, p.Told()))
			most = max(most, p.Articles)
		}
		for _, p := range register.People {
			want = append(want, fmt.Sprint(p.Names, p.Sides, p.Office(), p.Articles, len(p.Held), len(p.Met), len(p.Said), p.Told()))
			one, err := a.People(ctx, p.Name)
			if err != nil || !slices.ContainsFunc(one.People, func(o app.PersonEntry) bool { return fmt.Sprintf("%+v", o) == fmt.Sprintf("%+v", p) }) {
				t.Errorf("asked for alone %s is %+v, among all %+v (%v)", p.Name, one.People, p, err)
			}
		}
		if !slices.Equal(got, want) || most != articles {
			t.Errorf("the roll is\n%s\nthe register\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	check(read, 4)
	check(written, 3)
	if err := written.ReadFacts(ctx, nil); err != nil {
		t.Fatal(err)
	}
	check(written, 4)
	if err := written.ChangeLearnt(ctx, nil, &briefing.Fix{Kind: briefing.NameFix, From: "Carlos Ibarra", To: "Carlos Ibarra Ruiz"}); err != nil {
		t.Fatal(err)
	}
	check(written, 4)
}

func TestCompareWithLast(t *testing.T) {
	a := shelfOfYears(t)
	var drafts []briefing.Briefing
	for _, query := range []string{"bridge before:2018", "bridge catch", "tolls", "harbour"} {
		found, err := a.Search(ctx, app.Query{Text: query})
		if err != nil || found.Total != 1 {
			t.Fatalf("%s: %+v, %v", query, found, err)
		}
		b, err := a.Draft(ctx, []briefing.ArticleID{found.Rows[0].ID})
		if err != nil {
			t.Fatal(err)
		}
		drafts = append(drafts, b)
	}
	p, err := a.CompareWithLast(ctx, drafts[2].ID)
	if err != nil || p.Last.ID != drafts[1].ID {
		t.Fatalf("last is %s, want %s: %v", p.Last.ID, drafts[1].ID, err)
	}
	texts := func(steps []app.Step) string {
		var all []string
		for _, s := range steps {
			if s.Section == briefing.AgreementsSection {
				all = append(all, strings.ToLower(s.Line.Text))
			}
		}
		return strings.Join(all, ", ")
	}
	if got := texts(p.Repeated); got != "share the catch of the river" {
		t.Errorf("repeated %q", got)
	}
	if got := texts(p.Dropped); got != "reopen the zenda bridge before the winter" {
		t.Errorf("dropped %q", got)
	}
	if got := texts(p.New); strings.Contains(got, "catch") || strings.Contains(got, "bridge") {
		t.Errorf("new %q", got)
	}
	for _, alone := range []briefing.Briefing{drafts[0], drafts[3]} {
		if _, err := a.CompareWithLast(ctx, alone.ID); !errors.Is(err, briefing.ErrNotFound) {
			t.Errorf("a briefing without one before it: %v, want ErrNotFound", err)
		}
	}
}
