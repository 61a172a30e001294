package extract

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
)

// kinds makes an article of lines "kind: text".
func kinds(title string, lines ...string) *briefing.Article {
	a := &briefing.Article{Title: title}
	var b strings.Builder
	for _, line := range lines {
		kind, text, _ := strings.Cut(line, ": ")
		start := b.Len()
		b.WriteString(text)
		a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: start, End: b.Len()}, Kind: briefing.ParagraphKind(kind)})
		b.WriteString("\n\n")
	}
	a.Text = b.String()
	return a
}

// TestUnmarkedSpeech checks who says what is set apart: answers of an
// interview, pulled quotations, turns of a transcript.
func TestUnmarkedSpeech(t *testing.T) {
	said := []string{"body: The mayor of Pell, Leo Marr, walked with the envoys. “It is no border here, it is a wall with a flag on it,” Mr Marr said."}
	interview := []string{"heading: Minister, when will the lock open?", "body: In March. We have agreed on the date, and on who will stand there.", "heading: Who pays for it?",
		"body: The bank of both countries will lend us the money.", "heading: And the farmers?", "body: We will hear them in April, every one of them."}
	for _, tt := range []struct {
		name string
		a    *briefing.Article
		want map[string]string // speaker by words; "-": no quotation
	}{
		{"interview", kinds("Karl Berg on the lock", append([]string{"body: The foreign minister of Ruritania, Karl Berg, spoke to us in Strelsau."}, interview...)...),
			map[string]string{"We have agreed on the date": "Karl Berg", "We will hear them in April": "Karl Berg", "Who pays": "-"}},
		{"interview with one of two, as the title says", kinds("Karl Berg on the lock", append([]string{"body: The ministers Karl Berg and Ana Duro met on Monday."}, interview...)...),
			map[string]string{"We have agreed on the date": "Karl Berg"}},
		{"interview with nobody named", kinds("On the lock", append([]string{"body: The ministers Karl Berg and Ana Duro met on Monday."}, interview...)...),
			map[string]string{"We have agreed on the date": "-"}},
		{"pulled out of the text", kinds("", append([]string{"body: Ms Ana Duro was careful. “The date depends on the money,” she said.", "quote: “It is a wall with a flag on it”"}, said...)...),
			map[string]string{"It is a wall with a flag on it": "Leo Marr"}},
		{"signed on the line below", kinds("", "body: Ms Ana Duro was careful. “The date depends on the money,” she said.", "quote: “It is a wall with a flag on it”", "quote: Leo Marr, mayor of Pell", "body: The talks go on."),
			map[string]string{"It is a wall with a flag on it": "Leo Marr", "mayor of Pell": "-"}},
		{"signed by nobody", kinds("", "body: Ms Ana Duro was careful. “The date depends on the money,” she said.", "quote: “It is a wall with a flag on it”", "body: The talks go on."),
			map[string]string{"It is a wall with a flag on it": ""}},
		{"after a colon", kinds("", "body: Ms Ana Duro said:", "quote: “It is a wall with a flag on it.”", "body: The talks go on."),
			map[string]string{"It is a wall with a flag on it": "Ana Duro"}},
		{"transcript", kinds("", "body: Foreign Minister Karl Berg and Foreign Minister Ana Duro met the press.", "body: BERG: Good evening. We have agreed on the date.", "body: QUESTION: Minister Duro, do you agree with that account?", "body: DURO: I agree with the date, and with nothing else.", "body: BERG: We will hear them in April."),
			map[string]string{"We have agreed on the date": "Karl Berg", "do you agree with that account": "-"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			quotes := Extract(tt.a).Quotes
			for words, want := range tt.want {
				got := "-"
				for _, q := range quotes {
					if strings.Contains(q.Text, words) {
						got = q.Speaker
					}
				}
				if got != want {
					t.Errorf("%q is said by %q, want %q; quotations %v", words, got, want, quotes)
				}
			}
		})
	}
}
