package briefing_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"example.org/attache/briefing"
)

// judged is a line with the words cut from a sentence, and what the referee
// says of it.
func judged(section briefing.SectionKind, sentence string, w briefing.Wording) (briefing.Briefing, briefing.Sources) {
	text := "They met on Monday. " + sentence + " It rained."
	a := &briefing.Article{ID: briefing.IDOf(text), Text: text}
	at := strings.Index(text, sentence)
	l := briefing.Line{ID: "x", Kind: briefing.ExtractLine, Status: briefing.Suggested, Wording: w,
		From: []briefing.Evidence{{Article: a.ID, Span: briefing.Span{Start: at, End: at + len(sentence)}}}}
	b := briefing.Briefing{Sections: []briefing.Section{{Kind: section, Lines: []briefing.Line{l}}}}
	return b, briefing.Sources{Article: func(briefing.ArticleID) *briefing.Article { return a }}
}

// TestCheckTurnedRound gives the referee lines that lost what governs them, and
// lines like them that did not.
func TestCheckTurnedRound(t *testing.T) {
	for _, tt := range []struct {
		name, sentence, text, mode string
		lost                       string // "" for a line that may stand
		wide                       string // what it falls back to; "" for nothing
	}{
		{"negation", "Both sides agreed not to tax timber.", "Tax timber", "agreed", "not", "Not to tax timber"},
		{"negation kept", "Both sides agreed not to tax timber.", "Not to tax timber", "agreed", "", ""},
		{"of another clause", "Roe did not speak, but both sides agreed to tax timber.", "Tax timber", "agreed", "", ""},
		{"before a second verb", "They did not discuss peat and agreed to tax timber.", "Tax timber", "agreed", "", ""},
		{"verb denied", "Both sides did not agree to tax timber.", "Tax timber", "agreed", "not", ""},
		{"label denied", "Both sides reached no agreement on timber.", "No agreement on timber", "agreed", "no", ""},
		{"refusal says so", "Ruritania refused to tax timber.", "Tax timber", "rejected", "", ""},
		{"denial", "Roe denied that both sides agreed to tax timber.", "Tax timber", "agreed", "denied", ""},
		{"denial behind", "Reports that both sides agreed to tax timber are false.", "Tax timber", "agreed", "Reports that", ""},
		{"doubt", "Critics doubt that they agreed to tax timber.", "Tax timber", "agreed", "doubt", ""},
		{"almost", "They had almost agreed to tax timber.", "Tax timber", "agreed", "almost", ""},
		{"question", "Did they agree to tax timber?", "Tax timber", "agreed", "?", ""},
		{"modal", "They may agree to tax timber.", "Tax timber", "agreed", "may", ""},
		{"modal of what is offered", "Ruritania proposed that ships may pass.", "Ships pass", "proposed", "may", "Ships may pass"},
		{"condition", "They agreed to tax timber if the price falls.", "Tax timber", "agreed", "if", "Tax timber if the price falls"},
		{"condition first", "If the price falls, they will tax timber.", "They will tax timber", "announced", "If", "If the price falls, they will tax timber"},
		{"hearsay", "They reportedly agreed to tax timber.", "Tax timber", "agreed", "reportedly", "Reportedly agreed to tax timber"},
		{"claim", "Ruritania claims they agreed to tax timber.", "Tax timber", "agreed", "claims", "Ruritania claims they agreed to tax timber"},
		{"quantity", "They agreed to sell two tugs.", "Sell tugs", "agreed", "two", "Sell two tugs"},
		{"bound", "They agreed to pay up to 30 crowns.", "Pay 30 crowns", "agreed", "up to", "Pay up to 30 crowns"},
		{"exception", "They agreed to tax timber rather than peat.", "Tax peat", "agreed", "rather than", "Tax timber rather than peat"},
		{"called off", "A deal to tax timber was called off.", "A deal to tax timber", "agreed", "called off", ""},
		{"not only", "They agreed not only to tax timber but to ban peat.", "Tax timber", "agreed", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, src := judged(briefing.AgreementsSection, tt.sentence, briefing.Wording{Text: tt.text, Mode: tt.mode})
			err := briefing.Check(b, src)
			var broken *briefing.CheckError
			switch {
			case tt.lost == "" && err != nil:
				t.Fatalf("%q of %q is refused: %v", tt.text, tt.sentence, err)
			case tt.lost == "":
				return
			case !errors.As(err, &broken) || len(broken.Violations[0].Lost) == 0 || broken.Violations[0].Lost[0].Words != tt.lost:
				t.Fatalf("%q of %q: %v, want a line without %q refused", tt.text, tt.sentence, err, tt.lost)
			}
			wide, ok := briefing.Widen(briefing.AgreementsSection, b.Sections[0].Lines[0], src)
			if ok != (tt.wide != "") || ok && wide.Text != tt.wide {
				t.Errorf("%q of %q falls back to %q, %t; want %q", tt.text, tt.sentence, wide.Text, ok, tt.wide)
			}
		})
	}
}

