package extract

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// formKind says how a word names a side.
type formKind uint8

// The forms under which a text names a side.
const (
	nameForm      formKind = iota // "Mexico", "PRC"
	adjectiveForm                 // "Mexican"
	metonymForm                   // "Mexico City", "the Kremlin"
)

// sideForm is one way of naming a side.
type sideForm struct {
	side string
	kind briefing.SideKind
	form formKind
}

// gazetteer knows the sides of assets/lexicon/countries.tsv.
type gazetteer struct {
	forms   map[string]sideForm // by the words as written, single spaces
	first   map[string]int      // first word: most words a form that begins with it has
	bySide  map[string][]string // every form of a side, usual name first
	ordered []string            // sides as the file has them
	within  map[string]string   // a state's part: the state
	alike   map[string]int      // first word of the lookalikes: most words one has
	alikes  map[string]bool     // names that hold a side's and are none
}

var sides = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{forms: map[string]sideForm{}, first: map[string]int{}, bySide: map[string][]string{}, within: map[string]string{}, alike: map[string]int{}, alikes: map[string]bool{}}
	for _, row := range rows("lookalikes") {
		if len(row) < 2 {
			continue
		}
		for _, w := range fields(row[1]) {
			first, _, _ := strings.Cut(w, " ")
			g.alikes[w] = true
			g.alike[first] = max(g.alike[first], strings.Count(w, " ")+1)
		}
	}
	for _, row := range rows("countries") {
		for len(row) < 5 {
			row = append(row, "")
		}
		side, kind := row[0], briefing.SideKind(row[1])
		g.ordered = append(g.ordered, side)
		if len(row) > 5 {
			g.within[side] = row[5]
		}
		g.add(side, sideForm{side, kind, nameForm})
		for _, w := range fields(row[4]) {
			g.add(w, sideForm{side, kind, nameForm})
		}
		for _, w := range fields(row[2]) {
			g.add(w, sideForm{side, kind, adjectiveForm})
		}
		for _, w := range fields(row[3]) {
			g.add(w, sideForm{side, kind, metonymForm})
		}
	}
	return g
})

func fields(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (g *gazetteer) add(words string, f sideForm) {
	if key := tokenKey(words); key != words {
		first, _, _ := strings.Cut(key, " ")
		if _, taken := g.forms[key]; !taken {
			g.forms[key] = f
			g.first[first] = max(g.first[first], strings.Count(key, " ")+1)
		}
	}
	if _, taken := g.forms[words]; taken {
		if !contains(g.bySide[f.side], words) {
			g.bySide[f.side] = append(g.bySide[f.side], words)
		}
		return
	}
	g.forms[words] = f
	g.bySide[f.side] = append(g.bySide[f.side], words)
	first, _, _ := strings.Cut(words, " ")
	g.first[first] = max(g.first[first], strings.Count(words, " ")+1)
}

// tokenKey returns words as tokens with spaces between them: a possessive is a
// token of its own ("People 's Republic of China").
func tokenKey(words string) string {
	return strings.ReplaceAll(spelled(words), "'s ", " 's ")
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// at returns the longest form that begins at tokens[i] and how many tokens it
// takes; 0 if there is none. Words in capitals count too: "MEXICO".
func (g *gazetteer) at(tokens []lang.Token, i int) (sideForm, int) {
	if !tokens[i].Capital() && tokens[i].Lower != "papal" {
		return sideForm{}, 0
	}
	first := spelled(tokens[i].Text)
	n, ok := g.first[first]
	if !ok {
		if first = titled(first); first == "" {
			return sideForm{}, 0
		}
		if n, ok = g.first[first]; !ok {
			return sideForm{}, 0
		}
	}
	if g.lookalike(tokens, i) {
		return sideForm{}, 0
	}
	for n = min(n, len(tokens)-i); n > 0; n-- {
		key := first
		for _, t := range tokens[i+1 : i+n] {
			w := spelled(t.Text)
			if c := titled(w); c != "" && titled(spelled(tokens[i].Text)) != "" {
				w = c
			}
			key += " " + w
		}
		if f, ok := g.forms[key]; ok {
			return f, n
		}
	}
	return sideForm{}, 0
}

// longestAlike is the most words of a lookalike that stand before a side's
// name in it: "Kingston upon Hull" has none, "Times of India" two.
const longestAlike = 3

// lookalike reports whether token i is a word of a longer name that stands for
// no side: "Latin [American]", "[Washington] Post".
func (g *gazetteer) lookalike(tokens []lang.Token, i int) bool {
	for start := i; start >= 0 && start >= i-longestAlike; start-- {
		most := g.alike[spelled(tokens[start].Text)]
		key := ""
		for n := 1; n <= most && start+n <= len(tokens); n++ {
			if n > 1 {
				key += " "
			}
			key += spelled(tokens[start+n-1].Text)
			if start+n > i && g.alikes[key] {
				return true
			}
		}
	}
	return false
}

// oldStates are states that were, by those whose capital theirs has become.
var oldStates = map[string][3]string{ // by side: the old one, a word of it, a word of the new one
	"Russia":         {"Soviet Union", "Soviet", "Russia"},
	"Serbia":         {"Yugoslavia", "Yugoslav", "Serbia"},
	"Czech Republic": {"Czechoslovakia", "Czechoslovak", "Czech Republic"},
}

// oldState turns a capital's state into the one it was the capital of, where
// the article names that one and not the other: Moscow in an article of 1987.
func (d *document) oldState(f sideForm) sideForm {
	if f.form != metonymForm {
		return f
	}
	old, ok := oldStates[f.side]
	if !ok {
		return f
	}
	if d.past == nil {
		d.past = map[string]bool{}
		for side, w := range oldStates {
			d.past[side] = strings.Contains(d.text, w[1]) && !strings.Contains(d.text, w[2])
		}
	}
	if d.past[f.side] {
		f.side = old[0]
	}
	return f
}

// spelled straightens apostrophes.
func spelled(s string) string {
	if strings.Contains(s, "’") {
		return strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// titled returns a word in capitals with only the first kept: "MEXICO" gives
// "Mexico"; "" for any other word.
func titled(s string) string {
	if len(s) < 4 || s != strings.ToUpper(s) || strings.ContainsAny(s, ".0123456789") {
		return ""
	}
	return s[:1] + strings.ToLower(s[1:])
}

// named returns the side that words name, as written.
func (g *gazetteer) named(words string) (sideForm, bool) {
	words = strings.Join(strings.Fields(spelled(words)), " ")
	for _, lead := range []string{"", "the ", "The "} {
		if w, ok := strings.CutPrefix(words, lead); ok {
			if f, ok := g.forms[w]; ok {
				return f, true
			}
		}
	}
	return sideForm{}, false
}

// Names returns every form under which a text may name a side: "Mexico" gives
// "Mexico", "Mexican", "Mexico City" and so on. A side that the lexicons do not
// know goes by its own name alone.
func Names(side string) []string {
	if forms := sides().bySide[side]; forms != nil {
		return append([]string(nil), forms...)
	}
	return []string{side}
}
