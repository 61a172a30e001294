package extract

import (
	"flag"
	"fmt"
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

// The weights of clues and the order of side clues are measured, not written
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
	clues []seating.Clue
	sat   bool
	votes []seating.SideVote // on the side; nil where the words beside the name say it
	side  string
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
			p.Side, p.Kind = want, briefing.Organisation
			if f, ok := mention.Sides().Named(want); ok {
				p.Side, p.Kind = f.Side, f.Kind
			}
		}
	}
	for _, p := range c.People {
		s := &out[of[p]]
		s.side, _, _ = a.find(p)
		if c.Fixed[p] || s.side == "" {
			continue
		}
		was := p.Side
		p.Side = ""
		s.votes = c.All(p)
		p.Side = was
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

// orderSides returns the side clues, the surest first: each with how often it
// is right where none before it spoke. What a person's own words say comes
// before what the article around says.
func orderSides(seats []seat) (list []seating.SideRung) {
	const prior, ownLeast, least = 4, .6, .35
	left := slices.DeleteFunc(slices.Clone(seats), func(s seat) bool { return s.votes == nil })
	used := map[string]bool{}
	for context := false; ; {
		right, n := map[string]float64{}, map[string]float64{}
		for _, s := range left {
			for c, side := range seating.Decided(s.votes) {
				n[c]++
				if isSide(side, s.side) {
					right[c]++
				}
			}
		}
		best := seating.SideRung{}
		for c := range n {
			sure := (right[c] + prior*.5) / (n[c] + prior)
			if !used[c] && (context || seating.OwnWords[c]) && (sure > best.Sure || sure == best.Sure && c < best.Clue) {
				best = seating.SideRung{Clue: c, Sure: sure}
			}
		}
		if !context && best.Sure < ownLeast {
			context = true
			continue
		}
		if best.Sure < least {
			return list
		}
		used[best.Clue] = true
		list = append(list, best)
		left = slices.DeleteFunc(left, func(s seat) bool { _, spoke := seating.Decided(s.votes)[best.Clue]; return spoke })
	}
}

// TestCalibrate measures on four fifths of the articles and scores the rest, in
// turns: people found, and sides of those found that no word beside them says.
func TestCalibrate(t *testing.T) {
	articles := annotatedArticles(t, "members")
	var seats [][]seat
	for _, a := range articles {
		seats = append(seats, seatsOf(a))
	}
	const folds = 5
	hit, found, sat, right, asked := 0, 0, 0, 0, 0
	for f := range folds {
		var train []seat
		for i, s := range seats {
			if i%folds != f {
				train = append(train, s...)
			}
		}
		w, list := fitClues(train), orderSides(train)
		for i := f; i < len(seats); i += folds {
			for _, s := range seats[i] {
				if s.sat {
					sat++
				}
				if w.Probability(s.clues) >= seating.Takes {
					found++
					if s.sat {
						hit++
					}
				}
				if s.votes == nil {
					continue
				}
				asked++
				votes := seating.Decided(s.votes)
				if k := slices.IndexFunc(list, func(r seating.SideRung) bool { return votes[r.Clue] != "" }); k >= 0 && isSide(votes[list[k].Clue], s.side) {
					right++
				}
			}
		}
	}
	precision, recall, share := float64(hit)/float64(found), float64(hit)/float64(sat), float64(right)/float64(asked)
	t.Logf("people: precision %.3f, recall %.3f; sides without a word beside the name: %.3f right of %d", precision, recall, share, asked)
	if precision < .8 || recall < .8 || share < .7 {
		t.Errorf("measured on other articles: precision %.2f, recall %.2f, sides %.2f; want .80, .80, .70", precision, recall, share)
	}
	if *writeClues {
		every := slices.Concat(seats...)
		writeLexicon(t, fitClues(every), orderSides(every))
	}
}

func writeLexicon(t *testing.T, w weigh.Weights, list []seating.SideRung) {
	writeWeights(t, "clues", "# How much each clue speaks for somebody's having taken part (less than nought: against),\n# as the weight in a logistic sum.", w)
	var lines strings.Builder
	for _, r := range list {
		fmt.Fprintf(&lines, "%s\t%.2f\n", r.Clue, r.Sure)
	}
	writeMeasured(t, "sideclues", "# What speaks for a side, the surest first, with how often it was right where nothing above it\n# spoke.", lines.String())
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
