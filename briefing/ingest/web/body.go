package web

import (
	"log/slog"
	"slices"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
)

// chosen is what of a page is the article.
type chosen struct {
	body   []draft.Block       // with the captions and furniture inside it
	rest   []draft.Block       // paragraphs elsewhere on the page, as furniture
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
func selectBody(doc *html.Node, l Layout, m Metadata) chosen {
	kept, found := Verdict(doc, l.Blocks)
	r := region{Layout: l, kept: kept, top: firstOf(l.Blocks, m.top)}
	r.keepStated(m.body)
	from, to := r.settle()
	c := chosen{seen: found}
	if from >= to {
		c.body, c.hidden = withHidden(l.Blocks)
		c.body = Settle(c.body) // short notes, lists, fragments: no article can be told from its surroundings
		return c
	}
	for i := range l.Blocks {
		if !r.kept[i] {
			l.Blocks[i].Leave()
		}
	}
	c.body = leaveImprint(Settle(trim(l.Blocks[from:to])), m.language)
	before, after := r.around(from, to)
	c.body = slices.Concat(before, c.body, after)
	c.body = slices.DeleteFunc(c.body, func(b draft.Block) bool { return b.Hint&draft.HiddenHint != 0 && !b.Paragraph() })
	for _, b := range c.body {
		if b.Hint&draft.HiddenHint != 0 {
			c.hidden++
		}
	}
	known := c.body
	if r.top >= 0 {
		known = append(slices.Clone(known), l.Blocks[r.top])
	}
	c.rest = elsewhere(l.Blocks, known)
	return c
}

// elsewhere returns, as furniture, the paragraphs that are in none of the
// known blocks, each once: pages repeat some for other screens.
func elsewhere(blocks, known []draft.Block) []draft.Block {
	var rest []draft.Block
	seen := map[string]bool{}
	for _, b := range known {
		seen[b.Text] = true
	}
	for _, b := range blocks {
		if !b.Paragraph() || seen[b.Text] {
			continue
		}
		seen[b.Text] = true
		b.Kind = briefing.Furniture
		rest = append(rest, b)
	}
	return rest
}

// Verdict returns which blocks readability takes for the article's.
func Verdict(doc *html.Node, blocks []draft.Block) ([]bool, readability.Article) {
	kept := make([]bool, len(blocks))
	p := readability.NewParser()
	p.Logger = slog.New(slog.DiscardHandler) // its own writes what it throws away
	found, err := p.ParseAndMutate(doc, nil)
	if err != nil || found.Node == nil {
		return kept, found
	}
	taken := map[int]bool{}
	for n := range inside(found.Node) {
		if n.Type == html.TextNode && len(n.Attr) > 0 && n.Attr[0].Key == textMark {
			if at, err := strconv.Atoi(n.Attr[0].Val); err == nil {
				taken[at] = true
			}
		}
	}
	for i, b := range blocks {
		in, all := 0, 0
		for _, p := range b.Pieces {
			all += p.Size
			if taken[p.At] {
				in += p.Size
			}
		}
		kept[i] = 2*in > all && b.Hint&draft.HiddenHint == 0
	}
	return kept, found
}

// trim cuts stray lines off both ends: short ones that much furniture parts
// from the rest, such as the words over a menu.
func trim(blocks []draft.Block) []draft.Block {
	const (
		short = 80 // letters
		far   = 5  // blocks of furniture
	)
	stray := func(at func(int) draft.Block) (n int) {
		letters, gap := 0, 0
		for i := range blocks {
			b := at(i)
			if !draft.InBody(b.Kind) {
				gap++
				continue
			}
			if gap >= far {
				n = i
			}
			if letters, gap = letters+b.Letters, 0; letters > short {
				break
			}
		}
		return n
	}
	blocks = blocks[stray(func(i int) draft.Block { return blocks[i] }):]
	return blocks[:len(blocks)-stray(func(i int) draft.Block { return blocks[len(blocks)-1-i] })]
}

// Settle marks the furniture that the page's own names and links give away. A
// mark that would hold for much of the text is about something else: some
// sites call everything "widget", and some articles are lists of links.
func Settle(blocks []draft.Block) []draft.Block {
	var total, aside, byline, links int
	for _, b := range blocks {
		if !draft.InBody(b.Kind) {
			continue
		}
		total += b.Letters
		if b.Hint&draft.AsideHint != 0 {
			aside += b.Letters
		}
		if b.Hint&draft.BylineHint != 0 {
			byline += b.Letters
		}
		if b.OnlyLink() {
			links += b.Letters
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if !draft.InBody(b.Kind) {
			continue
		}
		switch {
		case b.Letters == 0,
			b.Hint&draft.AsideHint != 0 && aside*3 < total,
			b.Hint&draft.BylineHint != 0 && byline*5 < total && b.Letters < 200,
			b.OnlyLink() && links*3 < total && !amongPoints(blocks, i):
			b.Leave()
		}
	}
	// A heading with nothing under it heads something that was left out.
	for i := len(blocks) - 1; i >= 0; i-- {
		if draft.InBody(blocks[i].Kind) {
			if blocks[i].Kind != briefing.Heading || i == 0 {
				break
			}
			blocks[i].Leave()
		}
	}
	return blocks
}

// leaveImprint marks the lines above the second paragraph and below the last
// that say who wrote the article and when: they are its metadata.
func leaveImprint(blocks []draft.Block, lang string) []draft.Block {
	const long = 100 // letters of a paragraph
	seen, last := 0, 0
	for i, b := range blocks {
		if draft.InBody(b.Kind) && b.Letters >= long {
			last = i
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if !draft.InBody(b.Kind) {
			continue
		}
		if b.Letters >= long {
			seen++
		}
		if (seen < 2 || i > last) && b.Kind != briefing.Quotation && isImprint(*b, lang) {
			b.Leave()
		}
	}
	return blocks
}

// isImprint reports whether a line says when the article was published, or by
// whom it is, and nothing else.
func isImprint(b draft.Block, lang string) bool {
	const most = 120 // bytes
	if len(b.Text) > most {
		return false
	}
	rest := letters.Alphabetic(b.Text)
	found := dates.Find(b.Text, lang)
	for _, d := range found {
		rest -= letters.Alphabetic(d.Of(b.Text))
	}
	if len(found) > 0 && (rest <= 14 && !strings.HasSuffix(b.Text, ".") || rest <= 60 && (imprint.Holds(b.Text, "published") || imprint.Holds(b.Text, "updated"))) {
		return true
	}
	name, signed := imprint.Signature(b.Text)
	return signed && shortName(name) && (rest <= letters.Alphabetic(name)+30)
}

// amongPoints reports whether a block is an element of a list beside one that
// is more than a link: points of which some lead to more about them.
func amongPoints(blocks []draft.Block, i int) bool {
	if blocks[i].Kind != briefing.ListItem {
		return false
	}
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(blocks) && blocks[k].Kind == briefing.ListItem; k += step {
			if !blocks[k].OnlyLink() {
				return true
			}
		}
	}
	return false
}
