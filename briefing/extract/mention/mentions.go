package mention

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// MentionKind says what a name names.
type MentionKind uint8

// The kinds of mentions.
const (
	OtherMention MentionKind = iota
	PersonMention
	PlaceMention // a country, its people or its capital
	OrganisationMention
)

// Mention is one place where the text names somebody or something.
type Mention struct {
	briefing.Span // of the name: without honorific and title
	Kind          MentionKind
	Sentence      *Sentence
	First, Last   int // tokens [first, last) of the sentence: the name
	From, To      int // tokens [from, to): the name with title, apposition and "of COUNTRY"

	Person      *Person         // whom it names; nil before JoinAliases, and for other kinds
	Office      bool            // an office stands for the name: "the attorney general"
	Title       string          // office beside the name, without its nationality
	titled      []briefing.Span // where the title's words stand, if not in the sentence
	plural      bool            // the title is one that several share: "Prime Ministers"
	Shared, Nth int             // how many share its title, and which it is of them
	Sideless    bool            // they share the title and have no side
	Opposite    bool            // "counterpart": the title is that of the other person
	Former      bool
	Side        string // as the words beside the name say, or "" if they do not
	SideKind    briefing.SideKind
	SidePart    bool     // side read from a body's name ("White House"), not from a nationality
	Possessor   *Mention // "Obama's adviser"
	honorific   string   // "mr", "mrs"
	score       int      // how much speaks for a person
}

// Begin returns the offset at which the mention begins, its title included.
func (m *Mention) Begin() int { return m.Sentence.Tokens[m.From].Start }

// Find adds the names in every sentence: capitalised runs with the
// words that belong to names ("Crown Prince Omar bin Rashid", "Ann
// Berit Çelik", "Han Seo-jun"), and offices that stand for one.
//
// It does not find names in headings, where every word has a capital.
func Find(d *Document) {
	lower := lowerWords(d)
	for _, s := range d.Sentences {
		if d.Headline(s) {
			continue
		}
		r := newReader(d, s, lower)
		r.names()
		r.shareTitles()
		r.offices()
		s.Mentions = r.found
		d.Mentions = append(d.Mentions, r.found...)
	}
}

// lowerWords returns the words that the article also writes with a small
// letter, so that one which begins a sentence is taken for no name.
func lowerWords(d *Document) map[string]bool {
	m := map[string]bool{}
	for _, s := range d.Sentences {
		for _, t := range s.Tokens {
			if t.Kind == lang.Word && t.Text == t.Lower {
				m[t.Lower] = true
			}
		}
	}
	return m
}

// Headline reports whether a sentence is a heading: short, without a full
// stop, most words with a capital.
func (d *Document) Headline(s *Sentence) bool {
	p := d.Paragraphs[s.Paragraph]
	if p.Kind == briefing.Heading {
		return true
	}
	n := len(s.Tokens)
	if n > 24 || p.Last-p.First > 1 || strings.HasSuffix(s.Of(d.Text), ".") {
		return false
	}
	if d.listLine(s) {
		return false
	}
	words, capitals := 0, 0
	for _, t := range s.Tokens {
		if t.Kind == lang.Word && len(t.Text) > 3 {
			words++
			if t.Capital() {
				capitals++
			}
		}
	}
	return words > 3 && capitals*10 >= words*8
}

// listLine reports whether a line without a full stop is one of a list of
// people: "Ann Roe, Minister of Trade".
func (d *Document) listLine(s *Sentence) bool {
	v := Vocab()
	comma, head := false, false
	for i, t := range s.Tokens {
		h, _ := v.head(t)
		head = head || h
		comma = comma || i > 0 && (t.Is(",", "–", "—", "-", "(", ":") || v.Is(t, HonorificWord))
		if t.Kind == lang.Word && t.Text == t.Lower && !Preposition(t) && !inList.Has(t.Lower) && !v.Is(t, HeadWord|PartWord) {
			return false
		}
	}
	return comma && head
}

// MentionAt returns the mention that holds offset, or nil.
func (d *Document) MentionAt(offset int) *Mention {
	s := d.SentenceAt(offset)
	if s == nil {
		return nil
	}
	for _, m := range s.Mentions {
		if m.Start <= offset && offset < m.End {
			return m
		}
	}
	return nil
}

// TitledName reports whether the mention has a title before the name.
func (m *Mention) TitledName() bool { return m.Begin() < m.Start }
