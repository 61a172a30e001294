// Package words knows single words: the classes they are of and, for verbs,
// the lemma and the form. It reads them from the lexicons verbs, words and
// reality. It does not know sentences: whether "talks" is a noun or a verb in
// one is decided by package parse.
package words

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"example.org/attache/assets"
)

// Form is what a verb's form may be. A word may be several: "set" is Base,
// Past and Participle.
type Form uint8

// The forms of a verb.
const (
	Base       Form = 1 << iota // discuss
	Third                       // discusses
	Past                        // discussed, took
	Participle                  // discussed, taken
	Ing                         // discussing
)

// Class is a set of classes of words.
type Class uint64

// Word is what the lexicons know of a word.
type Word struct {
	Class Class  // of the word itself
	Verb  Class  // of its lemma, if it is a form of a verb
	Lemma string // of the verb it may be a form of, or ""
	Form  Form   // of that verb
}

// Has reports whether the word is of any of the classes.
func (w Word) Has(c Class) bool { return w.Class&c != 0 }

type lexicon struct {
	words   map[string]Word
	classes map[string]Class
}

var load = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: make(map[string]Word, 8192), classes: map[string]Class{}}
	for _, row := range rows("verbs") {
		l.verb(row[0], row[1], l.set(row[2]))
	}
	for _, row := range rows("words") {
		l.class(row[0], l.set(row[1]))
	}
	for _, row := range rows("reality") {
		l.class(row[0], l.set(row[1]))
	}
	return l
})

// rows returns the lines of a lexicon as fields, without comments.
func rows(name string) (out [][]string) {
	data, err := assets.Lexicon(name)
	if err != nil {
		return nil // compiled in; a test sees to it that it is there
	}
	for line := range bytes.Lines(data) {
		if s := strings.TrimRight(string(line), "\r\n"); s != "" && s[0] != '#' {
			out = append(out, strings.Split(s, "\t"))
		}
	}
	return out
}

// set returns the classes of a list such as "event,bid".
func (l *lexicon) set(list string) (c Class) {
	for name := range strings.SplitSeq(list, ",") {
		if name == "-" {
			continue
		}
		if l.classes[name] == 0 {
			l.classes[name] = 1 << len(l.classes)
		}
		c |= l.classes[name]
	}
	return c
}

func (l *lexicon) class(word string, c Class) {
	w := l.words[word]
	w.Class |= c
	l.words[word] = w
}

func (l *lexicon) form(word, lemma string, f Form, c Class) {
	w := l.words[word]
	if w.Lemma != "" && w.Lemma != lemma {
		return // "lay", "found", "wound": the first in the alphabet has it
	}
	w.Lemma, w.Verb, w.Form = lemma, c, w.Form|f
	l.words[word] = w
}

// verb files the forms of a verb. Irregular ones are given: one is past and
// participle, two are past and participle; forms in -ing and -s say it themselves.
func (l *lexicon) verb(lemma, irregular string, c Class) {
	stem := lemma
	if irregular == "+" {
		irregular = "-"
		l.form(lemma+"ed", lemma, Past|Participle, c) // American "signaled" beside "signalled"
		l.form(lemma+"ing", lemma, Ing, c)
		stem = lemma + lemma[len(lemma)-1:]
	}
	l.form(lemma, lemma, Base, c)
	third, ing, past := lemma+"s", stem+"ing", stem+"ed"
	switch last := lemma[len(lemma)-1]; {
	case strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "sh"), last == 's', last == 'x', last == 'z':
		third = lemma + "es"
	case last == 'y' && !strings.ContainsRune("aeou", rune(lemma[max(0, len(lemma)-2)])):
		third, past = lemma[:len(lemma)-1]+"ies", lemma[:len(lemma)-1]+"ied"
	case strings.HasSuffix(lemma, "ee"):
		past = lemma + "d"
	case last == 'e':
		ing, past = lemma[:len(lemma)-1]+"ing", lemma+"d"
	case last == 'o':
		third = lemma + "es"
	}
	if irregular == "-" {
		l.form(past, lemma, Past|Participle, c)
	} else {
		principal := 0
		for f := range strings.FieldsSeq(irregular) {
			switch {
			case strings.HasSuffix(f, "ing") && len(f) > len(lemma):
				ing = f
				continue
			case strings.HasSuffix(f, "es") && lemma != "be":
				third = f
				continue
			}
			principal++
			if principal == 1 {
				l.form(f, lemma, Past, c)
			} else {
				l.form(f, lemma, Participle, c)
			}
		}
		if principal == 1 {
			l.form(strings.Fields(irregular)[0], lemma, Participle, c)
		}
	}
	l.form(third, lemma, Third, c)
	l.form(ing, lemma, Ing, c)
}

// Look returns what is known of a folded word (lang.Fold).
func Look(folded string) Word { return load().words[folded] }

// Of returns the class of a name, such as "event"; 0 if no lexicon has it.
func Of(name string) Class { return load().classes[name] }

// Later is Of for several names, asked the first time that the answer is
// needed: a variable of a package is made whenever the program starts, and the
// lexicon need not be read for that.
func Later(names ...string) func() Class {
	return sync.OnceValue(func() (c Class) {
		for _, name := range names {
			c |= Of(name)
		}
		return c
	})
}

// In reports whether a folded word is of the class of a name.
func In(folded, class string) bool {
	l := load()
	return l.words[folded].Class&l.classes[class] != 0
}

// Forms returns every form of a lemma, sorted; nothing if no verb has it.
func Forms(lemma string) []string { return forms()[lemma] }

var forms = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for w, x := range load().words {
		if x.Lemma != "" {
			m[x.Lemma] = append(m[x.Lemma], w)
		}
	}
	for _, list := range m {
		slices.Sort(list)
	}
	return m
})
