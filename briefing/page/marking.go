package page

import "example.org/attache/briefing"

// CheckMarking reports a line that is marked above the page. The error wraps
// briefing.ErrMarking and names the line.
func CheckMarking(b briefing.Briefing) error { return nil }
