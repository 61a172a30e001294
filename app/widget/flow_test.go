package widget

import "testing"

// TestBlanksSetNothingIn: where a line ends before a blank of its own run, the
// next begins at the edge, as every line does.
func TestBlanksSetNothingIn(t *testing.T) {
	newApp(t)
	var m metrics
	runs := []Run{{Text: "four words of text"}, {Text: " "}, {Text: "[2]", Size: 0.8}}
	text := m.of(Sans, textSize()).width(runs[0].Text)
	for more := float32(0); more < 40; more += 0.5 { // from no room behind the words to room for all
		pieces, _ := m.flow(runs, text*1.01+more)
		for i, p := range pieces {
			if p.run == 2 && p.x > 0 && (i == 0 || pieces[i-1].y+10 < p.y) {
				t.Fatalf("with %.1f more, [2] begins a line at %.1f", more, p.x)
			}
			if p.run == 1 && p.x == 0 {
				t.Fatalf("with %.1f more, a blank begins a line", more)
			}
		}
	}
}
