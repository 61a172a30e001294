package briefing_test

import (
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

func TestWhyYours(t *testing.T) {
	a, other := article(talks), article("A landmark treaty was read out.")
	src := sources(a)
	one := src.Article
	src.Article = func(id briefing.ArticleID) *briefing.Article {
		if id == other.ID {
			return other
		}
		return one(id)
	}
	refs := []briefing.ArticleRef{{ID: a.ID}, {ID: other.ID}}
	l := briefing.Line{Kind: briefing.ExtractLine, Status: briefing.Edited,
		Wording: briefing.Wording{Text: "reopened the landmark Zenda bridge promise zeppelin", Title: "Minister"},
		From:    []briefing.Evidence{evidence(t, a, "Ruritania and…ministry said.")}}
	got := map[string]string{}
	for _, u := range briefing.WhyYours(l, briefing.Trace(l, src), refs, src) {
		got[u.Text] = string(u.Why) + " " + u.Form
		if u.Why != briefing.Absent && u.At.Span.Of(src.Article(u.At.Article).Text) != u.Form {
			t.Errorf("%q is said to stand at %v, which reads otherwise", u.Text, u.At)
		}
	}
	want := map[string]string{
		"reopened": "form reopen", "landmark": "elsewhere landmark", "promise": "elsewhere promise",
		"zeppelin": "absent ", "Minister": "elsewhere Ministers",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("why (-want +got):\n%s", diff)
	}
	l.Kind = briefing.AnalystLine
	if got := briefing.WhyYours(l, briefing.Trace(l, src), refs, src); len(got) != 0 {
		t.Errorf("an analyst's line has %d words to explain, want none", len(got))
	}
}

func FuzzWhyYours(f *testing.F) {
	f.Add("agreed é\xff", "agree éé")
	f.Fuzz(func(t *testing.T, text, source string) {
		a := article(source)
		src := sources(a)
		l := briefing.Line{Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: text},
			From: []briefing.Evidence{{Article: a.ID, Span: briefing.Span{End: len(source)}}}}
		for _, u := range briefing.WhyYours(l, briefing.Trace(l, src), nil, src) {
			if u.Why != briefing.Absent && u.At.Span.Of(source) != u.Form {
				t.Errorf("%q: %v reads %q, want %q", u.Text, u.At, u.At.Span.Of(source), u.Form)
			}
		}
	})
}
