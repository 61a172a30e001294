package extract

import (
	"strconv"
	"strings"
	"sync"

	"example.org/attache/briefing"
)

// This file reads the wordings of commitments from the lexicon deals. What a
// wording needs to count is decided in the files of the kinds.

// form says what follows the wording of an agreement.
type form uint8

const (
	actForm    form = iota // "to" and an act, or a noun
	thatForm               // a clause; only one with "will", "would" or "should" commits
	nounForm               // the thing signed, launched, offered
	aboutForm              // what a deal is about: "to …", "on …", "that …", after some words more
	wholeForm              // the wording itself belongs to the text: "offered Y an A"
	clauseForm             // a clause with or without "that"
)

// agreementRule is a wording of a commitment.
type agreementRule struct {
	id         briefing.RuleID
	status     briefing.AgreementStatus
	confidence float64
	form       form
	back       int  // the text begins this many words before the end of the match
	joint      bool // only of all together
	plural     bool // only of several: "ministers managed to"
	seated     bool // only of those at the table, or of somebody the text calls he or they
	single     briefing.AgreementStatus
}

// agreementWordings are the wordings by their kind.
type agreementWordings struct {
	active  byFirst[agreementRule] // "they agreed to A"
	passive byFirst[agreementRule] // "a pact was signed"
	refused byFirst[agreementRule] // "a proposal was voted down"
}

// forms of the lexicon.
var agreementForms = map[string]form{
	"act": actForm, "that": thatForm, "noun": nounForm, "about": aboutForm, "whole": wholeForm, "clause": clauseForm,
}

var agreementLexicon = sync.OnceValue(func() agreementWordings {
	w := agreementWordings{byFirst[agreementRule]{}, byFirst[agreementRule]{}, byFirst[agreementRule]{}}
	var sets []string // pairs of a name and its words
	for _, row := range rows("deals") {
		if len(row) == 3 && row[0] == "set" {
			sets = append(sets, "<"+row[1]+">", row[2])
			continue
		}
		if len(row) < 7 {
			continue
		}
		r := agreementRule{id: briefing.RuleID(row[0]), status: briefing.AgreementStatus(row[2]), form: agreementForms[row[4]]}
		r.confidence, _ = strconv.ParseFloat(row[3], 64)
		for _, flag := range strings.Split(row[5], ",") {
			name, value, _ := strings.Cut(flag, "=")
			switch name {
			case "joint":
				r.joint = true
			case "plural":
				r.plural = true
			case "seated":
				r.seated = true
			case "single":
				r.single = briefing.AgreementStatus(value)
			case "back":
				r.back, _ = strconv.Atoi(value)
			}
		}
		pattern := strings.NewReplacer(sets...).Replace(row[6])
		switch row[1] {
		case "active":
			w.active.add(pattern, r)
		case "passive":
			w.passive.add(pattern, r)
		case "refused":
			w.refused.add(pattern, r)
		}
	}
	return w
})
