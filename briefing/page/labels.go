package page

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"example.org/attache/assets"
	"example.org/attache/briefing"
)

// languages are the languages that labels come in, as BCP 47 tags.
// The first is the default.
var languages = [...]string{"en", "es", "fr"}

// Languages returns the languages that labels come in, the default first.
func Languages() []string { return slices.Clone(languages[:]) }

// Labels are the fixed words of a page in one language: everything that is
// printed and is neither a line nor a source. Texts are in the case of a
// sentence; a heading may be set in capitals. Maps must not be changed.
type Labels struct {
	Language string // BCP 47: "en", "es" or "fr"

	Untitled   string // headline of a briefing without a title
	Title      string
	When       string
	Where      string
	Account    string
	PreparedBy string
	AsOf       string

	Sections map[briefing.SectionKind]string // headings
	Sources  string
	Source   string
	Evidence string // heading of the annex
	Back     string // link from the annex to the line

	Head     string            // head of a delegation
	Comment  string            // before the analyst's own words
	NoSide   string            // side of a member that has none
	Earlier  string            // sets an earlier meeting apart
	Statuses map[string]string // words for AgreementStatus and PositionMode

	Suggested    string // marks of lines, by status
	Edited       string
	Conflict     string
	Stale        string
	Analyst      string
	AllSuggested string // note when no line on the page has been checked

	PageOf      string // "Page 1 of 1"
	HeldOne     string // "1 further line on file"
	HeldMany    string // "%d further lines on file"
	MoreSources string // "and %d more"
	Origins     string // "%d articles, %d origins": copies are not confirmation
	OneOrigin   string // several articles, all copies of one
	OneSideOnly string // "one side only: %s"
	SameOrigin  string // "same origin as %d"
	Undated     string // of a source without a date
	NoDay       string // of a day that is told in an article without a date
	Untold      string // of a source that gives neither title nor outlet
	Computed    string // of a date worked out from the article's date
	Saved       string // before the day a source was saved
	Method      string // one sentence on how lines were made

	text map[string]string
}

// LabelsFor returns the labels in lang, a BCP 47 tag such as "es" or "es-MX".
// A language that labels do not come in gives English.
func LabelsFor(lang string) Labels {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	i := max(0, slices.Index(languages[:], base))
	return allLabels()[i]
}

var allLabels = sync.OnceValue(func() []Labels {
	all := make([]Labels, len(languages))
	for i, lang := range languages {
		l, err := readLabels(lang)
		if err != nil {
			panic(err) // embedded, and checked by a test
		}
		all[i] = l
	}
	return all
})

func readLabels(lang string) (Labels, error) {
	name := "labels/" + lang + ".tsv"
	data, err := assets.Labels.ReadFile(name)
	if err != nil {
		return Labels{}, err
	}
	text := map[string]string{}
	for i, row := range strings.Split(string(data), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(row, "\t")
		if _, twice := text[key]; !ok || twice || value == "" {
			return Labels{}, fmt.Errorf("%s:%d: want a key of its own, a tab and a text", name, i+1)
		}
		text[key] = value
	}
	sections := map[briefing.SectionKind]string{}
	for _, k := range briefing.SectionKinds {
		sections[k] = text["section."+string(k)]
	}
	statuses := map[string]string{}
	for key, value := range text {
		if mode, ok := strings.CutPrefix(key, "mode."); ok {
			statuses[mode] = value
		}
	}
	return Labels{
		Language: lang,
		Untitled: text["untitled"], Title: text["title"],
		When: text["when"], Where: text["where"], Account: text["account"],
		PreparedBy: text["prepared-by"], AsOf: text["as-of"],
		Sections: sections, Sources: text["sources"], Source: text["source"],
		Evidence: text["evidence"], Back: text["back"],
		Head: text["head"], Comment: text["comment"], NoSide: text["no-side"],
		Earlier: text["earlier-meeting"], Statuses: statuses,
		Suggested: text["suggested"], Edited: text["edited"], Conflict: text["conflict"],
		Stale: text["stale"], Analyst: text["analyst"], AllSuggested: text["all-suggested"],
		PageOf: text["page-of"], HeldOne: text["held-one"], HeldMany: text["held-many"],
		MoreSources: text["more-sources"], Origins: text["origins"], OneOrigin: text["one-origin"],
		OneSideOnly: text["one-side"], SameOrigin: text["same-origin"],
		Undated: text["undated"], NoDay: text["article-undated"], Untold: text["untold"], Computed: text["computed"],
		Saved: text["saved"], Method: text["method"],
		text: text,
	}, nil
}

