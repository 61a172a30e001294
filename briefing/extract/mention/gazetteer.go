package mention

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// FormKind says how a word names a side.
type FormKind uint8

// The forms under which a text names a side.
const (
	NameForm      FormKind = iota // "Mexico", "PRC"
	AdjectiveForm                 // "Mexican"
	MetonymForm                   // "Mexico City", "the Kremlin"
)

// SideForm is one way of naming a side.
type SideForm struct {
	Side string
	Kind briefing.SideKind
	Form FormKind
}

// Gazetteer knows the sides of assets/lexicon/countries.tsv.
type Gazetteer struct {
	Forms   map[string]SideForm // by the words as written, single spaces
	first   map[string]int      // first word: most words a form that begins with it has
	BySide  map[string][]string // every form of a side, usual name first
	Ordered []string            // sides as the file has them
	Within  map[string]string   // a state's part: the state
	alike   map[string]int      // first word of the lookalikes: most words one has
	alikes  map[string]bool     // names that hold a side's and are none
}

// Sides returns the gazetteer, read once.
var Sides = sync.OnceValue(func() *Gazetteer {
	g := &Gazetteer{Forms: map[string]SideForm{}, first: map[string]int{}, BySide: map[string][]string{}, Within: map[string]string{}, alike: map[string]int{}, alikes: map[string]bool{}}
	for _, row := range lexicon.Rows("lookalikes") {
		if len(row) < 2 {
			continue
		}
		for _, w := range lexicon.Fields(row[1]) {
			first, _, _ := strings.Cut(w, " ")
			g.alikes[w] = true
			g.alike[first] = max(g.alike[first], strings.Count(w, " ")+1)
		}
	}
	for _, row := range lexicon.Rows("countries") {
		for len(row) < 5 {
			row = append(row, "")
		}
		side, kind := row[0], briefing.SideKind(row[1])
		g.Ordered = append(g.Ordered, side)
		if len(row) > 5 {
			g.Within[side] = row[5]
		}
		g.add(side, SideForm{side, kind, NameForm})
		for _, w := range lexicon.Fields(row[4]) {
			g.add(w, SideForm{side, kind, NameForm})
		}
		for _, w := range lexicon.Fields(row[2]) {
			g.add(w, SideForm{side, kind, AdjectiveForm})
		}
		for _, w := range lexicon.Fields(row[3]) {
			g.add(w, SideForm{side, kind, MetonymForm})
		}
	}
	return g
})

func (g *Gazetteer) add(words string, f SideForm) {
	if key := tokenKey(words); key != words {
		first, _, _ := strings.Cut(key, " ")
		if _, taken := g.Forms[key]; !taken {
			g.Forms[key] = f
			g.first[first] = max(g.first[first], strings.Count(key, " ")+1)
		}
	}
	if _, taken := g.Forms[words]; taken {
		if !slices.Contains(g.BySide[f.Side], words) {
			g.BySide[f.Side] = append(g.BySide[f.Side], words)
		}
		return
	}
	g.Forms[words] = f
	g.BySide[f.Side] = append(g.BySide[f.Side], words)
	first, _, _ := strings.Cut(words, " ")
	g.first[first] = max(g.first[first], strings.Count(words, " ")+1)
}

// tokenKey returns words as tokens with spaces between them: a possessive is a
// token of its own ("People 's Republic of China").
func tokenKey(words string) string {
	return strings.ReplaceAll(Spelled(words), "'s ", " 's ")
}

// At returns the longest form that begins at tokens[i] and how many tokens it
// takes; 0 if there is none. Words in capitals count too: "MEXICO".
func (g *Gazetteer) At(tokens []lang.Token, i int) (SideForm, int) {
	if !tokens[i].Capital() && tokens[i].Lower != "papal" {
		return SideForm{}, 0
	}
	first := Spelled(tokens[i].Text)
	n, ok := g.first[first]
	if !ok {
		if first = titled(first); first == "" {
			return SideForm{}, 0
		}
		if n, ok = g.first[first]; !ok {
			return SideForm{}, 0
		}
	}
	if g.lookalike(tokens, i) {
		return SideForm{}, 0
	}
	for n = min(n, len(tokens)-i); n > 0; n-- {
		key := first
		for _, t := range tokens[i+1 : i+n] {
			w := Spelled(t.Text)
			if c := titled(w); c != "" && titled(Spelled(tokens[i].Text)) != "" {
				w = c
			}
			key += " " + w
		}
		if f, ok := g.Forms[key]; ok {
			return f, n
		}
	}
	return SideForm{}, 0
}

// longestAlike is the most words of a lookalike that stand before a side's
// name in it: "Kingston upon Hull" has none, "Times of India" two.
const longestAlike = 3

// lookalike reports whether token i is a word of a longer name that stands for
// no side: "Latin [American]", "[Washington] Post".
func (g *Gazetteer) lookalike(tokens []lang.Token, i int) bool {
	for start := i; start >= 0 && start >= i-longestAlike; start-- {
		most := g.alike[Spelled(tokens[start].Text)]
		key := ""
		for n := 1; n <= most && start+n <= len(tokens); n++ {
			if n > 1 {
				key += " "
			}
			key += Spelled(tokens[start+n-1].Text)
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
func (d *Document) oldState(f SideForm) SideForm {
	if f.Form != MetonymForm {
		return f
	}
	old, ok := oldStates[f.Side]
	if !ok {
		return f
	}
	if d.past == nil {
		d.past = map[string]bool{}
		for side, w := range oldStates {
			d.past[side] = strings.Contains(d.Text, w[1]) && !strings.Contains(d.Text, w[2])
		}
	}
	if d.past[f.Side] {
		f.Side = old[0]
	}
	return f
}

// Spelled straightens apostrophes.
func Spelled(s string) string {
	if strings.Contains(s, "’") {
		return strings.ReplaceAll(s, "’", "'")
	}
	return s
}

// titled returns a word in capitals with only the first kept: "MEXICO" gives
// "Mexico"; "" for any other word.
func titled(s string) string {
	if len(s) < 4 || 'a' <= s[1] && s[1] <= 'z' || s != strings.ToUpper(s) || strings.ContainsAny(s, ".0123456789") {
		return ""
	}
	return s[:1] + strings.ToLower(s[1:])
}

// Named returns the side that words name, as written.
func (g *Gazetteer) Named(words string) (SideForm, bool) {
	words = strings.Join(strings.Fields(Spelled(words)), " ")
	for _, lead := range []string{"", "the ", "The "} {
		if w, ok := strings.CutPrefix(words, lead); ok {
			if f, ok := g.Forms[w]; ok {
				return f, true
			}
		}
	}
	return SideForm{}, false
}

// Names returns every form under which a text may name a side: "Mexico" gives
// "Mexico", "Mexican", "Mexico City" and so on. A side that the lexicons do not
// know goes by its own name alone.
func Names(side string) []string {
	if forms := Sides().BySide[side]; forms != nil {
		return append([]string(nil), forms...)
	}
	return []string{side}
}
