package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// TestSplitAtTheCaretAndMerge splits a line in the editor, with S for "how"
// and then at the caret, and merges the halves again with J.
func TestSplitAtTheCaretAndMerge(t *testing.T) {
	s := sample(t)
	id := s.pick("topic of some words", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.AgendaSection && len(strings.Fields(l.Text)) > 3
	})
	whole := s.line(id)
	s.typed("s")
	e := s.review.editor
	if e == nil || !strings.Contains(e.strip.Text(), "caret") {
		t.Fatalf("S did not open the editor and say how; editor %v", e)
	}
	words := strings.Fields(whole.Text)
	e.text.CursorRow, e.text.CursorColumn = 0, len([]rune(words[0]+" "+words[1]))+1
	s.do("split-line")
	s.settle()
	if s.review.editor != nil {
		t.Fatalf("the editor is still open; it says %q", s.review.editor.strip.Text())
	}
	first, second := s.line(id), s.line(s.review.list.Selected())
	if first.Text != words[0]+" "+words[1] || !strings.EqualFold(second.Text, strings.Join(words[2:], " ")) {
		t.Errorf("split into %q and %q", first.Text, second.Text)
	}
	if len(second.From) == 0 || len(second.From) != len(whole.From) {
		t.Errorf("the second half rests on %d places, want %d", len(second.From), len(whole.From))
	}
	s.selectLine(id)
	s.review.focus()
	s.settle()
	s.typed("j")
	if got := s.line(id).Text; strings.ReplaceAll(got, "; ", " ") != whole.Text {
		t.Errorf("merged again, the line reads %q, want the words of %q", got, whole.Text)
	}
	if name := s.commandName("undo"); !strings.Contains(name, "Merge with Next") {
		t.Errorf("the menu says %q", name)
	}
	s.do("undo")
	s.settle()
	s.do("undo")
	s.settle()
	if got := s.line(id); !got.Wording.Equal(whole.Wording) || got.Status != whole.Status {
		t.Errorf("after two undos the line reads %q, %s", got.Text, got.Status)
	}
}

func TestQuotationsAreNotMerged(t *testing.T) {
	s := sample(t)
	id := s.pick("quotation", func(k briefing.SectionKind, l briefing.Line) bool {
		lines := s.brief.Section(briefing.QuotesSection).Lines
		return k == briefing.QuotesSection && len(lines) > 1 && lines[0].ID == l.ID
	})
	before := s.line(id)
	s.typed("j")
	if got := s.line(id); !got.Wording.Equal(before.Wording) {
		t.Errorf("the quotation reads %q now", got.Text)
	}
	if !strings.Contains(s.notices.now.text, "quotation") || !s.notices.now.bad {
		t.Errorf("the notice says %q, want why quotations are not merged", s.notices.now.text)
	}
}

func TestAMemberIsNotSplit(t *testing.T) {
	s := sample(t)
	s.pick("member", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.DelegationsSection })
	s.typed("s")
	if s.review.editor != nil || s.notices.now.text == "" {
		t.Error("S on a member opened the editor, or nothing was said")
	}
}

// TestWordsAreExplained types words that are not in the source and looks for
// why, word by word.
func TestWordsAreExplained(t *testing.T) {
	s := sample(t)
	s.pick("topic", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	s.typed("e")
	s.review.editor.text.SetText(s.review.editor.text.Text + " zeppelin")
	s.settle()
	if got := s.review.editor.strip.Text(); !strings.Contains(got, "“zeppelin” is in none of the articles") {
		t.Errorf("the strip says %q", got)
	}
	s.press(fyne.KeyEscape)
}

// TestHintsForOwnWordsOnly writes a line with a vague word: a hint, and a way
// to the scale; the same word in a source line is nobody's business.
func TestHintsForOwnWordsOnly(t *testing.T) {
	s := sample(t)
	s.do("new-line")
	e := s.review.editor
	e.text.SetText("The talks may fail.")
	s.settle()
	if got := e.strip.Text(); !strings.Contains(got, "‘may’ has no agreed meaning in the scale ICD 203") || e.scaleB.Hidden {
		t.Errorf("the strip says %q, and the way to the scale is hidden: %v", got, e.scaleB.Hidden)
	}
	e.commit(false)
	s.settle()
	l := s.line(s.review.list.Selected())
	if l.Text != "The talks may fail." {
		t.Errorf("the line reads %q: a hint changes nothing and stops nothing", l.Text)
	}
	if got := s.review.why(l); len(got) == 0 || !strings.Contains(got[0].Text, "‘may’") {
		t.Errorf("the line's why is %v, want the hint in it", got)
	}
	l.Kind = briefing.ExtractLine
	if got := s.writingHints(l); len(got) != 0 {
		t.Errorf("a source line has hints: %q", got)
	}
	x := s.settings
	x.Scale = "off"
	s.setSettings(x)
	l.Kind = briefing.AnalystLine
	if got := s.writingHints(l); len(got) != 0 {
		t.Errorf("with the scale off there are hints: %q", got)
	}
}
