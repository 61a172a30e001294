package extract

import (
	"strconv"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
)

// This file reads the wordings that put a topic on the table from the lexicon
// topics. What a wording needs to count is decided in agenda_verbs.go and
// agenda_subjects.go.

// agendaRule is a wording that puts what follows it on the agenda.
type agendaRule struct {
	id         briefing.RuleID
	confidence float64
	weak       bool // counts only of those who sit at the table, or of the talks
	event      bool // counts only of the talks themselves
	joint      bool // counts only of all of them together
	due        bool // counts only of what somebody is expected to do at the meeting
	whole      bool // one topic, whatever commas it has
	back       int  // the topic begins this many words before the end of the match
}

// agendaWordings are the wordings by where the topic stands.
type agendaWordings struct {
	object     clause.ByFirst[agendaRule] // behind: "they discussed A"
	subject    clause.ByFirst[agendaRule] // in front: "A topped the agenda"
	complement clause.ByFirst[agendaRule] // behind, as what it is: "on the agenda are A"
}

var agendaLexicon = sync.OnceValue(func() agendaWordings {
	w := agendaWordings{clause.ByFirst[agendaRule]{}, clause.ByFirst[agendaRule]{}, clause.ByFirst[agendaRule]{}}
	for _, row := range lexicon.Rows("topics") {
		if len(row) < 5 {
			continue
		}
		r := agendaRule{id: briefing.RuleID(row[0])}
		r.confidence, _ = strconv.ParseFloat(row[2], 64)
		for _, flag := range strings.Split(row[3], ",") {
			name, value, _ := strings.Cut(flag, "=")
			switch name {
			case "weak":
				r.weak = true
			case "event":
				r.event = true
			case "joint":
				r.joint = true
			case "due":
				r.due = true
			case "whole":
				r.whole = true
			case "back":
				r.back, _ = strconv.Atoi(value)
			}
		}
		switch row[1] {
		case "object":
			w.object.Add(row[4], r)
		case "subject":
			w.subject.Add(row[4], r)
		case "complement":
			w.complement.Add(row[4], r)
		}
	}
	return w
})
