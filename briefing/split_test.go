package briefing_test

import (
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

// deal is an article with a list of topics, and the briefing of it.
const deal = `The ministers discussed how to tackle ice on the river, pensions for dockers and the tariff on glass.

“We did not promise a date, but we will open it together,” Anna Rassendyll said.

Sylvania asked for time.`

func topics(t *testing.T) (briefing.Briefing, briefing.Sources) {
	t.Helper()
	a := article(deal)
	b := briefing.Blank()
	put := func(section briefing.SectionKind, l briefing.Line) {
		l.Status, l.Suggested, l.Rank = briefing.Suggested, l.Wording, 0.5
		var err error
		if b, _, err = briefing.Apply(b, briefing.Edit{Op: briefing.InsertLine, Section: section, Index: 99, Line: &l}); err != nil {
			t.Fatal(err)
		}
	}
	text := func(id briefing.LineID, w briefing.Wording, anchor string) briefing.Line {
		return briefing.Line{ID: id, Kind: briefing.ExtractLine, Wording: w, From: []briefing.Evidence{evidence(t, a, anchor)}}
	}
	sentence := "The ministers…on glass."
	put(briefing.AgendaSection, text("ice", briefing.Wording{Text: "How to tackle ice on the river, pensions for dockers"}, sentence))
	put(briefing.AgendaSection, text("glass", briefing.Wording{Text: "The tariff on glass"}, sentence))
	put(briefing.AgreementsSection, text("agreed", briefing.Wording{Text: "The tariff on glass", Mode: "agreed"}, sentence))
	put(briefing.AgreementsSection, text("refused", briefing.Wording{Text: "pensions for dockers", Mode: "rejected"}, sentence))
	q := text("quote", briefing.Wording{Text: "We did not promise a date, but we will open it together", Speaker: "Anna Rassendyll"}, "We did…Anna Rassendyll said")
	q.Kind = briefing.QuoteLine
	put(briefing.QuotesSection, q)
	put(briefing.DelegationsSection, text("member", briefing.Wording{Text: "Anna Rassendyll"}, "“We…said."))
	src := sources(a)
	if err := briefing.Check(b, src); err != nil {
		t.Fatal(err)
	}
	return b, src
}

// textsOf are the texts of a section's lines.
func textsOf(b briefing.Briefing, section briefing.SectionKind) []string {
	var texts []string
	for _, l := range b.Section(section).Lines {
		texts = append(texts, l.Text)
	}
	return texts
}

// done applies an edit, has the referee look at the result, and takes it back
// to see that nothing is lost.
func done(t *testing.T, b briefing.Briefing, src briefing.Sources, e briefing.Edit) briefing.Briefing {
	t.Helper()
	after, inverse, err := briefing.Apply(b, e)
	if err != nil {
		t.Fatal(err)
	}
	if err := briefing.Check(after, src); err != nil {
		t.Errorf("%s: the referee refuses the result: %v", e.Name, err)
	}
	back, _, err := briefing.Apply(after, inverse)
	if err != nil {
		t.Fatalf("undo %s: %v", e.Name, err)
	}
	if diff := cmp.Diff(marshal(t, b), marshal(t, back)); diff != "" {
		t.Errorf("%s and undo (-before +after):\n%s", e.Name, diff)
	}
	return after
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name    string
		line    briefing.LineID
		section briefing.SectionKind
		before  string // the words before the caret
		want    []string
	}{
		{"at a comma, which goes", "ice", briefing.AgendaSection, "How to tackle ice on the river,", []string{"How to tackle ice on the river", "Pensions for dockers", "The tariff on glass"}},
		{"inside a word", "ice", briefing.AgendaSection, "How to tackle ice on the ri", []string{"How to tackle ice on the", "River, pensions for dockers", "The tariff on glass"}},
		{"a quotation, byte for byte", "quote", briefing.QuotesSection, "We did not promise a date, ", []string{"We did not promise a date,", "but we will open it together"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, src := topics(t)
			l, _, _, _ := b.Find(c.line)
			e, err := b.Split(c.line, l.Wording, len(c.before))
			if err != nil {
				t.Fatal(err)
			}
			after := done(t, b, src, e)
			if diff := cmp.Diff(c.want, textsOf(after, c.section)); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			for _, id := range []briefing.LineID{c.line, "own-1"} {
				half, _, _, _ := after.Find(id)
				if diff := cmp.Diff(l.From, half.From); diff != "" || half.Status != briefing.Edited {
					t.Errorf("line %s: status %s, evidence (-want +got):\n%s", id, half.Status, diff)
				}
			}
		})
	}
}

