package extract

// findDates fills in later.
func findDates(d *document) {}
