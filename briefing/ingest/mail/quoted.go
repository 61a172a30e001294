package mail

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/plain"
)

// Blocks returns the paragraphs of a plain text of a message. The marks
// of quoting (">") are taken off; what they stood before bears QuotedHint.
// What was quoted, heads and signatures are looked at apart from the rest:
// their lines were not wrapped with it.
func Blocks(text string) []draft.Block {
	var blocks []draft.Block
	var group strings.Builder
	quoted, heading := 0, false
	end := func() {
		run := group.String()
		paragraphs := plain.Paragraphs(run)
		if heading && len(paragraphs) > 0 {
			paragraphs = []briefing.Paragraph{{Span: briefing.Span{Start: paragraphs[0].Start, End: paragraphs[len(paragraphs)-1].End}, Kind: briefing.Body}}
		}
		for _, p := range paragraphs {
			b := draft.Block{Text: p.Of(run), Kind: p.Kind}
			if quoted > 0 {
				b.Hint = draft.QuotedHint
			}
			for _, r := range b.Text {
				if letters.Readable(r) {
					b.Letters++
				}
			}
			blocks = append(blocks, b)
		}
		group.Reset()
	}
	for line := range strings.Lines(text) {
		depth, words := quoting(line)
		bare := strings.TrimSpace(words)
		head := headLine().MatchString(bare) || markerLine().MatchString(bare)
		if bare != "" && (quoted != depth || heading != head || bare == "--") {
			end()
			quoted, heading = depth, head
		}
		group.WriteString(words)
	}
	end()
	return blocks
}

// quoting divides a line into the marks of quoting, which it counts, and the
// words after them. ">From" is no quotation: mailboxes write it for "From".
func quoting(line string) (depth int, words string) {
	words = line
	for {
		rest, ok := strings.CutPrefix(strings.TrimPrefix(words, " "), ">")
		if !ok {
			break
		}
		if depth == 0 && strings.HasPrefix(rest, "From ") {
			return 0, rest
		}
		depth, words = depth+1, rest
	}
	if depth > 0 {
		words = strings.TrimPrefix(words, " ")
	}
	return depth, words
}

// Unfold undoes the line ends of format=flowed (RFC 3676): a line that ends
// in a blank goes on in the next one, if that is quoted as deep.
func Unfold(text string, delsp bool) string {
	var out strings.Builder
	open, was := false, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		depth := len(line) - len(strings.TrimLeft(line, ">"))
		words := strings.TrimPrefix(line[depth:], " ")
		if open && depth != was {
			out.WriteByte('\n')
			open = false
		}
		if !open && depth > 0 {
			out.WriteString(strings.Repeat(">", depth) + " ")
		}
		flows := strings.HasSuffix(words, " ") && words != "-- "
		if flows && delsp {
			words = words[:len(words)-1]
		}
		out.WriteString(words)
		if !flows {
			out.WriteByte('\n')
		}
		open, was = flows, depth
	}
	return out.String()
}

// Mark marks what stands around the text of a message as furniture:
// heads of forwarded messages, signatures, notices of secrecy, and what is
// quoted in an answer. If the message forwards another, it returns the
// fields of that one's head.
func Mark(blocks []draft.Block, subject string) (forwarded map[string]string) {
	const answer = 200 // letters, from which on a message is more than a covering note
	forward := forwardSubject().MatchString(subject)
	var heads []int // first block of each head
	var fields map[string]string
	for i := 0; i < len(blocks); {
		n, found := headRun(blocks[i:])
		marked := i > 0 && markerLine().MatchString(blocks[i-1].Text) || n > 0 && markerLine().MatchString(firstLine(blocks[i].Text))
		if n == 0 {
			if markerLine().MatchString(blocks[i].Text) {
				blocks[i].Kind = briefing.Furniture
			}
			i++
			continue
		}
		if len(heads) == 0 {
			fields = found
		}
		forward = forward || marked || blocks[i].Kind == briefing.Furniture
		heads = append(heads, i)
		for j := range n {
			blocks[i+j].Kind = briefing.Furniture
		}
		if i > 0 && strings.IndexFunc(blocks[i-1].Text, letters.Readable) < 0 {
			blocks[i-1].Kind = briefing.Furniture // the rule above it
		}
		i += n
	}
	markSignatures(blocks)
	own := func(blocks []draft.Block) (n int) {
		for _, b := range blocks {
			if draft.InBody(b.Kind) && b.Hint&draft.QuotedHint == 0 {
				n += b.Letters
			}
		}
		return n
	}
	all := own(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.Hint&draft.QuotedHint != 0 && all >= answer {
			b.Kind = briefing.Furniture
		}
		if wroteLine().MatchString(b.Text) && i+1 < len(blocks) && blocks[i+1].Hint&draft.QuotedHint != 0 && b.Hint&draft.QuotedHint == 0 {
			b.Kind = briefing.Furniture
		}
	}
	if len(heads) == 1 && forward && own(blocks[:heads[0]]) < answer {
		return fields
	}
	return nil
}

// markSignatures marks signatures, which a line of two dashes begins, and the
// lines that programs and companies add.
func markSignatures(blocks []draft.Block) {
	const most = 600 // letters of a signature; more is text under a rule
	for i := 0; i < len(blocks); i++ {
		b := &blocks[i]
		if NoticeLine().MatchString(b.Text) && draft.InBody(b.Kind) {
			b.Kind = briefing.Furniture
		}
		if b.Text != "--" && !strings.HasPrefix(b.Text, "--\n") {
			continue
		}
		n, size := i, 0
		for n < len(blocks) && size <= most && draft.InBody(blocks[n].Kind) && blocks[n].Hint&draft.QuotedHint == b.Hint&draft.QuotedHint {
			size += utf8.RuneCountInString(blocks[n].Text)
			n++
		}
		for size <= most && i < n {
			blocks[i].Kind = briefing.Furniture
			i++
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
