package gui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// TestTypingOutlivesTheWindow types into a line and into a new one, and leaves
// the window as a crash would, or by quitting: the editor is open again with
// what was typed, and the bar has said the truth all along.
func TestTypingOutlivesTheWindow(t *testing.T) {
	for _, how := range []string{"crash", "quit"} {
		for _, what := range []string{"a line", "a field beside it", "a new line"} {
			t.Run(how+" in "+what, func(t *testing.T) {
				library := filepath.Join(t.TempDir(), "library.db")
				s := open(t, library)
				s.until("the empty library", func() bool { return s.empty.wanted })
				s.do("sample")
				s.until("the sample", func() bool { return s.brief.ID != "" && s.review.list.Selected() != "" })
				s.settle()
				id := s.pick("member with a title", func(k briefing.SectionKind, l briefing.Line) bool {
					return k == briefing.DelegationsSection && l.Title != ""
				})
				before := s.line(id)
				switch what {
				case "a new line":
					s.do("new-line")
				default:
					s.do("edit-line")
				}
				s.settle()
				if bar := s.status.saved.Text(); !strings.Contains(bar, "All changes saved") {
					t.Errorf("with nothing typed the bar says %q", bar)
				}
				if what == "a field beside it" {
					s.win.Canvas().Focus(s.review.editor.fields[0].entry)
				}
				s.win.Canvas().Focused().TypedRune('!')
				if bar := s.status.saved.Text(); strings.Contains(bar, "saved") || strings.Contains(bar, "kept") {
					t.Errorf("before it is kept, the bar says %q", bar)
				}
				want := s.review.editor.typed()
				if how == "quit" {
					s.Close()
				} else {
					s.until("the draft", func() bool { return strings.Contains(s.status.saved.Text(), "Draft kept") })
				}
				s.settle()
				s.tasks.Stop()
				s.closed = true
				if err := s.app.Close(); err != nil {
					t.Fatal(err)
				}
				again := open(t, library)
				again.until("the editor", func() bool { return again.review.editor != nil })
				again.settle()
				if got := again.review.editor.typed(); !got.same(want) || got.Section != want.Section {
					t.Errorf("back is %+v, want %+v", got, want)
				}
				if what != "a new line" && !again.line(id).Wording.Equal(before.Wording) {
					t.Error("what was typed became an edit by itself")
				}
				again.press(fyne.KeyEscape)
				again.settle()
				if bar := again.status.saved.Text(); !strings.Contains(bar, "All changes saved") {
					t.Errorf("given up, the bar says %q", bar)
				}
				if _, ok := again.typing.load(t.Context(), again.brief.ID); ok {
					t.Error("given up, it is still kept")
				}
			})
		}
	}
}

// TestACommittedDraftIsForgotten commits while the draft is being written.
func TestACommittedDraftIsForgotten(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	s.do("edit-line")
	s.typed("!")
	s.win.Canvas().Focused().TypedRune('?')
	s.review.editor.commit(false)
	s.settle()
	if got := s.line(id).Text; !strings.HasSuffix(got, "!?") {
		t.Errorf("the line says %q", got)
	}
	if was, ok := s.typing.load(t.Context(), s.brief.ID); ok {
		t.Errorf("the draft %+v is still kept", was)
	}
}

// TestNoCaretGoesOnOverWhatIsNotKept has the library refuse edits: the line
// stays selected, the editor stays open with its text, and the bar says so.
func TestNoCaretGoesOnOverWhatIsNotKept(t *testing.T) {
	s := sample(t)
	id := s.pick("line to review", func(_ briefing.SectionKind, l briefing.Line) bool { return l.Status == briefing.Suggested })
	full := &app.WriteError{Path: "library.db", Err: errors.New("the disk is full")}
	s.edit(func(briefing.Briefing) (briefing.Edit, error) { return briefing.Edit{}, full }, nil)
	s.advance()
	s.settle()
	if got := s.review.list.Selected(); got != id {
		t.Errorf("the caret went on to %s over %s", got, id)
	}
	if bar := s.status.saved.Text(); bar != "Not saved" {
		t.Errorf("the bar says %q", bar)
	}
	s.do("edit-line")
	s.typed("!")
	e, x := s.review.editor, s.review.editor.wording()
	e.close()
	s.editOr(func(briefing.Briefing) (briefing.Edit, error) { return briefing.Edit{}, full }, nil, func() { e.reopen(x) })
	s.settle()
	if s.review.editor == nil || !s.review.editor.wording().Equal(x) {
		t.Error("what could not be kept is no longer in the editor")
	}
	s.press(fyne.KeyEscape)
	s.typed("v")
	if bar := s.status.saved.Text(); !strings.Contains(bar, "All changes saved") {
		t.Errorf("after an edit that was kept the bar says %q", bar)
	}
}
