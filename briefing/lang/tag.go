package lang

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// tagger is prose's tagger of parts of speech: an averaged perceptron, which
// gives a word the tag that the words and tags around it speak for most.
//
// Prose tags whole documents only, by a tokeniser of its own that drops words,
// and each word takes it some 15 µs: its weights are maps of maps, and where two
// tags weigh the same, the order of a map decides. So the weights are taken from
// its model, where they have no name for others, and added up here, a word at a
// time.
type tagger struct {
	frequent map[string]string // the tag of words that have always the same
	tags     []string
	all      reflect.Value // prose's weights: by feature, then by tag

	mu   sync.Mutex          // of what follows
	read map[string][]weight // those that were asked for; to read all would double the time of loading
	sums []float64           // by tag
	name []byte              // of a feature
}

// weight is how much a feature speaks for a tag.
type weight struct {
	tag int // in tagger.tags
	of  float64
}

// loadTagger returns the tagger, nil if there is none in prose's model. It takes
// some 100 ms, so it waits until a rule asks for a tag.
var loadTagger = sync.OnceValue(func() (t *tagger) {
	defer func() {
		if recover() != nil {
			t = nil // no such field: another prose; a test sees to it that this is not one
		}
	}()
	doc, err := prose.NewDocument("a", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	model := reflect.ValueOf(doc.Model).Elem().FieldByName("tagger").Elem().FieldByName("model").Elem()
	t = &tagger{frequent: map[string]string{}, all: model.FieldByName("weights"), read: map[string][]weight{}}
	for i := range model.FieldByName("classes").Len() {
		t.tags = append(t.tags, model.FieldByName("classes").Index(i).String())
	}
	slices.Sort(t.tags)
	t.sums = make([]float64, len(t.tags))
	for words := model.FieldByName("tagMap").MapRange(); words.Next(); {
		t.frequent[words.Key().String()] = words.Value().String()
	}
	return t
})

// tag returns the likeliest tag of a word between two on either side, of which
// those before it have the tags before.
func (t *tagger) tag(word string, around [5]string, before [2]string) string {
	const at = 2
	t.mu.Lock()
	defer t.mu.Unlock()
	clear(t.sums)
	t.add("bias")
	t.add("i suffix", ending(word))
	t.add("i pref1", string(rune(word[0])))
	t.add("i-1 tag", before[1])
	t.add("i-2 tag", before[0])
	t.add("i tag+i-2 tag", before[1], before[0])
	t.add("i word", around[at])
	t.add("i-1 tag+i word", before[1], around[at])
	t.add("i-1 word", around[at-1])
	t.add("i-1 suffix", ending(around[at-1]))
	t.add("i-2 word", around[at-2])
	t.add("i+1 word", around[at+1])
	t.add("i+1 suffix", ending(around[at+1]))
	t.add("i+2 word", around[at+2])
	best := 0
	for k, sum := range t.sums {
		if sum > t.sums[best] {
			best = k
		}
	}
	return t.tags[best]
}

// add adds to the sums what a feature speaks for, named by its parts.
func (t *tagger) add(parts ...string) {
	t.name = t.name[:0]
	for i, p := range parts {
		if i > 0 {
			t.name = append(t.name, ' ')
		}
		t.name = append(t.name, p...)
	}
	weights, ok := t.read[string(t.name)]
	if !ok {
		weights = t.weights(string(t.name))
	}
	for _, w := range weights {
		t.sums[w.tag] += w.of
	}
}

// weights reads the weights of a feature out of prose's model, and keeps those of
// a feature that is in it: most of a text are not.
func (t *tagger) weights(feature string) (out []weight) {
	found := t.all.MapIndex(reflect.ValueOf(feature))
	if !found.IsValid() {
		return nil
	}
	for tags := found.MapRange(); tags.Next(); {
		if k, ok := slices.BinarySearch(t.tags, tags.Key().String()); ok {
			out = append(out, weight{k, tags.Value().Float()})
		}
	}
	t.read[feature] = out
	return out
}

// ending returns the last three bytes of a word.
func ending(word string) string { return word[max(0, len(word)-3):] }

// normal returns a word as the features of the model name it.
func normal(word string) string {
	switch digit := word[0] >= '0' && word[0] <= '9'; {
	case strings.Contains(word, "-") && word[0] != '-':
		return "!HYPHEN"
	case digit && len(word) == 4 && strings.Trim(word, "0123456789") == "":
		return "!YEAR"
	case digit:
		return "!DIGITS"
	}
	return strings.ToLower(word)
}

// The words and tags that the model sees before a sentence and behind it.
var (
	start = [2]string{"-START-", "-START2-"}
	end   = [2]string{"-END-", "-END2-"}
)

// tagAt returns the tag of token i, which may be one of the two that stand before
// every sentence. It looks at no more of the sentence than it needs to: the tags
// before hang on those before them, as far as a word that has always the same.
func (s *Sentence) tagAt(i int) string {
	if i < 0 {
		return start[-i-1]
	}
	if s.tags[i] == "" {
		s.tags[i] = s.findTag(i)
	}
	return s.tags[i]
}

func (s *Sentence) findTag(i int) string {
	t, word := loadTagger(), plain(s.Tokens[i].Text)
	switch {
	case t == nil, address(word):
		return byShape(s.Tokens[i])
	case word == "-":
		return word
	case t.frequent[word] != "":
		return t.frequent[word]
	}
	return t.tag(word, s.around(i), [2]string{s.tagAt(i - 2), s.tagAt(i - 1)})
}

// around returns token i and two on either side, as the model names them.
func (s *Sentence) around(i int) (words [5]string) {
	for k := range words {
		switch at := i + k - 2; {
		case at < 0:
			words[k] = start[at+2]
		case at >= len(s.Tokens):
			words[k] = end[at-len(s.Tokens)]
		default:
			words[k] = normal(plain(s.Tokens[at].Text))
		}
	}
	return words
}

// address reports whether a word is one of machines: "mill.example", "a@mill.example".
func address(word string) bool {
	name := strings.TrimRight(word, `!()[]{};:'".,<>?`)
	for k := 1; k+2 < len(name); k++ {
		if before := name[k-1]; name[k] == '.' && ('a' <= before && before <= 'z' || '0' <= before && before <= '9' || before == '.' || before == '-') {
			return true
		}
	}
	return strings.Contains(word, "@")
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

// byShape returns the tag of a token by its looks alone.
func byShape(t Token) string {
	switch {
	case t.Kind == Clitic:
		return "POS"
	case t.Kind == Number:
		return "CD"
	case t.Text == ",":
		return ","
	case t.Kind == Punct:
		return "."
	case t.Capital():
		return "NNP"
	case strings.HasSuffix(t.Lower, "ly"):
		return "RB"
	case strings.HasSuffix(t.Lower, "ing"):
		return "VBG"
	case strings.HasSuffix(t.Lower, "ed"):
		return "VBD"
	case strings.HasSuffix(t.Lower, "s"):
		return "NNS"
	}
	return "NN"
}
