package extract

// findAgenda fills in later.
func findAgenda(d *document) {}