func TestSplitRefuses(t *testing.T) {
	b, _ := topics(t)
	for _, c := range []struct {
		name string
		line briefing.LineID
		at   int
		want error
	}{
		{"nothing before", "ice", 0, briefing.ErrNoPlace},
		{"nothing after", "ice", 999, briefing.ErrNoPlace},
		{"first word", "ice", 2, briefing.ErrNoPlace},
		{"negative", "ice", -1, briefing.ErrNoPlace},
		{"a member", "member", 5, briefing.ErrWhole},
		{"no such line", "none", 5, briefing.ErrNotFound},
	} {
		l, _, _, _ := b.Find(c.line)
		if _, err := b.Split(c.line, l.Wording, c.at); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestMergeNext(t *testing.T) {
	b, src := topics(t)
	e, err := b.MergeNext("ice", src)
	if err != nil {
		t.Fatal(err)
	}
	after := done(t, b, src, e)
	// The capital of the second line was the page's, not the article's.
	want := []string{"How to tackle ice on the river, pensions for dockers; the tariff on glass"}
	if diff := cmp.Diff(want, textsOf(after, briefing.AgendaSection)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	l, _, _, _ := after.Find("ice")
	for _, w := range briefing.Trace(l, src) {
		if w.Class == briefing.YoursWord {
			t.Errorf("the joined line has %q as the analyst's own", w.Text)
		}
	}
	// And apart again.
	e, err = after.Split("ice", l.Wording, strings.Index(l.Text, "the tariff"))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := textsOf(done(t, after, src, e), briefing.AgendaSection), textsOf(b, briefing.AgendaSection); !cmp.Equal(got, want) {
		t.Errorf("merged and split: %q, want %q", got, want)
	}
}

func TestMergeNextRefuses(t *testing.T) {
	b, src := topics(t)
	lock, _ := b.SetLocked("glass", true)
	own := b.NewLine(briefing.PositionsSection, 0, "Mine")
	for _, c := range []struct {
		name   string
		line   briefing.LineID
		before []briefing.Edit
		want   error
	}{
		{"last line", "glass", nil, briefing.ErrNoNext},
		{"no such line", "none", nil, briefing.ErrNotFound},
		{"agreed and rejected", "agreed", nil, briefing.ErrUnlike},
		{"the next is locked", "ice", []briefing.Edit{lock}, briefing.ErrLocked},
		{"quotations", "own-1", []briefing.Edit{mustCopy(t, b, "quote")}, briefing.ErrQuote},
		{"a member", "own-1", []briefing.Edit{mustCopy(t, b, "member")}, briefing.ErrWhole},
		{"own words and source words", "own-1", []briefing.Edit{own, move(t, b, "glass", briefing.PositionsSection)}, briefing.ErrUnlike},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := b
			for _, e := range c.before {
				var err error
				if b, _, err = briefing.Apply(b, e); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := b.MergeNext(c.line, src); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}

func mustCopy(t *testing.T, b briefing.Briefing, id briefing.LineID) briefing.Edit {
	t.Helper()
	_, section, _, _ := b.Find(id)
	e, err := b.Copy(id, section, 0)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func move(t *testing.T, b briefing.Briefing, id briefing.LineID, to briefing.SectionKind) briefing.Edit {
	t.Helper()
	e, err := b.Move(id, to, 9)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
