package trace

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// Origin is a word that a file shows, and the row it belongs to.
type Origin struct {
	Word
	Part    page.Part
	Row     *Row   // nil for a word that belongs to none
	Context string // the words around it
}

// Result is what holding a file against its rows tells.
type Result struct {
	Changes []Change
	Words   []Origin // of the file, in order
}

// Hold holds what a file shows against the rows that were printed. See
// Compare.
func Hold(rows []Row, seen Seen) Result {
	c := compare(rows, seen)
	r := Result{Changes: c.changes}
	of := make([]*expected, len(c.seen))
	for i, m := range c.match {
		if m >= 0 {
			of[m] = &c.want[i]
		}
	}
	for i, w := range c.seen {
		o := Origin{Word: w, Part: w.Part, Context: around(c.seen, i)}
		switch k, ok := c.home[i]; {
		case of[i] != nil:
			o.Row, o.Part = &rows[of[i].row], rows[of[i].row].Parts[of[i].part].Name
		case ok:
			o.Row = &rows[k.row]
			if k.part >= 0 {
				o.Part = o.Row.Parts[k.part].Name
			} else {
				o.Part = k.name
			}
		}
		r.Words = append(r.Words, o)
	}
	return r
}

// around returns the words around one.
func around(words []Word, i int) string {
	const each = 4
	var s []string
	for _, w := range words[max(0, i-each):min(len(words), i+each+1)] {
		s = append(s, w.Text)
	}
	return strings.Join(s, " ")
}

// Own reports whether the row shows its words as the analyst's own or as
// edited, in any language of the labels. What the record says of it does not
// count: nobody sees that.
func (r Row) Own() bool {
	if r.Block == export.Comment || r.Section == briefing.CommentSection || r.Part(page.OwnPart) != "" {
		return true
	}
	status := strings.TrimSpace(r.Part(page.StatusPart))
	if status == string(briefing.Edited) || r.Part(KindPart) == string(briefing.AnalystLine) {
		return true
	}
	for _, lang := range page.Languages() {
		if l := page.LabelsFor(lang); strings.EqualFold(status, l.Analyst) || strings.EqualFold(status, l.Edited) {
			return true
		}
	}
	return false
}

// KindPart is what kind of line a row of a JSON document is: there, every
// field is a part.
const KindPart page.Part = "kind"

// Data reports whether the row is of a document for programs, which shows
// nothing to a reader.
func (r Row) Data() bool {
	return len(r.Parts) > 0 && (r.Part(KindPart) != "" || r.Parts[0].Name == "section" || r.Part("details") != "" || r.Part("origin") != "")
}

// Worded reports whether a part of such a row holds words of a line or of a
// source.
func (r Row) Worded(p page.Part) bool {
	switch p {
	case page.TextPart, page.TitlePart, page.SidePart, page.SpeakerPart, page.ChannelPart, page.PartiesPart, page.MeetingPart, page.SourcePart:
		return true
	case page.ModePart:
		return page.LabelsFor("").Statuses[r.Part(p)] == ""
	}
	return false
}
