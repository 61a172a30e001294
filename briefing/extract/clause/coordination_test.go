package clause

import (
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
	"github.com/google/go-cmp/cmp"
)

func TestSplitTopics(t *testing.T) {
	tests := []struct {
		name, list string
		want       []string
	}{
		{"one", "peace and stability", []string{"peace and stability"}},
		{"three", "grain, steel prices and the fate of the dam", []string{"grain", "steel prices", "the fate of the dam"}},
		{"list in a list", "cooperation against theft, forged papers and illegal logging, and how to warn ships",
			[]string{"cooperation against theft", "forged papers", "illegal logging", "how to warn ships"}},
		{"semicolons", "ways to share data, including on ships; train crews; and buy radars",
			[]string{"ways to share data, including on ships", "train crews", "buy radars"}},
		{"examples of a topic", "the war in the south, including its effect on trade and the price of oil",
			[]string{"the war in the south, including its effect on trade and the price of oil"}},
		{"examples of an empty head", "a range of issues, including border traffic, the price of gas and school books",
			[]string{"border traffic", "the price of gas", "school books"}},
		{"as well as", "the dam, as well as ways to share its water", []string{"the dam", "ways to share its water"}},
		{"adjectives with one noun", "political, economic and military ties", []string{"political, economic and military ties"}},
		{"its", "the plan for the port and its cost", []string{"the plan for the port and its cost"}},
		{"between", "trade between Peru and Chile", []string{"trade between Peru and Chile"}},
		{"two topics", "the fight against malaria and road safety", []string{"the fight against malaria", "road safety"}},
		{"a clause of how", "how Peru and Chile can share the water", []string{"how Peru and Chile can share the water"}},
		{"places of one noun", "the situation in Mali, Chad and Niger", []string{"the situation in Mali, Chad and Niger"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tokens := lang.Tokenize(tt.list, briefing.Span{Start: 0, End: len(tt.list)})
			var got []string
			for _, r := range SplitTopics(tokens, Run{0, len(tokens)}) {
				got = append(got, r.Span(tokens).Of(tt.list))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("splitTopics(%q) (-want +got):\n%s", tt.list, diff)
			}
		})
	}
}
