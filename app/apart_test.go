package app_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"example.org/attache/assets"
	"github.com/google/go-cmp/cmp"
)

// elsewhere is an article on another meeting than telling.
const elsewhere = `Peruvian Energy Minister Lucía Quispe met Chilean Energy Minister Pablo Rojas in Arica on Thursday.

They discussed the power line across the desert.

Peru agreed to share the cost of the power line.
`

// TestMeetingsApart briefs articles on one meeting and on several.
func TestMeetingsApart(t *testing.T) {
	for _, tt := range []struct {
		name  string
		texts []string // a.txt, b.txt …
		want  string   // the groups
	}{
		{"one article", []string{telling}, "a"},
		{"told twice", []string{telling, retelling}, "a b"},
		{"told twice, contradicting each other on the place", []string{telling, strings.Replace(retelling, "Tartu", "Riga", 1)}, "a b"},
		{"two meetings", []string{telling, elsewhere}, "a|b"},
		{"two meetings, three articles", []string{telling, elsewhere, retelling}, "a c|b"},
		{"no meeting in one", []string{telling, "Rain fell on the border all week, and the ferry did not run.\n"}, "a b"},
		{"one of them somewhere else", []string{telling, strings.NewReplacer("Peruvian Energy Minister Lucía Quispe", "Estonian Foreign Minister Maret Kask", "Peru agreed", "Estonia agreed").Replace(elsewhere)}, "a|b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := map[string]string{}
			var names []string
			for i, text := range tt.texts {
				name := string(rune('a'+i)) + ".txt"
				files[name] = text
				names = append(names, name)
			}
			for range 2 {
				s := briefOf(t, files, names...)
				var groups []string
				for _, g := range s.Meetings {
					var of []string
					for _, a := range g {
						of = append(of, strings.TrimSuffix(a.Source.Name, ".txt"))
					}
					groups = append(groups, strings.Join(of, " "))
				}
				if got := strings.Join(groups, "|"); got != tt.want {
					t.Errorf("%v: meetings %q, want %q", names, got, tt.want)
				}
				slices.Reverse(names)
			}
		})
	}
}

// TestSampleOnBothFaces briefs the sample's files without a library, in another
// order, and gets the page that the window opens with.
func TestSampleOnBothFaces(t *testing.T) {
	a := newApp(t)
	id, err := a.LoadSample(ctx)
	if err != nil {
		t.Fatal(err)
	}
	drafted, err := a.Briefing(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var names []string
	samples, err := fs.Glob(assets.Samples(), "*.*")
	if err != nil || len(samples) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, name := range samples {
		contents, err := fs.ReadFile(assets.Samples(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(contents)
		names = append(names, name)
	}
	slices.Reverse(names)
	b := briefOf(t, files, names...).Briefing
	if diff := cmp.Diff(drafted.Sections, b.Sections); diff != "" {
		t.Errorf("the sample without a library (-library +files):\n%s", diff)
	}
	if diff := cmp.Diff(drafted.Articles, b.Articles); diff != "" {
		t.Errorf("articles of the sample without a library (-library +files):\n%s", diff)
	}
}
