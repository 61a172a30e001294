package trace

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"example.org/attache/briefing/page"
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// Row is one paragraph as it was printed. A quotation has two: its words, and
// who said them.
type Row struct {
	Block   export.BlockKind     `json:"block"`
	Section briefing.SectionKind `json:"section,omitempty"`
	Line    briefing.LineID      `json:"line,omitempty"` // "" for what is no line
	Kind    briefing.LineKind    `json:"kind,omitempty"`
	Status  briefing.Status      `json:"status,omitempty"`
	Parts   []Part               `json:"parts,omitempty"`
	// At is where each word begins on the page, "x,y" in points from the top
	// left, one space apart; only in a PDF.
	At string `json:"at,omitempty"`
	// Digest is a hash of all of the above.
	Digest string `json:"digest"`
}

// Part is a stretch of a row that is one thing: the name, the title, the
// speaker. Parts stand one space apart, unless Joined.
type Part struct {
	Name page.Part `json:"name"`
	Text string    `json:"text"`
	// Joined says that no space stands before the part.
	Joined bool `json:"joined,omitempty"`
}

// RowOf returns the row of a block.
func RowOf(b export.Block) Row {
	r := Row{Block: b.Kind, Section: b.Section}
	if b.Line != nil {
		r.Line, r.Kind, r.Status = b.Line.ID, b.Line.Kind, b.Line.Status
	}
	for _, s := range b.Spans {
		r.Parts = append(r.Parts, Part{Name: s.Part, Text: s.String()})
	}
	return r
}

// RowsOf returns the rows of blocks.
func RowsOf(blocks []export.Block) []Row {
	rows := make([]Row, len(blocks))
	for i, b := range blocks {
		rows[i] = RowOf(b)
	}
	return rows
}

// digest is the first 96 bits of the hash of the row without its digest.
func (r Row) digest() string {
	r.Digest = ""
	return digestOf(r)
}

func digestOf(v any) string {
	h := sha256.New()
	_ = json.NewEncoder(h).Encode(v) // of plain texts and numbers: it cannot fail
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// String returns the words of the row.
func (r Row) String() string {
	var s strings.Builder
	for i, p := range r.Parts {
		if i > 0 && !p.Joined {
			s.WriteByte(' ')
		}
		s.WriteString(p.Text)
	}
	return s.String()
}

// Part returns the text of the first part of that name, or "".
func (r Row) Part(name page.Part) string {
	for _, p := range r.Parts {
		if p.Name == name {
			return p.Text
		}
	}
	return ""
}

// ErrNone is a file that was exported without its record.
var ErrNone = fmt.Errorf("it was exported without trace data: %w", briefing.ErrUnsupported)

// File is an exported file as it was read: its own record, and what it shows
// now.
type File struct {
	Record Document
	Seen   Seen
	// Rows are what the words seen are, where the record does not say: then
	// nothing tells whether the file is as it was exported.
	Rows []Row
}

// WordsOf returns the words of rows as a file that tells parts apart shows
// them.
func WordsOf(rows []Row) []Word {
	var words []Word
	for _, r := range rows {
		begins := true
		for _, p := range r.Parts {
			for _, w := range Words(p.Text, p.Name, 0) {
				w.Begins, begins = begins, false
				words = append(words, w)
			}
		}
	}
	return words
}
