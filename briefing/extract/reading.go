package extract

import (
	"sync"

	"example.org/attache/assets"
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
