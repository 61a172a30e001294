package extract

import (
	"strconv"
	"strings"
	"sync"

	"example.org/attache/briefing"
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
	object     byFirst[agendaRule] // behind: "they discussed A"
	subject    byFirst[agendaRule] // in front: "A topped the agenda"
	complement byFirst[agendaRule] // behind, as what it is: "on the agenda are A"
}

var agendaLexicon = sync.OnceValue(func() agendaWordings {
	w := agendaWordings{byFirst[agendaRule]{}, byFirst[agendaRule]{}, byFirst[agendaRule]{}}
	for _, row := range rows("topics") {
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
			w.object.add(row[4], r)
		case "subject":
			w.subject.add(row[4], r)
		case "complement":
			w.complement.add(row[4], r)
		}
	}
	return w
})
