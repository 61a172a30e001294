package extract

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
func findAnswers(d *document) []quotation {
	var answers []quotation
	questions, open := 0, false
	for i, p := range d.paragraphs {
		text := p.Of(d.text)
		switch {
		case p.Kind == briefing.Heading:
			if open = strings.HasSuffix(text, "?"); open {
				questions++
			}
		case p.Kind == briefing.Body && open:
			q := unmarked(d.text, p.Start, p.End, i)
			q.apart, q.answer = true, true
			answers = append(answers, q)
		}
	}
	if questions < leastQuestions {
		return nil
	}
	kept := answers[:0]
	for _, q := range answers {
		if !overlaps(d.quotations, q.Span) { // a paragraph with marks tells who speaks
			kept = append(kept, q)
		}
	}
	return kept
}

func overlaps(all []quotation, s briefing.Span) bool {
	for _, q := range all {
		if q.Outer.Start < s.End && s.Start < q.Outer.End {
			return true
		}
	}
	return false
}

// interviewed returns who gives the answers of an interview.
func (s *speakers) interviewed() speaker {
	first := len(s.text)
	for _, q := range s.quotations {
		if q.answer {
			first = q.Start
			break
		}
	}
	var all, titled []*mention
	title := strings.ToLower(s.article.Title)
	seen := map[*person]bool{}
	for _, m := range s.mentions {
		if m.person == nil || m.Start >= first || seen[m.person] {
			continue
		}
		seen[m.person] = true
		all = append(all, m)
		if k := m.person.key; len(k) > 0 && strings.Contains(title, strings.ToLower(k[len(k)-1])) {
			titled = append(titled, m)
		}
	}
	if len(all) != 1 {
		all = titled
	}
	if len(all) != 1 {
		return speaker{}
	}
	m := all[0]
	return speaker{person: m.person, text: m.person.name, written: m.Of(s.text), span: m.Span, rule: "quote.answer", reason: "the one who is interviewed", sure: .75}
}

// setOff reports whether quotation n fills a paragraph that is set apart as a
// quotation or a heading: it does not go on from the words before it.
func (s *speakers) setOff(n int) bool {
	q := s.quotations[n]
	p := s.paragraphs[q.first]
	return (p.Kind == briefing.Quotation || p.Kind == briefing.Heading) && q.first == q.last && q.Outer.Start <= p.Start+1 && q.Outer.End+1 >= p.End
}

// matchPulled gives a quotation that is set off, and that nobody signs, to
// whoever speaks the same words elsewhere: editors pull them out of the text.
func (s *speakers) matchPulled() {
	const most = 50 // quotations of an article that are set off
	pulls := 0
	for n := range s.quotations {
		if pulls == most {
			return
		}
		if s.by[n].speaker.text != "" || s.by[n].at == nil || !s.setOff(n) || s.quotations[n].words < leastWords {
			continue
		}
		pulls++
		pulled := bareWords(s.quotations[n].Of(s.text))
		for m := range s.quotations {
			if m != n && s.by[m].speaker.person != nil && strings.Contains(bareWords(s.quotations[m].Of(s.text)), pulled) {
				s.by[n].speaker = s.by[m].speaker.goOn("quote.pulled", .85)
				s.by[n].speaker.reason = "the same words with their speaker elsewhere"
				break
			}
		}
	}
}

// bareWords returns the words of a text in lower case, parted by one blank,
// with one before and behind.
func bareWords(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWordRune(r) }), " ") + " "
}
