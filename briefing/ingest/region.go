package ingest

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
)

// region finds out which part of a page is the article, from readability's
// verdict and from what the page says of its parts.
type region struct {
	layout
	kept []bool
	top  int // the headline's block, -1 if no heading shows it
}

// settle completes kept and returns where the body begins and ends: nowhere
// where none is found.
func (r *region) settle() (from, to int) {
	if own, ok := r.own(); ok && !r.agrees(own) {
		r.take(own)
	}
	r.withoutApart()
	home, ok := r.home()
	if ok {
		r.grow(home)
	}
	r.addLead(home, ok)
	from, to = len(r.kept), 0
	for i, k := range r.kept {
		if k {
			from, to = min(from, i), i+1
		}
	}
	return from, to
}

// withoutApart gives up readers' words, menus and dialogs, unless nothing else
// was kept: a page can be about one.
func (r *region) withoutApart() {
	if _, kept := r.weight(span{last: 1 << 30}); kept < ownLeast {
		return
	}
	for i := range r.kept {
		r.kept[i] = r.kept[i] && r.blocks[i].hint&(apartHint|commentHint) == 0
	}
}

// text reports whether a block can be a paragraph of an article: it has more
// than a few words, few of them links, and stands in nothing that is called
// otherwise.
func (r *region) text(i int) bool {
	b := &r.blocks[i]
	const few = 40 // letters
	return b.letters >= few && 3*b.linked < b.letters && b.hint&(apartHint|commentHint|hiddenHint) == 0 && b.kind != briefing.Caption
}

// weight returns how many letters of text a span has, and how many of them
// were kept.
func (r *region) weight(s span) (all, kept int) {
	for i := r.firstIn(s); i < len(r.blocks) && r.blocks[i].at < s.last; i++ {
		if !r.text(i) {
			continue
		}
		all += r.blocks[i].letters
		if r.kept[i] {
			kept += r.blocks[i].letters
		}
	}
	return all, kept
}

// firstIn returns the first block of a span.
func (r *region) firstIn(s span) int {
	lo, hi := 0, len(r.blocks)
	for lo < hi {
		if mid := (lo + hi) / 2; r.blocks[mid].at < s.first {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

const ownLeast = 200 // letters of text that a region must have to be trusted

// own returns the region that the page itself says is the article: the
// element called the article's text, or else the smallest around the headline
// that has text.
func (r *region) own() (span, bool) {
	best, most := span{}, 0
	for _, s := range r.spans {
		if s.hint&(asideHint|commentHint) != 0 || !s.text {
			continue
		}
		if all, _ := r.weight(s); all >= ownLeast && all > most {
			best, most = s, all
		}
	}
	if most > 0 {
		return best, true
	}
	if r.top < 0 {
		return span{}, false
	}
	at := r.blocks[r.top].at
	for _, s := range r.spans { // inner ones come first
		if s.first <= at && at < s.last && s.hint&(asideHint|commentHint) == 0 {
			if all, _ := r.weight(s); all >= ownLeast {
				return s, true
			}
		}
	}
	return span{}, false
}

// agrees reports whether readability took part of a region at least, or
// something that speaks for itself.
func (r *region) agrees(own span) bool {
	all, in := r.weight(own)
	_, kept := r.weight(span{first: 0, last: 1 << 30})
	return 3*in >= all || kept > all && kept-in > in
}

// take keeps the text of a region and nothing else.
func (r *region) take(s span) {
	clear(r.kept)
	for i := r.firstIn(s); i < len(r.blocks) && r.blocks[i].at < s.last; i++ {
		b := &r.blocks[i]
		r.kept[i] = r.text(i) && b.hint&asideHint == 0 || b.kind == briefing.Heading && i != r.top && b.linked == 0 || b.kind == briefing.Quotation
	}
}

// home returns the smallest element that holds nearly all that was kept.
func (r *region) home() (span, bool) {
	total := 0
	for i, k := range r.kept {
		if k {
			total += r.blocks[i].letters
		}
	}
	if total == 0 {
		return span{}, false
	}
	best, found := span{}, false
	for _, s := range r.spans {
		in := 0
		for i := r.firstIn(s); i < len(r.blocks) && r.blocks[i].at < s.last; i++ {
			if r.kept[i] {
				in += r.blocks[i].letters
			}
		}
		if 10*in < 9*total {
			continue
		}
		if !found || s.depth > best.depth {
			best, found = s, true
		}
	}
	// The element that says it is the text, around that one.
	for _, s := range r.spans {
		if found && s.text && s.first <= best.first && best.last <= s.last {
			best = s
			break
		}
	}
	return best, found
}

// grow keeps the paragraphs that stand in the article's element beside those
// that were kept.
func (r *region) grow(home span) {
	for i := r.firstIn(home); i < len(r.blocks) && r.blocks[i].at < home.last; i++ {
		b := &r.blocks[i]
		if !r.kept[i] && r.text(i) && b.hint&^home.hint&(asideHint|bylineHint|authorHint) == 0 && b.letters >= 60 && i != r.top {
			r.kept[i] = true
		}
	}
}

// addLead keeps the lines between the headline and the text that are text
// too: the standfirst, in whatever element it stands.
func (r *region) addLead(home span, known bool) {
	first := -1
	for i, k := range r.kept {
		if k && i > r.top {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	start := r.top + 1
	if r.top < 0 {
		if !known {
			return
		}
		start = r.firstIn(r.article(home))
	}
	const most = 30 // blocks: farther up it is another part of the page
	if first-start > most {
		return
	}
	for i := start; i < first; i++ {
		if !r.kept[i] && r.lead(i) && (r.top >= 0 || r.blocks[i].hint&leadHint != 0) {
			r.kept[i] = true
		}
	}
}

// around returns, as furniture, the paragraphs above and below the body that
// stand in the same article: under the headline, and in its element. They can
// be put back.
func (r *region) around(from, to int) (before, after []block) {
	home, ok := r.home()
	if !ok {
		return nil, nil
	}
	within := r.article(home)
	start := r.firstIn(within)
	if r.top >= 0 && r.top < from {
		start = max(start, r.top+1)
	}
	aside := func(i int) (block, bool) {
		b := r.blocks[i]
		ok := b.paragraph() && b.hint&(apartHint|commentHint) == 0
		b.kind = briefing.Furniture
		return b, ok
	}
	for i := start; i < from; i++ {
		if b, ok := aside(i); ok {
			before = append(before, b)
		}
	}
	for i := to; i < len(r.blocks) && r.blocks[i].at < within.last; i++ {
		if b, ok := aside(i); ok {
			after = append(after, b)
		}
	}
	return before, after
}

// article returns the <article> or <main> around a region, or the region.
func (r *region) article(home span) span {
	for _, s := range r.spans { // inner ones come first
		if s.article && s.first <= home.first && home.last <= s.last {
			return s
		}
	}
	return home
}

// lead reports whether a line over the text is one of its own.
func (r *region) lead(i int) bool {
	const few = 25 // letters
	b := &r.blocks[i]
	if b.letters < few || 3*b.linked >= b.letters || b.hint&(asideHint|commentHint|authorHint|hiddenHint) != 0 || b.kind == briefing.Caption || b.kind == briefing.ListItem {
		return false
	}
	if d := dates.Find(b.text, ""); len(d) > 0 && b.letters < 80 || b.hint&bylineHint != 0 && b.letters < 120 {
		return false
	}
	if _, signed := signature(b.text); signed && b.letters < 80 {
		return false
	}
	if b.hint&leadHint != 0 || b.letters >= 100 {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(b.text)
	return strings.ContainsRune(".!?…»”\"", end)
}
