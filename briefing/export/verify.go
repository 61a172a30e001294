package export

import (
	"io"

	"example.org/attache/briefing"
)

// Word is one word of an exported file, and where it stands.
type Word struct {
	Text    string
	Row     int    // line of the file, from 1; 0 where a format has none
	Context string // some words around it
	Line    briefing.LineID
	// Class is label for fixed words, yours for words of a line that is
	// marked as the analyst's own or as edited, and "" for a word that must
	// stand in an article.
	Class briefing.WordClass
}

// MarkdownWords returns the words of a briefing in Markdown.
func MarkdownWords(r io.Reader) ([]Word, error) { return nil, briefing.ErrUnsupported }

// JSONWords returns the words of the printed lines of a briefing in JSON.
func JSONWords(r io.Reader) ([]Word, error) { return nil, briefing.ErrUnsupported }

// TraceWords returns the words of the lines of a trace document.
func TraceWords(r io.Reader) ([]Word, error) { return nil, briefing.ErrUnsupported }
