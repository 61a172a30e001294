package compose

import "example.org/attache/briefing"

// SameDeal reports whether two agreements are one commitment, told twice: as
// firm, between the same sides or with sides left open, in words that say the
// same, without figures or days that differ.
func SameDeal(a, b briefing.Agreement) bool {
	return firm(string(a.Status)) == firm(string(b.Status)) && sidesAgree(a.Parties, b.Parties) && SameWords(a.Text, b.Text)
}

// SameWords reports whether two wordings tell the same thing.
func SameWords(a, b string) bool { return similar(a, b) && !figuresDiffer(a, b) }

// SamePerson reports whether two names may be one person's: the same last
// name, and given names that do not contradict each other.
func SamePerson(a, b string) bool { return sameName(a, b) }

// sidesAgree reports whether one of two lists of sides is within the other.
func sidesAgree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, side := range a {
		found := false
		for _, other := range b {
			found = found || side == other
		}
		if !found {
			return false
		}
	}
	return true
}
