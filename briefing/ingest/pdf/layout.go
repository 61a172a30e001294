package pdf

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.org/attache/briefing/pattern"
)

// layout is a document's lines in the order of reading.
type layout struct {
	lines   []laidLine
	body    float64 // height of most letters
	lead    float64 // from line to line, as a part of the height
	title   string  // the largest line of the first page
	pulls   bool    // some lines are of pull quotes
	address string  // in a running head or foot, as browsers print it
}

// laidLine is a line and what its place says about it.
type laidLine struct {
	row
	out  bool // running head, page number, note, text across the page
	pull bool // set large in the middle of a sentence, which goes on below it
	flow int  // lines of one flow stand below each other
}

// layPages orders the lines of pages and finds what stands around the text.
func layPages(pages []page) *layout {
	l := &layout{body: bodyHeight(pages)}
	running := runningLines(pages)
	flow := 0
	for _, p := range pages {
		out := l.around(p, running)
		var inside, outside []row
		for i, line := range p.lines {
			if out[i] {
				outside = append(outside, line)
			} else {
				inside = append(inside, line)
			}
		}
		inside = inOrder(joinInitials(inside, l.body))
		for i, line := range inside {
			if i == 0 || !below(inside[i-1], line) {
				flow++
			}
			l.lines = append(l.lines, laidLine{row: line, flow: flow})
		}
		for _, line := range outside {
			l.lines = append(l.lines, laidLine{row: line, out: true})
			if a := strings.TrimSpace(line.text); strings.HasPrefix(a, "http") && !strings.Contains(a, " ") && l.address == "" {
				l.address = a
			}
		}
	}
	l.markNotes()
	l.markPulled()
	l.measure()
	return l
}

// below reports whether line b goes on in the column of line a.
func below(a, b row) bool {
	return b.page == a.page && b.base < a.base && a.base-b.base < 6*max(a.height, b.height) && b.x0 < a.x1 && a.x0 < b.x1
}

// bodyHeight returns the height of most letters.
func bodyHeight(pages []page) float64 {
	weights := map[int]int{}
	for _, p := range pages {
		for _, line := range p.lines {
			weights[int(math.Round(line.height*2))] += len(line.text)
		}
	}
	best := 0
	for h, n := range weights {
		if n > weights[best] || n == weights[best] && h < best {
			best = h
		}
	}
	return float64(best) / 2
}

// maxTitle is the most bytes a title is collected to.
const maxTitle = 1000

// edge is the part of a page's height, above and below, where running heads
// and feet stand.
const edge = 0.16

// runningLines returns the wording of lines that stand at the edge of several
// pages, with their numbers taken out.
func runningLines(pages []page) map[string]bool {
	on := map[string]int{} // number of pages
	for _, p := range pages {
		here := map[string]bool{}
		upper, lower := p.apart()
		for _, line := range p.lines {
			key := p.runningKey(line)
			if p.atEdge(line) && (line.base >= upper || line.base <= lower) && !here[key] {
				here[key] = true
				on[key]++
			}
		}
	}
	running := map[string]bool{}
	for key, n := range on {
		// Left and right pages may differ, the first has none, and chapters
		// have their own. The last words of a sentence may stand there twice
		// by chance.
		running[key] = n > 2 || n == 2 && len(pages) < 8 && !strings.HasSuffix(key, ".")
	}
	return running
}

// apart returns from where upwards and downwards lines stand apart from the
// text, with a gap between.
func (p *page) apart() (upper, lower float64) {
	const most = 4 // rows of a running head
	lines := slices.Clone(p.lines)
	slices.SortStableFunc(lines, func(a, b row) int { return cmp.Compare(b.base, a.base) })
	upper, lower = math.Inf(1), math.Inf(-1)
	for i, rows := 1, 1; i < len(lines) && rows <= most; i++ {
		gap := lines[i-1].base - lines[i].base
		if gap > 1.7*min(lines[i].height, lines[i-1].height) {
			upper = lines[i-1].base
			break
		}
		if gap > 2 {
			rows++
		}
	}
	for i, rows := len(lines)-1, 1; i > 0 && rows <= most; i-- {
		gap := lines[i-1].base - lines[i].base
		if gap > 1.7*min(lines[i].height, lines[i-1].height) {
			lower = lines[i].base
			break
		}
		if gap > 2 {
			rows++
		}
	}
	return upper, lower
}

func (p *page) atEdge(line row) bool {
	height := p.top - p.bottom
	return line.base > p.top-edge*height || line.base+line.height < p.bottom+edge*height
}

// runningKey is a line's place on its page and its words without numbers,
// which count pages.
func (p *page) runningKey(line row) string {
	const step = 4 // points
	return strconv.Itoa(int(math.Round((p.top-line.base)/step))) + " " + strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '#'
		case unicode.IsSpace(r):
			return -1
		}
		return unicode.ToLower(r)
	}, numbers().ReplaceAllString(line.text, "0"))
}

