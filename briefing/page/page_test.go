package page

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
)

// fit fits a briefing that must fit.
func fit(t *testing.T, b briefing.Briefing) (*Page, Held) {
	t.Helper()
	p, h, err := Fit(b, A4)
	if err != nil {
		t.Fatalf("Fit(%q): %v", b.Title(), err)
	}
	return p, h
}

// texts returns the text of the page, a paragraph of the structure a string.
func texts(p *Page) []string {
	var out []string
	var last *Element
	for _, r := range p.Runs {
		if r.Element != last {
			out = append(out, "")
			last = r.Element
		}
		out[len(out)-1] += strings.ReplaceAll(r.Text, hard, " ")
	}
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

func contains(p *Page, text string) bool { return strings.Contains(strings.Join(texts(p), "\n"), text) }

func TestSamplesFit(t *testing.T) {
	all := samples()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			for _, paper := range []Paper{A4, Letter} {
				p, h, err := Fit(all[name], paper)
				checkFit(t, all[name], paper, p, h, err)
			}
		})
	}
}

func TestReadingOrder(t *testing.T) {
	m := newMaker(briefing.ArticleRef{Outlet: "Harbour Post", Title: "Short notice", URL: "https://example.org/a"})
	m.b.Details = briefing.Details{Marking: "Open", TLP: "tlp:green", Author: "Zoë", AsOf: briefing.Date{Year: 2024, Month: 3, Day: 5}}
	m.meeting(briefing.TitleLabel, "Talks on the river")
	m.meeting(briefing.WhenLabel, "Thursday", 1, 1)
	m.text(briefing.BottomLine, "a commission", 1, 1, 1, 3)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Ana", Title: "Minister", Side: "Veldland", Head: true}, 1, 2)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Bo", Side: "Osmara"}, 1, 2)
	m.add(briefing.DelegationsSection, briefing.Wording{Text: "Cy", Title: "President", Side: "Osmara", Meeting: briefing.EarlierMeeting}, 1, 2)
	m.text(briefing.AgendaSection, "water", 1, 4).Status = briefing.Suggested
	m.add(briefing.AgreementsSection, briefing.Wording{Text: "measure", Parties: []string{"Veldland", "Osmara"}, Mode: "signed"}, 1, 5)
	m.add(briefing.PositionsSection, briefing.Wording{Text: "a dam", Speaker: "Ana", Mode: "offered"}, 1, 6)
	m.add(briefing.QuotesSection, briefing.Wording{Text: "We measured it", Speaker: "Ana", Title: "Minister", Channel: "Radio"}, 1, 7)
	own := m.text(briefing.CommentSection, "No word from Osmara.")
	own.Kind = briefing.AnalystLine
	p, _ := fit(t, m.b)
	want := []string{
		"OPEN TLP:GREEN", "Talks on the river", "WHEN Thursday (article date not given) 1 ¶1", "PREPARED BY Zoë", "AS OF 5 Mar 2024",
		"BOTTOM LINE", "a commission 1 ¶1, 3",
		"DELEGATIONS", "Veldland", "Ana  HEAD Minister 1 ¶2", "Osmara", "Bo 1 ¶2",
		"Earlier meeting", "Osmara: Cy, President 1 ¶2",
		"AGENDA", "•", "water 1 ¶4 ○",
		"AGREEMENTS", "1.", "measure — Veldland, Osmara · signed 1 ¶5",
		"POSITIONS", "•", "Ana  OFFERED a dam 1 ¶6",
		"KEY QUOTES", "“We measured it”", "Ana, Minister · Radio 1 ¶7",
		"COMMENT", "Comment: No word from Osmara.   ANALYST",
		"SOURCES", "1", "Harbour Post, “Short notice”, no date given.", "example.org/a",
		"OPEN TLP:GREEN", "Page 1 of 1", "○ unverified",
	}
	if diff := cmp.Diff(want, texts(p)); diff != "" {
		t.Errorf("text of the page (-want +got):\n%s", diff)
	}
}

