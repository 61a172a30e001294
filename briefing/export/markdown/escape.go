package markdown

import (
	"example.org/attache/briefing/export"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape makes s inert inline text in CommonMark, GitHub's and Obsidian's
// Markdown: shown as the same characters, whatever they are. White space
// collapses, and a control character becomes U+FFFD.
func escape(s string) string {
	s = export.OneLine(s)
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for i, r := range s {
		switch {
		case unicode.IsControl(r):
			b.WriteRune(utf8.RuneError)
		case strings.ContainsRune("\\`*_{}[]<>#~|$^=%@!", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '&' && entity(s[i:]):
			b.WriteString("&amp;")
		// An address would become a link: "https://", "www.".
		case r == ':' && i+1 < len(s) && (s[i+1] == '/' || s[i+1] == ':'),
			r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"),
			i == 0 && (r == '-' || r == '+' || r == ':'),
			(r == '.' || r == ')') && i > 0 && i < 10 && digits(s[:i]):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// entity reports whether s, which begins with "&", would be read as a
// character reference.
func entity(s string) bool {
	for i := 1; i < len(s); i++ {
		c := s[i]
		if c == ';' {
			return i > 1
		}
		if c != '#' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return false
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// codeSpan returns s as a code span, fenced by more backticks than it holds.
func codeSpan(s string) string {
	s = export.OneLine(s)
	if s == "" {
		return ""
	}
	run, longest := 0, 0
	for i := range len(s) {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// yamlQuoted returns s as a double-quoted scalar of YAML 1.2.
func yamlQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r) || r == 0x2028 || r == 0x2029 || r == 0xFEFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
