package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// oddTexts are what nobody types, and what comes by a slip or out of spite.
var oddTexts = map[string]string{
	"a line without end":    strings.Repeat("harbour ", 1<<13),
	"no letters":            "\x00\x01\x02 \u200b\u2060 \ufeff",
	"turned round":          "The pier \u202eopens\u202c in May. \u2066\u2067",
	"marks on marks":        "z" + strings.Repeat("\u0301", 500) + " Z",
	"broken letters":        "Lund \xff\xfe\xed\xa0\x80 pier",
	"a program":             "<script>alert(1)</script> %s %d {name} ${HOME} '; DROP TABLE articles; --",
	"pictures of faces":     strings.Repeat("👩\u200d👩\u200d👧\u200d👦🏴\u200d☠️", 40),
	"one word without end":  strings.Repeat("pier", 4000),
	"many lines":            strings.Repeat("The ministers met.\r\n\r\n", 3000),
	"other ends of lines":   "The ministers met.\u2028They agreed.\u2029\v\f\x85 So it was.",
	"looks like a form":     "title\tThe pier\nmarking\tTLP:RED\n",
	"a path and an address": "/etc/passwd file:///etc/shadow https://example.org/?q=%00",
}

// TestOddTextsArePasted pastes each as an article, makes a briefing of it, and
// pastes it as a line, a search and a title: nothing breaks, and the library
// still tells what it holds.
func TestOddTextsArePasted(t *testing.T) {
	for name, text := range oddTexts {
		t.Run(name, func(t *testing.T) {
			s := sample(t)
			s.o.Fyne.Clipboard().SetContent(text)
			s.library.focus()
			s.do("add-clipboard")
			s.settle()
			s.imports.close()
			s.library.search.SetText(text)
			s.settle()
			s.library.search.SetText("")
			s.settle()
			if s.library.list.Count() > 0 {
				s.library.list.Choose(0)
				s.settle()
				s.do("new-from")
				s.settle()
			}
			s.OpenBriefing(s.home)
			s.settle()
			id := s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool {
				return k == briefing.AgendaSection && len(l.From) > 0
			})
			s.do("edit-line")
			s.review.editor.text.TypedShortcut(&fyne.ShortcutSelectAll{})
			s.review.editor.text.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.o.Fyne.Clipboard()})
			s.settle()
			s.review.endEditing()
			s.settle()
			if got := s.line(id).Text; strings.ContainsAny(got, "\x00\r\n\u2028\u2029") {
				t.Errorf("a line holds what no line can: %.40q", got)
			}
			s.do("preview")
			s.settle()
			s.do("preview")
			s.settle()
			s.unclipped(name, s.win.Canvas().Content())
			if _, err := s.app.Briefing(t.Context(), s.home); err != nil {
				t.Error(err)
			}
			s.do("undo")
			s.settle()
		})
	}
}

// TestFastHands does many things without waiting for any of them: what the
// window shows in the end is what the library holds.
func TestFastHands(t *testing.T) {
	s := sample(t)
	keys := []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn, fyne.KeyDelete, fyne.KeyUp, fyne.KeyEnd, fyne.KeyHome, fyne.KeyInsert, fyne.KeyEscape}
	for round := range 60 {
		k := keys[round*7%len(keys)]
		if f := s.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
		for _, id := range []string{"undo", "verify", "redo", "lock", "preview", "bluf", "next-unverified"}[round%3 : round%3+3] {
			s.do(id)
		}
		if round%9 == 0 {
			s.step(0)
		}
	}
	s.settle()
	for s.topSheet() != nil {
		s.topSheet().close()
	}
	s.review.endEditing()
	s.settle()
	b, err := s.app.Briefing(t.Context(), s.home)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(s.brief.Lines()), fmt.Sprint(b.Lines()); got != want {
		t.Errorf("shown is\n%s\nand kept is\n%s", got, want)
	}
}
