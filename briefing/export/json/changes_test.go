package json

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/exporttest"
	"example.org/attache/briefing/export/trace"
)

func openBytes(data []byte) (trace.File, error) { return Open(bytes.NewReader(data)) }

// forged returns the document of b with the record of the sample's.
func forged(t *testing.T, b briefing.Briefing) []byte {
	d := sampleDocument()
	_, record, _ := strings.Cut(jsonOf(t, d), "\n \"printed\":")
	d.Briefing = b
	body, _, _ := strings.Cut(jsonOf(t, d), "\n \"printed\":")
	return []byte(body + "\n \"printed\":" + record)
}

func TestChangesAreNamed(t *testing.T) { exporttest.CheckChanges(t, forged, openBytes) }

// TestChangesOfDataAreNamed changes what no reader of the page sees.
func TestChangesOfDataAreNamed(t *testing.T) {
	text := jsonOf(t, sampleDocument())
	for _, c := range []struct{ name, old, new, want string }{
		{"evidence", `"start": 23`, `"start": 24`, "evidence"},
		{"rule", `"rule": "rule.tolls"`, `"rule": "rule.rye"`, "rule"},
		{"held back", "\"held\"\n", "\"rye\"\n", "held back"},
		{"suggestion", `"text": "the price of rye"`, `"text": "the price of wheat"`, "suggestion"},
		{"lock", `"locked": true`, `"locked": false`, "lock"},
		{"id", `"id": "trains"`, `"id": "planes"`, "id"},
		{"the record of a line", `"name": "text",
     "text": "*night trains*"`, `"name": "text",
     "text": "*day trains*"`, "record"},
	} {
		forged := strings.Replace(text, c.old, c.new, 1)
		if forged == text {
			t.Errorf("%s: %q is not in the document", c.name, c.old)
			continue
		}
		f, err := openBytes([]byte(forged))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if said := exporttest.Sentences(f); !strings.Contains(strings.Join(said, "\n"), c.want) {
			t.Errorf("%s: said %q, want %q", c.name, said, c.want)
		}
	}
}

// TestHarmless writes the document in other ways that JSON has for the same.
func TestHarmless(t *testing.T) {
	text := jsonOf(t, sampleDocument())
	var any map[string]any
	if err := json.Unmarshal([]byte(text), &any); err != nil {
		t.Fatal(err)
	}
	indented := func(indent string) []byte {
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(text), "", indent); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	sorted, err := json.Marshal(any) // keys sorted, <, > and & escaped
	if err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(text)); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"two spaces": indented("  "), "four spaces": indented("    "), "tabs": indented("\t"), "on one row": compact.Bytes(), "keys sorted": sorted,
		"CRLF": []byte(strings.ReplaceAll(text, "\n", "\r\n")), "a byte order mark": []byte("\ufeff" + text), "no end of line": []byte(strings.TrimSpace(text)),
		"rows between": []byte(strings.ReplaceAll(text, "\n", "\n\n")), "letters escaped": []byte(strings.ReplaceAll(text, "“", `\u201c`)),
		"a key more": []byte(strings.Replace(text, "{", `{"note": "read",`, 1)),
	} {
		exporttest.CheckHarmless(t, name, data, openBytes)
	}
}
