package briefing_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

const talks = `Ruritania and Sylvania agreed on Tuesday to reopen the Zenda bridge, the Ruritanian ministry said.

The Ruritanian Ministers of Transport, Anna Rassendyll; Public Works and Housing, Karl Tarlenheim, and the Navy, Otto Strakencz, took part. They discussed how to tackle ice on the river.

“We did not promise a date, but we will open it together, all of us,” Rassendyll’s office said.`

func article(text string) *briefing.Article {
	return &briefing.Article{ID: briefing.IDOf(text), Text: text}
}

func sources(a *briefing.Article) briefing.Sources {
	return briefing.Sources{
		Article: func(id briefing.ArticleID) *briefing.Article {
			if id == a.ID {
				return a
			}
			return nil
		},
		Names: func(side string) []string {
			if side == "Ruritania" {
				return []string{"Ruritanian"}
			}
			return nil
		},
	}
}

// evidence is the span of the article from the first to the last anchor.
func evidence(t *testing.T, a *briefing.Article, anchor string) briefing.Evidence {
	t.Helper()
	from, to, cut := strings.Cut(anchor, "…")
	start := strings.Index(a.Text, from)
	end := start + len(from)
	if cut {
		end = strings.Index(a.Text, to) + len(to)
	}
	if start < 0 || end <= start {
		t.Fatalf("anchor %q is not in the article", anchor)
	}
	return briefing.Evidence{Article: a.ID, Span: briefing.Span{Start: start, End: end}}
}

func TestTrace(t *testing.T) {
	a := article(talks)
	list := evidence(t, a, "The Ruritanian Ministers…took part.")
	tests := []struct {
		name string
		line briefing.Line
		want string // class of every word, with the rule's last part
	}{
		{"a name and a title cut out of a list", briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{list},
			Wording: briefing.Wording{Text: "Karl Tarlenheim", Title: "Minister of Public Works and Housing", Side: "Ruritania"}},
			"text:Karl=source text:Tarlenheim=source title:Minister=plural-title title:of=source title:Public=source title:Works=source title:and=source title:Housing=source side:Ruritania=source"},
		{"a capital at the start of a line", briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{evidence(t, a, "They discussed…river.")},
			Wording: briefing.Wording{Text: "How to tackle ice"}},
			"text:How=line-capital text:to=source text:tackle=source text:ice=source"},
		{"an invented word", briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{evidence(t, a, "They discussed…river.")},
			Wording: briefing.Wording{Text: "historic ice"}},
			"text:historic=yours text:ice=source"},
		{"a possessive taken off", briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{evidence(t, a, "Rassendyll’s office said")},
			Wording: briefing.Wording{Text: "Rassendyll"}},
			"text:Rassendyll=possessive"},
		{"the analyst's own words", briefing.Line{Kind: briefing.AnalystLine, Wording: briefing.Wording{Text: "ice again"}},
			"text:ice=yours text:again=yours"},
		{"labels", briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{evidence(t, a, "reopen the Zenda bridge")},
			Wording: briefing.Wording{Text: "reopen the Zenda bridge", Mode: "agreed", Parties: []string{"Sylvania"}, Meeting: briefing.EarlierMeeting}},
			"text:reopen=source text:the=source text:Zenda=source text:bridge=source parties:Sylvania=source mode:agreed=label meeting:earlier=label meeting:meeting=label"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, w := range briefing.Trace(tt.line, sources(a)) {
				class := string(w.Class)
				if w.Rule != "" {
					class = strings.TrimPrefix(w.Rule, "norm.")
				}
				got = append(got, w.Field+":"+w.Text+"="+class)
			}
			if diff := cmp.Diff(strings.Fields(tt.want), got); diff != "" {
				t.Errorf("Trace(%q) (-want +got):\n%s", tt.line.Text, diff)
			}
		})
	}
}

func TestTraceSideByAnotherName(t *testing.T) {
	a := article("The Ruritanian envoy met Duke Michael.")
	l := briefing.Line{Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: "envoy", Side: "Ruritania"}, From: []briefing.Evidence{evidence(t, a, "envoy")}}
	side := briefing.Trace(l, sources(a))[1]
	if side.Class != briefing.NormalisedWord || side.Rule != briefing.NormSide || side.From.Span.Of(a.Text) != "Ruritanian" {
		t.Errorf("side traced as %q by %q to %q, want it normalised from Ruritanian", side.Class, side.Rule, side.From.Span.Of(a.Text))
	}
}

// A word of a title is looked up where the rest of the title stands, not at
// the first place it happens to occur.
func TestTraceKeepsRunsTogether(t *testing.T) {
	a := article(talks)
	list := evidence(t, a, "The Ruritanian Ministers…took part.")
	l := briefing.Line{Kind: briefing.ExtractLine, From: []briefing.Evidence{list}, Wording: briefing.Wording{Text: "Otto Strakencz", Title: "Minister of the Navy"}}
	words := briefing.Trace(l, sources(a))
	the, navy := words[4], words[5]
	if the.Text != "the" || the.From.End+1 != navy.From.Start {
		t.Errorf("%q traced to %v, %q to %v; want them side by side", the.Text, the.From, navy.Text, navy.From)
	}
}

