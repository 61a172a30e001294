package briefing

import "strings"

// WordClass says where one word of a line comes from.
type WordClass string

// The classes of words.
const (
	SourceWord     WordClass = "source"     // stands in the evidence as it is
	NormalisedWord WordClass = "normalised" // stands there in another form; see Word.Rule
	LabelWord      WordClass = "label"      // fixed words of the template
	YoursWord      WordClass = "yours"      // in no evidence: the analyst's own
)

// EarlierMeeting is the label for people and topics of a meeting before the
// one the briefing is about, where the article gives it no name.
const EarlierMeeting = "earlier meeting"

// The names of a line's fields, as Trace reports them.
const (
	TextField    = "text"
	TitleField   = "title"
	SideField    = "side"
	SpeakerField = "speaker"
	ChannelField = "channel"
	PartiesField = "parties"
	ModeField    = "mode"
	MeetingField = "meeting"
)

// Word is one word of a line and where it comes from.
type Word struct {
	Field string    `json:"field"`
	Index int       `json:"index,omitempty"` // which of the parties; else 0
	Span            // in that field's text
	Text  string    `json:"text"`
	Class WordClass `json:"class"`
	Rule  string    `json:"rule,omitempty"` // the normalisation, such as NormPluralTitle
	From  Evidence  `json:"from,omitzero"`  // where the word stands; zero for label and yours
}

// Sources are what a line is traced against.
type Sources struct {
	// Article returns an article by ID, or nil if it is not at hand.
	Article func(ArticleID) *Article
	// Names returns every form under which a text may name a side: "Mexico"
	// gives "Mexican", "Mexico City" and so on. Nil knows none.
	Names func(side string) []string
}

// Trace classes every word of the line by where it comes from. Words are
// looked up in the line's evidence only, but for sides and parties, which
// may be named anywhere in the same articles. The cost is linear in the
// evidence for each word of the line.
func Trace(l Line, src Sources) []Word {
	var words []Word
	spans := l.evidenceWords(src)
	for _, f := range l.fields() {
		words = append(words, traceField(l, f, spans, src)...)
	}
	return words
}

// field is one string that a line puts on the page.
type field struct {
	name  string
	index int
	text  string
}

