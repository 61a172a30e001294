package clause

import "example.org/attache/briefing/lang"

// OtherTime reports whether r names a time at which another deal was made:
// "last year", "in 1986", "in December".
func OtherTime(t []lang.Token, r Run, year int) bool {
	for i := r.From; i < r.To; i++ {
		w := t[i].Lower
		switch {
		case (w == "last" || w == "previous") && i+1 < r.To && (seasons.Has(t[i+1].Lower) || Months[t[i+1].Lower]) && !(i > r.From && t[i-1].Is("after") && i+2 < r.To && t[i+2].Is("'s", "’s")): // not "after last autumn's floods"
			return true
		case w == "at" && i+2 < r.To && t[i+1].Is("the", "that") && t[i+2].Is("time"):
			return true
		case w == "back" && i+1 < r.To && t[i+1].Is("in"):
			return true
		case w == "ago" || w == "previously" || w == "formerly" || w == "earlier" && i+2 < r.To && t[i+1].Is("this") && t[i+2].Is("year", "month"):
			return true
		case t[i].Kind == lang.Number && len(w) == 4 && YearOf(w) > 0 && i > 0 && t[i-1].Is("in") && r.Any(t, "had"):
			return true // "in 2016 the two had agreed"
		case t[i].Kind == lang.Number && len(w) == 4 && year > 0 && YearOf(w) > 0 && YearOf(w) < year && i > 0 && (t[i-1].Is("in", "since", ",", "from", "the") || Months[t[i-1].Lower]):
			return true
		}
	}
	return false
}

// YearOf returns the year that a word is, or 0.
func YearOf(s string) int {
	if len(s) != 4 || s[0] != '1' && s[0] != '2' {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		y = y*10 + int(s[i]-'0')
	}
	if y < 1900 || y > 2100 {
		return 0
	}
	return y
}
