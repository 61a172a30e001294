// Package exporttest is a made-up briefing and its articles, for the tests of
// the formats.
package exporttest

import (
	"strings"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// Text is that of the first article.
const Text = `Ruritania and Sylvania agreed on Tuesday to reopen the Zenda bridge & its customs post.

The Ruritanian Minister of Transport, Flavia Elphberg, received the Sylvanian Envoy, Otto von Strelsau, at the Castle of Zenda.

They discussed tolls <for lorries>, *night trains* and the price of rye.

“The bridge belongs to those who cross it,” Elphberg said on Twitter. “We have waited long enough.”

Sylvania offered to pay one third of the repairs. Ruritania asked for half.`

const otherText = `The envoy left on Wednesday.

“We shall see about the half,” von Strelsau told reporters.`

// Article returns the first article or the second.
func Article(id int) *briefing.Article {
	a := &briefing.Article{
		Title: "Bridge to reopen", Outlet: "Zenda Courier", URL: "https://courier.example/bridge?a=1&b=2",
		Language: "en", Published: briefing.Date{Year: 1911, Month: 3, Day: 7}, Text: Text,
		Source: briefing.Source{Name: "bridge.html"},
	}
	if id == 2 {
		a = &briefing.Article{Text: otherText, URL: "javascript:alert(1)", Language: "en", Source: briefing.Source{Name: "notes.txt"}}
	}
	a.ID = briefing.IDOf(a.Text)
	at := 0
	for _, p := range strings.Split(a.Text, "\n\n") {
		a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: at, End: at + len(p)}, Kind: briefing.Body})
		at += len(p) + 2
	}
	return a
}

// Articles returns both.
func Articles() []*briefing.Article {
	return []*briefing.Article{Article(1), Article(2)}
}

// Sources are the articles to trace lines against.
func Sources() briefing.Sources {
	all := Articles()
	return briefing.Sources{
		Article: func(id briefing.ArticleID) *briefing.Article {
			for _, a := range all {
				if a.ID == id {
					return a
				}
			}
			return nil
		},
		Names: func(side string) []string { return []string{strings.TrimSuffix(side, "a") + "an"} },
	}
}

// From returns the evidence of words that stand in an article.
func From(article int, words ...string) []briefing.Evidence {
	a := Article(article)
	var all []briefing.Evidence
	for _, w := range words {
		i := strings.Index(a.Text, w)
		if i < 0 {
			panic(w)
		}
		all = append(all, briefing.Evidence{Article: a.ID, Span: briefing.Span{Start: i, End: i + len(w)}})
	}
	return all
}

// Line returns a line that was suggested as it is worded.
func Line(id string, kind briefing.LineKind, status briefing.Status, w briefing.Wording, ev []briefing.Evidence) briefing.Line {
	l := briefing.Line{ID: briefing.LineID(id), Kind: kind, Status: status, Wording: w, Suggested: w, From: ev, Rank: .5,
		Rule: briefing.RuleID("rule." + id)}
	if kind == briefing.AnalystLine {
		l.Suggested, l.Rule, l.From = briefing.Wording{}, "", nil
	}
	return l
}

