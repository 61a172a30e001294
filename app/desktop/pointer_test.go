//go:build cgo && !nogui && linux

package desktop

import "testing"

// TestPlaceOfThePointer: it is not known from when the pointer comes in until it
// moves.
func TestPlaceOfThePointer(t *testing.T) {
	var p pointer
	for i, step := range []struct {
		do   func()
		lost bool
	}{
		{func() {}, false},
		{func() { p.entered(true) }, true},
		{p.moved, false},
		{func() { p.entered(false) }, false},
		{func() { p.entered(true) }, true},
	} {
		step.do()
		if p.lost != step.lost {
			t.Errorf("step %d: lost is %v", i, p.lost)
		}
	}
}
