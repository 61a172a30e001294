package speech

import "example.org/attache/briefing/extract/lexicon"

// The closed classes of English by which phrases are cut: words and marks that no
// text adds to. Words that more may be added to are in words.go.

// wordSets are the closed classes that phrases are cut by. They are read often
// and never written.
type wordSets struct{ preposition, bounds, pronoun, be, auxiliary, determiner map[string]bool }

var sets = wordSets{
	preposition: lexicon.Set(`in on at by with from to of for about after before during under over against as into through via
		since until amid among between inside outside near like unlike despite without within upon per toward towards around throughout although`),
	bounds: lexicon.Set(`that which who whom whose but as while when whenever because if whether where after before since although
		though than so or yet unless until once how why what nor and`),
	pronoun:    lexicon.Set(`he she they it we i you`),
	be:         lexicon.Set(`is was are were be been being 's 're`),
	auxiliary:  lexicon.Set(`has had have will would could should can may might must do does did 've 'd 'll`),
	determiner: lexicon.Set(`the a an one his her their its another some many several two three four five most this that these those both other our my`),
}

// openPronouns are what stands for a speaker whom a text has not named yet.
var openPronouns = lexicon.Set(`he she they it we i you who which one`)

// ownerMark reports whether piece i is the mark of an owner: "Roe's", "ministers'".
func (p *passage) ownerMark(i int) bool { return p.is(i, "'s", "’s", "'", "’") }

// articleOrOwner reports whether piece i begins a noun phrase: "told | the talks".
func (p *passage) articleOrOwner(i int) bool {
	return p.is(i, "the", "a", "an", "his", "her", "their", "its")
}

// beforeArticle reports whether an article may follow piece i in one phrase: "half
// the members".
func (p *passage) beforeArticle(i int) bool { return p.is(i, "all", "both", "half", "such") }

// timeOrAll reports whether piece i is an adverb or a time only by its look: "both
// ministers", "this plan".
func (p *passage) timeOrAll(i int) bool { return p.is(i, "all", "both", "this", "last") }

// dash reports whether piece i is a dash, or a hyphen for one.
func (p *passage) dash(i int) bool { return p.is(i, "—", "–", "--", "-") }

// signatureDash reports whether piece i is a dash that a signature may have before it:
// “…” ― Ann Roe.
func (p *passage) signatureDash(i int) bool { return p.dash(i) || p.is(i, "―") }

// pause reports whether piece i parts an apposition from what it stands beside.
func (p *passage) pause(i int) bool { return p.is(i, ",", "—", "–", "--") }

// opensQuestion reports whether piece i may open what somebody asks in other words:
// "asked | whether talks went on".
func (p *passage) opensQuestion(i int) bool {
	return p.is(i, "if", "whether", "about", "why", "how", "what")
}

// contrasts reports whether piece i opens a clause that stands against the one before
// it: "Roe left, | while Lee stayed".
func (p *passage) contrasts(i int) bool { return p.is(i, "while", "though", "although", "whereas") }
