package page

import (
	"math/rand/v2"
	"testing"

	"example.org/attache/briefing"
)

// FuzzFit puts any bytes in every place of a line and checks every promise.
func FuzzFit(f *testing.F) {
	f.Add("the water level", "Secretary of the Navy", "Veldland", uint64(1))
	f.Add("\xff\x00a\u0301\u0301\u0301\u200f\u202eﷺ👩‍👩‍👧", "\n\n", "\u00a0", uint64(7))
	f.Add("", "", "", uint64(3))
	f.Add("— · ¶ ○ ▲ \u2028 \u00ad", "“", "»", uint64(11))
	l, err := NewLayouter()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, a, b, c string, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 3))
		br := randomBriefing(r, 8)
		br.Details.Marking = c
		for i := range br.Sections {
			for j := range br.Sections[i].Lines {
				w := &br.Sections[i].Lines[j].Wording
				texts := []string{a, b, c, w.Text}
				w.Text = texts[r.IntN(4)]
				w.Title, w.Speaker, w.Channel = texts[r.IntN(4)], texts[r.IntN(4)], texts[r.IntN(4)]
				w.Mode, w.Parties = texts[r.IntN(4)], []string{a, b}
				if br.Sections[i].Kind == briefing.DelegationsSection {
					w.Side, w.Meeting = texts[r.IntN(4)], []string{"", b}[r.IntN(2)]
				}
			}
		}
		for i := range br.Articles {
			br.Articles[i].Outlet, br.Articles[i].URL, br.Articles[i].File = a, b, c
		}
		p, h, err := l.Fit(br, A4)
		if err != nil && (len(c) > 500 || len(a) > 3000 || len(b) > 3000) {
			return // a marking or pinned lines that fill the page
		}
		checkFit(t, br, A4, p, h, err)
	})
}
