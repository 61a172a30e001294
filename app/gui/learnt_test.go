package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// retitled corrects a member's title in the editor and returns the line's id.
func retitled(s *stage, title string) briefing.LineID {
	s.t.Helper()
	id := s.pick("member with a title", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.DelegationsSection && l.Title != ""
	})
	s.typed("e")
	s.review.editor.fields[0].entry.SetText(title)
	s.review.editor.commit(false)
	s.settle()
	return id
}

func (s *stage) learntTitles() []string {
	s.t.Helper()
	fixes, err := s.app.Learnt(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for _, f := range fixes {
		all = append(all, f.To)
	}
	return all
}

// learntShown is the list of what was learnt, if it is open.
func (s *stage) learntShown() *learntWindow {
	if top := s.topSheet(); top != nil {
		x, _ := top.shows.(*learntWindow)
		return x
	}
	return nil
}

// TestACorrectionIsRemembered corrects a title, sees it in the list, changes
// it there, removes it, and takes that back.
func TestACorrectionIsRemembered(t *testing.T) {
	s := sample(t)
	retitled(s, "Grand Vizier")
	if !strings.Contains(s.notices.now.text, "Remembered") {
		t.Errorf("the notice says %q", s.notices.now.text)
	}
	s.do("learnt")
	s.settle()
	x := s.learntShown()
	if x == nil || x.list.Count() != 1 {
		t.Fatalf("the list is not open with one row: %+v", x)
	}
	row, _ := x.row(0)
	if !strings.Contains(row.Title, "→ Grand Vizier") || !strings.Contains(row.Caption, "not used yet") || !strings.Contains(row.Caption, s.brief.Title()) {
		t.Errorf("the row says %q, %q", row.Title, row.Caption)
	}
	if s.win.Canvas().Focused() != x.list.Focusable() {
		t.Error("the list has not the keyboard")
	}
	s.press(fyne.KeyReturn) // edit
	entry := s.win.Canvas().Focused()
	entry.TypedRune('!') // in the place of the whole
	s.press(fyne.KeyReturn)
	if got := s.learntTitles(); len(got) != 1 || got[0] != "!" {
		t.Fatalf("edited, the list has %q", got)
	}
	s.press(fyne.KeyDelete)
	if got := s.learntTitles(); len(got) != 0 {
		t.Errorf("Del: the list has %q", got)
	}
	s.do("undo") // in the list, not in the briefing behind
	s.settle()
	if got := s.learntTitles(); len(got) != 1 || got[0] != "!" {
		t.Errorf("undo: the list has %q", got)
	}
	s.press(fyne.KeyEscape)
	if s.learntShown() != nil {
		t.Error("Escape did not close the list")
	}
	s.do("undo")
	s.settle()
	if n := len(s.learntTitles()); n > 1 {
		t.Errorf("undoing the correction leaves %d fixes", n)
	}
}

func TestLearntGoesToAFileAndBack(t *testing.T) {
	s := sample(t)
	retitled(s, "Grand Vizier")
	s.do("learnt")
	s.settle()
	path := filepath.Join(t.TempDir(), "learnt.tsv")
	s.learntShown().save()
	s.settle()
	s.win.Canvas().Focused().(interface{ SetText(string) }).SetText(path)
	s.press(fyne.KeyReturn)
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), "\tGrand Vizier\t") {
		t.Fatalf("the file has %q, %v", text, err)
	}
	s.learntShown().remove()
	s.settle()
	s.learntShown().load()
	s.settle()
	s.win.Canvas().Focused().(interface{ SetText(string) }).SetText(path)
	s.press(fyne.KeyReturn)
	s.settle()
	if got := s.learntTitles(); len(got) != 1 || got[0] != "Grand Vizier" {
		t.Errorf("imported, the list has %q", got)
	}
	if got := s.learntShown().said.Text(); !strings.Contains(got, "1 correction was learnt") {
		t.Errorf("the list says %q", got)
	}
}

