package briefing

import (
	"strings"
	"unicode/utf8"
)

// Why says why a word of a line counts as the analyst's own.
type Why string

// The reasons.
const (
	Elsewhere Why = "elsewhere" // an article has it, but not where the line's evidence is
	OtherForm Why = "form"      // the source has the word in another form, which no normalisation covers
	Absent    Why = "absent"    // no article of the briefing has it
)

// Untraced is a word of the analyst's own in a line, and why it is one.
type Untraced struct {
	Word
	Why  Why
	At   Evidence // where the word, or its other form, stands; zero if it is absent
	Form string   // the word as it stands there
}

// WhyYours explains each of a line's words, as Trace classed them, that is the
// analyst's own. It looks in the line's articles and in the others of the
// briefing; the cost is linear in their texts.
func WhyYours(l Line, words []Word, refs []ArticleRef, src Sources) []Untraced {
	var own []Untraced
	for _, w := range words {
		if w.Class == YoursWord && l.Kind != AnalystLine {
			own = append(own, Untraced{Word: w, Why: Absent})
		}
	}
	if len(own) == 0 {
		return nil
	}
	ids := make([]ArticleID, 0, len(l.From)+len(refs))
	for _, e := range l.From {
		ids = append(ids, e.Article)
	}
	for _, r := range refs {
		ids = append(ids, r.ID)
	}
	seen := map[ArticleID]bool{}
	for _, id := range ids {
		a := src.article(id)
		if a == nil || seen[id] {
			continue
		}
		seen[id] = true
		for _, s := range wordSpans(a.Text) {
			word := s.Of(a.Text)
			for i := range own {
				own[i].look(word, Evidence{id, s})
			}
		}
	}
	return own
}

// look notes a word of an article if it explains more than what was found
// before.
func (u *Untraced) look(word string, at Evidence) {
	if u.Why == Elsewhere {
		return
	}
	if _, same := normalised(u.Text, word, u.Field == TitleField, false); same {
		u.Why, u.At, u.Form = Elsewhere, at, word
	} else if u.Why == Absent && sameStem(u.Text, word) {
		u.Why, u.At, u.Form = OtherForm, at, word
	}
}

// sameStem reports whether two words look like forms of one: they begin alike,
// and differ in no more than an ending.
func sameStem(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	short, long := len(a), len(b)
	if short > long {
		short, long = long, short
	}
	need := max(4, short-2)
	if long-short > 3 || short < need {
		return false
	}
	for need < short && !utf8.RuneStart(a[need]) {
		need++
	}
	return utf8.ValidString(a[:need]) && strings.EqualFold(a[:need], b[:need])
}