func (l Line) fields() []field {
	fs := []field{{TextField, 0, l.Text}, {TitleField, 0, l.Title}, {SideField, 0, l.Side},
		{SpeakerField, 0, l.Speaker}, {ChannelField, 0, l.Channel}}
	for i, p := range l.Parties {
		fs = append(fs, field{PartiesField, i, p})
	}
	fs = append(fs, field{ModeField, 0, l.Mode}, field{MeetingField, 0, l.Meeting})
	kept := fs[:0]
	for _, f := range fs {
		if f.text != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

func traceField(l Line, f field, spans [][]sourceWord, src Sources) []Word {
	words := fieldWords(f)
	switch {
	case l.Kind == AnalystLine && f.name != ModeField:
		return classAll(words, YoursWord)
	case f.name == ModeField, f.name == MeetingField && f.text == EarlierMeeting:
		return classAll(words, LabelWord)
	}
	alignBest(words, f.name == TitleField, spans)
	if f.name == SideField || f.name == PartiesField || f.name == SpeakerField {
		traceSide(words, f, l, src)
	}
	return words
}

func fieldWords(f field) []Word {
	var words []Word
	for _, s := range wordSpans(f.text) {
		words = append(words, Word{Field: f.name, Index: f.index, Span: s, Text: f.text[s.Start:s.End], Class: YoursWord})
	}
	return words
}

func classAll(words []Word, class WordClass) []Word {
	for i := range words {
		words[i].Class = class
	}
	return words
}

// sourceWord is one word of the evidence.
type sourceWord struct {
	text string
	at   Evidence
}

// evidenceWords returns the words of each of the line's spans. For a title
// line the headlines of the articles count too: they are the articles' words
// but stand outside the text, so they have no span.
func (l Line) evidenceWords(src Sources) [][]sourceWord {
	var spans [][]sourceWord
	for _, e := range l.From {
		a := src.article(e.Article)
		if a == nil {
			continue
		}
		text := e.Span.Of(a.Text)
		var ws []sourceWord
		for _, s := range wordSpans(text) {
			at := Evidence{e.Article, Span{e.Start + s.Start, e.Start + s.End}}
			ws = append(ws, sourceWord{text[s.Start:s.End], at})
		}
		spans = append(spans, ws)
	}
	if l.Label != TitleLabel {
		return spans
	}
	for _, e := range l.From {
		if a := src.article(e.Article); a != nil && a.Title != "" {
			var ws []sourceWord
			for _, s := range wordSpans(a.Title) {
				ws = append(ws, sourceWord{a.Title[s.Start:s.End], Evidence{Article: a.ID}})
			}
			spans = append(spans, ws)
		}
	}
	return spans
}

func (src Sources) article(id ArticleID) *Article {
	if src.Article == nil {
		return nil
	}
	return src.Article(id)
}

// alignBest classes words against the one span that explains most of them,
// then looks for what is left in the other spans.
func alignBest(words []Word, title bool, spans [][]sourceWord) {
	best, most := []Word(nil), -1
	for _, span := range append(spans, concat(spans)) {
		try := append([]Word(nil), words...)
		n := align(try, span, title)
		if n > most {
			best, most = try, n
		}
		if n == len(words) {
			break
		}
	}
	copy(words, best)
	for i := range words {
		for _, span := range spans {
			if words[i].Class == YoursWord {
				find(&words[i], span, title, i == 0)
			}
		}
	}
}

func concat(spans [][]sourceWord) []sourceWord {
	var all []sourceWord
	for _, s := range spans {
		all = append(all, s...)
	}
	return all
}

// maxAlign bounds the work of one alignment: words of the line times words of
// the evidence. Beyond it, each word takes the next place it fits.
const maxAlign = 1 << 21

// align finds each word's place in span, in order, as many as can be and in
// runs as long as can be, and returns how many found one.
//
//	line:      Secretary  of  the Navy
//	evidence:  Secretaries of Foreign Affairs … and the Navy
func align(words []Word, span []sourceWord, title bool) int {
	n, m := len(words), len(span)
	if n == 0 || m == 0 {
		return 0
	}
	if n*m > maxAlign {
		return alignGreedy(words, span, title)
	}
	// best[i][j] is the score of words[i:] against span[j:]; run[i][j] the
	// same when words[i] takes span[j].
	const hit, exact, joined = 64, 2, 1
	best := make([]int32, (n+1)*(m+1))
	take := make([]int32, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			k := at(i, j)
			best[k] = max(best[at(i+1, j)], best[at(i, j+1)])
			rule, ok := normalised(words[i].Text, span[j].text, title, i == 0)
			if !ok {
				continue
			}
			s := best[at(i+1, j+1)]
			if t := take[at(i+1, j+1)]; t > 0 && t+joined > s {
				s = t + joined
			}
			s += hit
			if rule == "" {
				s += exact
			}
			take[k] = s
			best[k] = max(best[k], s)
		}
	}
	found := 0
	joinNext := false
	for i, j := 0, 0; i < n && j < m; {
		k := at(i, j)
		switch {
		case take[k] > 0 && (take[k] == best[k] || joinNext):
			settle(&words[i], span[j], title, i == 0)
			found++
			joinNext = i+1 < n && j+1 < m && take[at(i+1, j+1)] > 0 && take[at(i+1, j+1)]+joined > best[at(i+1, j+1)]
			i, j = i+1, j+1
		case best[at(i, j+1)] == best[k]:
			j++
		default:
			i++
		}
	}
	return found
}

func alignGreedy(words []Word, span []sourceWord, title bool) int {
	found, j := 0, 0
	for i := range words {
		for k := j; k < len(span); k++ {
			if settle(&words[i], span[k], title, i == 0) {
				found, j = found+1, k+1
				break
			}
		}
	}
	return found
}

// find classes a word by any place in the span where it stands.
func find(w *Word, span []sourceWord, title, first bool) {
	for _, s := range span {
		if settle(w, s, title, first) {
			return
		}
	}
}

func settle(w *Word, s sourceWord, title, first bool) bool {
	rule, ok := normalised(w.Text, s.text, title, first)
	if !ok {
		return false
	}
	w.Class, w.Rule, w.From = SourceWord, rule, s.at
	if rule != "" {
		w.Class = NormalisedWord
	}
	return true
}

// traceSide looks a side's name up in the whole of the line's articles, as it
// is and in the other forms it is named by.
func traceSide(words []Word, f field, l Line, src Sources) {
	settled := true
	for _, w := range words {
		settled = settled && w.Class != YoursWord
	}
	if settled || len(words) == 0 {
		return
	}
	forms := []string{f.text}
	if src.Names != nil {
		forms = append(forms, src.Names(f.text)...)
	}
	for _, e := range l.From {
		a := src.article(e.Article)
		if a == nil {
			continue
		}
		for n, form := range forms {
			at := indexWord(a.Text, form)
			if at < 0 {
				continue
			}
			for i := range words {
				words[i].From = Evidence{a.ID, Span{at, at + len(form)}}
				words[i].Class, words[i].Rule = SourceWord, ""
				if n > 0 {
					words[i].Class, words[i].Rule = NormalisedWord, NormSide
				}
			}
			return
		}
	}
}

// indexWord returns where phrase stands in text as whole words, or -1.
func indexWord(text, phrase string) int {
	if phrase == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(text[from:], phrase)
		if i < 0 {
			return -1
		}
		i += from
		if !wordRuneBefore(text, i) && !wordRuneAfter(text, i+len(phrase)) {
			return i
		}
		from = i + len(phrase)
	}
}
