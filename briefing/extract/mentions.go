package extract

import "example.org/attache/briefing"

// mentionKind says what a name names.
type mentionKind uint8

// The kinds of mentions.
const (
	otherMention mentionKind = iota
	personMention
	placeMention
	organisationMention
)

// mention is one place where the text names somebody or something.
type mention struct {
	briefing.Span // of the name: without honorific and title
	kind          mentionKind
	sentence      *sentence
	first, last   int           // tokens [first, last) of the sentence
	person        *person       // of a person; nil before joinAliases
	title         briefing.Span // the office beside the name, without its nationality; zero if none
	side          string        // of a place or organisation: the country it belongs to, or ""
}

// findMentions adds the names in every sentence.
func findMentions(d *document) {}

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
