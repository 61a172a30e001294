package compose_test

import (
	"encoding/json"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"github.com/google/go-cmp/cmp"
)

const first = `Ruritania and Sylvania agreed on Tuesday to reopen the Zenda bridge before winter, the Ruritanian ministry said.

Transport Minister Anna Rassendyll led the Ruritanian side. Sylvanian envoy Karl Tarlenheim attended.

They discussed ice on the river and customs fees.

“We did not promise a date, but we will open it together,” Rassendyll said.`

const second = `ZENDA – The two countries will reopen the Zenda bridge before winter and pay for it together, officials said.

Minister Rassendyll and the Sylvanian envoy talked about customs fees.

“We will open it together,” Rassendyll said.`

// input finds by hand, so that these tests say nothing about extraction.
func input(t *testing.T, text string, fill func(f *briefing.Findings, basis func(anchor string) briefing.Basis)) compose.Input {
	t.Helper()
	a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
	for i := 0; i < len(text); {
		end := strings.Index(text[i:], "\n\n")
		if end < 0 {
			end = len(text) - i
		}
		a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: i, End: i + end}, Kind: briefing.Body})
		i += end + 2
	}
	f := briefing.Findings{Article: a.ID}
	fill(&f, func(anchor string) briefing.Basis {
		i := strings.Index(text, anchor)
		if i < 0 {
			t.Fatalf("anchor %q is not in the article", anchor)
		}
		n := briefing.ParagraphAt(a.Paragraphs, i)
		return briefing.Basis{Evidence: []briefing.Span{a.Paragraphs[n-1].Span}, Rule: "test.rule", Confidence: 0.9}
	})
	return compose.Input{Article: a, Findings: f}
}

func firstInput(t *testing.T) compose.Input {
	return input(t, first, func(f *briefing.Findings, basis func(string) briefing.Basis) {
		f.Meetings = []briefing.Meeting{{What: "agreed", Date: "Tuesday", DateISO: "2024-10-01", Basis: basis("agreed")}}
		f.Delegations = []briefing.Delegation{
			{Side: "Ruritania", Members: []briefing.Member{{Name: "Anna Rassendyll", Title: "Transport Minister", Head: true, Basis: basis("Transport Minister")}}},
			{Side: "Sylvania", Members: []briefing.Member{{Name: "Karl Tarlenheim", Title: "envoy", Basis: basis("envoy")}}},
		}
		f.Agenda = []briefing.AgendaItem{{Text: "ice on the river", Basis: basis("ice")}, {Text: "customs fees", Basis: basis("customs")}}
		f.Agreements = []briefing.Agreement{{Text: "reopen the Zenda bridge before winter", Parties: []string{"Ruritania", "Sylvania"}, Status: briefing.Agreed, Basis: basis("reopen")}}
		f.Quotes = []briefing.Quote{quote(first, "We did not promise a date, but we will open it together,", "Rassendyll", basis("We did"))}
	})
}

func secondInput(t *testing.T) compose.Input {
	return input(t, second, func(f *briefing.Findings, basis func(string) briefing.Basis) {
		f.Meetings = []briefing.Meeting{{What: "talked", Date: "Tuesday", DateISO: "2024-10-02", Basis: basis("talked")}}
		f.Delegations = []briefing.Delegation{{Side: "Ruritania", Members: []briefing.Member{{Name: "Rassendyll", Title: "Minister", Basis: basis("Minister Rassendyll")}}}}
		f.Agenda = []briefing.AgendaItem{{Text: "customs fees", Basis: basis("customs")}}
		f.Agreements = []briefing.Agreement{{Text: "reopen the Zenda bridge before winter and pay for it together", Parties: []string{"Ruritania", "Sylvania"}, Status: briefing.Agreed, Basis: basis("reopen")}}
		f.Quotes = []briefing.Quote{quote(second, "We will open it together,", "Rassendyll", basis("We will"))}
	})
}

func quote(text, words, speaker string, basis briefing.Basis) briefing.Quote {
	i := strings.Index(text, words)
	return briefing.Quote{Text: words, Span: briefing.Span{Start: i, End: i + len(words)}, Speaker: speaker, Basis: basis}
}

func texts(b briefing.Briefing, kind briefing.SectionKind) []string {
	var out []string
	for _, l := range b.Section(kind).Lines {
		out = append(out, l.Text)
	}
	return out
}

func sources(inputs ...compose.Input) briefing.Sources {
	return briefing.Sources{
		Article: func(id briefing.ArticleID) *briefing.Article {
			for _, in := range inputs {
				if in.Article.ID == id {
					return in.Article
				}
			}
			return nil
		},
		Names: func(side string) []string { return []string{side + "n"} },
	}
}

