package exporttest

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// Change is something that somebody did to an exported briefing, and what has
// to be said of it.
type Change struct {
	Name string
	Edit func(*briefing.Briefing)
	// Says are words that one sentence about the file has to have, without
	// regard to case. Of "a|b" either will do.
	Says []string
}

// Said reports whether one of the sentences has all the words.
func (c Change) Said(sentences []string) bool {
	return slices.ContainsFunc(sentences, func(s string) bool {
		s = strings.ToLower(s)
		for _, want := range c.Says {
			either := slices.ContainsFunc(strings.Split(strings.ToLower(want), "|"), func(w string) bool { return strings.Contains(s, w) })
			if !either {
				return false
			}
		}
		return true
	})
}

// Changes returns changes to what the sample prints, one at a time: to every
// line, to every field of the lines that have it, to the order, and to what
// stands around the lines.
func Changes() []Change {
	var all []Change
	add := func(name string, edit func(*briefing.Briefing), says ...string) {
		all = append(all, Change{name, edit, says})
	}
	b := Briefing()
	for _, l := range b.Lines() {
		if !l.OnPage() || slices.Contains(Options().Held.Lines, l.ID) {
			continue
		}
		all = append(all, textChanges(l)...)
	}
	field := func(id briefing.LineID, name string, edit func(*briefing.Line), says ...string) {
		add(fmt.Sprintf("%s of %s", name, id), func(b *briefing.Briefing) { edit(lineOf(b, id)) }, says...)
	}
	for _, id := range []briefing.LineID{"flavia", "otto", "belongs"} {
		field(id, "title", func(l *briefing.Line) { l.Title = "Chancellor" }, "chancellor", "title")
		field(id, "no title", func(l *briefing.Line) { l.Title = "" }, "missing")
	}
	for _, id := range []briefing.LineID{"third", "belongs", "half"} {
		field(id, "speaker", func(l *briefing.Line) { l.Speaker = "Rupert Hentzau" }, "speaker", "hentzau")
		field(id, "no speaker", func(l *briefing.Line) { l.Speaker = "" }, "speaker", "missing|is ‘")
	}
	field("otto", "side", func(l *briefing.Line) { l.Side = "Borduria" }, "borduria")
	field("flavia", "not the head", func(l *briefing.Line) { l.Head = false }, "head", "missing")
	field("otto", "the head", func(l *briefing.Line) { l.Head = true }, "head|yes")
	field("belongs", "channel", func(l *briefing.Line) { l.Channel = "Radio" }, "radio")
	field("reopen", "parties", func(l *briefing.Line) { l.Parties = []string{"Ruritania", "Borduria"} }, "parties", "borduria")
	field("reopen", "a party less", func(l *briefing.Line) { l.Parties = []string{"Ruritania"} }, "parties", "sylvania")
	field("reopen", "the other way round", func(l *briefing.Line) { l.Mode = "rejected" }, "rejected", "agreed")
	field("third", "asked for offered", func(l *briefing.Line) { l.Mode = "demanded" }, "offered", "demanded")
	field("reopen", "meeting", func(l *briefing.Line) { l.Wording.Meeting = briefing.EarlierMeeting }, "earlier meeting")
	for _, pair := range [][2]briefing.LineID{{"tolls", "trains"}, {"trains", "rye"}, {"tolls", "rye"}, {"belongs", "half"}} {
		add(fmt.Sprintf("%s and %s swapped", pair[0], pair[1]), func(b *briefing.Briefing) {
			x, y := lineOf(b, pair[0]), lineOf(b, pair[1])
			*x, *y = *y, *x
		}, "changed places")
	}
	add("sides swapped", func(b *briefing.Briefing) {
		x, y := lineOf(b, "flavia"), lineOf(b, "otto")
		x.Side, y.Side = y.Side, x.Side
	}, "moved|changed")
	add("speakers swapped", func(b *briefing.Briefing) {
		x, y := lineOf(b, "belongs"), lineOf(b, "half")
		x.Speaker, y.Speaker = y.Speaker, x.Speaker
	}, "speaker")
	return append(all, aroundChanges()...)
}

