package gui

import (
	"strings"

	"example.org/attache/briefing"
)

// anotherArticle begins the reason of a line in conflict; what the other
// article has follows.
const anotherArticle = "another article: "

// reason puts the reason that a rule gave into the interface's language. Rules
// give theirs in a few English words, which are what names it.
func (w *Window) reason(r string) string {
	if theirs, ok := strings.CutPrefix(r, anotherArticle); ok {
		return w.t("reason.another-article", "text", theirs)
	}
	if key := reasonKey(r); w.words.Has(key) {
		return w.t(key)
	}
	return r
}

// foundBy says in words what a rule took a line for. The rule's id stands in
// the line's history.
func (w *Window) foundBy(r briefing.RuleID) string {
	family, _, _ := strings.Cut(string(r), ".")
	for _, key := range []string{"found." + string(r), "found." + family} {
		if w.words.Has(key) {
			return w.t(key)
		}
	}
	return ""
}

func reasonKey(r string) string { return "reason." + strings.ReplaceAll(strings.ToLower(r), " ", "-") }
