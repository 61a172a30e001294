package compose

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// Input is one article and what was found in it.
type Input struct {
	Article  *briefing.Article
	Findings briefing.Findings
	// Origin groups articles that copy one another: inputs with the same
	// number above 0 count as one source. 0 is an origin of its own.
	Origin int
	// Fixes are what the analyst corrected in earlier briefings, to be made
	// in this one; those of the first input count.
	Fixes []briefing.Fix
	// Names returns the other forms of a side's name, by which a side or a fix
	// may be traced: sides that no form of theirs names in the text are not
	// shown. Nil shows all.
	Names func(side string) []string
}

// Compose makes a briefing of the inputs. References are numbered in the order
// of InOrder: the same inputs give the same briefing, line ids included, in
// whatever order they come.
func Compose(inputs ...Input) briefing.Briefing {
	c := composer{inputs: traceable(InOrder(inputs))}
	b := briefing.Blank()
	b.ID = c.briefingID()
	b.Articles = c.references()
	lines := map[briefing.SectionKind][]briefing.Line{
		briefing.DelegationsSection: c.members(),
		briefing.AgendaSection:      c.agenda(),
		briefing.AgreementsSection:  c.agreements(),
		briefing.PositionsSection:   c.positions(),
		briefing.QuotesSection:      c.quotes(),
	}
	lines[briefing.MeetingSection] = c.header()
	lines[briefing.BottomLine] = c.bottomLine(lines[briefing.AgreementsSection])
	for i := range b.Sections {
		s := &b.Sections[i]
		for _, l := range lines[s.Kind] {
			l.ID = c.lineID(s.Kind, l)
			l.Suggested = l.Wording
			if l.Status == "" {
				l.Status = briefing.Suggested
			}
			s.Lines = append(s.Lines, l)
		}
	}
	return c.corrected(b)
}

// traceable returns inputs with findings whose sides can be traced.
func traceable(inputs []Input) []Input {
	inputs = slices.Clone(inputs)
	for i, in := range inputs {
		if in.Names != nil {
			inputs[i].Findings = in.Findings.Traceable(in.Article.Text, in.Names)
		}
	}
	return inputs
}

// composer holds the inputs while their lines are made.
type composer struct {
	inputs []Input
	taken  map[briefing.LineID]bool
}

func (c *composer) briefingID() briefing.BriefingID {
	h := sha256.New()
	for _, in := range c.inputs {
		fmt.Fprintln(h, in.Article.ID)
	}
	return briefing.BriefingID("b-" + hex.EncodeToString(h.Sum(nil))[:12])
}

// lineID names a line by its section, its first evidence and its words, so
// that composing again, with further articles too, names it the same.
func (c *composer) lineID(section briefing.SectionKind, l briefing.Line) briefing.LineID {
	h := sha256.New()
	fmt.Fprintln(h, section, l.Label, l.From[0], l.Text, l.Title)
	id := briefing.LineID(hex.EncodeToString(h.Sum(nil))[:10])
	if c.taken == nil {
		c.taken = map[briefing.LineID]bool{}
	}
	for n := 2; c.taken[id]; n++ {
		id = briefing.LineID(fmt.Sprintf("%s-%d", strings.SplitN(string(id), "-", 2)[0], n))
	}
	c.taken[id] = true
	return id
}

// references describes the articles for citing. Origins are numbered from 0
// in the order they come up.
func (c *composer) references() []briefing.ArticleRef {
	var refs []briefing.ArticleRef
	origins, next := map[int]int{}, 0
	for _, in := range c.inputs {
		origin, seen := origins[in.Origin]
		if in.Origin == 0 || !seen {
			origin, next = next, next+1
			origins[in.Origin] = origin
		}
		a := in.Article
		refs = append(refs, briefing.ArticleRef{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Byline: a.Byline, URL: a.URL,
			File: a.Source.Name, Published: a.Published, Language: a.Language, Paragraphs: a.Paragraphs, Origin: origin})
	}
	return refs
}

// evidence turns a basis into evidence in the article of input n.
func (c *composer) evidence(n int, spans []briefing.Span) []briefing.Evidence {
	var from []briefing.Evidence
	for _, s := range spans {
		from = append(from, briefing.Evidence{Article: c.inputs[n].Article.ID, Span: s})
	}
	return from
}

// line begins a line that rests on the basis. Lines without evidence cannot
// be made: the caller leaves them out.
func (c *composer) line(n int, kind briefing.LineKind, w briefing.Wording, basis briefing.Basis) briefing.Line {
	rank := basis.Confidence
	if basis.Possible {
		rank = possible
	}
	return briefing.Line{Kind: kind, Wording: w, From: c.evidence(n, basis.Evidence), Rule: basis.Rule, Reason: basis.Reason, Rank: rank}
}

// meeting names the meeting a finding belongs to, "" for the one the article
// is about.
func (c *composer) meeting(index int) string {
	if index > 0 {
		return briefing.EarlierMeeting
	}
	return ""
}
