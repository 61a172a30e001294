package web

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
)

// statedLeast is the least letters of a text that a page states for programs
// to be worth comparing: shorter ones are its beginning.
const statedLeast = 200

// keepStated keeps the paragraphs that stand in the text which the page
// states for programs too, wherever they stand and even where they are hidden:
// the rest of an article that a button shows.
func (r *region) keepStated(stated string) {
	if letters.Alphabetic(stated) < statedLeast {
		return
	}
	stated = letters.Squash(stated)
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if !r.kept[i] && b.Paragraph() && b.Hint&draft.CommentHint == 0 && b.Kind != briefing.Caption && strings.Contains(stated, letters.Squash(b.Text)) {
			r.kept[i] = true
			b.Hint &^= draft.HiddenHint | draft.AsideHint | draft.BylineHint
		}
	}
}

// onlyStated returns the text that a page states for programs, if it is not
// on the page: less than half of it was found there.
func onlyStated(stated string, body []draft.Block) []draft.Block {
	size := letters.Alphabetic(stated)
	if size < statedLeast {
		return nil
	}
	found := 0
	for _, b := range body {
		if draft.InBody(b.Kind) {
			found += b.Letters
		}
	}
	if 2*found >= size {
		return nil
	}
	if strings.Contains(stated, "</p>") || strings.Contains(stated, "<br") {
		if doc, err := html.Parse(strings.NewReader(stated)); err == nil {
			return Blocks(doc)
		}
	}
	var w draft.Writer
	for line := range strings.SplitSeq(stated, "\n") {
		w.Say(line, draft.Place{Kind: briefing.Body})
		w.End()
	}
	return w.Blocks
}
