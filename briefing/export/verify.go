package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// Word is one word of an exported file, and where it stands.
type Word struct {
	Text    string
	Row     int             // line of the file, from 1; 0 where a format has none
	Context string          // the words around it
	Line    briefing.LineID // "" in a line that somebody added
	// Class is label for fixed words, yours for words of a line that the
	// file shows as the analyst's own or as edited, and "" for a word that
	// must stand in an article.
	Class briefing.WordClass
}

// contextBytes is how much of a line is told around a word, to either side.
const contextBytes = 30

// wordsOf returns the words of text, which begins on a row of the file.
func wordsOf(text string, row int, id briefing.LineID, class briefing.WordClass) []Word {
	var words []Word
	at := 0
	for _, s := range briefing.WordSpans(text) {
		row += strings.Count(text[at:s.Start], "\n")
		at = s.Start
		words = append(words, Word{Text: text[s.Start:s.End], Row: row, Context: around(text, s), Line: id, Class: class})
	}
	return words
}

// around returns the words around s in text.
func around(text string, s briefing.Span) string {
	from, to := max(0, s.Start-contextBytes), min(len(text), s.End+contextBytes)
	if from > 0 {
		if i := strings.IndexAny(text[from:s.Start], " \n"); i >= 0 {
			from += i
		} else {
			from = s.Start
		}
	}
	if to < len(text) {
		if i := strings.LastIndexAny(text[s.End:to], " \n"); i >= 0 {
			to = s.End + i
		} else {
			to = s.End
		}
	}
	return oneLine(text[from:to])
}

// MarkdownWords returns the words of the lines in a file that Markdown wrote,
// as they stand there now. The front matter, the marking and the description
// of the sources are not lines, and not returned. Its errors are those of
// ReadMarkdown.
func MarkdownWords(r io.Reader) ([]Word, error) {
	f, err := parseMarkdown(r)
	if err != nil {
		return nil, fmt.Errorf("words of markdown: %w", err)
	}
	var words []Word
	side := place{}
	for _, pl := range f.lines {
		var id briefing.LineID
		if pl.comment != nil {
			id = pl.comment.ID
		}
		class := briefing.WordClass("")
		if pl.seen.own(f.g.labels) {
			class = briefing.YoursWord
		}
		if pl.place.section == briefing.DelegationsSection && pl.place != side {
			side = pl.place
			for _, text := range []string{side.side, side.meeting} {
				words = append(words, wordsOf(text, side.row, id, f.g.fixedOr(text, class))...)
			}
		}
		words = append(words, f.g.lineWords(pl, id, class)...)
	}
	return words, nil
}

// own reports whether the file shows the line as the analyst's own or as
// edited. What its comment says does not count: nobody sees it.
func (s seen) own(labels page.Labels) bool {
	return s.analyst || s.status == labels.Analyst || s.status == labels.Edited
}

func (g grammar) fixedOr(text string, class briefing.WordClass) briefing.WordClass {
	if text == briefing.EarlierMeeting || text == g.labels.Earlier {
		return briefing.LabelWord
	}
	return class
}

// lineWords returns the words of a line in the order of the file.
func (g grammar) lineWords(pl parsedLine, id briefing.LineID, class briefing.WordClass) []Word {
	var words []Word
	for _, t := range pl.tokens {
		row := pl.block.row + strings.Count(pl.block.text[:t.at], "\n")
		switch {
		case t.kind == commentToken, t.kind == refToken:
		case t.kind == boldToken && (t.text == g.labels.Comment || g.label(t.text) != "" && pl.place.section == briefing.MeetingSection),
			t.kind == codeToken && (t.text == g.labels.Head || g.isMode(t.text) || slices.Contains(g.statuses(), t.text)):
			words = append(words, wordsOf(t.text, row, id, briefing.LabelWord)...)
		case t.kind == codeToken && portion(pl.seen.marking) == t.text:
			// a portion mark is the analyst's, and no word of a line
		case t.kind == italicToken:
			for _, part := range strings.Split(t.source, asideDot) {
				text, c := unescape(part), class
				if g.isMode(text) || text == g.labels.Earlier {
					c = briefing.LabelWord
				}
				words = append(words, wordsOf(text, row, id, c)...)
			}
		default:
			words = append(words, wordsOf(t.text, row, id, class)...)
		}
	}
	return words
}

func (g grammar) statuses() []string {
	l := g.labels
	return []string{l.Suggested, l.Edited, l.Conflict, l.Stale, l.Analyst}
}

// JSONWords returns the words of the lines in a document that JSON wrote,
// those not printed among them. Its errors are those of ReadJSON.
func JSONWords(r io.Reader) ([]Word, error) {
	d, err := ReadJSON(r)
	if err != nil {
		return nil, err
	}
	var words []Word
	for _, l := range d.Briefing.Lines() {
		words = append(words, fieldWords(l)...)
	}
	return words, nil
}

// TraceWords returns the words of the lines in a document that Trace wrote.
// Its errors are those of ReadTrace.
func TraceWords(r io.Reader) ([]Word, error) {
	d, err := ReadTrace(r)
	if err != nil {
		return nil, err
	}
	var words []Word
	for _, t := range d.Lines {
		words = append(words, fieldWords(t.Line)...)
	}
	return words, nil
}

// fieldWords returns the words of a line, field by field.
func fieldWords(l briefing.Line) []Word {
	class := briefing.WordClass("")
	if l.Kind == briefing.AnalystLine || l.Status == briefing.Edited {
		class = briefing.YoursWord
	}
	var words []Word
	for _, text := range slices.Concat([]string{l.Text, l.Title, l.Side, l.Speaker, l.Channel}, l.Parties) {
		words = append(words, wordsOf(text, 0, l.ID, class)...)
	}
	mode := class
	if page.LabelsFor("").Statuses[l.Mode] != "" {
		mode = briefing.LabelWord
	}
	words = append(words, wordsOf(l.Mode, 0, l.ID, mode)...)
	if l.Wording.Meeting == briefing.EarlierMeeting {
		class = briefing.LabelWord
	}
	return append(words, wordsOf(l.Wording.Meeting, 0, l.ID, class)...)
}
