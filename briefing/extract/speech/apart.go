package speech

import "example.org/attache/briefing/extract/story"

// setApart returns who spoke quotation n, a paragraph set apart: the one that a
// colon before it or the sentence after it names.
func (s *speakers) setApart(n int) speaker {
	p := s.spots[n][0].p
	if before := s.before(p); before != nil && before.is(len(before.pieces)-1, ":") {
		return s.continued(n)
	}
	if p.index+1 >= len(s.passages) {
		return speaker{}
	}
	after := s.passages[p.index+1]
	at := -1
	for k := 0; k < len(after.pieces) && k < 9; k++ {
		switch {
		case k == 0 && after.signatureDash(0), k < 2 && after.is(k, "said", "wrote"):
			at = k + 1
		case after.is(k, "of") && (after.is(k-1, "words", "those") || after.is(k-1, "lines")) && after.is(0, "the", "those", "these", "such", "so"):
			at = k + 1
		}
		if at > 0 {
			break
		}
	}
	if at < 1 && after.paragraph == p.paragraph+1 && story.SignatureLine(s.Paragraphs[after.paragraph].Of(s.Text)) {
		at = 0
	}
	if at < 0 {
		return speaker{}
	}
	f := s.ahead(after, at)
	if f.empty() {
		return speaker{}
	}
	return s.resolve(voice{phrase: f, cue: -1, rule: "quote.signed", sure: .85}, n)
}
