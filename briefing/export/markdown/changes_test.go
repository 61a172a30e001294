package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
)

func openBytes(data []byte) (trace.File, error) { return Open(bytes.NewReader(data)) }

// forged returns the file of b with the record of the sample's.
func forged(t *testing.T, b briefing.Briefing) []byte {
	_, record, _ := strings.Cut(markdownOf(t, exporttest.Briefing(), exporttest.Options()), recordBegin)
	body, _, _ := strings.Cut(markdownOf(t, b, exporttest.Options()), recordBegin)
	return []byte(body + recordBegin + record)
}

func TestChangesAreNamed(t *testing.T) { exporttest.CheckChanges(t, forged, openBytes) }

// TestChangesByHandAreNamed changes a file as a person does in an editor.
func TestChangesByHandAreNamed(t *testing.T) {
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	for _, c := range []struct {
		name, old, new string
		want           []string // in one sentence
	}{
		{"a word of a quotation", "The bridge belongs", "The castle belongs", []string{"line 12", "text", "castle"}},
		{"a sentence of words of the source", "(#sources) `conflict`", "Sylvania asked for half. (#sources) `conflict`", []string{"asked"}},
		{"who said it", "— *von Strelsau*", "— *Flavia Elphberg*", []string{"line 13", "the speaker was ‘von Strelsau’ and is ‘Flavia Elphberg’"}},
		{"a line commented out", "- \\*night trains\\*", "<!-- - \\*night trains\\*", []string{"missing"}},
		{"a link", "¶1](#sources)\n", "¶1](https://evil.example)\n", []string{"a link to https://evil.example"}},
		{"a picture", "## Comment", "![x](https://evil.example/x.png)\n\n## Comment", []string{"picture"}},
		{"markup", "## Comment", "<script>alert(1)</script>\n\n## Comment", []string{"markup of HTML"}},
		{"markup in a line", "customs post —", "<s>customs</s> post —", []string{"markup of HTML"}},
		{"a heading taken out", "## Positions\n", "", []string{"heading", "missing"}},
		{"a line without its words", "- the rising price of rye ", "- ", []string{"line 9", "text", "missing"}},
		{"the marking in the front matter alone", `tlp: "TLP:GREEN"`, `tlp: "TLP:CLEAR"`, []string{"tlp"}},
		{"a key of the front matter", "lang:", "tags: [secret]\nlang:", []string{"secret"}},
		{"the record alone", `"text":"Castle of Zenda"`, `"text":"Castle of Tarlenheim"`, []string{"record"}},
		{"a row of the record", `{"name":"text","text":"Castle of Zenda"}`, `{"name":"text","text":"Castle of Tarlenheim"}`, []string{"line 3", "record"}},
		{"digits", "7 Mar 1911", "8 Mar 1911", []string{"source", "8 Mar 1911"}},
		{"a question mark", "who pays.", "who pays?", []string{"line 14", "pays?"}},
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
			if said := exporttest.Sentences(f); !(exporttest.Change{Says: c.want}).Said(said) {
				t.Errorf("said %q, want %q", said, c.want)
			}
		})
	}
}

// TestHarmless writes a file in other ways that Markdown has for the same.
func TestHarmless(t *testing.T) {
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	body, record, _ := strings.Cut(text, recordBegin)
	record = recordBegin + record
	front, page, _ := strings.Cut(body, "\n---\n")
	front += "\n---\n"
	each := func(old, new string) string {
		changed := regexp.MustCompile("(?m)"+old).ReplaceAllString(page, new)
		if changed == page {
			t.Errorf("%q is not in the file", old)
		}
		return front + changed + record
	}
	ways := map[string]string{
		"CRLF":                          strings.ReplaceAll(text, "\n", "\r\n"),
		"a byte order mark":             "\ufeff" + text,
		"blank rows doubled":            each(`\n\n`, "\n\n\n"),
		"no blank row behind headings":  each(`(?m)^(#+ .*)\n\n`, "$1\n"),
		"spaces at the ends":            each(`$`, "  "),
		"stars for bullets":             each(`^- `, "* "),
		"plus signs for bullets":        each(`^- `, "+ "),
		"wide bullets":                  each(`^- `, "-   "),
		"brackets for numbers":          each(`^(\d)\. `, "$1) "),
		"each number one":               each(`^\d\. `, "1. "),
		"loose lists":                   each(`^(- .*|\d\. .*)$`, "$1\n"),
		"underlines for stars":          each(`— \*([^*]*)\*`, "— _${1}_"),
		"underlines for two stars":      each(`\*\*([^*]*)\*\*`, "__${1}__"),
		"closed headings":               each(`^(##+) (.*)$`, "$1 $2 $1"),
		"underlined headings":           each(`^## (.*)$`, "$1\n---"),
		"two spaces between words":      each(`(\w) (\w)`, "$1  $2"),
		"quotations without a space":    each(`^> `, ">"),
		"lazy quotations":               each(`^> (“\w+) `, "> $1\n"),
		"more escapes":                  each(`([,;]) `, `\$1 `),
		"characters by name":            each(`“`, "&ldquo;"),
		"characters by number":          each(`¶`, "&#182;"),
		"a soft hyphen":                 each(`customs`, "cus\u00adtoms"),
		"spaces for no-break spaces":    each("\u00a0", " "),
		"references without a target":   each(`\(#sources\)`, "(#)"),
		"a comment of an editor":        text + "\n<!-- edited with care -->\n",
		"no end of line":                strings.TrimSpace(text),
		"front matter without quotes":   strings.NewReplacer(`lang: "en"`, "lang: en", `schema: "attache/briefing/1"`, "schema: attache/briefing/1").Replace(front) + page + record,
		"front matter in single quotes": regexp.MustCompile(`: "([^"\n]*)"`).ReplaceAllString(front, ": '$1'") + page + record,
		"front matter in another order": reversed(front) + page + record,
	}
	for width := 30; width <= 120; width += 10 {
		ways[fmt.Sprintf("re-wrapped at %d", width)] = front + wrapped(page, width) + record
	}
	for name, changed := range ways {
		exporttest.CheckHarmless(t, name, []byte(changed), openBytes)
		b, err := Read(strings.NewReader(changed))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, l := range b.Lines() {
			if was, _, _, ok := exporttest.Briefing().Find(l.ID); !ok || l.Status != was.Status {
				t.Errorf("%s: line %s reads back as %s: %q", name, l.ID, l.Status, l.Text)
			}
		}
	}
}

