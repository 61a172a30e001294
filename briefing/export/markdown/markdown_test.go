package markdown

import (
	"bytes"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func markdownOf(t testing.TB, b briefing.Briefing, o export.Options) string {
	t.Helper()
	var w bytes.Buffer
	if err := Write(&w, b, o); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

func TestMarkdownGolden(t *testing.T) {
	o := exporttest.Options()
	exporttest.Golden(t, "zenda.md", []byte(markdownOf(t, exporttest.Briefing(), o)))
	o.Trace, o.Author = false, false
	exporttest.Golden(t, "zenda-plain.md", []byte(markdownOf(t, exporttest.Briefing(), o)))
}

// onlyPrinted returns b without the lines that o does not print.
func onlyPrinted(b briefing.Briefing, o export.Options) briefing.Briefing {
	b = b.Clone()
	keep := map[briefing.LineID]bool{}
	for _, l := range export.NewContent(b, o).Lines() {
		keep[l.ID] = true
	}
	for i, s := range b.Sections {
		var lines []briefing.Line
		for _, l := range s.Lines {
			if keep[l.ID] {
				lines = append(lines, l)
			}
		}
		b.Sections[i].Lines = lines
	}
	if !o.Author {
		b.Details.Author = ""
	}
	return b
}

func TestMarkdownReadsBack(t *testing.T) {
	b := exporttest.Briefing()
	french := b.Clone()
	french.Details.Language = "fr"
	french.Sections[3].Label = "Sujets *à aborder*"
	french.Sections[8].Label = "vide = vide"
	plain := b.Clone()
	plain.Details = briefing.Details{}
	plain.Articles = nil
	plain.Sections[0].Lines = nil
	order := b.Clone()
	slicesReverse(order.Sections[0].Lines)
	order.Sections[2].Lines = append(order.Sections[2].Lines,
		exporttest.Line("late", briefing.ExtractLine, briefing.Stale, briefing.Wording{Text: "A · B", Title: "C · D, E", Side: "Ruritania"}, nil),
		exporttest.Line("side", briefing.ExtractLine, briefing.Verified, briefing.Wording{Side: "Zembla", Meeting: briefing.EarlierMeeting}, nil))
	verified := b.Clone()
	verified.Details.VerifiedOnly = true
	for _, c := range []struct {
		name string
		b    briefing.Briefing
	}{{"sample", b}, {"French, own headings", french}, {"no details", plain}, {"shown in another order", order},
		{"verified only", verified}, {"blank", briefing.Blank()}} {
		t.Run(c.name, func(t *testing.T) {
			o := exporttest.Options()
			text := markdownOf(t, c.b, o)
			got, err := Read(strings.NewReader(text))
			if err != nil {
				t.Fatalf("%v in\n%s", err, text)
			}
			if d := cmp.Diff(onlyPrinted(c.b, o), got, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("not the same (-written +read):\n%s\n%s", d, text)
			}
		})
	}
}

func slicesReverse(lines []briefing.Line) {
	for i, j := 0, len(lines)-1; i < j; i, j = i+1, j-1 {
		lines[i], lines[j] = lines[j], lines[i]
	}
}
