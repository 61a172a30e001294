package json

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/exporttest"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func sampleDocument() Document {
	o := exporttest.Options()
	return Document{Generator: o.Generator, Created: o.Created, HeldBack: o.Held.Lines, Briefing: exporttest.Briefing()}
}

func jsonOf(t testing.TB, d Document) string {
	t.Helper()
	var w bytes.Buffer
	if err := Write(&w, d); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

func TestJSONReadsBack(t *testing.T) {
	blank := Document{Briefing: briefing.Blank()}
	full := sampleDocument()
	full.Unverified = []briefing.LineID{"where"}
	for _, c := range []struct {
		name string
		d    Document
	}{{"sample", sampleDocument()}, {"lists", full}, {"blank", blank}, {"nothing", Document{}}} {
		t.Run(c.name, func(t *testing.T) {
			text := jsonOf(t, c.d)
			got, err := Read(strings.NewReader(text))
			if err != nil {
				t.Fatalf("%v in\n%s", err, text)
			}
			if d := cmp.Diff(c.d, got, cmpopts.EquateEmpty()); d != "" {
				t.Errorf("not the same (-written +read):\n%s", d)
			}
			if again := jsonOf(t, got); again != text {
				t.Errorf("written again it is\n%s\nnot\n%s", again, text)
			}
		})
	}
	exporttest.Golden(t, "zenda.json", []byte(jsonOf(t, sampleDocument())))
}

func TestReadJSONErrors(t *testing.T) {
	whole := jsonOf(t, sampleDocument())
	for _, c := range []struct {
		name, text string
		want       error
	}{
		{"empty", "", briefing.ErrDamaged},
		{"cut off", whole[:len(whole)/2], briefing.ErrDamaged},
		{"more behind", whole + "{}", briefing.ErrDamaged},
		{"findings", `{"schema": "attache/findings/1"}`, briefing.ErrUnsupported},
		{"next version", strings.Replace(whole, export.BriefingSchema, "attache/briefing/2", 1), briefing.ErrUnsupported},
		{"a line twice", strings.Replace(whole, `"id": "rye"`, `"id": "tolls"`, 1), briefing.ErrDamaged},
		{"a section twice", strings.Replace(whole, `"kind": "agenda"`, `"kind": "quotes"`, 1), briefing.ErrDamaged},
		{"unknown status", strings.Replace(whole, `"status": "conflict"`, `"status": "perfect"`, 1), briefing.ErrDamaged},
		{"unknown kind", strings.Replace(whole, `"kind": "analyst"`, `"kind": "oracle"`, 1), briefing.ErrDamaged},
		{"no id", strings.Replace(whole, `"id": "rye"`, `"id": ""`, 1), briefing.ErrDamaged},
		{"too large", strings.Repeat(" ", export.MaxDocument+1), briefing.ErrTooLarge},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read(strings.NewReader(c.text)); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	d := sampleDocument()
	d.Briefing.Sections[0].Lines[0].Rank = math.NaN()
	if err := Write(&bytes.Buffer{}, d); err == nil {
		t.Error("a rank that is no number was written")
	}
}

func FuzzReadWrite(f *testing.F) {
	f.Add([]byte(jsonOf(f, sampleDocument())))
	f.Add([]byte(`{"schema":"attache/briefing/1","held_back":null,"briefing":{"sections":[{"kind":"agenda","lines":null}]}}`))
	f.Add([]byte(`{"schema":"attache/briefing/1","created":"2019-12-05T10:00:00+02:00"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		var w bytes.Buffer
		if err := Write(&w, d); err != nil {
			return // a time that JSON cannot hold
		}
		again, err := Read(&w)
		if err != nil {
			t.Fatalf("%q is written so that it cannot be read: %v", data, err)
		}
		d.Created = again.Created // written to the second
		if diff := cmp.Diff(d, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q is not read back the same:\n%s", data, diff)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	d := sampleDocument()
	for b.Loop() {
		var w bytes.Buffer
		if err := Write(&w, d); err != nil {
			b.Fatal(err)
		}
	}
}
