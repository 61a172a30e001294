package extract

// takeSides finds whom every person stands for.
func takeSides(d *document) {}
