package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/speech"
	"example.org/attache/briefing/extract/story"
)

// document is an article on its way through the stages. Every package of the
// stages adds what it finds in a layer of its own and changes nothing that an
// earlier one has settled.
type document struct {
	story *story.Document
	names *mention.Document
	sides *allegiance.Document
	*seating.Document
	speech *speech.Document

	seated *seating.Table // see tableOf
	told   map[string]int // see often
}

func newDocument(a *briefing.Article) *document {
	d := &document{story: story.New(a)}
	d.names = mention.New(d.story)
	d.sides = allegiance.New(d.names)
	d.Document = seating.New(d.sides)
	d.speech = speech.New(d.names)
	return d
}

// tableOf returns who sits at the meeting of d: once the delegations are found it
// is the same for all that asks.
func tableOf(d *document) *seating.Table {
	if d.seated == nil {
		d.seated = seating.NewTable(d.Document)
	}
	return d.seated
}

// often returns in how many sentences each telling word stands.
func (d *document) often() map[string]int {
	if d.told == nil {
		d.told = map[string]int{}
		for _, s := range d.Sentences {
			for _, w := range clause.WordsOf(s.Stems()) {
				d.told[w]++
			}
		}
	}
	return d.told
}
