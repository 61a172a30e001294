package extract

import (
	"sync"

	"example.org/attache/assets"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/rule"
)

// ruleSet returns the rules of a file of assets/rules, ready to match.
func ruleSet(name string) func() *rule.Set {
	return sync.OnceValue(func() *rule.Set {
		rules, err := rule.Parse(name, assets.Rules()[name])
		if err != nil {
			return rule.NewSet(nil) // compiled in; a test reads every file
		}
		return rule.NewSet(rules)
	})
}

// reading returns the sentence as package parse reads it.
func (s *sentence) reading() *parse.Sentence {
	if s.read == nil {
		s.read = parse.Read(s.Sentence)
	}
	return s.read
}

// known answers what a rule asks about the words of a sentence: who they are
// to the meeting.
func (b *table) known(s *sentence) rule.Known {
	return func(p *parse.Sentence, r parse.Run, kind string) bool {
		if r.Empty() {
			return kind == "unknown"
		}
		who := b.party(s, run{r.From, r.To})
		switch kind {
		case "table":
			return who.role == allRole || who.role == sideRole || who.role == oneRole
		case "several":
			return who.role == allRole
		case "side":
			return who.role == sideRole || who.role == oneRole
		case "outsider":
			return who.role == outsideRole
		case "unknown":
			return who.role == unknownRole
		case "person":
			return who.person != nil || who.role == oneRole
		}
		return false
	}
}
