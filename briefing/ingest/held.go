package ingest

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/language"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/web"
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
func handOn(f *draft.File, each func(Held)) error {
	var out left
	var last *Held // is kept back, to say on it what was left out
	give := func(h Held) {
		if last != nil {
			each(*last)
		}
		last = &h
	}
	if n := len(f.Held) - cutting.MaxCuttings; n > 0 {
		f.Held = f.Held[:cutting.MaxCuttings]
		f.Note(draft.PartsOut, "%s beyond the first %d not read: split the file and add the parts", draft.Count(n, "article", "articles"), cutting.MaxCuttings)
	}
	notes := f.Notes
	for _, c := range f.Held {
		err := part(f, c, func(h Held) {
			h.Notes = append(notes, h.Notes...)
			notes = nil
			give(h)
		})
		if err != nil {
			out.out(letterName(c), err)
		}
	}
	if last == nil && strings.ContainsFunc(f.Article.Text, letters.Readable) { // a message whose attachments are no articles
		if err := finish(f); err != nil {
			return err
		}
		last = &Held{&f.Article, f.Notes}
	}
	if last == nil {
		if out.why == nil {
			return briefing.ErrEmpty
		}
		return out.why
	}
	if out.n > 0 {
		last.Notes = append(last.Notes, draft.Note{Code: draft.PartsOut, Text: out.text()})
	}
	each(*last)
	return nil
}

// letterName is what a person would call a cutting.
func letterName(c cutting.Cutting) string {
	return letters.Or(letters.Clean(c.Title), draft.BaseName(c.Name))
}

// Text names what was left out, and says why of the first.
func (l *left) text() string {
	const named = 3
	s := draft.Count(l.n, "part of the file", "parts of the file") + " not taken"
	if len(l.names) > named {
		l.names = append(l.names[:named], "…")
	}
	if len(l.names) > 0 {
		s += ": " + strings.Join(l.names, ", ")
	}
	return s + fmt.Sprintf(" (%v)", l.why)
}

// part makes an article of a cutting, or several, if it is a file of several.
func part(f *draft.File, c cutting.Cutting, each func(Held)) error {
	own := func(h Held) {
		s := f.Article.Source
		s.Reader, s.Encoding = h.Article.Source.Reader, letters.Or(h.Article.Source.Encoding, s.Encoding)
		s.Inside = letters.Or(strings.ToValidUTF8(c.Name, "\uFFFD"), h.Article.Source.Inside)
		h.Article.Source = s
		each(h)
	}
	if c.Data != nil || c.Load != nil {
		return inner(f, c, own)
	}
	p := &draft.File{Name: f.Name, Options: f.Options}
	p.Article.Source = f.Article.Source
	p.LayOut(draft.BlocksFrom(c.Blocks))
	say(p, c)
	if err := finish(p); err != nil {
		return err
	}
	own(Held{&p.Article, p.Notes})
	return nil
}

// Say gives an article what the file says of it.
func say(f *draft.File, c cutting.Cutting) {
	a := &f.Article
	a.Title, a.Outlet = letters.Or(letters.Clean(c.Title), a.Title), letters.Or(letters.Clean(c.Outlet), a.Outlet)
	a.Byline, a.URL = letters.Or(imprint.Person(c.Byline), a.Byline), letters.Or(draft.WebAddress(c.URL), a.URL)
	a.Language = letters.Or(language.Declared(c.Language), a.Language)
	if d := dateOf(c); d.Known() {
		a.Published = d
	}
}

// Told gives an article what a list says of it, which goes before what its own
// file says: a person has looked at the list.
func (h *Held) Told(r Reference) {
	f := draft.File{Article: *h.Article, Notes: h.Notes}
	c := cutting.Cutting{Title: r.Title, Outlet: r.Outlet, Byline: r.Byline, URL: r.URL, Language: r.Language, Date: r.Date}
	say(&f, c)
	if dateOf(c).Known() {
		f.DropNotes(draft.DateUnsure, draft.NoDate)
	}
	*h.Article, h.Notes = f.Article, f.Notes
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
func inner(f *draft.File, c cutting.Cutting, each func(Held)) error {
	name := letters.Or(draft.BaseName(c.Name), f.Name)
	if f.Depth >= maxNesting {
		return fmt.Errorf("%w: files in files more than %d deep are not read", briefing.ErrTooLarge, maxNesting)
	}
	if c.Load != nil {
		data, err := c.Load()
		if err != nil {
			return err
		}
		c.Data = data
	}
	in := &draft.File{Name: name, Data: c.Data, Options: f.Options, Depth: f.Depth + 1, Declared: c.Charset, Address: c.URL}
	k := kind{mediaType: "text/html", reader: "html", read: web.ReadBare}
	if !c.Bare {
		var err error
		if k, err = kindOf(name, c.Data); err != nil {
			return err
		}
	}
	in.Article.Source = briefing.Source{Name: name, MediaType: k.mediaType, Reader: k.reader}
	if err := k.read(in); err != nil {
		return err
	}
	split(in)
	if in.Held != nil {
		return handOn(in, each)
	}
	dated := dateOf(c).Known()
	say(in, c)
	if dated {
		in.DropNotes(draft.DateUnsure, draft.NoDate)
	}
	if err := finish(in); err != nil {
		return err
	}
	each(Held{&in.Article, in.Notes})
	return nil
}
