package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// annotated is an article with what it tells of, as people have marked it.
type annotated struct {
	ID, Text string
	Gold     struct {
		Meeting struct {
			What *string // nil if the article tells of none
		}
		Delegations        []annotatedSide
		Agenda, Agreements []annotatedFact
		Quotes             []annotatedQuote
	}

	own bool // of testdata
}

type annotatedSide struct {
	Side    string
	Members []annotatedMember
}

type annotatedMember struct {
	Name     string
	Optional bool
}

// annotatedFact is a topic or an agreement of an annotated article.
type annotatedFact struct {
	Text, Evidence string
	Optional       bool
	taken          bool
}

// annotatedQuote is a quotation of an annotated article with its speaker.
type annotatedQuote struct{ Text, Speaker string }

// annotatedArticles returns those of -gold, and those of testdata that have the
// section: "members", "agenda" or "agreements".
func annotatedArticles(t *testing.T, section string) []annotated {
	out := goldArticles(t)
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		archive, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		a, marked := annotated{ID: filepath.Base(f), own: true}, false
		for _, part := range archive.Files {
			marked = marked || part.Name == section
			if part.Name == "article" {
				a.Text = strings.TrimSpace(string(part.Data))
				continue
			}
			for line := range strings.Lines(string(part.Data)) {
				if part.Name != "misses" {
					a.mark(part.Name, line)
				} else if of, miss, ok := strings.Cut(line, ": "); ok { // it is there, if nothing finds it yet
					miss, _, _ = strings.Cut(miss, " # ")
					a.mark(of, miss)
				}
			}
		}
		if marked {
			out = append(out, a)
		}
	}
	return out
}

// goldArticles returns the annotated articles of -gold.
func goldArticles(t *testing.T) (out []annotated) {
	files, _ := filepath.Glob(filepath.Join(*goldDir, "*.json"))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var a annotated
		if err := json.Unmarshal(data, &a); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, a)
	}
	return out
}

// mark adds what a line of a section of testdata says: "side | name | …" of a
// member, "status | text | …" of an agreement, the words of a topic, "speaker | text" of a quotation.
func (a *annotated) mark(section, line string) {
	w := strings.Split(strings.TrimSpace(line), "|")
	for i := range w {
		w[i] = strings.TrimSpace(w[i])
	}
	switch {
	case section == "members" && len(w) > 1:
		a.Gold.Delegations = append(a.Gold.Delegations, annotatedSide{Side: w[0], Members: []annotatedMember{{Name: w[1]}}})
	case section == "agreements" && len(w) > 1:
		a.Gold.Agreements = append(a.Gold.Agreements, annotatedFact{Text: w[1]})
	case section == "agenda" && w[0] != "":
		a.Gold.Agenda = append(a.Gold.Agenda, annotatedFact{Text: w[0]})
	case section == "quotes" && len(w) > 1:
		a.Gold.Quotes = append(a.Gold.Quotes, annotatedQuote{Speaker: w[0], Text: w[1]})
	}
}
