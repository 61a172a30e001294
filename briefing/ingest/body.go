package ingest

import (
	"slices"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"golang.org/x/net/html"
)

// chosen is what of a page is the article.
type chosen struct {
	body   []block             // with the captions and furniture inside it
	rest   int                 // paragraphs of the page that are not in body
	hidden int                 // paragraphs of body that were hidden; they are furniture
	seen   readability.Article // what readability makes of the page's metadata
}

// selectBody returns the blocks of the article, from the first to the last
// of its body, with the captions and furniture between them. It takes doc
// apart.
//
// Readability decides what the article is, unless it took something that the
// page itself calls by another name (see region.go). Its verdict is carried
// back to the blocks of the whole page, so that what stands inside the article
// and is not part of it stays in its place, as furniture, instead of
// vanishing.
func selectBody(doc *html.Node, l layout, m metadata) chosen {
	kept, found := verdict(doc, l.blocks)
	r := region{layout: l, kept: kept, top: firstOf(l.blocks, m.top)}
	r.keepStated(m.body)
	from, to := r.settle()
	c := chosen{seen: found}
	if from >= to {
		c.body = everything(slices.DeleteFunc(l.blocks, func(b block) bool { return b.hint&hiddenHint != 0 }))
		return c
	}
	for i := range l.blocks {
		if !r.kept[i] {
			l.blocks[i].leave()
		}
	}
	c.body = leaveImprint(settle(trim(l.blocks[from:to])), m.language)
	before, after := r.around(from, to)
	c.body = slices.Concat(before, c.body, after)
	shown := 0
	c.body = slices.DeleteFunc(c.body, func(b block) bool { return b.hint&hiddenHint != 0 && !b.paragraph() })
	for _, b := range c.body {
		if b.paragraph() {
			shown++
		}
		if b.hint&hiddenHint != 0 {
			c.hidden++
		}
	}
	for i := range l.blocks {
		if l.blocks[i].paragraph() && i != r.top {
			c.rest++
		}
	}
	c.rest = max(0, c.rest-shown)
	return c
}

// paragraph reports whether a block has the look of a paragraph: words enough
// and few links.
func (b *block) paragraph() bool { return b.letters >= 40 && 3*b.linked < b.letters }

// verdict returns which blocks readability takes for the article's.
func verdict(doc *html.Node, blocks []block) ([]bool, readability.Article) {
	numbers := map[*html.Node]string{}
	for _, b := range blocks {
		for _, n := range b.nodes {
			numbers[n] = n.Attr[0].Val
		}
	}
	kept := make([]bool, len(blocks))
	p := readability.NewParser()
	found, err := p.ParseAndMutate(doc, nil)
	if err != nil || found.Node == nil {
		return kept, found
	}
	taken := map[string]bool{}
	for n := range found.Node.Descendants() {
		if n.Type == html.TextNode && len(n.Attr) > 0 && n.Attr[0].Key == textMark {
			taken[n.Attr[0].Val] = true
		}
	}
	for i, b := range blocks {
		in, all := 0, 0
		for _, n := range b.nodes {
			size := len(strings.TrimSpace(n.Data))
			all += size
			if taken[numbers[n]] {
				in += size
			}
		}
		kept[i] = 2*in > all && b.hint&hiddenHint == 0
	}
	return kept, found
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
			b.onlyLink() && links*3 < total && !amongPoints(blocks, i):
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

// leaveImprint marks the lines above the second paragraph and below the last
// that say who wrote the article and when: they are its metadata.
func leaveImprint(blocks []block, lang string) []block {
	const long = 100 // letters of a paragraph
	seen, last := 0, 0
	for i, b := range blocks {
		if inBody(b.kind) && b.letters >= long {
			last = i
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if !inBody(b.kind) {
			continue
		}
		if b.letters >= long {
			seen++
		}
		if (seen < 2 || i > last) && b.kind != briefing.Quotation && isImprint(*b, lang) {
			b.leave()
		}
	}
	return blocks
}

// isImprint reports whether a line says when the article was published, or by
// whom it is, and nothing else.
func isImprint(b block, lang string) bool {
	const most = 120 // bytes
	if len(b.text) > most {
		return false
	}
	rest := letterCount(b.text)
	found := dates.Find(b.text, lang)
	for _, d := range found {
		rest -= letterCount(d.Of(b.text))
	}
	if len(found) > 0 && (rest <= 14 && !strings.HasSuffix(b.text, ".") || rest <= 60 && (holdsWords(b.text, "published") || holdsWords(b.text, "updated"))) {
		return true
	}
	name, signed := signature(b.text)
	return signed && shortName(name) && (rest <= letterCount(name)+30)
}

// amongPoints reports whether a block is an element of a list beside one that
// is more than a link: points of which some lead to more about them.
func amongPoints(blocks []block, i int) bool {
	if blocks[i].kind != briefing.ListItem {
		return false
	}
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(blocks) && blocks[k].kind == briefing.ListItem; k += step {
			if !blocks[k].onlyLink() {
				return true
			}
		}
	}
	return false
}

// onlyLink reports whether the block is nothing but a link, or an address:
// the way to another page.
func (b *block) onlyLink() bool {
	return b.linked == b.letters || !strings.Contains(b.text, " ") && strings.Contains(b.text, "://")
}

func inBody(k briefing.ParagraphKind) bool {
	return k == briefing.Body || k == briefing.Heading || k == briefing.ListItem || k == briefing.Quotation
}
