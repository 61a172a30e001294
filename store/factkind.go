package store

import (
	"slices"
	"strings"
)

// FactKind is a kind of fact.
type FactKind string

// The kinds of facts. A kind's place in the list is its bit in the library:
// new kinds go to the end.
const (
	AgreementFact FactKind = "agreement"
	PositionFact  FactKind = "position"
	QuoteFact     FactKind = "quote"
	ReportedFact  FactKind = "reported"
	TopicFact     FactKind = "topic"
	MeetingFact   FactKind = "meeting"
	MemberFact    FactKind = "member" // somebody who took part, for a side
	PersonFact    FactKind = "person" // somebody who is named
)

var factKinds = []FactKind{AgreementFact, PositionFact, QuoteFact, ReportedFact, TopicFact, MeetingFact, MemberFact, PersonFact}

// kindNamed returns the place of the kind that a person named, in the
// singular or the plural, or -1.
func kindNamed(name string) int {
	if name = strings.TrimSuffix(name, "s"); name == "people" {
		name = string(PersonFact)
	}
	return slices.IndexFunc(factKinds, func(k FactKind) bool { return string(k) == name })
}

func kindNames() string {
	var names []string
	for _, k := range factKinds {
		names = append(names, string(k))
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
