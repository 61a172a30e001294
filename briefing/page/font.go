package page

// Font is one of the faces the page is set in.
type Font struct {
	Name string // PostScript name
	Data []byte // the TrueType file; read only
}
