package story

import (
	"strings"

	"example.org/attache/briefing"
)

// This part of the quotation stage reads an interview that prints the
// questions as headings and the answers without marks. All of an answer is the
// words of the one who is interviewed: the only person named above the first
// question, or the only one of them in the title.

// leastQuestions is the least number of questions that make an interview.
const leastQuestions = 3

// findAnswers returns the paragraphs that answer questions, if the article is
// an interview.
func findAnswers(d *Document) []Quotation {
	var answers []Quotation
	questions, open := 0, false
	for i, p := range d.Paragraphs {
		text := p.Of(d.Text)
		switch {
		case p.Kind == briefing.Heading:
			if open = strings.HasSuffix(text, "?"); open {
				questions++
			}
		case p.Kind == briefing.Body && open:
			q := unmarked(d.Text, p.Start, p.End, i)
			q.Apart, q.Answer = true, true
			answers = append(answers, q)
		}
	}
	if questions < leastQuestions {
		return nil
	}
	kept := answers[:0]
	for _, q := range answers {
		if !overlaps(d.Quotations, q.Span) { // a paragraph with marks tells who speaks
			kept = append(kept, q)
		}
	}
	return kept
}

func overlaps(all []Quotation, s briefing.Span) bool {
	for _, q := range all {
		if q.Outer.Start < s.End && s.Start < q.Outer.End {
			return true
		}
	}
	return false
}
