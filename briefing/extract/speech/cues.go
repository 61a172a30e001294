package speech

import (
	"strings"
	"sync"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// cue is one form of a verb that reports speech or writing.
type cue struct {
	verb string // base form
	form cueForm
	// takes tells what the verb may govern.
	quotation, clause, onlyThat, infinitive, addressee, description bool
	// noun holds for a form that is as often a noun: "claims", "the report".
	noun bool
	// needs are the words one of which must follow for the verb to report
	// speech: "put it", "went on". Empty is no need.
	needs map[string]bool
	// acts are the words behind the object that tell what was done by speaking:
	// "described the deal as".
	acts map[string]bool
}

// cueForm is the form of a cue.
type cueForm uint8

const (
	baseForm cueForm = iota
	thirdForm
	pastForm
	ingForm
)

// cues returns the verbs of the lexicon by their forms.
var cues = sync.OnceValue(func() map[string]*cue {
	m := map[string]*cue{}
	for _, row := range lexicon.Rows("cues") {
		if len(row) < 2 {
			continue
		}
		forms := strings.Fields(row[0])
		for i, f := range forms {
			if m[f] != nil {
				continue
			}
			c := &cue{verb: forms[0]}
			switch {
			case i == 0:
				c.form = baseForm
			case strings.HasSuffix(f, "ing"):
				c.form = ingForm
			case i == 1:
				c.form = thirdForm
			default:
				c.form = pastForm
			}
			if len(row) > 2 {
				c.needs, c.acts = withMark(row[2], "+"), withMark(row[2], "=")
			}
			for _, use := range row[1] {
				switch use {
				case 'q':
					c.quotation = true
				case 't':
					c.clause = true
				case 'r':
					c.clause, c.onlyThat = true, true
				case 'i':
					c.infinitive = true
				case 'o':
					c.addressee = true
				case 'd':
					c.description = true
				case 'n':
					c.noun = c.form < pastForm
				}
			}
			m[f] = c
		}
	}
	return m
})

// channels returns what the lexicon says each name of a channel is.
var channels = sync.OnceValue(func() map[string]string { return lexicon.Pairs("channels") })

// withMark returns the words of a field that begin with the mark, without it.
func withMark(field, mark string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(field) {
		if w, ok := strings.CutPrefix(w, mark); ok {
			m[w] = true
		}
	}
	return m
}

// idle reports whether the cue at piece i lacks the particle it needs, or has
// one that makes it something else: "prices continue to rise".
func (p *passage) idle(i int, c *cue) bool {
	if len(c.needs) > 0 {
		return !(i+1 < len(p.pieces) && c.needs[p.pieces[i+1].Lower]) && !(p.quoted(i+1) && c.verb != "speak") && !p.is(i+1, ":")
	}
	if c.verb == "continue" && c.form == baseForm {
		return true // "agreed to continue “close talks”"
	}
	if c.verb == "quote" && p.is(i-1, "i") {
		return true // "Roe said, and I quote, “…”"
	}
	if c.verb == "ask" && c.form != ingForm && p.is(i+1, "for") {
		return true // "asked for more time": no words of its own
	}
	return false
}

// cueOf returns the cue that the token may be, or nil. A capital is no cue:
// "Press", "the United States".
func cueOf(t lang.Token) *cue {
	if t.Kind != lang.Word || t.Capital() {
		return nil
	}
	return cues()[t.Lower]
}
