package app_test

import (
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

// TestSamplePage is the page that everybody sees first.
func TestSamplePage(t *testing.T) {
	a := newApp(t)
	id, err := a.LoadSample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b, err := a.Briefing(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	want := map[briefing.SectionKind][]string{
		briefing.DelegationsSection: {
			"Uruguay: Ignacio Berrutti", "Uruguay: Lucía Arrambide", "Uruguay: Hernán Olazábal",
			"Portugal: Duarte Valadim", "Portugal: Filipa Montalvão",
			"Uruguay: Mateo Larrosa Quintela, earlier", "Uruguay: Bruno Etchegoyen, earlier",
		},
		briefing.AgendaSection: {
			"Cooperation against container fraud", "Money laundering", "Theft of ship papers", "How to watch the river mouth at night",
		},
		briefing.AgreementsSection: {
			"Strengthen the Harbour Security Group, known as Gruport",
			"Follow up on the results of the group’s work at its next session",
			"Both governments will follow up on the results through the Harbour Security Group",
		},
		briefing.PositionsSection: {
			"offered Valadim a liaison office in the port",
			"asked that Portuguese officers not search ships under the Uruguayan flag",
		},
		briefing.QuotesSection: {
			"Good talk with the Justice Minister of Portugal, Duarte Valadim,",
			"He was a harbour judge once, so he knows why our law lets no foreign officer board a ship in these waters.",
			"The ministers spoke plainly and parted as friends of the same river,",
		},
	}
	for kind, lines := range want {
		var got []string
		for _, l := range b.Section(kind).Lines {
			text := l.Text
			if kind == briefing.DelegationsSection {
				text = l.Side + ": " + text
				if l.Meeting != "" {
					text += ", earlier"
				}
			}
			got = append(got, text)
		}
		if d := cmp.Diff(lines, got); d != "" {
			t.Errorf("%s of the sample (-want +got):\n%s", kind, d)
		}
	}
}