var (
	numbers = pattern.New(`\d+`)
	// pageNumber is "3", "– 3 –", "Page 3 of 9", "3/9".
	pageNumber = pattern.New(`(?i)^[-–—|\s]*(?:page|seite|página|pág\.|p\.|s\.)?\s*(?:\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?|[ivxl]{1,6})[-–—|\s]*$`)
	// leaders are the dots of a table of contents.
	leaders = pattern.New(`(?:\. ?){6}`)
	// continued is "Continued on page 2", "Ministers meet: from page 1".
	continued = pattern.New(`(?i)^[^\pL]*(?:[^.!?]{1,80}?[:,|–—-]\s*)?(?:(?:the )?(?:story |article )?(?:continued|continues|cont(?:['’]?d)?\.?)\s+(?:on|from)\s+(?:page|pg\.?|p\.)?\s*[A-Z]?\d{1,3}|(?:turn to|see|from)\s+(?:page|pg\.?|p\.)\s*[A-Z]?\d{1,3}|(?:fortsetzung|weiter)\s+(?:auf|von)\s+(?:seite|s\.)\s*\w{1,4}|suite\s+(?:en|à la|de la)?\s*(?:page|p\.)\s*\w{1,4}|(?:continúa|sigue|viene|continuación)\s+(?:en|de)\s+(?:la\s+)?(?:página|pág\.?|p\.)\s*\w{1,4})[^\pL]*$`)
	// printed is what browsers put at the edge of a page.
	printed = pattern.New(`^(?:(?:https?|file)://\S+|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: ?[APap][Mm])?)$`)
)

// around marks the lines of a page that are not its text.
func (l *layout) around(p page, running map[string]bool) []bool {
	out := make([]bool, len(p.lines))
	first, last := math.Inf(-1), math.Inf(1) // bases of the uppermost and the lowest line
	for _, line := range p.lines {
		if !line.turned {
			first, last = max(first, line.base), min(last, line.base)
		}
	}
	var rows []float64 // of what a browser has printed
	for i, line := range p.lines {
		if line.turned || leaders().MatchString(line.text) || len(line.text) < 120 && continued().MatchString(line.text) {
			out[i] = true
			continue
		}
		if !p.atEdge(line) {
			continue
		}
		outermost := line.base > first-line.height || line.base < last+line.height
		out[i] = running[p.runningKey(line)] || outermost && (pageNumber().MatchString(line.text) || printed().MatchString(line.text))
		if out[i] && printed().MatchString(line.text) && len(rows) < 8 {
			rows = append(rows, line.base)
		}
	}
	for i, line := range p.lines { // the title beside the time
		out[i] = out[i] || p.atEdge(line) && slices.ContainsFunc(rows, func(y float64) bool { return math.Abs(y-line.base) < 2 })
	}
	if !slices.Contains(out, false) { // it is all there is
		return make([]bool, len(p.lines))
	}
	return out
}

// markNotes marks the notes at the foot of pages: the last lines of a flow, in
// smaller letters, from one that begins with a number or star.
func (l *layout) markNotes() {
	end := len(l.lines)
	for end > 0 {
		start := end
		for start > 0 && l.lines[start-1].page == l.lines[end-1].page {
			start--
		}
		from := -1
		for i := end - 1; i >= start; i-- {
			if l.lines[i].out {
				continue
			}
			if l.lines[i].height > 0.9*l.body {
				break
			}
			if noteMark().MatchString(l.lines[i].text) {
				from = i
			}
		}
		for i := from; from >= 0 && i < end; i++ {
			l.lines[i].out = true
		}
		end = start
	}
}

// markPulled marks pull quotes: a few large lines in a column that stand in the
// middle of a sentence.
func (l *layout) markPulled() {
	const most = 8 // lines
	for i := 1; i < len(l.lines); i++ {
		before := l.lines[i-1]
		if before.out || before.height > 1.12*l.body || l.lines[i].out || l.lines[i].height <= 1.12*l.body {
			continue
		}
		to := i
		for to < len(l.lines) && to-i < most && !l.lines[to].out && l.lines[to].height > 1.12*l.body {
			to++
		}
		if to == len(l.lines) || l.lines[to].out || l.lines[to].height > 1.12*l.body || l.lines[to].page != before.page {
			continue
		}
		if goes := before.divided() || !endsSentence(before.text); goes && lower(l.lines[to].text) {
			for k := i; k < to; k++ {
				l.lines[k].pull, l.pulls = true, true
			}
			for k := to; k < len(l.lines) && l.lines[k].page == before.page && l.lines[k].flow == l.lines[to].flow; k++ {
				if l.lines[k].flow != before.flow && math.Abs(l.lines[k].x0-before.x0) < 3*l.body {
					l.lines[k].flow = before.flow // the column goes on below it
				}
			}
		}
		i = to
	}
}

var noteMark = pattern.New(`^(?:\[?\d{1,3}\]?[.)]?\s*\pL|\*|†|‡)`)

// measure finds the usual distance of lines and the title.
func (l *layout) measure() {
	var gaps []float64
	largest := 1.15 * l.body
	for i, line := range l.lines {
		if line.out {
			continue
		}
		if i > 0 && l.lines[i-1].flow == line.flow && math.Abs(l.lines[i-1].height-line.height) < 0.5 && line.height > 0 {
			gaps = append(gaps, (l.lines[i-1].base-line.base)/line.height)
		}
		if line.page == l.lines[0].page && line.height > largest && strings.ContainsFunc(line.text, unicode.IsLetter) {
			largest = line.height
		}
	}
	l.lead = 1.2
	if len(gaps) > 0 {
		slices.Sort(gaps)
		l.lead = gaps[len(gaps)/2]
	}
	for _, line := range l.lines {
		if line.out || line.page != l.lines[0].page || math.Abs(line.height-largest) > 0.5 || largest <= 1.15*l.body {
			if l.title != "" {
				break
			}
			continue
		}
		if l.title = strings.TrimSpace(l.title + " " + line.text); len(l.title) > maxTitle {
			break
		}
	}
}