// TestSamePerson says of two members that they are one: with the keyboard, and
// one undo brings both back.
func TestSamePerson(t *testing.T) {
	s := sample(t)
	id := s.pick("member", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.DelegationsSection })
	name := s.line(id).Text
	members := len(s.brief.Section(briefing.DelegationsSection).Lines)
	other := ""
	for _, l := range s.brief.Section(briefing.DelegationsSection).Lines {
		if l.Text != name && l.Meeting == s.line(id).Meeting {
			other = l.Text
		}
	}
	n, err := s.app.Names(t.Context(), s.brief)
	if err != nil {
		t.Fatal(err)
	}
	sheet := openSamePerson(s.Window, s.app, name, n)
	sheet.other.SetSelected(other)
	sheet.keep.SetSelected(name)
	s.press(fyne.KeyReturn)
	if got := len(s.brief.Section(briefing.DelegationsSection).Lines); got != members-1 {
		t.Errorf("%d members, want %d", got, members-1)
	}
	for _, who := range s.brief.People() {
		if who == other {
			t.Errorf("a line is still about %s", other)
		}
	}
	s.do("undo")
	s.settle()
	if got := len(s.brief.Section(briefing.DelegationsSection).Lines); got != members {
		t.Errorf("after undo %d members, want %d", got, members)
	}
	if got := s.learntTitles(); len(got) != 0 {
		t.Errorf("after undo it is still learnt: %q", got)
	}
}

// TestTwoPeople says with keys alone that a quotation's short name is somebody
// else's.
func TestTwoPeople(t *testing.T) {
	s := sample(t)
	var forms []string
	id := s.pick("quotation by a short name", func(k briefing.SectionKind, l briefing.Line) bool {
		if k != briefing.QuotesSection {
			return false
		}
		forms, _ = s.app.Forms(t.Context(), s.brief, l.Speaker)
		e := s.app.TwoPeople(t.Context(), s.brief, l.Speaker, first(forms))
		return len(e.Edits) > 0 && e.Edits[0].Target == l.ID
	})
	before := s.line(id)
	s.typed("d")
	s.press(fyne.KeyReturn)
	after := s.line(id)
	if after.Speaker != forms[0] || after.Text != before.Text {
		t.Errorf("the quotation %q is by %q, want %q", after.Text, after.Speaker, forms[0])
	}
	if got := s.learntTitles(); len(got) != 1 || got[0] != before.Speaker {
		t.Errorf("learnt %q, want that it is not %s", got, before.Speaker)
	}
	s.do("undo")
	s.settle()
	if got := s.line(id); !got.Wording.Equal(before.Wording) || len(s.learntTitles()) != 0 || s.notices.now.text != "" {
		t.Errorf("after undo it is by %q, %d fixes are learnt, the notice says %q", got.Speaker, len(s.learntTitles()), s.notices.now.text)
	}
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// TestALaterBriefingHasTheCorrection corrects a title and drafts again: the
// line has it, says why, and is still to be looked at.
func TestALaterBriefingHasTheCorrection(t *testing.T) {
	s := sample(t)
	id := retitled(s, "Grand Vizier")
	name := s.line(id).Text
	var ids []briefing.ArticleID
	for _, a := range s.brief.Articles {
		ids = append(ids, a.ID)
	}
	old := s.brief.ID
	s.draft(ids)
	s.until("the later briefing", func() bool { return s.brief.ID != old })
	s.settle()
	for _, l := range s.brief.Section(briefing.DelegationsSection).Lines {
		if l.Text != name {
			continue
		}
		if l.Title != "Grand Vizier" || l.Reviewed() || l.Status != briefing.Edited {
			t.Errorf("the later line has the title %q, is %s, reviewed %v", l.Title, l.Status, l.Reviewed())
		}
		why := ""
		for _, r := range s.review.why(l) {
			why += r.Text
		}
		if !strings.Contains(why, "as you corrected it before") {
			t.Errorf("the line's why is %q", why)
		}
		s.selectLine(l.ID)
		s.review.focus()
		s.settle()
		s.typed("v")
		if !s.line(l.ID).Reviewed() {
			t.Error("verified, it is still to be looked at")
		}
	}
}
