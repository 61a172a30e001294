package store

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A snippet is the same whether the text is read to its end or only as far as
// it takes.
func TestSnippetOfAPartIsThatOfTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	words := []string{"bridge", "of", "Zenda,", "peace-keeping", "talks", "peace", "(envoy)", "U.S.", "1,200", "río", "“ferry”", "\n\n", "the", "harbour", "said", "we"}
	queries := []string{"zenda ", "bridge zenda", `"peace talks"`, `"peace keeping talks" envoy`, "US 1200 rio", "peacekeeping ferry harbour bridge", "nowhere", "bridge nowhere"}
	for range 300 {
		var b strings.Builder
		for range r.IntN(700) {
			word := words[len(words)-1-int(r.ExpFloat64()*3)%len(words)] // the first ones are rare
			b.WriteString(word + " ")
		}
		for _, text := range queries {
			q, err := ParseQuery(text)
			if err != nil {
				t.Fatal(err)
			}
			one := snipper{marks: q.marks}
			whole := one.cut(b.String(), 1<<20)
			for _, first := range []int{1, 7, snippetFirst} {
				if diff := cmp.Diff(whole, one.cut(b.String(), first)); diff != "" {
					t.Fatalf("%s in %.200q, looking at %d tokens first (-whole +part):\n%s", text, b.String(), first, diff)
				}
			}
		}
	}
}
