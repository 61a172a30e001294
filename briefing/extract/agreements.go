package extract

// findAgreements fills in later.
func findAgreements(d *document) {}
