package ingest

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/cutting"
)

// maxNesting is how deep files may lie in files: a page in an archive in a
// mail in a mailbox.
const maxNesting = 4

// left are the articles and files of a file that were not taken.
type left struct {
	names []string // of those that have one
	n     int
	why   error // of the first
}

func (l *left) out(name string, err error) {
	if l.n++; l.why == nil {
		l.why = err
	}
	if name != "" {
		l.names = append(l.names, name)
	}
}

// handOn makes articles of what the file holds. One that cannot be read is
// counted and named; the others are good. If none can be read it returns why
// the first could not.
func (f *file) handOn(each func(Held)) error {
	var out left
	var last *Held // is kept back, to say on it what was left out
	give := func(h Held) {
		if last != nil {
			each(*last)
		}
		last = &h
	}
	if n := len(f.held) - cutting.MaxCuttings; n > 0 {
		f.held = f.held[:cutting.MaxCuttings]
		f.note(PartsOut, "%s beyond the first %d not read: split the file and add the parts", count(n, "article", "articles"), cutting.MaxCuttings)
	}
	notes := f.notes
	for _, c := range f.held {
		err := f.part(c, func(h Held) {
			h.Notes = append(notes, h.Notes...)
			notes = nil
			give(h)
		})
		if err != nil {
			out.out(letterName(c), err)
		}
	}
	if last == nil && strings.ContainsFunc(f.article.Text, readable) { // a message whose attachments are no articles
		if err := f.finish(); err != nil {
			return err
		}
		last = &Held{&f.article, f.notes}
	}
	if last == nil {
		if out.why == nil {
			return briefing.ErrEmpty
		}
		return out.why
	}
	if out.n > 0 {
		last.Notes = append(last.Notes, Note{PartsOut, out.text()})
	}
	each(*last)
	return nil
}

// letterName is what a person would call a cutting.
func letterName(c cutting.Cutting) string { return or(clean(c.Title), baseName(c.Name)) }

// text names what was left out, and says why of the first.
func (l *left) text() string {
	const named = 3
	s := count(l.n, "part of the file", "parts of the file") + " not taken"
	if len(l.names) > named {
		l.names = append(l.names[:named], "…")
	}
	if len(l.names) > 0 {
		s += ": " + strings.Join(l.names, ", ")
	}
	return s + fmt.Sprintf(" (%v)", l.why)
}

// part makes an article of a cutting, or several, if it is a file of several.
func (f *file) part(c cutting.Cutting, each func(Held)) error {
	own := func(h Held) {
		s := f.article.Source
		s.Reader, s.Encoding = h.Article.Source.Reader, or(h.Article.Source.Encoding, s.Encoding)
		s.Inside = or(strings.ToValidUTF8(c.Name, "\uFFFD"), h.Article.Source.Inside)
		h.Article.Source = s
		each(h)
	}
	if c.Data != nil || c.Load != nil {
		return f.inner(c, own)
	}
	p := &file{name: f.name, options: f.options}
	p.article.Source = f.article.Source
	p.layOut(blocksFrom(c.Blocks))
	p.say(c)
	if err := p.finish(); err != nil {
		return err
	}
	own(Held{&p.article, p.notes})
	return nil
}

// say gives an article what the file says of it.
func (f *file) say(c cutting.Cutting) {
	a := &f.article
	a.Title, a.Outlet = or(clean(c.Title), a.Title), or(clean(c.Outlet), a.Outlet)
	a.Byline, a.URL = or(person(c.Byline), a.Byline), or(webAddress(c.URL), a.URL)
	a.Language = or(declaredLanguage(c.Language), a.Language)
	if d := dateOf(c); d.Known() {
		a.Published = d
	}
}

// Told gives an article what a list says of it, which goes before what its own
// file says: a person has looked at the list.
func (h *Held) Told(r Reference) {
	f := file{article: *h.Article, notes: h.Notes}
	c := cutting.Cutting{Title: r.Title, Outlet: r.Outlet, Byline: r.Byline, URL: r.URL, Language: r.Language, Date: r.Date}
	f.say(c)
	if dateOf(c).Known() {
		f.dropNotes(DateUnsure, NoDate)
	}
	*h.Article, h.Notes = f.article, f.notes
}

// Reference is what a list says of an article, in the list's own words.
type Reference = cutting.Reference

// dateOf reads the date of a cutting: alone, or in a line with other words.
func dateOf(c cutting.Cutting) briefing.Date {
	if d := dates.Stated(c.Date, c.Language); d.Known() {
		return d
	}
	return dates.Only(c.Date, c.Language)
}

// inner reads a file inside this one. What the outer file says of it goes
// before what it says itself.
func (f *file) inner(c cutting.Cutting, each func(Held)) error {
	name := or(baseName(c.Name), f.name)
	if f.depth >= maxNesting {
		return fmt.Errorf("%w: files in files more than %d deep are not read", briefing.ErrTooLarge, maxNesting)
	}
	if c.Load != nil {
		data, err := c.Load()
		if err != nil {
			return err
		}
		c.Data = data
	}
	in := &file{name: name, data: c.Data, options: f.options, depth: f.depth + 1, declared: c.Charset, address: c.URL}
	k := kind{mediaType: "text/html", reader: "html", read: readBare}
	if !c.Bare {
		var err error
		if k, err = kindOf(name, c.Data); err != nil {
			return err
		}
	}
	in.article.Source = briefing.Source{Name: name, MediaType: k.mediaType, Reader: k.reader}
	if err := k.read(in); err != nil {
		return err
	}
	in.split()
	if in.held != nil {
		return in.handOn(each)
	}
	dated := dateOf(c).Known()
	in.say(c)
	if dated {
		in.dropNotes(DateUnsure, NoDate)
	}
	if err := in.finish(); err != nil {
		return err
	}
	each(Held{&in.article, in.notes})
	return nil
}

// dropNotes takes notes back that hold no longer.
func (f *file) dropNotes(codes ...NoteCode) {
	var kept []Note
	for _, n := range f.notes {
		drop := false
		for _, c := range codes {
			drop = drop || n.Code == c
		}
		if !drop {
			kept = append(kept, n)
		}
	}
	f.notes = kept
}
