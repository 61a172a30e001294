package extract

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// What was agreed is told among the agreements; it does not wait as a possible
// topic, too, and take a line of the page to say so.
func TestDealIsNoPossibleTopic(t *testing.T) {
	text := "Peru and Bolivia reached an agreement on Thursday to strengthen the Lake Commission with the aim of ending the raids on the shore.\n\n" +
		"Peruvian Foreign Minister Rosa Quispe met her Bolivian counterpart, Tomás Mamani, in Puno. At the meeting they discussed fishing rights. The agreement will be signed in May.\n"
	found := Extract(&briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"})
	if len(found.Agenda) == 0 || len(found.Agreements) == 0 {
		t.Fatalf("%d topics, %d agreements; want some of both", len(found.Agenda), len(found.Agreements))
	}
	for _, x := range found.Agenda {
		if strings.Contains(x.Text, "agreement") {
			t.Errorf("topic %q, possible %v", x.Text, x.Possible)
		}
	}
}