func TestCheck(t *testing.T) {
	a := article(talks)
	sentence := evidence(t, a, "Ruritania and Sylvania…said.")
	quote := evidence(t, a, "“We did…all of us,”")
	line := func(kind briefing.LineKind, status briefing.Status, text string, e briefing.Evidence) briefing.Line {
		return briefing.Line{ID: "l1", Kind: kind, Status: status, Wording: briefing.Wording{Text: text}, From: []briefing.Evidence{e}}
	}
	tests := []struct {
		name string
		line briefing.Line
		want string // part of the error; "" for none
	}{
		{"words of the source", line(briefing.ExtractLine, briefing.Suggested, "reopen the Zenda bridge", sentence), ""},
		{"words left out", line(briefing.ExtractLine, briefing.Suggested, "Ruritania and Sylvania agreed to reopen the bridge", sentence), ""},
		{"an invented word", line(briefing.ExtractLine, briefing.Suggested, "reopen the historic bridge", sentence), "historic"},
		{"an invented word, shown as edited", line(briefing.ExtractLine, briefing.Edited, "reopen the historic bridge", sentence), ""},
		{"an invented word, verified", line(briefing.ExtractLine, briefing.Verified, "reopen the historic bridge", sentence), "historic"},
		{"another order", line(briefing.ExtractLine, briefing.Suggested, "Sylvania and Ruritania agreed", sentence), "order"},
		{"a whole quotation", line(briefing.QuoteLine, briefing.Suggested, "We did not promise a date, but we will open it together, all of us,", quote), ""},
		{"a quotation cut in sight", line(briefing.QuoteLine, briefing.Edited, "We did not promise a date, […] all of us,", quote), ""},
		{"a quotation cut silently", line(briefing.QuoteLine, briefing.Edited, "We did promise a date", quote), "not the words"},
		{"a quotation cut inside a word", line(briefing.QuoteLine, briefing.Edited, "We did not prom […] all of us,", quote), "not the words"},
		{"a quotation with its pieces turned round", line(briefing.QuoteLine, briefing.Edited, "all of us, […] We did not promise", quote), "not the words"},
		{"a changed quotation, shown as edited", line(briefing.QuoteLine, briefing.Edited, "We did not promise a time", quote), "time"},
		{"no evidence", briefing.Line{ID: "l1", Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: "bridge"}}, "no evidence"},
		{"the analyst's own", briefing.Line{ID: "l1", Kind: briefing.AnalystLine, Wording: briefing.Wording{Text: "Watch the ice."}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := briefing.Blank()
			b, _, err := briefing.Apply(b, briefing.Edit{Op: briefing.InsertLine, Section: briefing.AgendaSection, Line: &tt.line})
			if err != nil {
				t.Fatal(err)
			}
			err = briefing.Check(b, sources(a))
			switch {
			case tt.want == "" && err != nil:
				t.Errorf("Check(%q) = %v, want nil", tt.line.Text, err)
			case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("Check(%q) = %v, want an error with %q", tt.line.Text, err, tt.want)
			case tt.want != "" && !errors.Is(err, briefing.ErrInvented):
				t.Errorf("Check(%q) = %v, want ErrInvented", tt.line.Text, err)
			}
		})
	}
}

func TestCheckMissingArticle(t *testing.T) {
	a := article(talks)
	b := briefing.Blank()
	l := briefing.Line{ID: "l1", Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: "bridge"},
		From: []briefing.Evidence{{Article: "sha256:00", Span: briefing.Span{Start: 0, End: 4}}}}
	b, _, err := briefing.Apply(b, briefing.Edit{Op: briefing.InsertLine, Section: briefing.AgendaSection, Line: &l})
	if err != nil {
		t.Fatal(err)
	}
	if err := briefing.Check(b, sources(a)); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("Check with an article that is not at hand = %v, want ErrNotFound", err)
	}
}

// FuzzTrace: no word of a line is called source unless it stands in the
// article just where the trace says.
func FuzzTrace(f *testing.F) {
	f.Add(talks, "reopen the Zenda bridge", 0, 60)
	f.Add("a’s b's c’ d", "A B c' d", 0, 20)
	f.Add("\xff\xfe é", "é", 0, 5)
	f.Fuzz(func(t *testing.T, text, line string, start, end int) {
		a := article(text)
		span := briefing.Span{Start: start, End: end}
		if !span.Valid(text) || !utf8.ValidString(text) {
			return
		}
		l := briefing.Line{Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: line, Title: line}, From: []briefing.Evidence{{Article: a.ID, Span: span}}}
		for _, w := range briefing.Trace(l, sources(a)) {
			if line[w.Start:w.End] != w.Text {
				t.Fatalf("word %q is not at %v of %q", w.Text, w.Span, line)
			}
			if w.Class == briefing.SourceWord && w.From.Span.Of(text) != w.Text {
				t.Fatalf("word %q is called source, but %v of the article is %q", w.Text, w.From.Span, w.From.Span.Of(text))
			}
			if w.Class != briefing.YoursWord && !span.Contains(w.From.Span) {
				t.Fatalf("word %q traced to %v, outside its evidence %v", w.Text, w.From.Span, span)
			}
		}
	})
}