func TestComposeUnitesArticles(t *testing.T) {
	one, two := firstInput(t), secondInput(t)
	b := compose.Compose(one, two)
	want := map[briefing.SectionKind][]string{
		briefing.DelegationsSection: {"Anna Rassendyll", "Karl Tarlenheim"},
		briefing.AgendaSection:      {"Ice on the river", "Customs fees"},
		briefing.AgreementsSection:  {"Reopen the Zenda bridge before winter and pay for it together"},
		briefing.QuotesSection:      {"We did not promise a date, but we will open it together,"},
		briefing.BottomLine:         {"The two countries will reopen the Zenda bridge before winter and pay for it together, officials said."},
	}
	for kind, lines := range want {
		if diff := cmp.Diff(lines, texts(b, kind)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
	}
	if got := b.Title(); got != "Ruritania – Sylvania: agreed" {
		t.Errorf("title %q", got)
	}
	for _, l := range b.Section(briefing.AgreementsSection).Lines {
		if got := b.Refs(l); !slices.Equal(got, []briefing.Ref{{Article: 1, Paragraph: 1}, {Article: 2, Paragraph: 1}}) {
			t.Errorf("references of %q = %v, want both articles", l.Text, got)
		}
	}
	if when, _ := b.Labelled(briefing.WhenLabel); when.Status != briefing.Conflict {
		t.Errorf("two articles give different days, but the line is %q", when.Status)
	} else {
		both := when
		for _, x := range when.Alternatives {
			both.Text += "; " + x.Text
		}
		both.Mode = ""
		for _, w := range briefing.Trace(both, sources(one, two)) {
			if len(when.Alternatives) != 1 || w.Class == briefing.YoursWord {
				t.Errorf("both days, %q: %q is %s; want every word from an article", both.Text, w.Text, w.Class)
			}
		}
	}
	if err := briefing.Check(b, sources(one, two)); err != nil {
		t.Errorf("Check of what was composed: %v", err)
	}
}

func TestComposeNeverUnitesOpposites(t *testing.T) {
	agreed := func(text string, status briefing.AgreementStatus) func(*briefing.Findings, func(string) briefing.Basis) {
		return func(f *briefing.Findings, basis func(string) briefing.Basis) {
			f.Agreements = []briefing.Agreement{{Text: text, Status: status, Basis: basis(text)}}
		}
	}
	tests := []struct {
		name string
		a, b compose.Input
	}{
		{"denied and affirmed", input(t, "open the bridge before winter", agreed("open the bridge before winter", briefing.Agreed)),
			input(t, "not open the bridge before winter", agreed("not open the bridge before winter", briefing.Agreed))},
		{"signed and proposed", input(t, "They will open the bridge before winter", agreed("open the bridge before winter", briefing.Signed)),
			input(t, "One side wants to open the bridge before winter", agreed("open the bridge before winter", briefing.Proposed))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := compose.Compose(tt.a, tt.b).Section(briefing.AgreementsSection).Lines
			if len(lines) != 1 || lines[0].Status != briefing.Conflict || len(lines[0].Alternatives) != 1 {
				t.Errorf("agreements %+v, want one in conflict with the other wording beside it", lines)
			}
		})
	}
}

func TestComposeIsDeterministic(t *testing.T) {
	one, two := firstInput(t), secondInput(t)
	x, _ := json.Marshal(compose.Compose(one, two))
	for i := range 20 {
		if i%2 == 1 {
			one, two = two, one
		}
		if y, _ := json.Marshal(compose.Compose(one, two)); string(x) != string(y) {
			t.Fatalf("composing again, in another order, gave\n%s\nand\n%s", x, y)
		}
	}
}

// A later article adds lines and references; what the analyst did stays.
func TestUpdate(t *testing.T) {
	one, two := firstInput(t), secondInput(t)
	b := compose.Compose(one)
	agreement := b.Section(briefing.AgreementsSection).Lines[0]
	b = do(t, b, must(b.Reword(agreement.ID, briefing.Wording{Text: "Reopen the bridge", Parties: agreement.Parties, Mode: agreement.Mode})))
	head := b.Section(briefing.DelegationsSection).Lines[0]
	b = do(t, b, must(b.SetLocked(head.ID, true)))

	plan := compose.Update(b, one, two)
	after := do(t, b, plan.Edit)
	if got, _, _, _ := after.Find(agreement.ID); got.Text != "Reopen the bridge" || got.Status != briefing.Edited {
		t.Errorf("edited line is now %q (%s)", got.Text, got.Status)
	}
	if got, _, _, _ := after.Find(head.ID); len(got.From) != len(head.From) {
		t.Errorf("locked line now has %d references, had %d", len(got.From), len(head.From))
	}
	if len(plan.Kept) == 0 {
		t.Error("the plan does not say that an edited line would be worded otherwise now")
	}
	if len(after.Articles) != 2 {
		t.Errorf("%d articles after the update, want 2", len(after.Articles))
	}
	if again := compose.Update(after, one, two); len(again.New)+len(again.Changed) > 0 {
		t.Errorf("a second update would change something: %d new, %d changed", len(again.New), len(again.Changed))
	}
}

