package extract

// findSpeakers fills in later.
func findSpeakers(d *document) {}
