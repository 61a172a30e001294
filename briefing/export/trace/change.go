package trace

import (
	"example.org/attache/briefing/page"
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// ChangeKind says what became of a row.
type ChangeKind string

// The kinds of changes.
const (
	Changed     ChangeKind = "changed"      // a part has other words
	PartMissing ChangeKind = "part missing" // a part is gone
	Replaced    ChangeKind = "replaced"     // all words are others
	Missing     ChangeKind = "missing"
	Added       ChangeKind = "added" // words that were not printed, behind a row
	Moved       ChangeKind = "moved"
	Swapped     ChangeKind = "swapped"
	Shifted     ChangeKind = "shifted" // elsewhere on the page
	Hidden      ChangeKind = "hidden"  // in a colour that nobody sees
	CutOff      ChangeKind = "cut off" // all from here on is gone
	Forged      ChangeKind = "forged"  // the record itself was changed
	Foreign     ChangeKind = "foreign" // something that no export has
)

// Change is one difference between what was exported and what a file shows.
type Change struct {
	Kind    ChangeKind           `json:"kind"`
	Line    int                  `json:"line,omitempty"` // of the printed lines, from 1; 0 for what is no line
	Block   export.BlockKind     `json:"block,omitempty"`
	Section briefing.SectionKind `json:"section,omitempty"`
	Part    page.Part            `json:"part,omitempty"`
	Words   string               `json:"words,omitempty"` // of the whole row as it was printed
	Was     string               `json:"was,omitempty"`
	Is      string               `json:"is,omitempty"`
	Other   int                  `json:"other,omitempty"`    // the line it changed places with or stands after; of many shifted rows, how many
	FileRow int                  `json:"file_row,omitempty"` // of a text file, from 1

	row int
}

// String says in English what was changed.
func (c Change) String() string {
	what := c.what()
	switch c.Kind {
	case Changed:
		if c.Was == "" {
			return fmt.Sprintf("%s was changed after export: its %s was empty and is ‘%s’", what, c.part(), clip(c.Is, 0))
		}
		if c.Is == "" {
			return fmt.Sprintf("%s was changed after export: its %s, ‘%s’, is missing", what, c.part(), clip(c.Was, 0))
		}
		at := differAt(c.Was, c.Is)
		return fmt.Sprintf("%s was changed after export: the %s was ‘%s’ and is ‘%s’", what, c.part(), clip(c.Was, at), clip(c.Is, at))
	case PartMissing:
		return fmt.Sprintf("%s was changed after export: its %s, ‘%s’, is missing", what, c.part(), clip(c.Was, 0))
	case Replaced:
		return fmt.Sprintf("%s was changed after export: it was ‘%s’ and is ‘%s’", what, clip(c.Words, 0), clip(c.Is, 0))
	case Missing:
		return fmt.Sprintf("%s is missing: ‘%s’", what, clip(c.Words, 0))
	case Added:
		if c.row < 0 {
			return fmt.Sprintf("words were added at the top: ‘%s’", clip(c.Is, 0))
		}
		return fmt.Sprintf("words were added after %s: ‘%s’", what, clip(c.Is, 0))
	case Moved:
		if c.Is != "" {
			return fmt.Sprintf("%s was moved and stands under ‘%s’: ‘%s’", what, clip(c.Is, 0), clip(c.Words, 0))
		}
		if c.Other > 0 {
			return fmt.Sprintf("%s was moved and stands after line %d: ‘%s’", what, c.Other, clip(c.Words, 0))
		}
		return fmt.Sprintf("%s was moved: ‘%s’", what, clip(c.Words, 0))
	case Swapped:
		return fmt.Sprintf("%s and line %d changed places", what, c.Other)
	case Shifted:
		if c.Other > 0 {
			return fmt.Sprintf("the page was laid out anew: %d paragraphs stand elsewhere, the first of them %s", c.Other, what)
		}
		return fmt.Sprintf("%s stands elsewhere on the page: ‘%s’", what, clip(c.Words, 0))
	case Hidden:
		return fmt.Sprintf("%s cannot be seen, its colour is that of the paper: ‘%s’", what, clip(c.Words, 0))
	case CutOff:
		return fmt.Sprintf("the file is cut off: %s and all that follows is missing", what)
	case Forged:
		if c.Block == recordBlock {
			return "the record of what its lines rest on was changed"
		}
		return fmt.Sprintf("the record of %s was changed: ‘%s’", what, clip(c.Words, 0))
	}
	return c.Is + " was added"
}

// what names the row.
func (c Change) what() string {
	if c.Line > 0 {
		return fmt.Sprintf("line %d", c.Line)
	}
	switch c.Block {
	case export.Banner:
		return "the marking"
	case export.Heading:
		return "a heading"
	case export.SideName:
		return "the name of a side"
	case export.Source:
		return "a source"
	case export.Title:
		return "the title"
	}
	return "a note"
}

// parts are the names of the parts in words.
var parts = map[page.Part]string{
	page.ChannelPart: "channel", page.PartiesPart: "parties", page.ModePart: "status of the matter",
	page.MeetingPart: "meeting", page.PortionPart: "portion mark", page.OwnPart: "mark as the analyst's own",
	page.HeadPart: "mark of the head of the delegation", page.NotePart: "note", page.ReferencePart: "reference",
	page.StatusPart: "status", page.MarkingPart: "marking", page.TLPPart: "TLP label", page.HeadingPart: "heading",
	page.AuthorPart: "author", page.FixedPart: "wording", page.NumberPart: "number", page.SourcePart: "description",
}

func (c Change) part() string {
	if w := parts[c.Part]; w != "" {
		return w
	}
	if c.Part == "" {
		return "text"
	}
	return string(c.Part)
}

// clipped is how many characters of a text are told.
const clipped = 80

// clip returns the part of s around a character.
func clip(s string, at int) string {
	r := []rune(s)
	if len(r) <= clipped {
		return s
	}
	from := max(0, min(at-clipped/2, len(r)-clipped))
	to := from + clipped
	text := strings.TrimSpace(string(r[from:to]))
	if from > 0 {
		text = "…" + text
	}
	if to < len(r) {
		text += "…"
	}
	return text
}

// differAt returns the index of the first character that differs.
func differAt(a, b string) int {
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	return i
}
