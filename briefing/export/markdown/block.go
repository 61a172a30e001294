package markdown

import (
	"strings"

	"example.org/attache/briefing/pattern"
)

// blockKind says what a block of Markdown is.
type blockKind int

const (
	paragraphBlock blockKind = iota
	titleBlock               // #
	sectionBlock             // ##
	sideBlock                // ###
	itemBlock                // - or 1.
	quoteBlock               // >
	sourceBlock              // [^1]:
)

// block is a paragraph, heading, item or quotation of a file. Its rows are
// joined by line feeds, without the marks that make them what they are.
type block struct {
	kind blockKind
	text string
	row  int // of the file, from 1
}

// blocks cuts the rows of a file into blocks; the first row has number first.
func blocks(rows []string, first int) []block {
	var all []block
	open := false // the last block goes on
	for i, row := range rows {
		kind, text, marked := blockStart(strings.TrimRight(row, " \t\r"))
		goesOn := open && len(all) > 0
		if under := underline(row); under != paragraphBlock && goesOn && all[len(all)-1].kind == paragraphBlock {
			all[len(all)-1].kind, open = under, false
			continue
		}
		switch {
		case strings.TrimSpace(text) == "" && kind != quoteBlock && !marked, text == "<!-- -->":
			open = false
			continue
		case goesOn && kind == quoteBlock && all[len(all)-1].kind == quoteBlock,
			goesOn && kind == paragraphBlock && all[len(all)-1].kind >= itemBlock,
			goesOn && kind == paragraphBlock && all[len(all)-1].kind == paragraphBlock:
			all[len(all)-1].text += "\n" + text
		default:
			all = append(all, block{kind, text, first + i})
		}
		open = kind == paragraphBlock || kind >= itemBlock
	}
	return all
}

// closedHeading is what may stand behind a heading.
var closedHeading = pattern.New(`(^|[ \t]+)#+$`)

// underline returns the heading that a row of "===" or "---" makes of the
// paragraph above it.
func underline(row string) blockKind {
	row = strings.TrimSpace(row)
	switch {
	case row != "" && strings.Trim(row, "=") == "":
		return titleBlock
	case row != "" && strings.Trim(row, "-") == "":
		return sectionBlock
	}
	return paragraphBlock
}

// blockStart returns what a row begins, and its text without the mark.
func blockStart(row string) (kind blockKind, text string, marked bool) {
	text = strings.TrimLeft(row, " \t")
	for _, h := range []struct {
		mark string
		kind blockKind
	}{{"#", titleBlock}, {"##", sectionBlock}, {"###", sideBlock}} {
		if rest, ok := strings.CutPrefix(text, h.mark); ok && (rest == "" || rest[0] == ' ') {
			return h.kind, closedHeading().ReplaceAllString(strings.TrimSpace(rest), ""), true
		}
	}
	if text == "" {
		return paragraphBlock, "", false
	}
	if noteReference().MatchString(text) {
		if end := strings.Index(text, "]:"); end > 0 && end < 12 {
			return sourceBlock, text, true
		}
	}
	switch c := text[0]; {
	case c == '>':
		return quoteBlock, strings.TrimSpace(text[1:]), true
	case (c == '-' || c == '*' || c == '+') && (len(text) == 1 || text[1] == ' '):
		return itemBlock, strings.TrimSpace(text[1:]), true
	case c >= '0' && c <= '9':
		n := 1
		for n < len(text) && n < 9 && text[n] >= '0' && text[n] <= '9' {
			n++
		}
		if n < len(text) && (text[n] == '.' || text[n] == ')') && (n+1 == len(text) || text[n+1] == ' ') {
			return itemBlock, strings.TrimSpace(text[n+1:]), true
		}
	}
	return paragraphBlock, text, false
}