// textChanges are changes to a line's own words, to its status and mark, and
// the line's going.
func textChanges(l briefing.Line) []Change {
	words := strings.Fields(l.Text)
	edit := func(name string, do func(*briefing.Line), says ...string) Change {
		return Change{fmt.Sprintf("%s: %s", l.ID, name), func(b *briefing.Briefing) { do(lineOf(b, l.ID)) }, says}
	}
	set := func(words []string) func(*briefing.Line) {
		return func(l *briefing.Line) { l.Text = strings.Join(words, " ") }
	}
	other := slices.Clone(words)
	other[len(other)/2] = "gargantuan"
	all := []Change{
		edit("another word", set(other), "gargantuan"),
		edit("a not", set(slices.Insert(slices.Clone(words), 1, "never")), "never"),
		edit("a portion mark", func(l *briefing.Line) { l.Marking = "SECRET" }, "secret"),
		{fmt.Sprintf("%s: gone", l.ID), func(b *briefing.Briefing) {
			for i := range b.Sections {
				b.Sections[i].Lines = slices.DeleteFunc(b.Sections[i].Lines, func(x briefing.Line) bool { return x.ID == l.ID })
			}
		}, []string{"missing|changed"}},
	}
	if len(words) > 1 {
		all = append(all, edit("its last word gone", set(words[:len(words)-1]), strings.Trim(words[len(words)-1], "*")))
	}
	if l.Kind != briefing.AnalystLine && l.Status != briefing.Conflict {
		all = append(all, edit("in conflict", func(l *briefing.Line) { l.Status = briefing.Conflict }, "conflict"))
	}
	return all
}

// aroundChanges are changes to what stands around the lines.
func aroundChanges() []Change {
	set := func(name string, edit func(*briefing.Briefing), says ...string) Change {
		return Change{name, edit, says}
	}
	return []Change{
		set("marking", func(b *briefing.Briefing) { b.Details.Marking = "Public" }, "marking", "public"),
		set("TLP", func(b *briefing.Briefing) { b.Details.TLP = "TLP:CLEAR" }, "tlp:clear"),
		set("no TLP", func(b *briefing.Briefing) { b.Details.TLP = "" }, "tlp:green", "missing"),
		set("author", func(b *briefing.Briefing) { b.Details.Author = "M. de Bauban" }, "bauban"),
		set("as of", func(b *briefing.Briefing) { b.Details.AsOf.Year = 1912 }, "1912"),
		set("a heading", func(b *briefing.Briefing) { b.Sections[3].Label = "Things refused" }, "refused"),
		set("title of a source", func(b *briefing.Briefing) { b.Articles[0].Title = "Bridge to close" }, "close"),
		set("outlet of a source", func(b *briefing.Briefing) { b.Articles[0].Outlet = "Strelsau Courant" }, "strelsau|courant"),
		set("day of a source", func(b *briefing.Briefing) { b.Articles[0].Published.Year = 1910 }, "1910"),
		set("address of a source", func(b *briefing.Briefing) { b.Articles[0].URL = "https://evil.example/" }, "evil.example"),
		set("a line more", func(b *briefing.Briefing) {
			b.Sections[3].Lines = append(b.Sections[3].Lines, Line("more", briefing.ExtractLine, briefing.Verified, briefing.Wording{Text: "the crown jewels"}, From(1, "tolls")))
		}, "crown jewels"),
		set("another reference", func(b *briefing.Briefing) { lineOf(b, "trains").From = From(1, "the Castle of Zenda") }, "reference|evidence"),
	}
}

// lineOf returns a line of b.
func lineOf(b *briefing.Briefing, id briefing.LineID) *briefing.Line {
	for i := range b.Sections {
		for j := range b.Sections[i].Lines {
			if l := &b.Sections[i].Lines[j]; l.ID == id {
				return l
			}
		}
	}
	panic(id)
}
