package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

func TestLineHeldBackIsPutBack(t *testing.T) {
	s := sample(t)
	s.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		e := briefing.Edit{Op: briefing.Batch, Name: "Fill"}
		for i := range 30 {
			line := b.NewLine(briefing.CommentSection, 0, fmt.Sprintf("Remark %d. %s", i, strings.Repeat("It goes on for a while. ", 8)))
			line.Line.ID = briefing.LineID(fmt.Sprintf("remark-%d", i))
			e.Edits = append(e.Edits, line)
		}
		return e, nil
	}, nil)
	s.settle()
	tray := s.review.tray
	if len(tray.ids) < 2 || !tray.box.Visible() {
		t.Fatalf("%d lines held back, tray visible: %v", len(tray.ids), tray.box.Visible())
	}
	id := tray.ids[0]
	s.review.focus()
	s.press(fyne.KeyF6)
	if !tray.focused() {
		t.Fatal("F6 did not go from the lines to those held back")
	}
	s.press(fyne.KeyReturn)
	if !s.line(id).Pinned || slices.Contains(tray.ids, id) {
		t.Errorf("Put Back: pinned %v, still held back: %v", s.line(id).Pinned, slices.Contains(tray.ids, id))
	}
	held := len(tray.ids)
	second := tray.ids[0]
	s.press(fyne.KeyDelete)
	if s.line(second).Status != briefing.LeftOut || len(tray.ids) >= held {
		t.Errorf("Del: status %s, %d of %d still held back", s.line(second).Status, len(tray.ids), held)
	}
	s.do("undo")
	s.settle()
	s.do("undo")
	s.settle()
	if s.line(id).Pinned || !slices.Contains(tray.ids, id) {
		t.Error("two undos did not hold the line back again")
	}
	s.press(fyne.KeyEscape)
}

func TestPrintedPageIsNobodyElsesToRead(t *testing.T) {
	s := sample(t)
	s.do("print")
	s.settle()
	if len(s.opened) != 1 || filepath.Ext(s.opened[0]) != ".pdf" {
		t.Fatalf("opened %q, want the page", s.opened)
	}
	info, err := os.Stat(filepath.Dir(s.opened[0]))
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the folder: %v, %v; want it private", info.Mode(), err)
	}
	s.do("print") // again, over the first
	s.settle()
	if len(s.opened) != 2 || s.notices.now.bad {
		t.Errorf("the second time: opened %q, notice %q", s.opened, s.notices.now.text)
	}
	if s.exports.last != "" {
		t.Error("Export Again would write to the folder of printed pages")
	}
	s.Close()
	s.until("the end", func() bool { _, err := os.Stat(filepath.Dir(s.opened[0])); return os.IsNotExist(err) })
}
