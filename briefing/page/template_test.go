package page

import (
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

func TestTemplatesBuiltIn(t *testing.T) {
	var names []string
	for _, tm := range Templates() {
		names = append(names, tm.Name)
		back, err := ReadTemplate(strings.NewReader(tm.String()))
		if err != nil {
			t.Fatalf("%s: %v in\n%s", tm.Name, err, tm)
		}
		if d := cmp.Diff(tm, back); d != "" {
			t.Errorf("%s is not read back the same:\n%s", tm.Name, d)
		}
		if len(tm.Sections) != len(briefing.SectionKinds) {
			t.Errorf("%s has %d sections, want all %d", tm.Name, len(tm.Sections), len(briefing.SectionKinds))
		}
	}
	if d := cmp.Diff([]string{"readout", "visit", "blank"}, names); d != "" {
		t.Error(d)
	}
}

func TestReadTemplateErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "line 1: the template ends without a name"},
		{"no section", "name: x\n", "line 1: the template ends without a section"},
		{"unknown key", "name: x\ncolour: red\n", "line 2: unknown key \"colour\""},
		{"unknown section", "name: x\n\n# remark\nsection agendum\n", "line 4: unknown section \"agendum\"; known are meeting,"},
		{"twice", "name: x\nsection agenda\nsection agenda\n", "line 3: section agenda is given twice"},
		{"name twice", "name: x\nname: y\n", "line 2: name is given twice"},
		{"bad number", "name: x\nsection agenda max many\n", "line 2: \"many\" is not a number of lines"},
		{"negative", "name: x\nsection agenda max -1\n", "line 2: \"-1\" is not a number of lines"},
		{"bad section", "name: x\nsection agenda 4\n", "line 2: want “section KIND”"},
		{"paper", "paper: a3\n", "line 1: paper \"a3\" is neither a4 nor letter"},
		{"language", "language: tlh\n", "line 1: there are no labels in the language \"tlh\""},
		{"label first", "label agenda: X\n", "line 1: label for section agenda, which does not come before it"},
		{"label without text", "section agenda\nlabel agenda:\n", "line 2: want “label KIND: TEXT”"},
		{"prose", "Dear colleague\n", "line 1: \"Dear colleague\" is neither"},
		{"bytes", "name: \xff\n", "line 1: not UTF-8 text"},
		{"long", "name: x\n" + strings.Repeat("x", 5000), "line 2: longer than 4096 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadTemplate(strings.NewReader(c.text))
			if !errors.Is(err, briefing.ErrDamaged) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%q: got %v, want %q", c.text, err, c.want)
			}
		})
	}
}

func TestApplyTemplate(t *testing.T) {
	b := briefing.Blank()
	b.Details.Language = "fr"
	for i := range b.Sections {
		b.Sections[i].Lines = []briefing.Line{{ID: briefing.LineID(b.Sections[i].Kind), Kind: briefing.AnalystLine}}
	}
	tm, err := ReadTemplate(strings.NewReader("name: short\npaper: letter\nsection quotes\nsection agenda max 2\nlabel agenda: Topics\nlabel agenda fr: Sujets\n"))
	if err != nil {
		t.Fatal(err)
	}
	got, back := apply(t, b, ApplyTemplate(b, tm))
	if k := got.Sections[0].Kind; k != briefing.QuotesSection {
		t.Errorf("first section is %q, want quotes", k)
	}
	if s := got.Sections[1]; s.Label != "Sujets" || s.Max != 2 {
		t.Errorf("agenda is headed %q and holds %d, want Sujets and 2", s.Label, s.Max)
	}
	if got.Details.Paper != "letter" || got.Details.Template != "short" {
		t.Errorf("details are %+v", got.Details)
	}
	if n := len(got.Lines()); n != len(b.Lines()) {
		t.Errorf("%d lines, want all %d", n, len(b.Lines()))
	}
	again, _ := apply(t, got, back)
	if d := cmp.Diff(b, again); d != "" {
		t.Errorf("the inverse gives another briefing:\n%s", d)
	}
	got.Details.Language = "en"
	if got, _ = apply(t, got, ApplyTemplate(got, tm)); got.Section(briefing.AgendaSection).Label != "Topics" {
		t.Errorf("agenda is headed %q in English, want Topics", got.Section(briefing.AgendaSection).Label)
	}
}

func apply(t *testing.T, b briefing.Briefing, e briefing.Edit) (after briefing.Briefing, inverse briefing.Edit) {
	t.Helper()
	after, inverse, err := briefing.Apply(b, e)
	if err != nil {
		t.Fatal(err)
	}
	return after, inverse
}

func TestRankByLimits(t *testing.T) {
	b := briefing.Blank()
	b.Sections[3].Lines = []briefing.Line{
		{ID: "low", Rank: .2}, {ID: "pinned", Rank: .1, Pinned: true}, {ID: "out", Rank: .9, Status: briefing.LeftOut},
		{ID: "high", Rank: .8}, {ID: "middle", Rank: .5},
	}
	b.Sections[3].Max = 2
	want := map[briefing.LineID]bool{"low": true, "middle": true}
	for _, l := range rankByLimits(b).Sections[3].Lines {
		if over := l.Rank < 0; over != want[l.ID] {
			t.Errorf("line %s has rank %v, over budget should be %v", l.ID, l.Rank, want[l.ID])
		}
	}
}

func FuzzTemplate(f *testing.F) {
	for _, tm := range Templates() {
		f.Add(tm.String())
	}
	f.Add("name: x\nsection agenda max 3\nlabel agenda fr: Sujets : deux\n")
	f.Fuzz(func(t *testing.T, text string) {
		tm, err := ReadTemplate(strings.NewReader(text))
		if err != nil {
			return
		}
		back, err := ReadTemplate(strings.NewReader(tm.String()))
		if err != nil {
			t.Fatalf("%q gives\n%s\nwhich is not read: %v", text, tm, err)
		}
		if d := cmp.Diff(tm, back); d != "" {
			t.Errorf("%q is not read back the same:\n%s", text, d)
		}
	})
}