// Heading returns the standard heading of a section, or the kind itself for
// one there is no heading for.
func (l Labels) Heading(kind briefing.SectionKind) string {
	return or(l.Sections[kind], string(kind))
}

// SectionHeading returns the heading of s: its own label or the standard one.
func (l Labels) SectionHeading(s briefing.Section) string {
	if s.Label != "" {
		return s.Label
	}
	return l.Heading(s.Kind)
}

// Line returns the words for a Line's Label, such as "When" for "when". A
// label it does not know is returned as it is.
func (l Labels) Line(label string) string {
	switch label {
	case briefing.TitleLabel, briefing.WhenLabel, briefing.WhereLabel, briefing.AccountLabel:
		return l.text[label]
	}
	return label
}

// Mode returns the words for a Wording's Mode: an AgreementStatus, a
// PositionMode, or a day in ISO 8601 that was computed, "5 Dec 2019,
// computed". A mode it does not know is returned as it is.
func (l Labels) Mode(mode string) string {
	if d, err := briefing.ParseISODate(mode); err == nil && d.Known() {
		return l.Date(d) + ", " + l.Computed
	}
	return or(l.Statuses[mode], mode)
}

// ModeOf returns the mode that Mode gives the words for, or the words.
func (l Labels) ModeOf(words string) string {
	if day, ok := strings.CutSuffix(words, ", "+l.Computed); ok {
		if d, ok := l.dateOf(day); ok {
			return d.String()
		}
	}
	for _, mode := range slices.Sorted(maps.Keys(l.Statuses)) {
		if l.Statuses[mode] == words {
			return mode
		}
	}
	return words
}

// dateOf reads what Date returns.
func (l Labels) dateOf(s string) (d briefing.Date, ok bool) {
	for i, part := range slices.Backward(strings.Fields(s)) {
		n, err := strconv.Atoi(part)
		switch {
		case err == nil && d.Year == 0:
			d.Year = n
		case err == nil && d.Month != 0 && i == 0:
			d.Day = n
		case err != nil && d.Year != 0 && d.Month == 0:
			for m := 1; m <= 12; m++ {
				if l.text["month."+strconv.Itoa(m)] == part {
					d.Month = m
				}
			}
		}
	}
	return d, d.Known() && l.Date(d) == s
}

// Note returns what is said of a line of the Meeting section beside its words,
// or "": of a day, the date that was computed for it, or that the articles
// which tell of it give no date to compute it from; of an account, that it is
// one side's only.
func (l Labels) Note(line briefing.Line, articles []briefing.ArticleRef) string {
	switch {
	case line.Label == briefing.AccountLabel && line.Side != "":
		return l.OneSide(line.Side)
	case line.Label != briefing.WhenLabel:
	case line.Mode != "":
		return l.Mode(line.Mode)
	case line.Kind != briefing.AnalystLine && !statesYear(line.Text) && undated(line, articles):
		return l.NoDay
	}
	return ""
}

// undated reports whether the line is told by articles without a date only.
func undated(line briefing.Line, articles []briefing.ArticleRef) bool {
	told := false
	for _, a := range articles {
		if slices.ContainsFunc(line.From, func(e briefing.Evidence) bool { return e.Article == a.ID }) {
			if a.Published.Known() {
				return false
			}
			told = true
		}
	}
	return told
}

