package story

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
)

// This part of the quotation stage finds words that are somebody's without any
// marks:
//
//	ROE: We go on. ¶ LEE: How long? ¶ ROE: Until June.     turns of a transcript
//	> We go on.   ¶ The words are those of Ann Roe.         a paragraph set apart
//	How long? ¶ Until June. ¶ And then? ¶ We shall see.     questions as headings
//
// It does not take "Q:" and "A:" for names, nor a label that stands only once,
// nor what somebody asks whose label says that they ask.

// leastTurns is the least number of turns that make a transcript.
const leastTurns = 3

// findTurns adds the turns of a transcript and the paragraphs that are set
// apart as quotations, where no marks have found any.
func findTurns(d *Document) {
	type turn struct {
		label string
		q     Quotation
	}
	var turns []turn
	var apart []Quotation
	labels := map[string]int{}
	next := 0
	for i, p := range d.Paragraphs {
		for next < len(d.Quotations) && d.Quotations[next].Outer.End <= p.Start {
			next++
		}
		marked := next < len(d.Quotations) && d.Quotations[next].Outer.Start < p.End
		text := p.Of(d.Text)
		switch {
		case p.Kind == briefing.Body:
			label := turnLabel(text)
			if label == "" {
				continue
			}
			labels[label]++
			if whole := marked && d.Quotations[next].Outer.Start <= p.Start+len(label)+2; !whole {
				turns = append(turns, turn{label, unmarked(d.Text, p.Start+len(label)+1, p.End, i)})
			}
		case p.Kind == briefing.Quotation && !marked && !(i > 0 && d.Paragraphs[i-1].Kind == briefing.Quotation && SignatureLine(text)):
			if q := unmarked(d.Text, p.Start, p.End, i); q.Words >= LeastWords && !strings.HasPrefix(text, "—") && !strings.HasPrefix(text, "–") && !strings.HasPrefix(text, "-") {
				q.Apart = true
				apart = append(apart, q)
			}
		}
	}
	again := false
	for _, t := range turns {
		again = again || labels[t.label] > 1
	}
	if len(turns) >= leastTurns && len(labels) > 1 && again {
		var spoken []Quotation
		var asked []briefing.Span
		for _, t := range turns {
			switch {
			case t.q.Words == 0:
			case asks(t.label):
				asked = append(asked, t.q.Span)
			default:
				spoken = append(spoken, t.q)
			}
		}
		d.Quotations = slices.DeleteFunc(d.Quotations, func(q Quotation) bool {
			return slices.ContainsFunc(asked, func(a briefing.Span) bool { return a.Start <= q.Start && q.End <= a.End })
		})
		// What a turn quotes in turn is part of its words.
		k := 0
		d.Quotations = slices.DeleteFunc(d.Quotations, func(q Quotation) bool {
			for k < len(spoken) && spoken[k].End <= q.Start {
				k++
			}
			return k < len(spoken) && q.Outer.Start < spoken[k].End && spoken[k].Start < q.Outer.End
		})
		apart = append(apart, spoken...)
	}
	apart = append(apart, findAnswers(d)...)
	if len(apart) > 0 {
		d.Quotations = append(d.Quotations, apart...)
		slices.SortStableFunc(d.Quotations, func(a, b Quotation) int { return a.Start - b.Start })
	}
}

// unmarked returns the quotation of text[from:to], without the space around
// it and the sign that some formats put before a quoted line.
func unmarked(text string, from, to, paragraph int) Quotation {
	for from < to && (unicode.IsSpace(rune(text[from])) || text[from] == '>') {
		from++
	}
	for to > from && unicode.IsSpace(rune(text[to-1])) {
		to--
	}
	s := briefing.Span{Start: from, End: to}
	return Quotation{Span: s, Outer: s, Words: CountWords(s.Of(text)), First: paragraph, Last: paragraph}
}

// longestLabel is the length in bytes of the longest label of a turn.
const longestLabel = 40

// turnLabel returns the label of a turn, "PRESIDENT ROE", or "".
func turnLabel(text string) string {
	k := strings.IndexByte(text[:min(len(text), longestLabel)], ':')
	if k < 2 || k+1 >= len(text) || text[k+1] != ' ' {
		return ""
	}
	letters := 0
	for _, r := range text[:k] {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == ' ' || r == '.' || r == '-' || r == '\'' || r == '’':
		default:
			return ""
		}
	}
	if letters < 2 {
		return ""
	}
	return text[:k]
}

var askers = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, row := range lexicon.Rows("askers") {
		all[row[0]] = true
	}
	return all
})

// asks reports whether a label says that its turns are questions.
func asks(label string) bool {
	label = strings.ToLower(strings.TrimRight(label, " 0123456789."))
	return askers()[label]
}

// SignatureLine reports whether a line only names whoever is quoted above it:
// "Leo Marr, mayor of Pell".
func SignatureLine(line string) bool {
	const most = 90 // bytes
	line = strings.TrimLeft(line, "—–-― ")
	if len(line) > most || strings.ContainsAny(line, "“”\"?!") || strings.HasSuffix(line, ".") {
		return false
	}
	name, _, _ := strings.Cut(line, ",")
	parts := strings.Fields(name)
	if len(parts) < 2 || len(parts) > 6 {
		return false
	}
	for _, w := range parts {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && len(w) > 3 {
			return false
		}
	}
	return true
}
