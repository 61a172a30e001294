package plain

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTextParagraphs(t *testing.T) {
	const (
		w1 = "The ministers of both countries met on Monday in the old town hall of"
		w2 = "Sarn and agreed to open the bridge to lorries of up to twelve tonnes, an"
		w3 = "official said."
	)
	for _, tt := range []struct {
		name, text string
		want       []string // kind: text
	}{
		{"blank lines", "One.\n\nTwo.\n \t\nThree.", []string{"body: One.", "body: Two.", "body: Three."}},
		{"hard-wrapped", w1 + "\n" + w2 + "\n" + w3 + "\n\nNext.", []string{"body: " + w1 + "|" + w2 + "|" + w3, "body: Next."}},
		{"hard-wrapped without blank lines", w1 + "\n" + w2 + "\n" + w3 + "\n" + w1 + "\n" + w2 + "\n" + w3,
			[]string{"body: " + w1 + "|" + w2 + "|" + w3, "body: " + w1 + "|" + w2 + "|" + w3}},
		{"indented hard-wrapped", "    " + w1 + "\n    " + w2 + "\n    " + w3, []string{"body: " + w1 + "|    " + w2 + "|    " + w3}},
		{"a long word that had to wrap", w1 + "\nhttps://sarn.example/news/2020/the-bridge-and-the-lorries-of-twelve-tonnes\n" + w2 + "\n" + w3,
			[]string{"body: " + w1 + "|https://sarn.example/news/2020/the-bridge-and-the-lorries-of-twelve-tonnes|" + w2 + "|" + w3}},
		{"long lines are paragraphs", strings.Repeat(w1+" ", 3) + "end.\nShort one.\n" + strings.Repeat(w2+" ", 3) + "end.",
			[]string{"body: " + strings.Repeat(w1+" ", 3) + "end.", "body: Short one.", "body: " + strings.Repeat(w2+" ", 3) + "end."}},
		{"an address is not wrapped", "Ministry of Trade\n12 Harbour Road\nSarn", []string{"body: Ministry of Trade", "body: 12 Harbour Road", "body: Sarn"}},
		{"lists", "They want:\n- peace\n* bread\n• work\n1. rest\n2) songs", []string{"body: They want:", "list: - peace", "list: * bread", "list: • work", "list: 1. rest", "list: 2) songs"}},
		{"no list", "-5 degrees.\n\n2019 was cold.\n\n3.5 million came.", []string{"body: -5 degrees.", "body: 2019 was cold.", "body: 3.5 million came."}},
		{"heading", "Bridge opens\n\n" + w1 + " " + w2 + " " + w3, []string{"heading: Bridge opens", "body: " + w1 + " " + w2 + " " + w3}},
		{"last short line is no heading", w1 + " " + w2 + "\n\nWrite to us", []string{"body: " + w1 + " " + w2, "body: Write to us"}},
		{"nothing", " \n\n\t", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Paragraphs(tt.text) {
				got = append(got, string(p.Kind)+": "+strings.ReplaceAll(p.Of(tt.text), "\n", "|"))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("textParagraphs(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
