package page

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"example.org/attache/briefing"
)

// alphabets are the scripts that random text is made of: three the faces have,
// Vietnamese accents, and two they lack.
var alphabets = [][]rune{
	[]rune("abcdefghijklmnopqrstuvwxyzffifléüñçABCDEFG'’-.,;"),
	[]rune("абвгдежзийклмнопрстуфхцчшщьюяіїєАБВГД"),
	[]rune("αβγδεζηθικλμνξοπρστυφχψωάέήίόύώΑΒΓΔ"),
	[]rune("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộ"),
	[]rune("السلامعليكم中文会议部长水河"),
}

// randomBriefing makes a briefing of 0 to most lines a section.
func randomBriefing(r *rand.Rand, most int) briefing.Briefing {
	var b briefing.Briefing
	for i := range r.IntN(6) {
		a := briefing.ArticleRef{ID: briefing.IDOf(fmt.Sprint(i)), Origin: r.IntN(i + 1)}
		if r.IntN(3) > 0 {
			a.Title, a.Outlet = randomText(r, 12), randomText(r, 3)
		}
		if r.IntN(2) > 0 {
			a.URL = "https://example.org/" + strings.Repeat("path/", r.IntN(60))
		}
		b.Articles = append(b.Articles, a)
	}
	if r.IntN(3) == 0 {
		b.Details.Marking = randomText(r, 8)
	}
	b.Details.TLP = []string{"", "TLP:CLEAR", "tlp:amber+strict", "TLP:PURPLE"}[r.IntN(4)]
	b.Details.VerifiedOnly = r.IntN(10) == 0
	b.Details.Author = randomText(r, 3)
	n := 0
	for _, kind := range briefing.SectionKinds {
		s := briefing.Section{Kind: kind}
		if r.IntN(8) == 0 {
			s.Label = randomText(r, 4)
		}
		if r.IntN(4) == 0 {
			s.Max = r.IntN(8)
		}
		for range r.IntN(1 + r.IntN(most+1)) {
			n++
			s.Lines = append(s.Lines, randomLine(r, b, kind, n))
		}
		b.Sections = append(b.Sections, s)
	}
	return b
}

func randomLine(r *rand.Rand, b briefing.Briefing, kind briefing.SectionKind, n int) briefing.Line {
	statuses := []briefing.Status{briefing.Suggested, briefing.Suggested, briefing.Verified, briefing.Verified, briefing.Edited, briefing.Conflict, briefing.Stale, briefing.LeftOut}
	l := briefing.Line{
		ID: briefing.LineID(fmt.Sprint(n)), Kind: briefing.ExtractLine, Status: statuses[r.IntN(len(statuses))],
		Rank: float64(r.IntN(20)) / 20, Pinned: r.IntN(40) == 0, Locked: r.IntN(60) == 0,
		Wording: briefing.Wording{Text: randomText(r, 30)},
	}
	if r.IntN(9) == 0 {
		l.Kind = briefing.AnalystLine
	}
	if r.IntN(12) == 0 {
		l.Marking = "TLP:AMBER"
	}
	for range r.IntN(5) * len(b.Articles) {
		a := b.Articles[r.IntN(len(b.Articles))]
		l.From = append(l.From, briefing.Evidence{Article: a.ID, Span: briefing.Span{Start: r.IntN(900), End: 1000}})
	}
	switch kind {
	case briefing.MeetingSection:
		l.Label = []string{briefing.TitleLabel, briefing.WhenLabel, briefing.WhereLabel, briefing.AccountLabel, ""}[r.IntN(5)]
		l.Text = randomText(r, 10)
		switch {
		case l.Label == briefing.AccountLabel && r.IntN(2) == 0:
			l.Side = randomText(r, 2)
		case l.Label == briefing.WhenLabel && r.IntN(2) == 0:
			l.Mode = "2019-12-05"
		}
	case briefing.DelegationsSection:
		l.Text, l.Title = randomText(r, 4), randomText(r, 8)
		l.Side = []string{"", "Veldland", "Osmara", "Lakes", "Kingdom of the Three Rivers"}[r.IntN(2+r.IntN(4))]
		l.Head = r.IntN(4) == 0
		if r.IntN(10) == 0 {
			l.Meeting = briefing.EarlierMeeting
		}
		if r.IntN(15) == 0 {
			l.Text = ""
		}
	case briefing.QuotesSection, briefing.PositionsSection:
		l.Speaker, l.Title = randomText(r, 4), randomText(r, 4)
		l.Mode = "offered"
	case briefing.AgreementsSection:
		l.Parties, l.Mode = []string{randomText(r, 2), randomText(r, 2)}, "agreed"
	}
	return l
}

func randomText(r *rand.Rand, most int) string {
	letters := alphabets[r.IntN(len(alphabets))]
	if r.IntN(3) > 0 {
		letters = alphabets[0]
	}
	var b strings.Builder
	for i := range r.IntN(most + 1) {
		if i > 0 {
			b.WriteByte(' ')
		}
		n := 1 + r.IntN(12)
		switch r.IntN(200) {
		case 0:
			n = 400
		case 1, 2, 3:
			n = 60
		}
		for range n {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
	}
	return b.String()
}
