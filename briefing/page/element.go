package page

// Role is the standard structure type of an Element (ISO 32000-1, 14.8.4).
type Role string

// The roles a page uses. Artifact is not one of them in the standard: it marks
// what a reader skips, such as the marking at top and bottom.
const (
	Document   Role = "Document"
	Section    Role = "Sect"
	Division   Role = "Div"
	H1         Role = "H1"
	H2         Role = "H2"
	H3         Role = "H3"
	Paragraph  Role = "P"
	List       Role = "L"
	ListItem   Role = "LI"
	ItemLabel  Role = "Lbl"
	ItemBody   Role = "LBody"
	BlockQuote Role = "BlockQuote"
	Link       Role = "Link"
	Artifact   Role = "Artifact"
)

// The ListNumbering of a List (ISO 32000-1, table 347).
const (
	Bullets = "Disc"
	Numbers = "Decimal"
)

// Element is a part of the page's structure: what a screen reader tells.
type Element struct {
	Role      Role
	Kids      []*Element
	Numbering string // of a List: Bullets, Numbers or ""
	URL       string // of a Link
	Language  string // BCP 47, where it is not that of the labels
}

func (e *Element) add(r Role) *Element {
	k := &Element{Role: r}
	e.Kids = append(e.Kids, k)
	return k
}