// An edit may leave words out, but not turn round what they say under the name
// of the source; with words of the analyst's own the line shows as his.
func TestCheckEditTurnsRound(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		status     briefing.Status
		refused    bool
	}{
		{"cut out", "Tax timber", briefing.Edited, true},
		{"verified", "Tax timber", briefing.Verified, true},
		{"shortened", "Not to tax", briefing.Edited, false},
		{"left out", "Tax timber", briefing.LeftOut, false},
		{"his own", "Tax timber soon", briefing.Edited, false},
	} {
		b, src := judged(briefing.AgreementsSection, "Both sides agreed not to tax timber.", briefing.Wording{Text: tt.text, Mode: "agreed"})
		b.Sections[0].Lines[0].Status = tt.status
		if err := briefing.Check(b, src); (err != nil) != tt.refused {
			t.Errorf("%s: %q: %v, want refused: %t", tt.name, tt.text, err, tt.refused)
		}
	}
}

// A quotation may be cut, but not of its "not", and nobody is quoted with what
// he denies to have said.
func TestCheckQuotationTurnedRound(t *testing.T) {
	for _, tt := range []struct {
		name, sentence, quote string
		refused               bool
	}{
		{"whole", "“We will not sell the mill this year,” Roe said.", "We will not sell the mill this year", false},
		{"cut of its end", "“We will not sell the mill this year,” Roe said.", "We will not sell the mill […]", false},
		{"cut of its not", "“We will not sell the mill this year,” Roe said.", "We will […] sell the mill this year", true},
		{"never said", "Roe never said “we will sell the mill this year”.", "we will sell the mill this year", true},
		{"said of what is not", "Roe did not come, and said “we will sell the mill this year”.", "we will sell the mill this year", false},
	} {
		b, src := judged(briefing.QuotesSection, tt.sentence, briefing.Wording{Text: tt.quote})
		l := &b.Sections[0].Lines[0]
		l.Kind = briefing.QuoteLine
		text := src.Article("").Text
		from := strings.Index(text, "“") + len("“")
		l.From[0].Span = briefing.Span{Start: from, End: from + strings.IndexAny(text[from:], "”")}
		if err := briefing.Check(b, src); (err != nil) != tt.refused {
			t.Errorf("%s: %q of %q: %v, want refused: %t", tt.name, tt.quote, tt.sentence, err, tt.refused)
		}
	}
}

// Who is said not to have come has no seat, and an office keeps its "deputy".
func TestCheckMember(t *testing.T) {
	for _, tt := range []struct {
		sentence, name, title string
		refused               bool
	}{
		{"Ann Roe did not attend the talks.", "Ann Roe", "", true},
		{"Ann Roe, who did not speak, attended the talks.", "Ann Roe", "", false},
		{"Bob Lee met the envoy, but Ann Roe did not attend.", "Bob Lee", "", false},
		{"Deputy Minister Ann Roe met the envoy.", "Ann Roe", "Minister", true},
		{"Deputy Minister Ann Roe met the envoy.", "Ann Roe", "Deputy Minister", false},
	} {
		b, src := judged(briefing.DelegationsSection, tt.sentence, briefing.Wording{Text: tt.name, Title: tt.title})
		if err := briefing.Check(b, src); (err != nil) != tt.refused {
			t.Errorf("%s, %q of %q: %v, want refused: %t", tt.name, tt.title, tt.sentence, err, tt.refused)
		}
	}
}

// Text without full stops costs no more than it is long.
func TestLossesLongText(t *testing.T) {
	for _, s := range []string{"not ", "not agreed ", "if , and the ", "deal no ", "reports that and Roe said, ", "two "} {
		b, src := judged(briefing.AgreementsSection, strings.Repeat(s, 20_000), briefing.Wording{Text: s + s, Mode: "agreed"})
		start := time.Now()
		if err := briefing.Check(b, src); errors.Is(err, briefing.ErrNotFound) {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 5*time.Second { // some 0.2 s on a quiet machine
			t.Errorf("%q repeated: %v", s, took)
		}
	}
}

// FuzzLosses looks for text on which the referee fails or falls back to words
// that are not there.
func FuzzLosses(f *testing.F) {
	f.Add("They agreed not to tax timber.", "tax timber", "agreed")
	f.Add("If not, “neither” nor\nno? May 3, rather than İ n't", "rather 3", "")
	f.Add("almost 30 % of \xff the up to", "of the", "signed")
	f.Fuzz(func(t *testing.T, sentence, text, mode string) {
		if strings.TrimSpace(sentence) == "" {
			return
		}
		b, src := judged(briefing.AgreementsSection, sentence, briefing.Wording{Text: text, Mode: mode})
		wide, ok := briefing.Widen(briefing.AgreementsSection, b.Sections[0].Lines[0], src)
		if ok && len(briefing.Losses(briefing.AgreementsSection, wide, src)) > 0 {
			t.Errorf("%q of %q falls back to %q, which is refused", text, sentence, wide.Text)
		}
	})
}