func TestStatusIsTold(t *testing.T) {
	tests := []struct {
		name      string
		status    briefing.Status
		want, not string
	}{
		{"verified", briefing.Verified, "water 1 ¶1", "○"},
		{"edited", briefing.Edited, "EDITED", "○"},
		{"conflict", briefing.Conflict, "▲ CONFLICT", "○"},
		{"suggested among verified", briefing.Suggested, "water 1 ¶1 ○", "EDITED"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := newMaker(briefing.ArticleRef{Outlet: "Post"})
			m.text(briefing.DatesSection, "Monday", 1, 1)
			m.text(briefing.AgendaSection, "water", 1, 1).Status = tt.status
			p, _ := fit(t, m.b)
			if !contains(p, tt.want) {
				t.Errorf("page says %q, want %q in it", texts(p), tt.want)
			}
			if contains(p, tt.not) {
				t.Errorf("page says %q, want no %q", texts(p), tt.not)
			}
		})
	}
}

func TestNothingVerifiedIsSaidOnce(t *testing.T) {
	p, _ := fit(t, riverSample().b)
	note := LabelsFor("en").AllSuggested
	if !contains(p, "○ "+note) {
		t.Errorf("page does not say %q", note)
	}
	if n := strings.Count(strings.Join(texts(p), "\n"), "○"); n != 1 {
		t.Errorf("the ring is %d times on the page, want once", n)
	}
}

func TestVerifiedOnly(t *testing.T) {
	m := newMaker()
	m.text(briefing.AgendaSection, "checked")
	hidden := m.text(briefing.AgendaSection, "unchecked")
	hidden.Status = briefing.Suggested
	id := hidden.ID
	m.text(briefing.AgendaSection, "left").Status = briefing.LeftOut
	m.b.Details.VerifiedOnly = true
	p, h := fit(t, m.b)
	if diff := cmp.Diff([]briefing.LineID{id}, h.Unverified); diff != "" {
		t.Errorf("unverified lines (-want +got):\n%s", diff)
	}
	if contains(p, "unchecked") || contains(p, "left") || !contains(p, "1 further line on file") {
		t.Errorf("page says %q, want only the checked line and the note", texts(p))
	}
}

func TestPinnedTooLong(t *testing.T) {
	m := newMaker()
	m.text(briefing.AgendaSection, strings.Repeat("water and the banks ", 700)).Pinned = true
	m.text(briefing.AgendaSection, "short")
	p, h, err := Fit(m.b, A4)
	if !errors.Is(err, briefing.ErrNoFit) || p != nil {
		t.Fatalf("Fit of a pinned line of 14,000 letters: page %v, err %v; want no page and ErrNoFit", p, err)
	}
	if h.Excess < 100 || h.Used < 1.1 || h.Fill < 1.1 {
		t.Errorf("held %+v, want an excess of hundreds of points", h)
	}
}

// A line that no page can hold must not push everything else off.
func TestEndlessLineGoesFirst(t *testing.T) {
	for _, n := range []int{700, 200_000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			m := newMaker()
			long := m.text(briefing.AgendaSection, strings.Repeat("water and the banks ", n))
			long.Rank = 1
			id := long.ID
			m.text(briefing.AgendaSection, "short").Rank = .1
			p, h := fit(t, m.b)
			if diff := cmp.Diff([]briefing.LineID{id}, h.Lines); diff != "" {
				t.Errorf("held lines (-want +got):\n%s", diff)
			}
			if !contains(p, "short") {
				t.Errorf("page says %q, want the short line", texts(p))
			}
		})
	}
}

// A section over its template's budget gives way before a lower rank elsewhere.
func TestTemplateBudget(t *testing.T) {
	template, ok := TemplateNamed("readout")
	if !ok {
		t.Fatal("no template readout")
	}
	i := slices.IndexFunc(template.Sections, func(s TemplateSection) bool { return s.Max > 0 && s.Kind == briefing.AgendaSection })
	if i < 0 {
		t.Skip("the agenda has no budget in this template")
	}
	m := newMaker()
	m.b, _ = apply(t, m.b, ApplyTemplate(m.b, template))
	low := m.text(briefing.NextStepsSection, "the groups meet in May")
	low.Rank = .01
	for range 120 {
		m.text(briefing.AgendaSection, "the water level at the bridge").Rank = .9
	}
	_, h := fit(t, m.b)
	if len(h.Lines) == 0 || slices.Contains(h.Lines, low.ID) {
		t.Errorf("held %v, want lines of the agenda only", h.Lines)
	}
}

