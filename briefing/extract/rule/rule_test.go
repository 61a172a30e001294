package rule

import (
	"slices"
	"strings"
	"testing"

	"example.org/attache/assets"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/words"
)

// guess stands for what package extract knows of the people in an example.
func guess(s *parse.Sentence, r parse.Run, kind string) bool {
	if r.Empty() {
		return kind == "unknown"
	}
	outsider, event, several := false, false, false
	h := s.HeadIndex(r)
	for k := r.From; k < r.To; k++ {
		outsider = outsider || s.Words[k].Has(words.Of("outsider"))
		several = several || s.Words[k].Has(words.Of("all")) || s.Tokens[k].Is("and")
	}
	event = h >= 0 && s.Words[h].Has(words.Of("event"))
	switch kind {
	case "outsider":
		return outsider
	case "several":
		return several && !outsider && !event
	case "side":
		return !several && !outsider && !event
	case "table":
		return !outsider && !event
	case "person":
		return strings.Contains(strings.ToLower(s.Tokens[r.To-1].Text), "minister") || s.Words[r.To-1].Has(words.Of("all"))
	}
	return false
}

func allRules(t *testing.T) map[string][]*Rule {
	t.Helper()
	out := map[string][]*Rule{}
	for name, data := range assets.Rules() {
		rules, err := Parse(name+".rule", data)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = rules
	}
	if len(out) == 0 {
		t.Fatal("no rule files")
	}
	return out
}

// Every "ok" gives exactly its arguments and every "no" nothing.
func TestExamples(t *testing.T) {
	ids := map[string]bool{}
	for name, rules := range allRules(t) {
		for _, r := range rules {
			if ids[r.ID] {
				t.Errorf("%s.rule:%d: %s stands twice", name, r.Line, r.ID)
			}
			ids[r.ID] = true
			if len(r.OK) < 2 || len(r.No) < 1 {
				t.Errorf("%s.rule:%d: %s has %d ok and %d no; want two and one", name, r.Line, r.ID, len(r.OK), len(r.No))
			}
			for _, f := range r.Failures(guess) {
				t.Errorf("%s.rule:%d: %s: %s", name, r.Line, r.ID, f)
			}
			for _, v := range r.Verbs {
				if len(words.Forms(v)) == 0 {
					t.Errorf("%s.rule:%d: %s: %q is no verb of verbs.tsv", name, r.Line, r.ID, v)
				}
			}
		}
	}
}

// Each word and condition of a rule bears a load: without it some example of
// the rule fails.
func TestLoadBearing(t *testing.T) {
	for name, rules := range allRules(t) {
		for _, r := range rules {
			for what, weaker := range r.Without() {
				if len(weaker.Failures(guess)) == 0 {
					t.Errorf("%s.rule:%d: %s: %s is dead: no example misses it", name, r.Line, r.ID, what)
				}
			}
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ file, want string }{
		{"verb meet", "before the first rule"},
		{"rule a\nverb meet\nneeds who", "no condition"},
		{"rule a\nneeds who has <nothing>", "no class of words"},
		{"rule a\nreal sometimes", "no reality"},
		{"rule a\nframe who", "no role=place"},
		{"rule a\nfoo bar", "no word of the rule language"},
		{"rule a\nright x of 3", "invalid syntax"},
	} {
		if _, err := Parse("x.rule", []byte(tt.file)); err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "x.rule:") {
			t.Errorf("Parse(%q) = %v, want x.rule:LINE: … %q", tt.file, err, tt.want)
		}
	}
}

func TestExpand(t *testing.T) {
	var got []string
	for _, e := range expand("[who They] met|saw [whom Ann|Bo] there.") {
		got = append(got, e.text+" "+e.roles["whom"])
	}
	want := []string{"They met Ann there. Ann", "They met Bo there. Bo", "They saw Ann there. Ann", "They saw Bo there. Bo"}
	if !slices.Equal(got, want) {
		t.Errorf("expand = %q, want %q", got, want)
	}
}
