package web

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
)

// region finds out which part of a page is the article, from readability's
// verdict and from what the page says of its parts.
type region struct {
	Layout
	kept []bool
	top  int // the headline's block, -1 if no heading shows it
}

// Settle completes kept and returns where the body begins and ends: nowhere
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
	r.addSpeakers()
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
		r.kept[i] = r.kept[i] && r.Blocks[i].Hint&(draft.ApartHint|draft.CommentHint) == 0
	}
}

// Text reports whether a block can be a paragraph of an article: it has more
// than a few words, few of them links, and stands in nothing that is called
// otherwise.
func (r *region) text(i int) bool {
	b := &r.Blocks[i]
	const few = 40 // letters
	return b.Letters >= few && 3*b.Linked < b.Letters && b.Hint&(draft.ApartHint|draft.CommentHint|draft.HiddenHint) == 0 && b.Kind != briefing.Caption
}

// weight returns how many letters of text a span has, and how many of them
// were kept.
func (r *region) weight(s span) (all, kept int) {
	for i := r.firstIn(s); i < len(r.Blocks) && r.Blocks[i].At < s.last; i++ {
		if !r.text(i) {
			continue
		}
		all += r.Blocks[i].Letters
		if r.kept[i] {
			kept += r.Blocks[i].Letters
		}
	}
	return all, kept
}

// firstIn returns the first block of a span.
func (r *region) firstIn(s span) int {
	lo, hi := 0, len(r.Blocks)
	for lo < hi {
		if mid := (lo + hi) / 2; r.Blocks[mid].At < s.first {
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
		if s.hint&(draft.AsideHint|draft.CommentHint) != 0 || !s.text {
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
	at := r.Blocks[r.top].At
	for _, s := range r.spans { // inner ones come first
		if s.first <= at && at < s.last && s.hint&(draft.AsideHint|draft.CommentHint) == 0 {
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
	for i := r.firstIn(s); i < len(r.Blocks) && r.Blocks[i].At < s.last; i++ {
		b := &r.Blocks[i]
		r.kept[i] = r.text(i) && b.Hint&draft.AsideHint == 0 || b.Kind == briefing.Heading && i != r.top && b.Linked == 0 || b.Kind == briefing.Quotation
	}
}

// home returns the smallest element that holds nearly all that was kept.
func (r *region) home() (span, bool) {
	total := 0
	for i, k := range r.kept {
		if k {
			total += r.Blocks[i].Letters
		}
	}
	if total == 0 {
		return span{}, false
	}
	best, found := span{}, false
	for _, s := range r.spans {
		in := 0
		for i := r.firstIn(s); i < len(r.Blocks) && r.Blocks[i].At < s.last; i++ {
			if r.kept[i] {
				in += r.Blocks[i].Letters
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
	for i := r.firstIn(home); i < len(r.Blocks) && r.Blocks[i].At < home.last; i++ {
		b := &r.Blocks[i]
		if !r.kept[i] && r.text(i) && b.Hint&^home.hint&(draft.AsideHint|draft.BylineHint|draft.AuthorHint) == 0 && b.Letters >= 60 && i != r.top {
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
		if !r.kept[i] && r.lead(i) && (r.top >= 0 || r.Blocks[i].Hint&draft.LeadHint != 0) {
			r.kept[i] = true
		}
	}
}

// addSpeakers keeps the lines of a quotation that name whom it is of, in
// whatever element they stand.
func (r *region) addSpeakers() {
	for i := 1; i < len(r.Blocks); i++ {
		b := &r.Blocks[i]
		if !r.kept[i] && r.kept[i-1] && b.Kind == briefing.Quotation && r.Blocks[i-1].Kind == briefing.Quotation && b.Hint&(draft.AsideHint|draft.CommentHint|draft.HiddenHint) == 0 {
			r.kept[i] = true
		}
	}
}

// around returns, as furniture, the paragraphs above and below the body that
// stand in the same article: under the headline, and in its element. They can
// be put back.
func (r *region) around(from, to int) (before, after []draft.Block) {
	home, ok := r.home()
	if !ok {
		return nil, nil
	}
	within := r.article(home)
	start := r.firstIn(within)
	if r.top >= 0 && r.top < from {
		start = max(start, r.top+1)
	}
	aside := func(i int) (draft.Block, bool) {
		b := r.Blocks[i]
		ok := b.Paragraph() && b.Hint&(draft.ApartHint|draft.CommentHint) == 0
		b.Kind = briefing.Furniture
		return b, ok
	}
	for i := start; i < from; i++ {
		if b, ok := aside(i); ok {
			before = append(before, b)
		}
	}
	for i := to; i < len(r.Blocks) && r.Blocks[i].At < within.last; i++ {
		if b, ok := aside(i); ok {
			after = append(after, b)
		}
	}
	return before, after
}

// Article returns the <article> or <main> around a region, or the region.
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
	b := &r.Blocks[i]
	if b.Letters < few || 3*b.Linked >= b.Letters || b.Hint&(draft.AsideHint|draft.CommentHint|draft.AuthorHint|draft.HiddenHint) != 0 || b.Kind == briefing.Caption || b.Kind == briefing.ListItem {
		return false
	}
	if d := dates.Find(b.Text, ""); len(d) > 0 && b.Letters < 80 || b.Hint&draft.BylineHint != 0 && b.Letters < 120 {
		return false
	}
	if _, signed := imprint.Signature(b.Text); signed && b.Letters < 80 {
		return false
	}
	if b.Hint&draft.LeadHint != 0 || b.Letters >= 100 {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(b.Text)
	return strings.ContainsRune(".!?…»”\"", end)
}
