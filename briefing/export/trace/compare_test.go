package trace

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// printed are the rows of a small page.
func printed() []Row {
	line := func(id string, block export.BlockKind, parts ...string) Row {
		r := Row{Block: block, Line: briefing.LineID(id)}
		for i := 0; i+1 < len(parts); i += 2 {
			r.Parts = append(r.Parts, Part{Name: page.Part(parts[i]), Text: parts[i+1]})
		}
		return r
	}
	return Sealed([]Row{
		line("", export.Banner, "tlp", "TLP:GREEN"),
		line("title", export.Title, "text", "Talks on the river"),
		line("", export.Heading, "heading", "Delegations"),
		line("", export.SideName, "side", "Norway"),
		line("a", export.Member, "text", "Astrid Halvorsen", "head", "Head", "title", "Minister"),
		line("", export.SideName, "side", "Estonia"),
		line("b", export.Member, "text", "Peeter Vask", "title", "Minister"),
		line("", export.Heading, "heading", "Agreements"),
		line("c", export.Item, "text", "open the ferry line in June", "parties", "— Norway, Estonia", "mode", "· agreed", "reference", "[1 ¶2]"),
		line("d", export.Item, "text", "mend the quay", "mode", "— pledged"),
		line("", export.Heading, "heading", "Key quotes"),
		line("e", export.Quotation, "text", "“We have waited eleven years,”"),
		line("e", export.QuotedFrom, "speaker", "— Halvorsen", "title", "· Minister"),
		line("f", export.Quotation, "text", "“The quay is ours,”"),
		line("f", export.QuotedFrom, "speaker", "— Vask"),
	})
}

// shown returns what a file shows that stands as printed, a paragraph to a
// row.
func shown(paragraphs []string) Seen {
	var s Seen
	for _, p := range paragraphs {
		s.Words = append(s.Words, Words(p, "", 0)...)
	}
	return s
}

func paragraphs(rows []Row) []string {
	var all []string
	for _, r := range rows {
		all = append(all, r.String())
	}
	return all
}