// Briefing returns a briefing with something in every section.
func Briefing() briefing.Briefing {
	const extract, quote, analyst = briefing.ExtractLine, briefing.QuoteLine, briefing.AnalystLine
	const suggested, verified, edited = briefing.Suggested, briefing.Verified, briefing.Edited
	type w = briefing.Wording
	b := briefing.Blank()
	b.ID = "zenda"
	b.Details = briefing.Details{Marking: "Desk use", TLP: page.TLPGreen, Paper: "a4", Author: "R. Rassendyll",
		AsOf: briefing.Date{Year: 1911, Month: 3, Day: 9}, Language: "en"}
	for i, a := range Articles() {
		b.Articles = append(b.Articles, briefing.ArticleRef{ID: a.ID, Title: a.Title, Outlet: a.Outlet, URL: a.URL,
			File: a.Source.Name, Published: a.Published, Language: a.Language, Paragraphs: a.Paragraphs, Origin: i})
	}
	title := Line("title", analyst, edited, w{Text: "Ruritania – Sylvania: the Zenda bridge"}, nil)
	title.Label = briefing.TitleLabel
	when := Line("when", extract, verified, w{Text: "Tuesday"}, From(1, "on Tuesday"))
	when.Label = briefing.WhenLabel
	where := Line("where", extract, suggested, w{Text: "Castle of Zenda"}, From(1, "the Castle of Zenda"))
	where.Label = briefing.WhereLabel
	bottom := Line("bottom", extract, verified, w{Text: "Ruritania and Sylvania agreed on Tuesday to reopen the Zenda bridge"},
		From(1, "Ruritania and Sylvania agreed on Tuesday to reopen the Zenda bridge"))
	bottom.Locked = true
	flavia := Line("flavia", extract, verified, w{Text: "Flavia Elphberg", Title: "Minister of Transport", Side: "Ruritania", Head: true},
		From(1, "Minister of Transport, Flavia Elphberg"))
	otto := Line("otto", extract, suggested, w{Text: "Otto von Strelsau", Title: "Envoy", Side: "Sylvania"},
		From(1, "Envoy, Otto von Strelsau"))
	tolls := Line("tolls", extract, suggested, w{Text: "tolls <for lorries>"}, From(1, "tolls <for lorries>"))
	tolls.Marking = page.TLPGreen
	trains := Line("trains", extract, suggested, w{Text: "*night trains*"}, From(1, "*night trains*"))
	rye := Line("rye", extract, edited, w{Text: "the rising price of rye"}, From(1, "the price of rye"))
	rye.Suggested = w{Text: "the price of rye"}
	held := Line("held", extract, suggested, w{Text: "tolls"}, From(1, "tolls"))
	held.Rank = .1
	out := Line("out", extract, briefing.LeftOut, w{Text: "left on Wednesday"}, From(2, "left on Wednesday"))
	reopen := Line("reopen", extract, verified, w{Text: "reopen the Zenda bridge & its customs post",
		Parties: []string{"Ruritania", "Sylvania"}, Mode: "agreed"}, From(1, "agreed on Tuesday to reopen the Zenda bridge & its customs post"))
	third := Line("third", extract, briefing.Conflict, w{Text: "to pay one third of the repairs", Speaker: "Sylvania", Mode: "offered"},
		From(1, "Sylvania offered to pay one third of the repairs."))
	belongs := Line("belongs", quote, verified, w{Text: "The bridge belongs to those who cross it,", Speaker: "Flavia Elphberg",
		Title: "Minister of Transport", Channel: "Twitter"},
		append(From(1, "The bridge belongs to those who cross it,"), From(1, "Minister of Transport, Flavia Elphberg", "Twitter")...))
	belongs.Pinned = true
	half := Line("half", quote, suggested, w{Text: "We shall see about the half,", Speaker: "von Strelsau"},
		From(2, "“We shall see about the half,” von Strelsau"))
	comment := Line("own-1", analyst, edited, w{Text: "Watch the customs post: 1. who staffs it; 2. who pays."}, nil)

	for kind, lines := range map[briefing.SectionKind][]briefing.Line{
		briefing.MeetingSection:     {title, when, where},
		briefing.BottomLine:         {bottom},
		briefing.DelegationsSection: {flavia, otto},
		briefing.AgendaSection:      {tolls, trains, rye, held, out},
		briefing.AgreementsSection:  {reopen},
		briefing.PositionsSection:   {third},
		briefing.QuotesSection:      {belongs, half},
		briefing.CommentSection:     {comment},
	} {
		for i := range b.Sections {
			if b.Sections[i].Kind == kind {
				b.Sections[i].Lines = lines
			}
		}
	}
	return b
}

// Options are options with everything in them; one line is held back.
func Options() export.Options {
	return export.Options{
		Held: page.Held{Lines: []briefing.LineID{"held"}}, Generator: "Attaché 0", Author: true, Trace: true,
		Created: time.Date(1911, 3, 9, 12, 0, 0, 0, time.UTC),
	}
}
