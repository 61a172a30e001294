package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

//go:embed page.css
var htmlStyle string

// HTML writes the briefing beside its sources as one HTML file, the evidence
// annex: every line is linked to its words in the articles, which light up.
// The file holds no script and loads nothing; a Content Security Policy says
// so too. An article that is not given is named and not shown.
func HTML(w io.Writer, b briefing.Briefing, articles []*briefing.Article, o Options) error {
	d := &document{p: newPrinted(b, o), o: o, articles: map[briefing.ArticleID]*briefing.Article{}}
	for _, a := range articles {
		if a != nil {
			d.articles[a.ID] = a
		}
	}
	d.number()
	d.brief()
	d.evidence()
	if _, err := io.WriteString(w, d.head()+d.out.String()+"</html>\n"); err != nil {
		return fmt.Errorf("write html: %w", err)
	}
	return nil
}

// document writes the file.
type document struct {
	p        printed
	o        Options
	articles map[briefing.ArticleID]*briefing.Article
	anchors  []anchor
	traced   []tracedLine
	index    map[anchorKey]int       // into anchors
	lines    map[briefing.LineID]int // number of a line in its anchors
	out      strings.Builder
}

// head returns everything before the body. The style is written last, as the
// policy names it by its hash.
func (d *document) head() string {
	style := strings.TrimSpace(htmlStyle) + "\n" + d.lights()
	sum := sha256.Sum256([]byte(style))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	s := "<!doctype html>\n<html lang=\"" + d.p.labels.Language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="` + policy + `">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n" +
		`<meta name="referrer" content="no-referrer">` + "\n" +
		`<meta name="schema" content="` + BriefingSchema + `">` + "\n"
	if d.o.Generator != "" {
		s += `<meta name="generator" content="` + text(d.o.Generator) + `">` + "\n"
	}
	if !d.o.Created.IsZero() {
		s += `<meta name="date" content="` + d.o.Created.Format("2006-01-02") + `">` + "\n"
	}
	if d.o.Author && d.p.Details.Author != "" {
		s += `<meta name="author" content="` + text(d.p.Details.Author) + `">` + "\n"
	}
	return s + "<title>" + text(d.p.title()) + "</title>\n<style>" + style + "</style>\n</head>\n"
}

// text returns s as text of HTML, or as the value of a quoted attribute, on
// one line.
func text(s string) string { return html.EscapeString(printable(oneLine(s))) }

// printable replaces control characters but line feeds, which HTML cannot
// hold, by U+FFFD.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// span returns s in an element of a class, or "".
func span(class, s string) string {
	if s = text(s); s == "" {
		return ""
	}
	return `<span class="` + class + `">` + s + `</span>`
}

func (d *document) banner() {
	marking := span("marking", d.p.Details.Marking)
	tlp := strings.ToUpper(strings.ReplaceAll(d.p.Details.TLP, " ", ""))
	if colour := tlpColours[tlp]; colour != "" {
		marking += `<span class="tlp tlp-` + colour + `">` + text(tlp) + `</span>`
	} else {
		marking += span("marking", tlp)
	}
	if marking != "" {
		d.out.WriteString(`<div class="banner">` + marking + "</div>\n")
	}
}

func (d *document) brief() {
	d.out.WriteString("<body>\n")
	d.banner()
	d.out.WriteString("<div class=\"sides\">\n<main class=\"brief\" tabindex=\"0\">\n")
	d.top()
	for _, s := range d.p.body() {
		d.out.WriteString("<section>\n<h2>" + text(s.heading) + "</h2>\n")
		d.section(s)
		d.out.WriteString("</section>\n")
	}
	if d.p.onFile > 0 {
		d.out.WriteString(`<p class="note">` + text(d.p.labels.Held(d.p.onFile)) + "</p>\n")
	}
	d.sources()
	d.out.WriteString("</main>\n")
}

func (d *document) top() {
	h := d.p.head()
	if d.p.unverified {
		d.out.WriteString(`<p class="note">` + text(d.p.labels.AllSuggested) + ".</p>\n")
	}
	if h.title == nil {
		d.out.WriteString("<h1>" + text(d.p.labels.Untitled) + "</h1>\n")
	} else {
		shown := *h.title
		shown.Text = d.p.title()
		d.element("h1", "line", *h.title, d.words(shown))
	}
	for _, l := range h.deck {
		d.element("p", "line", l, d.words(l))
	}
	var facts strings.Builder
	fact := func(label, value, id string) {
		if value != "" {
			facts.WriteString("<dt>" + text(label) + "</dt><dd" + id + ">" + value + "</dd>\n")
		}
	}
	for _, l := range h.facts {
		fact(d.p.labels.Line(l.Label), join(d.portion(l), d.words(l), span("said", d.p.note(l)), d.tail(l)), ` class="line" id="`+d.lineID(l)+`"`)
	}
	if d.o.Author {
		fact(d.p.labels.PreparedBy, text(d.p.Details.Author), "")
	}
	if d.p.Details.AsOf.Known() {
		fact(d.p.labels.AsOf, text(d.p.labels.Date(d.p.Details.AsOf)), "")
	}
	if facts.Len() > 0 {
		d.out.WriteString("<dl class=\"facts\">\n" + facts.String() + "</dl>\n")
	}
}

