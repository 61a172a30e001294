package ingest

import (
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"example.org/attache/briefing"
	"golang.org/x/net/html"
)

// selectBody returns the blocks of the article, from the first to the last
// of its body, with the captions and furniture between them; and what
// readability makes of the page's metadata. It takes doc apart.
//
// Readability decides what the article is. Its verdict is carried back to the
// blocks of the whole page, so that what stands inside the article and is not
// part of it stays in its place, as furniture, instead of vanishing.
func selectBody(doc *html.Node, blocks []block) ([]block, readability.Article) {
	from, to, found := chooseBody(doc, blocks)
	if from >= to {
		return everything(blocks), found
	}
	return settle(trim(blocks[from:to])), found
}

// chooseBody marks the blocks that are no part of the body and returns where
// the body begins and ends: nowhere, with nothing marked, where none is found.
func chooseBody(doc *html.Node, blocks []block) (from, to int, found readability.Article) {
	numbers := map[*html.Node]string{}
	for _, b := range blocks {
		for _, n := range b.nodes {
			numbers[n] = n.Attr[0].Val
		}
	}
	p := readability.NewParser()
	found, err := p.ParseAndMutate(doc, nil)
	if err != nil || found.Node == nil {
		return 0, 0, found
	}
	kept := map[string]bool{}
	for n := range found.Node.Descendants() {
		if n.Type == html.TextNode && len(n.Attr) > 0 && n.Attr[0].Key == textMark {
			kept[n.Attr[0].Val] = true
		}
	}
	from, to = len(blocks), 0
	for i := range blocks {
		b := &blocks[i]
		in, all := 0, 0
		for _, n := range b.nodes {
			size := len(strings.TrimSpace(n.Data))
			all += size
			if kept[numbers[n]] {
				in += size
			}
		}
		if 2*in <= all {
			b.leave()
		} else {
			from, to = min(from, i), i+1
		}
	}
	return from, to, found
}

// trim cuts stray lines off both ends: short ones that much furniture parts
// from the rest, such as the words over a menu.
func trim(blocks []block) []block {
	const (
		short = 80 // letters
		far   = 5  // blocks of furniture
	)
	stray := func(at func(int) block) (n int) {
		letters, gap := 0, 0
		for i := range blocks {
			b := at(i)
			if !inBody(b.kind) {
				gap++
				continue
			}
			if gap >= far {
				n = i
			}
			if letters, gap = letters+b.letters, 0; letters > short {
				break
			}
		}
		return n
	}
	blocks = blocks[stray(func(i int) block { return blocks[i] }):]
	return blocks[:len(blocks)-stray(func(i int) block { return blocks[len(blocks)-1-i] })]
}

// leave marks a block as no part of the body.
func (b *block) leave() {
	if b.kind != briefing.Caption {
		b.kind = briefing.Furniture
	}
}

// everything returns all blocks, for pages in which no article can be told
// from its surroundings: short notes, lists, fragments.
func everything(blocks []block) []block { return settle(blocks) }

// settle marks the furniture that the page's own names and links give away. A
// mark that would hold for much of the text is about something else: some
// sites call everything "widget", and some articles are lists of links.
func settle(blocks []block) []block {
	var total, aside, byline, links int
	for _, b := range blocks {
		if !inBody(b.kind) {
			continue
		}
		total += b.letters
		if b.hint&asideHint != 0 {
			aside += b.letters
		}
		if b.hint&bylineHint != 0 {
			byline += b.letters
		}
		if b.onlyLink() {
			links += b.letters
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if !inBody(b.kind) {
			continue
		}
		switch {
		case b.letters == 0,
			b.hint&asideHint != 0 && aside*3 < total,
			b.hint&bylineHint != 0 && byline*5 < total && b.letters < 200,
			b.onlyLink() && links*3 < total:
			b.leave()
		}
	}
	// A heading with nothing under it heads something that was left out.
	for i := len(blocks) - 1; i >= 0; i-- {
		if inBody(blocks[i].kind) {
			if blocks[i].kind != briefing.Heading || i == 0 {
				break
			}
			blocks[i].leave()
		}
	}
	return blocks
}

// onlyLink reports whether the block is nothing but a link, or an address:
// the way to another page.
func (b *block) onlyLink() bool {
	return b.linked == b.letters || !strings.Contains(b.text, " ") && strings.Contains(b.text, "://")
}

func inBody(k briefing.ParagraphKind) bool {
	return k == briefing.Body || k == briefing.Heading || k == briefing.ListItem || k == briefing.Quotation
}