// reversed turns the keys of front matter round.
func reversed(front string) string {
	rows := strings.Split(strings.TrimSuffix(strings.TrimPrefix(front, "---\n"), "\n---\n"), "\n")
	out := "---\n"
	for i := range rows {
		out += rows[len(rows)-1-i] + "\n"
	}
	return out + "---\n"
}

// wrapped breaks long rows as an editor does.
func wrapped(text string, width int) string {
	var out []string
	for _, row := range strings.Split(text, "\n") {
		if strings.HasPrefix(row, "#") {
			out = append(out, row)
			continue
		}
		indent := ""
		switch {
		case strings.HasPrefix(row, "> "):
			indent = "> "
		case strings.HasPrefix(row, "- "):
			indent = "  "
		case regexp.MustCompile(`^\d\. `).MatchString(row):
			indent = "   "
		}
		line := ""
		for i, word := range strings.Split(row, " ") {
			switch {
			case i == 0:
				line = word
			case len(line)+len(word) >= width && !regexp.MustCompile(`^([-+#>]|\d+\.|—)`).MatchString(word) && len(line) > 4:
				out = append(out, line)
				line = indent + word
			default:
				line += " " + word
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestOldFiles reads files of the version that had a comment behind each line.
func TestOldFiles(t *testing.T) {
	f, err := openBytes(exporttest.OldFile(t, "ferry.md"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Record.Printed != nil || len(f.Rows) != 12 || len(f.Record.Lines) != 12 || len(f.Record.Articles) != 1 {
		t.Errorf("%d printed rows, %d rows, %d lines, %d articles; want 0, 12, 12, 1", len(f.Record.Printed), len(f.Rows), len(f.Record.Lines), len(f.Record.Articles))
	}
	b, err := Read(bytes.NewReader(exporttest.OldFile(t, "ferry.md")))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range b.Lines() {
		if l.Status != briefing.Suggested || len(l.From) == 0 {
			t.Errorf("line %s, which nobody changed, is %s, from %v", l.ID, l.Status, l.From)
		}
	}
	quotes := b.Section(briefing.QuotesSection).Lines
	if len(quotes) != 2 || quotes[0].Kind != briefing.QuoteLine || quotes[0].Speaker != "Astrid Halvorsen" {
		t.Errorf("quotes are %+v", quotes)
	}
	edited := bytes.Replace(exporttest.OldFile(t, "ferry.md"), []byte("eleven years"), []byte("twelve years"), 1)
	b, err = Read(bytes.NewReader(edited))
	if err != nil {
		t.Fatal(err)
	}
	if l := b.Section(briefing.QuotesSection).Lines[0]; l.Status != briefing.Edited || l.Kind != briefing.ExtractLine {
		t.Errorf("a quotation that was edited in an old file is %s, %s", l.Status, l.Kind)
	}
}

func TestBadFiles(t *testing.T) {
	text := markdownOf(t, exporttest.Briefing(), exporttest.Options())
	var newer *export.NewerError
	for _, c := range []struct {
		name, text string
		as         any
		is         error
	}{
		{"of a newer version", strings.Replace(text, "attache/briefing/1", "attache/briefing/2", 1), &newer, briefing.ErrUnsupported},
		{"with a newer record", strings.Replace(text, "attache/trace/1", "attache/trace/2", 1), &newer, briefing.ErrUnsupported},
		{"cut off before the record", text[:strings.Index(text, recordBegin)], nil, briefing.ErrDamaged},
		{"cut off in the record", text[:len(text)-500], nil, briefing.ErrDamaged},
		{"cut off in the page", text[:1000], nil, briefing.ErrDamaged},
		{"with a line of no section", strings.Replace(text, `"section":"agenda","id"`, `"part":"agenda","id"`, 1), nil, briefing.ErrDamaged},
		{"with a line twice", strings.Replace(text, `"id":"trains"`, `"id":"rye"`, 1), nil, briefing.ErrDamaged},
		{"with a broken record", strings.Replace(text, `"lines":[`, `"lines":[[`, 1), nil, briefing.ErrDamaged},
	} {
		t.Run(c.name, func(t *testing.T) { exporttest.CheckRefused(t, []byte(c.text), openBytes, c.is, c.as) })
	}
}