// join puts the parts that are not empty together, with a space between.
func join(parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// element writes a line as an element.
func (d *document) element(tag, class string, l briefing.Line, words ...string) {
	d.out.WriteString("<" + tag + ` class="` + class + `" id="` + d.lineID(l) + `">` +
		join(d.portion(l), join(words...), d.tail(l)) + "</" + tag + ">\n")
}

func (d *document) section(s section) {
	list := "ul"
	switch s.kind {
	case briefing.DelegationsSection:
		d.delegations(delegations(s.lines))
		return
	case briefing.QuotesSection:
		for _, l := range s.lines {
			d.quote(l)
		}
		return
	case briefing.BottomLine, briefing.CommentSection:
		class := "line"
		if s.kind == briefing.BottomLine {
			class = "line bottom"
		}
		for _, l := range s.lines {
			d.element("p", class, l, d.sentence(s.kind, l))
		}
		return
	case briefing.AgreementsSection:
		list = "ol"
	}
	d.out.WriteString("<" + list + ">\n")
	for _, l := range s.lines {
		d.element("li", "line", l, d.sentence(s.kind, l))
	}
	d.out.WriteString("</" + list + ">\n")
}

// sentence returns a line's words with what is said of it.
func (d *document) sentence(kind briefing.SectionKind, l briefing.Line) string {
	var before string
	if l.Kind == briefing.AnalystLine && kind != briefing.CommentSection {
		before = "<b>" + text(d.p.labels.Comment) + "</b>"
	}
	said := l
	if kind == briefing.PositionsSection {
		if l.Speaker != "" {
			before = join(before, "<b>"+text(l.Speaker)+"</b>")
		}
		before = join(before, span("tag", d.p.labels.Mode(l.Mode)))
		said.Speaker, said.Mode = "", ""
	}
	after := d.p.said(said)
	if after != "" {
		after = span("said", "— "+after)
	}
	return join(before, d.words(l), after)
}

func (d *document) quote(l briefing.Line) {
	own := ""
	if l.Kind == briefing.AnalystLine {
		own = "<b>" + text(d.p.labels.Comment) + "</b>"
	}
	d.out.WriteString(`<blockquote class="line" id="` + d.lineID(l) + "\">\n<p>" + join(d.portion(l), own, d.words(l)) + "</p>\n")
	if after := join(span("said", d.p.said(l)), d.tail(l)); after != "" {
		d.out.WriteString("<p>" + after + "</p>\n")
	}
	d.out.WriteString("</blockquote>\n")
}

func (d *document) delegations(all []delegation) {
	d.out.WriteString("<div class=\"members\">\n")
	for _, side := range all {
		heading := d.p.sideName(side.side)
		if m := d.p.labels.Meeting(side.meeting); m != "" {
			heading += " — " + m
		}
		d.out.WriteString("<div>\n<h3>" + text(heading) + "</h3>\n<ul>\n")
		for _, l := range side.members {
			head := ""
			if l.Head {
				head = span("tag", d.p.labels.Head)
			}
			shown := l
			shown.Text = name(l)
			d.element("li", "line", l, "<b>"+d.words(shown)+"</b>", head, span("said", l.Title))
		}
		d.out.WriteString("</ul>\n</div>\n")
	}
	d.out.WriteString("</div>\n")
}

func (d *document) portion(l briefing.Line) string { return span("tag", portion(l.Marking)) }

func (d *document) sources() {
	if len(d.p.Articles) == 0 {
		return
	}
	d.out.WriteString("<section>\n<h2>" + text(d.p.labels.Sources) + "</h2>\n<ol class=\"sources\">\n")
	for i, a := range d.p.Articles {
		named := text(d.p.described(a)) + "."
		if d.articles[a.ID] != nil {
			named = `<a href="#a` + strconv.Itoa(i+1) + `">` + named + "</a>"
		}
		d.out.WriteString("<li>" + join(named, webLink(a.URL)) + "</li>\n")
	}
	d.out.WriteString("</ol>\n<p class=\"note\">" + text(d.p.labels.SourceSummary(d.p.Articles)) + ".</p>\n</section>\n")
}

// webLink returns a link to the web, or "" for any other address.
func webLink(address string) string {
	u := link(address)
	if u == "" {
		return ""
	}
	return `<a href="` + text(u) + `" rel="noreferrer noopener">` + text(shownAddress(u)) + "</a>"
}
