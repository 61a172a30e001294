package extract

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/story"
	"github.com/google/go-cmp/cmp"
)

// TestSetApart checks the speaker of a paragraph that the file sets apart as a
// quotation, marked ">" here.
func TestSetApart(t *testing.T) {
	const words = "Nobody owns the river and nobody ever will."
	for _, tt := range []struct{ name, text, want string }{
		{"named after", "The visit was quiet.\n> " + words + "\nThe words are those of President Ana Lobo, who met the mayor.", "Ana Lobo"},
		{"signed", "The visit was quiet.\n> " + words + "\n— Ana Lobo, president", "Ana Lobo"},
		{"colon before", "President Ana Lobo wrote to the mayor:\n> " + words + "\nThe visit was quiet.", "Ana Lobo"},
		{"nobody", "President Ana Lobo came by train.\n> " + words + "\nThe visit was quiet.", ""},
	} {
		var paragraphs []briefing.Paragraph
		for _, p := range story.Lines(tt.text) {
			if strings.HasPrefix(p.Of(tt.text), ">") {
				p.Kind = briefing.Quotation
			}
			paragraphs = append(paragraphs, p)
		}
		f := Extract(&briefing.Article{ID: briefing.IDOf(tt.text), Text: tt.text, Language: "en", Paragraphs: paragraphs})
		got := ""
		for _, q := range f.Quotes {
			if q.Text != words {
				t.Errorf("%s: quotation %q, want %q", tt.name, q.Text, words)
			}
			got = q.Speaker
		}
		if got != tt.want {
			t.Errorf("%s: speaker %q, want %q in %q", tt.name, got, tt.want, tt.text)
		}
	}
}

func TestTurns(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"transcript", "ROE: When do you leave?\nLEE: I leave “at once”, by train.\nROE: Alone?", []string{"When do you leave?", "I leave “at once”, by train.", "Alone?"}},
		{"marked turns", "ROE: “When do you leave?”\nLEE: “At once.”\nROE: “Alone?”", []string{"When do you leave?", "At once.", "Alone?"}},
		{"labels that never return", "PHOTO: A train.\nMAP: The valley.\nVIDEO: The river.", nil},
		{"one label", "NOTE: A train.\nNOTE: The valley.\nNOTE: The river.", nil},
		{"no capitals", "Roe: A train.\nLee: The valley.\nRoe: The river.", nil},
	} {
		d := newDocument(&briefing.Article{Text: tt.text})
		story.MarkParagraphs(d.Document.Document.Document.Document)
		story.FindQuotations(d.Document.Document.Document.Document)
		var got []string
		for _, q := range d.Quotations {
			got = append(got, q.Of(tt.text))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: quotations of %q (-want +got):\n%s", tt.name, tt.text, diff)
		}
	}
}

// TestPullQuotes asks whose words a paragraph is that holds a quotation and
// nothing else: those of the line below it, those of the quotation that it
// repeats, or nobody's.
func TestPullQuotes(t *testing.T) {
	before := "The harbour master, Signe Aasen, was calm. “The ice is late this year,” Ms Aasen said."
	after := "The pilot, Jon Brekke, shook his head. “The ice is not late, it was never coming at all,” Mr Brekke said."
	for _, c := range []struct{ name, pulled, line, want string }{
		{"a line below", "“There was never any ice”", "Jon Brekke, pilot", "Jon Brekke"},
		{"words of another", "“It was never coming at all”", "", "Jon Brekke"},
		{"nobody", "“There was never any ice”", "", ""},
	} {
		text := before + "\n\n" + c.pulled + "\n\n"
		if c.line != "" {
			text += c.line + "\n\n"
		}
		text += after
		a := &briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"}
		at := 0
		for _, part := range strings.Split(text, "\n\n") {
			kind := briefing.Body
			if part == c.pulled {
				kind = briefing.Quotation
			}
			a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: at, End: at + len(part)}, Kind: kind})
			at += len(part) + 2
		}
		got := ""
		for _, q := range Extract(a).Quotes {
			if strings.Contains(c.pulled, q.Text) {
				got = q.Speaker
			}
		}
		if got != c.want {
			t.Errorf("%s: the pull quote is given to %q, want %q", c.name, got, c.want)
		}
	}
}
