package briefing_test

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

const visit = `The Foreign Minister, Marcel Orlanda, received Ambassador Kim Lindau on Monday.

“We will open it together, all of us,” Orlanda said.

Later the Chancellor asked Lindau for time. The Chancellor took part for Mexico.`

// visitors is the briefing of the visit: a member under two names, and lines
// that name him by either.
func visitors(t *testing.T) (briefing.Briefing, briefing.Sources) {
	t.Helper()
	a := article(visit)
	b := briefing.Blank()
	b.Articles = []briefing.ArticleRef{{ID: a.ID}}
	put := func(section briefing.SectionKind, id briefing.LineID, kind briefing.LineKind, w briefing.Wording, anchors ...string) {
		l := briefing.Line{ID: id, Kind: kind, Status: briefing.Verified, Wording: w, Suggested: w}
		for _, x := range anchors {
			l.From = append(l.From, evidence(t, a, x))
		}
		var err error
		if b, _, err = briefing.Apply(b, briefing.Edit{Op: briefing.InsertLine, Section: section, Index: 99, Line: &l}); err != nil {
			t.Fatal(err)
		}
	}
	first, quote, last := "The Foreign…Monday.", "“We…Orlanda said.", "The Chancellor took part for Mexico."
	put(briefing.DelegationsSection, "orlanda", briefing.ExtractLine, briefing.Wording{Text: "Marcel Orlanda", Title: "Foreign Minister"}, first, quote)
	put(briefing.DelegationsSection, "chancellor", briefing.ExtractLine, briefing.Wording{Text: "Chancellor", Side: "Mexico"}, last)
	put(briefing.DelegationsSection, "lindau", briefing.ExtractLine, briefing.Wording{Text: "Kim Lindau", Title: "Ambassador"}, first)
	put(briefing.PositionsSection, "asked", briefing.ExtractLine, briefing.Wording{Text: "time", Speaker: "Chancellor", Mode: "asked"}, "Later…time.")
	put(briefing.QuotesSection, "quote", briefing.QuoteLine, briefing.Wording{Text: "We will open it together, all of us", Speaker: "Marcel Orlanda", Title: "Foreign Minister"},
		"We will…all of us", quote, first)
	src := sources(a)
	if err := briefing.Check(b, src); err != nil {
		t.Fatal(err)
	}
	return b, src
}

// said is every line about a person, in short.
func said(b briefing.Briefing) []string {
	var all []string
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			all = append(all, strings.Join([]string{string(l.ID), l.Text, l.Title, l.Side, l.Speaker, string(l.Status)}, "/"))
		}
	}
	return all
}

