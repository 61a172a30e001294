package ingest

import (
	"strings"

	"example.org/attache/briefing"
	"golang.org/x/net/html"
)

// statedLeast is the least letters of a text that a page states for programs
// to be worth comparing: shorter ones are its beginning.
const statedLeast = 200

// keepStated keeps the paragraphs that stand in the text which the page
// states for programs too, wherever they stand and even where they are hidden:
// the rest of an article that a button shows.
func (r *region) keepStated(stated string) {
	if letterCount(stated) < statedLeast {
		return
	}
	stated = squash(stated)
	for i := range r.blocks {
		b := &r.blocks[i]
		if !r.kept[i] && b.paragraph() && b.hint&commentHint == 0 && b.kind != briefing.Caption && strings.Contains(stated, squash(b.text)) {
			r.kept[i] = true
			b.hint &^= hiddenHint | asideHint | bylineHint
		}
	}
}

// onlyStated returns the text that a page states for programs, if it is not
// on the page: less than half of it was found there.
func onlyStated(stated string, body []block) []block {
	size := letterCount(stated)
	if size < statedLeast {
		return nil
	}
	found := 0
	for _, b := range body {
		if inBody(b.kind) {
			found += b.letters
		}
	}
	if 2*found >= size {
		return nil
	}
	if strings.Contains(stated, "</p>") || strings.Contains(stated, "<br") {
		if doc, err := html.Parse(strings.NewReader(stated)); err == nil {
			return blocksOf(doc)
		}
	}
	var w blockWriter
	for line := range strings.SplitSeq(stated, "\n") {
		w.say(line, place{kind: briefing.Body})
		w.end()
	}
	return w.blocks
}
