package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// Snippet is a piece of an article's text with the words found.
type Snippet struct {
	Text  string          `json:"text"`
	Marks []briefing.Span `json:"marks"` // of Text, in order
}

const (
	snippetWords = 24
	snippetFirst = 128 // tokens that are looked at first: most texts begin with what they are about
	// snippetLooked is how much of a text is looked through for the words, in
	// bytes: what stands later is found, but not shown.
	snippetLooked = 256 << 10
)

// snipper cuts snippets out of one text after another. What it takes for that
// is used again.
type snipper struct {
	marks  []sought
	text   []byte
	tokens []token
	places []place
}

// of returns the snippet of a packed text.
func (s *snipper) of(packed []byte) (Snippet, error) {
	var err error
	if s.text, err = unpackInto(s.text, packed); err != nil {
		return Snippet{}, err
	}
	return s.cut(string(s.text), snippetFirst), nil
}

// place is where a text has something sought: tokens [from, to).
type place struct{ from, to, sought int }

// cut returns the piece of a text that has most of what is sought, the earliest
// of several. It looks at the first so many tokens, and at further ones if it
// has to: it reads no more of the text than it takes to know.
func (s *snipper) cut(text string, first int) Snippet {
	looked := text
	if len(looked) > snippetLooked {
		looked = strings.ToValidUTF8(looked[:snippetLooked], "")
	}
	c := cutter{text: looked}
	all, places := s.tokens[:0], s.places[:0]
	defer func() { s.tokens, s.places = all, places }()
	done := 0 // tokens before it were looked at
	for size := first; ; size *= 2 {
		more := true
		for more && len(all) < size {
			var t token
			if t, more = c.next(); more {
				all = append(all, t)
			}
		}
		if len(all) == 0 {
			return Snippet{}
		}
		// A phrase that begins further on may not be there in full yet.
		sure := len(all)
		if more {
			sure = max(done, len(all)-reach(s.marks))
		}
		places = placesOf(places, all, done, sure, s.marks)
		done = sure
		at, has := bestWindow(places)
		if !more || has == len(s.marks) && at+snippetWords <= done {
			from := max(0, at-snippetWords/4)
			to := min(len(all), from+snippetWords)
			return cutSnippet(text, all, max(0, min(from, to-snippetWords)), to, places)
		}
	}
}

// reach is how many tokens the longest thing sought may take: each of its
// words may be written as a compound.
func reach(marks []sought) int {
	most := 0
	for _, s := range marks {
		most = max(most, 4*len(s.words))
	}
	return most
}

// placesOf adds the places of the words and phrases sought that begin in the
// tokens [from, to), in the order of the text.
func placesOf(places []place, all []token, from, to int, marks []sought) []place {
	for i := from; i < to; i++ {
		for k := range marks {
			if n := marks[k].at(all, i); n > 0 {
				places = append(places, place{i, i + n, k})
			}
		}
	}
	return places
}

// at returns how many tokens what is sought takes at a place, 0 if it is not
// there.
func (s *sought) at(all []token, i int) int {
	if s.isAcronym() && !s.prefix {
		if all[i].acronym && all[i].word == s.words[0].word {
			return 1
		}
		return 0
	}
	for _, row := range s.rows {
		if n := s.rowAt(row, all, i); n > 0 {
			return n
		}
	}
	return 0
}

// rowAt compares a row of words with the tokens at a place, where a compound
// may stand for one word.
func (s *sought) rowAt(row []string, all []token, i int) int {
	from := i
	for k, word := range row {
		if i >= len(all) {
			return 0
		}
		begun := s.prefix && k == len(row)-1
		switch t := &all[i]; {
		case t.word == word || begun && strings.HasPrefix(t.word, word):
			i++
		case t.compound != "" && (t.compound == word || begun && strings.HasPrefix(t.compound, word)):
			i += t.parts
		default:
			return 0
		}
	}
	return i - from
}

// bestWindow returns the token from which most different things sought stand
// in a snippet's length, and how many.
func bestWindow(places []place) (best, most int) {
	for i, p := range places {
		seen := map[int]bool{}
		for _, q := range places[i:] {
			if q.to > p.from+snippetWords {
				break
			}
			seen[q.sought] = true
		}
		if len(seen) > most {
			best, most = p.from, len(seen)
		}
		if i > 200 { // enough of a long text
			break
		}
	}
	return best, most
}

// cutSnippet cuts the tokens out of the text and puts them on one line.
func cutSnippet(text string, all []token, from, to int, places []place) Snippet {
	start, end := 0, len(text)
	if from > 0 {
		start = leading(text, all[from].Start)
	}
	if to < len(all) {
		end = all[to-1].End
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	var s Snippet
	at := start
	write := func(until int) {
		for _, r := range text[at:until] {
			if unicode.IsSpace(r) || unicode.IsControl(r) {
				r = ' '
			}
			b.WriteRune(r)
		}
		at = until
	}
	for _, span := range spansOf(text, all, places) {
		if span.Start < at || span.End > end {
			continue
		}
		write(span.Start)
		open := b.Len()
		write(span.End)
		s.Marks = append(s.Marks, briefing.Span{Start: open, End: b.Len()})
	}
	if to == len(all) {
		end = at + len(strings.TrimRightFunc(text[at:min(len(text), at+200)], unicode.IsSpace))
	}
	write(max(at, end))
	if to < len(all) {
		b.WriteString("…")
	}
	s.Text = b.String()
	return s
}

// leading returns where what opens before a word begins: its bracket or
// quotation mark.
func leading(text string, at int) int {
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:at])
		if !strings.ContainsRune(`"“„«‘'([`, r) {
			break
		}
		at -= n
	}
	return at
}

// spansOf returns what to mark: each place, or its words one by one if a
// bracket or quotation mark stands between them, which a mark over all would
// cut in two: "[arms] ([trafficking])", not "[arms (trafficking])".
func spansOf(text string, all []token, places []place) []briefing.Span {
	var spans []briefing.Span
	add := func(s briefing.Span) {
		if n := len(spans); n > 0 && spans[n-1].End >= s.End {
			return // of a place before
		} else if n > 0 && spans[n-1].End > s.Start {
			spans[n-1].End = s.End
			return
		}
		spans = append(spans, s)
	}
	for _, p := range places {
		whole := briefing.Span{Start: all[p.from].Start, End: all[p.to-1].End}
		if !strings.ContainsAny(whole.Of(text), `()[]{}"“”„«»`) {
			add(whole)
			continue
		}
		for _, t := range all[p.from:p.to] {
			add(t.Span)
		}
	}
	return spans
}
