package extract

// findDelegations groups those who took part by the side they stand for.
func findDelegations(d *document) {}
