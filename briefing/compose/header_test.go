package compose_test

import (
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
)

// One side only is printed where every article gives that side's account, and
// nobody of another side is heard.
func TestOneSide(t *testing.T) {
	// told is an input whose meeting is told by a side, and what else it has.
	told := func(in compose.Input, account, side string, origin int) compose.Input {
		in.Findings.Meetings[0].Account, in.Findings.Meetings[0].AccountSide = account, side
		in.Origin = origin
		return in
	}
	of := func(in compose.Input, speaker string) compose.Input {
		in.Findings.Quotes = []briefing.Quote{{Text: "bridge", Speaker: speaker, Basis: in.Findings.Meetings[0].Basis}}
		return in
	}
	for _, tt := range []struct {
		name   string
		inputs func() []compose.Input
		want   string
	}{
		{"one article of one side", func() []compose.Input {
			return []compose.Input{told(firstInput(t), "the ministry", "Ruritania", 0)}
		}, "Ruritania"},
		{"no side named", func() []compose.Input { return []compose.Input{told(firstInput(t), "the ministry", "", 0)} }, ""},
		{"two articles, one without an account", func() []compose.Input {
			return []compose.Input{told(firstInput(t), "the ministry", "Ruritania", 0), secondInput(t)}
		}, ""},
		{"two articles of one origin", func() []compose.Input {
			return []compose.Input{told(firstInput(t), "the ministry", "Ruritania", 4), told(secondInput(t), "", "", 4)}
		}, "Ruritania"},
		{"two articles of one side", func() []compose.Input {
			return []compose.Input{told(firstInput(t), "the ministry", "Ruritania", 0), told(secondInput(t), "its envoy", "Ruritania", 0)}
		}, "Ruritania"},
		{"two articles of two sides", func() []compose.Input {
			return []compose.Input{told(firstInput(t), "the ministry", "Ruritania", 0), told(secondInput(t), "the envoy", "Sylvania", 0)}
		}, ""},
		{"the other side is quoted", func() []compose.Input {
			return []compose.Input{of(told(firstInput(t), "the ministry", "Ruritania", 0), "Karl Tarlenheim")}
		}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l, _ := compose.Compose(tt.inputs()...).Labelled(briefing.AccountLabel)
			if l.Side != tt.want {
				t.Errorf("account %q is of the side %q only, want %q", l.Text, l.Side, tt.want)
			}
		})
	}
}