func TestSamePerson(t *testing.T) {
	b, src := visitors(t)
	after := done(t, b, src, b.SamePerson("Marcel Orlanda", "Chancellor", src))
	want := []string{
		"orlanda/Marcel Orlanda/Foreign Minister/Mexico//verified",
		"lindau/Kim Lindau/Ambassador///verified",
		"asked/time///Marcel Orlanda/verified",
		"quote/We will open it together, all of us/Foreign Minister//Marcel Orlanda/verified",
	}
	if diff := cmp.Diff(want, said(after)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	// The name stands in the source, and the line says where.
	l, _, _, _ := after.Find("asked")
	words := briefing.Trace(l, src)
	for _, w := range words {
		if w.Class == briefing.YoursWord {
			t.Errorf("the line's %q is the analyst's own; it stands in the article", w.Text)
		}
	}
}

func TestSamePersonUnderANameNoArticleHas(t *testing.T) {
	b, src := visitors(t)
	e := b.SamePerson("Marcelo Orlanda Casaubon", "Chancellor", src)
	after := done(t, b, src, e)
	for _, id := range []briefing.LineID{"chancellor", "asked"} {
		if l, _, _, _ := after.Find(id); l.Status != briefing.Edited || l.Suggested.Equal(l.Wording) {
			t.Errorf("line %s: status %s, source wording %q; want it marked as edited, with its source wording kept", id, l.Status, l.Suggested.Text+l.Suggested.Speaker)
		}
	}
}

func TestSamePersonLeavesLockedLines(t *testing.T) {
	b, src := visitors(t)
	lock, _ := b.SetLocked("asked", true)
	b, _, _ = briefing.Apply(b, lock)
	after := done(t, b, src, b.SamePerson("Marcel Orlanda", "Chancellor", src))
	if l, _, _, _ := after.Find("asked"); l.Speaker != "Chancellor" {
		t.Errorf("the locked line's speaker is %q", l.Speaker)
	}
}

func TestTwoPeople(t *testing.T) {
	b, src := visitors(t)
	after := done(t, b, src, b.TwoPeople("Marcel Orlanda", "Orlanda", src))
	want := []string{
		"orlanda/Marcel Orlanda/Foreign Minister///verified",
		"own-1/Orlanda////verified",
		"chancellor/Chancellor//Mexico//verified",
		"lindau/Kim Lindau/Ambassador///verified",
		"asked/time///Chancellor/verified",
		"quote/We will open it together, all of us///Orlanda/verified",
	}
	if diff := cmp.Diff(want, said(after)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if e := b.TwoPeople("Kim Lindau", "Lindau", src); len(e.Edits) != 0 {
		t.Errorf("every line of Kim Lindau has the full name, but there are %d steps", len(e.Edits))
	}
}

func TestLessons(t *testing.T) {
	for _, c := range []struct {
		name   string
		line   briefing.LineID
		change func(*briefing.Wording)
		want   []briefing.Fix // learnt
	}{
		{"a title", "orlanda", func(w *briefing.Wording) { w.Title = "Secretary" },
			[]briefing.Fix{{Kind: briefing.TitleFix, Person: "Marcel Orlanda", From: "Foreign Minister", To: "Secretary"}}},
		{"the spelling of a name", "orlanda", func(w *briefing.Wording) { w.Text = "Marcelo Orlanda" },
			[]briefing.Fix{{Kind: briefing.NameFix, From: "Marcel Orlanda", To: "Marcelo Orlanda"}}},
		{"another person's line", "orlanda", func(w *briefing.Wording) { w.Text = "Juan Soto" }, nil},
		{"a side", "lindau", func(w *briefing.Wording) { w.Side = "United States" },
			[]briefing.Fix{{Kind: briefing.SideFix, Person: "Kim Lindau", To: "United States"}}},
		{"a quotation said by another member", "quote", func(w *briefing.Wording) { w.Speaker, w.Title = "Kim Lindau", "" }, nil},
		{"a text", "asked", func(w *briefing.Wording) { w.Text = "more time" }, nil},
	} {
		b, _ := visitors(t)
		l, _, _, _ := b.Find(c.line)
		w := l.Wording
		c.change(&w)
		var got []briefing.Fix
		for _, e := range b.Lessons(c.line, w) {
			if e.Fix != nil {
				got = append(got, *e.Fix)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: learnt (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestASecondThoughtTakesTheFirstsPlace edits a title twice, then back.
func TestASecondThoughtTakesTheFirstsPlace(t *testing.T) {
	b, _ := visitors(t)
	var keys []string
	for _, title := range []string{"Secretary", "Secretary of State", "Foreign Minister"} {
		l, _, _, _ := b.Find("orlanda")
		w := l.Wording
		w.Title = title
		lessons := b.Lessons("orlanda", w)
		if len(lessons) != 1 {
			t.Fatalf("title %q teaches %d things, want 1", title, len(lessons))
		}
		if f := lessons[0].Fix; f != nil {
			keys = append(keys, f.Key())
		} else {
			keys = append(keys, "forget "+lessons[0].Was.Key())
		}
		e, _ := b.Reword("orlanda", w)
		b, _, _ = briefing.Apply(b, e)
	}
	key := "title|Marcel Orlanda|Foreign Minister"
	if diff := cmp.Diff([]string{key, key, "forget " + key}, keys); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
}

func TestUseFix(t *testing.T) {
	for _, c := range []struct {
		name string
		fix  briefing.Fix
		line briefing.LineID
		want string
	}{
		{"title that no article has", briefing.Fix{Kind: briefing.TitleFix, Person: "Marcel Orlanda", From: "Foreign Minister", To: "Secretary of Foreign Affairs"}, "orlanda",
			"orlanda/Marcel Orlanda/Secretary of Foreign Affairs///edited"},
		{"title that the article has", briefing.Fix{Kind: briefing.TitleFix, Person: "Marcel Orlanda", From: "Foreign Minister", To: "Chancellor"}, "quote",
			"quote/We will open it together, all of us/Chancellor//Marcel Orlanda/verified"},
		{"another title of his is left", briefing.Fix{Kind: briefing.TitleFix, Person: "Marcel Orlanda", From: "Mayor", To: "Governor"}, "orlanda",
			"orlanda/Marcel Orlanda/Foreign Minister///verified"},
		{"side of a member", briefing.Fix{Kind: briefing.SideFix, Person: "Kim Lindau", To: "Mexico"}, "lindau",
			"lindau/Kim Lindau/Ambassador/Mexico//verified"},
		{"side renamed", briefing.Fix{Kind: briefing.SideFix, From: "Mexico", To: "Ruritania"}, "chancellor",
			"chancellor/Chancellor//Ruritania//edited"},
		{"name", briefing.Fix{Kind: briefing.NameFix, From: "Chancellor", To: "Marcel Orlanda"}, "asked", "asked/time///Marcel Orlanda/verified"},
		{"apart", briefing.Fix{Kind: briefing.ApartFix, From: "Orlanda", To: "Marcel Orlanda"}, "quote", "quote/We will open it together, all of us///Orlanda/verified"},
	} {
		b, src := visitors(t)
		after := done(t, b, src, b.Use(c.fix, src))
		l, _, _, _ := after.Find(c.line)
		got := strings.Join([]string{string(l.ID), l.Text, l.Title, l.Side, l.Speaker, string(l.Status)}, "/")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if reviewed, changed := l.Reviewed(), len(l.Learnt) > 0; changed && l.Status == briefing.Edited && reviewed {
			t.Errorf("%s: a line that a fix has edited counts as looked at", c.name)
		}
	}
}
