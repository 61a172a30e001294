package gui

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// TestDraftTellsMeetingsApart drafts a briefing of articles on two meetings, is
// told so, and has one made of each.
func TestDraftTellsMeetingsApart(t *testing.T) {
	s := sample(t)
	var ids []briefing.ArticleID
	for name, text := range map[string]string{
		"bridge.txt": "Estonian Foreign Minister Maret Kask met Latvian Foreign Minister Juris Bergs in Tartu on Monday.\n",
		"power.txt":  "Peruvian Energy Minister Lucía Quispe met Chilean Energy Minister Pablo Rojas in Arica on Thursday.\n",
	} {
		e, err := s.app.ImportBytes(t.Context(), name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, e.Article)
	}
	s.draft(ids)
	s.settle()
	now := s.notices.now
	if !strings.Contains(now.text, "2 different meetings") || len(now.actions) != 1 {
		t.Fatalf("the notice says %q with %d actions, want two meetings and one", now.text, len(now.actions))
	}
	if len(s.brief.Articles) != 2 {
		t.Fatalf("the briefing is of %d articles, want both", len(s.brief.Articles))
	}
	before, err := s.app.Briefings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	now.actions[0].do()
	s.settle()
	after, err := s.app.Briefings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(s.brief.Articles) != 1 || len(after) != len(before)+1 {
		t.Errorf("the briefing is of %d articles, and there are %d briefings after %d; want one of each", len(s.brief.Articles), len(after), len(before))
	}
}
