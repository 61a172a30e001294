package extract

// findReported fills in later.
func findReported(d *document) {}
