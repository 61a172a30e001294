package trace

import (
	"example.org/attache/briefing/page"
	"slices"
	"strings"
)

// now is what the rows of a gap show now, part by part.
type now struct {
	c     *comparison
	last  int // the wanted word that came last, or -1
	first int // row of the gap
	into  int // the row before whose first word new ones stand
	parts map[partKey]*partNow
	keys  []partKey
	// added are words that stand behind a row and belong to none.
	added map[int][]int // by the row before them, of seen words
}

// partKey is a part of a row: its index, or -1 and its name for one that was
// empty when it was printed.
type partKey struct {
	row, part int
	name      page.Part
}

// partNow is a part that somebody changed.
type partNow struct {
	kept    int
	lost    []string
	gained  []string
	words   []string // as they stand now
	fileRow int
	front   bool // new words stand before the old ones
}

func newNow(c *comparison, row int) *now {
	return &now{c: c, last: c.from[row] - 1, first: row, into: -1, parts: map[partKey]*partNow{}, added: map[int][]int{}}
}

func (n *now) part(k partKey) *partNow {
	if n.parts[k] == nil {
		n.parts[k] = &partNow{}
		n.keys = append(n.keys, k)
	}
	return n.parts[k]
}

func (n *now) keep(want int) {
	w := n.c.want[want]
	p := n.part(partKey{row: w.row, part: w.part})
	p.kept++
	p.words = append(p.words, w.Text)
	n.last = want
}

// replace notes that some wanted words gave way to others. The new words
// belong to the part of the first word lost, or of the word before them.
func (n *now) replace(want, seen []int) {
	for _, k := range want {
		w := n.c.want[k]
		p := n.part(partKey{row: w.row, part: w.part})
		p.lost = append(p.lost, w.Text)
	}
	for i, k := range seen {
		s := n.c.seen[k]
		home, ok := n.home(want, k, i)
		if !ok {
			n.added[home.row] = append(n.added[home.row], k)
			continue
		}
		n.c.home[k] = home
		p := n.part(home)
		p.front = p.front || n.into == home.row
		p.gained = append(p.gained, s.Text)
		p.words = append(p.words, s.Text)
		if p.fileRow == 0 {
			p.fileRow = s.Row
		}
	}
	if len(want) > 0 {
		n.last = want[len(want)-1]
	}
}

// home returns the part that a new word belongs to. It reports false, with the
// row before it, for one that begins a paragraph of its own.
func (n *now) home(lost []int, seen, i int) (k partKey, ok bool) {
	c := n.c
	s := c.seen[seen]
	if len(lost) > 0 {
		return n.partNamed(c.want[lost[min(i, len(lost)-1)]], s.Part), true
	}
	if n.last < 0 {
		if len(c.want) > 0 && (n.into == 0 || n.leads(seen)) {
			n.into = 0
			return n.partNamed(c.want[0], s.Part), true
		}
		return partKey{row: -1}, false
	}
	w := c.want[n.last]
	ends := n.last+1 >= len(c.want) || c.want[n.last+1].row != w.row
	if ends && (s.Begins || len(n.added[w.row]) > 0 || n.into == w.row+1) {
		if n.last+1 < len(c.want) && (n.into == w.row+1 || n.leads(seen)) {
			n.into = w.row + 1
			return n.partNamed(c.want[n.last+1], s.Part), true
		}
		return partKey{row: w.row}, false
	}
	return n.partNamed(w, s.Part), true
}

// leads reports whether a new word, which begins a paragraph, stands in one
// with words that were printed: then it was put before them.
func (n *now) leads(seen int) bool {
	for i := seen + 1; i < len(n.c.seen) && !n.c.seen[i].Begins; i++ {
		if n.c.b[i] == n.c.a[n.last+1] {
			return true
		}
	}
	return false
}

// partNamed returns the part of a name in the row of a word, or the word's
// own where the file does not tell.
func (n *now) partNamed(w expected, name page.Part) partKey {
	if name == "" {
		return partKey{row: w.row, part: w.part}
	}
	i := slices.IndexFunc(n.c.rows[w.row].Parts, func(p Part) bool { return p.Name == name })
	if i < 0 {
		return partKey{row: w.row, part: -1, name: name}
	}
	return partKey{row: w.row, part: i}
}

// tell notes what became of the rows.
func (n *now) tell() {
	c := n.c
	slices.SortFunc(n.keys, func(a, b partKey) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.part - b.part
	})
	for i := 0; i < len(n.keys); {
		row := n.keys[i].row
		j, kept, gained := i, n.found(row), 0
		for ; j < len(n.keys) && n.keys[j].row == row; j++ {
			gained += len(n.parts[n.keys[j]].gained)
		}
		if total := len(c.words(row)); kept*4 < total && gained == 0 {
			c.add(row, Change{Kind: Missing})
		} else if kept == 0 && gained > 0 {
			c.add(row, Change{Kind: Replaced, Is: n.text(n.keys[i:j]), FileRow: n.fileRow(n.keys[i:j])})
		} else {
			n.tellParts(n.keys[i:j])
		}
		i = j
	}
	for _, row := range sortedKeys(n.added) {
		var words []string
		for _, k := range n.added[row] {
			words = append(words, c.seen[k].Text)
		}
		ch := Change{Kind: Added, Is: strings.Join(words, " "), FileRow: c.seen[n.added[row][0]].Row}
		if row < 0 {
			ch.row = row
			c.changes = append(c.changes, ch)
			continue
		}
		c.add(row, ch)
	}
}

func sortedKeys(m map[int][]int) []int {
	var keys []int
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// found counts the words of a row that stand in the file.
func (n *now) found(row int) int {
	found := 0
	for i := n.c.from[row]; i < n.c.from[row+1]; i++ {
		if n.c.match[i] >= 0 {
			found++
		}
	}
	return found
}

func (n *now) text(keys []partKey) string {
	var words []string
	for _, k := range keys {
		words = append(words, n.parts[k].words...)
	}
	return strings.Join(words, " ")
}

func (n *now) fileRow(keys []partKey) int {
	for _, k := range keys {
		if r := n.parts[k].fileRow; r > 0 {
			return r
		}
	}
	return 0
}

func (n *now) tellParts(keys []partKey) {
	keys = slices.DeleteFunc(slices.Clone(keys), func(k partKey) bool { return len(n.parts[k].lost)+len(n.parts[k].gained) == 0 })
	left := len(keys) // that may still be told
	for _, k := range keys {
		p := n.parts[k]
		of := Part{Name: k.name}
		if k.part >= 0 {
			of = n.c.rows[k.row].Parts[k.part]
		}
		ch := Change{Kind: Changed, Part: of.Name, Was: strings.Join(strings.FieldsFunc(of.Text, separates), " "), Is: strings.Join(p.words, " "), FileRow: p.fileRow}
		was, is := unsigned(ch.Was), unsigned(ch.Is)
		switch {
		case was == is && left > 1:
			left--
			continue // the sign went with the part before it
		case was != is:
			ch.Was, ch.Is = was, is
		}
		if len(p.lost) == 0 && p.kept == 0 { // put before or behind words that were found already
			was, ch.Was = ch.Was, unsigned(ch.Was)
			if ch.Is = unsigned(ch.Was + " " + is); p.front {
				ch.Is = strings.TrimSpace(is + " " + was)
			}
		}
		if ch.Is == "" {
			ch.Kind = PartMissing
		}
		n.c.add(k.row, ch)
	}
}

// unsigned returns text without the sign that parts it from what is before.
func unsigned(text string) string {
	return strings.TrimSpace(strings.TrimLeft(text, "—· "))
}
