package extract

import "example.org/attache/briefing"

// findMeetings fills in later.
func findMeetings(d *document) {
	d.findings.Meetings = append(d.findings.Meetings, briefing.Meeting{What: "x", Basis: basis(d.sentences[0], "x", 0, "")})
}
