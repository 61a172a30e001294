package html

import (
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// anchor is where a link from a line leads: all spans that a line rests on in
// one paragraph, or all its spans. They light up together.
type anchor struct {
	id    string // "r12": of a reference; "w4": of a line
	line  int    // number of the line
	spans []briefing.Evidence
}

// anchorKey finds the anchor of a line for a reference; the zero reference is
// the whole line.
type anchorKey struct {
	line int
	ref  briefing.Ref
}

// number gives every printed line a number and finds its anchors.
func (d *document) number() {
	d.lines, d.index = map[briefing.LineID]int{}, map[anchorKey]int{}
	add := func(a anchor, r briefing.Ref) {
		d.index[anchorKey{a.line, r}] = len(d.anchors)
		d.anchors = append(d.anchors, a)
	}
	refs := 0
	for i, l := range d.c.Lines() {
		n := i + 1
		d.lines[l.ID] = n
		shown := slices.DeleteFunc(slices.Clone(l.From), func(e briefing.Evidence) bool {
			a := d.articles[e.Article]
			return a == nil || !e.Span.Valid(a.Text) || d.c.NumberOf(e.Article) == 0
		})
		if len(shown) == 0 {
			continue
		}
		add(anchor{"w" + strconv.Itoa(n), n, shown}, briefing.Ref{})
		d.traced = append(d.traced, tracedLine{n, d.wordsOf(l)})
		for _, r := range d.c.Refs(l) {
			spans := slices.DeleteFunc(slices.Clone(shown), func(e briefing.Evidence) bool { return d.c.RefOf(e) != r })
			if len(spans) > 0 {
				refs++
				add(anchor{"r" + strconv.Itoa(refs), n, spans}, r)
			}
		}
	}
}

// tracedLine is where the words of a line stand in its evidence.
type tracedLine struct {
	line  int
	spans []briefing.Evidence
}

// wordsOf returns where the words of a line stand, with those that follow
// one another in one span.
func (d *document) wordsOf(l briefing.Line) []briefing.Evidence {
	src := briefing.Sources{Article: func(id briefing.ArticleID) *briefing.Article { return d.articles[id] }}
	var spans []briefing.Evidence
	for _, w := range briefing.Trace(l, src) {
		a := d.articles[w.From.Article]
		if a == nil || !w.From.Span.Valid(a.Text) {
			continue
		}
		if n := len(spans); n > 0 && spans[n-1].Article == w.From.Article && spans[n-1].End <= w.From.Start &&
			!strings.ContainsFunc(a.Text[spans[n-1].End:w.From.Start], wordRune) {
			spans[n-1].End = w.From.End
			continue
		}
		spans = append(spans, w.From)
	}
	return spans
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\n' }

func (d *document) lineID(l briefing.Line) string { return "l" + strconv.Itoa(d.lines[l.ID]) }

// anchorOf returns the anchor of a line for a reference; the zero reference
// is the whole line.
func (d *document) anchorOf(l briefing.Line, r briefing.Ref) (anchor, bool) {
	i, ok := d.index[anchorKey{d.lines[l.ID], r}]
	if !ok {
		return anchor{}, false
	}
	return d.anchors[i], true
}

// words returns a line's words, linked to where they stand.
func (d *document) words(l briefing.Line, s export.Span) string {
	words := text(s.Text)
	if a, ok := d.anchorOf(l, briefing.Ref{}); ok && words != "" {
		return `<a class="words" dir="auto" href="#` + a.id + `">` + words + "</a>"
	}
	return `<span class="words" dir="auto">` + words + "</span>"
}

// reference returns a reference, each paragraph linked to where the line's
// words stand in it.
func (d *document) reference(l briefing.Line, s export.Span) string {
	parts := strings.Split(s.Text, ", ")
	for i, r := range s.Refs {
		if a, ok := d.anchorOf(l, r); ok {
			parts[i] = `<a href="#` + a.id + `">` + text(parts[i]) + "</a>"
		}
	}
	return `<span class="ref">` + strings.Join(parts, ", ") + "</span>"
}

// lights returns the rules by which the target of a link lights up, with the
// link back to its line, and the colours of the marking.
func (d *document) lights() string {
	var s strings.Builder
	for _, colour := range []string{"FFFFFF", "33FF00", "FFC000", "FF2B2B"} {
		s.WriteString(".tlp-" + colour + "{color:#" + colour + "}\n")
	}
	for _, a := range d.anchors {
		at := ":root:has(#" + a.id + ":target) "
		s.WriteString(at + "." + a.id + "{background:var(--near);color:var(--hit-ink)}")
		s.WriteString(at + ".x" + strconv.Itoa(a.line) + "{background:var(--hit);color:var(--hit-ink)}")
		s.WriteString(at + ".back-" + a.id + "{display:inline}\n")
	}
	return s.String()
}

// row notes a row that stands beside the brief.
func (d *document) row(kind export.BlockKind, parts ...trace.Part) {
	r := trace.Row{Block: kind}
	for _, p := range parts {
		if p.Text = export.Printable(p.Text); strings.TrimSpace(p.Text) != "" {
			r.Parts = append(r.Parts, p)
		}
	}
	d.rows = append(d.rows, r)
}

// evidence writes the articles with the words that lines rest on.
func (d *document) evidence() {
	d.out.WriteString("<aside class=\"evidence\" tabindex=\"0\" aria-label=\"" + text(d.c.Labels.Evidence) + "\">\n")
	for i, ref := range d.c.Articles {
		a := d.articles[ref.ID]
		d.out.WriteString(`<article id="a` + strconv.Itoa(i+1) + `"`)
		if a != nil && a.Language != "" {
			d.out.WriteString(` lang="` + text(a.Language) + `"`)
		}
		heading, about, address, shown := d.c.Labels.Source+" "+strconv.Itoa(i+1), d.c.Described(ref)+".", "", ""
		if u := page.WebAddress(ref.URL); u != "" {
			shown = page.ShownAddress(ref.URL)
			address = webLink(u, shown)
		}
		d.out.WriteString(">\n<h2>" + text(heading) + "</h2>\n<p class=\"about\">" + join(text(about), address) + "</p>\n")
		d.row(export.Heading, trace.Part{Name: page.HeadingPart, Text: heading})
		d.row(export.Source, trace.Part{Name: page.SourcePart, Text: about}, trace.Part{Name: page.AddressPart, Text: shown})
		if a != nil {
			d.article(a, i+1)
		}
		d.out.WriteString("</article>\n")
	}
	method := join(d.c.Labels.Method, d.c.Options.Generator)
	d.out.WriteString("<p class=\"note\">" + text(method) + "</p>\n</aside>\n</div>\n")
	d.row(export.Summary, trace.Part{Name: page.FixedPart, Text: method})
	for _, b := range d.c.Blocks()[:1] {
		if b.Kind == export.Banner {
			d.banner(b)
			d.rows = append(d.rows, trace.RowOf(b))
		}
	}
	d.out.WriteString("</body>\n")
}

// backSign leads from the evidence back to its line.
const backSign = "↩"

// lit is a stretch of an article that an anchor covers, or the words of a
// line.
type lit struct {
	briefing.Span
	class  string
	anchor *anchor // nil for words
	first  bool    // the link leads here
}

func (d *document) article(a *briefing.Article, number int) {
	var all []lit
	for i := range d.anchors {
		an := &d.anchors[i]
		for j, e := range an.spans {
			if e.Article == a.ID {
				all = append(all, lit{e.Span, an.id, an, j == 0})
			}
		}
	}
	for _, t := range d.traced {
		for _, e := range t.spans {
			if e.Article == a.ID {
				all = append(all, lit{e.Span, "x" + strconv.Itoa(t.line), nil, false})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y lit) int { return x.Start - y.Start })
	for i, p := range a.Paragraphs {
		if !p.Span.Valid(a.Text) {
			continue
		}
		class := ""
		if p.Kind == briefing.Furniture {
			class = ` class="furniture"`
		}
		n := strconv.Itoa(i + 1)
		d.out.WriteString("<p" + class + ` dir="auto" id="a` + strconv.Itoa(number) + "p" + n + `"><span class="n">¶` + n + "</span> ")
		d.row(export.Evidence, trace.Part{Name: page.NumberPart, Text: "¶" + n}, trace.Part{Name: "evidence", Text: p.Span.Of(a.Text)})
		var in []lit
		for _, l := range all {
			if l.Overlaps(p.Span) {
				in = append(in, l)
			}
		}
		d.paragraph(a.Text, p.Span, in)
		d.out.WriteString("</p>\n")
	}
}

// paragraph writes text[p] cut wherever a lit stretch begins or ends, so that
// stretches may overlap.
func (d *document) paragraph(source string, p briefing.Span, in []lit) {
	cuts := []int{p.Start, p.End}
	for _, l := range in {
		cuts = append(cuts, max(p.Start, l.Start), min(p.End, l.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := 1; i < len(cuts); i++ {
		piece := briefing.Span{Start: cuts[i-1], End: cuts[i]}
		var classes, backs []string
		for _, l := range in {
			if !l.Contains(piece) {
				continue
			}
			classes = append(classes, l.class)
			an := l.anchor
			if l.first && l.Start == piece.Start {
				d.out.WriteString(`<span class="at" id="` + an.id + `"></span>`)
			}
			if l.first && min(l.End, p.End) == piece.End {
				backs = append(backs, `<a class="back back-`+an.id+`" href="#l`+strconv.Itoa(an.line)+`" aria-label="`+text(d.c.Labels.Back)+`">`+backSign+`</a>`)
			}
		}
		words := html.EscapeString(export.Printable(source[piece.Start:piece.End]))
		if len(classes) > 0 {
			words = `<mark class="` + strings.Join(distinct(classes), " ") + `">` + words + "</mark>"
		}
		d.out.WriteString(words + strings.Join(backs, ""))
	}
}

// distinct returns each of the names once, in the order they first come.
func distinct(names []string) []string {
	var kept []string
	for _, n := range names {
		if !slices.Contains(kept, n) {
			kept = append(kept, n)
		}
	}
	return kept
}
