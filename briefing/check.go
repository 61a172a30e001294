package briefing

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cut marks where words were left out of a quotation.
const Cut = "[…]"

// Violation is one line that breaks the first promise, and how.
type Violation struct {
	Line  LineID
	Field string
	Words []string // that are not in the source, or that are left out; empty if order or place is wrong
	Why   string
	// Lost are the words left out that govern those kept, if that is what is
	// wrong. See Losses.
	Lost []Loss
	// Quote reports that a quotation is not the words of its source.
	Quote bool
}

// CheckError lists every violation of a briefing. It wraps ErrInvented.
type CheckError struct{ Violations []Violation }

func (e *CheckError) Error() string {
	v := e.Violations[0]
	s := fmt.Sprintf("line %s: %s: %s", v.Line, v.Field, v.Why)
	if len(v.Words) > 0 {
		s += fmt.Sprintf(" (%s)", strings.Join(v.Words, ", "))
	}
	if n := len(e.Violations) - 1; n > 0 {
		s += fmt.Sprintf(", and %d more", n)
	}
	return s
}

func (e *CheckError) Unwrap() error { return ErrInvented }

// Check is the referee of the first promise, run before every save and
// export. It refuses a quotation that is not byte for byte in its evidence
// (cuts marked with Cut apart), an extracted line with a word of the
// analyst's that is not shown as edited, and an extracted line whose words
// are not in the order of the source. It refuses a line, edited or not, that
// keeps words of its source and has lost what governs them, as Losses tells:
// an edit may leave out words, but not turn round what they say, unless it
// brings words of the analyst's own and so shows as his. A line left out,
// which is on no page, may have words of the analyst's: put back, it is an
// edited one. The error is a *CheckError, or wraps ErrNotFound if an article
// or a span is not there.
func Check(b Briefing, src Sources) error {
	var all []Violation
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			vs, err := checkLine(s.Kind, l, src)
			if err != nil {
				return err
			}
			all = append(all, vs...)
		}
	}
	if len(all) > 0 {
		return &CheckError{all}
	}
	return nil
}

func checkLine(section SectionKind, l Line, src Sources) ([]Violation, error) {
	switch l.Kind {
	case AnalystLine:
		return nil, nil
	case QuoteLine, ExtractLine:
	default:
		return nil, fmt.Errorf("line %s: unknown kind %q", l.ID, l.Kind)
	}
	if len(l.From) == 0 {
		return []Violation{{Line: l.ID, Field: TextField, Why: "no evidence"}}, nil
	}
	for _, e := range l.From {
		a := src.article(e.Article)
		if a == nil {
			return nil, fmt.Errorf("line %s: article %s: %w", l.ID, e.Article, ErrNotFound)
		}
		if !e.Span.Valid(a.Text) {
			return nil, fmt.Errorf("line %s: span %d–%d of article %s: %w", l.ID, e.Start, e.End, e.Article, ErrNotFound)
		}
	}
	var vs []Violation
	edits := false // the line has words of the analyst's, and shows as edited
	own := l.Status == Edited || l.Status == LeftOut
	spans := l.evidenceWords(src)
	if l.Kind == QuoteLine && !quoted(l, src) {
		words := traceField(l, field{TextField, 0, l.Text}, spans, src)
		vs = append(vs, Violation{Line: l.ID, Field: TextField, Words: yours(words), Why: "not the words of the quotation", Quote: true})
	}
	for _, f := range l.fields() {
		if l.Kind == QuoteLine && f.name == TextField {
			continue
		}
		words := traceField(l, f, spans, src)
		if added := yours(words); len(added) > 0 {
			edits = true
			if !own {
				vs = append(vs, Violation{Line: l.ID, Field: f.name, Words: added, Why: "words that are not in the source"})
			}
			continue
		}
		if own || f.name == SideField || f.name == PartiesField || f.name == ModeField {
			continue
		}
		if !inOrder(words, f.name == TitleField, spans) {
			vs = append(vs, Violation{Line: l.ID, Field: f.name, Why: "words not in the order of the source"})
		}
	}
	if len(vs) == 0 && l.Status != LeftOut && !edits {
		if lost := Losses(section, l, src); len(lost) > 0 {
			vs = append(vs, turned(l.ID, lost))
		}
	}
	return vs, nil
}

// turned is the violation of a line that says another thing than its source.
func turned(id LineID, lost []Loss) Violation {
	v := Violation{Line: id, Field: TextField, Why: "leaves out words that govern what it keeps", Lost: lost}
	for _, l := range lost {
		v.Words = append(v.Words, l.Words)
		if l.Label {
			v.Why = "its label says what its sentence denies"
		}
	}
	return v
}

func yours(words []Word) []string {
	var own []string
	for _, w := range words {
		if w.Class == YoursWord {
			own = append(own, w.Text)
		}
	}
	return own
}

// inOrder reports whether the words follow one another in one span, or in the
// spans put end to end. A side's name that stands elsewhere is exempt.
func inOrder(words []Word, title bool, spans [][]sourceWord) bool {
	for _, w := range words {
		if w.Class == LabelWord || w.Rule == NormSide {
			return true
		}
	}
	for _, span := range append(spans, concat(spans)) {
		if alignGreedy(append([]Word(nil), words...), span, title) == len(words) {
			return true
		}
	}
	return false
}

// quoted reports whether the line's text, cuts apart, stands byte for byte
// and in order in one of its spans, cut only between words.
func quoted(l Line, src Sources) bool {
	pieces := strings.Split(l.Text, Cut)
	for _, e := range l.From {
		if a := src.article(e.Article); a != nil && piecesIn(e.Span.Of(a.Text), pieces) {
			return true
		}
	}
	return false
}

func piecesIn(text string, pieces []string) bool {
	from, some := 0, false
	for _, p := range pieces {
		p = strings.TrimSpace(p)
		if p == "" {
			continue
		}
		at := -1
		for from <= len(text) {
			i := strings.Index(text[from:], p)
			if i < 0 {
				return false
			}
			i += from
			if !splitsWord(text, i) && !splitsWord(text, i+len(p)) {
				at = i
				break
			}
			_, size := utf8.DecodeRuneInString(text[i:])
			from = i + size
		}
		if at < 0 {
			return false
		}
		from, some = at+len(p), true
	}
	return some
}

// splitsWord reports whether offset i lies inside a word of text.
func splitsWord(text string, i int) bool {
	return wordRuneBefore(text, i) && wordRuneAfter(text, i)
}

func wordRuneBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return wordRune(r)
}

func wordRuneAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return wordRune(r)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}
