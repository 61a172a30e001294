package page

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
)

// maker builds briefings for tests.
type maker struct {
	b briefing.Briefing
	n int
}

func newMaker(articles ...briefing.ArticleRef) *maker {
	m := &maker{b: briefing.Blank()}
	for i := range articles {
		if articles[i].ID == "" {
			articles[i].ID = briefing.IDOf(fmt.Sprint(i))
		}
		for p := range 20 {
			articles[i].Paragraphs = append(articles[i].Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: p * 100, End: p*100 + 99}})
		}
	}
	m.b.Articles = articles
	return m
}

// add puts a line in a section; refs are article and paragraph in turn.
func (m *maker) add(kind briefing.SectionKind, w briefing.Wording, refs ...int) *briefing.Line {
	m.n++
	l := briefing.Line{
		ID: briefing.LineID(fmt.Sprintf("l%d", m.n)), Kind: briefing.ExtractLine,
		Status: briefing.Verified, Wording: w, Suggested: w, Rank: 1 - float64(m.n)/1000,
	}
	if kind == briefing.QuotesSection {
		l.Kind = briefing.QuoteLine
	}
	for i := 0; i+1 < len(refs) && refs[i] <= len(m.b.Articles); i += 2 {
		at := (refs[i+1] - 1) * 100
		l.From = append(l.From, briefing.Evidence{Article: m.b.Articles[refs[i]-1].ID, Span: briefing.Span{Start: at, End: at + 9}})
	}
	for i := range m.b.Sections {
		if s := &m.b.Sections[i]; s.Kind == kind {
			s.Lines = append(s.Lines, l)
			return &s.Lines[len(s.Lines)-1]
		}
	}
	panic("no section " + kind)
}

func (m *maker) text(kind briefing.SectionKind, text string, refs ...int) *briefing.Line {
	return m.add(kind, briefing.Wording{Text: text}, refs...)
}

func (m *maker) meeting(label, text string, refs ...int) *briefing.Line {
	l := m.add(briefing.MeetingSection, briefing.Wording{Text: text}, refs...)
	l.Label = label
	return l
}

// all changes every line.
func (m *maker) all(f func(*briefing.Line)) *maker {
	for i := range m.b.Sections {
		for j := range m.b.Sections[i].Lines {
			f(&m.b.Sections[i].Lines[j])
		}
	}
	return m
}

// riverSample is a briefing as the rules draft it: nothing checked yet. All
// of it is made up.
func riverSample() *maker {
	m := newMaker(
		briefing.ArticleRef{Title: "Ministers of Veldland and Osmara agree to strengthen river commission", Outlet: "Veldland News Agency", URL: "https://news.example.org/2024/03/river-commission-strengthened", Published: briefing.Date{Year: 2024, Month: 3, Day: 14}},
		briefing.ArticleRef{File: "notes.txt", Origin: 1},
	)
	m.meeting(briefing.TitleLabel, "Veldland–Osmara: bilateral meeting on the High Level River Group")
	m.meeting(briefing.WhenLabel, "Thursday", 1, 1)
	m.meeting(briefing.WhereLabel, "great hall of the Ministry of Rivers and Ports of Veldland", 1, 2)
	m.meeting(briefing.AccountLabel, "the Veldland agency in a shared notice with the Secretariat of Water and Civil Protection, and the Navy", 1, 2)
	m.text(briefing.BottomLine, "agreement … to strengthen the High Level River Group (Halrig) with the aim of combating smuggling and the trade in stolen gravel that operates across the border", 1, 1)
	people := []briefing.Wording{
		{Text: "Marta Ebrecht", Title: "Secretary of Foreign Affairs", Side: "Veldland"},
		{Text: "Alfons Duraz", Title: "Secretary of Water and Civil Protection", Side: "Veldland"},
		{Text: "José Rafael Ojinaga", Title: "Secretary of the Navy", Side: "Veldland"},
		{Text: "William Barrow", Title: "Attorney General", Side: "Osmara", Head: true},
		{Text: "Christopher Lindau-Whitfield", Title: "Ambassador", Side: "Osmara", Head: true},
		{Text: "Andrés Manuel Lópaz", Title: "President", Side: "Veldland", Meeting: "earlier meeting, National Palace"},
		{Text: "Luis Cresencio Sandovar", Title: "Secretary of National Defence", Side: "Veldland", Meeting: "earlier meeting, National Palace"},
		{Text: "William Barrow", Title: "Attorney General", Side: "Osmara", Meeting: "earlier meeting, National Palace"},
	}
	for _, p := range people {
		m.add(briefing.DelegationsSection, p, 1, 3)
	}
	m.text(briefing.AgendaSection, "the safety of barges for both countries", 1, 4)
	m.text(briefing.AgendaSection, "cooperation against gravel trafficking, money laundering and the international trade in dredgers", 1, 5)
	m.text(briefing.AgendaSection, "how to tackle transnational crime on the river together", 1, 5)
	both := []string{"Veldland", "Osmara"}
	m.add(briefing.AgreementsSection, briefing.Wording{Text: "strengthen the High Level River Group", Parties: both, Mode: "agreed"}, 1, 1, 1, 6)
	m.add(briefing.AgreementsSection, briefing.Wording{Text: "both governments will look each spring at what has come of the closer work on river safety through the High Level Group itself", Parties: both, Mode: "agreed"}, 1, 6)
	m.add(briefing.PositionsSection, briefing.Wording{Text: "a working relationship to settle the gravel dispute", Speaker: "Andrés Manuel Lópaz", Mode: "offered"}, 1, 8)
	m.add(briefing.PositionsSection, briefing.Wording{Text: "that the Osmaran authorities not intervene in Veldland", Speaker: "Andrés Manuel Lópaz", Mode: "asked"}, 1, 8, 2, 3)
	m.add(briefing.QuotesSection, briefing.Wording{Text: "In the great hall, the delegates compared what they had seen and weighed, without haste and with good humour, the safety of barges for both countries,", Speaker: "the statement"}, 1, 4)
	m.add(briefing.QuotesSection, briefing.Wording{Text: "A frank hour with Osmaran Attorney General William Barrow. As a boatman’s son, he knows that our charter leaves us no choice but to keep to the rules of free passage and to stay out of our neighbours’ quarrels. On that ground we can always meet,", Speaker: "Andrés Manuel Lópaz", Title: "President", Channel: "Twitter"}, 1, 9)
	m.text(briefing.DatesSection, "Halrig … integrated on August 27th", 1, 6)
	m.text(briefing.DatesSection, "President Dieter Tromp will see his river council on Friday, according to Osmaran media", 1, 12)
	return m.all(func(l *briefing.Line) { l.Status = briefing.Suggested })
}

