package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/exporttest"
)

func sampleFindings() briefing.Findings {
	basis := func(rule briefing.RuleID, words ...string) briefing.Basis {
		b := briefing.Basis{Rule: rule, Confidence: .9, Reason: "speaker by name"}
		for _, e := range exporttest.From(1, words...) {
			b.Evidence = append(b.Evidence, e.Span)
		}
		return b
	}
	quote := exporttest.From(1, "The bridge belongs to those who cross it,")[0].Span
	return briefing.Findings{
		Article:  briefing.IDOf(exporttest.Text),
		Meetings: []briefing.Meeting{{What: "received", Date: "Tuesday", Place: "Castle of Zenda", Basis: basis("meeting.received", "received")}},
		Delegations: []briefing.Delegation{{Side: "Ruritania", Kind: briefing.Country, Members: []briefing.Member{
			{Name: "Flavia Elphberg", Title: "Minister of Transport", Head: true, Basis: basis("delegation.role", "Flavia Elphberg")}}},
			{Side: "Sylvania", Kind: briefing.Country}},
		Agenda:     []briefing.AgendaItem{{Text: "tolls <for lorries>", Basis: basis("agenda.discussed", "tolls <for lorries>")}},
		Agreements: []briefing.Agreement{{Text: "reopen the Zenda bridge", Status: briefing.Agreed, Basis: basis("agreement.agreed-to", "agreed on Tuesday")}},
		Quotes: []briefing.Quote{{Text: "The bridge belongs to those who cross it,", Span: quote, Speaker: "Flavia Elphberg",
			SpeakerAsWritten: "Elphberg", Channel: "Twitter", Basis: basis("quote.said-before", "Elphberg said on Twitter")}},
	}
}

func TestFindingsGolden(t *testing.T) {
	var w bytes.Buffer
	if err := Findings(&w, exporttest.Article(1), sampleFindings()); err != nil {
		t.Fatal(err)
	}
	exporttest.Golden(t, "findings.json", w.Bytes())
}

func TestFindingsHaveNoNullLists(t *testing.T) {
	var w bytes.Buffer
	a := exporttest.Article(2)
	a.Language = ""
	if err := Findings(&w, a, briefing.Findings{Agreements: []briefing.Agreement{{}}, Delegations: []briefing.Delegation{{}}}); err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(w.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, child := range v {
				walk(path+"."+k, child)
			}
		case []any:
			for _, child := range v {
				walk(path+"[]", child)
			}
		case nil:
			switch path {
			case ".article.title", ".article.published", ".article.outlet", ".article.byline", ".article.language":
			default:
				t.Errorf("%s is null", path)
			}
		}
	}
	walk("", doc)
	for _, key := range []string{"meetings", "delegations", "agenda", "agreements", "positions", "quotes", "reported"} {
		if _, ok := doc[key].([]any); !ok {
			t.Errorf("%s is %v, want a list", key, doc[key])
		}
	}
}

func TestFindingsOfNoArticle(t *testing.T) {
	if err := Findings(&bytes.Buffer{}, nil, briefing.Findings{}); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	if err := Findings(&bytes.Buffer{}, exporttest.Article(2), sampleFindings()); err == nil || !strings.Contains(err.Error(), "another article") {
		t.Errorf("got %v, want an error: the findings are of another article", err)
	}
}

func BenchmarkFindings(b *testing.B) {
	a, f := exporttest.Article(1), sampleFindings()
	for b.Loop() {
		var w bytes.Buffer
		if err := Findings(&w, a, f); err != nil {
			b.Fatal(err)
		}
	}
}