// statesYear reports whether text has a number of four digits.
func statesYear(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) }),
		func(n string) bool { return len(n) == 4 })
}

// Meeting returns the words for a Wording's Meeting: the fixed "earlier"
// label in this language, or the words themselves.
func (l Labels) Meeting(meeting string) string {
	if meeting == briefing.EarlierMeeting {
		return l.Earlier
	}
	return meeting
}

// Status returns the mark of a line that the reader must know about, or "":
// unverified, edited, conflict, stale; the analyst's own lines say so by
// Analyst.
func (l Labels) Status(line briefing.Line) string {
	switch {
	case line.Kind == briefing.AnalystLine:
		return l.Analyst
	case line.Status == briefing.Suggested:
		return l.Suggested
	case line.Status == briefing.Edited:
		return l.Edited
	case line.Status == briefing.Conflict:
		return l.Conflict
	case line.Status == briefing.Stale:
		return l.Stale
	}
	return ""
}

// Held returns "n further lines on file".
func (l Labels) Held(n int) string { return l.count("held", n) }

// OneSide returns "one side only: side".
func (l Labels) OneSide(side string) string { return fmt.Sprintf(l.OneSideOnly, side) }

// SideOf returns the side that OneSide gave the words for, or the words.
func (l Labels) SideOf(words string) string {
	before, after, _ := strings.Cut(l.OneSideOnly, "%s")
	if side, ok := strings.CutPrefix(words, before); ok {
		return strings.TrimSuffix(side, after)
	}
	return words
}

// SourceSummary describes the sources by what is known of them and nothing
// else: "3 articles, 2 publishers, 2 origins, 1 without date".
func (l Labels) SourceSummary(articles []briefing.ArticleRef) string {
	publishers, origins, undated := map[string]bool{}, map[int]bool{}, 0
	for _, a := range articles {
		if a.Outlet != "" {
			publishers[strings.ToLower(a.Outlet)] = true
		}
		origins[a.Origin] = true
		if !a.Published.Known() {
			undated++
		}
	}
	parts := []string{l.count("article", len(articles))}
	if n := len(publishers); n > 0 {
		parts = append(parts, l.count("publisher", n))
	}
	if n := len(origins); len(articles) > 1 {
		parts = append(parts, l.count("origin", n))
	}
	if undated > 0 {
		parts = append(parts, fmt.Sprintf(l.text["without-date"], undated))
	}
	return strings.Join(parts, ", ")
}

// Date returns d as the page prints it, as far as it is known: "5 Dec 2019",
// "Dec 2019", "2019"; the words for a missing date if it is unknown.
func (l Labels) Date(d briefing.Date) string {
	if !d.Known() {
		return l.Undated
	}
	s := strconv.Itoa(d.Year)
	if d.Month >= 1 && d.Month <= 12 {
		s = l.text["month."+strconv.Itoa(d.Month)] + " " + s
		if d.Day > 0 {
			s = strconv.Itoa(d.Day) + " " + s
		}
	}
	return s
}

// Words returns every word of the labels in lower case, sorted, each once:
// what a verifier may take for a label in an export in this language.
func (l Labels) Words() []string {
	var words []string
	for _, t := range l.text {
		t = strings.NewReplacer("%d", " ", "%s", " ").Replace(t)
		words = append(words, strings.FieldsFunc(strings.ToLower(t), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '’'
		})...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

func (l Labels) count(key string, n int) string {
	// French counts nothing in the singular, English and Spanish do not.
	if n == 0 && l.Language == "fr" {
		return strings.Replace(l.text[key+"-one"], "1", "0", 1)
	}
	if n == 1 {
		return l.text[key+"-one"]
	}
	return fmt.Sprintf(l.text[key+"-many"], n)
}

func or(text, otherwise string) string {
	if text != "" {
		return text
	}
	return otherwise
}
