package app

import (
	"bytes"
	"strings"

	"example.org/attache/assets"
)

// Chapter is a part of the user guide.
type Chapter struct {
	Title  string
	Blocks []GuideBlock
}

// GuideBlock is a paragraph of the guide, an item of a list, or a picture.
type GuideBlock struct {
	Mark    string // "" for a paragraph, "•" or "1." for an item
	Picture []byte // of a picture, PNG
	Runs    []GuideRun
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
		if said, path, ok := guidePicture(line); ok {
			picture, _ := assets.GuidePicture(path) // compiled in; a test has each
			c.Blocks = append(c.Blocks, GuideBlock{Picture: picture, Runs: []GuideRun{{Text: said}}})
			goesOn = false
			continue
		}
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

// GuideWords is GuideText without its pictures.
func GuideWords(language string) []byte {
	var out []byte
	for line := range bytes.Lines(GuideText(language)) {
		if _, _, picture := guidePicture(string(line)); picture {
			out = bytes.TrimSuffix(out, []byte("\n")) // the empty line before it, too
			continue
		}
		out = append(out, line...)
	}
	return out
}

// guidePicture reads a line that is a picture: what is said in its place, and its path.
func guidePicture(line string) (said, path string, ok bool) {
	rest, ok := strings.CutPrefix(line, "![")
	if !ok {
		return "", "", false
	}
	said, path, ok = strings.Cut(strings.TrimSuffix(rest, ")"), "](")
	return said, path, ok
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
