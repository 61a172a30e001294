package lang

import "strings"

// abbreviations keep their full stop and do not end a sentence. Those that
// stand before a name never do; see beforeName.
var abbreviations = set(`mr mrs ms messrs dr prof st gen lt col maj capt cmdr sgt adm brig rep reps sen sens gov govs
	hon rev fr engr eng atty msgr mme mlle shri smt sr jr pres dep asst assoc amb supt insp det cpl pvt pte univ dept est inc corp co ltd bros cos plc
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
	no nos vs etc al ca cf ed eds vol pp fig approx min max mt ft mln bln dlrs pct calif mass fla tex wash conn ariz ill mich minn`)

// beforeName are the abbreviations that a name follows, so that a capital
// after them begins no sentence.
var beforeName = set(`mr mrs ms messrs dr prof st gen lt col maj capt cmdr sgt adm brig rep reps sen sens gov govs
	hon rev fr engr atty msgr mme mlle smt pres dep asst amb supt insp det cpl pvt pte mt vs`)

// months are the abbreviations that only a number may follow.
var months = set(`jan feb mar apr jun jul aug sep sept oct nov dec`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// abbreviated reports whether a full stop after word belongs to it: a listed
// abbreviation with a capital ("Mr", "Gen"), an initial ("J") or letters with
// stops between them ("U.S", "a.m").
func abbreviated(word string) bool {
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z' && word != "I"
	}
	if dotted(word) {
		return true
	}
	low := strings.ToLower(word)
	if !abbreviations[low] {
		return false
	}
	switch low {
	case "no", "co", "min", "max", "fig", "ill", "mass", "al", "mar", "sat", "sun", "est", "det", "ed", "wash", "rep", "gen", "col", "fr", "dep":
		return word[0] >= 'A' && word[0] <= 'Z' // also plain words or ends of sentences
	}
	return true
}

// dotted reports whether word is single letters with full stops between them.
func dotted(word string) bool {
	if len(word) < 3 || len(word) > 9 || len(word)%2 == 0 {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if i%2 == 1 && c != '.' || i%2 == 0 && !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}