func TestTiesGoLaterFirst(t *testing.T) {
	m := newMaker()
	for range 120 {
		m.text(briefing.AgendaSection, "the water level at the bridge").Rank = .5
	}
	_, h := fit(t, m.b)
	if len(h.Lines) == 0 || h.Lines[0] != "l120" || h.Lines[1] != "l119" {
		t.Errorf("held %v, want l120, l119 and so on", h.Lines)
	}
}

func TestClickFindsLine(t *testing.T) {
	b := samples()["reviewed"]
	p, _ := fit(t, b)
	for _, l := range b.Lines() {
		r := p.Box(l.ID)
		if r.W <= 0 || r.H <= 0 {
			t.Errorf("line %s %q has no box", l.ID, l.Text)
		}
	}
	for _, box := range p.Boxes {
		if got := p.LineAt(box.X+box.W/2, box.Y+box.H/2); got != box.Line {
			t.Errorf("LineAt the middle of a box of %s = %q", box.Line, got)
		}
	}
	if got := p.LineAt(1, 1); got != "" {
		t.Errorf("LineAt the corner = %q, want none", got)
	}
}

func TestMissingCharacters(t *testing.T) {
	m := newMaker()
	m.text(briefing.AgendaSection, "talks with 王小明 on Ἀθῆναι")
	p, h := fit(t, m.b)
	if got, want := string(h.Missing), "小明王"; got != want {
		t.Errorf("missing %q, want %q", got, want)
	}
	if !contains(p, "talks with 王小明 on Ἀθῆναι") {
		t.Errorf("page text %q lost the characters", texts(p))
	}
	for _, r := range p.Runs {
		for _, g := range r.Glyphs {
			if g.ID == 0 {
				t.Errorf("run %q shows the box for a missing glyph", r.Text)
			}
		}
	}
}

func TestOnlyWebLinks(t *testing.T) {
	tests := []struct{ url, want string }{
		{"https://example.org/a b", "https://example.org/a%20b"},
		{"http://user:secret@example.org/", "http://example.org/"},
		{"javascript:alert(1)", ""},
		{"file:///etc/passwd", ""},
		{"example.org/a", ""},
		{"https:", ""},
		{"\x00", ""},
	}
	for _, tt := range tests {
		if got := WebAddress(tt.url); got != tt.want {
			t.Errorf("WebAddress(%q) = %q, want %q", tt.url, got, tt.want)
		}
	}
}

func TestManySources(t *testing.T) {
	for _, n := range []int{1, 9, 30, 400} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			var articles []briefing.ArticleRef
			for i := range n {
				articles = append(articles, briefing.ArticleRef{Outlet: fmt.Sprintf("Outlet %d", i+1), Title: strings.Repeat("long title ", 8), URL: "https://example.org/", Origin: i})
			}
			m := newMaker(articles...)
			m.text(briefing.AgendaSection, "water", n, 1)
			p, _ := fit(t, m.b)
			if !contains(p, fmt.Sprintf("Outlet %d", n)) {
				t.Errorf("the cited source %d is not on the page", n)
			}
		})
	}
}

func TestSameBriefingSamePage(t *testing.T) {
	b := samples()["held-back"]
	want, _ := fit(t, b)
	fresh, err := NewLayouter()
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, _, err := fresh.Fit(b, A4)
			if err != nil {
				t.Error(err)
				return
			}
			if diff := cmp.Diff(want.Runs, got.Runs, cmp.Comparer(func(a, b *Font) bool { return a == b })); diff != "" {
				t.Errorf("runs differ (-want +got):\n%s", diff)
			}
			Raster(got, 50)
		})
	}
	wg.Wait()
}

func TestRasterHasInk(t *testing.T) {
	p, _ := fit(t, samples()["reviewed"])
	im := Raster(p, 72)
	if got, want := im.Rect.Dx(), 595; got != want {
		t.Errorf("picture is %d pixels wide at 72 dpi, want %d", got, want)
	}
	for _, r := range p.Runs {
		if strings.TrimSpace(strings.ReplaceAll(r.Text, hard, " ")) == "" || r.Size < 8 {
			continue
		}
		dark := false
		for y := int(r.Y - r.Size); y <= int(r.Y); y++ {
			for x := int(r.X); x <= int(r.X+r.W); x++ {
				c := im.RGBAAt(x, y)
				dark = dark || c.R < 200
			}
		}
		if !dark {
			t.Errorf("nothing is drawn where %q should be", r.Text)
		}
	}
}
