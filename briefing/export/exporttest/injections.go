package exporttest

// Injections are words that would be markup somewhere if they were not
// escaped.
var Injections = []string{
	"*bold* _it_ `code`", "<script>alert(1)</script>", "[x](javascript:alert(1))", "![a](file:///etc/passwd)", "# head", "- item",
	"1. item", "12) x", "a | b", "~~s~~", "https://evil.example", "www.evil.example", "me@evil.example", "[^1]", "[[wiki]]", "$x$",
	"$$x$$", "==hi==", "#tag", "%%c%%", "&lt;b&gt; &amp;", "---", "===", "+ x", "\\*", "a\nb", ": def", "^[inline]", "{{x}}",
	"<https://a.b>", "ftp://x.y", "http://a", "mailto:a@b.co", "xmpp:a@b.co/c", "[x]: http://q", "[ ] task", "[x] task",
	"“curly” Łukasiewicz — ‘a’", "    code", "&#42;a&#42;", "a  \nb", "```\nx\n```", "~~~", "> q", "1986. A great year", "|a|b|\n|-|-|",
	"<!-- c -->", "-->", "<!--", "— *a*", "x — *a · b* [^1] ¶2 `edited`", "**Comment:** y", "![[embed]]", "^block", "key:: value",
	"<%tp%>", "a*", "*", "**", "``", "`` ` ``", "\\", "a\\", "—", "·", "[!note] x", "\u00a0x\u00a0", "\u200b*a*", "\x00\x1b[31m", "(C)", "Head",
}
