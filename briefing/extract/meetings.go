package extract

// findMeetings fills in later.
func findMeetings(d *document) {}
