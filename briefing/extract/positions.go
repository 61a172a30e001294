package extract

// findPositions fills in later.
func findPositions(d *document) {}
