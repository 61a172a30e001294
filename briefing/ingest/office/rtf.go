package office

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// RTF reads a Rich Text Format document (Microsoft, version 1.9.1): its
// text with the numbers of its lists, without headers, pictures and the
// document's own tables. Footnotes and hidden text are furniture. A fragment
// that lacks the outermost group is read as well.
func RTF(f *draft.File) error {
	r := rtf{in: f.Data, letters: charmap.Windows1252.NewDecoder(), group: rtfGroup{fallback: 1, kind: briefing.Body}}
	r.read()
	r.w.End()
	for i := range r.w.Blocks {
		if b := &r.w.Blocks[i]; b.Kind == briefing.Body && letters.Bullet(b.Text) {
			b.Kind = briefing.ListItem
		}
	}
	f.LayOut(append(r.w.Blocks, r.notes...))
	f.Article.Title, f.Article.Outlet = documentTitle(letters.Clean(r.title.String()), r.w.Blocks)
	if len(r.notes) > 0 {
		f.Note(draft.NotesOut, "%s left out", draft.Count(len(r.notes), "footnote", "footnotes"))
	}
	if r.hidden > 0 {
		f.Note(draft.HiddenOut, "%s left out", draft.Count(r.hidden, "hidden paragraph", "hidden paragraphs"))
	}
	titleFromHeading(f)
	f.OfferDateline()
	f.Article.Source.Encoding = "rtf"
	return nil
}

// rtf is a document being read.
type rtf struct {
	in      []byte
	at      int
	letters *encoding.Decoder // of \'hh, by the document's code page
	group   rtfGroup
	outer   []rtfGroup
	skip    int    // characters still to be passed over after \u
	high    rune   // first half of a surrogate pair
	narrow  []byte // bytes of \'hh that wait to be decoded together
	w       draft.Writer
	title   strings.Builder
	note    strings.Builder // the footnote or hidden text that is open
	notes   []draft.Block
	hidden  int

	styles map[int]briefing.ParagraphKind // of the document's table
	style  int                            // being read
	named  strings.Builder                // its name
}

// rtfGroup is what a closing brace undoes.
type rtfGroup struct {
	silent   bool // its text is not shown
	footnote bool
	hidden   bool
	table    bool // it is in the table of styles
	list     bool // it is the number of an element of a list
	title    bool
	fallback int // characters after each \u for readers that cannot do Unicode
	kind     briefing.ParagraphKind
}

func (r *rtf) read() {
	for r.at < len(r.in) {
		c := r.in[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			r.outer, r.skip = append(r.outer, r.group), 0
		case '}':
			r.flush()
			if n := len(r.outer); n > 0 {
				inner := r.group
				r.group, r.outer = r.outer[n-1], r.outer[:n-1]
				r.closeNote(inner)
			}
			r.skip = 0
		case '\r', '\n':
		case '\\':
			r.control()
		default:
			r.at--
			r.run()
		}
	}
	r.flush()
}

// run takes the characters up to the next one that has a meaning.
func (r *rtf) run() {
	n := bytes.IndexAny(r.in[r.at:], "{}\\\r\n")
	if n < 0 {
		n = len(r.in) - r.at
	}
	run := r.in[r.at : r.at+n]
	r.at += n
	passed := min(r.skip, n)
	r.skip -= passed
	r.narrow = append(r.narrow, run[passed:]...)
}

// control reads what follows a backslash.
func (r *rtf) control() {
	if r.at >= len(r.in) {
		return
	}
	c := r.in[r.at]
	if c != '\'' {
		r.flush()
	}
	if c < 'A' || 'Z' < c && c < 'a' || 'z' < c {
		r.at++
		switch c {
		case '\'':
			if r.at+2 <= len(r.in) {
				if n, err := strconv.ParseUint(string(r.in[r.at:r.at+2]), 16, 8); err == nil {
					r.at += 2
					r.byte(byte(n))
				}
			}
		case '*':
			r.group.silent = true
		case '~':
			r.rune('\u00A0')
		case '_':
			r.rune('\u2011')
		case '\\', '{', '}':
			r.rune(rune(c))
		case '\n', '\r':
			r.paragraph()
		}
		return
	}
	start := r.at
	for r.at < len(r.in) && ('a' <= r.in[r.at] && r.in[r.at] <= 'z' || 'A' <= r.in[r.at] && r.in[r.at] <= 'Z') {
		r.at++
	}
	word := string(r.in[start:r.at])
	start = r.at
	for r.at < len(r.in) && r.at-start < 11 && ('0' <= r.in[r.at] && r.in[r.at] <= '9' || r.at == start && r.in[r.at] == '-') {
		r.at++
	}
	n, err := strconv.Atoi(string(r.in[start:r.at]))
	if r.at < len(r.in) && r.in[r.at] == ' ' {
		r.at++
	}
	r.word(word, n, err == nil)
}

