package briefing

import "strings"

// Contested is the part of a wording in which it differs from another of the
// same line: a member's name, title or side, whose offer it is, the words with
// their label. It is what a reader has to choose by.
func (w Wording) Contested(other Wording) string {
	switch {
	case w.Text != other.Text && w.Title == "" && w.Side == "":
	case w.Text != other.Text:
		return w.Text
	case w.Title != other.Title:
		return w.Title
	case w.Side != other.Side:
		return w.Side
	case w.Speaker != other.Speaker && w.Speaker != "":
		return w.Speaker + ": " + w.Text
	case strings.Join(w.Parties, ", ") != strings.Join(other.Parties, ", "):
		return strings.Join(w.Parties, ", ") + ": " + w.Text
	}
	if w.Mode != other.Mode && w.Mode != "" {
		return w.Text + " (" + w.Mode + ")"
	}
	return w.Text
}
