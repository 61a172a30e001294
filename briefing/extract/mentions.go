package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// mentionKind says what a name names.
type mentionKind uint8

// The kinds of mentions.
const (
	otherMention mentionKind = iota
	personMention
	placeMention // a country, its people or its capital
	organisationMention
)

// mention is one place where the text names somebody or something.
type mention struct {
	briefing.Span // of the name: without honorific and title
	kind          mentionKind
	sentence      *sentence
	first, last   int // tokens [first, last) of the sentence: the name
	from, to      int // tokens [from, to): the name with title, apposition and "of COUNTRY"

	person    *person         // whom it names; nil before joinAliases, and for other kinds
	office    bool            // an office stands for the name: "the attorney general"
	title     string          // office beside the name, without its nationality
	titled    []briefing.Span // where the title's words stand, if not in the sentence
	plural    bool            // the title is one that several share: "Prime Ministers"
	of, nth   int             // how many share its title, and which it is of them
	sideless  bool            // they share the title and have no side
	opposite  bool            // "counterpart": the title is that of the other person
	former    bool
	side      string // as the words beside the name say, or "" if they do not
	sideKind  briefing.SideKind
	sidePart  bool     // side read from a body's name ("White House"), not from a nationality
	possessor *mention // "Obama's adviser"
	honorific string   // "mr", "mrs"
	score     int      // how much speaks for a person
}

// begin returns the offset at which the mention begins, its title included.
func (m *mention) begin() int { return m.sentence.Tokens[m.from].Start }

// findMentions adds the names in every sentence: capitalised runs with the
// words that belong to names ("Crown Prince Omar bin Rashid", "Recep
// Tayyip Erdoğan", "Kim Tae-hyo"), and offices that stand for one.
//
// It does not find names in headings, where every word has a capital.
func findMentions(d *document) {
	lower := lowerWords(d)
	for _, s := range d.sentences {
		if d.headline(s) {
			continue
		}
		r := newReader(d, s, lower)
		r.names()
		r.shareTitles()
		r.offices()
		s.mentions = r.found
		d.mentions = append(d.mentions, r.found...)
	}
}

// lowerWords returns the words that the article also writes with a small
// letter, so that one which begins a sentence is taken for no name.
func lowerWords(d *document) map[string]bool {
	m := map[string]bool{}
	for _, s := range d.sentences {
		for _, t := range s.Tokens {
			if t.Kind == lang.Word && t.Text == t.Lower {
				m[t.Lower] = true
			}
		}
	}
	return m
}

// headline reports whether a sentence is a heading: short, without a full
// stop, most words with a capital.
func (d *document) headline(s *sentence) bool {
	p := d.paragraphs[s.paragraph]
	if p.Kind == briefing.Heading {
		return true
	}
	n := len(s.Tokens)
	if n > 24 || p.last-p.first > 1 || strings.HasSuffix(s.Of(d.text), ".") {
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
func (d *document) listLine(s *sentence) bool {
	v := vocab()
	comma, head := false, false
	for i, t := range s.Tokens {
		h, _ := v.head(t)
		head = head || h
		comma = comma || i > 0 && (t.Is(",", "–", "—", "-", "(", ":") || v.is(t, honorificWord))
		if t.Kind == lang.Word && t.Text == t.Lower && !preposition(t) && !t.Is("the", "and", "de", "da", "la", "del", "al", "bin", "van", "von", "der") && !v.is(t, headWord|partWord) {
			return false
		}
	}
	return comma && head
}

// mentionAt returns the mention that holds offset, or nil.
func (d *document) mentionAt(offset int) *mention {
	s := d.sentenceAt(offset)
	if s == nil {
		return nil
	}
	for _, m := range s.mentions {
		if m.Start <= offset && offset < m.End {
			return m
		}
	}
	return nil
}
