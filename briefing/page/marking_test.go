package page

import (
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
)

func TestTLPOrder(t *testing.T) {
	for want, mark := range TLPs() {
		if got, ok := TLPLevel(mark); !ok || got != want {
			t.Errorf("TLPLevel(%q) = %d, %v; want %d", mark, got, ok, want)
		}
	}
	for mark, want := range map[string]int{"tlp:white": 0, "TLP: AMBER + STRICT": 3, "(TLP:RED)": 4} {
		if got, ok := TLPLevel(mark); !ok || got != want {
			t.Errorf("TLPLevel(%q) = %d, %v; want %d", mark, got, ok, want)
		}
	}
	for _, mark := range []string{"", "RED", "TLP:", "TLP:PUCE"} {
		if got, ok := TLPLevel(mark); ok {
			t.Errorf("TLPLevel(%q) = %d; want none", mark, got)
		}
	}
}

func TestClassificationLevel(t *testing.T) {
	for _, c := range []struct {
		mark string
		want int
		ok   bool
	}{
		{"UNCLASSIFIED // OPEN SOURCE", 0, true},
		{"(U)", 0, true},
		{"OFFICIAL", 1, true},
		{"OFFICIAL-SENSITIVE", 2, true},
		{"NATO RESTRICTED", 2, true},
		{"Confidential//REL TO NATO", 3, true},
		{"(C//REL)", 3, true},
		{"SECRET", 4, true},
		{"TOP SECRET", 5, true},
		{"(TS)", 5, true},
		{"(S)", 4, true},
		{"DIFUSIÓN LIMITADA", 2, true},
		{"RESERVADO", 4, true},
		{"diffusion restreinte", 2, true},
		{"TRÈS SECRET", 5, true},
		{"Desk use", 0, false},
		{"SECRETARIAT", 0, false},
		{"", 0, false},
	} {
		if got, word, ok := ClassificationLevel(c.mark); got != c.want || ok != c.ok {
			t.Errorf("ClassificationLevel(%q) = %d (%q), %v; want %d, %v", c.mark, got, word, ok, c.want, c.ok)
		}
	}
}

func TestCheckMarking(t *testing.T) {
	for _, c := range []struct {
		name, tlp, banner, line string
		status                  briefing.Status
		want                    string // part of the error; "" for none
	}{
		{"no marks", "", "", "", briefing.Verified, ""},
		{"same TLP", TLPAmber, "", TLPAmber, briefing.Verified, ""},
		{"below", TLPAmber, "", TLPGreen, briefing.Verified, ""},
		{"above", TLPGreen, "", TLPAmber, briefing.Verified, "TLP:AMBER on line 2 is above the page marking TLP:GREEN"},
		{"strict above plain", TLPAmber, "", TLPAmberStrict, briefing.Verified, "above the page marking TLP:AMBER"},
		{"left out", TLPGreen, "", TLPRed, briefing.LeftOut, ""},
		{"unmarked page", "", "", TLPRed, briefing.Verified, "the page has no such marking"},
		{"clear on an unmarked page", "", "", TLPClear, briefing.Verified, ""},
		{"portion within the banner", "", "SECRET", "(C)", briefing.Verified, ""},
		{"portion above the banner", "", "OFFICIAL", "(S)", briefing.Verified, "(S) on line 2 is above the page marking OFFICIAL"},
		{"portion under a banner in other words", "", "Desk use", "(C)", briefing.Verified, "the page has no such marking"},
		{"other words are not compared", "", "SECRET", "(internal)", briefing.Verified, ""},
		{"TLP in the banner text", "", "TLP:AMBER", TLPAmber, briefing.Verified, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := briefing.Blank()
			b.Details.TLP, b.Details.Marking = c.tlp, c.banner
			b.Sections[0].Lines = []briefing.Line{
				{ID: "a", Status: briefing.Verified},
				{ID: "out", Status: briefing.LeftOut, Marking: ""},
				{ID: "b", Status: c.status, Marking: c.line},
			}
			err := CheckMarking(b)
			if c.want == "" {
				if err != nil {
					t.Fatalf("mark %q, page %q %q: got %v, want none", c.line, c.tlp, c.banner, err)
				}
				return
			}
			if !errors.Is(err, briefing.ErrMarking) || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("mark %q, page %q %q: got %v, want %q", c.line, c.tlp, c.banner, err, c.want)
			}
			if e := new(MarkingError); !errors.As(err, &e) || e.Line != "b" {
				t.Errorf("the error %#v does not name line b", err)
			}
		})
	}
}
