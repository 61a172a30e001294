package briefing

// WordClass says where one word of a line comes from.
type WordClass string

// The classes of words.
const (
	SourceWord     WordClass = "source"     // stands in the evidence as it is
	NormalisedWord WordClass = "normalised" // stands there in another form; see Word.Rule
	LabelWord      WordClass = "label"      // fixed words of the template
	YoursWord      WordClass = "yours"      // in no article: the analyst's own
)

// Word is one word of a line and where it comes from.
type Word struct {
	Field string // "text", "title", "side", "speaker", "channel", "parties", "mode", "meeting"
	Span         // in that field's text
	Text  string
	Class WordClass
	Rule  string   // the normalisation, such as "norm.plural-title"
	From  Evidence // where the word stands; zero for label and yours
}

// Sources are what a line is traced against.
type Sources struct {
	// Article returns an article by ID, or nil if it is not at hand.
	Article func(ArticleID) *Article
	// Names returns every form under which a text may name a side: "Mexico"
	// gives "Mexican", "Mexico City" and so on. Nil knows none.
	Names func(side string) []string
}
