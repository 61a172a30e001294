package app

import (
	"strings"

	"example.org/attache/assets"
)

// Chapter is a part of the user guide.
type Chapter struct {
	Title  string
	Blocks []GuideBlock
}

// GuideBlock is a paragraph of the guide, or an item of a list.
type GuideBlock struct {
	Mark string // "" for a paragraph, "•" or "1." for an item
	Runs []GuideRun
}

// GuideRun is a run of words of one kind.
type GuideRun struct {
	Text string
	Term bool // words of the interface, as it shows them
	Code bool // words to be typed
}

// Guide returns the user guide in a language of the interface; English where it
// is in no other. Its files are Markdown with headings, paragraphs, lists of one
// level, **words of the interface** and `words to be typed`, and no more.
func Guide(language string) []Chapter {
	var out []Chapter
	goesOn := false // the next line belongs to the last block
	for line := range strings.Lines(string(GuideText(language))) {
		line = strings.TrimRight(line, "\n")
		if title, ok := strings.CutPrefix(line, "## "); ok {
			out = append(out, Chapter{Title: title})
			goesOn = false
			continue
		}
		if len(out) == 0 || line == "" { // before the first chapter stands the title of the whole
			goesOn = false
			continue
		}
		c := &out[len(out)-1]
		mark, rest := guideMark(line)
		if mark != "" || !goesOn {
			c.Blocks = append(c.Blocks, GuideBlock{Mark: mark, Runs: guideRuns(rest)})
		} else {
			b := &c.Blocks[len(c.Blocks)-1]
			b.Runs = append(b.Runs, guideRuns(" "+rest)...)
		}
		goesOn = true
	}
	return out
}

// GuideText is Guide as its file has it.
func GuideText(language string) []byte {
	text, err := assets.Guide(language)
	if err != nil {
		text, _ = assets.Guide("en") // compiled in
	}
	return text
}

// guideMark cuts the mark of a list's item off a line.
func guideMark(line string) (mark, rest string) {
	if rest, ok := strings.CutPrefix(line, "* "); ok {
		return "•", rest
	}
	if n, rest, ok := strings.Cut(line, ". "); ok && len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
		return n + ".", rest
	}
	return "", strings.TrimLeft(line, " ")
}

// guideRuns cuts a line at its marks.
func guideRuns(line string) (runs []GuideRun) {
	for i, part := range strings.Split(line, "**") {
		for j, words := range strings.Split(part, "`") {
			if words != "" {
				runs = append(runs, GuideRun{Text: words, Term: i%2 == 1, Code: j%2 == 1})
			}
		}
	}
	return runs
}
