package briefing

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split makes two lines of one, cut at byte at of w.Text: the words before it
// stay, those after it become the next line, with the same evidence. w is the
// line's wording as it is in an editor, or its own. The cut falls between
// words: at is moved back to the beginning of a word it lies in. A quotation
// may be cut in two, byte for byte. It fails with ErrNoPlace if one side would
// be empty, and with ErrWhole if the line is no text: a member of a
// delegation, or a line with a label.
func (b Briefing) Split(id LineID, w Wording, at int) (Edit, error) {
	const name = "Split Line"
	l, section, i, ok := b.Find(id)
	if !ok {
		return Edit{}, fmt.Errorf("split line %s: %w", id, ErrNotFound)
	}
	if section == DelegationsSection || l.Label != "" {
		return Edit{}, fmt.Errorf("split line %s: %w", id, ErrWhole)
	}
	before, after := cutBetween(w.Text, at)
	if l.Kind == QuoteLine {
		before, after = trimCut(before), trimCut(after)
	} else {
		before = strings.TrimRight(before, " ,;–—")
		after = lineCapital(strings.TrimLeft(after, " ,;–—"))
	}
	if len(wordSpans(before)) == 0 || len(wordSpans(after)) == 0 {
		return Edit{}, fmt.Errorf("split line %s at %d: %w", id, at, ErrNoPlace)
	}
	first, second := w, w
	first.Text, second.Text = before, after
	second.Parties = slices.Clone(w.Parties)
	step, err := b.Reword(id, first)
	if err != nil {
		return Edit{}, err
	}
	rest := step.Line.clone()
	rest.ID, rest.Wording = b.OwnID(), second
	return Edit{Op: Batch, Name: name, Edits: []Edit{step,
		{Op: InsertLine, Name: name, Section: section, Index: i + 1, Line: &rest}}}, nil
}

// cutBetween cuts s at the beginning of a word, at byte at or the nearest
// before it.
func cutBetween(s string, at int) (before, after string) {
	at = clamp(at, len(s))
	if at < len(s) && !unicode.IsSpace(rune(s[at])) {
		at = strings.LastIndexFunc(s[:at], unicode.IsSpace) + 1
	}
	return strings.TrimSpace(s[:at]), strings.TrimSpace(s[at:])
}

// trimCut takes the marks of a cut off the ends of a quotation.
func trimCut(s string) string {
	for {
		t := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), Cut), Cut))
		if t == s {
			return s
		}
		s = t
	}
}

// lineCapital begins a line with a capital (NormLineCapital), unless its first
// word has one elsewhere, as "iPhone" and "al-Sadr" do.
func lineCapital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if s == "" || strings.ContainsFunc(first, unicode.IsUpper) {
		return s
	}
	return capitalised(s)
}

// MergeNext makes one line of the line and the next in its section: the words
// of both, and the evidence of both. It fails with ErrQuote if one is a
// quotation, which would no longer be anybody's words; with ErrNoNext if there
// is none after it; with ErrWhole as Split does; and with ErrUnlike if the two
// do not say the same of who, to whom and how, or if one is the analyst's own
// and the other is not: the difference would be lost.
func (b Briefing) MergeNext(id LineID, src Sources) (Edit, error) {
	const name = "Merge with Next"
	l, section, i, ok := b.Find(id)
	if !ok {
		return Edit{}, fmt.Errorf("merge line %s: %w", id, ErrNotFound)
	}
	fail := func(err error) (Edit, error) {
		return Edit{}, fmt.Errorf("merge line %s with the next: %w", id, err)
	}
	lines := b.Section(section).Lines
	if i+1 >= len(lines) {
		return fail(ErrNoNext)
	}
	next := lines[i+1]
	switch {
	case l.Kind == QuoteLine || next.Kind == QuoteLine:
		return fail(ErrQuote)
	case section == DelegationsSection || l.Label != "" || next.Label != "":
		return fail(ErrWhole)
	case l.Locked || next.Locked:
		return fail(ErrLocked)
	case l.Kind != next.Kind || !sameButText(l.Wording, next.Wording) || l.Marking != next.Marking:
		return fail(ErrUnlike)
	}
	w := l.Wording
	w.Text = joined(l.Text, withoutLineCapital(next, src))
	step, err := b.Reword(id, w)
	if err != nil {
		return Edit{}, err
	}
	step.Name = name
	step.Line.From = distinctEvidence(append(step.Line.From, next.From...))
	step.Line.Rank = max(l.Rank, next.Rank)
	step.Line.Pinned = l.Pinned || next.Pinned
	return Edit{Op: Batch, Name: name, Edits: []Edit{step, {Op: DeleteLine, Name: name, Target: next.ID}}}, nil
}

// sameButText reports whether w and v differ in nothing but their text.
func sameButText(w, v Wording) bool {
	w.Text, v.Text = "", ""
	return w.Equal(v)
}

// joined puts two texts into one: a sentence after a sentence, anything else
// after a semicolon.
func joined(a, b string) string {
	a = strings.TrimRight(a, " ,;")
	if r, _ := utf8.DecodeLastRuneInString(a); strings.ContainsRune(".!?…”", r) {
		return a + " " + b
	}
	return a + "; " + b
}

// withoutLineCapital is the line's text with its first word as the source has
// it: in the middle of a line nothing capitalises it. What counts is the word
// before the second one's place: "The" may stand elsewhere as well.
func withoutLineCapital(l Line, src Sources) string {
	var words []Word
	for _, w := range Trace(l, src) {
		if w.Field == TextField {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return l.Text
	}
	first := words[0]
	if len(words) > 1 {
		if before, ok := wordBefore(words[1].From, src); ok && capitalised(before) == first.Text {
			return l.Text[:first.Start] + before + l.Text[first.End:]
		}
	}
	if a := src.article(first.From.Article); a != nil && first.Rule == NormLineCapital && first.From.Span.Valid(a.Text) {
		return l.Text[:first.Start] + first.From.Span.Of(a.Text) + l.Text[first.End:]
	}
	return l.Text
}

// wordBefore returns the word that stands before a place, a space between.
func wordBefore(e Evidence, src Sources) (string, bool) {
	a := src.article(e.Article)
	if a == nil || !e.Span.Valid(a.Text) {
		return "", false
	}
	before, spaced := strings.CutSuffix(a.Text[max(0, e.Start-64):e.Start], " ")
	words := wordSpans(before)
	if !spaced || len(words) == 0 || words[len(words)-1].End != len(before) {
		return "", false
	}
	return words[len(words)-1].Of(before), true
}

func distinctEvidence(from []Evidence) []Evidence {
	var out []Evidence
	for _, e := range from {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}
