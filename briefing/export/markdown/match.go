package markdown

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
)

// match finds the line of the record that each line of the file is: first
// those that stand as they were written, then, in the same section, the one
// that is most like it. What is like none is new.
func (f *file) match() {
	if f.record == nil {
		return
	}
	used := map[briefing.LineID]bool{}
	words := map[briefing.LineID]string{}
	for _, r := range f.record.Printed {
		if r.Line != "" {
			words[r.Line] = strings.TrimSpace(words[r.Line] + " " + normal(r.String()))
		}
	}
	take := func(pl *parsedLine, fits func(l *trace.Line) bool) {
		for i := range f.record.Lines {
			if l := &f.record.Lines[i]; pl.of == nil && !used[l.ID] && fits(l) {
				pl.of, used[l.ID] = l, true
				pl.same = words[l.ID] == pl.words && f.sameSide(pl.place, l)
			}
		}
	}
	for i := range f.lines {
		pl := &f.lines[i]
		take(pl, func(l *trace.Line) bool {
			return words[l.ID] == pl.words && l.Section == pl.place.section && f.sameSide(pl.place, l)
		})
	}
	for i := range f.lines {
		pl := &f.lines[i]
		take(pl, func(l *trace.Line) bool { return words[l.ID] == pl.words })
	}
	f.renamed()
	f.copies(words)
	f.similar(used, words)
}

func (f *file) sameSide(in place, l *trace.Line) bool {
	return l.Section != briefing.DelegationsSection || in.side == plainText(l.Side) && in.meeting == l.Wording.Meeting
}

// renamed finds the section of a heading that a person reworded: that of the
// lines below it.
func (f *file) renamed() {
	for i := range f.headings {
		h := &f.headings[i]
		if h.known {
			continue
		}
		for j := range f.lines {
			pl := &f.lines[j]
			if pl.heading != i || pl.of == nil || f.hasHeading(pl.of.Section) {
				continue
			}
			h.kind, h.known = pl.of.Section, true
			break
		}
		for j := range f.lines {
			if pl := &f.lines[j]; pl.heading == i {
				pl.place.section = h.kind
			}
		}
	}
}

func (f *file) hasHeading(kind briefing.SectionKind) bool {
	return slices.ContainsFunc(f.headings, func(h parsedHeading) bool { return h.known && h.kind == kind })
}

// alike is how much of two lines' words must be the same for one to be taken
// for the other after an edit. A quarter is what two lines of one section
// share at most that have nothing to do with each other but their references.
const alike = .34

// similar pairs what is left, the most alike first.
func (f *file) similar(used map[briefing.LineID]bool, words map[briefing.LineID]string) {
	for {
		best, at, of := 0.0, -1, -1
		for i, pl := range f.lines {
			if pl.of != nil || pl.comment != nil {
				continue
			}
			for k, l := range f.record.Lines {
				if used[l.ID] || l.Section != pl.place.section {
					continue
				}
				if s := likeness(pl.words, words[l.ID]); s > best {
					best, at, of = s, i, k
				}
			}
		}
		if best < alike {
			return
		}
		l := &f.record.Lines[of]
		f.lines[at].of, used[l.ID] = l, true
	}
}

// likeness is the share of words that two lines have in common (Dice), 0 to 1.
func likeness(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	common := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(x)+len(y))
}

// copies marks lines that a person copied: each is a line of its own.
func (f *file) copies(words map[briefing.LineID]string) {
	for i := range f.lines {
		pl := &f.lines[i]
		if pl.of != nil || pl.comment != nil || pl.words == "" {
			continue
		}
		for k := range f.record.Lines {
			if l := &f.record.Lines[k]; words[l.ID] == pl.words && len(l.From) > 0 {
				pl.of, pl.copy = l, true
				break
			}
		}
	}
}