func TestCompareSays(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(p []string) []string
		want []string
	}{
		{"nothing", func(p []string) []string { return p }, nil},
		{"a speaker", func(p []string) []string { p[12] = "— Barr · Minister"; return p }, []string{"line 6 was changed after export: the speaker was ‘Halvorsen’ and is ‘Barr’"}},
		{"a line gone", func(p []string) []string { return slices.Delete(p, 9, 10) }, []string{"line 5 is missing: ‘mend the quay — pledged’"}},
		{"two lines swapped", func(p []string) []string { p[8], p[9] = p[9], p[8]; return p }, []string{"line 4 and line 5 changed places"}},
		{"two quotations swapped", func(p []string) []string { p[11], p[12], p[13], p[14] = p[13], p[14], p[11], p[12]; return p }, []string{"line 6 and line 7 changed places"}},
		{"the rows of a quotation swapped", func(p []string) []string { p[11], p[12] = p[12], p[11]; return p }, []string{"line 6 was moved and stands after line 6: ‘“We have waited eleven years,”’"}},
		{"a member on the other side", func(p []string) []string { return append(append(slices.Clone(p[:4]), p[5], p[4]), p[6:]...) }, []string{"line 2 was moved and stands under ‘Estonia’: ‘Astrid Halvorsen Head Minister’"}},
		{"a not", func(p []string) []string { p[8] = strings.Replace(p[8], "open", "not open", 1); return p }, []string{"line 4 was changed after export: the text was ‘open the ferry line in June’ and is ‘not open the ferry line in June’"}},
		{"a word at the end of a text", func(p []string) []string { p[8] = strings.Replace(p[8], "June", "June alone", 1); return p }, []string{"line 4 was changed after export: the text was ‘open the ferry line in June’ and is ‘open the ferry line in June alone’"}},
		{"a mark gone", func(p []string) []string { p[4] = "Astrid Halvorsen Minister"; return p }, []string{"line 2 was changed after export: its mark of the head of the delegation, ‘Head’, is missing"}},
		{"a paragraph more", func(p []string) []string { return slices.Insert(p, 9, "sell the quay") }, []string{"words were added after line 4: ‘sell the quay’"}},
		{"words at the top", func(p []string) []string { return append([]string{"Secret"}, p...) }, []string{"words were added at the top: ‘Secret’"}},
		{"a line worded anew", func(p []string) []string { p[9] = "sell every ship"; return p }, []string{"line 5 was changed after export: it was ‘mend the quay — pledged’ and is ‘sell every ship’"}},
		{"cut off", func(p []string) []string { return p[:10] }, []string{"the file is cut off: a heading and all that follows is missing"}},
		{"the marking", func(p []string) []string { p[0] = "TLP:CLEAR"; return p }, []string{"the marking was changed after export: it was ‘TLP:GREEN’ and is ‘TLP:CLEAR’"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, ch := range Compare(printed(), shown(c.edit(paragraphs(printed())))) {
				got = append(got, ch.String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestCompareMissesNothing takes out, puts in and exchanges words at random:
// as long as the words are not those that were printed, something is said.
func TestCompareMissesNothing(t *testing.T) {
	count := 20_000
	if testing.Short() {
		count = 2_000
	}
	rows := printed()
	whole := shown(paragraphs(rows)).Words
	texts := func(words []Word) string {
		var s []string
		for _, w := range words {
			s = append(s, w.Text)
		}
		return strings.Join(s, " ")
	}
	for seed := range count {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		words := slices.Clone(whole)
		for range 1 + r.IntN(4) {
			i, j := r.IntN(len(words)), r.IntN(len(words))
			switch r.IntN(5) {
			case 0:
				words = slices.Delete(words, i, min(len(words), i+1+r.IntN(6)))
			case 1:
				words = slices.Insert(words, i, words[j])
			case 2:
				words[i], words[j] = words[j], words[i]
			case 3:
				words[i].Text = fmt.Sprint("w", r.IntN(9))
			case 4:
				n := min(len(words)-max(i, j), r.IntN(9))
				block := slices.Clone(words[i : i+n])
				words = slices.Insert(slices.Delete(words, i, i+n), min(j, len(words)-n), block...)
			}
			if len(words) == 0 {
				break
			}
		}
		changes := Compare(rows, Seen{Words: words})
		for _, c := range changes {
			if c.String() == "" {
				t.Fatalf("seed %d: nothing is said of %+v", seed, c)
			}
		}
		if same := texts(words) == texts(whole); same != (len(changes) == 0) {
			t.Fatalf("seed %d: the words are the same: %v; changes: %v in\n%s", seed, same, changes, texts(words))
		}
	}
}

// TestHoldGivesEveryWordItsRow looks whether a word that was put in belongs to
// the line it was put into.
func TestHoldGivesEveryWordItsRow(t *testing.T) {
	p := paragraphs(printed())
	p[8] = strings.Replace(p[8], "ferry", "old ferry", 1)
	p = append(p, "An afterthought.")
	for _, o := range Hold(printed(), shown(p)).Words {
		switch o.Text {
		case "old":
			if o.Row == nil || o.Row.Line != "c" || o.Part != page.TextPart {
				t.Errorf("%q belongs to %v, %s", o.Text, o.Row, o.Part)
			}
		case "afterthought.":
			if o.Row != nil {
				t.Errorf("%q belongs to %v, want none", o.Text, o.Row)
			}
		case "agreed":
			if o.Row == nil || o.Part != page.ModePart {
				t.Errorf("%q belongs to %v, %s", o.Text, o.Row, o.Part)
			}
		}
	}
}

func TestForgedRecord(t *testing.T) {
	d := Document{Schema: Schema, Lines: []Line{{Section: briefing.AgendaSection, Line: briefing.Line{ID: "c"}}}}.Sealed(printed())
	if got := d.Altered(); len(got) > 0 {
		t.Errorf("a record nobody touched is told to be altered: %v", got)
	}
	d.Lines[0].From = []briefing.Evidence{{Article: "x"}}
	if got := d.Altered(); len(got) != 1 || got[0].String() != "the record of what its lines rest on was changed" {
		t.Errorf("of changed evidence is said %v", got)
	}
	rows := printed()
	rows[8].Parts[0].Text = "close the ferry line in June"
	p := paragraphs(rows)
	got := Compare(rows, shown(p))
	if len(got) != 1 || got[0].Kind != Forged || got[0].Line != 4 {
		t.Errorf("of a changed row of the record is said %v", got)
	}
}

func BenchmarkCompare(b *testing.B) {
	rows := printed()
	for range 5 { // a long page: 480 rows
		rows = append(rows, rows...)
	}
	p := paragraphs(rows)
	p[100], p[200] = "something else", p[300]
	seen := shown(p)
	for b.Loop() {
		Compare(rows, seen)
	}
}
