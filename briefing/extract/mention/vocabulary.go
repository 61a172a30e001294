package mention

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// WordClass says what a word may be in an office or a name. A word may be
// several things: "general" is a rank and a part of "Attorney General".
type WordClass uint16

// The classes of words around names.
const (
	HeadWord      WordClass = 1 << iota // a noun that makes a title: "minister"
	PartWord                            // a word of an office or body that no name has: "foreign"
	RankWord                            // stands before a name: "General"
	HonorificWord                       // stripped from names: "Dr."
	RelationWord                        // "son-in-law"
	GivenName                           // "Christopher"
	FamilyFirst                         // "Xi"
	NameParticle                        // "de", "bin"
	NameSuffix                          // "Jr."
)

// Vocabulary is what the lexicons titles and names hold.
type Vocabulary struct {
	Class  map[string]WordClass
	rank   map[string]int // of head and relation words
	phrase []rankedPhrase
}

type rankedPhrase struct {
	words string
	rank  int
}

// Vocab returns the words of titles and names, read once.
var Vocab = sync.OnceValue(func() *Vocabulary {
	v := &Vocabulary{Class: map[string]WordClass{}, rank: map[string]int{}}
	classes := map[string]WordClass{
		"head": HeadWord, "part": PartWord, "rank": RankWord, "honorific": HonorificWord, "relation": RelationWord | HeadWord,
		"given": GivenName, "family-first": FamilyFirst, "particle": NameParticle, "suffix": NameSuffix,
	}
	for _, row := range lexicon.Rows("titles") {
		if len(row) < 3 {
			continue
		}
		rank := int(row[1][0] - '0')
		for _, w := range lexicon.Fields(row[2]) {
			if row[0] == "phrase" {
				v.phrase = append(v.phrase, rankedPhrase{w, rank})
				continue
			}
			v.Class[w] |= classes[row[0]]
			if row[0] == "head" || row[0] == "relation" {
				v.rank[w] = rank
			}
		}
	}
	for _, row := range lexicon.Rows("names") {
		if len(row) > 1 {
			for _, w := range strings.Fields(row[1]) {
				v.Class[w] |= classes[row[0]]
			}
		}
	}
	return v
})

// Is reports whether a token belongs to one of the classes.
func (v *Vocabulary) Is(t lang.Token, c WordClass) bool { return v.Class[t.Lower]&c != 0 }

// head reports whether a token is a noun that makes a title, in the singular
// or the plural.
func (v *Vocabulary) head(t lang.Token) (head, plural bool) {
	if v.Class[t.Lower]&HeadWord != 0 {
		return true, false
	}
	if a, b, ok := strings.Cut(t.Lower, "-"); ok && (b == "elect" || b == "designate" || b == "general" || a == "vice" || a == "co" || a == "under" || a == "sub") {
		if a == "vice" || a == "co" || a == "under" || a == "sub" {
			a = b
			if s := briefing.Singular(a); s != a && v.Class[a]&HeadWord == 0 {
				return v.Class[s]&HeadWord != 0, true
			}
		}
		return v.Class[a]&HeadWord != 0, false
	}
	if t.Kind == lang.Word && strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "men") {
		if s := briefing.Singular(t.Lower); s != t.Lower && v.Class[s]&HeadWord != 0 {
			return true, true
		}
	}
	return false, false
}

// RankOf returns how high an office stands, 1 for a head of state; 9 where no
// word of it is known.
func (v *Vocabulary) RankOf(title string) int {
	low := strings.ReplaceAll(lang.Fold(title), "-", " ")
	best := 9
	length := 0
	for _, p := range v.phrase {
		w := strings.ReplaceAll(p.words, "-", " ")
		if i := strings.Index(low, w); i >= 0 && len(w) > length && (i == 0 || low[i-1] == ' ') {
			best, length = p.rank, len(w)
		}
	}
	if length > 0 {
		return best
	}
	for _, w := range strings.Fields(lang.Fold(title)) {
		w = strings.Trim(w, ",.;")
		if r, ok := v.rank[w]; ok {
			best = min(best, r)
			break
		}
		if r, ok := v.rank[briefing.Singular(w)]; ok {
			best = min(best, r)
			break
		}
		if w == "of" || w == "to" || w == "for" {
			break
		}
	}
	for _, w := range []string{"deputy ", "vice ", "assistant ", "under ", "acting "} {
		if best < 9 && strings.HasPrefix(low, w) {
			return best + 1
		}
	}
	return best
}
