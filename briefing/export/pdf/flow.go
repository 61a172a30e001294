package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// drawn is a glyph at its place on the page.
type drawn struct {
	text string  // the characters it stands for
	x, y float64 // left end of the base line, points from the top left
	w    float64 // points
	size float64
	pale bool // in a colour that does not show on white
	run  int  // of the page's runs, where it is known
}

// flow cuts glyphs into words by the spaces drawn, and where text goes on
// elsewhere: on another line, or far from where it ended. The page that is
// written and the page that is read are cut by the same rule.
type flow struct {
	words []flowed
	open  bool
	last  drawn
}

// flowed is a word and the glyph it begins with.
type flowed struct {
	text   strings.Builder
	first  drawn
	begins bool // a paragraph
}

func (f *flow) add(g drawn) {
	begins := len(f.words) == 0
	if f.open && apart(f.last, g) {
		f.open, begins = false, true
	}
	f.last = g
	for _, r := range g.text {
		if unicode.IsSpace(r) || r == '\u2007' {
			f.open = false
			continue
		}
		if !f.open {
			f.words = append(f.words, flowed{first: g, begins: begins})
			f.open = true
		}
		w := &f.words[len(f.words)-1]
		w.text.WriteRune(r)
		w.first.pale = w.first.pale || g.pale
	}
}

// apart reports whether b does not go on where a ended.
func apart(a, b drawn) bool {
	size := max(a.size, b.size)
	gap := b.x - (a.x + a.w)
	return math.Abs(b.y-a.y) > .7*size || gap > .6*size || gap < -.6*size
}

// pageFlow returns the words of a page that is written.
func pageFlow(p *page.Page) *flow {
	f := &flow{}
	for i, r := range p.Runs {
		x := r.X
		red, green, blue := r.Colour.RGB()
		pale := paleColour(float64(red)/255, float64(green)/255, float64(blue)/255)
		for _, g := range r.Glyphs {
			w := g.Advance*r.Size + r.Tracking
			f.add(drawn{text: glyphText(g.Text), x: x, y: r.Y, w: w, size: r.Size, pale: pale, run: i})
			x += w
		}
	}
	return f
}

// glyphText is a glyph's text without the joiner that stands for none.
func glyphText(text string) string { return strings.ReplaceAll(text, wordJoiner, "") }

// paleColour reports whether a colour, 0 to 1, does not show on white.
func paleColour(red, green, blue float64) bool {
	const pale = .88
	return red > pale && green > pale && blue > pale
}

// rows returns what a page shows, for its record: each line, and each
// paragraph that is no line's.
func rows(p *page.Page, record trace.Document) []trace.Row {
	var all []trace.Row
	last := page.Run{Block: -1}
	for _, w := range pageFlow(p).words {
		r := p.Runs[w.first.run]
		goesOn := r.Line == last.Line && (r.Line != "" || r.Block == last.Block || last.Part == page.NumberPart || last.Part == page.LabelPart)
		if len(all) == 0 || !goesOn {
			all = append(all, rowOf(r, record))
		}
		row := &all[len(all)-1]
		if n := len(row.Parts); n > 0 && row.Parts[n-1].Name == r.Part {
			row.Parts[n-1].Text += " " + w.text.String()
		} else {
			row.Parts = append(row.Parts, trace.Part{Name: r.Part, Text: w.text.String()})
		}
		row.At = strings.TrimSpace(row.At + " " + trace.Place(w.first.x, w.first.y))
		last = r
	}
	return all
}

// rowOf begins the row that a run belongs to.
func rowOf(r page.Run, record trace.Document) trace.Row {
	i := slices.IndexFunc(record.Lines, func(l trace.Line) bool { return l.ID == r.Line })
	if r.Line == "" || i < 0 {
		return trace.Row{Block: blockOf(r.Part), Line: r.Line}
	}
	l := record.Lines[i]
	row := trace.Row{Block: export.Item, Section: l.Section, Line: l.ID, Kind: l.Kind, Status: l.Status}
	if l.Section == briefing.DelegationsSection {
		row.Block = export.Member
	}
	return row
}

// blockOf returns what a paragraph is that belongs to no line, by its first
// part.
func blockOf(p page.Part) export.BlockKind {
	switch p {
	case page.MarkingPart, page.TLPPart:
		return export.Banner
	case page.HeadingPart:
		return export.Heading
	case page.SidePart, page.MeetingPart:
		return export.SideName
	case page.NumberPart, page.SourcePart, page.AddressPart:
		return export.Source
	case page.LabelPart:
		return export.Fact
	}
	return export.Notice
}
