package extract

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
)

// The weights of clues are measured, not written
// (make calibrate). With -gold, a folder of annotated articles, they are
// measured on those and on testdata; with -write the lexicons are written anew.
var (
	goldDir    = flag.String("gold", "", "measure on the annotated articles of this folder too")
	writeClues = flag.Bool("write-clues", false, "write assets/lexicon/clues.tsv and sideclues.tsv anew")
)

// find returns the side of the member that p is; taken is false for those who
// are arguable.
func (a *annotated) find(p *mention.Person) (side string, found, taken bool) {
	have := make([]string, len(p.Key))
	for i, w := range p.Key {
		have[i] = strings.Trim(w, ".,")
	}
	for _, g := range a.Gold.Delegations {
		for _, m := range g.Members {
			var key []string
			for w := range strings.FieldsSeq(m.Name) {
				key = append(key, mention.FoldName(strings.Trim(w, ".,")))
			}
			if len(key) > 0 && (mention.Subset(key, have) || mention.Subset(have, key) || have[len(have)-1] == key[len(key)-1]) {
				return g.Side, true, !m.Optional
			}
		}
	}
	return "", false, false
}

// isSide reports whether a side is the annotated one, give or take the longer
// name of a body.
func isSide(side, want string) bool {
	if f, ok := mention.Sides().Named(want); ok {
		return f.Side == side
	}
	a, b := strings.Fields(mention.FoldName(side)), strings.Fields(mention.FoldName(want))
	if len(a) == 0 || len(b) == 0 {
		return side == want
	}
	initials := ""
	for w := range strings.FieldsSeq(want) {
		if allegiance.Capitalised(w) {
			initials += w[:1]
		}
	}
	return mention.Subset(a, b) || mention.Subset(b, a) || strings.EqualFold(initials, side)
}

// seat is one person of an annotated article: the clues, and what is right.
type seat struct {
	clues   []seating.Clue
	sat     bool
	choices []seating.SideChoice // the sides that it may be; none where the article names none
	side    string
	who     string
	open    bool // no words beside the name say the side
}

// seatsOf returns what the rules see of everybody in a.
func seatsOf(a annotated) (out []seat) {
	d := newDocument(&briefing.Article{ID: briefing.IDOf(a.Text), Text: a.Text, Language: "en"})
	for _, stage := range stages[:stagesBefore] {
		stage(d)
	}
	var parts []seating.Part
	of := map[*mention.Person]int{}
	for _, c := range d.Candidates() {
		_, found, taken := a.find(c.Person)
		if found && !taken {
			continue
		}
		of[c.Person] = len(out)
		out = append(out, seat{clues: c.Clues, sat: found})
		if found {
			parts = append(parts, c.Seats()...)
		}
	}
	slices.SortStableFunc(parts, func(a, b seating.Part) int { return a.Mention.Start - b.Mention.Start })
	c := d.NewSideChooser(parts)
	for _, p := range c.People { // the others sit where they should
		if want, _, _ := a.find(p); !c.Fixed[p] && want != "" {
			full, _, _ := strings.Cut(want, " (")
			p.Side, p.Kind = d.sides.Fuller(full), briefing.Organisation
			if f, ok := mention.Sides().Named(want); ok {
				p.Side, p.Kind = f.Side, f.Kind
			}
		}
	}
	for _, p := range c.People {
		s := &out[of[p]]
		s.side, _, _ = a.find(p)
		s.who = p.Name
		if s.side == "" {
			continue
		}
		if s.open = !c.Fixed[p]; s.open {
			was := p.Side
			p.Side = ""
			s.choices = c.Choices(p)
			p.Side = was
		} else {
			s.choices = c.Choices(p)
		}
	}
	return out
}

// fitClues returns the weights under which the seats are the most likely.
func fitClues(seats []seat) weigh.Weights {
	var examples []weigh.Example
	for _, s := range seats {
		examples = append(examples, weigh.Example{Clues: s.clues, Right: s.sat})
	}
	return weigh.Usual.Fit(examples)
}

// fitSides returns the weights under which the right sides are the likeliest.
func fitSides(seats []seat) weigh.Weights {
	var examples []weigh.Example
	for _, s := range seats {
		for _, x := range s.choices {
			examples = append(examples, weigh.Example{Clues: x.Clues, Right: isSide(x.Side, s.side)})
		}
	}
	return weigh.Usual.Fit(examples)
}

// score counts how people and their sides were found in articles that nothing was
// measured on.
type score struct {
	sat, found, hit int // who took part, who was taken to have, and both
	open, right     int // sides that no word beside the name says, and the right ones
	shown, true     int // who is shown with a side, and for whom both are right
}

// add counts one article's people under weights measured on others.
func (n *score) add(seats []seat, people, sides weigh.Weights) {
	for _, s := range seats {
		there := people.Probability(s.clues)
		best, sure := seating.Likeliest(s.choices, sides)
		right := isSide(best.Side, s.side)
		n.sat += count(s.sat)
		n.found += count(there >= seating.Takes)
		n.hit += count(there >= seating.Takes && s.sat)
		n.open += count(s.open)
		n.right += count(s.open && right)
		n.shown += count(there*sure >= seating.Takes)
		n.true += count(there*sure >= seating.Takes && s.sat && right)
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// TestCalibrate measures on four fifths of the articles and scores the rest, in
// turns: people found, sides of those found that no word beside them says, and
// both together.
func TestCalibrate(t *testing.T) {
	var seats [][]seat
	for _, a := range annotatedArticles(t, "members") {
		seats = append(seats, seatsOf(a))
	}
	const folds = 5
	var n score
	for f := range folds {
		var train []seat
		for i, s := range seats {
			if i%folds != f {
				train = append(train, s...)
			}
		}
		people, sides := fitClues(train), fitSides(train)
		for i := f; i < len(seats); i += folds {
			n.add(seats[i], people, sides)
		}
	}
	precision, recall, share := float64(n.hit)/float64(n.found), float64(n.hit)/float64(n.sat), float64(n.right)/float64(n.open)
	t.Logf("people: precision %.3f, recall %.3f; sides without a word beside the name: %.3f right of %d; shown with the right side: precision %.3f, recall %.3f",
		precision, recall, share, n.open, float64(n.true)/float64(n.shown), float64(n.true)/float64(n.sat))
	if precision < .8 || recall < .8 || share < .7 {
		t.Errorf("measured on other articles: precision %.2f, recall %.2f, sides %.2f; want .80, .80, .70", precision, recall, share)
	}
	if *writeClues {
		every := slices.Concat(seats...)
		writeWeights(t, "clues", "# How much each clue speaks for somebody's having taken part (less than nought: against),\n# as the weight in a logistic sum.", fitClues(every))
		writeWeights(t, "sideclues", "# How much each clue speaks for somebody's standing for a side (less than nought: against),\n# as the weight in a logistic sum.", fitSides(every))
	}
}

// writeWeights writes a lexicon of weights anew.
func writeWeights(t *testing.T, name, head string, w weigh.Weights) {
	writeMeasured(t, name, head, w.Lines())
}

// writeMeasured writes a lexicon of what was measured anew.
func writeMeasured(t *testing.T, name, head, lines string) {
	text := head + " Measured by make calibrate; never by hand.\n" + lines
	if err := os.WriteFile(filepath.Join("../../assets/lexicon", name+".tsv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
