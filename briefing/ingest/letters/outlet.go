package letters

import "example.org/attache/briefing/pattern"

// OutletBehind returns the name of the outlet in what stands behind a headline
// in the title of a document, "" if that is something else: "| The Courier".
func OutletBehind(rest string) string {
	if m := outletBehind().FindStringSubmatch(rest); m != nil {
		return m[1]
	}
	return ""
}

var outletBehind = pattern.New(`^\s*[|–—:·»-]\s+([^|–—·»]{2,60})$`)