// samples are briefings of every shape a page must look right in.
func samples() map[string]briefing.Briefing {
	out := map[string]briefing.Briefing{"draft": riverSample().b, "empty": briefing.Blank()}

	m := riverSample()
	m.b.Details = briefing.Details{Marking: "Unclassified // Open source", TLP: "TLP:CLEAR", Author: "Zoë Łukasiewicz, Desk 4", AsOf: briefing.Date{Year: 2024, Month: 3, Day: 15}}
	n := 0
	m.all(func(l *briefing.Line) {
		if n++; n%5 != 0 {
			l.Status = briefing.Verified
		}
	})
	l := m.text(briefing.CommentSection, "The bulletin is Veldland’s alone; Osmara has published no account of the meeting.")
	l.Kind, l.Status = briefing.AnalystLine, briefing.Edited
	m.text(briefing.NextStepsSection, "the working groups meet again in early May", 1, 7).Status = briefing.Edited
	m.text(briefing.DatesSection, "Halrig integrated on August 27th; 27 September", 1, 6, 2, 4).Status = briefing.Conflict
	out["reviewed"] = m.b

	m = newMaker(briefing.ArticleRef{Outlet: "Harbour Post", Title: "Short notice", Published: briefing.Date{Year: 2023, Month: 11}})
	m.meeting(briefing.TitleLabel, "Telephone call on the grain corridor")
	m.meeting(briefing.WhenLabel, "Monday evening", 1, 1)
	m.meeting(briefing.WhereLabel, "by telephone", 1, 1)
	m.text(briefing.AgendaSection, "grain corridor", 1, 2)
	m.b.Details.TLP = "TLP:AMBER+STRICT"
	out["sparse"] = m.b

	m = riverSample()
	for i := range 22 {
		m.text(briefing.AgendaSection, fmt.Sprintf("point %d: cooperation on border infrastructure, joint patrols along the river and the shared register of dredgers", i+1), 1, 2+i%10)
	}
	for i := range 9 {
		m.add(briefing.QuotesSection, briefing.Wording{Text: "We will not leave the table before the water is measured by both sides, on both banks, at the same hour", Speaker: fmt.Sprintf("Delegate %d", i+1)}, 1, 4)
	}
	m.b.Details.TLP = "TLP:GREEN"
	out["held-back"] = m.all(func(l *briefing.Line) { l.Status = briefing.Verified }).b

	m = riverSample()
	for i := range 5 {
		m.text(briefing.AgendaSection, fmt.Sprintf("the %d. report of the joint commission on water levels, which both sides had asked for in the spring", i+1), 2, i+1)
		m.add(briefing.AgreementsSection, briefing.Wording{Text: "exchange measurements every week through the commission’s office", Parties: []string{"Veldland", "Osmara"}, Mode: "signed"}, 1, 6)
	}
	out["full"] = m.b

	m = newMaker(briefing.ArticleRef{Outlet: "Four Seas Review", Title: "Four powers meet", URL: "http://example.com/4"})
	m.meeting(briefing.TitleLabel, "Four-power talks on the Strait of Halmyra")
	m.meeting(briefing.WhenLabel, "5 December 2024", 1, 1)
	for _, side := range []string{"Veldland", "Osmara", "Kingdom of the Three Rivers", "European Lakes Union"} {
		for i, title := range []string{"Foreign Minister", "Deputy Minister for Ports and Shipping", "Ambassador"} {
			m.add(briefing.DelegationsSection, briefing.Wording{Text: fmt.Sprintf("Anna-Maria von Hohenfels %c.", 'A'+i), Title: title, Side: side, Head: i == 0}, 1, 2)
		}
	}
	m.text(briefing.AgendaSection, "freedom of passage in the Strait", 1, 3)
	out["four-sides"] = m.b

	m = newMaker(briefing.ArticleRef{Outlet: "Дзеркало", Title: "Переговори щодо річки", Published: briefing.Date{Year: 2024}}, briefing.ArticleRef{Outlet: "Η Εφημερίδα", Title: "Συνάντηση υπουργών", Origin: 0})
	m.meeting(briefing.TitleLabel, "Συνάντηση υπουργών – зустріч міністрів – cuộc họp của các bộ trưởng")
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Володимир Їжакевич", Title: "Міністр закордонних справ", Side: "Україна", Head: true}, 1, 1)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Κωνσταντίνος Ἀλεξίου", Title: "Υπουργός Εξωτερικών", Side: "Ελλάδα"}, 2, 1)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Nguyễn Thị Đặng Phương", Title: "Bộ trưởng Bộ Ngoại giao", Side: "Việt Nam"}, 2, 2)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "王小明", Title: "部长 Minister", Side: "中国"}, 2, 2)
	m.add(briefing.QuotesSection, briefing.Wording{Text: "Ми домовилися про спільне вимірювання рівня води, і це добре для обох берегів", Speaker: "Володимир Їжакевич"}, 1, 4)
	m.text(briefing.AgendaSection, "Çağrı Şükrü Öztürk, Škvorecký and Łukasiewicz on fjord ferries, efficient offices and baffling affluence", 1, 3)
	m.text(briefing.AgendaSection, "محادثات حول المياه mixed with English", 1, 3)
	out["scripts"] = m.b

	m = newMaker(briefing.ArticleRef{Outlet: "Daily"})
	m.meeting(briefing.TitleLabel, "Press conference")
	for i := range 6 {
		m.add(briefing.QuotesSection, briefing.Wording{Text: strings.Repeat("We measured the water together and we will publish what we found. ", i%3+1), Speaker: "Marta Ebrecht", Title: "Secretary of Foreign Affairs"}, 1, i+1)
	}
	out["quotes-only"] = m.b

	m = newMaker(briefing.ArticleRef{Outlet: "Daily", URL: "https://example.org/" + strings.Repeat("very-long-path/", 20)})
	m.meeting(briefing.TitleLabel, "Joint Extraordinary Session of the Intergovernmental Commission on the Navigation, Protection and Sustainable Use of the Lower River and its Tributaries")
	m.meeting(briefing.WhereLabel, "Conference room of the Permanent Secretariat for the Implementation of the Convention on the Protection of Transboundary Watercourses, second floor", 1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1, 8)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Sheikh Abdullah bin Mohammed bin Butti Al Hamed Al Nahyan-Montgomery", Title: "Deputy Minister of State for Foreign Affairs and Special Envoy of the President for Transboundary Waters", Side: "United Emirates of the Seven Coasts", Head: true}, 1, 1)
	for i := range 9 {
		m.add(briefing.DelegationsSection, briefing.Wording{Text: fmt.Sprintf("Member %d of Delegation", i+1), Title: "Counsellor", Side: "Osmara"}, 1, 2)
	}
	m.text(briefing.AgendaSection, "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"+strings.Repeat("donaudampfschifffahrt", 8), 1, 1)
	m.b.Details.Marking = "Secret // Releasable to Veldland, Osmara and the Kingdom of the Three Rivers only"
	m.b.Details.TLP = "TLP:RED"
	m.b.Details.Paper = "letter"
	out["long-names"] = m.b
	return out
}