// FuzzUpdate: whatever the analyst did before, an update changes no word,
// status or place of a line that was settled.
func FuzzUpdate(f *testing.F) {
	f.Add(int64(1))
	f.Add(int64(77))
	f.Fuzz(func(t *testing.T, seed int64) {
		r := rand.New(rand.NewSource(seed))
		one, two := firstInput(t), secondInput(t)
		b := compose.Compose(one)
		for range r.Intn(12) {
			lines := b.Lines()
			id := lines[r.Intn(len(lines))].ID
			var e briefing.Edit
			switch r.Intn(6) {
			case 0:
				e, _ = b.Verify(id)
			case 1:
				e, _ = b.Leave(id)
			case 2:
				e, _ = b.SetLocked(id, r.Intn(2) == 0)
			case 3:
				e, _ = b.Reword(id, briefing.Wording{Text: "mine"})
			case 4:
				e, _ = b.Move(id, briefing.SectionKinds[r.Intn(len(briefing.SectionKinds))], r.Intn(3))
			default:
				e = b.NewLine(briefing.CommentSection, 0, "own")
			}
			if next, _, err := briefing.Apply(b, e); err == nil {
				b = next
			}
		}
		plan := compose.Update(b, one, two)
		after, inverse, err := briefing.Apply(b, plan.Edit)
		if err != nil {
			t.Fatalf("the plan cannot be done: %v", err)
		}
		for _, l := range b.Lines() {
			got, section, _, ok := after.Find(l.ID)
			_, was, _, _ := b.Find(l.ID)
			if !ok || section != was {
				t.Fatalf("line %q is gone or moved from %s to %s", l.Text, was, section)
			}
			if (l.Reviewed() || l.Locked) && (!got.Wording.Equal(l.Wording) || got.Status != l.Status) {
				t.Fatalf("settled line %q (%s) became %q (%s)", l.Text, l.Status, got.Text, got.Status)
			}
		}
		back, _, err := briefing.Apply(after, inverse)
		if err != nil {
			t.Fatalf("undo of the update: %v", err)
		}
		x, _ := json.Marshal(b)
		if y, _ := json.Marshal(back); string(x) != string(y) {
			t.Fatal("undoing the update did not give the briefing back")
		}
	})
}

func must(e briefing.Edit, err error) briefing.Edit {
	if err != nil {
		panic(err)
	}
	return e
}

func do(t *testing.T, b briefing.Briefing, e briefing.Edit) briefing.Briefing {
	t.Helper()
	b, _, err := briefing.Apply(b, e)
	if err != nil {
		t.Fatalf("%s: %v", e.Name, err)
	}
	return b
}

func TestBottomLineLeavesTheDatelineOut(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"MEXICO CITY – The two sides agreed to open the bridge.", "The two sides agreed to open the bridge."},
		{"BERNE, March 4 - The two sides agreed to open the bridge.", "The two sides agreed to open the bridge."},
		{"PARIS (ZP) — The two sides agreed to open the bridge.", "The two sides agreed to open the bridge."},
		{"NATO and the EU – the two sides – agreed to open the bridge.", "NATO and the EU – the two sides – agreed to open the bridge."},
	}
	for _, tt := range tests {
		in := input(t, tt.sentence, func(f *briefing.Findings, basis func(string) briefing.Basis) {
			f.Agreements = []briefing.Agreement{{Text: "open the bridge", Status: briefing.Agreed, Basis: basis("open the bridge")}}
		})
		if got := texts(compose.Compose(in), briefing.BottomLine); len(got) != 1 || got[0] != tt.want {
			t.Errorf("bottom line of %q = %q, want %q", tt.sentence, got, tt.want)
		}
	}
}

func TestTopicsToldWithMoreWordsAreOne(t *testing.T) {
	topic := func(s string) compose.Input {
		return input(t, "They discussed "+s+".", func(f *briefing.Findings, basis func(string) briefing.Basis) {
			f.Agenda = []briefing.AgendaItem{{Text: s, Basis: basis(s)}}
		})
	}
	tests := []struct {
		a, b string
		want []string
	}{
		{"eel poaching", "cooperation against eel poaching", []string{"Cooperation against eel poaching"}},
		{"the issue of pensions", "pensions", []string{"The issue of pensions"}},
		{"eel poaching", "eel farming", []string{"Eel poaching", "Eel farming"}},
		{"cooperation", "eel farming", []string{"Cooperation", "Eel farming"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, texts(compose.Compose(topic(tt.a), topic(tt.b)), briefing.AgendaSection)); diff != "" {
			t.Errorf("%q and %q (-want +got):\n%s", tt.a, tt.b, diff)
		}
	}
}
