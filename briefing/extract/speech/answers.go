package speech

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/story"
)

// interviewed returns who gives the answers of an interview.
func (s *speakers) interviewed() speaker {
	first := len(s.Text)
	for _, q := range s.Quotations {
		if q.Answer {
			first = q.Start
			break
		}
	}
	var all, titled []*mention.Mention
	title := strings.ToLower(s.Article.Title)
	seen := map[*mention.Person]bool{}
	for _, m := range s.Mentions {
		if m.Person == nil || m.Start >= first || seen[m.Person] {
			continue
		}
		seen[m.Person] = true
		all = append(all, m)
		if k := m.Person.Key; len(k) > 0 && strings.Contains(title, strings.ToLower(k[len(k)-1])) {
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
	return speaker{person: m.Person, text: m.Person.Name, written: m.Of(s.Text), span: m.Span, rule: "quote.answer", reason: "the one who is interviewed", sure: .75}
}

// setOff reports whether quotation n fills a paragraph that is set apart as a
// quotation or a heading: it does not go on from the words before it.
func (s *speakers) setOff(n int) bool {
	q := s.Quotations[n]
	p := s.Paragraphs[q.First]
	return (p.Kind == briefing.Quotation || p.Kind == briefing.Heading) && q.First == q.Last && q.Outer.Start <= p.Start+1 && q.Outer.End+1 >= p.End
}

// matchPulled gives a quotation that is set off, and that nobody signs, to
// whoever speaks the same words elsewhere: editors pull them out of the text.
func (s *speakers) matchPulled() {
	const most = 50 // quotations of an article that are set off
	pulls := 0
	for n := range s.Quotations {
		if pulls == most {
			return
		}
		if s.by[n].speaker.text != "" || s.by[n].at == nil || !s.setOff(n) || s.Quotations[n].Words < story.LeastWords {
			continue
		}
		pulls++
		pulled := bareWords(s.Quotations[n].Of(s.Text))
		for m := range s.Quotations {
			if m != n && s.by[m].speaker.person != nil && strings.Contains(bareWords(s.Quotations[m].Of(s.Text)), pulled) {
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
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !story.IsWordRune(r) }), " ") + " "
}