// word obeys a control word.
func (r *rtf) word(word string, n int, hasN bool) {
	switch word {
	case "par", "sect", "page", "row":
		r.paragraph()
	case "pard":
		r.group.kind = briefing.Body
	case "outlinelevel":
		if r.group.kind = briefing.Heading; r.group.table {
			r.styles[r.style] = briefing.Heading
		}
	case "stylesheet":
		r.group.silent, r.group.table = true, true
		r.styles = map[int]briefing.ParagraphKind{}
	case "s":
		if r.style = n; !r.group.table && r.styles[n] != "" {
			r.group.kind = r.styles[n]
		}
	case "line":
		r.blank('\n')
	case "tab", "cell":
		r.blank('\t')
	case "ls":
		r.group.kind = briefing.ListItem
	case "pntext", "listtext":
		r.group.kind, r.group.list = briefing.ListItem, true
	case "v":
		r.flush()
		was := r.group
		r.group.hidden = !hasN || n != 0
		r.closeNote(was)
	case "u":
		if hasN {
			r.unicode(rune(uint16(n)))
			r.skip = r.group.fallback
		}
	case "uc":
		r.group.fallback = min(max(n, 0), 16)
	case "ansicpg":
		if e, err := htmlindex.Get(fmt.Sprintf("windows-%d", n)); err == nil {
			r.letters = e.NewDecoder()
		}
	case "bin":
		r.at = min(len(r.in), r.at+max(n, 0))
	case "title":
		r.group.title = true
	case "footnote": // some write \*\footnote, which they need not
		r.group.footnote = true
		r.group.silent = len(r.outer) > 0 && r.outer[len(r.outer)-1].silent
	case "emdash":
		r.rune('—')
	case "endash":
		r.rune('–')
	case "lquote":
		r.rune('‘')
	case "rquote":
		r.rune('’')
	case "ldblquote":
		r.rune('“')
	case "rdblquote":
		r.rune('”')
	case "bullet":
		r.rune('•')
	case "fonttbl", "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
		"footer", "footerl", "footerr", "footerf", "annotation", "fldinst", "themedata", "xmlnstbl", "deleted":
		r.group.silent = true
	}
}

// byte takes one byte in the document's code page. Neighbours are decoded
// together: East Asian letters have two bytes.
func (r *rtf) byte(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.narrow = append(r.narrow, c)
}

func (r *rtf) flush() {
	if len(r.narrow) == 0 {
		return
	}
	s, err := r.letters.Bytes(r.narrow)
	r.narrow = r.narrow[:0]
	if err == nil {
		r.show(strings.ToValidUTF8(string(s), "\uFFFD"))
	}
}

func (r *rtf) rune(c rune) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.show(string(c))
}

// unicode takes one unit of UTF-16.
func (r *rtf) unicode(c rune) {
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
		return
	case r.high != 0:
		c = utf16.DecodeRune(r.high, c)
	}
	r.high = 0
	r.show(string(c))
}

func (r *rtf) show(s string) {
	switch {
	case r.group.title && r.title.Len() < maxTitle:
		r.title.WriteString(s)
	case r.group.table:
		if name, _, ended := strings.Cut(s, ";"); r.named.Len() < maxTitle {
			r.named.WriteString(name)
			if k := kindOfStyle(strings.TrimSpace(r.named.String())); ended && k != briefing.Body {
				r.styles[r.style] = k
			}
			if ended {
				r.named.Reset()
			}
		}
	case r.group.silent:
	case r.group.footnote, r.group.hidden:
		if r.note.Len() < cutting.MaxText {
			r.note.WriteString(s)
		}
	case r.group.list && strings.IndexFunc(s, letters.Readable) < 0 && r.w.Text.Len() == 0:
		// a bullet
	default:
		r.w.Say(s, draft.Place{Kind: r.group.kind})
	}
}

// closeNote ends the footnote or the hidden text that a group was, if the one
// around it is none.
func (r *rtf) closeNote(inner rtfGroup) {
	if !inner.footnote && !inner.hidden || r.group.footnote || r.group.hidden {
		return
	}
	s := letters.Clean(r.note.String())
	r.note.Reset()
	switch {
	case s == "" || inner.silent:
	case inner.footnote:
		r.notes = append(r.notes, draft.Block{Text: s, Kind: briefing.Furniture})
	default:
		r.hidden++
		r.notes = append(r.notes, draft.Block{Text: s, Kind: briefing.Furniture})
	}
}

func (r *rtf) blank(c rune) {
	switch {
	case r.group.silent:
	case r.group.footnote, r.group.hidden:
		r.note.WriteByte(' ')
	case r.w.Text.Len() > 0:
		r.w.Space = c
	}
}

func (r *rtf) paragraph() {
	switch {
	case r.group.silent:
	case r.group.footnote:
		r.note.WriteByte(' ')
	default:
		r.w.End()
	}
}
