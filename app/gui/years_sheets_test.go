package gui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
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

// TestLedgerReadsAtOnce opens the ledger before what the articles tell was
// gathered in the background: it is read now, and the sheet never says that
// there is nothing meanwhile.
func TestLedgerReadsAtOnce(t *testing.T) {
	s := openStage(t, app.Options{Library: filepath.Join(t.TempDir(), "library.db")}, Options{BackupDelay: time.Hour})
	s.until("the empty library", func() bool { return s.empty.wanted })
	s.do("sample")
	s.until("the sample's briefing", func() bool { return s.brief.ID != "" && s.review.list.Selected() != "" })
	s.do("ledger")
	l := s.listed()
	s.until("what was agreed", func() bool {
		if strings.Contains(l.say.Text(), s.Window.t("ledger.none")) {
			t.Fatalf("while it reads, the ledger says %q", l.say.Text())
		}
		return len(l.all) > 0 && l.unread == 0
	})
	if got, want := l.say.Text(), s.Window.t("listing.count", "n", len(l.all)); got != want {
		t.Errorf("when all is read, the ledger says %q; want %q", got, want)
	}
	s.backup.Cancel() // in an hour
}

// TestNamedOnlyAreFound: the register lists those of whom something is told,
// says how many are only named, and finds these by their names. An office is
// the one that most articles give, not the one that a single article gave last.
func TestNamedOnlyAreFound(t *testing.T) {
	s := newStage(t)
	evidence := make([]briefing.Evidence, 6)
	told := app.PersonEntry{Name: "Orla Fenwick", Articles: 6, Held: []app.Office{
		{Title: "Minister of Fisheries", Last: "2021-03-01", Evidence: evidence}, {Title: "hostess", Last: "2021-04-01", Evidence: evidence[:1]}}}
	named := app.PersonEntry{Name: "Bram Tolliver", Articles: 1}
	l := openListing(s.Window, listingLook{title: "People", quiet: "register.only-named", load: func(context.Context) ([]listingRow, int, error) {
		return []listingRow{s.personRow(told), s.personRow(named)}, 0, nil
	}})
	s.settle()
	if len(l.rows) != 1 || l.rows[0].Title != told.Name || !strings.HasPrefix(l.rows[0].Caption, "Minister of Fisheries") {
		t.Errorf("listed: %+v", l.rows)
	}
	if want := s.Window.t("register.only-named", "n", 1); !strings.Contains(l.say.Text(), want) {
		t.Errorf("the sheet says %q; want %q in it", l.say.Text(), want)
	}
	s.typed("toll")
	if len(l.rows) != 1 || l.rows[0].Title != named.Name || strings.Contains(l.say.Text(), "only named") {
		t.Errorf("the name typed finds %+v; the sheet says %q", l.rows, l.say.Text())
	}
}
