package pdf

import (
	"fmt"

	"example.org/attache/briefing"
)

// testBriefing is a made-up briefing with something in every section: names
// in three scripts, ligatures, a link, an unverified line, a marking.
func testBriefing() briefing.Briefing {
	b := briefing.Blank()
	id := briefing.IDOf("one")
	b.Articles = []briefing.ArticleRef{
		{ID: id, Title: "Ministers agree on the river", Outlet: "Veldland News", URL: "https://news.example.org/river?a=1&b=(2)", Published: briefing.Date{Year: 2024, Month: 3, Day: 14}},
		{ID: briefing.IDOf("two"), File: "notes.txt", Origin: 1},
	}
	b.Details = briefing.Details{Marking: "Unclassified", TLP: "TLP:AMBER", Author: "Zoë Łukasiewicz"}
	n := 0
	add := func(kind briefing.SectionKind, label string, w briefing.Wording) {
		n++
		l := briefing.Line{
			ID: briefing.LineID(fmt.Sprintf("l%d", n)), Kind: briefing.ExtractLine, Status: briefing.Verified,
			Wording: w, Label: label, From: []briefing.Evidence{{Article: id, Span: briefing.Span{Start: 0, End: 1}}}, Rank: 1,
		}
		if n%4 == 0 {
			l.Status = briefing.Suggested
		}
		for i := range b.Sections {
			if b.Sections[i].Kind == kind {
				b.Sections[i].Lines = append(b.Sections[i].Lines, l)
			}
		}
	}
	add(briefing.MeetingSection, briefing.TitleLabel, briefing.Wording{Text: "Veldland–Osmara: talks on the river"})
	add(briefing.MeetingSection, briefing.WhenLabel, briefing.Wording{Text: "Thursday"})
	add(briefing.MeetingSection, briefing.WhereLabel, briefing.Wording{Text: "headquarters of the Ministry of Foreign Affairs"})
	add(briefing.BottomLine, "", briefing.Wording{Text: "agreement … to strengthen the office of the river commission"})
	add(briefing.DelegationsSection, "", briefing.Wording{Text: "José Łukasz Đặng", Title: "Secretary of Foreign Affairs", Side: "Veldland", Head: true})
	add(briefing.DelegationsSection, "", briefing.Wording{Text: "Володимир Їжакевич", Title: "Υπουργός Εξωτερικών", Side: "Osmara"})
	add(briefing.AgendaSection, "", briefing.Wording{Text: "efficient offices, fjord ferries and baffling affluence"})
	add(briefing.AgreementsSection, "", briefing.Wording{Text: "measure the water together", Parties: []string{"Veldland", "Osmara"}, Mode: "signed"})
	add(briefing.PositionsSection, "", briefing.Wording{Text: "a cooperative relationship", Speaker: "José Łukasz Đặng", Mode: "offered"})
	add(briefing.NextStepsSection, "", briefing.Wording{Text: "the working groups meet in May"})
	add(briefing.QuotesSection, "", briefing.Wording{Text: "We measured it with our own hands", Speaker: "Їжакевич"})
	add(briefing.DatesSection, "", briefing.Wording{Text: "integrated on August 27th"})
	return b
}
