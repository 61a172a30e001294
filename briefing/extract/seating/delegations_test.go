package seating

import (
	"testing"

	"example.org/attache/briefing/extract/mention"
)

func TestWhoMaySitElsewhereIsDoubtful(t *testing.T) {
	for _, c := range []struct {
		about      string
		sure, side float64
		want       bool
	}{
		{"surely there, side beside the name", .95, .97, false},
		{"just likely there, side beside the name", .55, .97, false},
		{"surely there, side a guess", .95, .4, true},
		{"most likely there, side carried over in a list", .9, .64, false},
		{"surely there, no side found", .95, 0, true},
	} {
		if got := doubtful(&mention.Person{SideSure: c.side}, c.sure); got != c.want {
			t.Errorf("%s: doubtful is %v, want %v", c.about, got, c.want)
		}
	}
}
