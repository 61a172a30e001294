package html

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
	"golang.org/x/net/html"
)

func openBytes(data []byte) (trace.File, error) { return Open(bytes.NewReader(data)) }

var recordElement = regexp.MustCompile(`<meta name="attache-trace" content="[^"]*">`)

// forged returns the file of b with the record of the sample's, and with its
// style sheet and links.
func forged(t *testing.T, b briefing.Briefing) []byte {
	record := recordElement.FindString(htmlOf(t, exporttest.Briefing(), exporttest.Options()))
	return []byte(recordElement.ReplaceAllLiteralString(htmlOf(t, b, exporttest.Options()), record))
}

func TestChangesAreNamed(t *testing.T) { exporttest.CheckChanges(t, forged, openBytes) }

// TestChangesByHandAreNamed changes a file as a person does in an editor, or a
// program that puts something in.
func TestChangesByHandAreNamed(t *testing.T) {
	text := htmlOf(t, exporttest.Briefing(), exporttest.Options())
	for _, c := range []struct {
		name, old, new string
		want           []string // in one sentence
	}{
		{"a word of the evidence", "who cross it</mark>", "who own it</mark>", []string{"own"}},
		{"a script", "</body>", "<script>alert(1)</script></body>", []string{"<script>"}},
		{"a handler", `<main class="brief"`, `<main onclick="x()" class="brief"`, []string{"onclick"}},
		{"a picture", "</main>", `<img src="https://evil.example/x.png"></main>`, []string{"<img>"}},
		{"a frame", "</main>", `<iframe src="https://evil.example/"></iframe></main>`, []string{"<iframe>"}},
		{"a line hidden", `<li class="line" id="l8">`, `<li class="line" id="l8" style="display:none">`, []string{"style attribute", "night trains"}},
		{"a line hidden by the style sheet", "*{box-sizing", "#l8{display:none}*{box-sizing", []string{"style sheet"}},
		{"words of the style sheet", "*{box-sizing", "#l8:after{content:'not'}*{box-sizing", []string{"style sheet"}},
		{"the way to the evidence", `href="#w8"`, `href="#w9"`, []string{"link between a line and its evidence"}},
		{"what lights up", `<mark class="w7 r6 x7">`, `<mark class="w8 r6 x7">`, []string{"link between a line and its evidence"}},
		{"a link", `href="https://courier.example/bridge?a=1&amp;b=2"`, `href="https://evil.example/"`, []string{"a link to https://evil.example/"}},
		{"the way back", ">↩</a>", ">↩ not</a>", []string{"not"}},
		{"an article added", `<article id="a2"`, `<article id="a9"><p>Sheer invention.</p></article><article id="a2"`, []string{"invention"}},
		{"the title of the window is not read", "<title>Ruritania", "<title>Borduria", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := strings.Replace(text, c.old, c.new, 1)
			if edited == text {
				t.Fatalf("%q is not in the file", c.old)
			}
			f, err := openBytes([]byte(edited))
			if err != nil {
				t.Fatal(err)
			}
			if said := exporttest.Sentences(f); c.want != nil && !(exporttest.Change{Says: c.want}).Said(said) {
				t.Errorf("said %q, want %q", said, c.want)
			}
		})
	}
}

// TestHarmless writes a file in other ways that HTML has for the same, as
// formatters and minifiers do.
func TestHarmless(t *testing.T) {
	text := htmlOf(t, exporttest.Briefing(), exporttest.Options())
	head, body, _ := strings.Cut(text, "<body>")
	body = "<body>" + body
	each := func(old, new string) string {
		changed := regexp.MustCompile(old).ReplaceAllString(body, new)
		if changed == body {
			t.Errorf("%q is not in the file", old)
		}
		return head + changed
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var parsed bytes.Buffer
	if err := html.Render(&parsed, root); err != nil {
		t.Fatal(err)
	}
	for name, changed := range map[string]string{
		"CRLF":                      strings.ReplaceAll(head, "\n", "\n") + strings.ReplaceAll(body, "\n", "\r\n"),
		"a byte order mark":         "\ufeff" + text,
		"no ends of rows":           each(`>\n<`, "><"),
		"indented":                  each(`\n<`, "\n    <"),
		"no quotes":                 each(`="([a-z0-9]+)"`, "=$1"),
		"single quotes":             each(`="([^"']*)"`, "='$1'"),
		"capitals":                  each(`<(/?)(p|li|ul|ol|h\d|b|a|section|span)\b`, "<${1}P_$2"),
		"optional ends left out":    each(`</(li|p|dt|dd)>\n`, "\n"),
		"comments":                  each(`<section>`, "<section><!-- section -->"),
		"characters by name":        each(`“`, "&ldquo;"),
		"characters by number":      each(`¶`, "&#xB6;"),
		"a class more":              each(`class="line"`, `class="line reviewed"`),
		"rows broken between words": each(`([a-z]) ([a-z]+) ([a-z])`, "$1\n$2 $3"),
		"parsed and written anew":   parsed.String(),
		"attributes sorted":         sortedAttributes(t, text),
		"a head of another program": strings.Replace(text, "<head>", `<head><meta name="generator" content="Other">`, 1),
		"no end":                    strings.TrimSuffix(strings.TrimSpace(text), "</html>"),
	} {
		if name == "capitals" {
			changed = regexp.MustCompile(`P_[a-z0-9]+`).ReplaceAllStringFunc(changed, func(s string) string { return strings.ToUpper(s[2:]) })
		}
		exporttest.CheckHarmless(t, name, []byte(changed), openBytes)
	}
}

// sortedAttributes writes a file with its attributes in another order.
func sortedAttributes(t *testing.T, text string) string {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(b.Key, a.Key) })
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(root)
	var b bytes.Buffer
	if err := html.Render(&b, root); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestBadFiles(t *testing.T) {
	text := htmlOf(t, exporttest.Briefing(), exporttest.Options())
	record := recordElement.FindString(text)
	var newer *export.NewerError
	for _, c := range []struct {
		name, text string
		as         any
		is         error
	}{
		{"nothing", "", nil, briefing.ErrUnsupported},
		{"of another program", "<!doctype html><p>A page.", nil, briefing.ErrUnsupported},
		{"of a newer version", strings.Replace(text, "attache/briefing/1", "attache/briefing/2", 1), &newer, briefing.ErrUnsupported},
		{"of version 1.0", string(exporttest.OldFile(t, "ferry.html")), nil, trace.ErrNone},
		{"without a trace", recordElement.ReplaceAllString(text, ""), nil, trace.ErrNone},
		{"with a trace cut off", strings.Replace(text, record, record[:len(record)-200]+`">`, 1), nil, briefing.ErrDamaged},
		{"with a trace that is none", strings.Replace(text, record, `<meta name="attache-trace" content="eA==">`, 1), nil, briefing.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) { exporttest.CheckRefused(t, []byte(c.text), openBytes, c.is, c.as) })
	}
	f, err := openBytes([]byte(text[:strings.Index(text, `id="l9"`)]))
	if err != nil {
		t.Fatal(err)
	}
	if said := exporttest.Sentences(f); len(said) > 2 || !strings.Contains(said[0], "cut off: line 9") {
		t.Errorf("of a file cut off at line 9 is said %q", said)
	}
}
