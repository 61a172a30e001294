package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// listed is the listing that is open.
func (s *stage) listed() *listing {
	s.t.Helper()
	if top := s.topSheet(); top != nil {
		if l, ok := top.shows.(*listing); ok {
			return l
		}
	}
	s.t.Fatalf("no listing is open; the notice says %q", s.notices.now.text)
	return nil
}

// TestPeopleAndCommitments finds a person of the sample in the register, and
// what was agreed in the ledger, each with a way to the article.
func TestPeopleAndCommitments(t *testing.T) {
	s := sample(t)
	s.settle()
	name := ""
	for _, l := range s.brief.Section("delegations").Lines {
		name = l.Text
		break
	}
	s.do("register")
	s.settle()
	l := s.listed()
	if len(l.all) < 3 || l.unread != 0 {
		t.Fatalf("the register has %d people, %d articles unread", len(l.all), l.unread)
	}
	s.typed(strings.ToLower(name))
	if len(l.rows) == 0 || !strings.Contains(foldText(l.rows[0].Title), foldText(name)) {
		t.Fatalf("%q finds %d rows", name, len(l.rows))
	}
	s.press(fyne.KeyReturn)
	person := s.listed()
	if person == l || len(person.all) == 0 {
		t.Fatal("Enter does not show the person")
	}
	s.press(fyne.KeyReturn)
	if s.topSheet() != nil || s.reader.view.Selection().Len() == 0 {
		t.Error("Enter does not show where it stands")
	}
	s.do("ledger")
	s.settle()
	if ledger := s.listed(); len(ledger.all) == 0 || ledger.rows[0].Title == "" {
		t.Errorf("the ledger has %d entries", len(ledger.all))
	}
	s.press(fyne.KeyReturn)
	if s.topSheet() != nil || s.reader.view.Selection().Len() == 0 {
		t.Error("Enter does not show where it was agreed")
	}
	s.do("compare-last")
	s.settle()
	if s.notices.now.text == "" {
		t.Error("with no briefing before, nothing says so")
	}
	s.do("duplicate-briefing")
	s.settle()
	s.do("compare-last")
	s.settle()
	if got := s.listed(); len(got.all) == 0 || !strings.Contains(got.rows[0].Side, "repeated") {
		t.Errorf("a copy compared: %+v", got.rows)
	}
}
