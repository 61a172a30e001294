package lexicon

import (
	"slices"
	"testing"
)

func TestClasses(t *testing.T) {
	c := ClassesOf("affairs") // rows of a name and words
	sport, missing := c.Of("sport"), c.Of("croquet")
	if !sport.Has("goalkeeper") || sport.Has("minister") || missing.Has("goalkeeper") {
		t.Error("a class has not the words of its row")
	}
	astray := c.Astray()
	if !slices.Contains(astray, "croquet") || !slices.Contains(astray, "trade") || slices.Contains(astray, "sport") {
		t.Errorf("astray %q: croquet is in no row, trade is asked by nobody, sport is both", astray)
	}
}
