package lang

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// tagger is prose's tagger alone: its entity recogniser is wrong too often to
// be of use, and costs five times as much.
//
// Loading takes some 100 ms, so it waits until a rule asks for a tag.
var tagger = sync.OnceValue(func() (m *prose.Model) {
	defer func() {
		if recover() != nil {
			m = nil
		}
	}()
	doc, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return doc.Model
})

// tag returns one Penn tag per token. Prose has a tokeniser of its own, keeps
// no offsets and drops text in places, so it is handed a plain shadow of the
// tokens and its answer is laid beside them one to one; a token for which
// there is no answer is tagged by its shape.
func tag(tokens []Token) (tags []string) {
	tags = make([]string, len(tokens))
	defer func() {
		if recover() != nil { // prose panics on some odd input; shapes still stand
			byShape(tokens, tags)
		}
	}()
	model := tagger()
	if model == nil || len(tokens) > maxTokens {
		byShape(tokens, tags)
		return tags
	}
	shadow := make([]string, len(tokens))
	for i, t := range tokens {
		shadow[i] = plain(t.Text)
	}
	doc, err := prose.NewDocument(strings.Join(shadow, " "), prose.UsingModel(model),
		prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		byShape(tokens, tags)
		return tags
	}
	align(shadow, doc.Tokens(), tags)
	byShape(tokens, tags)
	return tags
}

// align copies the tags of got to the shadow words they belong to. Where the
// two part, it looks a few words ahead on either side for the next word on
// which they agree.
func align(shadow []string, got []prose.Token, tags []string) {
	const ahead = 4
	i, j := 0, 0
	for i < len(shadow) && j < len(got) {
		if shadow[i] == got[j].Text {
			tags[i] = got[j].Tag
			i, j = i+1, j+1
			continue
		}
		di, dj := 1, 1
	search:
		for sum := 1; sum <= 2*ahead; sum++ {
			for a := 0; a <= sum; a++ {
				if i+a < len(shadow) && j+sum-a < len(got) && shadow[i+a] == got[j+sum-a].Text {
					di, dj = a, sum-a
					break search
				}
			}
		}
		i, j = i+di, j+dj
	}
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "—", "-", "–", "-")

// plain returns a word as prose knows it.
func plain(word string) string {
	word = straight.Replace(word)
	for _, r := range word {
		if unicode.IsSpace(r) || r == utf8.RuneError {
			return "x"
		}
	}
	return word
}

// byShape fills the tags that are still empty.
func byShape(tokens []Token, tags []string) {
	for i, t := range tokens {
		if tags[i] != "" {
			continue
		}
		switch {
		case t.Kind == Clitic:
			tags[i] = "POS"
		case t.Kind == Number:
			tags[i] = "CD"
		case t.Kind == Punct:
			tags[i] = "."
			if t.Text == "," {
				tags[i] = ","
			}
		case t.Capital():
			tags[i] = "NNP"
		case strings.HasSuffix(t.Lower, "ly"):
			tags[i] = "RB"
		case strings.HasSuffix(t.Lower, "ing"):
			tags[i] = "VBG"
		case strings.HasSuffix(t.Lower, "ed"):
			tags[i] = "VBD"
		case strings.HasSuffix(t.Lower, "s"):
			tags[i] = "NNS"
		default:
			tags[i] = "NN"
		}
	}
}
