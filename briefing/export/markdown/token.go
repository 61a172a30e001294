package markdown

import (
	"html"
	"strings"

	"example.org/attache/briefing/pattern"
)

// tokenKind says what a piece of a line of Markdown is.
type tokenKind int

const (
	textToken tokenKind = iota
	boldToken
	italicToken
	codeToken
	refToken     // "[1 ¶2](#sources)", or "[^1] ¶2" in older files
	commentToken // <!-- … -->
)

// token is a piece of a line of Markdown, its text without escapes.
type token struct {
	kind tokenKind
	text string
	// source is what stands between the marks of bold and italic text, as
	// written.
	source string
	at     int // byte offset in the line
}

// tokens cuts a line that Markdown wrote, or a person changed, into its
// pieces. It knows the constructs that Markdown writes and takes any other
// for text.
func tokens(s string) []token {
	var all []token
	var text strings.Builder
	start, lastComment := 0, strings.LastIndex(s, "-->")
	flush := func(next int) {
		if text.Len() > 0 {
			all = append(all, token{kind: textToken, text: text.String(), at: start})
			text.Reset()
		}
		start = next
	}
	for i := 0; i < len(s); {
		kind, inner, end := construct(s, i, lastComment)
		if end > i {
			flush(end)
			t := token{kind: kind, text: inner, source: inner, at: i}
			if kind == boldToken || kind == italicToken {
				t.text = unescape(inner)
			}
			all = append(all, t)
			i = end
			continue
		}
		if text.Len() == 0 {
			start = i
		}
		n := 1
		if s[i] == '\\' && i+1 < len(s) && punctuation(s[i+1]) {
			n = 2
			text.WriteByte(s[i+1])
		} else if s[i] == '&' && entity(s[i:]) {
			n = strings.IndexByte(s[i:], ';') + 1
			text.WriteString(html.UnescapeString(s[i : i+n]))
		} else {
			text.WriteByte(s[i])
		}
		i += n
	}
	flush(len(s))
	return all
}

// maxFence bounds the search for the end of a code span, which is repeated
// for every length of fence.
const maxFence = 32

// construct returns what begins at s[i], the source within it, and where it
// ends; an end of i if nothing does. The last comment ends at lastComment.
func construct(s string, i, lastComment int) (kind tokenKind, inner string, end int) {
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "**"):
		if n := closing(rest[2:], "**"); n > 0 {
			return boldToken, rest[2 : 2+n], i + n + 4
		}
	case rest[0] == '*':
		if n := closing(rest[1:], "*"); n > 0 {
			return italicToken, rest[1 : 1+n], i + n + 2
		}
	case rest[0] == '`':
		fence := len(rest) - len(strings.TrimLeft(rest, "`"))
		if fence > maxFence {
			break
		}
		if n := closingFence(rest[fence:], fence); n > 0 {
			inner := rest[fence : fence+n]
			if len(inner) > 2 && inner[0] == ' ' && inner[len(inner)-1] == ' ' {
				inner = inner[1 : len(inner)-1]
			}
			return codeToken, inner, i + n + 2*fence
		}
	case rest[0] == '[':
		if n := reference(rest); n > 0 {
			return refToken, rest[:n], i + n
		}
	case strings.HasPrefix(rest, "<!--") && i < lastComment:
		if n := strings.Index(rest, "-->"); n >= 4 {
			return commentToken, strings.TrimSpace(rest[4:n]), i + n + 3
		}
	}
	return 0, "", i
}

// closing returns where an unescaped mark stands in s, or -1.
func closing(s, mark string) int {
	for i := 0; i+len(mark) <= len(s); i++ {
		if s[i] == '\\' {
			i++
			continue
		}
		if s[i:i+len(mark)] == mark {
			return i
		}
	}
	return -1
}

// closingFence returns where a run of exactly n backticks stands in s, or -1.
func closingFence(s string, n int) int {
	for i := 0; i < len(s); i++ {
		if s[i] != '`' {
			continue
		}
		run := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if run == n {
			return i
		}
		i += run
	}
	return -1
}

// reference returns the length of "[1 ¶2, 5](#sources)" at the start of s, or
// of "[^1] ¶2, ¶3" as older files have it, or 0.
func reference(s string) int {
	if m := linkedReference().FindString(s); m != "" {
		return len(m)
	}
	return len(noteReference().FindString(s))
}

var (
	linkedReference = pattern.New(`^\[\d{1,7}[\s\x{00a0}]¶\d+(?:,\s\d+)*\]\(#[^)\s]*\)`)
	noteReference   = pattern.New(`^\[\^\d{1,7}\](?: ¶\d+(?:, ¶\d+)*)?`)
)

// unescape takes back escape.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && punctuation(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&' && entity(s[i:]):
			n := strings.IndexByte(s[i:], ';') + 1
			b.WriteString(html.UnescapeString(s[i : i+n]))
			i += n - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// punctuation reports whether c is ASCII punctuation, which a backslash
// escapes (CommonMark 0.31, 2.4).
func punctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
