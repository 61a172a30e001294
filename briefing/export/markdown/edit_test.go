package markdown

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestMarkdownEditedByHand changes a file as a person would, and looks what
// becomes of the lines.
func TestMarkdownEditedByHand(t *testing.T) {
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	for _, c := range []struct {
		name, old, new string
		line           briefing.LineID
		want           func(*briefing.Line)
	}{
		{"words of an extract", "reopen the Zenda bridge & its customs post —", "reopen the bridge —", "reopen",
			func(l *briefing.Line) {
				l.Status, l.Text = briefing.Edited, "reopen the bridge"
			}},
		{"words that were edited before", "the rising price of rye", "the falling price of rye", "rye",
			func(l *briefing.Line) { l.Text = "the falling price of rye" }},
		{"a quotation", "“We shall see about the half,”", "“We shall see,”", "half",
			func(l *briefing.Line) {
				l.Kind, l.Status, l.Text = briefing.ExtractLine, briefing.Edited, "We shall see,"
			}},
		{"who said it", "— *von Strelsau*", "— *Otto von Strelsau*", "half",
			func(l *briefing.Line) {
				l.Status, l.Speaker = briefing.Edited, "Otto von Strelsau"
			}},
		{"the side of a member", "### Sylvania", "### Borduria", "otto",
			func(l *briefing.Line) {
				l.Status, l.Side = briefing.Edited, "Borduria"
			}},
		{"a portion mark", "`(TLP:GREEN)` tolls", "`(TLP:CLEAR)` tolls", "tolls",
			func(l *briefing.Line) { l.Status, l.Marking = briefing.Edited, "TLP:CLEAR" }},
		{"own words", "who staffs it; 2. who pays.", "who staffs it.", "own-1",
			func(l *briefing.Line) { l.Text = "Watch the customs post: 1. who staffs it." }},
		{"a mark only", " `conflict`", "", "third", func(*briefing.Line) {}},
		{"white space and bullets", "- \\*night trains\\* [", "*   \\*night   trains\\*  [", "trains", func(*briefing.Line) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := strings.Replace(text, c.old, c.new, 1)
			if edited == text {
				t.Fatalf("%q is not in the file", c.old)
			}
			b, err := Read(strings.NewReader(edited))
			if err != nil {
				t.Fatal(err)
			}
			want := onlyPrinted(exporttest.Briefing(), exporttest.Options())
			for i := range want.Sections {
				for j := range want.Sections[i].Lines {
					if l := &want.Sections[i].Lines[j]; l.ID == c.line {
						c.want(l)
					}
				}
			}
			if d := cmp.Diff(want, b, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

func TestMarkdownLinesAddedAndTakenByHand(t *testing.T) {
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	rows := strings.Split(text, "\n")
	for i, r := range rows {
		switch {
		case strings.HasPrefix(r, "- `(TLP:GREEN)` tolls"):
			rows[i] = "- a line of mine\n  that goes on\n" + r + "\n" + r // and one copied
		case strings.HasPrefix(r, `- \*night`):
			rows[i] = ""
		case strings.HasPrefix(r, "## Agenda"):
			rows[i] = strings.Replace(r, "Agenda", "Topics", 1)
		case strings.HasPrefix(r, "## Comment"):
			rows[i] = "## My thoughts\n\nThey differ.\n\n" + r
		}
	}
	b, err := Read(strings.NewReader(strings.Join(rows, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	agenda := b.Section(briefing.AgendaSection)
	var got []string
	for _, l := range agenda.Lines {
		got = append(got, string(l.ID)+" "+string(l.Kind)+": "+l.Text)
	}
	want := []string{"own-2 analyst: a line of mine that goes on", "tolls extract: tolls <for lorries>",
		"own-3 extract: tolls <for lorries>", "rye extract: the rising price of rye"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("agenda (-want +got):\n%s", d)
	}
	if agenda.Label != "Topics" {
		t.Errorf("the heading is %q, want Topics", agenda.Label)
	}
	comments := b.Section(briefing.CommentSection).Lines
	if len(comments) != 2 || comments[0].Text != "They differ." {
		t.Errorf("comments are %+v, want the one under an unknown heading first", comments)
	}
}

func TestReadMarkdownErrors(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"empty", "", briefing.ErrUnsupported},
		{"a note", "# Shopping\n\n- rye\n", briefing.ErrUnsupported},
		{"front matter of another program", "---\ntitle: x\n---\n", briefing.ErrUnsupported},
		{"front matter without an end", "---\nschema: attache/briefing/1\n", briefing.ErrUnsupported},
		{"bad date", "---\nschema: attache/briefing/1\nas_of: soon\n---\n", briefing.ErrDamaged},
		{"too large", strings.Repeat("x", maxMarkdown+1), briefing.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read(strings.NewReader(c.text)); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// FuzzMarkdown puts words everywhere in a briefing; the file must read back
// the same.
func FuzzMarkdown(f *testing.F) {
	for i, s := range exporttest.Injections {
		f.Add(s, exporttest.Injections[(i+7)%len(exporttest.Injections)], exporttest.Injections[(i+13)%len(exporttest.Injections)], uint8(i))
	}
	f.Fuzz(func(t *testing.T, x, y, z string, bits uint8) {
		for _, s := range []*string{&x, &y, &z} {
			*s = strings.ToValidUTF8(*s, "") // what a briefing holds is UTF-8
		}
		b := exporttest.Briefing()
		words := briefing.Wording{Text: x, Head: bits&1 > 0}
		if bits&2 > 0 {
			words.Speaker, words.Parties = y, []string{z, y}
		}
		if bits&4 > 0 {
			words.Title, words.Meeting = z, y
		}
		for i := range b.Sections {
			for j := range b.Sections[i].Lines {
				l := &b.Sections[i].Lines[j]
				l.Wording = words
				if bits&8 > 0 {
					l.Marking, b.Sections[i].Label, l.Side = y, z, y
				}
				if l.Kind != briefing.AnalystLine {
					l.Suggested = words
				}
			}
		}
		b.Details.Marking, b.Articles[0].Title = y, x
		o := exporttest.Options()
		text := markdownOf(t, b, o)
		got, err := Read(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if d := cmp.Diff(onlyPrinted(b, o), got, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("not the same (-written +read):\n%s\n%s", d, text)
		}
	})
}

// FuzzReadMarkdown reads anything; what is read must be whole, and once
// written reads back the same.
func FuzzReadMarkdown(f *testing.F) {
	o := exporttest.Options()
	text := markdownOf(f, exporttest.Briefing(), o)
	f.Add([]byte(text))
	o.Trace = false
	f.Add([]byte(markdownOf(f, exporttest.Briefing(), o)))
	f.Add([]byte(strings.ReplaceAll(text, "<!--", "<!-- -->")))
	f.Add([]byte("---\nschema: attache/briefing/1\n---\n# *x\n- **y** `z\n> “q\n## Delegations\n### \n- a — *b*\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		file, err := Open(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%q reads as a briefing, but not as a file to verify: %v", data, err)
		}
		trace.Hold(file.Record.Printed, file.Seen)
		if err := export.Whole(b); err != nil {
			t.Fatalf("%q is read, but not whole: %v", data, err)
		}
		var w bytes.Buffer
		if err := Write(&w, b, export.Options{Trace: true, Author: true}); err != nil {
			t.Fatal(err)
		}
		again, err := Read(&w)
		if err != nil {
			t.Fatalf("%q is written so that it cannot be read: %v", data, err)
		}
		if d := cmp.Diff(onlyPrinted(b, export.Options{Author: true}), again, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%q is not read back the same:\n%s", data, d)
		}
	})
}

func BenchmarkMarkdown(b *testing.B) {
	br, o := exporttest.Briefing(), exporttest.Options()
	for b.Loop() {
		var w bytes.Buffer
		if err := Write(&w, br, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadMarkdown(b *testing.B) {
	text := markdownOf(b, exporttest.Briefing(), exporttest.Options())
	for b.Loop() {
		if _, err := Read(strings.NewReader(text)); err != nil {
			b.Fatal(err)
		}
	}
}
