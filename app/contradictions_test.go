package app_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// Two tellings of one meeting, each in words of its own.
const (
	telling = `Estonian Foreign Minister Maret Kask met Latvian Foreign Minister Juris Bergs in Tartu on Monday.

The two countries agreed to rebuild the old border bridge by May 2031.

Latvia offered 20 million euros for the border bridge.

“The bridge will be wide enough for everybody,” Bergs said at the end of the day.
`
	retelling = `Rain fell on the square while the guests walked from the station, and a choir sang under umbrellas.

In Tartu on Monday the Estonian foreign minister, Maret Kask, received the Latvian foreign minister, Juris Bergs.

The two countries agreed to rebuild the old border bridge by May 2031.

Latvia offered 20 million euros for the border bridge.

In the evening everybody looked at the model of a lighthouse that pupils had made of matches.
`
)

// TestContradictions tells one thing otherwise in the second article, and finds
// both tellings side by side on one line, undecided.
func TestContradictions(t *testing.T) {
	for _, tt := range []struct {
		name     string
		old, new string // in the second article
		want     string // what stands beside the first article's wording; "" for no conflict
	}{
		{"nothing", "", "", ""},
		{"month", "May 2031", "July 2031", "July"},
		{"sum", "20 million", "25 million", "25 million"},
		{"weekday", "on Monday", "on Friday", "Friday"},
		{"place", "In Tartu", "In Riga", "Riga"},
		{"title", "Estonian foreign minister", "Estonian defence minister", "defence minister"},
		{"qualified title", "Latvian foreign minister", "Latvian deputy foreign minister", "deputy"},
		{"side", "Latvian foreign minister, Juris", "Lithuanian foreign minister, Juris", "Lithuania"},
		{"spelling", "Juris Bergs", "Juris Berks", "Berks"},
		{"negation", "agreed to rebuild", "agreed not to rebuild", "Not to rebuild"},
		{"refused", "agreed to rebuild", "refused to rebuild", "Refused to rebuild"},
		{"not agreed", "agreed to rebuild", "did not agree to rebuild", "did not agree"},
		{"denied", "The two countries agreed to rebuild", "Bergs denied that the two countries had agreed to rebuild", "denied"},
		{"doubted", "The two countries agreed to rebuild", "Observers doubt that the two countries agreed to rebuild", "doubt"},
		{"only possible", "agreed to rebuild", "may agree to rebuild", "may agree"},
		{"condition", "by May 2031", "by May 2031 if Finland pays half", "if Finland pays half"},
		{"asked", "offered 20", "asked for 20", "asked for 20 million"},
		{"refused to give", "offered 20 million euros", "refused to give 20 million euros", "refused to give 20 million"},
		{"only discussed", "agreed to rebuild", "discussed rebuilding", "discussed rebuilding"},
		{"another verb", "agreed to rebuild", "agreed to close", "Close the old"},
		{"pledged not to", "agreed to rebuild", "pledged never to rebuild", "Never to rebuild"},
		{"parties", "The two countries agreed", "Latvia and Finland agreed", "Finland"},
		{"name with a letter more", "Juris Bergs", "Juris Bergss", "Bergss"},
		{"party", "Latvia offered", "Estonia offered", "Estonia"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			second := strings.Replace(retelling, tt.old, tt.new, 1)
			if tt.new != "" && second == retelling {
				t.Fatalf("the article has no %q", tt.old)
			}
			b := briefOf(t, map[string]string{"a.txt": telling, "b.txt": second}, "a.txt", "b.txt").Briefing
			var beside []string
			for _, l := range b.Lines() {
				if l.Status != briefing.Conflict {
					continue
				}
				if len(l.Alternatives) == 0 || len(b.Refs(l)) < 2 {
					t.Errorf("conflict without a second wording or article: %+v", l)
				}
				for _, w := range l.Alternatives {
					beside = append(beside, w.Contested(l.Wording))
				}
			}
			switch found := slices.ContainsFunc(beside, func(s string) bool { return strings.Contains(s, tt.want) }); {
			case tt.want == "" && len(beside) > 0:
				t.Errorf("conflict over %q between two articles that tell the same", beside)
			case tt.want != "" && !found:
				t.Errorf("conflicts over %q, want %q; lines:\n%s", beside, tt.want, listed(b))
			}
		})
	}
}

func listed(b briefing.Briefing) string {
	var out strings.Builder
	for _, l := range b.Lines() {
		out.WriteString(strings.Join([]string{string(l.Rule), l.Title, l.Side, l.Speaker, l.Mode, l.Text}, " | ") + "\n")
	}
	return out.String()
}

// briefOf briefs files with these contents, in the order of the names.
func briefOf(t *testing.T, files map[string]string, names ...string) app.Session {
	t.Helper()
	dir := put(t, files)
	var paths []string
	for _, n := range names {
		paths = append(paths, filepath.Join(dir, n))
	}
	s, events, err := app.BriefFiles(ctx, paths, app.BriefOptions{})
	if err != nil {
		t.Fatalf("%v: %+v", err, events)
	}
	return s
}

// TestAnyOrder briefs three and four files in every order, some of which
// contradict each other, and gets the same bytes each time.
func TestAnyOrder(t *testing.T) {
	files := map[string]string{
		"a.txt": telling, "b.txt": strings.Replace(retelling, "May 2031", "July 2031", 1),
		"c.txt": strings.NewReplacer("agreed to rebuild", "agreed not to rebuild", "Juris Bergs", "Juris Berks", "In Tartu", "In Riga").Replace(retelling),
		"d.txt": telling, // the same text under another name
	}
	for _, names := range [][]string{{"a.txt", "b.txt", "c.txt"}, {"a.txt", "b.txt", "c.txt", "d.txt"}} {
		want := ""
		for _, order := range permutations(names) {
			s := briefOf(t, files, order...)
			got, _, err := s.Bytes(ctx, app.ExportOptions{Format: app.JSON, Unverified: true, Trace: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Articles) != 3 {
				t.Fatalf("%v gives %d articles, want 3", order, len(s.Articles))
			}
			if want == "" {
				want = string(got)
			}
			if string(got) != want {
				t.Fatalf("%v gives another briefing than %v", order, names)
			}
		}
	}
}

func permutations(names []string) [][]string {
	if len(names) < 2 {
		return [][]string{names}
	}
	var all [][]string
	for i := range names {
		rest := slices.Delete(slices.Clone(names), i, i+1)
		for _, p := range permutations(rest) {
			all = append(all, append([]string{names[i]}, p...))
		}
	}
	return all
}
