package extract

import "example.org/attache/briefing"

// person is somebody the article names, with every way of naming them.
type person struct {
	name     string          // fullest form in the text, without honorifics
	nameSpan briefing.Span   // where it stands
	title    string          // office without nationality, "" if none
	titled   []briefing.Span // where the title's words stand
	side     string          // as briefing.Delegation.Side, "" if open
	kind     briefing.SideKind
	aliases  []string // other names, in order of the text
	mentions []*mention
	gender   byte // 'm', 'f' or 0, by "Mr." and "Mrs." and by pronouns near the name
}

// joinAliases makes people of the mentions that name one person.
func joinAliases(d *document) {}

// personNamed returns the person whom the words name: a full name, a surname,
// or an office that one person of the article holds ("the attorney general").
// It returns nil where none or more than one fits.
func (d *document) personNamed(words string) *person { return nil }

// listPeople fills Findings.People.
func listPeople(d *document) {}
